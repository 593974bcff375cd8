"""Pictures on paper as their person likes them: which, how large, and over which words."""

import re

import pytest

from app.model.ids import PictureRef
from app.model.person import Settings
from app.model.pictures import Picture
from app.model.statement import Statement
from app.paper.press import Printed
from app.paper.sheet import MM
from tests.helpers.printing import OpenMoji, RightToLeftWording, plan, printed, sentence
from tests.paper.test_booklet import everything_is_on_its_page, flat, reader
from tests.paper.test_photos import jpeg

MUG = PictureRef("photo:mug")
TEA, BED, BATH = (PictureRef(f"openmoji:{each}") for each in ("1FAD6", "1F6CF", "1F6C0"))
WORDS = "Tea in bed before anybody talks to me, and then a bath."


def keyed() -> Statement:
    return sentence(WORDS, symbols=(TEA, BED, BATH), key_words=("Tea", "bed", "bath"))


def booklet(*said: Statement, **likes: object) -> Printed:
    photos = OpenMoji({MUG: Picture("image/jpeg", jpeg())})
    return printed(plan(*said, settings=Settings(**likes)), pictures=photos)  # type: ignore[arg-type]


def sides(made: Printed, page: int = 1) -> list[int]:
    """The sizes of the larger pictures of a page, in millimetres."""
    content = reader(made).pages[page].get_contents()
    assert content is not None
    drawn = re.findall(rb"(\S+) 0 0 (\S+) (\S+) (\S+) cm /FormXob", content.get_data())
    large = (max(float(wide), abs(float(high))) / MM for wide, high, _, _ in drawn)
    return [round(side) for side in large if side > 30]


@pytest.mark.parametrize(("size", "side"), [("usual", 42), ("bigger", 50), ("biggest", 60)])
def test_a_picture_is_as_large_as_the_person_likes_it(size: str, side: int) -> None:
    made = booklet(sentence("Tea.", symbols=(TEA,)), picture_size=size)
    assert sides(made) == [side]
    assert everything_is_on_its_page(made)


def test_key_words_stand_under_their_pictures_and_in_the_sentence() -> None:
    made = booklet(keyed(), pictures="key_words")
    assert sides(made) == [42, 42, 42]
    assert f"Tea bed bath {WORDS}" in flat(made)
    assert everything_is_on_its_page(made)


@pytest.mark.parametrize("size", ["bigger", "biggest"])
@pytest.mark.parametrize("text", [14, 24])
def test_three_large_pictures_with_large_words_stay_on_the_page(size: str, text: int) -> None:
    settings = Settings(pictures="key_words", picture_size=size, text_pt=text)  # type: ignore[arg-type]
    for words in (None, RightToLeftWording()):
        made = printed(plan(*[keyed()] * 6, settings=settings), words=words)
        assert everything_is_on_its_page(made)
        assert len(sides(made)) % 3 == 0


def test_elsewhere_only_the_first_picture_is_printed() -> None:
    assert sides(booklet(keyed())) == [42]


def test_a_sentence_without_key_words_has_its_one_picture() -> None:
    made = booklet(sentence("Tea in bed.", symbols=(TEA, BED)), pictures="key_words")
    assert sides(made) == [42]


def test_only_photos_are_printed_where_the_person_wants_photos() -> None:
    tea, mug = sentence("Tea.", symbols=(TEA,)), sentence("Mug.", symbols=(TEA, MUG))
    assert sides(booklet(tea, mug, pictures="photo")) == [42]


def test_nothing_is_printed_where_the_person_wants_none() -> None:
    made = booklet(keyed(), pictures="none", picture_size="biggest")
    assert sides(made) == []
    assert f"bed bath {WORDS}" not in flat(made)
