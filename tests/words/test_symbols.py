"""The picture sets that ship with the program, asked as one."""

from pathlib import Path

import pytest

from app.model.ids import PictureRef
from app.shipped import Shipped
from app.words.symbols import DrawnSet, Symbols

FOLDER = Path(__file__).parents[2] / "resources" / "pictures" / "healthicons"
SYMBOLS = Shipped().symbols


@pytest.mark.parametrize(
    "ref", ["openmoji:1F68C", "healthicons:cane", "mdi:iron", "alongside:hoist"]
)
def test_a_picture_of_either_set_is_found(ref):
    picture = SYMBOLS.picture(PictureRef(ref), 3)
    assert picture is not None
    assert picture.data.startswith(b"<svg")


@pytest.mark.parametrize(
    "ref", ["healthicons:../LICENSE", "healthicons:", "cane", "healthicons:none", "other:cane"]
)
def test_what_is_no_picture_of_it_is_none(ref):
    assert DrawnSet("healthicons", FOLDER).picture(PictureRef(ref)) is None


def test_the_first_set_that_has_it_gives_it(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.svg").write_bytes(f"<svg>{name}</svg>".encode())
    both = Symbols(DrawnSet("set", tmp_path / "a"), DrawnSet("set", tmp_path / "b"))
    found = both.picture(PictureRef("set:x"))
    assert found is not None
    assert found.data == b"<svg>a</svg>"


@pytest.mark.parametrize(
    ("folder", "prefix", "licence"),
    [
        ("healthicons", "healthicons", "MIT License"),
        ("mdi", "mdi", "Apache License"),
        ("own", "alongside", "CC BY-SA 4.0"),
    ],
)
def test_every_drawing_is_used_by_an_idea_and_its_licence_lies_beside_it(folder, prefix, licence):
    place = FOLDER.parent / folder
    drawn = {f"{prefix}:{file.stem}" for file in place.glob("*.svg")}
    assert drawn == {ref for ref in Shipped().ideas.pictures if ref.startswith(f"{prefix}:")}
    assert licence in (place / "LICENSE").read_text("utf-8")


def test_own_drawings_show_people_in_the_skin_tone_that_was_chosen():
    brother = PictureRef("alongside:brother")
    plain, dark = SYMBOLS.picture(brother), SYMBOLS.picture(brother, 5)
    assert plain is not None
    assert dark is not None
    assert b"#FCEA2B" in plain.data
    assert b"#FCEA2B" not in dark.data
    assert b"#61493C" in dark.data


def test_drawings_without_skin_are_the_same_in_every_tone():
    kettle = PictureRef("mdi:kettle-steam")
    assert SYMBOLS.picture(kettle, 5) == SYMBOLS.picture(kettle)
