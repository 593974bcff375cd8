"""Words are kept as they were said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model import text
from app.model.errors import BadWordsError


@given(st.text())
def test_cleaning_twice_changes_nothing_more(said: str) -> None:
    once = text.without_controls(said)
    assert text.without_controls(once) == once


@pytest.mark.parametrize(
    "said",
    [
        "مجھے چائے پسند ہے۔",
        "ŵy a thŷ",
        "👩🏽‍🦽🏳️‍🌈",
        "One.\nTwo.",
        "zażółć gęślą jaźń",
        "\u200fابا\u200f.",
    ],
)
def test_words_in_any_script_stay_as_they_are(said: str) -> None:
    assert text.spoken_words(said) == said


def test_what_no_font_can_show_is_left_out() -> None:
    assert text.spoken_words("tea\x00 at\x07 4\ud800") == "tea at 4"


@pytest.mark.parametrize("nothing", ["", "   ", "\n\t", "\u200b", "\x00", "\u200f \u200e"])
def test_nothing_is_not_a_sentence(nothing: str) -> None:
    with pytest.raises(BadWordsError, match="no words yet"):
        text.spoken_words(nothing)


def test_far_too_much_is_asked_to_be_split() -> None:
    with pytest.raises(BadWordsError, match="split it into shorter sentences"):
        text.spoken_words("word " * 20_000)


def test_a_name_is_one_line() -> None:
    assert text.name("  Halina\n Nowak ") == "Halina Nowak"
    with pytest.raises(BadWordsError):
        text.name("x" * 201)


@pytest.mark.parametrize(
    ("words", "said", "place"),
    [
        ("art", "I go to the party, then art", 24),
        ("art", "I go to the party", None),
        ("cup of tea", "A cup of tea.", 2),
        ("চা", "আমি চা খাই", 4),
        ("", "anything", None),
    ],
)
def test_words_are_found_only_where_they_stand_by_themselves(
    words: str, said: str, place: int | None
) -> None:
    assert text.place_of_words(words, said) == place
