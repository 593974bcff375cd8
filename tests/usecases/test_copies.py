"""Who got what, and when: one list, in which everybody who got something is named."""

import datetime

import msgspec

from app.model.ids import RecordId
from app.model.person import Supporter
from app.model.wording import SourceWording
from app.usecases import copies, doings, events, handing_over, sharing_choices
from app.usecases.copies import Copy

from .conftest import TODAY, Home
from .test_sharing import WORDS, decide, give, mum, print_own, tea

__all__ = ["mum", "tea"]


def made(home: Home, today: datetime.date = TODAY) -> list[Copy]:
    return list(copies.copies(home.notebook, person=home.person, today=today))


def told(home: Home) -> list[tuple[str, str, datetime.date]]:
    return [(each.name, each.document, each.on) for each in made(home)]


def test_each_copy_says_who_got_it_what_it_is_and_when_the_last_first(
    home: Home, mum: RecordId, tea: RecordId
) -> None:
    decide(home, mum, "yes")
    print_own(home)
    give(home, mum)
    give(home, mum, how="see_here", document="")
    (here, paper, own) = made(home)
    assert {each.name for each in (here, paper)} == {"Mum"}
    assert (own.name, own.document, own.to) == ("Ann Obi", "booklet", None)
    assert (here.on, paper.document, paper.on) == (TODAY, "booklet", TODAY)
    assert [each.is_out for each in (here, paper, own)] == [False, True, False]


def test_a_copy_of_a_yes_that_was_taken_back_is_to_be_collected_until_it_came_back(
    home: Home, mum: RecordId, tea: RecordId
) -> None:
    choice = decide(home, mum, "yes")
    print_own(home)
    give(home, mum)
    assert not made(home)[0].ended
    sharing_choices.stop(home.notebook, choice=choice, on=TODAY, by=home.by, words=WORDS)
    paper = made(home)[0]
    assert (paper.ended, paper.is_out) == (True, True)
    assert paper.record is not None
    handing_over.came_back(home.notebook, copy=paper.record, on=TODAY, by=home.by)
    assert (made(home)[0].came_back, made(home)[0].is_out) == (TODAY, False)


def test_somebody_who_left_is_still_named(home: Home, mum: RecordId, tea: RecordId) -> None:
    decide(home, mum, "yes")
    print_own(home)
    give(home, mum)
    with home.notebook.unit_of_work() as work:
        body = work.records.get(mum, Supporter).body
        work.records.revise(mum, msgspec.structs.replace(body, left_on=TODAY), by=home.by)
        work.commit()
    assert told(home)[0] == ("Mum", "booklet", TODAY)


def test_what_was_done_with_a_plan_names_who_got_it_and_with_the_notebook_does_not(
    home: Home, mum: RecordId, tea: RecordId
) -> None:
    decide(home, mum, "yes")
    print_own(home)
    give(home, mum)
    workers = {"worker-1": "Jo"}

    def last(**more: RecordId) -> str:
        found = doings.doings(home.notebook, workers=workers, **more)
        return found[0].said(SourceWording())

    assert last(person=home.person).endswith("It is for: Mum.")
    assert last().endswith("It is for: Family.")


def test_a_line_about_a_reader_of_whom_no_copy_is_written_down_says_their_role(
    home: Home, mum: RecordId, tea: RecordId
) -> None:
    events.note(
        home.notebook, what="printed", person=home.person, document="passport", for_whom="nurse"
    )
    (said,) = doings.doings(home.notebook, workers={}, person=home.person)
    assert said.said(SourceWording()).endswith("It is for: Nurse.")
