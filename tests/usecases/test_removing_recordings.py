"""A recording can be deleted for good: that there was one stays, and nobody hears it."""

import json

import pytest

from app.model.errors import NotAllowedError
from app.model.ids import RecordId
from app.model.recording_removed import RecordingRemoved
from app.model.recordings import sound_ref
from app.model.session import Answer
from app.model.statement import Statement
from app.usecases import name_sounds, recordings, removing_recordings, sessions, statements, undo
from app.usecases.planfile import export_plan, import_plan
from app.usecases.statements import Said
from tests.helpers.everything import everything, told
from tests.helpers.fake_notebook import FakeNotebook
from tests.helpers.guides import guide
from tests.helpers.plans import the_sections
from tests.helpers.recorded import recording

from .conftest import NOW, TODAY, Home
from .test_choices import Talk, choosing

FIRST, SECOND = recording(), recording(0.7)


def say(home: Home, words: str, sound: bytes = FIRST, **more: object) -> RecordId:
    said = Said(
        person=home.person, words=words, lang="so", section="important_to", kind="important_to",
        by=home.by, recording=sound, **{"voice": "own_spoken", **more},  # type: ignore[arg-type]
    )  # fmt: skip
    return statements.say(home.notebook, said).last("statement")


def now(home: Home, statement: RecordId) -> Statement:
    with home.notebook.unit_of_work() as work:
        return work.records.get(statement, Statement).body


def remove(home: Home, statement: RecordId) -> None:
    removing_recordings.of_sentence(home.notebook, statement=statement, by=home.by, on=TODAY)


def gone(home: Home) -> list[str]:
    with home.notebook.unit_of_work() as work:
        return [each.body.recording for each in work.records.find(RecordingRemoved)]


def test_a_sentence_keeps_its_words_and_nothing_that_was_ever_recorded_of_it(
    home: Home, house: object
) -> None:
    tea = say(home, "Shaah.")
    recordings.keep(home.notebook, statement=tea, sound=SECOND, by=home.by)
    remove(home, tea)
    assert home.notebook.sounds == {}
    assert (now(home, tea).original, now(home, tea).recording) == ("Shaah.", None)
    assert gone(home) == [sound_ref(FIRST), sound_ref(SECOND)]
    lines = told(everything(home.notebook, home.person, house)).splitlines()  # type: ignore[arg-type]
    assert "Recordings that were deleted for good" in lines


def test_a_recording_that_was_taken_off_before_can_be_deleted_too(home: Home) -> None:
    tea = say(home, "Shaah.")
    recordings.take_off(home.notebook, statement=tea, by=home.by)
    remove(home, tea)
    assert home.notebook.sounds == {}


def test_a_sentence_that_is_nothing_else_goes_with_it(home: Home) -> None:
    tea = say(home, "")
    remove(home, tea)
    assert home.notebook.sounds == {}
    with home.notebook.unit_of_work() as work:
        assert work.records.get(tea, Statement).withdrawn


def test_what_somebody_else_says_with_the_same_sound_stays(home: Home) -> None:
    tea, other = say(home, "Shaah."), say(home, "Shaah!")
    remove(home, tea)
    assert home.notebook.sounds == {sound_ref(FIRST): FIRST}
    assert now(home, other).recording == sound_ref(FIRST)
    assert gone(home) == []


def test_undoing_what_was_done_before_brings_back_nothing_that_nobody_can_hear(home: Home) -> None:
    tea = say(home, "Shaah.")
    recordings.take_off(home.notebook, statement=tea, by=home.by)
    remove(home, tea)
    name = undo.next_undo(home.notebook, person=home.person)
    assert name is not None
    assert name.name == "recording taken away"
    with pytest.raises(NotAllowedError, match="cannot be undone any more"):
        undo.undo(home.notebook, person=home.person, by=home.by)
    assert now(home, tea).recording is None


def test_a_plan_with_a_deleted_recording_in_its_history_goes_into_another_notebook(
    home: Home,
) -> None:
    tea = say(home, "Shaah.")
    remove(home, tea)
    data = export_plan(home.notebook, person=home.person, at=NOW)
    assert "sounds" not in json.loads(data)
    other = FakeNotebook()
    import_plan(other, data=data, sections=the_sections())
    again = json.loads(export_plan(other, person=home.person, at=NOW))
    for part in ("statements", "recordings_removed"):
        assert again[part] == json.loads(data)[part]


def test_r6_nobody_deletes_what_somebody_else_said(home: Home) -> None:
    theirs = say(home, "She likes tea.", voice="family", said_by=home.by)
    with pytest.raises(NotAllowedError, match="somebody else"):
        remove(home, theirs)
    assert home.notebook.sounds


def test_a_name_is_said_by_a_voice_again(home: Home) -> None:
    about = {"person": home.person, "record": home.by, "by": home.by}
    for sound in (FIRST, SECOND):
        name_sounds.keep(home.notebook, sound=sound, **about)
    removing_recordings.of_name(home.notebook, on=TODAY, **about)
    assert home.notebook.sounds == {}
    assert name_sounds.recorded(home.notebook, person=home.person) == {}
    export_plan(home.notebook, person=home.person, at=NOW)


def test_an_answer_keeps_what_was_pressed(home: Home) -> None:
    talk = Talk(home, guide(choosing("order")))
    talk.choose("a")
    for sound in (FIRST, SECOND):
        recordings.answer(
            home.notebook, session=talk.session, step="here", field="", sound=sound, by=home.by,
            at=NOW,
        )  # fmt: skip
    removing_recordings.of_answer(
        home.notebook, session=talk.session, step="here", by=home.by, on=TODAY
    )
    assert home.notebook.sounds == {}
    given = sessions.session(home.notebook, session=talk.session).body.answers["here"]
    assert given == Answer(response="chosen", choices=("a",), at=NOW)
