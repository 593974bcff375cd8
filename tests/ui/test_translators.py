"""Translators in the window: none by itself, one from a file, another in its place, and out."""

import threading
import zipfile
from pathlib import Path

import pytest

from app.bootstrap import House
from app.translate import engine
from app.translate.model_file import ModelFile
from app.translate.shelf import Shelf
from tests.helpers.driver import Driver
from tests.helpers.tiny_translator import COMMITTED


@pytest.fixture
def here(new_notebook: Driver, house: House) -> Driver:
    """The page about translators; each file that is whole works."""
    house.translators = Shelf(house.translators.folder, works=lambda *_, **__: True)
    new_notebook.press("keeping")
    new_notebook.press("translators")
    return new_notebook


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """Another one of the same two languages."""
    path = tmp_path / "newer.argosmodel"
    with zipfile.ZipFile(COMMITTED) as there, zipfile.ZipFile(path, "w") as made:
        for name in there.namelist():
            made.writestr(name, there.read(name).replace(b'"1.0"', b'"2.0"'))
    return path


def versions(house: House) -> list[str]:
    return [each.details.version for each in house.translators.translators()]


def take_in(driver: Driver, path: Path) -> None:
    driver.press("take-in")
    driver.choose(path)


def test_r12_it_says_what_a_translator_does_not_do_and_none_is_there(
    here: Driver, house: House
) -> None:
    assert "It is marked as not checked until a person checks it." in here.seen()
    assert "Please ask an interpreter." in here.seen()
    assert "Take out" not in here.seen()
    assert versions(house) == []


def test_one_is_taken_in_from_a_file_and_taken_out_again(here: Driver, house: House) -> None:
    take_in(here, COMMITTED)
    assert "From English into Welsh" in here.seen()
    assert versions(house) == ["1.0"]
    here.press("take-out-en_cy")
    here.press("leave-in")
    assert versions(house) == ["1.0"]
    here.press("take-out-en_cy")
    here.press("take-out")
    assert "What it translated stays where it is." in here.seen()
    assert versions(house) == []


def test_of_two_for_the_same_languages_it_is_asked_which(
    here: Driver, house: House, newer: Path
) -> None:
    take_in(here, COMMITTED)
    take_in(here, newer)
    assert "There is a translator for these two languages already" in here.seen()
    assert "--replace" not in here.seen()
    here.press("leave-in")
    assert versions(house) == ["1.0"]
    take_in(here, newer)
    here.press("instead")
    assert versions(house) == ["2.0"]


def test_another_file_is_refused_in_one_sentence(
    here: Driver, house: House, tmp_path: Path
) -> None:
    other = tmp_path / "photo.argosmodel"
    other.write_bytes(b"\xff\xd8\xff")
    take_in(here, other)
    assert "not made as a translator is" in here.seen()
    assert versions(house) == []


def test_what_is_stopped_on_the_way_leaves_nothing(
    here: Driver, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go_on = threading.Event(), threading.Event()
    unpack = ModelFile.unpack

    def wait(file: ModelFile, folder: Path) -> None:
        reached.set()
        assert go_on.wait(20)
        unpack(file, folder)

    monkeypatch.setattr(ModelFile, "unpack", wait)
    here.press("take-in")
    here.pick(COMMITTED)
    here.qtbot.waitUntil(reached.is_set, timeout=20_000)
    stop = here.find("stop-work")
    assert stop is not None
    stop.click()
    go_on.set()
    here.settle()
    assert "Stopped. Nothing was taken in." in here.seen()
    assert list(house.translators.folder.iterdir()) == []


def test_without_the_extra_it_says_how_to_get_it(
    new_notebook: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "PACKAGES", ("there_is_no_such_package",))
    new_notebook.press("keeping")
    new_notebook.press("translators")
    assert "start.py translate" in new_notebook.seen()
    assert "Take in a translator" not in new_notebook.seen()
