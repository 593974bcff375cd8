"""What was done with a notebook, said so that anybody understands it."""

import itertools

import pytest

from app.model.event import DOCUMENTS, FOR_WHOM, WHAT
from app.model.ids import RecordId
from app.model.wording import SourceWording
from app.usecases import doings, events, people

from .conftest import TODAY, Home

WORDS = SourceWording()
WORKERS = {"worker-1": "Jo"}


def said(home: Home, workers: dict[str, str] = WORKERS, **more: object) -> list[str]:
    found = doings.doings(home.notebook, workers=workers, **more)  # type: ignore[arg-type]
    return [each.said(WORDS) for each in found]


def test_the_last_thing_done_stands_first(home: Home) -> None:
    for what in ("opened", "backed_up", "closed"):
        events.note(home.notebook, what=what)  # type: ignore[arg-type]
    assert said(home) == [
        "Jo closed the notebook.",
        "Jo made a backup.",
        "Jo opened the notebook.",
    ]


def test_what_was_printed_is_said_with_whose_it_is_and_for_whom(home: Home) -> None:
    about = {"what": "printed", "person": home.person}
    events.note(home.notebook, **about, document="booklet", for_whom="person")  # type: ignore[arg-type]
    events.note(home.notebook, **about, document="passport", for_whom="advocate")  # type: ignore[arg-type]
    something = "Jo printed something from the plan of Ann Obi."
    assert said(home) == [
        f"{something} What it was: Communication passport. It is for: Advocate.",
        "Jo printed the booklet of Ann Obi. It is for Ann Obi.",
    ]


def test_a_whole_notebook_and_one_plan_brought_back_are_told_apart(home: Home) -> None:
    events.note(home.notebook, what="restored", document="backup")
    events.note(home.notebook, what="restored", document="backup", person=home.person)
    assert said(home) == [
        "Jo brought back the plan of Ann Obi, from a backup.",
        "Jo brought back the notebook, from a backup.",
    ]


def test_who_can_no_longer_open_it_and_whose_plan_was_erased_have_no_name(home: Home) -> None:
    events.note(home.notebook, what="exported", person=RecordId("gone"), document="plan_file")
    (only,) = said(home, {})
    assert only.startswith("Somebody who can no longer open it saved a plan file of somebody whose")


def test_of_one_person_nothing_about_anybody_else_is_said(home: Home) -> None:
    ben = people.add_person(
        home.notebook,
        preferred_name="Ben",
        home_language="en-GB",
        worker="worker-1",
        worker_name="Jo",
        today=TODAY,
    ).last("person")
    for person in (home.person, ben, None):
        events.note(home.notebook, what="exported", person=person, document="plan_file")
    assert said(home, person=home.person) == ["Jo saved a plan file of Ann Obi."]


def test_a_long_list_is_read_piece_by_piece(home: Home) -> None:
    for _ in range(5):
        events.note(home.notebook, what="opened")
    whole = doings.doings(home.notebook, workers=WORKERS)
    first = doings.doings(home.notebook, workers=WORKERS, latest=3)
    rest = doings.doings(home.notebook, workers=WORKERS, before=first[-1].event.id, latest=3)
    assert first + rest == whole
    assert len(rest) == 2


@pytest.mark.parametrize("what", sorted(WHAT))
def test_everything_that_can_be_noted_can_be_said(home: Home, what: str) -> None:
    for document, for_whom, person in itertools.product(
        sorted(DOCUMENTS), sorted(FOR_WHOM), (home.person, None)
    ):
        events.note(
            home.notebook,
            what=what,  # type: ignore[arg-type]
            document=document,  # type: ignore[arg-type]
            for_whom=for_whom,  # type: ignore[arg-type]
            person=person,
        )
    assert all(each.startswith("Jo ") and "{" not in each for each in said(home))
