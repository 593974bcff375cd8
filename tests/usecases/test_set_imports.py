"""Taking pictures in: nothing is lost without a word, and nothing comes in without being asked."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.model.errors import BadPictureSetError
from app.model.picture_sets import PictureSet
from app.model.wording import SourceWording
from app.store.notebook import NotebookFile
from app.usecases import picture_sets
from app.usecases.picture_sets import Imported
from tests.helpers.notebooks import make_notebook
from tests.helpers.picture_files import arasaac, board, boards, dots, drawing, unpacked, zipped


class Enough(Exception):  # noqa: N818 - nothing went wrong
    """The import is stopped."""


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[NotebookFile]:
    made = make_notebook(tmp_path / "n.alongside")
    yield made
    made.close()


def take_in(notebook: NotebookFile, path: Path, **more: object) -> Imported:
    given = {"lang": "en", "licence": "Our own", "no_people": True} | more
    return picture_sets.import_set(notebook, path=path, **given)


def the_set(notebook: NotebookFile) -> PictureSet:
    (made,) = picture_sets.imported_sets(notebook)
    return made


def shape(n: int) -> bytes:
    """A drawing like no other."""
    return drawing(f'<path d="M{n} 1h8"/>')


# Nothing is lost


def test_boards_whose_names_are_the_same_or_nothing_keep_all_their_pictures(
    notebook: NotebookFile, tmp_path: Path
) -> None:
    def one(name: str, n: int) -> str:
        images = [{"id": "", "path": f"{n}.svg"}, {"id": "", "path": f"{n + 1}.svg"}]
        buttons = [{"label": name, "image_id": ""}]
        return json.dumps(board(id="", images=images, buttons=buttons))

    parts = {f"{n}.svg": shape(n) for n in range(4)}
    path = zipped(tmp_path / "a.obz", {**parts, "a.obf": one("tea", 0), "b.obf": one("cup", 2)})
    assert take_in(notebook, path).added == 4
    assert the_set(notebook).pictures == 4


def test_arasaac_pictures_of_one_number_are_all_kept(
    notebook: NotebookFile, tmp_path: Path
) -> None:
    data = json.dumps([{"_id": 1, "keywords": [{"keyword": "cup"}]}])
    names = ("1.svg", "big/1.svg", "1_500.svg")
    parts = {name: shape(n) for n, name in enumerate(names)}
    assert take_in(notebook, zipped(tmp_path / "a.zip", {**parts, "en.json": data})).added == 3
    assert len(picture_sets.search(notebook, words="cup", langs=("en",))) == 3


def test_a_folder_that_has_changed_is_still_the_same_set(
    notebook: NotebookFile, tmp_path: Path
) -> None:
    folder = unpacked(tmp_path / "ours", {f"{n}.svg": shape(n) for n in range(3)})
    take_in(notebook, folder)
    unpacked(folder, {"Thumbs.db": b"x", "3.svg": shape(3)})
    again = take_in(notebook, folder)
    assert (again.added, again.already) == (1, 3)
    assert the_set(notebook).pictures == 4


def test_another_picture_under_an_old_name_is_taken_in(
    notebook: NotebookFile, tmp_path: Path
) -> None:
    folder = unpacked(tmp_path / "ours", {"dog.svg": shape(1)})
    take_in(notebook, folder)
    unpacked(folder, {"dog.svg": shape(2)})
    os.utime(folder / "dog.svg", (1, 1))
    assert take_in(notebook, folder).added == 1


def test_a_zip_with_more_beside_its_pictures_is_still_the_same_set(
    notebook: NotebookFile, tmp_path: Path
) -> None:
    take_in(notebook, zipped(tmp_path / "a.zip", {"dog.svg": shape(1)}))
    again = take_in(notebook, zipped(tmp_path / "b.zip", {"dog.svg": shape(1), "Thumbs.db": b"x"}))
    assert (again.added, again.already) == (0, 1)


def test_only_the_first_five_of_those_left_out_are_named(
    notebook: NotebookFile, tmp_path: Path
) -> None:
    bad = {f"bad{n}.svg": drawing("<script/>") for n in range(7)}
    imported = take_in(notebook, zipped(tmp_path / "a.zip", {**bad, "dog.svg": shape(1)}))
    *_, told = picture_sets.report(imported, SourceWording())
    assert told == (
        "Left out (7): a drawing that does more than show something. "
        "The first of them: bad0.svg, bad1.svg, bad2.svg, bad3.svg, bad4.svg."
    )


# Half a set


def test_half_a_set_says_how_many_there_are_and_goes_on_without_the_licence_once_more(
    notebook: NotebookFile, tmp_path: Path
) -> None:
    path = zipped(tmp_path / "a.zip", {f"{n}.svg": shape(n) for n in range(9)})

    def stop(done: int, _of: int) -> None:
        if done == 4:
            raise Enough

    with pytest.raises(Enough):
        take_in(notebook, path, author="Sam", progress=stop)
    assert (the_set(notebook).pictures, the_set(notebook).of) == (4, 9)
    take_in(notebook, path, licence="")
    whole = the_set(notebook)
    assert (whole.pictures, whole.of) == (9, 0)
    assert (whole.details.licence, whole.details.author) == ("Our own", "Sam")


def test_a_set_is_whole_although_some_of_its_pictures_cannot_be_used(
    notebook: NotebookFile, tmp_path: Path
) -> None:
    take_in(notebook, zipped(tmp_path / "a.zip", {"dog.svg": shape(1), "cat.svg": b"<no"}))
    assert (the_set(notebook).pictures, the_set(notebook).of) == (1, 0)


# Nothing that can be used


@pytest.mark.parametrize(
    "parts", [{"a.svg": drawing("<script/>"), "b.png": b"no"}, {"../a.svg": drawing()}]
)
def test_where_nothing_can_be_used_no_set_is_left_and_no_licence_asked_for(
    notebook: NotebookFile, tmp_path: Path, parts: dict[str, bytes]
) -> None:
    path = zipped(tmp_path / "a.zip", parts)
    looked = picture_sets.look_into(path)
    assert not looked.usable
    first, *_ = picture_sets.report_useless(looked.left_out, SourceWording())
    assert first == "None of the pictures in this file can be used. Nothing was taken in."
    assert picture_sets.report(take_in(notebook, path), SourceWording())[0] == first
    assert picture_sets.imported_sets(notebook) == ()


def test_boards_with_nothing_but_addresses_say_so(tmp_path: Path) -> None:
    images = [{"id": n, "url": f"https://x.example/{n}.png"} for n in range(5)]
    looked = picture_sets.look_into(boards(tmp_path / "a.obz", of=board(images=images)))
    told = picture_sets.report_useless(looked.left_out, SourceWording())
    assert told == (
        "Its 5 pictures are only addresses on the internet, and not in the file.",
        "Please save the boards again, with their pictures in the file.",
    )


# Photos of people


def test_pictures_of_which_nothing_is_said_may_be_photos_of_people(
    notebook: NotebookFile, tmp_path: Path
) -> None:
    photo = dots(kind="JPEG")
    (tmp_path / "joe.jpg").write_bytes(photo)
    for path in (
        tmp_path / "joe.jpg",
        unpacked(tmp_path / "photos", {"a.jpg": photo, "b.svg": drawing()}),
        zipped(tmp_path / "photos.zip", {"a.png": dots()}),
    ):
        assert picture_sets.look_into(path).may_show_people
        with pytest.raises(BadPictureSetError, match="people in these pictures"):
            take_in(notebook, path, no_people=False)
    assert picture_sets.imported_sets(notebook) == ()


def test_of_drawings_and_of_what_is_told_of_nobody_is_asked(tmp_path: Path) -> None:
    for path in (
        zipped(tmp_path / "drawings.zip", {"a.svg": drawing()}),
        zipped(tmp_path / "licence.zip", {"a.png": dots(), "LICENSE.txt": "CC0"}),
        zipped(tmp_path / "table.zip", {"a.png": dots(), "a.csv": "file,name\na.png,dog\n"}),
        arasaac(tmp_path / "arasaac.zip"),
        boards(tmp_path / "boards.obz"),
    ):
        assert not picture_sets.look_into(path).may_show_people


# Looking takes time too


@pytest.mark.parametrize("stop_at", range(5))
def test_looking_can_be_stopped_at_each_part(tmp_path: Path, stop_at: int) -> None:
    words = json.dumps([{"_id": 1, "keywords": [{"keyword": "cup"}]}])
    parts = {f"{n}.json": words for n in range(5)} | {"1.png": b"no"}
    told = []

    def stop(done: int, of: int) -> None:
        told.append((done, of))
        if len(told) > stop_at:
            raise Enough

    with pytest.raises(Enough):
        picture_sets.look_into(zipped(tmp_path / "a.zip", parts), progress=stop)
