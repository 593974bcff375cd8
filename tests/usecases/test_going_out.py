"""Going out before something is said, and staying only where the person lets one stay."""

import msgspec
import pytest

from app.bootstrap import House
from app.model.conversation import Step
from app.model.errors import NotAllowedError
from app.model.guide import Guide
from app.model.ids import RecordId
from app.model.person import Supporter, SupporterRole
from app.model.session import REFUSALS, Answer, Response, Session
from app.model.wording import SourceWording
from app.usecases import choices, sessions, surroundings, who_is_here

from .conftest import NOW, Home

WHERE = "keyworker_here"


@pytest.fixture
def guide(house: House) -> Guide:
    return house.shipped_guides["feedback"]


@pytest.fixture
def talk(home: Home, guide: Guide) -> RecordId:
    """Feedback, where the person is asked where their keyworker should be."""
    change = sessions.start(home.notebook, person=home.person, guide=guide, by=home.by, now=NOW)
    talk = change.last("session")
    sessions.move(home.notebook, session=talk, to=WHERE, by=home.by)
    return talk


def body(home: Home, talk: RecordId) -> Session:
    return sessions.session(home.notebook, session=talk).body


def step(home: Home, talk: RecordId, guide: Guide) -> Step:
    with home.notebook.unit_of_work() as work:
        return surroundings.conversation(work, guide, body(home, talk)).step


def give(home: Home, talk: RecordId, guide: Guide, answer: Answer | None) -> None:
    choices.answer(
        home.notebook, session=talk, step=step(home, talk, guide), guide=guide, answer=answer,
        words=SourceWording(), by=home.by,
    )  # fmt: skip


def say(home: Home, talk: RecordId, guide: Guide, option: str) -> None:
    give(home, talk, guide, Answer(response="chosen", choices=(option,), at=NOW))


def go_on(home: Home, talk: RecordId, guide: Guide) -> str:
    """Go on, and tell which step is the next."""
    now = step(home, talk, guide)
    sessions.go_on(home.notebook, session=talk, guide=guide, step=now, by=home.by, now=NOW)
    return body(home, talk).at_moment


def goes_out(home: Home, talk: RecordId) -> None:
    who_is_here.gone_out(home.notebook, session=talk, supporter=home.by, by=home.by, at=NOW)


def make(home: Home, role: SupporterRole) -> None:
    """Whoever is here is something else to the person."""
    with home.notebook.unit_of_work() as work:
        who = work.records.get(home.by, Supporter)
        work.records.revise(who.id, msgspec.structs.replace(who.body, role=role), by=home.by)
        work.commit()


def test_r14_while_who_was_sent_out_is_here_it_does_not_go_on(
    home: Home, talk: RecordId, guide: Guide
) -> None:
    say(home, talk, guide, "no")
    with pytest.raises(NotAllowedError, match=r"We go on when .+ has gone out"):
        go_on(home, talk, guide)
    assert body(home, talk).at_moment == WHERE
    goes_out(home, talk)
    assert go_on(home, talk, guide) == "who_hears"
    assert body(home, talk).answers[WHERE].choices == ("no",)


def test_it_goes_on_where_the_person_wants_them_to_stay(
    home: Home, talk: RecordId, guide: Guide
) -> None:
    say(home, talk, guide, "yes")
    (here,) = body(home, talk).attendees
    assert (here.supporter, here.ok_by_person) == (home.by, "yes")
    assert go_on(home, talk, guide) == "who_hears"


@pytest.mark.parametrize("response", sorted(REFUSALS - {"skip"}))
def test_r3_not_answering_is_no_yes_to_their_staying(
    home: Home, talk: RecordId, guide: Guide, response: Response
) -> None:
    give(home, talk, guide, Answer(response=response, at=NOW))
    with pytest.raises(NotAllowedError):
        go_on(home, talk, guide)
    goes_out(home, talk)
    assert go_on(home, talk, guide) == "who_hears"


@pytest.mark.parametrize("response", [None, *sorted(REFUSALS - {"skip"})])
def test_no_leave_to_stay_is_left_of_a_yes_that_was_taken_back(
    home: Home, talk: RecordId, guide: Guide, response: Response | None
) -> None:
    say(home, talk, guide, "yes")
    give(home, talk, guide, Answer(response=response, at=NOW) if response else None)
    (here,) = body(home, talk).attendees
    assert here.ok_by_person == "not_asked"


def test_next_without_an_answer_waits_too_and_then_counts_as_skipped(
    home: Home, talk: RecordId, guide: Guide
) -> None:
    with pytest.raises(NotAllowedError):
        go_on(home, talk, guide)
    assert WHERE not in body(home, talk).answers
    goes_out(home, talk)
    go_on(home, talk, guide)
    assert body(home, talk).answers[WHERE].response == "skip"


def test_who_went_out_is_here_again_where_the_person_asks_them_in(
    home: Home, talk: RecordId, guide: Guide
) -> None:
    say(home, talk, guide, "no")
    goes_out(home, talk)
    assert body(home, talk).attendees == ()
    say(home, talk, guide, "yes")
    assert [each.supporter for each in body(home, talk).attendees] == [home.by]


@pytest.mark.parametrize(("role", "goes"), [("support_worker", True), ("advocate", False)])
def test_whoever_supports_day_by_day_goes_out_and_nobody_else(
    home: Home, talk: RecordId, guide: Guide, role: SupporterRole, goes: bool
) -> None:
    make(home, role)
    say(home, talk, guide, "no")
    if goes:
        with pytest.raises(NotAllowedError):
            go_on(home, talk, guide)
    else:
        assert go_on(home, talk, guide) == "who_hears"


def test_leaving_the_talk_does_not_wait_for_anybody(
    home: Home, talk: RecordId, guide: Guide
) -> None:
    say(home, talk, guide, "no")
    sessions.stop(home.notebook, session=talk, by=home.by, now=NOW)
    assert not body(home, talk).open
