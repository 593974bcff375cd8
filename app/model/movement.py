"""How a goal moved over time, for a picture of it and for sentences that say the same."""

import dataclasses
import datetime
from collections.abc import Iterable, Iterator

from app.model.goals import FACE_WORDS, Anchors, GoalRating, Point
from app.model.ids import RecordId
from app.model.wording import N_, Phrase


@dataclasses.dataclass(frozen=True, slots=True)
class Mark:
    """How the goal stood on one day, for one of those who rate it."""

    on: datetime.date
    value: Point


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """How it moved for one of them.

    Attributes:
        by: the supporter; None for the person, whose line is the first and the strongest.

    """

    by: RecordId | None
    marks: tuple[Mark, ...]


def movement(ratings: Iterable[GoalRating]) -> tuple[Line, ...]:
    """A line for the person and one for each supporter, side by side and never merged (rule R6).

    A question that got no answer leaves no mark. Of two answers of one day the later one counts.
    """
    days: dict[RecordId | None, dict[datetime.date, Point]] = {None: {}}
    for each in ratings:
        if each.value != "no_answer":
            of_one = days.setdefault(each.by if each.rater == "supporter" else None, {})
            of_one[each.on] = each.value
    return tuple(
        Line(by, tuple(Mark(on, marks[on]) for on in sorted(marks)))
        for by, marks in days.items()
        if marks
    )


def meaning(point: Point, anchors: Anchors) -> str | Phrase:
    """What a point means for this goal: the agreed words, or those that every goal has."""
    return anchors.at(point) or Phrase(FACE_WORDS[point])


def sentences(line: Line) -> Iterator[Phrase]:
    """The same in words, a sentence a mark, the first day first."""
    for mark in line.marks:
        yield Phrase(
            N_("{day}: {how}."), (("day", mark.on), ("how", Phrase(FACE_WORDS[mark.value])))
        )
