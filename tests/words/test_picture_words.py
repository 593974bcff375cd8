"""What a picture shows, in words."""

import pytest

from app.model.ids import PictureRef
from app.shipped import Shipped
from app.words.names import PictureNames
from app.words.picture_words import PictureWords

SHIPPED = Shipped()
SAYS = PictureWords(SHIPPED.picture_names, lambda: SHIPPED.ideas)


@pytest.mark.parametrize(
    ("picture", "lang", "words"),
    [
        ("openmoji:2615", "en-GB", "hot beverage"),
        ("openmoji:2615", "cy", "diod boeth"),
        ("alongside:friday", "en", "Friday"),
        ("openmoji:1F469-1F3FD", "en", "woman"),
        ("openmoji:1F6A9", "en", "triangular flag on post"),
    ],
)
def test_a_picture_is_said_by_its_name_or_by_what_it_stands_for(
    picture: str, lang: str, words: str
) -> None:
    assert SAYS(PictureRef(picture), lang).casefold() == words.casefold()


@pytest.mark.parametrize("picture", ["openmoji:1F6A9", "alongside:gone", "openmoji:", "nothing"])
def test_a_picture_that_nobody_named_in_a_language_says_nothing(picture: str) -> None:
    assert SAYS(PictureRef(picture), "ur") == ""


def test_every_picture_of_the_ideas_is_said_in_english() -> None:
    assert [each for each in SHIPPED.ideas.pictures if not SAYS(each, "en")] == []


def test_the_ideas_are_not_read_for_a_picture_that_has_a_name() -> None:
    def ideas() -> None:
        raise AssertionError

    names = PictureNames(lambda _: "2615\thot beverage\tcoffee")
    assert PictureWords(names, ideas)(PictureRef("openmoji:2615"), "en") == "hot beverage"
