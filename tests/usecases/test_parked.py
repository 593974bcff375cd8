"""Leaving a talk early, and coming back to what was left (rule R11, moment Z8)."""

import msgspec
import pytest

from app.bootstrap import House
from app.model.conversation import Conversation
from app.model.errors import NotAllowedError
from app.model.guide import Guide
from app.model.halfsaid import HalfPromise, HalfSaid
from app.model.ids import RecordId
from app.model.session import Answer, Session
from app.model.statement import Statement
from app.usecases import halfsaid, parked, promises, sessions, statements, story, who_is_here
from app.usecases.parked import Parked
from tests.helpers.guides import READ_BACK, data, moment, read

from .conftest import NOW, Home

TOPICS = {**READ_BACK, "id": "topics", "kind": "topics", "field": "agenda"}
OPEN, CLOSE = {"moment": [TOPICS]}, {"moment": [READ_BACK]}
GUIDE = read(
    data(
        moment("first"),
        {"include": "open"},
        moment("second"),
        moment("sorting", kind="board", stage="sort", scale="doing_ok", for_each="agenda"),
        moment("third"),
        {"include": "close"},
    ),
    parts={"open": OPEN, "close": CLOSE},
)


@pytest.fixture
def talk(home: Home) -> RecordId:
    return sessions.start(home.notebook, person=home.person, guide=GUIDE, by=home.by, now=NOW).last(
        "session"
    )


def body(home: Home, talk: RecordId) -> Session:
    return sessions.session(home.notebook, session=talk).body


def go_on(home: Home, talk: RecordId, guide: Guide = GUIDE) -> None:
    step = Conversation(guide, body(home, talk)).step
    sessions.go_on(home.notebook, session=talk, guide=guide, step=step, by=home.by, now=NOW)


def wind_up(home: Home, talk: RecordId) -> None:
    parked.wind_up(home.notebook, session=talk, guide=GUIDE, by=home.by, now=NOW)


def left(home: Home) -> list[str]:
    return [each.step.key for each in pieces(home)]


def pieces(home: Home) -> tuple[Parked, ...]:
    found = story.offers(home.notebook, person=home.person, guides={"g": GUIDE}).parked
    return tuple(piece for of_guide in found for piece in of_guide)


def pick(home: Home, talk: RecordId, topic: str) -> None:
    sessions.pick_topic(
        home.notebook, session=talk, step="topics", topic=topic, added_by="person", by=home.by,
        at=NOW,
    )  # fmt: skip


def test_enough_for_today_goes_to_the_end_and_keeps_the_rest_for_another_day(
    home: Home, talk: RecordId
) -> None:
    pick(home, talk, "food")
    go_on(home, talk)
    wind_up(home, talk)
    assert body(home, talk).at_moment == "read_back"
    assert body(home, talk).parked == ("second", "sorting:food", "third")
    assert left(home) == []
    go_on(home, talk)
    assert left(home) == ["second", "sorting:food", "third"]


def test_what_was_answered_is_not_left_for_another_day(home: Home, talk: RecordId) -> None:
    no = Answer(response="dont_want_to_say", at=NOW)
    sessions.answer(home.notebook, session=talk, step="third", answer=no, by=home.by)
    wind_up(home, talk)
    assert body(home, talk).parked == ("first", "second")


def test_half_typed_words_are_read_back_before_the_end(home: Home, talk: RecordId) -> None:
    halfsaid.keep(home.notebook, session=talk, step="first", said=HalfSaid(words="My bus"))
    wind_up(home, talk)
    with home.notebook.unit_of_work() as work:
        (said,) = work.records.find(Statement)
    assert said.body.original == "My bus"
    assert not said.body.kept


def test_carrying_on_is_about_those_pieces_alone(home: Home, talk: RecordId) -> None:
    pick(home, talk, "food")
    go_on(home, talk)
    wind_up(home, talk)
    go_on(home, talk)
    begun = parked.carry_on(
        home.notebook, person=home.person, pieces=pieces(home)[:2], by=home.by, now=NOW
    ).last("session")
    walk = Conversation(GUIDE, body(home, begun))
    assert [step.key for step in walk.steps] == ["topics", "second", "sorting:food", "read_back"]
    assert left(home) == []
    go_on(home, begun)
    go_on(home, begun)
    go_on(home, begun)
    go_on(home, begun)
    assert left(home) == ["third"]


def test_pieces_of_a_guide_that_is_gone_wait_for_it(
    home: Home, talk: RecordId, house: House
) -> None:
    wind_up(home, talk)
    go_on(home, talk)
    offered = story.offers(home.notebook, person=home.person, guides=house.guides)
    assert offered.parked == ()
    assert body(home, talk).parked


def branching() -> Guide:
    """A talk in which an answer decides what else comes, also at its end."""
    choose = {**moment("which", kind="choose"), "section": "", "options": [
        {"id": "yes", "words": "Yes", "picture": "openmoji:2705"},
        {"id": "no", "words": "No", "picture": "openmoji:274C"},
    ]}  # fmt: skip
    del choose["says"]
    ends = {"moment": [{**READ_BACK, "only_if": "which:yes"}]}
    more = moment("more", only_if="which:yes")
    return read(
        data(choose, more, moment("last", only_if="which:yes"), {"include": "close"}),
        parts={"close": ends},
    )


def test_r11_what_hangs_on_an_earlier_answer_is_there_when_it_is_carried_on(home: Home) -> None:
    guide = branching()
    talk = sessions.start(home.notebook, person=home.person, guide=guide, by=home.by, now=NOW).last(
        "session"
    )
    yes = Answer(response="chosen", choices=("yes",), at=NOW)
    sessions.answer(home.notebook, session=talk, step="which", answer=yes, by=home.by)
    go_on(home, talk, guide)
    parked.wind_up(home.notebook, session=talk, guide=guide, by=home.by, now=NOW)
    go_on(home, talk, guide)
    offered = story.offers(home.notebook, person=home.person, guides={"g": guide})
    (left,) = offered.parked
    begun = parked.carry_on(
        home.notebook, person=home.person, pieces=left, by=home.by, now=NOW
    ).last("session")
    walk = Conversation(guide, body(home, begun))
    assert [step.key for step in walk.steps] == ["more", "last", "read_back"]


def test_reading_back_is_never_left_for_another_day(home: Home) -> None:
    guide = read(data(moment("first"), moment("second"), READ_BACK))
    talk = sessions.start(home.notebook, person=home.person, guide=guide, by=home.by, now=NOW).last(
        "session"
    )
    parked.wind_up(home.notebook, session=talk, guide=guide, by=home.by, now=NOW)
    assert body(home, talk).parked == ("first", "second")
    assert body(home, talk).at_moment == "read_back"


def test_other_words_half_written_for_a_sentence_are_read_back_too(
    home: Home, talk: RecordId
) -> None:
    said = statements.say(
        home.notebook,
        statements.Said(
            person=home.person,
            words="He needs help.",
            lang="en-GB",
            section="home",
            kind="fact",
            voice="staff",
            said_by=home.by,
            by=home.by,
        ),
    ).last("statement")
    half = HalfSaid(words="I can do it myself.")
    halfsaid.keep(home.notebook, session=talk, step=f"change:{said}", said=half)
    wind_up(home, talk)
    with home.notebook.unit_of_work() as work:
        *_, draft = work.records.find(Statement)
    assert (draft.body.original, draft.body.voice) == ("I can do it myself.", "own_spoken")
    assert draft.body.conflicts_with == (said,)
    assert not draft.body.kept


THEIRS = HalfSaid(words="He threw a cup.", how="others")


def over(home: Home, said: HalfSaid, *, step: str = "second") -> RecordId:
    """A talk that was walked to its end, with words that stand half said at one step."""
    talk = sessions.start(home.notebook, person=home.person, guide=GUIDE, by=home.by, now=NOW).last(
        "session"
    )
    halfsaid.keep(home.notebook, session=talk, step=step, said=said)
    while body(home, talk).open:
        go_on(home, talk)
    return talk


def carry_on(home: Home) -> RecordId:
    return parked.carry_on(
        home.notebook, person=home.person, pieces=pieces(home), by=home.by, now=NOW
    ).last("session")


def said_by_all(home: Home) -> list[tuple[str, str | None]]:
    with home.notebook.unit_of_work() as work:
        return [(each.body.original, each.body.said_by) for each in work.records.find(Statement)]


def test_r1_words_of_somebody_who_was_not_named_come_back_and_wait_for_a_name(home: Home) -> None:
    over(home, THEIRS)
    assert said_by_all(home) == []
    assert [(each.step.key, each.half_said) for each in pieces(home)] == [("second", True)]
    begun = carry_on(home)
    assert pieces(home) == ()
    assert halfsaid.read(home.notebook, session=begun, step="second") == THEIRS


def test_words_that_got_their_name_are_read_back_and_come_back_no_more(home: Home) -> None:
    before = over(home, THEIRS)
    begun = carry_on(home)
    named = msgspec.structs.replace(THEIRS, said_by=home.by)
    halfsaid.keep(home.notebook, session=begun, step="second", said=named)
    while body(home, begun).open:
        go_on(home, begun)
    assert said_by_all(home) == [("He threw a cup.", home.by)]
    assert pieces(home) == ()
    assert halfsaid.read(home.notebook, session=before, step="second").blank


def test_words_that_still_have_no_name_come_back_again(home: Home) -> None:
    over(home, THEIRS)
    begun = carry_on(home)
    while body(home, begun).open:
        go_on(home, begun)
    assert [(each.session, each.half_said) for each in pieces(home)] == [(begun, True)]


def test_words_of_two_talks_at_one_step_are_both_kept(home: Home) -> None:
    over(home, THEIRS)
    later = over(home, HalfSaid(words="He sang.", how="others"))
    begun = carry_on(home)
    assert halfsaid.read(home.notebook, session=begun, step="second") == THEIRS
    while body(home, begun).open:
        go_on(home, begun)
    assert {each.session for each in pieces(home)} == {begun, later}


def test_what_was_put_on_a_card_does_not_come_back(home: Home) -> None:
    over(home, HalfSaid(words="My bus"))
    assert said_by_all(home) == [("My bus", None)]
    assert pieces(home) == ()


def test_what_is_half_said_in_a_talk_that_goes_on_stays_there(home: Home, talk: RecordId) -> None:
    halfsaid.keep(home.notebook, session=talk, step="second", said=THEIRS)
    assert pieces(home) == ()
    with home.notebook.unit_of_work() as work:
        assert parked.parked_of(work, home.person, {GUIDE.id: GUIDE}) == []


def no_longer_asked(home: Home, talk: RecordId) -> list[str]:
    """Words that are told with the talk, where nothing asks for them."""
    (had,) = story.talks_had(home.notebook, person=home.person, guides={"g": GUIDE})
    assert had.session.id == talk
    return [each.said.words for each in had.left]


def test_r15_nothing_asks_again_after_the_person_said_they_are_not_safe(
    home: Home, talk: RecordId
) -> None:
    halfsaid.keep(home.notebook, session=talk, step="second", said=THEIRS)
    sessions.not_safe(home.notebook, session=talk, by=home.by, now=NOW, guides={"g": GUIDE})
    assert pieces(home) == ()
    assert no_longer_asked(home, talk) == ["He threw a cup."]


def test_nothing_asks_again_after_not_today_and_the_words_are_told_with_the_talk(
    home: Home, talk: RecordId
) -> None:
    halfsaid.keep(home.notebook, session=talk, step="first", said=HalfSaid(words="My bus"))
    sessions.stop(home.notebook, session=talk, by=home.by, now=NOW)
    assert pieces(home) == ()
    assert no_longer_asked(home, talk) == ["My bus"]


PROMISING = read(data(moment("first"), moment("promise", kind="promise"), READ_BACK))


def promise_half_written(home: Home) -> tuple[RecordId, HalfSaid]:
    """A talk that was walked to its end, with a promise that nobody made in full."""
    change = sessions.start(home.notebook, person=home.person, guide=PROMISING, by=home.by, now=NOW)
    talk = change.last("session")
    halfsaid.keep(home.notebook, session=talk, step="first", said=HalfSaid(words="Supper at 8."))
    go_on(home, talk, PROMISING)
    with home.notebook.unit_of_work() as work:
        said = work.records.add(some_words(home, talk), by=home.by, session=talk)
        work.commit()
    half = promises.half_written((HalfPromise(said=said.id, words="We ask the cook"),))
    halfsaid.keep(home.notebook, session=talk, step="promise", said=half)
    while body(home, talk).open:
        go_on(home, talk, PROMISING)
    return talk, half


def some_words(home: Home, talk: RecordId) -> Statement:
    return Statement(
        person=home.person, section="important_to", kind="important_to", voice="own_spoken",
        original="Later.", session=talk, moment="first",
    )  # fmt: skip


def test_a_promise_that_is_half_written_comes_back_and_can_be_carried_on(home: Home) -> None:
    talk, half = promise_half_written(home)
    offered = story.offers(home.notebook, person=home.person, guides={"g": PROMISING}).parked
    assert [(each.step.key, each.half_said) for (each,) in offered] == [("promise", True)]
    begun = parked.carry_on(
        home.notebook, person=home.person, pieces=offered[0], by=home.by, now=NOW
    ).last("session")
    assert halfsaid.read(home.notebook, session=begun, step="promise") == half
    assert halfsaid.read(home.notebook, session=talk, step="promise").nothing_stands


def test_r3_a_promise_that_nobody_made_is_a_step_that_was_skipped(home: Home) -> None:
    talk, _half = promise_half_written(home)
    assert body(home, talk).answers["promise"].response == "skip"


def test_words_at_a_page_of_pictures_are_read_back_with_the_rest(
    home: Home, talk: RecordId
) -> None:
    halfsaid.keep(home.notebook, session=talk, step="picking:first", said=HalfSaid(words="My dog"))
    go_on(home, talk)
    assert "first" not in body(home, talk).answers
    wind_up(home, talk)
    assert said_by_all(home) == [("My dog", None)]
    assert halfsaid.read(home.notebook, session=talk, step="picking:first").blank


def test_words_at_a_page_of_pictures_that_are_no_sentence_come_back(home: Home) -> None:
    before = over(home, HalfSaid(words="Swimming"), step="picking:topics")
    assert said_by_all(home) == []
    assert [(each.step.key, each.half_said) for each in pieces(home)] == [("topics", True)]
    begun = carry_on(home)
    assert halfsaid.read(home.notebook, session=begun, step="picking:topics").words == "Swimming"
    assert halfsaid.read(home.notebook, session=before, step="picking:topics").blank


STAYS = {**moment("where", kind="either_or"), "section": "", "options": [
    {"id": "here", "words": "Here", "picture": "openmoji:2705", "stays": True},
    {"id": "outside", "words": "Outside", "picture": "openmoji:274C"},
]}  # fmt: skip
del STAYS["says"]


def test_r14_carrying_on_asks_again_who_goes_out(home: Home) -> None:
    guide = read(data(STAYS, moment("about"), moment("more"), READ_BACK))
    change = sessions.start(home.notebook, person=home.person, guide=guide, by=home.by, now=NOW)
    talk = change.last("session")
    outside = Answer(response="chosen", choices=("outside",), at=NOW)
    sessions.answer(home.notebook, session=talk, step="where", answer=outside, by=home.by)
    who_is_here.gone_out(home.notebook, session=talk, supporter=home.by, by=home.by, at=NOW)
    go_on(home, talk, guide)
    parked.wind_up(home.notebook, session=talk, guide=guide, by=home.by, now=NOW)
    go_on(home, talk, guide)
    (left,) = story.offers(home.notebook, person=home.person, guides={"g": guide}).parked
    begun = parked.carry_on(
        home.notebook, person=home.person, pieces=left, by=home.by, now=NOW
    ).last("session")
    walk = Conversation(guide, body(home, begun))
    assert [step.key for step in walk.steps] == ["where", "about", "more", "read_back"]
    assert "where" not in body(home, begun).answers
    with pytest.raises(NotAllowedError, match="has gone out"):
        go_on(home, begun, guide)
