"""The self-test: it finds nothing on a sound computer, and says in words what was taken away."""

import shutil
import sys
from pathlib import Path

import pytest
from PIL import Image

from app import resources, self_test
from app.bootstrap import House
from app.self_test import Check, notebook, paper, photos, shipped, voice
from app.speech.rendering import Rendering
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
