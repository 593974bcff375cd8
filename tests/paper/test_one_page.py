"""Whether what a person picked fits on one page: measured as it is printed."""

import itertools
from typing import Any

from app.model.ids import PictureRef, RecordId
from app.model.plan import Plan
from app.paper.one_page import SMALLEST, USUAL, Fit, fit
from tests.helpers.printing import job, plan, sentence, supporter

_LINE = "I like to sit by the window with a cup of tea, and watch the birds in the garden."


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
