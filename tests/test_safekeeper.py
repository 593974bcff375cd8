import contextlib
import datetime
import functools
import io
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pypdf
import pytest

from app import resources
from app.bootstrap import EXAMPLES, House
from app.model.errors import CannotWriteError, NotAllowedError, OpenElsewhereError, WrongKeyError
from app.model.halfsaid import HalfSaid
from app.model.ids import RecordId
from app.model.kinds import KINDS
from app.model.person import Person, Supporter
from app.model.record import heads
from app.model.session import Session
from app.model.statement import Statement
from app.model.wording import SourceWording
from app.store.notebook import NotebookFile
from app.usecases import (
    events,
    halfsaid,
    people,
    planfile,
    plans,
    statements,
    taking_back,
    undo,
)
from tests.helpers.notebooks import add_person
from tests.helpers.picture_files import keep_photo
from tests.helpers.plans import file_of, photo, plan_data

PIN = "4711"
DAY = datetime.date(2026, 4, 18)


class InterruptedByTestError(Exception):
    """Raised by a progress that stops the work."""


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path / "home", tmp_path / "notebooks")


@pytest.fixture
def notebook(house: House) -> NotebookFile:
    """A notebook with Ann's plan in it."""
    made = house.create_notebook(
        house.notebook_path("Our home"), worker_name="Jo", secret=PIN, kind="pin"
    )
    planfile.import_plan(made, data=file_of(plan_data()), sections=house.sections)
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def whats(notebook: NotebookFile) -> list[str]:
    return [each.what for each in events.read(notebook)]


def test_a_backup_goes_where_was_chosen_and_is_remembered_and_written_down(
    house: House, notebook: NotebookFile, stick: Path
) -> None:
    assert (house.backup_folder(), house.last_backup(notebook.path)) == (None, None)
    with pytest.raises(CannotWriteError, match="choose a folder"):
        house.backup(notebook)
    house.set_backup_folder(stick)
    before = datetime.datetime.now(datetime.UTC)
    made = house.backup(notebook)
    assert made.file.parent == stick
    again = House(house.home, house.notebooks_folder)
    assert again.backup_folder() == stick
    assert before <= again.last_backup(notebook.path) == made.at
    assert whats(notebook)[-1] == "backed_up"
    house.set_backup_folder(None)
    assert again.backup_folder() is None


def test_a_backup_is_due_on_leaving_once_something_was_written_and_a_folder_was_chosen(
    house: House, notebook: NotebookFile, stick: Path
) -> None:
    assert not house.backup_is_due(notebook)
    house.set_backup_folder(stick)
    assert house.backup_is_due(notebook)
    house.backup(notebook)
    assert not house.backup_is_due(notebook)
    events.note(notebook, what="opened")
    assert not house.backup_is_due(notebook)
    add_person(notebook)
    assert house.backup_is_due(notebook)


def test_what_was_taken_in_with_old_times_is_backed_up_too(
    house: House, notebook: NotebookFile, stick: Path
) -> None:
    house.set_backup_folder(stick)
    house.backup(notebook)
    data = resources.path("examples", "marcus.json").read_bytes()
    planfile.import_plan(notebook, data=data, sections=house.sections)
    assert house.backup_is_due(notebook)


def test_a_last_backup_of_the_future_counts_as_none(
    house: House, notebook: NotebookFile, stick: Path
) -> None:
    house.set_backup_folder(stick)
    made = house.backup(notebook)
    house._remembered.backed_up(notebook.path, made.at + datetime.timedelta(days=365))
    assert house.backup_is_due(notebook)
    assert house.backup_is_old(notebook.path, now=made.at)


def test_nothing_is_due_for_an_example_or_for_what_is_only_read(
    house: House, notebook: NotebookFile, stick: Path, tmp_path: Path
) -> None:
    house.set_backup_folder(stick)
    example = house.example_notebook(tmp_path)
    looked_at = house.open_notebook(notebook.path, secret=PIN, read_only=True)
    assert not house.backup_is_due(example)
    assert not house.backup_is_due(looked_at)
    for each in (example, looked_at):
        each.close()


def test_backups_under_an_earlier_name_are_still_the_notebooks(
    house: House, notebook: NotebookFile, stick: Path
) -> None:
    house.set_backup_folder(stick)
    made = house.backup(notebook)
    renamed = made.file.rename(made.file.with_name(f"Another name{made.file.suffix}"))
    assert house.backups_of(notebook) == (renamed,)


def test_only_the_worker_who_has_it_open_is_confirmed(house: House, notebook: NotebookFile) -> None:
    house.add_worker(notebook, name="Ana", secret="1357", kind="pin")
    house.confirm(notebook, secret=PIN)
    for secret in ("1357", "9999"):
        with pytest.raises(WrongKeyError):
            house.confirm(notebook, secret=secret)


def test_a_stick_that_is_not_there_is_asked_for_only_when_the_last_backup_is_old(
    house: House, notebook: NotebookFile, stick: Path
) -> None:
    house.set_backup_folder(stick)
    made = house.backup(notebook)
    add_person(notebook)
    house.set_backup_folder(stick / "gone")
    assert not house.backup_is_due(notebook)
    house._remembered.backed_up(notebook.path, made.at - datetime.timedelta(days=8))
    assert house.backup_is_due(notebook)


def test_a_backup_that_failed_is_not_remembered(
    house: House, notebook: NotebookFile, stick: Path
) -> None:
    made = house.backup(notebook, stick)
    with pytest.raises(CannotWriteError):
        house.backup(notebook, stick / "gone")
    assert house.last_backup(notebook.path) == made.at


def test_a_notebook_is_restored_open_and_known_and_says_so(
    house: House, notebook: NotebookFile, stick: Path, tmp_path: Path
) -> None:
    made = house.backup(notebook, stick)
    to = tmp_path / "again.alongside"
    told: list[tuple[int, int]] = []
    again = house.restore(
        made.file, to, secret=PIN, progress=lambda done, of: told.append((done, of))
    )
    assert [each.id for each in people.everyone(again)] == ["ann"]
    assert whats(again)[-1] == "restored"
    assert told[-1][0] == told[-1][1]
    again.close()
    house.open_notebook(to, secret=PIN).close()
    assert house.known_notebooks()[0] == to


def test_the_recovery_sheet_of_that_day_opens_a_backup_on_another_computer(
    house: House, notebook: NotebookFile, stick: Path, tmp_path: Path
) -> None:
    code = house.make_recovery(notebook)
    made = house.backup(notebook, stick)
    elsewhere = House(tmp_path / "other home", tmp_path / "other notebooks")
    with pytest.raises(WrongKeyError, match="recovery sheet"):
        elsewhere.look_into(made.file, secret=PIN)
    looked = elsewhere.look_into(made.file, sheet=" ".join(code.groups))
    assert looked.read_only
    looked.close()


def test_wrong_tries_at_a_backup_are_counted_like_those_at_its_notebook(
    house: House, notebook: NotebookFile, stick: Path
) -> None:
    made = house.backup(notebook, stick)
    with pytest.raises(WrongKeyError):
        house.look_into(made.file, secret="0000")
    assert (house.home / "tries.json").exists()


def test_one_person_is_taken_back_with_every_earlier_word(
    house: House, notebook: NotebookFile, stick: Path, tmp_path: Path
) -> None:
    statements.change_words(
        notebook, statement="tea", words="I like my tea strong.", by="jo", session=None
    )
    made = house.backup(notebook, stick)
    new = house.create_notebook(
        tmp_path / "new.alongside", worker_name="Jo", secret=PIN, kind="pin"
    )
    looked = house.look_into(made.file, secret=PIN)
    house.take_back(looked, new, person="ann", sections=house.sections)
    for each in (looked, new):
        with each.unit_of_work() as work:
            assert work.records.get("ann", Person).body.preferred_name == "Ann"
            words = [version.body.original for version in work.records.history("tea")]
            assert words == ["I like tea in my blue mug.", "I like my tea strong."]
            assert len(work.records.find(Statement, person="ann")) == 3
    assert whats(new)[-1] == "restored"
    assert new.check() == ()
    looked.close()
    new.close()


def everything(notebook: NotebookFile, person: RecordId) -> dict[str, object]:
    """Every version of every record of a person, in order, with when, by whom, in which talk and
    in place of which others it was written; and what stands in writing places."""
    held: dict[str, object] = {}
    with notebook.unit_of_work() as work:
        for kind in KINDS.values():
            for each in work.records.find(kind, person=person, withdrawn=True):
                history = work.records.history(each.id)
                places = {one.id: place for place, one in enumerate(history)}
                held[each.id] = [
                    (
                        *(one.at, one.by, one.session, one.withdrawn, one.body),
                        [places[old] for old in one.based_on],
                    )
                    for one in history
                ]
                held[f"typing in {each.id}"] = work.unfinished.of(session=each.id)
    return held


def hide_undo_and_type(notebook: NotebookFile, person: RecordId) -> None:
    """Leave something hidden, something undone, and half a sentence with a photo."""
    with notebook.unit_of_work() as work:
        hidden, differently, *_ = work.records.find(Statement, person=person)
        talk = work.records.find(Session, person=person)[0].id
        by = work.records.find(Supporter, person=person)[0].id
    statements.withdraw(notebook, statement=hidden.id, by=by)
    words = {"lang": "en-GB", "section": "important_to", "kind": "preference"}
    statements.say(
        notebook,
        statements.Said(
            person=person,
            words="Zebras.",
            voice="own_spoken",
            by=by,
            session=talk,
            **words,
        ),
    )
    undo.undo(notebook, person=person, by=by)
    with notebook.unit_of_work() as work:  # as the work of two laptops leaves a sentence
        for at, each in ((talk, "One view."), (None, "Another view.")):
            body = msgspec.structs.replace(differently.body, original=each)
            work.records.revise(
                differently.id, body, by=by, session=at, based_on=(differently.revision,)
            )
        work.commit()
    ref = keep_photo(notebook, photo("blue"))
    half = HalfSaid(words="Walruses and", picture=ref, picture_chosen=True)
    halfsaid.keep(notebook, session=talk, step="important", said=half)
    again = HalfSaid(words="Narwhals")
    halfsaid.keep(notebook, session=person, step=f"change:{differently.id}", said=again)


@pytest.fixture
def taken_back(
    house: House, tmp_path: Path, stick: Path
) -> Iterator[tuple[NotebookFile, NotebookFile]]:
    """A notebook of the example people with hidden, undone and half-typed words, and another one
    into which all of them were taken back from its backup."""
    old, new = (
        house.create_notebook(
            tmp_path / f"{name}.alongside", worker_name="Jo", secret=PIN, kind="pin"
        )
        for name in ("old", "new")
    )
    for name in EXAMPLES:
        data = resources.path("examples", f"{name}.json").read_bytes()
        planfile.import_plan(old, data=data, sections=house.sections)
    for each in people.everyone(old):
        hide_undo_and_type(old, each.id)
    made = house.backup(old, stick)
    with contextlib.closing(house.look_into(made.file, secret=PIN)) as looked:
        for each in people.everyone(old):
            house.take_back(looked, new, person=each.id, sections=house.sections)
    yield old, new
    old.close()
    new.close()


def test_r5_taking_somebody_back_loses_nothing_that_was_hidden_undone_or_half_typed(
    taken_back: tuple[NotebookFile, NotebookFile],
) -> None:
    old, new = taken_back
    for each in people.everyone(old):
        held = everything(new, each.id)
        assert held == everything(old, each.id)
        assert {"Zebras", "Walruses", "Narwhals"} <= set(re.findall(r"\w+", str(held)))
        with new.unit_of_work() as work:
            talk = work.records.find(Session, person=each.id)[0].id
            picture = halfsaid.at(work, session=talk, step="important").picture
            assert work.media.get(picture) is not None
    assert new.check() == ()


def test_r6_different_views_stand_side_by_side_after_somebody_came_back(
    taken_back: tuple[NotebookFile, NotebookFile],
) -> None:
    _, new = taken_back
    for each in people.everyone(new):
        with new.unit_of_work() as work:
            said = work.records.find(Statement, person=each.id)
        (differently,) = (one for one in said if one.others)
        with new.unit_of_work() as work:
            standing = heads(work.records.history(differently.id))
        assert [one.body.original for one in standing] == ["Another view.", "One view."]


def test_what_was_hidden_is_in_no_plan_booklet_or_search_after_it_came_back(
    house: House, taken_back: tuple[NotebookFile, NotebookFile]
) -> None:
    _, new = taken_back
    for each in people.everyone(new):
        with new.unit_of_work() as work:
            said = work.records.find(Statement, person=each.id, withdrawn=True)
        hidden = [one for one in said if one.withdrawn]
        assert len(hidden) == 2
        plan = plans.plan(new, person=each.id, sections=house.sections, today=DAY)
        assert not {one.id for one in hidden} & {line.statement.id for line in plan.lines}
        for words in ("Zebras", "Walruses", "Narwhals"):
            assert plans.search(new, person=each.id, words=words) == ()
        printed = house.booklet(
            new, person=each.id, copy_for=each.body.preferred_name, made_on=DAY,
            words=SourceWording(), with_private=True,
        )  # fmt: skip
        pages = pypdf.PdfReader(io.BytesIO(printed.pdf)).pages
        text = " ".join(" ".join(page.extract_text() for page in pages).split())
        assert any(one.body.original in text for one in said)
        assert not [one for one in hidden if one.body.original in text]


def test_a_backup_says_its_day_and_its_notebook_to_anybody(
    house: House, notebook: NotebookFile, stick: Path
) -> None:
    made = [house.backup(notebook, stick, keep_all=True) for _ in range(2)]
    for each in made:
        about = house.about_backup(each.file)
        assert (about.name, about.made_at) == ("Our home", each.at)
    renamed = made[0].file.rename(stick / "My own name.alongside-backup")
    assert house.about_backup(renamed).name == "My own name"


def test_what_is_looked_into_knows_of_which_day_it_is(
    house: House, notebook: NotebookFile, stick: Path
) -> None:
    made = house.backup(notebook, stick)
    with contextlib.closing(house.look_into(made.file, secret=PIN)) as looked:
        assert looked.as_of == made.at
    assert notebook.as_of is None


@pytest.mark.parametrize("taken", ["Our home (2).alongside", "Our home (2).alongside.keys"])
def test_a_free_name_has_neither_a_notebook_nor_a_key_file(
    house: House, notebook: NotebookFile, taken: str
) -> None:
    assert house.free_notebook_path("Elsewhere").name == "Elsewhere.alongside"
    assert house.free_notebook_path("Our home").name == "Our home (2).alongside"
    (house.notebooks_folder / taken).touch()
    assert house.free_notebook_path("Our home").name == "Our home (3).alongside"


def test_who_can_be_taken_back_is_whom_the_notebook_has_nothing_of(
    house: House, notebook: NotebookFile, stick: Path, tmp_path: Path
) -> None:
    made = house.backup(notebook, stick)
    new = house.create_notebook(
        tmp_path / "new.alongside", worker_name="Jo", secret=PIN, kind="pin"
    )
    with (
        contextlib.closing(new),
        contextlib.closing(house.look_into(made.file, secret=PIN)) as looked,
    ):
        assert taking_back.missing(looked, notebook) == ()
        assert [each.id for each in taking_back.missing(looked, new)] == ["ann"]
        house.take_back(looked, new, person="ann", sections=house.sections)
        assert taking_back.missing(looked, new) == ()


def test_a_stop_while_it_is_checked_still_leaves_nothing(
    house: House,
    notebook: NotebookFile,
    stick: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The copying is over by then; nothing tells how far the checking is."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    made = house.backup(notebook, stick)
    before = sorted(tmp_path.iterdir())
    for deed in (
        functools.partial(house.restore, to=tmp_path / "again.alongside"),
        house.look_into,
    ):
        ends: list[int] = []

        def progress(done: int, of: int, ends: list[int] = ends) -> None:
            if done == of:
                ends.append(done)
            if len(ends) == 2:
                raise InterruptedByTestError

        with pytest.raises(InterruptedByTestError):
            deed(made.file, secret=PIN, progress=progress)
    assert sorted(tmp_path.iterdir()) == before


def test_a_person_who_is_there_is_never_overwritten(
    house: House, notebook: NotebookFile, stick: Path
) -> None:
    made = house.backup(notebook, stick)
    statements.change_words(notebook, statement="tea", words="Milk.", by="jo", session=None)
    looked = house.look_into(made.file, secret=PIN)
    with pytest.raises(NotAllowedError, match="is in the notebook"):
        house.take_back(looked, notebook, person="ann", sections=house.sections)
    with notebook.unit_of_work() as work:
        assert work.records.get("tea", Statement).body.original == "Milk."
    looked.close()


def test_a_notebook_that_is_open_opens_to_read_where_that_will_do(
    house: House, notebook: NotebookFile
) -> None:
    other = House(house.home, house.notebooks_folder)
    with pytest.raises(OpenElsewhereError):
        other.open_notebook(notebook.path, secret=PIN)
    for more in ({"read_only": True}, {"or_read_only": True}):
        reading = other.open_notebook(notebook.path, secret=PIN, **more)
        assert reading.read_only
        assert [each.id for each in people.everyone(reading)] == ["ann"]
        reading.close()
    notebook.close()
    free = other.open_notebook(notebook.path, secret=PIN, or_read_only=True)
    assert not free.read_only
    free.close()
