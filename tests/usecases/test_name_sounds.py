"""How names are said is taught once and said everywhere."""

import pytest

from app.model.errors import BadWordsError
from app.usecases import name_sounds, people


def test_a_name_is_said_as_it_was_taught(home):
    name_sounds.teach(
        home.notebook, person=home.person, record=home.person, said_as="Ahn Obi", by=home.by
    )
    name_sounds.teach(home.notebook, person=home.person, record=home.by, said_as=" Yo ", by=home.by)
    taught = name_sounds.taught(home.notebook, person=home.person)
    assert taught == {"Ann Obi": "Ahn Obi", "Ann": "Ahn", "Jo": "Yo"}


def test_parts_of_a_name_are_said_so_too_where_they_can_be_told_apart():
    assert name_sounds.sounds("Niamh Byrne", "Neev Byrne") == {
        "Niamh Byrne": "Neev Byrne",
        "Niamh": "Neev",
    }
    assert name_sounds.sounds("Xiu Ying Li", "Shoo-ying Lee") == {"Xiu Ying Li": "Shoo-ying Lee"}
    assert name_sounds.sounds("Ann", "  ") == {}


def test_what_is_kept_already_is_not_written_again(home):
    again = [
        name_sounds.teach(
            home.notebook, person=home.person, record=home.by, said_as="Yo", by=home.by
        )
        for _ in range(2)
    ]
    assert [bool(each.touched) for each in again] == [True, False]


def test_far_too_long_a_spelling_is_refused(home):
    with pytest.raises(BadWordsError):
        name_sounds.teach(
            home.notebook, person=home.person, record=home.by, said_as="a" * 300, by=home.by
        )


def test_what_was_chosen_while_listening_leaves_the_rest_as_it_is(home):
    for lang, key in (("cy", "a"), ("en-GB", "b")):
        people.keep_hearing(home.notebook, person=home.person, by=home.by, voices={lang: key})
    people.keep_hearing(home.notebook, person=home.person, by=home.by, rate=0.8)
    ui = people.person(home.notebook, person=home.person).body.ui
    assert (ui.voices, ui.speech_rate) == ({"cy": "a", "en-GB": "b"}, 0.8)
