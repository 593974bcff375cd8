"""Whether what a person picked fits on one page: measured as it is printed."""

import itertools
from typing import Any

from app.model.contents import Contents
from app.model.drawn import ProfilePick
from app.model.ids import PictureRef, RecordId
from app.model.plan import Plan
from app.paper.one_page import SMALLEST, USUAL, Fit, fit, one_page
from app.paper.press import Printed
from tests.helpers.printing import job, plan, record, sentence, supporter
from tests.paper.test_booklet import flat

_LINE = "I like to sit by the window with a cup of tea, and watch the birds in the garden."
_BEGINS = "I like to sit by the window"


def measured(which: Plan, *picks: str, photo: str = "") -> Fit:
    return fit(
        job(which),
        picks=tuple(RecordId(each) for each in picks),
        photo=PictureRef(photo) if photo else None,
    )


def many(count: int, words: str = _LINE) -> tuple[Plan, tuple[str, ...]]:
    return plan(*(sentence(words) for _ in range(count))), tuple(f"s{n}" for n in range(count))


def test_a_few_sentences_fit_at_the_usual_size() -> None:
    which, picks = many(4)
    assert measured(which, *picks) == Fit(USUAL, 1)


def test_what_is_not_picked_takes_no_room() -> None:
    which, picks = many(60)
    assert measured(which, *picks[:4]) == Fit(USUAL, 1)


def test_what_does_not_fit_at_the_usual_size_may_fit_at_the_smallest_and_never_below() -> None:
    sizes = []
    for count in range(6, 24):
        which, picks = many(count)
        sizes.append(measured(which, *picks).size)
    assert sizes == sorted(sizes, key=lambda size: -size)
    assert set(sizes) == {USUAL, SMALLEST, 0.0}


def test_longer_sentences_fill_the_page_with_fewer_of_them() -> None:
    which = plan(*(sentence(" ".join([_LINE] * 3)) for _ in range(8)))
    assert measured(which, *(f"s{n}" for n in range(8))).size == 0.0
    short, picks = many(8)
    assert measured(short, *picks).size > 0


def most_that_fit(photo: str = "") -> int:
    fitting = (count for count in range(40) if measured(*_short(count), photo=photo).size)
    return max(fitting)


def _short(count: int) -> tuple[Any, ...]:
    which, picks = many(count, "Tea.")
    return which, *picks


def test_a_photo_takes_room() -> None:
    assert most_that_fit(photo="openmoji:1F9D1") < most_that_fit()


def test_r1_others_words_carry_their_mark_and_so_take_more_room() -> None:
    count = 9
    own, picks = many(count)
    names = {"jo": supporter("Jo"), "sam": supporter("Sam")}
    speakers = itertools.islice(itertools.cycle(names), count)
    theirs = plan(
        *(sentence(_LINE, voice="staff", said_by=RecordId(each)) for each in speakers),
        supporters=names,
    )
    assert measured(own, *picks).size > measured(theirs, *picks).size


def unpicked(count: int) -> Printed:
    sections = ("important_to", "support_well")
    return one_page(job(plan(*(sentence(_LINE, section=sections[at % 2]) for at in range(count)))))


def test_where_nothing_was_picked_it_is_one_page_and_says_how_many_more_there_are() -> None:
    made = unpicked(60)
    words = flat(made)
    assert made.pages == 1
    shown = words.count(_BEGINS)
    assert made.left_in_plan == 60 - shown
    assert f"{made.left_in_plan} more sentences are in my plan" in words
    assert "What matters to me and How to support me well." in words


def test_where_nothing_was_picked_and_all_of_it_fits_nothing_is_said_of_more() -> None:
    made = unpicked(4)
    assert (made.pages, made.left_in_plan) == (1, 0)
    assert "in my plan" not in flat(made)


def test_every_part_has_its_first_words_on_a_page_that_nobody_picked_for() -> None:
    many_of_one = (sentence(_LINE, section="important_to") for _ in range(60))
    which = plan(*many_of_one, sentence("Knock first.", section="support_well"))
    words = flat(one_page(job(which)))
    assert _BEGINS in words
    assert "Knock first." in words


def test_what_the_person_picked_is_never_dropped_for_room() -> None:
    which, picks = many(60)
    pick = record(
        ProfilePick(
            person=which.person.id,
            document="one_page_profile",
            picks=tuple(RecordId(each) for each in picks),
        ),
        "pick",
    )
    contents = Contents(plan=which, reader="Marcus", own=True, others=(pick,))
    made = one_page(job(which, contents=contents))
    assert made.pages > 1
    assert (flat(made).count(_BEGINS), made.left_in_plan) == (60, 0)
