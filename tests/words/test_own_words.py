"""Words of a person's own plan, offered while somebody writes without a keyboard."""

import pytest

from app.words.alphabets import letters, signs
from app.words.own_words import OwnWords, put_in

SAID = ("I like tea.", "I like the garden.", "I like the bus.", "The bus is late.")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("", "like"),
        ("I like ", "the"),
        ("I like the ", "garden"),
        ("g", "garden"),
        ("I like the b", "bus"),
        ("B", "bus"),
    ],
)
def test_the_likeliest_word_comes_first(text: str, first: str) -> None:
    assert first in OwnWords(SAID).offer(text, most=3)


def test_what_is_whole_already_is_not_offered_again() -> None:
    assert "tea" not in OwnWords(SAID).offer("I like tea", most=9)


def test_no_more_are_offered_than_are_asked_for_and_none_without_a_plan() -> None:
    assert len(OwnWords(SAID).offer("", most=2)) == 2
    assert OwnWords(()).offer("a", most=5) == ()


def test_names_keep_their_capital_letter() -> None:
    assert OwnWords(["I saw Dele."]).offer("d", most=3) == ("Dele",)


@pytest.mark.parametrize(
    ("text", "word", "after"),
    [("I li", "like", "I like "), ("I ", "like", "I like "), ("", "Tea", "Tea ")],
)
def test_a_word_ends_what_is_half_written(text: str, word: str, after: str) -> None:
    assert put_in(text, word) == after


@pytest.mark.parametrize(
    "lang",
    ["en-GB", "cy", "pl", "ro", "ur", "pa", "bn", "gu", "ar", "so", "es", "fr", "it", "pt", "uk"],
)
def test_every_language_has_its_letters_once_in_short_rows(lang: str) -> None:
    rows = letters(lang)
    everything = [letter for row in rows for letter in row]
    assert len(everything) == len(set(everything)) > 20
    assert all(len(row) <= 8 for row in (*rows, *signs(lang)))
    assert all(digit in {s for row in signs(lang) for s in row} for digit in "0123456789")


def test_a_language_without_letters_here_has_the_english_ones() -> None:
    assert letters("xx") == letters("en-GB")
