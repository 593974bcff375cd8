"""What people say into the computer at a moment stays beside whatever they press there."""

import pytest

from app.model.errors import BadSoundError
from app.model.recordings import sound_ref
from app.model.session import Answer
from app.usecases import recordings, sessions
from app.usecases.planfile import export_plan, import_plan
from tests.helpers.everything import everything, told
from tests.helpers.fake_notebook import FakeNotebook
from tests.helpers.guides import guide
from tests.helpers.plans import the_sections
from tests.helpers.recorded import recording

from .conftest import NOW, Home
from .test_choices import SCALE, Talk, choosing

SOUND = sound_ref(recording())


@pytest.fixture
def talk(home: Home) -> Talk:
    """A talk that asks for one or more of four cards."""
    return Talk(home, guide(choosing("order")))


def say(talk: Talk, sound: bytes = recording()) -> None:
    recordings.answer(
        talk.home.notebook, session=talk.session, step="here", field="mood_start", sound=sound,
        by=talk.home.by, at=NOW,
    )  # fmt: skip


def take_off(talk: Talk) -> None:
    recordings.take_off_answer(
        talk.home.notebook, session=talk.session, step="here", by=talk.home.by
    )


def given(talk: Talk) -> Answer | None:
    return sessions.session(talk.home.notebook, session=talk.session).body.answers.get("here")


def test_a_recording_alone_is_an_answer(talk: Talk) -> None:
    say(talk)
    assert given(talk) == Answer(response="said", field="mood_start", at=NOW, recording=SOUND)


def test_what_is_pressed_and_unpressed_leaves_the_recording(talk: Talk) -> None:
    say(talk)
    talk.choose("a")
    talk.choose("a", "b")
    answer = given(talk)
    assert answer is not None
    assert (answer.choices, answer.recording) == (("a", "b"), SOUND)
    talk.choose()
    answer = given(talk)
    assert answer is not None
    assert (answer.response, answer.choices, answer.recording) == ("said", (), SOUND)


def test_a_recording_leaves_what_was_pressed_and_what_that_says(talk: Talk) -> None:
    talk.choose("a")
    said = talk.said()
    say(talk)
    take_off(talk)
    assert given(talk) == Answer(response="chosen", choices=("a",), at=NOW)
    assert talk.said() == said


def test_with_nothing_pressed_there_is_no_answer_without_the_recording(talk: Talk) -> None:
    say(talk)
    take_off(talk)
    assert given(talk) is None


def test_whoever_refuses_is_not_kept_as_having_said_it(talk: Talk) -> None:
    say(talk)
    refusal = Answer(response="dont_want_to_say", at=NOW)
    talk.answer(refusal)
    assert given(talk) == refusal
    say(talk)
    answer = given(talk)
    assert answer is not None
    assert answer.response == "said"


def test_a_day_that_is_chosen_leaves_the_recording(home: Home) -> None:
    talk = Talk(home, guide(choosing()))
    say(talk)
    sessions.answer_when_next(
        home.notebook, session=talk.session, step="here", day=None, by=home.by,
        answer=Answer(response="chosen", choices=("a",)),
    )  # fmt: skip
    answer = given(talk)
    assert answer is not None
    assert (answer.choices, answer.recording) == (("a",), SOUND)


def test_said_once_and_pressed_once_is_not_two_answers_that_differ(home: Home) -> None:
    other = {**SCALE, "id": "check", "section": "", "again": "here"}
    talk = Talk(home, guide(SCALE, other))
    talk.choose("like")
    recordings.answer(
        home.notebook, session=talk.session, step="check", field="", sound=recording(),
        by=home.by, at=NOW,
    )  # fmt: skip
    talk.choose("do_not_like")
    assert [each.body.consistency for each in talk.drafts()] == ["not_checked"]


def test_what_is_no_recording_leaves_the_answer_as_it_was(talk: Talk) -> None:
    talk.choose("a")
    before = given(talk)
    with pytest.raises(BadSoundError):
        say(talk, b"no sound")
    assert given(talk) == before


def test_it_goes_with_the_plan_and_is_told_with_everything_that_is_kept(
    talk: Talk, house: object
) -> None:
    say(talk)
    home, other = talk.home, FakeNotebook()
    data = export_plan(home.notebook, person=home.person, at=NOW)
    import_plan(other, data=data, sections=the_sections())
    assert other.sounds == home.notebook.sounds
    lines = told(everything(home.notebook, home.person, house)).splitlines()  # type: ignore[arg-type]
    assert "my own voice, as a recording" in lines
