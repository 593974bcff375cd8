import datetime
from pathlib import Path

import pytest

from app.bootstrap import House
from app.model.conversation import Conversation
from app.model.errors import NotAllowedError
from app.model.feedback import Feedback
from app.model.guide import Guide
from app.model.halfsaid import HalfSaid
from app.model.hard_days import HardDay
from app.model.ids import RecordId
from app.model.session import Answer, Attendee, Session
from app.model.statement import Statement
from app.usecases import halfsaid, people, sessions, statements, who_is_here
from tests.helpers.notebooks import make_notebook, open_again

from .conftest import NOW, TODAY, Home


@pytest.fixture
def talk(home: Home, house: House) -> RecordId:
    change = sessions.start(
        home.notebook, person=home.person, guide=house.guides["review"], by=home.by, now=NOW
    )
    return change.last("session")


def finish(home: Home, talk: RecordId, house: House) -> None:
    sessions.move(home.notebook, session=talk, to="when_next", by=home.by)
    guide = house.guides["review"]
    last = Conversation(guide, body(home, talk)).step
    sessions.go_on(home.notebook, session=talk, guide=guide, step=last, by=home.by, now=NOW)


def body(home: Home, talk: RecordId) -> Session:
    return sessions.session(home.notebook, session=talk).body


def test_a_talk_begins_at_the_first_moment_with_who_began_it(
    home: Home, talk: RecordId, house: House
) -> None:
    now = body(home, talk)
    assert now.at_moment == house.guides["review"].moments[0].id
    assert now.attendees == (Attendee(supporter=home.by),)
    assert sessions.open_session(home.notebook, person=home.person).id == talk


def test_a_second_talk_waits_until_the_first_is_ended(
    home: Home, talk: RecordId, house: House
) -> None:
    guide = house.guides["review"]
    with pytest.raises(NotAllowedError):
        sessions.start(home.notebook, person=home.person, guide=guide, by=home.by, now=NOW)
    finish(home, talk, house)
    assert sessions.open_session(home.notebook, person=home.person) is None
    sessions.start(home.notebook, person=home.person, guide=guide, by=home.by, now=NOW)


def test_who_is_here_and_whether_they_may_stay_is_kept(home: Home, talk: RecordId) -> None:
    for okay in ("not_now", "some_of_it"):
        who_is_here.welcome(
            home.notebook,
            session=talk,
            step="people_here",
            attendee=Attendee(supporter=home.by, ok_by_person=okay),
            by=home.by,
            at=NOW,
        )
    now = body(home, talk)
    assert now.attendees == (Attendee(supporter=home.by, ok_by_person="some_of_it"),)
    assert now.answers["people_here"].choices == (f"{home.by}:some_of_it",)
    who_is_here.gone_out(
        home.notebook, session=talk, step="people_here", supporter=home.by, by=home.by, at=NOW
    )
    assert body(home, talk).attendees == ()


def test_r11_a_talk_that_was_left_is_carried_on_at_the_same_point(
    tmp_path: Path, house: House
) -> None:
    path, guide = tmp_path / "n.alongside", house.guides["review"]
    notebook = make_notebook(path)
    change = people.add_person(
        notebook, preferred_name="Ann", home_language="en-GB", worker="w", worker_name="Jo",
        today=TODAY,
    )  # fmt: skip
    person, by = change.last("person"), change.last("supporter")
    talk = sessions.start(notebook, person=person, guide=guide, by=by, now=NOW).last("session")
    sessions.pick_topic(
        notebook, session=talk, step="topics", topic="food", added_by="person", by=by, at=NOW
    )
    sessions.move(notebook, session=talk, to="sorting:food", by=by)
    typed = HalfSaid(words="I like ches", how="own_signed")
    halfsaid.keep(notebook, session=talk, step="sorting:food", said=typed)
    sessions.pause(notebook, session=talk, by=by, now=NOW)
    before = sessions.session(notebook, session=talk)
    notebook.close()

    again = open_again(path)
    found = sessions.open_session(again, person=person)
    assert (found.id, found.body) == (talk, before.body)
    assert Conversation(guide, found.body).step.key == "sorting:food"
    assert halfsaid.read(again, session=talk, step="sorting:food") == typed
    a_day_later = NOW + datetime.timedelta(hours=24)
    sessions.pause(again, session=talk, by=by, now=a_day_later)
    assert Conversation(guide, sessions.session(again, session=talk).body).step.key == (
        "sorting:food"
    )
    again.close()


def test_what_is_said_takes_the_place_of_what_was_being_typed(home: Home, talk: RecordId) -> None:
    halfsaid.keep(home.notebook, session=talk, step="important", said=HalfSaid(words="Te"))
    statements.say(
        home.notebook,
        statements.Said(
            person=home.person,
            words="Tea.",
            lang="en-GB",
            section="important_to",
            kind="important_to",
            voice="own_spoken",
            by=home.by,
            session=talk,
            moment="important",
        ),
    )
    assert halfsaid.read(home.notebook, session=talk, step="important").blank


def test_r15_who_is_not_safe_is_asked_nothing_more(
    home: Home, talk: RecordId, house: House
) -> None:
    sessions.not_safe(home.notebook, session=talk, by=home.by, now=NOW, guides=house.guides)
    done = body(home, talk)
    assert not done.open
    assert done.answers["not_safe"].field == "not_safe"
    assert sessions.open_session(home.notebook, person=home.person) is None


def test_moving_to_where_it_stands_already_writes_nothing(home: Home, talk: RecordId) -> None:
    here = body(home, talk).at_moment
    assert sessions.move(home.notebook, session=talk, to=here, by=home.by).touched == ()


@pytest.mark.parametrize("day", [TODAY, None])
def test_the_day_of_the_next_talk_is_the_plans_next_look(
    home: Home, talk: RecordId, day: datetime.date | None
) -> None:
    for said in (TODAY, day):
        sessions.answer_when_next(
            home.notebook,
            session=talk,
            step="when_next",
            answer=Answer(response="chosen"),
            day=said,
            by=home.by,
        )
    assert body(home, talk).next_on == day
    assert people.person(home.notebook, person=home.person).body.review_due == TODAY


def test_r15_an_ended_talk_takes_nothing_more(home: Home, talk: RecordId, house: House) -> None:
    sessions.not_safe(home.notebook, session=talk, by=home.by, now=NOW, guides=house.guides)
    with pytest.raises(NotAllowedError, match="over"):
        sessions.answer(
            home.notebook,
            session=talk,
            step="important",
            answer=Answer(response="said"),
            by=home.by,
        )
    with pytest.raises(NotAllowedError, match="over"):
        sessions.move(home.notebook, session=talk, to="important", by=home.by)


def test_helpers_add_at_most_two_topics_after_the_persons(home: Home, talk: RecordId) -> None:
    def pick(topic: str, added_by: str) -> None:
        sessions.pick_topic(
            home.notebook,
            session=talk,
            step="topics",
            topic=topic,
            added_by=added_by,
            by=home.by,
            at=NOW,
        )

    pick("money", "supporter")
    pick("food", "person")
    pick("mornings", "supporter")
    with pytest.raises(NotAllowedError, match="2 topics"):
        pick("my_home", "supporter")
    assert [each.topic for each in body(home, talk).agenda] == ["food", "money", "mornings"]
    pick("food", "person")
    assert [each.topic for each in body(home, talk).agenda] == ["money", "mornings"]


def test_r15_what_was_being_written_is_not_lost(home: Home, talk: RecordId, house: House) -> None:
    sessions.move(home.notebook, session=talk, to="important", by=home.by)
    half = HalfSaid(words="I am afraid of the stairs")
    halfsaid.keep(home.notebook, session=talk, step="important", said=half)
    sessions.not_safe(home.notebook, session=talk, by=home.by, now=NOW, guides=house.guides)
    with home.notebook.unit_of_work() as work:
        (kept,) = work.records.find(Statement)
    assert kept.body.original == "I am afraid of the stairs"


def say_at(home: Home, talk: RecordId, step: str, words: str) -> RecordId:
    return statements.say(
        home.notebook,
        statements.Said(
            person=home.person,
            words=words,
            lang="en-GB",
            section="",
            kind="quote",
            voice="own_spoken",
            by=home.by,
            session=talk,
            moment=step,
        ),
    ).last("statement")


def test_r15_not_safe_ends_a_talk_however_long_its_words_are(home: Home, house: House) -> None:
    guide = house.guides["hard_day"]
    talk = sessions.start(home.notebook, person=home.person, guide=guide, by=home.by, now=NOW).last(
        "session"
    )
    choose(home, talk, "safe_now", "yes")
    for number in range(3):
        say_at(home, talk, "where", f"{number} " + "in the kitchen " * 100)
    sessions.not_safe(home.notebook, session=talk, by=home.by, now=NOW, guides=house.guides)
    assert not body(home, talk).open
    with home.notebook.unit_of_work() as work:
        (day,) = work.records.find(HardDay)
        assert len(work.records.find(Statement)) == 3
    assert day.body.place.startswith("0 in the kitchen")


def test_r14_what_was_said_openly_is_put_away_when_only_the_manager_is_to_hear_it(
    home: Home, house: House
) -> None:
    guide = house.guides["feedback"]
    talk = sessions.start(home.notebook, person=home.person, guide=guide, by=home.by, now=NOW).last(
        "session"
    )
    (words,) = (each.id for each in guide.moments if each.fills == "feedback.words")
    choose(home, talk, "keyworker_here", "yes")
    choose(home, talk, "who_hears", "open")
    say_at(home, talk, words, "Dele shouts at me.")
    walk_to_the_end(home, talk, guide, stop_at="thank_you")
    choose(home, talk, "who_hears", "manager_sealed")
    walk_to_the_end(home, talk, guide)
    with home.notebook.unit_of_work() as work:
        assert work.records.find(Statement) == ()
        (feedback,) = work.records.find(Feedback)
    assert (feedback.body.route, feedback.body.words) == ("manager_sealed", ())


def choose(home: Home, talk: RecordId, step: str, choice: str) -> None:
    answer = Answer(response="chosen", choices=(choice,), at=NOW)
    sessions.answer(home.notebook, session=talk, step=step, answer=answer, by=home.by)


def walk_to_the_end(home: Home, talk: RecordId, guide: Guide, *, stop_at: str = "") -> None:
    choose(home, talk, "ready", "ready")
    while True:
        now = body(home, talk)
        if not now.open or now.at_moment == stop_at:
            return
        step = Conversation(guide, now).step
        sessions.go_on(home.notebook, session=talk, guide=guide, step=step, by=home.by, now=NOW)
