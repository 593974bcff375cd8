"""The first page of the hospital passport: what an emergency needs, and how to hear yes and no."""

from typing import Any

from app.model.contents import Contents
from app.model.documents import document
from app.model.ids import RecordId
from app.model.plan import arrange
from app.model.statement import Statement
from app.paper.documents import make
from tests.helpers import printing
from tests.helpers.plans import the_sections
from tests.helpers.printing import DAY, job, record, sentence, supporter

RED, SIGNS = "Red: Everybody who helps must know it", "Red: How I say it"


def said(words: str, section: str, kind: str, **fields: Any) -> Statement:
    return sentence(words, section=section, kind=kind, **fields)


NOD = said("I nod for yes.", "communication", "please_do", must_know=True)
FIT = said("Ring 999 after 5 minutes.", "health", "important_for", must_know=True)
LOST = said("If I am lost, ring Ewa.", "if_things_go_wrong", "please_do", must_know=True)
TABLETS = said("Tablets with water.", "health", "preference", must_know=True)
TEA = said("I like tea.", "important_to", "important_to")


def pages(*statements: Statement) -> list[list[str]]:
    plan = arrange(
        person=printing.plan().person,
        supporters=(record(supporter("Jo"), "jo"),),
        statements=tuple(record(body, f"s{at}") for at, body in enumerate(statements)),
        sections=the_sections(),
        today=DAY,
    )
    contents = Contents(plan=plan, reader="Marcus", own=True)
    made = make(document("hospital_passport"), job(plan, contents=contents))
    return [[each.words for each in page] for page in made.said]


def in_turn(page: list[str], *words: str) -> bool:
    places = [page.index(each) for each in words]
    return places == sorted(places)


def test_an_emergency_comes_first_and_then_how_the_person_says_yes_and_no() -> None:
    first = pages(TEA, NOD, TABLETS, LOST, FIT)[0]
    keep_safe, wrong, health, yes = (each.original for each in (FIT, LOST, TABLETS, NOD))
    assert in_turn(first, RED, keep_safe, wrong, health, SIGNS, yes, TEA.original)


def test_yes_and_no_are_on_the_first_page_however_much_is_red() -> None:
    found = pages(NOD, *[FIT] * 40)
    assert len(found) > 1
    assert NOD.original in found[0]


def test_where_no_sign_is_known_all_that_is_red_stands_together() -> None:
    first = pages(TABLETS, FIT, LOST, *[FIT] * 3)[0]
    assert (first.count(RED), SIGNS in first) == (1, False)


def test_r6_two_views_of_different_colours_are_told_together_once() -> None:
    pain = said("She never speaks of pain.", "wellness", "illness_sign", voice="staff")
    other = said("I will say so.", "wellness", "fact", conflicts_with=(RecordId("s0"),))
    (first,) = pages(pain, other)
    assert first.count(pain.original) == first.count(other.original) == 1
    assert "Two different views" in first
