"""How names are said is taught once and said everywhere."""

import datetime

import pytest

from app.model.errors import BadSoundError, BadWordsError
from app.model.recordings import sound_ref
from app.usecases import name_sounds, people, recordings, undo
from app.usecases.planfile import export_plan, import_plan
from tests.helpers.everything import everything, told
from tests.helpers.fake_notebook import FakeNotebook
from tests.helpers.plans import the_sections
from tests.helpers.recorded import recording


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


def teach_aloud(home, record, sound):
    return name_sounds.keep(
        home.notebook, person=home.person, record=record, sound=sound, by=home.by
    )


def test_a_name_is_recorded_and_the_recording_taken_off_again(home):
    for record, sound in ((home.person, recording()), (home.by, recording(0.6))):
        teach_aloud(home, record, sound)
    said = {"Ann Obi": sound_ref(recording()), "Jo": sound_ref(recording(0.6))}
    assert name_sounds.recorded(home.notebook, person=home.person) == said
    assert recordings.sound(home.notebook, said["Jo"]) == recording(0.6)
    name_sounds.take_off(home.notebook, person=home.person, record=home.person, by=home.by)
    assert list(name_sounds.recorded(home.notebook, person=home.person)) == ["Jo"]
    assert name_sounds.recorded(home.notebook, person=None) == {}


def test_taking_off_a_recording_can_be_undone(home):
    teach_aloud(home, home.by, recording())
    name_sounds.take_off(home.notebook, person=home.person, record=home.by, by=home.by)
    undo.undo(home.notebook, person=home.person, by=home.by)
    assert list(name_sounds.recorded(home.notebook, person=home.person)) == ["Jo"]


def test_what_is_no_recording_is_not_kept_as_a_name(home):
    with pytest.raises(BadSoundError):
        teach_aloud(home, home.by, b"Jo")
    assert name_sounds.recorded(home.notebook, person=home.person) == {}


def test_a_plan_takes_the_recorded_names_along(home):
    teach_aloud(home, home.person, recording())
    teach_aloud(home, home.by, recording(0.6))
    at = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)
    other = FakeNotebook()
    data = export_plan(home.notebook, person=home.person, at=at)
    import_plan(other, data=data, sections=the_sections())
    assert other.sounds == home.notebook.sounds
    said = name_sounds.recorded(home.notebook, person=home.person)
    assert name_sounds.recorded(other, person=home.person) == said


def test_that_a_name_is_recorded_is_told_with_everything_that_is_kept(home, house):
    teach_aloud(home, home.person, recording())
    teach_aloud(home, home.by, recording(0.6))
    lines = told(everything(home.notebook, home.person, house)).splitlines()
    for field in ("How my name is said", "How the name is said"):
        assert lines[lines.index(field) + 1] == "a recording"
