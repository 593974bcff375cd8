"""Taking picture sets in: stopped, killed, taken up again; what was left out is told."""

import contextlib
import datetime
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from app.model.errors import BadPictureSetError, BadPlanFileError
from app.model.ids import PictureRef
from app.model.picture_sets import set_ref
from app.model.pictures import Picture, with_not
from app.model.statement import Statement
from app.model.wording import SourceWording
from app.paper.symbols import Pictures
from app.usecases import picture_sets, planfile, statements
from app.usecases.pictures import NotebookPictures
from tests.helpers.notebooks import make_notebook, open_again
from tests.helpers.picture_files import arasaac, board, boards, dots, drawing, mulberry_like, zipped
from tests.helpers.plans import the_sections
from tests.helpers.stored_notebook import add, say

SECTION = "important_to"
MULBERRY = os.environ.get("ALONGSIDE_TEST_MULBERRY", "")


class Held:
    """A document that holds nothing."""

    def hold(self, name, content):
        """Let it go."""


class Enough(Exception):  # noqa: N818 - nothing went wrong
    """The import is stopped."""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "n.alongside"


@pytest.fixture
def notebook(path):
    made = make_notebook(path)
    yield made
    made.close()


@pytest.fixture
def many(tmp_path):
    """A set of 450 pictures."""
    parts = {f"p{n}.svg": drawing(f'<path d="M{n} 1h8"/>') for n in range(450)}
    return zipped(tmp_path / "many.zip", {**parts, "LICENSE.txt": "CC0"})


def numbers(notebook):
    return [each.pictures for each in picture_sets.imported_sets(notebook)]


def test_a_set_is_taken_in_and_found_by_name(notebook, tmp_path):
    imported = picture_sets.import_set(notebook, path=mulberry_like(tmp_path / "m.zip"))
    assert (imported.added, imported.already, dict(imported.left_out)) == (2, 0, {})
    (swim,) = picture_sets.search(notebook, words="swim", langs=("en",))
    picture = NotebookPictures(notebook, None).picture(swim.ref)
    assert picture.data.startswith(b"<svg")
    assert (picture.credit.author, picture.credit.licence) == ("Ada Example", "CC BY-SA 4.0")


def test_boards_and_arasaac_are_taken_in(notebook, tmp_path):
    happy = picture_sets.import_set(notebook, path=boards(tmp_path / "b.obz"), licence="CC0 1.0")
    cup = picture_sets.import_set(notebook, path=arasaac(tmp_path / "a.zip"))
    assert (happy.added, cup.added) == (2, 1)
    assert [each.name for each in picture_sets.search(notebook, words="cwpan", langs=("cy",))] == [
        "cwpan"
    ]


def test_without_a_licence_nothing_is_taken_in_until_somebody_says_it(notebook, tmp_path):
    path = zipped(tmp_path / "a.zip", {"dog.svg": drawing()})
    assert picture_sets.look_into(path).needs_licence
    with pytest.raises(BadPictureSetError, match="under which licence"):
        picture_sets.import_set(notebook, path=path, licence=" ")
    assert numbers(notebook) == []
    picture_sets.import_set(notebook, path=path, licence=" Our  own ", author="Us")
    (made,) = picture_sets.imported_sets(notebook)
    assert (made.details.licence, made.details.author) == ("Our own", "Us")


def test_progress_is_told_to_the_end(notebook, many):
    told = []
    picture_sets.import_set(notebook, path=many, progress=lambda *each: told.append(each))
    taking = [each for each in told if each[1] == 450]
    assert taking == [(done, 450) for done in range(451)]
    assert told[-1] == (450, 450)


@pytest.mark.parametrize("at", [0, 1, 100, 250, 450])
def test_what_was_stopped_goes_on_from_there(notebook, many, at):
    def stop(done, _of):
        if done == at:
            raise Enough

    with contextlib.suppress(Enough):
        picture_sets.import_set(notebook, path=many, progress=stop)
    assert numbers(notebook) == ([at] if at else [])
    rest = picture_sets.import_set(notebook, path=many)
    assert (rest.already, rest.added) == (at, 450 - at)
    assert numbers(notebook) == [450]
    assert notebook.check() == ()


def test_what_was_killed_goes_on_from_there(path, many):
    make_notebook(path).close()
    program = f"""
import os, pathlib
from app.usecases import picture_sets
from tests.helpers.notebooks import open_again
notebook = open_again(pathlib.Path({str(path)!r}))
stop = lambda done, _of: os._exit(9) if done == 330 else None
picture_sets.import_set(notebook, path=pathlib.Path({str(many)!r}), progress=stop)
"""
    killed = subprocess.run([sys.executable, "-c", program], check=False, cwd=Path.cwd())
    assert killed.returncode == 9
    notebook = open_again(path)
    rest = picture_sets.import_set(notebook, path=many)
    assert (rest.already, rest.added) == (300, 150)
    assert notebook.check() == ()
    notebook.close()


def test_bad_pictures_are_left_out_and_told_by_reason(notebook, tmp_path):
    huge = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(huge, "PNG")
    path = zipped(
        tmp_path / "a.zip",
        {
            "good.svg": drawing(),
            "script.svg": drawing("<script/>"),
            "other.svg": drawing('<g onclick="x()"/>'),
            "half.png": dots(size=(300, 300))[:60],
            "text.png": b"hello",
            "huge.png": huge.getvalue(),
            "really a drawing.png": drawing("<g/>"),
            "../out.png": dots(),
        },
    )
    imported = picture_sets.import_set(notebook, path=path, licence="CC0 1.0", no_people=True)
    assert imported.added == 2
    assert dict(imported.left_out) == {
        "unsafe_place": 1,
        "unsafe": 2,
        "no_picture": 2,
        "too_large": 1,
    }
    told = picture_sets.report(imported, SourceWording())
    assert told[0] == "2 pictures were taken in."
    unsafe = "Left out (2): a drawing that does more than show something."
    assert f"{unsafe} In the file: script.svg, other.svg." in told
    assert len(told) == 5


def test_drawings_that_cannot_be_printed_are_named(notebook, tmp_path):
    letters = drawing('<text x="1" y="5">SALE</text>')
    path = zipped(
        tmp_path / "a.zip",
        {"open shop.svg": letters, "mug.svg": drawing(), "dog.png": dots(), "LICENSE.txt": "CC0"},
    )
    imported = picture_sets.import_set(notebook, path=path, lang="en")
    assert imported.added == 3
    assert imported.screen_only == ("open shop",)
    told = picture_sets.report(imported, SourceWording())
    assert "1 picture is shown on screen, and not on paper: open shop." in told


def test_a_set_is_found_by_what_kind_of_thing_its_pictures_show(notebook, tmp_path):
    picture_sets.import_set(notebook, path=mulberry_like(tmp_path / "m.zip"))
    (mug,) = picture_sets.search(notebook, words="kitchen", langs=("en",))
    assert mug.name == "mug"


def test_a_drawing_with_an_impossible_number_does_not_stop_the_print(notebook, tmp_path):
    path = tmp_path / "cup.svg"
    path.write_bytes(drawing('<path d="M0 0A3 3 0 0 1 1e-200 0"/>'))
    imported = picture_sets.import_set(notebook, path=path, lang="en", licence="CC0 1.0")
    assert (imported.added, imported.left_out) == (1, {})
    (cup,) = picture_sets.search(notebook, words="cup", langs=("en",))
    pages = Pictures(
        NotebookPictures(notebook, None),
        Held(),
        words=SourceWording(),
        skin_tone=None,
        longest=100,
    )
    assert pages.find(cup.ref) is None
    assert pages.left_out == (cup.ref,)


def test_a_picture_of_a_set_is_said_by_its_usual_name(notebook, tmp_path):
    path = tmp_path / "cup.svg"
    path.write_bytes(drawing())
    picture_sets.import_set(notebook, path=path, lang="en", licence="CC0 1.0")
    (cup,) = picture_sets.search(notebook, words="cup", langs=("en",))
    pictures = NotebookPictures(notebook, None)
    assert (pictures.says(cup.ref, "en-GB"), pictures.says(cup.ref, "cy")) == ("cup", "")


def test_photos_lose_what_the_camera_wrote_and_become_small(notebook, tmp_path):
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = "at home in Elm Street"
    Image.new("RGB", (3000, 2000), "teal").save(out, "JPEG", exif=exif)
    photo = tmp_path / "garden.jpg"
    photo.write_bytes(out.getvalue())
    picture_sets.import_set(notebook, path=photo, lang="en", licence="Our own", no_people=True)
    (garden,) = picture_sets.search(notebook, words="garden", langs=("en",))
    kept = NotebookPictures(notebook, None).picture(garden.ref)
    assert b"Elm Street" in out.getvalue()
    assert b"Elm Street" not in kept.data
    assert max(Image.open(io.BytesIO(kept.data)).size) == 1600


def test_a_picture_of_a_set_may_have_16_million_dots(notebook, tmp_path):
    parts = {"a.png": dots(size=(4_001, 4_000)), "b.png": dots(size=(4_000, 1_000))}
    path = zipped(tmp_path / "a.zip", parts)
    imported = picture_sets.import_set(notebook, path=path, licence="CC0 1.0", no_people=True)
    assert (imported.added, dict(imported.left_out)) == (1, {"too_large": 1})


def test_letters_that_cannot_be_kept_harm_nothing(notebook, tmp_path):
    folder = tmp_path / "set"
    folder.mkdir()
    for name in (b"dog\xff.png", b"a\x01cat.png"):
        try:
            Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(dots())
        except OSError:
            pytest.skip("such names cannot be given here")
    picture_sets.import_set(notebook, path=folder, lang="en", licence="CC0", no_people=True)
    named = board(buttons=[{"label": "hap\ud800py\0", "image_id": 9}])
    picture_sets.import_set(notebook, path=boards(tmp_path / "b.obz", of=named), licence="CC0 1.0")
    assert numbers(notebook) == [2, 1]
    for words, name in (("dog", "dog"), ("acat", "acat"), ("happy", "happy")):
        (found,) = picture_sets.search(notebook, words=words, langs=("en",))
        assert found.name == name


def test_a_file_that_is_no_set_leaves_the_notebook_as_it_was(notebook, tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(b"PK\x03\x04 and then nothing")
    with pytest.raises(BadPictureSetError):
        picture_sets.import_set(notebook, path=path)
    assert numbers(notebook) == []


def exported(notebook, ref):
    """The plan file of somebody whose sentence shows a picture."""
    joe, by = add(notebook, "Joe", "en-GB")
    statements.change_pictures(
        notebook, statement=say(notebook, joe, by, "My mug", section=SECTION), symbols=(ref,), by=by
    )
    at = datetime.datetime(2026, 3, 4, tzinfo=datetime.UTC)
    return planfile.export_plan(notebook, person=joe, at=at)


@pytest.fixture
def other(tmp_path):
    """Another notebook."""
    made = make_notebook(tmp_path / "other.alongside")
    yield made
    made.close()


def test_a_plan_takes_its_pictures_and_their_credit_into_another_notebook(
    notebook, other, tmp_path
):
    picture_sets.import_set(notebook, path=mulberry_like(tmp_path / "m.zip"))
    (mug,) = picture_sets.search(notebook, words="mug", langs=("en",))
    data = exported(notebook, mug.ref)
    planfile.import_plan(other, data=data, sections=the_sections())
    picture = NotebookPictures(other, None).picture(mug.ref)
    assert picture == NotebookPictures(notebook, None).picture(mug.ref)
    assert picture.credit.set_name == "M"
    assert picture_sets.search(other, words="mug", langs=("en",)) == ()
    assert other.check() == ()


def test_a_picture_with_the_mark_for_not_goes_along_and_comes_in_with_it(notebook, other, tmp_path):
    picture_sets.import_set(notebook, path=mulberry_like(tmp_path / "m.zip"))
    (mug,) = picture_sets.search(notebook, words="mug", langs=("en",))
    data = exported(notebook, with_not(mug.ref))
    planfile.import_plan(other, data=data, sections=the_sections())
    assert NotebookPictures(other, None).picture(mug.ref) is not None
    with other.unit_of_work() as work:
        (line,) = work.records.find(Statement)
    assert line.body.symbols == (with_not(mug.ref),)


def test_a_plan_file_in_which_a_photo_is_crossed_out_is_refused(notebook, other):
    crossed = PictureRef("not:photo:" + 64 * "0")
    with pytest.raises(BadPlanFileError, match="mark for"):
        planfile.import_plan(other, data=exported(notebook, crossed), sections=the_sections())


def test_a_plan_file_with_a_drawing_that_is_not_safe_is_refused(notebook, other):
    with notebook.unit_of_work() as work:
        ref = work.sets.carry(Picture("image/svg+xml", drawing("<script/>")))
        work.commit()
    with pytest.raises(BadPlanFileError, match="cannot be used"):
        planfile.import_plan(other, data=exported(notebook, ref), sections=the_sections())
    assert NotebookPictures(other, None).picture(ref) is None


def test_a_plan_file_that_names_a_picture_and_does_not_hold_it_is_refused(notebook, other):
    missing = set_ref(b"nothing")
    with pytest.raises(BadPlanFileError, match="not among the pictures"):
        planfile.import_plan(other, data=exported(notebook, missing), sections=the_sections())


@pytest.mark.slow
@pytest.mark.skipif(not MULBERRY, reason="ALONGSIDE_TEST_MULBERRY names no release of Mulberry")
def test_the_release_of_mulberry_is_taken_in_whole(notebook):
    imported = picture_sets.import_set(notebook, path=Path(MULBERRY))
    assert imported.added > 3_400
    assert not imported.left_out
    assert imported.details.licence == "CC BY-SA 4.0"
