"""Names said in one spelling and shown in another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.speech.names import as_said
from app.speech.sound import WordAt

LETTERS = st.text("aAb \u00e9'.1", max_size=20)
NAMES = st.dictionaries(LETTERS, LETTERS, max_size=4)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Siobhan likes tea.", "Shivawn likes tea."),
        ("I ask Siobhan's sister.", "I ask Shivawn's sister."),
        ("Siobhan, Siobhan!", "Shivawn, Shivawn!"),
        ("Siobhanna is not her.", "Siobhanna is not her."),
        ("Will will ask Willow.", "Bill will ask Willow."),
        ("Jo Ann and Jo.", "Joanne and Joe."),
    ],
)
def test_a_name_is_said_as_the_person_taught_it(text, said):
    taught = {"Siobhan": "Shivawn", "Will": "Bill", "Jo": "Joe", "Jo Ann": "Joanne", "": "x"}
    assert as_said(text, taught).text == said


def test_names_in_other_scripts_are_names_too():
    assert as_said("ہالینا کو چائے پسند ہے۔", {"ہالینا": "حلینا"}).text == "حلینا کو چائے پسند ہے۔"


def test_the_word_that_is_lit_is_the_one_that_is_shown():
    text = as_said("Ask Jo Ann now.", {"Jo Ann": "Joe-anne Marie"})
    begun = [(0, 0), (4, 10), (8, 20), (13, 30), (19, 40)]
    assert text.text == "Ask Joe-anne Marie now."
    assert list(text.words(begun)) == [WordAt(0, 3, 0), WordAt(4, 6, 10), WordAt(11, 4, 40)]


def test_a_word_in_several_parts_is_one_word():
    begun = [(0, 0), (2, 50), (4, 100), (9, 200), (11, 250)]
    assert list(as_said("I'm born 2025.", {}).words(begun)) == [
        WordAt(0, 3, 0),
        WordAt(4, 4, 100),
        WordAt(9, 5, 200),
    ]


@given(LETTERS, NAMES)
def test_every_position_said_is_one_that_is_shown_and_they_keep_their_order(text, names):
    said = as_said(text, names)
    places = [said.shown_at(place) for place in range(len(said.text))]
    assert all(0 <= place < len(text) for place in places)
    assert places == sorted(places)
    unchanged = [place for place, at in enumerate(places) if said.text[place] == text[at]]
    if not names:
        assert unchanged == places


@given(LETTERS, NAMES, st.lists(st.tuples(st.integers(-1, 60), st.integers(0, 10_000))))
def test_words_lie_within_their_text_and_never_go_back(text, names, begun):
    words = list(as_said(text, names).words(begun))
    assert all(text[w.start : w.start + w.length].strip() for w in words)
    assert [w.start for w in words] == sorted({w.start for w in words})


@given(st.text(max_size=30))
def test_without_taught_names_nothing_changes(text):
    said = as_said(text, {})
    assert said.text == text
    assert [said.shown_at(place) for place in range(len(text))] == list(range(len(text)))
