"""Every picture of people that the program can show is shown in the tone that was chosen."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from app.model.ids import PictureRef
from app.paper.svg import read_svg
from app.words.openmoji import OpenMoji

INSTALLED = OpenMoji.installed()
ROOT = Path(__file__).parents[2]
CODE = re.compile(r"openmoji:([0-9A-F]{4,6}(?:-[0-9A-F]{4,6})*)")
TONES = ("1F3FB", "1F3FC", "1F3FD", "1F3FE", "1F3FF")
SKIN = ("#fadcbc", "#debb90", "#c19a65", "#a57939", "#6a462f")
YELLOW = "#fcea2b"
GROUP = "{http://www.w3.org/2000/svg}g"


def used() -> list[str]:
    """The code of every picture that ideas, guides, sections, boards and buttons name."""
    found: set[str] = set()
    for place in ("resources", "ui", "app"):
        for file in Path(ROOT, place).rglob("*"):
            if file.suffix in {".toml", ".py", ".json"}:
                found.update(CODE.findall(file.read_text(encoding="utf-8")))
    return sorted(found)


def skin(code: str, tone: int | None = None) -> set[str]:
    """The colours of the layers of skin."""
    drawn = INSTALLED.picture(PictureRef(f"openmoji:{code}"), skin_tone=tone)
    layers = (
        each
        for each in ET.fromstring(drawn.data).iter(GROUP)  # noqa: S314 - the program's own
        if each.get("id", "").startswith("skin")
    )
    return {part.get("fill", "").lower() for layer in layers for part in layer.iter()}


def of_people() -> list[str]:
    """The pictures with yellow skin, without those whose tone was chosen with the picture."""
    plain = (code for code in used() if not any(tone in code for tone in TONES))
    return [
        code
        for code in plain
        if INSTALLED.picture(PictureRef(f"openmoji:{code}")) and YELLOW in skin(code)
    ]


PEOPLE = of_people()


def test_the_program_shows_many_people():
    assert len(PEOPLE) >= 80
    assert {"1F46A", "1FAC2", "1F44B", "1F9D1-200D-2695-FE0F"} <= set(PEOPLE)


@pytest.mark.parametrize("tone", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("code", PEOPLE)
def test_people_are_in_the_tone_that_was_chosen(code, tone):
    colours = skin(code, tone)
    assert SKIN[tone - 1] in colours
    assert YELLOW not in colours


@pytest.mark.parametrize("code", PEOPLE)
def test_people_in_a_tone_can_be_printed(code):
    picture = INSTALLED.picture(PictureRef(f"openmoji:{code}"), skin_tone=4)
    assert read_svg(picture.data) != read_svg(INSTALLED.picture(f"openmoji:{code}").data)


@pytest.mark.parametrize("code", ["1F6D0", "1FAAA", "E100", "E249"])
def test_people_without_a_layer_of_skin_are_in_the_tone_too(code):
    drawn = INSTALLED.picture(PictureRef(f"openmoji:{code}"), skin_tone=5).data.lower()
    assert b"#6a462f" in drawn
    assert YELLOW.encode() not in drawn


def test_whoever_wants_yellow_gets_the_drawing_as_it_is():
    for code in PEOPLE:
        plain = (INSTALLED._folder / f"{code}.svg").read_bytes()
        assert INSTALLED.picture(f"openmoji:{code}").data == plain


def test_a_tone_that_was_chosen_with_a_picture_stays():
    chosen = INSTALLED.picture("openmoji:1F468-1F3FB")
    assert INSTALLED.picture("openmoji:1F468-1F3FB", skin_tone=5) == chosen


def test_where_nobody_is_shown_yellow_stays_yellow():
    for code in ("1F68C", "1F642", "2600", "1F34C"):
        ref = PictureRef(f"openmoji:{code}")
        assert INSTALLED.picture(ref, skin_tone=5) == INSTALLED.picture(ref)
