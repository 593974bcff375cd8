"""A day told in parts: words, picture and weather of each, and nothing lost that was half said."""

import pytest

from app.model.conversation import Conversation, Step
from app.model.drawn import DayStory
from app.model.halfsaid import HalfSaid
from app.model.session import Answer, Session
from app.model.statement import Statement
from app.usecases import days, halfsaid, sessions, statements, undo
from tests.helpers.guides import guide, moment

from .conftest import NOW, Home

GUIDE = guide(
    moment("day", kind="day", about="hard", section="good_days", says="worry"), moment("last")
)


class Talk:
    """A talk in which a hard day is told."""

    def __init__(self, home: Home) -> None:
        self.home = home
        start = sessions.start(home.notebook, person=home.person, guide=GUIDE, by=home.by, now=NOW)
        self.session = start.last("session")

    @property
    def step(self) -> Step:
        body = sessions.session(self.home.notebook, session=self.session).body
        return Conversation(GUIDE, body).steps[0]

    def felt(self, time: str, felt: str | None) -> None:
        days.felt(
            self.home.notebook, session=self.session, step=self.step, time=time, felt=felt,
            by=self.home.by, at=NOW,
        )  # fmt: skip

    def say(self, time: str, words: str, *symbols: str) -> None:
        statements.say(
            self.home.notebook,
            statements.Said(
                person=self.home.person,
                words=words,
                lang="en-GB",
                section="good_days",
                kind="worry",
                voice="own_spoken",
                by=self.home.by,
                session=self.session,
                moment="day",
                symbols=symbols,
            ),
            then=lambda work, said: days.say(
                work,
                session=self.session,
                step=self.step,
                time=time,
                said=said,
                by=self.home.by,
                at=NOW,
            ),
        )

    def go_on(self) -> None:
        for step in (self.step, Conversation(GUIDE, self.body).steps[1]):
            sessions.go_on(
                self.home.notebook, session=self.session, guide=GUIDE, step=step,
                by=self.home.by, now=NOW,
            )  # fmt: skip

    def no_answer(self, response: str | None) -> None:
        answer = Answer(response=response, at=NOW) if response else None
        days.no_answer(
            self.home.notebook, session=self.session, step=self.step, answer=answer,
            by=self.home.by, at=NOW,
        )  # fmt: skip

    def confirm(self) -> None:
        days.confirm(
            self.home.notebook, session=self.session, step=self.step, by=self.home.by, at=NOW
        )

    @property
    def confirmed(self) -> list[bool]:
        with self.home.notebook.unit_of_work() as work:
            return [each.body.confirmed for each in work.records.find(DayStory)]

    @property
    def body(self) -> Session:
        return sessions.session(self.home.notebook, session=self.session).body

    def told(self) -> dict[str, tuple[list[str], str | None, str | None]]:
        """Each part: its words, its weather, its picture."""
        with self.home.notebook.unit_of_work() as work:
            stories = work.records.find(DayStory, session=self.session)
            return {
                part.time: (
                    [work.records.get(said, Statement).body.original for said in part.said],
                    part.felt,
                    part.picture,
                )
                for story in stories
                for part in story.body.parts
            }


@pytest.fixture
def talk(home: Home) -> Talk:
    return Talk(home)


def test_the_parts_stand_in_the_order_of_the_day(talk: Talk) -> None:
    talk.felt("night", "cloud")
    talk.say("waking", "New worker.")
    talk.felt("midday", "sun")
    assert list(talk.told()) == ["waking", "midday", "night"]
    assert talk.body.answers["day"].choices == ("waking", "midday", "night")


def test_words_stay_in_their_part_and_bring_their_picture(talk: Talk) -> None:
    talk.say("morning", "The bus was late.", "openmoji:1F68C")
    talk.say("morning", "I shouted.", "openmoji:1F4E2")
    assert talk.told() == {"morning": (["The bus was late.", "I shouted."], None, "openmoji:1F68C")}


def test_taking_the_last_back_takes_the_answer_back(talk: Talk) -> None:
    talk.felt("morning", "rain")
    talk.felt("morning", None)
    assert talk.told() == {}
    assert talk.body.answers == {}


def test_telling_after_all_is_no_refusal(talk: Talk) -> None:
    refusal = Answer(response="dont_want_to_say", at=NOW)
    sessions.answer(
        talk.home.notebook, session=talk.session, step="day", answer=refusal, by=talk.home.by
    )
    talk.say("evening", "Supper talk.")
    assert talk.body.answers["day"].response == "said"


def test_a_sentence_and_its_part_are_undone_together(talk: Talk) -> None:
    talk.felt("morning", "sun")
    talk.say("morning", "Chips.")
    undo.undo(talk.home.notebook, person=talk.home.person, by=talk.home.by)
    assert talk.told() == {"morning": ([], "sun", None)}


def test_half_said_words_come_into_their_part_before_they_are_read_back(talk: Talk) -> None:
    half = HalfSaid(words="No signs.", part="evening")
    halfsaid.keep(talk.home.notebook, session=talk.session, step="day", said=half)
    talk.go_on()
    assert talk.told() == {"evening": (["No signs."], None, None)}


def test_a_picture_can_be_chosen_and_taken_away(talk: Talk) -> None:
    for picture in ("openmoji:1F68C", None):
        days.show(
            talk.home.notebook, session=talk.session, step=talk.step, time="waking",
            picture=picture, by=talk.home.by, at=NOW,
        )  # fmt: skip
        assert [part[2] for part in talk.told().values()] == ([picture] if picture else [])


def test_r3_refusing_hides_what_was_laid_out_and_taking_it_back_shows_it_again(talk: Talk) -> None:
    talk.felt("morning", "rain")
    talk.no_answer("dont_want_to_say")
    assert talk.told() == {}
    assert talk.body.answers["day"].response == "dont_want_to_say"
    talk.no_answer(None)
    assert talk.told() == {"morning": ([], "rain", None)}
    assert talk.body.answers["day"].choices == ("morning",)


def test_telling_after_a_refusal_goes_on_with_the_same_day(talk: Talk) -> None:
    talk.felt("morning", "rain")
    talk.no_answer("not_today")
    talk.felt("night", "sun")
    assert list(talk.told()) == ["morning", "night"]
    assert talk.body.answers["day"].response == "said"


def test_r4_a_day_that_is_changed_is_to_be_confirmed_again(talk: Talk) -> None:
    talk.felt("morning", "rain")
    assert talk.confirmed == [False]
    talk.confirm()
    assert talk.confirmed == [True]
    talk.felt("morning", "sun")
    assert talk.confirmed == [False]


def test_r3_half_said_words_do_not_bring_a_day_back_that_was_refused(talk: Talk) -> None:
    talk.felt("morning", "rain")
    half = HalfSaid(words="No signs.", part="evening")
    halfsaid.keep(talk.home.notebook, session=talk.session, step="day", said=half)
    talk.no_answer("dont_want_to_say")
    talk.go_on()
    assert talk.told() == {}
    assert talk.body.answers["day"].response == "dont_want_to_say"
    with talk.home.notebook.unit_of_work() as work:
        assert [each.body.original for each in work.records.find(Statement)] == ["No signs."]
