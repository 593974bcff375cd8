"""A whole plan read with the easy-read rules: what is open, and what it may be called (L24)."""

import datetime

import msgspec
import pytest

from app.bootstrap import House
from app.model.decisions import Decision
from app.model.ids import RecordId
from app.model.risks import RiskPlan
from app.model.wording import SourceWording
from app.usecases import easy_read, easy_words, plans, words_check
from app.usecases.easy_read import PlanRead
from app.words.easyread.labelling import ReaderCheck

from .conftest import TODAY, Home
from .test_limits import limit
from .test_statements import keep
from .test_statements import said as say

KIM = ReaderCheck(reader="Kim", on=TODAY)
ME = RecordId("me")
HARD = "Staff facilitate access to the community."


def read(home: Home, house: House, checked: ReaderCheck | None = None) -> PlanRead:
    plan = plans.plan(home.notebook, person=home.person, sections=house.sections, today=TODAY)
    return easy_read.read_plan(
        plan,
        easy_read=house.easy_read,
        titles=SourceWording(),
        made_on=TODAY,
        checked=checked,
    )


def test_l24_easy_read_with_nothing_grave_open_and_a_named_reader(home: Home, house: House) -> None:
    keep(home, say(home, "I like my tea hot."))
    found = read(home, house, KIM)
    assert found.open == ()
    assert found.label == "Easy read"


@pytest.mark.parametrize(
    "checked",
    [
        None,
        ReaderCheck(reader="  ", on=TODAY),
        ReaderCheck(reader="Kim", on=TODAY + datetime.timedelta(days=1)),
    ],
)
def test_l24_easier_words_where_nobody_has_read_it_yet(
    home: Home, house: House, checked: ReaderCheck | None
) -> None:
    keep(home, say(home, "I like my tea hot."))
    assert read(home, house, checked).label == "Easier words"


def test_l24_easier_words_while_something_grave_is_open(home: Home, house: House) -> None:
    hard = say(home, HARD, voice="staff", said_by=home.by)
    found = read(home, house, KIM)
    assert found.label == "Easier words"
    assert {(each.statement, each.words) for each in found.open} == {
        (hard, "facilitate"),
        (hard, "access to the community"),
    }


def test_r5_the_persons_own_words_are_exempt_in_a_whole_plan(home: Home, house: House) -> None:
    say(home, HARD)
    assert read(home, house, KIM).label == "Easy read"


def test_easy_words_that_the_person_agreed_to_are_read(home: Home, house: House) -> None:
    statement = say(home, "I likes me tea hot.")
    easy_words.write(home.notebook, statement=statement, words=HARD, by=home.by)
    assert read(home, house).open == ()
    easy_words.answer(home.notebook, statement=statement, ok=True, seen=HARD, by=home.by)
    assert {each.statement for each in read(home, house).open} == {statement}


def test_w05_a_word_that_the_person_uses_is_an_everyday_word_for_others_too(
    home: Home, house: House
) -> None:
    say(home, "I play my bodhran.")
    say(home, "She plays her bodhran.", voice="staff", said_by=home.by)
    assert "W05" not in {each.remark.rule for each in read(home, house).remarks}


def test_w27_a_plan_begins_with_what_the_person_says(home: Home, house: House) -> None:
    say(home, "Ann is kind.", voice="staff", said_by=home.by)
    assert "W27" in {each.remark.rule for each in read(home, house).remarks}
    say(home, "I am Ann.")
    assert "W27" not in {each.remark.rule for each in read(home, house).remarks}


def test_sentences_in_another_language_are_named_and_not_read(home: Home, house: House) -> None:
    welsh = say(home, "Dw i'n hoffi te & coffi; 30%.", lang="cy", voice="staff", said_by=home.by)
    found = read(home, house, KIM)
    assert found.not_read == (welsh,)
    assert found.open == ()


def test_a_plan_without_sentences_is_read_without_a_fuss(home: Home, house: House) -> None:
    assert read(home, house).remarks == ()


def test_w22_a_booklet_has_its_heading_again_on_each_page(home: Home, house: House) -> None:
    for nth in range(9):
        keep(home, say(home, f"I like song {nth}."))
    assert read(home, house, KIM).label == "Easy read"


def test_the_hard_words_of_a_plan_come_once_each_in_its_order(home: Home, house: House) -> None:
    say(home, "My deputy and my advocate come.")
    say(home, "An advocate helps me.")
    say(home, "Mae eiriolwr yn dod.", lang="cy")
    plan = plans.plan(home.notebook, person=home.person, sections=house.sections, today=TODAY)
    found = easy_read.hard_words(plan, house.glossary, lang="en-GB")
    assert [each.word for each in found] == ["deputy", "advocate"]
    assert easy_read.hard_words(plan, house.glossary, lang="cy") == ()


def test_l24_what_no_rule_has_looked_at_is_not_called_easy_read(home: Home, house: House) -> None:
    keep(home, say(home, "I like my tea hot."))
    keep(home, say(home, "Rwyf yn hoffi te.", lang="cy"))
    assert read(home, house, KIM).label == "Easier words"


@pytest.mark.parametrize(("rationale", "label"), [
    ("She hurt her hand.", "Easy read"),
    ("A safeguarding alert was raised by the MDT.", "Easier words"),
])  # fmt: skip
def test_l24_what_is_printed_of_limits_is_read_too(
    home: Home, house: House, rationale: str, label: str
) -> None:
    keep(home, say(home, "I like my tea hot."))
    limit(home, rationale=rationale)
    found = read(home, house, KIM)
    assert found.label == label
    assert {each.statement for each in found.open} <= {None}


@pytest.mark.parametrize("record", [
    RiskPlan(person=ME, what="Crossing the road.", why_matters="I can go out.", review_due=TODAY),
    Decision(person=ME, question="Where do I want to live?"),
])  # fmt: skip
def test_what_the_program_itself_says_on_a_card_is_easy(
    home: Home, house: House, record: RiskPlan | Decision
) -> None:
    with home.notebook.unit_of_work() as work:
        work.records.add(msgspec.structs.replace(record, person=home.person), by=home.by)
        work.commit("added")
    assert read(home, house, KIM).open == ()


def test_r5_no_words_of_the_persons_own_are_called_hurtful(home: Home, house: House) -> None:
    keep(home, say(home, "I am wheelchair-bound."))
    found = words_check.words_check(
        home.notebook,
        person=home.person,
        sections=house.sections,
        rules=house.easy_read,
        words=SourceWording(),
        today=TODAY,
    )
    assert found.own == ()
    assert found.sentences == ()
