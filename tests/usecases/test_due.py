"""What is due: collected over all people, and chosen about one by one, never in bulk."""

import datetime

import msgspec
import pytest

from app.bootstrap import House
from app.model.agreements import RowCheck
from app.model.decisions import Decision
from app.model.errors import NotAllowedError
from app.model.goals import Goal, GoalStep
from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.promises import Promise
from app.model.record import Body
from app.model.restrictions import Restriction
from app.model.risks import RiskPlan
from app.model.session import Session
from app.model.statement import ReadBack, Statement
from app.model.wording import SourceWording
from app.usecases import due, sessions

from .conftest import NOW, TODAY, Home


def day(days: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=days)


def add(home: Home, body: Body) -> RecordId:
    with home.notebook.unit_of_work() as work:
        record = work.records.add(body, by=home.by).id
        work.commit()
    return record


def change_person(home: Home, **fields: object) -> None:
    with home.notebook.unit_of_work() as work:
        now = work.records.get(home.person, Person)
        work.records.revise(home.person, msgspec.structs.replace(now.body, **fields), by=home.by)
        work.commit()


def said(home: Home, **more: object) -> RecordId:
    given = {
        "person": home.person, "section": "goals", "kind": "hope", "voice": "own_spoken",
        "original": "Bus by myself.",
    }  # fmt: skip
    return add(home, Statement(**(given | more)))  # type: ignore[arg-type]


def collected(home: Home) -> list[tuple[str, int]]:
    found = due.everybody(home.notebook, today=TODAY)
    return [(each.what, (each.on - TODAY).days) for each in found]


def test_everything_with_a_day_is_collected_the_earliest_first(home: Home) -> None:
    change_person(home, review_due=day(20))
    hope = said(home)
    add(home, Goal(person=home.person, words=hope, review_due=day(-2)))
    add(home, GoalStep(person=home.person, words="Ask", who=home.by, by=day(1)))
    add(home, Promise(person=home.person, words="Supper", owner=home.by, due=day(3)))
    add(home, Restriction(person=home.person, plain_title="Locked", review_due=day(0)))
    assert collected(home) == [
        ("goal", -2), ("restriction", 0), ("step", 1), ("promise", 3), ("review", 20),
    ]  # fmt: skip
    assert {each.name for each in due.everybody(home.notebook, today=TODAY)} == {"Ann Obi"}


def test_what_is_over_and_done_is_not_due(home: Home) -> None:
    hope = said(home)
    add(home, Goal(person=home.person, words=hope, review_due=day(0), status="reached"))
    add(home, GoalStep(person=home.person, words="Ask", who=home.by, by=day(0), status="done"))
    add(
        home,
        Restriction(person=home.person, plain_title="L", review_due=day(0), stage="ended"),
    )
    assert collected(home) == []


def test_a_step_that_is_not_in_the_persons_words_is_not_due(home: Home) -> None:
    not_mine = said(home, original="Lose weight.", read_back=ReadBack(result="not_mine"))
    step = {"person": home.person, "who": home.by, "by": day(0)}
    add(home, GoalStep(words="Lose weight.", said=not_mine, **step))  # type: ignore[arg-type]
    add(home, GoalStep(words="Bus.", said=said(home), **step))  # type: ignore[arg-type]
    assert collected(home) == [("step", 0)]
    with home.notebook.unit_of_work() as work:
        records = (*work.records.find(GoalStep), *work.records.find(Statement))
    found = due.of_person(records, name="Ann", today=TODAY)
    assert [each.words for each in found] == ["Bus by myself."]


def test_no_words_of_anybody_are_in_the_calendar(home: Home) -> None:
    add(home, GoalStep(person=home.person, words="Ask", who=home.by, by=day(1)))
    add(home, Promise(person=home.person, words="Supper", owner=home.by, due=day(3)))
    add(home, RiskPlan(person=home.person, what="Road", review_due=day(0)))
    add(home, Decision(person=home.person, question="Where?", review_due=day(0)))
    kept = ReadBack(result="keep", on=day(-1))
    said(home, section="communication", kind="chart_row", read_back=kept)
    found = due.everybody(home.notebook, today=TODAY)
    assert {each.what for each in found} == {"step", "promise", "risk_plan", "decision", "row"}
    assert [each.words for each in found if each.words] == []


def test_nobody_who_moved_on_is_in_the_calendar(home: Home) -> None:
    change_person(home, review_due=day(0), left_on=day(-1))
    assert collected(home) == []


def test_what_came_of_a_promise_is_due_to_be_told_at_once(home: Home) -> None:
    body = Promise(
        person=home.person, words="Supper", owner=home.by, due=day(30), response="we_did"
    )
    add(home, body)
    assert collected(home) == [("to_tell", 0)]


def test_a_new_row_is_due_a_week_after_it_was_kept_until_somebody_checks_it(home: Home) -> None:
    rows = [
        said(
            home, section="communication", kind="chart_row", original=words,
            read_back=ReadBack(result="keep", on=day(-kept)),
        )
        for words, kept in (("Taps the door.", 3), ("Pulls my sleeve.", 5), ("Hums.", 100))
    ]  # fmt: skip
    assert collected(home) == [("row", 2)]
    add(home, RowCheck(person=home.person, statement=rows[1], on=TODAY, result="right"))
    assert collected(home) == [("row", 4)]
    add(home, RowCheck(person=home.person, statement=rows[0], on=TODAY, result="wrong"))
    assert collected(home) == []


def test_a_booked_talk_is_due_until_there_was_another_one(home: Home) -> None:
    talk = Session(person=home.person, type="review", guide="review", started=NOW)
    add(home, msgspec.structs.replace(talk, ended=NOW, next_on=day(4)))
    assert collected(home) == [("talk", 4)]
    add(home, talk)
    assert collected(home) == []


@pytest.mark.parametrize(("days", "when"), [(-1, "over"), (0, "today"), (6, "week"), (7, "later")])
def test_the_calendar_has_four_groups(home: Home, days: int, when: str) -> None:
    change_person(home, review_due=day(days))
    (found,) = due.everybody(home.notebook, today=TODAY)
    assert found.when(TODAY) == when


def test_for_one_person_only_what_is_due_by_today_is_asked_about(home: Home) -> None:
    add(home, Promise(person=home.person, words="Supper", owner=home.by, due=day(-1)))
    add(home, Promise(person=home.person, words="Bus", owner=home.by, due=day(1)))
    with home.notebook.unit_of_work() as work:
        records = work.records.find(Promise)
    found = due.of_person(records, name="Ann", today=TODAY)
    assert [each.words for each in found] == ["Supper"]


@pytest.fixture
def talk(home: Home, house: House) -> RecordId:
    return sessions.start(
        home.notebook, person=home.person, guide=house.guides["review"], by=home.by, now=NOW
    ).last("session")


def test_finding_a_day_books_a_talk_and_renews_nothing(home: Home, talk: RecordId) -> None:
    limit = add(home, Restriction(person=home.person, plain_title="Locked", review_due=day(-10)))
    other = add(home, Promise(person=home.person, words="B", owner=home.by, due=day(-1)))
    about = {"session": talk, "step": "due", "by": home.by, "at": NOW}
    due.choose(home.notebook, record=other, choice="not_today", **about)
    due.choose(home.notebook, record=limit, choice="day", day=day(9), **about)
    due.choose(home.notebook, record=limit, choice="day", day=day(5), **about)
    body = sessions.session(home.notebook, session=talk).body
    assert body.next_on == day(5)
    assert due.chosen(body.answers["due"], limit) == ("day", day(5))
    assert due.chosen(body.answers["due"], other) == ("not_today", None)
    with home.notebook.unit_of_work() as work:
        assert work.records.get(limit, Restriction).body.review_due == day(-10)


@pytest.mark.parametrize("when", [None, -1])
def test_a_day_that_is_over_cannot_be_booked(home: Home, talk: RecordId, when: int | None) -> None:
    with pytest.raises(NotAllowedError):
        due.choose(
            home.notebook, record=home.person, choice="day", session=talk, step="due", by=home.by,
            at=NOW, day=None if when is None else day(when),
        )  # fmt: skip


def test_a_line_says_who_is_to_do_it_and_never_what(home: Home) -> None:
    add(home, Promise(person=home.person, words="Supper", owner=home.by, due=day(0)))
    add(home, GoalStep(person=home.person, words="Ask", who=home.person, by=day(1)))
    with home.notebook.unit_of_work() as work:
        sam = work.records.get(home.by, Supporter).body.name
    told = [
        each.kind_in_words(SourceWording()) for each in due.everybody(home.notebook, today=TODAY)
    ]
    assert told == [f"A promise by {sam}", "A step"]
