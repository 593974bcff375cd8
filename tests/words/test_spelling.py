"""Words that no dictionary knows, and what may have been meant."""

import pytest

from app.shipped import Shipped

SPELLING = Shipped().spelling


def unknown(text: str, lang: str = "en-GB", known: tuple[str, ...] = ()) -> list[str]:
    return [text[start:end] for start, end in SPELLING.unknown(text, lang=lang, known=known)]


def test_a_misspelt_word_is_found_where_it_stands() -> None:
    assert unknown("He has a wheelchare and likes swiming.") == ["wheelchare", "swiming"]
    assert SPELLING.meant("wheelchare", lang="en-GB")[0] == "wheelchair"
    assert len(SPELLING.meant("swiming", lang="en")) <= 3


@pytest.mark.parametrize(
    "text",
    [
        "I don't like the colour.",
        "I don’t like Jo’s hat.",
        "We organise a hoist at 10:30 for Priya.",
        "She takes paracetamol and uses Makaton.",
        "She goes to the gurdwara.",
        "The GP and the OT come.",
        "",
        "👩🏽\u200d🦽 !!",
    ],
)
def test_good_words_names_and_words_of_care_are_left_alone(text: str) -> None:
    assert unknown(text) == []


def test_names_and_own_words_of_the_plan_are_known() -> None:
    assert unknown("my bodhrann and I", known=("Bodhrann",)) == []
    assert unknown("priya’s hat", known=("Priya",)) == []


@pytest.mark.parametrize("lang", ["cy", "ur", "pl", ""])
def test_a_language_without_a_dictionary_says_nothing(lang: str) -> None:
    assert unknown("wheelchare", lang) == []
    assert SPELLING.meant("wheelchare", lang=lang) == ()


def test_a_very_long_word_is_marked_and_nothing_is_looked_for() -> None:
    assert unknown("a" * 5000) == ["a" * 5000]
    assert SPELLING.meant("a" * 5000, lang="en") == ()
