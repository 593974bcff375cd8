"""Rules about a person, risks and decisions: written down, looked at again, shown in the plan."""

import datetime

import msgspec
import pytest

from app.bootstrap import House
from app.model.decisions import BestInterests, Decision, DecisionOption, SupportTried
from app.model.errors import BadWordsError, NotAllowedError
from app.model.facts import Card
from app.model.ids import RecordId
from app.model.look_again import LookAgain
from app.model.restrictions import Alternative, HuddleCheck, Restriction, RestrictionReview, Sign
from app.model.risks import RiskPlan, Worry
from app.model.wording import SourceWording, said
from app.usecases import decisions, moving_on, people, plans, restrictions, risks, statements

from .conftest import TODAY, Home

WHOLE = {
    "rationale": "Somebody was hurt.",
    "alternatives": (Alternative(what="A blunt knife.", result="It was too blunt."),),
    "review_due": TODAY,
    "legal_basis": "best_interests",
    "person_view": "objects",
}
LACKING = {
    "rationale": " ", "alternatives": (), "review_due": None, "legal_basis": "none_found",
    "person_view": "not_asked",
}  # fmt: skip


def limit(home: Home, **fields: object) -> RecordId:
    values = {"person": home.person, "plain_title": "The knives are locked away.", **WHOLE}
    body = Restriction(**values | fields)
    return restrictions.save(home.notebook, restriction=body, by=home.by).last("restriction")


def read(home: Home, restriction: RecordId) -> Restriction:
    with home.notebook.unit_of_work() as work:
        return work.records.get(restriction, Restriction).body


def cards(home: Home, house: House, section: str) -> tuple[Card, ...]:
    plan = plans.plan(home.notebook, person=home.person, sections=house.sections, today=TODAY)
    return next((each.cards for each in plan.sections if each.section.id == section), ())


def lines(card: Card) -> str:
    words = SourceWording()
    return "\n".join(
        said(line, words)
        for fact in card.facts
        for line in (fact.label, *(each for item in fact.items for each in item))
    )


def test_r10_a_limit_with_all_that_it_needs_is_active() -> None:
    assert Restriction(person=RecordId("ann"), plain_title="Knives.", **WHOLE).status == "active"


@pytest.mark.parametrize("field", LACKING)
@pytest.mark.parametrize("stage", ["in_place", "reducing"])
def test_r10_a_limit_that_lacks_one_thing_is_kept_shown_first_and_counted(
    home: Home, house: House, field: str, stage: str
) -> None:
    limit(home, plain_title="The front door.")
    lacking = limit(home, **{field: LACKING[field]}, stage=stage)
    assert read(home, lacking).status == "incomplete"
    first, _ = cards(home, house, "restrictions")
    assert (first.record, first.status.sentence) == (lacking, "not complete")
    assert [each.sentence for each in first.missing] == [restrictions.MISSING[field]]
    found = restrictions.in_force(home.notebook)
    assert [each.restriction.id for each in found.incomplete] == [lacking]
    assert [each.person.id for each in found.incomplete] == [home.person]
    assert (found.complete, found.all) == (1, 2)


def test_r10_no_record_can_say_that_it_is_active() -> None:
    assert "status" not in Restriction.__struct_fields__
    with pytest.raises(msgspec.ValidationError, match="active"):
        msgspec.convert({"person": "ann", "plain_title": "Knives.", "stage": "active"}, Restriction)


@pytest.mark.parametrize("lacking", [{}, LACKING])
def test_r10_a_limit_in_force_cannot_be_hidden(home: Home, lacking: dict[str, object]) -> None:
    knives = limit(home, **lacking)
    with pytest.raises(NotAllowedError, match="in force"):
        restrictions.hide(home.notebook, restriction=knives, by=home.by)
    with pytest.raises(NotAllowedError, match="in force"):
        restrictions.revise(
            home.notebook, restriction=knives, changes={"stage": "proposed"}, by=home.by
        )
    assert restrictions.in_force(home.notebook).all == 1


def test_a_rule_that_has_ended_can_be_hidden(home: Home, house: House) -> None:
    knives = limit(home, stage="ended")
    restrictions.hide(home.notebook, restriction=knives, by=home.by)
    assert cards(home, house, "restrictions") == ()


def test_a_rule_says_what_it_is(home: Home) -> None:
    with pytest.raises(BadWordsError, match="what the rule is"):
        limit(home, plain_title=" ")
    knives = limit(home)
    with pytest.raises(BadWordsError, match="what the rule is"):
        restrictions.revise(
            home.notebook, restriction=knives, changes={"plain_title": ""}, by=home.by
        )


def test_a_limit_becomes_complete_with_the_last_thing_that_it_lacked(home: Home) -> None:
    knives = limit(home, rationale="")
    change = restrictions.revise(
        home.notebook, restriction=knives, changes={"rationale": "A cut."}, by=home.by
    )
    assert change.kinds == {"restriction"}
    assert read(home, knives).status == "active"
    same = restrictions.revise(
        home.notebook, restriction=knives, changes={"rationale": "A cut."}, by=home.by
    )
    assert same.touched == ()


def test_what_was_not_tried_says_why() -> None:
    with pytest.raises(NotAllowedError, match="why it was not tried"):
        Alternative(what="A blunt knife.", tried="considered_not_tried")


LIMITS = LookAgain(new_or_changed_days=28, any_days=90, source="A test.", sure="own_choice")


def look(home: Home, outcome: str, reason: str = "") -> RestrictionReview:
    return RestrictionReview(
        on=TODAY, by=home.by, person_present=True, outcome=outcome, reason=reason
    )


@pytest.mark.parametrize(
    ("outcome", "status", "days"),
    [("keep", "active", 90), ("reduce", "reducing", 28), ("increase", "active", 28)],
)
def test_a_look_at_a_rule_says_when_it_is_looked_at_next(
    home: Home, outcome: str, status: str, days: int
) -> None:
    knives = limit(home)
    restrictions.review(
        home.notebook,
        restriction=knives,
        entry=look(home, outcome, "A cut."),
        limits=LIMITS,
        by=home.by,
    )
    body = read(home, knives)
    assert body.status == status
    assert body.review_due == TODAY + datetime.timedelta(days=days)
    assert len(body.reviews) == 1


def test_a_rule_that_is_ended_limits_nobody_any_more(home: Home) -> None:
    knives = limit(home)
    restrictions.review(
        home.notebook, restriction=knives, entry=look(home, "end"), limits=LIMITS, by=home.by
    )
    assert read(home, knives).status == "ended"
    assert restrictions.in_force(home.notebook).all == 0


def test_a_rule_is_not_kept_raised_or_put_off_without_a_reason(home: Home) -> None:
    knives = limit(home)
    for outcome in ("keep", "increase"):
        with pytest.raises(NotAllowedError, match="say why"):
            restrictions.review(
                home.notebook,
                restriction=knives,
                entry=look(home, outcome),
                limits=LIMITS,
                by=home.by,
            )
    late = TODAY + datetime.timedelta(days=91)
    with pytest.raises(NotAllowedError, match="so late"):
        restrictions.review(
            home.notebook, restriction=knives, entry=look(home, "reduce"), review_due=late,
            limits=LIMITS, by=home.by,
        )  # fmt: skip
    assert read(home, knives).reviews == ()


def test_a_short_look_from_day_to_day_says_why_the_rule_was_used(home: Home) -> None:
    knives = limit(home)
    for check in (
        HuddleCheck(on=TODAY, applied=False),
        HuddleCheck(on=TODAY, applied=True, why="A row."),
    ):
        restrictions.huddle(home.notebook, restriction=knives, check=check, by=home.by)
    with pytest.raises(NotAllowedError, match="why the rule was used"):
        restrictions.huddle(
            home.notebook, restriction=knives, check=HuddleCheck(on=TODAY, applied=True), by=home.by
        )
    assert [each.applied for each in read(home, knives).huddle_checks] == [False, True]


def test_what_lacks_most_is_listed_first_and_whoever_moved_on_is_not(home: Home) -> None:
    limit(home, rationale="")
    worst = limit(home, rationale="", person_view="not_asked")
    ben = people.add_person(
        home.notebook, preferred_name="Ben", home_language="en-GB", worker="w", worker_name="Sam",
        today=TODAY,
    ).last("person")  # fmt: skip
    limit(home, person=ben, **LACKING)
    found = restrictions.in_force(home.notebook)
    assert found.incomplete[0].person.body.preferred_name == "Ben"
    moving_on.move_on(home.notebook, person=ben, on=TODAY, by=home.by)
    found = restrictions.in_force(home.notebook)
    assert found.incomplete[0].restriction.id == worst
    assert found.all == 2


def test_a_rule_is_read_with_why_what_i_think_and_what_the_law_says(
    home: Home, house: House
) -> None:
    mine = statements.say(
        home.notebook,
        statements.Said(
            person=home.person,
            words="I want to chop.",
            lang="en-GB",
            section="restrictions",
            kind="preference",
            voice="own_spoken",
            by=home.by,
        ),
    ).last("statement")
    sign = Sign(what="She walks away.", on=TODAY, seen_by=home.by)
    limit(home, person_view_statement=mine, objection_signs=(sign,), end_when="A course is done.")
    (card,) = cards(home, house, "restrictions")
    told = lines(card)
    assert said(card.written, SourceWording()).endswith("by Jo")
    assert "Why there is this rule\nSomebody was hurt." in told
    assert "What I think of it\nI am against it" in told
    assert "What the law says\nsomebody decided what is best for me" in told
    assert "What was seen: She walks away." in told
    assert "Who saw it: Jo" in told
    assert "I want to chop." not in told  # a draft, which counts for nothing yet (rule R4)
    statements.read_back(
        home.notebook, statement=mine, result="keep", method="read", on=TODAY, by=home.by
    )
    (card,) = cards(home, house, "restrictions")
    assert "What I said about it\n“I want to chop.”" in lines(card)
    statements.set_private(home.notebook, statement=mine, private=True, by=home.by)
    (card,) = cards(home, house, "restrictions")
    assert "I want to chop." not in lines(card)


def test_a_risk_is_read_with_what_is_good_before_the_worries(home: Home, house: House) -> None:
    worry = Worry(text="The wrong stop.", whose=home.by, likely="might")
    plan = RiskPlan(
        person=home.person, what="The bus by myself.", benefits="I am free.", worries=(worry,)
    )
    risk = risks.save(home.notebook, risk_plan=plan, by=home.by).last("risk_plan")
    (card,) = cards(home, house, "risks")
    told = lines(card)
    assert told.index("I am free.") < told.index("The worry: The wrong stop.")
    assert "Whose it is: Jo" in told
    assert "How often it might happen: it might happen" in told
    with pytest.raises(NotAllowedError, match="still missing"):
        risks.revise(home.notebook, risk_plan=risk, changes={"status": "agreed"}, by=home.by)
    with pytest.raises(BadWordsError, match="what do you want"):
        risks.revise(home.notebook, risk_plan=risk, changes={"what": " "}, by=home.by)


def test_a_decision_is_read_with_what_can_be_chosen_and_my_choice(home: Home, house: House) -> None:
    options = (
        DecisionOption(text="A key of my own", good="I come and go."),
        DecisionOption(text="As it is", no_change=True),
    )
    body = Decision(person=home.person, question="A front door key?", options=options)
    key = decisions.save(home.notebook, decision=body, by=home.by).last("decision")
    (card,) = cards(home, house, "decisions")
    assert card.status.sentence == "not decided yet"
    decisions.revise(
        home.notebook,
        decision=key,
        changes={"person_choice": "My key.", "outcome": "decided_by_person"},
        by=home.by,
    )
    (card,) = cards(home, house, "decisions")
    assert card.status.sentence == "I decided"
    assert "What I choose\nMy key." in lines(card)
    assert "Choice: A key of my own" in lines(card)


def test_nobody_decides_for_a_person_before_there_was_help_to_decide(home: Home) -> None:
    body = Decision(person=home.person, question="A front door key?")
    key = decisions.save(home.notebook, decision=body, by=home.by).last("decision")
    for_them = BestInterests(
        decision_maker="Dr Khan", wishes_now="A key.", decided="No key.", reasons="Falls.",
        review_due=TODAY,
    )  # fmt: skip
    tried = (SupportTried(kind="simpler_words", result="Yes."),)
    for changes in (
        {"best_interests": for_them},
        {"best_interests": for_them, "support_tried": tried},
    ):
        with pytest.raises(NotAllowedError, match="Others decide"):
            decisions.revise(home.notebook, decision=key, changes=changes, by=home.by)
    with pytest.raises(NotAllowedError, match="who decided for the person"):
        decisions.revise(
            home.notebook, decision=key, changes={"outcome": "best_interests_made"}, by=home.by
        )
    with pytest.raises(BadWordsError, match="what is to be decided"):
        decisions.save(
            home.notebook, decision=Decision(person=home.person, question=" "), by=home.by
        )
