"""What a screen is told: a person's home, and one moment of a talk."""

import msgspec
import pytest

from app.bootstrap import House
from app.model.halfsaid import HalfSaid
from app.model.ids import RecordId
from app.model.session import Answer, Session
from app.usecases import halfsaid, homes, sessions, statements, talks

from .conftest import NOW, TODAY, Home


@pytest.fixture
def talk(home: Home, house: House) -> RecordId:
    return sessions.start(
        home.notebook, person=home.person, guide=house.guides["review"], by=home.by, now=NOW
    ).last("session")


def say(home: Home, words: str, **more: object) -> RecordId:
    given = {
        "person": home.person, "words": words, "lang": "en-GB", "section": "support_well",
        "kind": "please_do", "voice": "own_spoken", "by": home.by,
    }  # fmt: skip
    return statements.say(home.notebook, statements.Said(**(given | more))).last("statement")  # type: ignore[arg-type]


def answered(home: Home, statement: RecordId, result: str) -> None:
    statements.read_back(
        home.notebook, statement=statement, result=result, method="", on=TODAY, by=home.by
    )


def test_a_home_says_where_the_talk_stopped_and_how_much_the_plan_holds(
    home: Home, talk: RecordId, house: House
) -> None:
    answered(home, say(home, "Knock first."), "keep")
    say(home, "Wait for me.")
    sessions.move(home.notebook, session=talk, to="important", by=home.by)
    found = homes.home(home.notebook, person=home.person, guides=house.guides)
    assert found.stopped_at.key == "important"
    assert (found.kept, found.to_read_back) == (1, 1)


def test_a_talk_whose_guide_is_not_here_does_not_close_the_home(
    home: Home, talk: RecordId, house: House
) -> None:
    with home.notebook.unit_of_work() as work:
        body = work.records.get(talk, Session).body
        work.records.revise(talk, msgspec.structs.replace(body, guide="another"), by=home.by)
        work.commit()
    found = homes.home(home.notebook, person=home.person, guides=house.guides)
    assert found.open_session is None
    assert found.stopped_at is None


def pick(home: Home, talk: RecordId, topic: str) -> None:
    sessions.pick_topic(
        home.notebook,
        session=talk,
        step="topics",
        topic=topic,
        added_by="person",
        by=home.by,
        at=NOW,
    )


def test_a_talk_shows_what_was_said_at_its_step_and_what_is_being_typed(
    home: Home, talk: RecordId, house: House
) -> None:
    sessions.move(home.notebook, session=talk, to="support_well", by=home.by)
    here = say(home, "Knock first.", session=talk, moment="support_well")
    say(home, "Somewhere else.", session=talk, moment="important")
    half = HalfSaid(words="And wa", how="own_signed")
    halfsaid.keep(home.notebook, session=talk, step="support_well", said=half)
    found = talks.talk(home.notebook, session=talk, guides=house.guides)
    assert [each.id for each in found.said] == [here]
    assert found.typing == half
    assert found.name_of(home.by) == "Jo"
    assert found.name_of(None) == ""


def test_a_step_that_rereads_shows_what_was_kept_before(
    home: Home, talk: RecordId, house: House
) -> None:
    kept, draft = say(home, "Knock first."), say(home, "Wait.")
    answered(home, kept, "keep")
    sessions.move(home.notebook, session=talk, to="support_well", by=home.by)
    found = talks.talk(home.notebook, session=talk, guides=house.guides)
    assert [each.id for each in found.kept] == [kept]
    assert draft not in {each.id for each in found.said}


def test_r4_reading_back_asks_new_sentences_first_and_then_those_not_sure_about(
    home: Home, talk: RecordId, house: House
) -> None:
    unsure, new, kept, disowned = (say(home, words) for words in ("One.", "Two.", "3.", "4."))
    answered(home, unsure, "not_sure")
    answered(home, kept, "keep")
    answered(home, disowned, "not_mine")
    found = talks.talk(home.notebook, session=talk, guides=house.guides)
    assert [each.id for each in found.to_read_back] == [new, unsure]


def test_a_person_spoke_who_said_something_or_answered_what_was_read_back(
    home: Home, talk: RecordId, house: House
) -> None:
    def spoke() -> bool:
        return talks.talk(home.notebook, session=talk, guides=house.guides).spoke

    before = say(home, "One.")
    say(home, "He shouted.", session=talk, voice="staff", said_by=home.by)
    assert not spoke(), "that was somebody else"
    statements.read_back(
        home.notebook, statement=before, result="keep", method="", on=TODAY, by=home.by,
        session=talk,
    )  # fmt: skip
    assert spoke()


def test_whoever_arranges_a_talk_and_wants_no_more_of_it_said_nothing(
    home: Home, talk: RecordId, house: House
) -> None:
    def answer(step: str, answer: Answer) -> bool:
        sessions.answer(home.notebook, session=talk, step=step, answer=answer, by=home.by)
        return talks.talk(home.notebook, session=talk, guides=house.guides).spoke

    assert not answer("ready", Answer(response="chosen", choices=("ready",)))
    assert not answer("feeling_now", Answer(response="not_today"))
    assert not answer("when_next", Answer(response="chosen", choices=("in_1_week",)))
    assert answer("feeling_now", Answer(response="chosen", choices=("good",)))


def test_a_step_whose_topic_was_taken_off_the_table_gives_way_to_the_next(
    home: Home, talk: RecordId, house: House
) -> None:
    for topic in ("food", "money", "money", "food"):
        pick(home, talk, topic)
        if topic == "money":
            sessions.move(home.notebook, session=talk, to="sorting:money", by=home.by)
    found = talks.talk(home.notebook, session=talk, guides=house.guides)
    assert found.conversation.step.key == "ask_whom"
