import contextlib
import datetime
import errno
import functools
import subprocess
import sys
from pathlib import Path

import pytest

from app.bootstrap import House
from app.model.errors import BadSecretError, CannotWriteError, TooSoonError, WrongKeyError
from app.model.session import Session
from app.store import files
from app.usecases import events, people, plans

TODAY = datetime.date(2026, 4, 18)
SLOW = ("sqlalchemy", "sqlcipher3", "babel", "reportlab", "cryptography", "PIL", "platformdirs")


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path / "home", tmp_path / "notebooks")


def test_starting_up_loads_nothing_slow() -> None:
    code = (
        "import sys, app.bootstrap as b; b.House.here().look; "
        "import app.usecases.photos, app.usecases.planfile, app.usecases.printing; "
        "print(*sorted(m.partition('.')[0] for m in sys.modules))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parent.parent,
        env={"ALONGSIDE_HOME": "/nonexistent"},
    ).stdout.split()
    assert "app" in loaded
    assert not set(SLOW) & set(loaded)


def test_home_is_where_the_variable_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ALONGSIDE_HOME", str(tmp_path))
    house = House.here()
    assert (house.home, house.notebooks_folder) == (tmp_path, tmp_path / "notebooks")
    monkeypatch.delenv("ALONGSIDE_HOME")
    assert House.here().home.name == "Alongside"
    assert House.here().notebooks_folder.name == "Alongside"


def test_everything_that_ships_can_be_read(house: House) -> None:
    assert "review" in house.guides
    assert not {"open", "close"} & set(house.guides)
    assert len(house.sections) == 27
    assert house.topics.topics
    assert len(house.ideas) >= 120
    assert house.fonts.faces(script="Arab", lang="ur", bold=False)
    assert house.symbols.picture("openmoji:1F68C") is not None
    assert house.wording("en-GB").t("Yes") == "Yes"
    assert house.language_name("pl") == "Polski"
    house.warm_up()


def test_a_notebook_that_was_made_can_be_opened_again(house: House) -> None:
    path = house.notebook_path("Our home")
    house.create_notebook(path, worker_name="Jo", secret="4711", kind="pin").close()
    again = house.open_notebook(path, secret="4711")
    assert again.worker.name == "Jo"
    assert not again.example
    again.close()
    assert house.known_notebooks() == (path,)


def test_the_name_of_a_notebook_becomes_a_file_of_its_folder(house: House) -> None:
    folder = house.notebooks_folder
    assert house.notebook_path("Our home") == folder / "Our home.alongside"
    assert house.notebook_path("../../etc/a:b?") == folder / "etc a b.alongside"
    assert house.notebook_path(" .. ") == folder / "Notebook.alongside"
    assert len(house.notebook_path("é" * 300).name) == 70


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotWriteError, match="tell whoever looks after this computer"):
        House(tmp_path, tmp_path / "file" / "notebooks").notebook_path("Our home")


def test_without_room_for_a_new_notebook_it_says_so_before_one_is_begun(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, "", str(path))

    monkeypatch.setattr(files, "write_private", full)
    with pytest.raises(CannotWriteError, match="The disk is full"):
        house.notebook_path("Our home")
    assert list(house.notebooks_folder.iterdir()) == []


def test_the_example_notebook_holds_two_full_plans_and_a_talk_half_done(
    house: House, tmp_path: Path
) -> None:
    notebook = house.example_notebook(tmp_path)
    assert notebook.example
    everyone = people.everyone(notebook)
    assert [each.body.preferred_name for each in everyone] == ["Marcus", "Halina"]
    for each in everyone:
        plan = plans.plan(notebook, person=each.id, sections=house.sections, today=TODAY)
        kept = plan.only_kept()
        assert len(kept.lines) >= 40
        assert len(kept.sections) >= 15
        assert len({line.statement.body.voice_group for line in kept.lines}) >= 3
        assert any(line.differs_from for line in kept.lines)
        assert len(plan.lines) > len(kept.lines)
    with notebook.unit_of_work() as work:
        assert any(each.body.open for each in work.records.find(Session))
    assert house.known_notebooks() == ()
    notebook.close()


def test_a_booklet_is_printed_with_nothing_missing(house: House, tmp_path: Path) -> None:
    notebook = house.example_notebook(tmp_path)
    for each in people.everyone(notebook):
        printed = house.booklet(
            notebook,
            person=each.id,
            copy_for=each.body.preferred_name,
            made_on=TODAY,
            words=house.wording("en-GB"),
        )
        assert printed.pdf.startswith(b"%PDF")
        assert (printed.missing, printed.left_out_pictures) == ((), ())
    notebook.close()


def test_a_copy_counts_as_the_persons_own_only_when_it_lies_there(
    house: House, tmp_path: Path
) -> None:
    with contextlib.closing(house.example_notebook(tmp_path)) as notebook:
        marcus = people.everyone(notebook)[0].id
        made = {"person": marcus, "made_on": TODAY, "words": house.wording("en-GB")}

        def copies() -> list[str]:
            found = events.read(notebook, person=marcus)
            return [each.document for each in found if each.what == "printed"]

        before = copies()
        for put in (functools.partial(house.booklet, copy_for=""), house.about_me):
            put(notebook, **made)
            with pytest.raises(CannotWriteError):
                put(notebook, to=tmp_path / "none" / "mine.pdf", **made)
        assert copies() == before
        house.booklet(notebook, copy_for="", to=tmp_path / "mine.pdf", **made)
        assert copies() == [*before, "booklet"]


def test_the_language_of_the_window_is_remembered(house: House) -> None:
    assert house.remembered_language() == ""
    house.remember_language("cy")
    assert House(house.home, house.notebooks_folder).remembered_language() == "cy"


def test_wrong_pins_are_counted_by_the_house_and_not_beside_the_notebook(house: House) -> None:
    path = house.notebook_path("Our home")
    house.create_notebook(path, worker_name="Jo", secret="4711", kind="pin").close()
    for _ in range(4):
        with pytest.raises(WrongKeyError):
            house.open_notebook(path, secret="0815")
    with pytest.raises(TooSoonError):
        House(house.home, house.notebooks_folder).open_notebook(path, secret="4711")
    assert sorted(each.name for each in path.parent.iterdir()) == [path.name, path.name + ".keys"]


def test_the_house_changes_who_can_open_a_notebook(house: House) -> None:
    path = house.notebook_path("Our home")
    notebook = house.create_notebook(path, worker_name="Jo", secret="4711", kind="pin")
    sam = house.add_worker(notebook, name="Sam", secret="1234", kind="pin")
    house.rename_worker(notebook, worker=sam.id, name="Samir")
    house.change_secret(notebook, worker=sam.id, secret="three small words", kind="passphrase")
    code = house.make_recovery(notebook)
    sheet = house.recovery_sheet(notebook, code, made_on=TODAY, words=house.wording("en-GB"))
    assert sheet.startswith(b"%PDF")
    assert house.has_recovery_sheet(notebook)
    house.remove_worker(notebook, worker=sam.id)
    assert [each.name for each in house.workers(notebook)] == ["Jo"]
    notebook.close()
    assert [each.name for each in house.workers_of(path)] == ["Jo"]
    again = house.recover(
        path, sheet=" ".join(code.groups), worker_name="jo", secret="2468", kind="pin"
    )
    assert again.worker.name == "Jo"
    again.close()
    house.open_notebook(path, secret="2468").close()


def test_a_pin_that_cannot_be_used_leaves_a_forgotten_one_as_it_is(house: House) -> None:
    path = house.notebook_path("Our home")
    notebook = house.create_notebook(path, worker_name="Jo", secret="4711", kind="pin")
    house.add_worker(notebook, name="Sam", secret="1234", kind="pin")
    code = house.make_recovery(notebook)
    notebook.close()
    for secret in ("12", "1234"):
        with pytest.raises(BadSecretError):
            house.recover(path, sheet=code.signs, worker_name="Jo", secret=secret, kind="pin")
    house.open_notebook(path, secret="4711").close()
