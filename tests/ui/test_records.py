"""Risks, rules and decisions on screen: in the plan, one of them whole, and what is missing."""

import pytest

from app.model.decisions import Decision
from app.model.goals import Goal
from app.model.ids import RecordId
from app.model.record import Body
from app.model.restrictions import Restriction
from app.model.risks import RiskPlan
from app.usecases import restrictions
from tests.helpers.driver import Driver
from ui.parts.record_card import RecordCard
from ui.screens.base import Route


def records(driver: Driver, person: RecordId, kind: type[Body]) -> list[RecordId]:
    notebook = driver.window.ctx.open_notebook

    def read() -> list[RecordId]:
        with notebook.unit_of_work() as work:
            return [each.id for each in work.records.find(kind, person=person)]

    return driver.ask(read)


def limit(driver: Driver, status: str) -> RecordId:
    """A rule about Marcus that stands so."""
    notebook = driver.window.ctx.open_notebook

    def read() -> RecordId:
        with notebook.unit_of_work() as work:
            found = work.records.find(Restriction, person=marcus)
        return next(each.id for each in found if each.body.status == status)

    marcus = driver.person()
    return driver.ask(read)


def go(driver: Driver, screen: str, **about: object) -> None:
    driver.window.show_route(Route(screen, about))
    driver.settle()


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("risks", ("Bus 55 to the allotment, by myself.", "Whose it is: Yvonne", "Agreed")),
        ("restrictions", ("The knives are locked away.", "I am against it", "In place")),
        ("decisions", ("Do I have my own front door key?", "My key. On my belt.", "I decided")),
    ],
)
def test_what_stands_in_a_section_is_read_above_the_sentences(
    examples: Driver, section: str, words: tuple[str, ...]
) -> None:
    go(examples, "plan", person=examples.person(), section=section)
    seen = examples.seen()
    assert all(each in seen for each in words)
    names = examples.names()
    first_card = next(place for place, name in enumerate(names) if name.startswith("record-"))
    first_sentence = next(
        place for place, name in enumerate(names) if name.startswith("statement-")
    )
    assert first_card < first_sentence
    heard = [each.words for each in examples.window.screen.readables()]
    assert heard.index(words[0]) < heard.index("Show all of it")


def test_r10_a_rule_that_is_not_complete_stands_first_and_says_what_is_missing(
    examples: Driver,
) -> None:
    knives = limit(examples, "incomplete")
    go(examples, "plan", person=examples.person(), section="restrictions")
    card = examples.window.findChildren(RecordCard)[0]
    assert card.objectName() == f"card-{knives}"
    missing = "Not complete. Still missing: what was tried instead, what the law says about it"
    assert missing in examples.seen()
    examples.press(f"record-{knives}")
    assert "Show what is missing" not in examples.seen()
    assert missing in examples.seen()
    assert "everybody here" in examples.seen()
    examples.press("back")
    at = examples.window.focusWidget()
    assert at is not None
    assert at.objectName() == f"record-{knives}"


@pytest.mark.parametrize("kind", [Restriction, RiskPlan, Decision, Goal])
def test_a_record_of_any_kind_is_read_whole(examples: Driver, kind: type[Body]) -> None:
    person = examples.person()
    (record, *_) = records(examples, person, kind)
    names = {Restriction: "restriction", RiskPlan: "risk_plan", Decision: "decision", Goal: "goal"}
    go(examples, "record", person=person, kind=names[kind], record=record)
    assert examples.find("back") is not None
    assert len(examples.window.screen.readables()) > 4
    assert "something that is not here any more" not in examples.seen()
    assert "_" not in examples.seen()


def test_r10_rules_that_are_not_complete_are_listed_over_all_people_and_counted(
    examples: Driver,
) -> None:
    knives = limit(examples, "incomplete")
    go(examples, "incomplete")
    seen = examples.seen()
    assert "4 rules limit somebody here. Complete: 2" in seen
    assert "Marcus · Still missing: what was tried instead" in examples.names_said()
    assert "Halina · Still missing" in examples.names_said()
    examples.press(f"incomplete-{knives}")
    assert "The knives are locked away." in examples.seen()
    assert "Halina" not in examples.seen()
    assert examples.find("home") is not None
    examples.press("home")
    assert examples.window.route.screen == "home"


def test_a_list_with_nothing_missing_says_so(new_notebook: Driver) -> None:
    go(new_notebook, "incomplete")
    assert "Everything that has to be known of each rule is written down." in new_notebook.seen()
    new_notebook.press("back")
    assert new_notebook.window.route.screen == "due"


def test_a_rule_that_is_written_on_is_shown_as_it_stands(examples: Driver) -> None:
    window, person = examples.window, examples.person()
    knives = limit(examples, "incomplete")
    go(examples, "home", person=person)
    go(examples, "record", person=person, kind="restriction", record=knives)
    notebook, by = window.ctx.open_notebook, window.ctx.writer
    change = examples.ask(
        lambda: restrictions.revise(
            notebook, restriction=knives, changes={"what": "I cannot peel onions."}, by=by
        )
    )
    window.screen.changed(change)
    examples.settle()
    assert "I cannot peel onions." in examples.seen()
