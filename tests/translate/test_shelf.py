"""Taking translators in and out: whole or not at all."""

import shutil
import zipfile
from pathlib import Path

import msgspec
import pytest

from app.model.errors import CannotWriteError, NotFoundError
from app.translate import engine
from app.translate.errors import BadTranslatorError, NoTranslatingError
from app.translate.model_file import Details, ModelFile
from app.translate.shelf import Shelf
from tests.helpers.tiny_translator import COMMITTED


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "translators", works=lambda *_, **__: True)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another one of the same two languages."""
    path = tmp_path / "other.argosmodel"
    with zipfile.ZipFile(COMMITTED) as there, zipfile.ZipFile(path, "w") as made:
        for name in there.namelist():
            made.writestr(name, there.read(name).replace(b'"1.0"', b'"2.0"'))
    return path


def names(shelf: Shelf) -> list[str]:
    return sorted(each.name for each in shelf.folder.glob("*"))


def test_nothing_is_there_by_itself(shelf: Shelf) -> None:
    assert shelf.translators() == ()
    assert shelf.between("en", "cy") is None
    assert not shelf.folder.exists()


def test_one_that_works_is_taken_in_and_out_again(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "translators")
    added = shelf.add(COMMITTED)
    assert shelf.translators() == (added,)
    shelf.remove("en_cy")
    assert names(shelf) == []


def test_one_that_is_whole_but_does_not_work_leaves_nothing(tmp_path: Path, monkeypatch) -> None:
    def spoil(file: ModelFile, folder: Path) -> None:
        unpack(file, folder)
        (folder / "model" / "model.bin").write_bytes(b"\xff" * 1000)

    unpack = ModelFile.unpack
    monkeypatch.setattr(ModelFile, "unpack", spoil)
    shelf = Shelf(tmp_path / "translators")
    with pytest.raises(BadTranslatorError, match="does not work here"):
        shelf.add(COMMITTED)
    assert names(shelf) == []


def test_a_region_that_no_translator_knows_does_not_matter(shelf: Shelf) -> None:
    added = shelf.add(COMMITTED)
    assert shelf.between("en-GB", "cy-GB") == added
    assert shelf.between("cy", "en") is None
    assert shelf.between("en", "ur") is None


def test_the_same_one_again_changes_nothing(shelf: Shelf) -> None:
    assert shelf.add(COMMITTED) == shelf.add(COMMITTED)
    assert names(shelf) == ["en_cy"]


def test_another_one_of_the_same_languages_waits_for_a_yes(shelf: Shelf, other: Path) -> None:
    first = shelf.add(COMMITTED)
    with pytest.raises(CannotWriteError, match=r"already: en - cy 1\.0"):
        shelf.add(other)
    assert shelf.translators() == (first,)
    second = shelf.add(other, replace=True)
    assert shelf.translators() == (second,)
    assert second.details.version == "2.0"
    assert names(shelf) == ["en_cy"]


def test_a_full_disk_leaves_the_one_that_was_there(shelf: Shelf, other: Path, monkeypatch) -> None:
    first = shelf.add(COMMITTED)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ModelFile, "unpack", full)
    with pytest.raises(CannotWriteError, match="no room"):
        shelf.add(other, replace=True)
    assert shelf.translators() == (first,)
    assert names(shelf) == ["en_cy"]


def test_what_a_try_that_was_cut_off_left_is_no_translator_and_goes(shelf: Shelf) -> None:
    added = shelf.add(COMMITTED)
    left = shelf.folder / ".en_cy.unfinished"
    shutil.copytree(added.folder, left)
    shelf.remove("en_cy")
    assert shelf.translators() == ()
    shelf.add(COMMITTED)
    assert names(shelf) == ["en_cy"]


def test_one_whose_details_were_tampered_with_is_left_out(shelf: Shelf) -> None:
    added = shelf.add(COMMITTED)
    (added.folder / "details.json").write_bytes(b"{}")
    assert shelf.translators() == ()


@pytest.mark.parametrize("name", ["en_ur", "..", "../..", ""])
def test_what_is_not_there_cannot_be_taken_out(shelf: Shelf, name: str) -> None:
    shelf.add(COMMITTED)
    with pytest.raises(NotFoundError, match="no translator"):
        shelf.remove(name)
    assert names(shelf) == ["en_cy"]


def test_without_the_extra_one_sentence_says_what_to_type(shelf: Shelf, monkeypatch) -> None:
    monkeypatch.setattr(engine, "PACKAGES", ("there_is_no_such_package",))
    with pytest.raises(NoTranslatingError, match=r"start\.py translate"):
        shelf.add(COMMITTED)


def test_panjabi_in_other_letters_is_another_language(shelf: Shelf) -> None:
    panjabi = Details(source="en", target="pa", name="en - pa", version="1.0", sha256="0" * 64)
    (shelf.folder / panjabi.id).mkdir(parents=True)
    (shelf.folder / panjabi.id / "details.json").write_bytes(msgspec.json.encode(panjabi))
    assert shelf.between("en-GB", "pa") is not None
    assert shelf.between("en-GB", "pa-Guru-GB") is not None
    assert shelf.between("en-GB", "pa-Arab") is None
    assert shelf.between("pa-Arab", "en-GB") is None


def test_nastaliq_is_a_way_of_writing_the_same_letters(shelf: Shelf) -> None:
    urdu = Details(source="en", target="ur", name="en - ur", version="1.0", sha256="0" * 64)
    (shelf.folder / urdu.id).mkdir(parents=True)
    (shelf.folder / urdu.id / "details.json").write_bytes(msgspec.json.encode(urdu))
    assert shelf.between("en-GB", "ur-Aran") is not None
