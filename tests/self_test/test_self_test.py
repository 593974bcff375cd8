"""The self-test: it finds nothing on a sound computer, and says in words what was taken away."""

import errno
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from PIL import Image

from app import resources, self_test
from app.bootstrap import House
from app.self_test import Check, folders, notebook, paper, photos, shipped, voice
from app.speech.rendering import Rendering
from app.store import files
from app.words.languages import Catalogs


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path / "home", tmp_path / "notebooks")


@pytest.mark.parametrize(
    "problems",
    [
        notebook.problems,
        paper.problems,
        photos.problems,
        shipped.letters,
        shipped.languages,
        shipped.pictures,
        voice.problems,
    ],
)
def test_nothing_is_wrong_where_nothing_is_missing(house, tmp_path, problems):
    assert list(problems(house, tmp_path)) == []


@pytest.fixture
def without_bengali(monkeypatch):
    """A program whose Bengali letters were deleted."""
    found = resources.font

    def font(file: str) -> Path:
        return Path("gone.ttf") if "Bengali" in file else found(file)

    monkeypatch.setattr(resources, "font", font)


def test_a_font_that_was_taken_away_is_named(house, tmp_path, without_bengali):
    regular, bold = shipped.letters(house, tmp_path)
    assert regular == (
        "The letters Noto Sans Bengali are missing (the file NotoSansBengali-Regular.ttf). "
        "Please install Alongside again."
    )
    assert "NotoSansBengali-Bold.ttf" in bold


def test_a_damaged_font_counts_as_missing(house, tmp_path, monkeypatch):
    damaged = tmp_path / "damaged.ttf"
    damaged.write_bytes(b"no font")
    monkeypatch.setattr(resources, "font", lambda _: damaged)
    assert len(list(shipped.letters(house, tmp_path))) > 2


def test_without_its_letters_a_booklet_is_not_called_printed(
    house, tmp_path, without_bengali, capsys
):
    assert self_test.run([Check("Booklets print.", paper.problems)]) == 1
    assert "missing  The font gone.ttf cannot be read." in capsys.readouterr().out


def test_a_catalog_that_was_taken_away_is_named(house, tmp_path):
    left = tmp_path / "translations"
    shutil.copytree(
        resources.root() / "translations", left, ignore=shutil.ignore_patterns("ur", "*.pot")
    )
    house.catalogs = Catalogs(left)
    assert list(shipped.languages(house, tmp_path)) == [
        "The program's words in Urdu are missing. Please install Alongside again."
    ]


def test_a_picture_that_was_taken_away_is_named(house, tmp_path):
    section = next(iter(house.sections))

    class Less:
        def picture(self, ref, /, skin_tone=None):
            return None if ref == section.picture else house.symbols.picture(ref, skin_tone)

    class Robbed(House):
        symbols = Less()

    (line,) = shipped.pictures(Robbed(house.home, house.notebooks_folder), tmp_path)
    assert line == f"The picture {section.picture} is missing. Please install Alongside again."


def test_a_form_of_photos_that_cannot_be_read_is_named(house, tmp_path, monkeypatch):
    Image.init()
    monkeypatch.delitem(Image.SAVE, "AVIF")
    assert list(photos.problems(house, tmp_path)) == [
        "Photos of the form AVIF cannot be read. Please install Alongside again."
    ]


def test_no_voice_is_said(tmp_path):
    silent = Rendering((sys.executable, "-c", "print('{\"voices\": []}')"))
    (line,) = voice.wrong_with(silent, tmp_path)
    assert line.startswith("There is no voice at all")


def test_a_voice_that_cannot_say_a_sentence_is_said(tmp_path):
    crashing = Rendering((sys.executable, "-c", _ONE_VOICE))
    (line,) = voice.wrong_with(crashing, tmp_path)
    assert line.startswith("No voice could say a sentence")


_ONE_VOICE = (
    "print('{\"voices\": [{\"key\": \"a:b\", \"engine\": \"a\", \"name\": \"B\","
    " \"languages\": [\"en\"], \"gender\": \"\"}]}', flush=True); input()"
)  # fmt: skip


def test_each_check_is_told_in_a_line_and_the_end_says_whether_it_works(capsys):
    sound = Check("This works.", lambda _house, _folder: ())
    assert self_test.run([sound]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "good     This works.",
        "Alongside works here.",
    ]


def test_a_fault_of_the_program_is_told_and_the_rest_still_tried(capsys):
    def broken(_house, _folder):
        raise RuntimeError("boom")

    checks = [Check("It holds.", broken), Check("This works.", lambda _house, _folder: ())]
    assert self_test.run(checks) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "missing  RuntimeError: boom. This did not work: It holds."
    assert told[1:] == ["good     This works.", "Alongside does not work as it should here."]


def test_it_leaves_nothing_behind(tmp_path):
    places = []

    def look(house, folder):
        places.append(folder)
        (folder / "left.txt").write_text("left", "utf-8")
        return ()

    self_test.run([Check("Nothing stays.", look)])
    assert places
    assert not places[0].exists()


# Where the account keeps its own


def left_in(folder: Path) -> list[str]:
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*"))


def test_the_accounts_own_folders_are_tried_and_left_as_they_were(tmp_path, monkeypatch):
    monkeypatch.setenv("ALONGSIDE_HOME", str(tmp_path / "a" / "home"))
    backups = tmp_path / "stick"
    backups.mkdir()
    (backups / "ours.txt").write_text("ours", "utf-8")
    monkeypatch.setattr(House, "backup_folder", lambda _house: backups)
    assert list(folders.problems(House(tmp_path, tmp_path), tmp_path)) == []
    assert left_in(tmp_path) == ["stick", "stick/ours.txt"]


def refused(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refuse(path: Path, _data: bytes) -> None:
        raise OSError(number, "no", str(path))

    monkeypatch.setattr(files, "write_private", refuse)


def test_each_folder_that_cannot_be_written_is_named_with_what_to_do(house, tmp_path, monkeypatch):
    refused(monkeypatch, errno.EACCES)
    house.home.mkdir()
    monkeypatch.setattr(House, "backup_folder", lambda _house: tmp_path)
    own, notebooks, backups = folders.wrong_with(house)
    assert own == (
        f"Nothing can be written in the folder {house.home}, where the program keeps its settings. "
        "Please let this account write there."
    )
    assert f"{house.notebooks_folder}, where new notebooks are made" in notebooks
    assert f"{tmp_path}, where backups go" in backups
    assert left_in(tmp_path) == ["home"]


def test_a_folder_that_something_else_stands_in_the_way_of_is_named(house):
    house.notebooks_folder.write_text("in the way", "utf-8")
    (line,) = folders.wrong_with(house)
    assert line.startswith(f"Nothing can be written in the folder {house.notebooks_folder}, where")


def test_a_folder_for_backups_that_is_not_there_is_named(house, tmp_path):
    house.set_backup_folder(tmp_path / "gone")
    (line,) = folders.wrong_with(house)
    assert line.startswith(f"There is no folder {tmp_path / 'gone'}, where backups go.")


def test_without_room_in_a_folder_it_says_so(house, monkeypatch):
    refused(monkeypatch, errno.ENOSPC)
    lines = list(folders.wrong_with(house))
    assert len(lines) == 2
    assert all(line.startswith("There is no room in the folder ") for line in lines)


def test_on_a_full_disk_nobody_is_told_to_install_it_again(capsys, monkeypatch):
    refused(monkeypatch, errno.ENOSPC)
    again = Check("This works.", lambda _house, _folder: [f"It is gone. {self_test.AGAIN}"])
    assert self_test.run([again]) == 1
    said = capsys.readouterr().out
    assert "missing  There is no room on the disk of " in said
    assert "so this could not be tried: This works. Please make some room there" in said
    assert "install" not in said


def test_without_a_place_for_throw_away_folders_it_says_so(capsys, monkeypatch):
    def none(**_how):
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "mkdtemp", none)
    assert self_test.run([Check("This works.", lambda _house, _folder: ())]) == 1
    assert "so this could not be tried: This works." in capsys.readouterr().out
