"""Boxes with a title: what half a page or a pocket holds, told in few words each."""

import contextlib
import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, Self

from app.model.contents import Contents
from app.model.ids import RecordId
from app.model.look import Marked, Theme
from app.model.plan import Line, Plan
from app.model.telling import different_views
from app.paper.desk import START_MARGIN, Desk
from app.paper.items import GAP, ITEM_PICTURE, Item, Row, mark_of_all, rows
from app.paper.marks import Mark, mark
from app.paper.sheet import MM, Sheets
from app.paper.story import words_said
from app.paper.symbols import Shown
from app.paper.text.layout import SetText

PAD = 12.0
_PAD_ABOVE = 10.0
_EDGE = 2.0
_RADIUS = 8.0
_HEAD_PICTURE = 9 * MM
_BAND = 6 * MM
"""How wide the bar of a colour is, where a colour says something."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A card with a title and the things that stand in it.

    Attributes:
        name: of the part, by which readers jump to it.
        width: from edge to edge, in points.
        banded: its colour says something, and stands as a broad bar beside it.
        again: a repetition of the title on a further page.

    """

    theme: Theme
    colours: Marked
    title: SetText
    name: str
    items: tuple[Item, ...]
    width: float
    picture: Shown | None = None
    banded: bool = False
    level: int = 0
    again: bool = False
    gap: float = GAP + 2
    keeps: int = 0
    new_page: bool = False
    heading: None = None

    @property
    def height(self) -> float:
        """With its edge."""
        things = sum(row.height + GAP for row in self._rows)
        return 2 * _PAD_ABOVE + self._head + things

    @property
    def _rows(self) -> Iterator[Row]:
        return rows(self.items, under=self._mark)

    @property
    def _mark(self) -> Mark | None:
        """The mark beside the title, where it is true of the whole box and there is room for it.

        A title that is repeated is passed over by readers, and what is said does not stand in it.
        """
        mark = mark_of_all(self.items) if not self.again else None
        room = self._room - self.title.width - GAP
        return mark if mark is not None and mark.width <= room else None

    @property
    def _room(self) -> float:
        """How wide a title and what stands beside it may be, in points."""
        return self.width - 2 * PAD - (_BAND if self.banded else 0.0) - self._inset

    @property
    def _inset(self) -> float:
        return _HEAD_PICTURE + GAP if self.picture else 0.0

    @property
    def _head(self) -> float:
        mark = self._mark
        picture = _HEAD_PICTURE if self.picture else 0.0
        return max(picture, self.title.height, mark.height if mark else 0.0)

    def draw(self, sheets: Sheets, top: float) -> None:
        """Draw the card, its title, and each thing in it."""
        if not self.again:
            sheets.section(self.name, level=self.level)
        sheets.card(
            start=START_MARGIN,
            top=top,
            wide=sheets.paper.width,
            high=self.height,
            fill=self.theme.card if self.banded else self.colours.fill,
            edge=self.colours.edge,
            line=_EDGE,
            radius=_RADIUS,
        )
        start = START_MARGIN + PAD
        if self.banded:
            sheets.bar(
                start=START_MARGIN + _EDGE / 2,
                top=top + _RADIUS,
                wide=_BAND,
                high=self.height - 2 * _RADIUS,
                colour=self.colours.fill,
            )
            start += _BAND
        at = top + _PAD_ABOVE
        self._draw_title(sheets, start, at)
        at += self._head + GAP
        under = self._mark
        for row in self._rows:
            row.draw(sheets, self.theme, start=start, top=at, barred=under is None)
            at += row.height + GAP

    def _draw_title(self, sheets: Sheets, start: float, top: float) -> None:
        middle = top + (self._head - self.title.height) / 2
        if self.picture:
            side = _HEAD_PICTURE
            with sheets.passed_over():
                sheets.picture(self.picture, start=start, top=top, side=side, high=self._head)
        start, ink = start + self._inset, self.theme.ink
        with sheets.passed_over() if self.again else contextlib.nullcontext():
            sheets.words(self.title, start=start, top=middle, colour=ink, role="H")
        mark = self._mark
        if mark is not None:
            beside = start + self.title.width + GAP
            mark.draw(sheets, start=beside, top=top + (self._head - mark.height) / 2)

    def between(self, room: float) -> tuple[Self, Self] | None:
        """Cut between things, unless what comes next belongs to this."""
        return None if self.keeps else self._cut(*_together(*self._fitting(room)))

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Cut between things; one that is taller than a page between its lines."""
        taken, left = self._fitting(room)
        together = _together(taken, left)
        if together[0]:
            return self._cut(*together)
        if left and not taken:
            halves = next(self._rows).split(room - self._frame)
            if halves is None:
                return None
            taken, left = [halves[0]], [halves[1], *left[1:]]
        return self._cut(taken, left)

    def _fitting(self, room: float) -> tuple[list[Item], list[Item]]:
        room -= self._frame
        taken = 0
        for row in self._rows:
            if row.height > room:
                break
            room -= row.height + GAP
            taken += 1
        return list(self.items[:taken]), list(self.items[taken:])

    @property
    def _frame(self) -> float:
        return 2 * _PAD_ABOVE + self._head + GAP

    def _cut(self, taken: list[Item], left: list[Item]) -> tuple[Self, Self] | None:
        if not (taken and left):
            return None
        return (
            dataclasses.replace(self, items=tuple(taken), keeps=0),
            dataclasses.replace(self, items=tuple(left), again=True, new_page=False),
        )


def _together(taken: list[Item], left: list[Item]) -> tuple[list[Item], list[Item]]:
    """The same cut, moved up to where nothing is parted from what it belongs to."""
    at = len(taken)
    while at and left and [*taken, *left][at].belongs:
        at -= 1
    return taken[:at], [*taken[at:], *left]


def box(
    desk: Desk,
    title: str,
    items: Sequence[Item],
    *,
    colours: Marked,
    picture: Shown | None = None,
    banded: bool = False,
    keeps: int = 0,
    gap: float | None = None,
) -> Box:
    """A box of the width of the page."""
    room = inner_width(desk, banded=banded) - (_HEAD_PICTURE + GAP if picture else 0.0)
    return Box(
        theme=desk.theme,
        colours=colours,
        title=desk.heading(title, max(desk.size, round(desk.size * 1.15)), width=room),
        name=title,
        items=tuple(items),
        width=desk.width,
        picture=picture,
        banded=banded,
        keeps=keeps,
        gap=GAP + 2 if gap is None else gap,
    )


def inner_width(desk: Desk, *, banded: bool = False, pictured: bool = False) -> float:
    """How wide the words in a box may be, beside a picture where there is one."""
    beside = ITEM_PICTURE + GAP if pictured else 0.0
    return desk.width - 2 * PAD - (_BAND if banded else 0.0) - beside


def item(
    desk: Desk,
    plan: Plan,
    line: Line,
    *,
    pictured: bool = True,
    banded: bool = False,
    brief: bool = False,
    by_name: bool = False,
    marked: bool = True,
) -> Item:
    """A sentence as it stands in a box, with the mark that says whose it is (rule R1).

    Args:
        desk: what it is set with.
        plan: in which it stands.
        line: the sentence.
        pictured: with its picture.
        banded: in a box with a bar of colour.
        brief: of a sentence that the person put in easier words these alone, for want of room.
        by_name: name the person too, where two views stand together (rule R6).
        marked: it needs no mark where the page says of all its words whose they are.

    """
    picture = desk.said(line.statement.body.symbols) if pictured else None
    width = inner_width(desk, banded=banded, pictured=picture is not None)
    said = [part.text for part in words_said(desk, line, width=width, brief=brief)]
    return Item(
        parts=tuple(said),
        picture=picture,
        mark=mark(desk, plan, line, by_name=by_name, room=width, slim=True)
        if marked or by_name
        else None,
    )


class SetLine(Protocol):
    """Sets one sentence for a box; with whose it is by name, where that is asked for."""

    def __call__(self, line: Line, *, by_name: bool) -> Item:
        """The sentence."""
        ...


def with_views(
    desk: Desk, contents: Contents, lines: Iterable[Line], set_line: SetLine
) -> Iterator[Item]:
    """Sentences, each with what somebody sees differently below it (rule R6).

    The other view is told also where it was said in a part of the plan that is not printed here.
    """
    views = contents.views()
    told: set[RecordId] = set()
    for line in lines:
        if line.statement.id in told:
            continue
        others = [each for each in views.of(line) if each is not line]
        told |= {each.statement.id for each in others}
        if others:
            yield note(desk, different_views(len(others) + 1, desk.words), belongs=False)
        first = set_line(line, by_name=bool(others))
        yield dataclasses.replace(first, belongs=bool(others), by_itself=bool(others))
        for each in others:
            yield dataclasses.replace(set_line(each, by_name=True), belongs=True, by_itself=True)


def note(desk: Desk, text: str, *, belongs: bool = True) -> Item:
    """A word about what stands above it in the box, or below it."""
    return Item(parts=(desk.label(text, width=inner_width(desk), bold=False),), belongs=belongs)


def written(desk: Desk, *texts: str, banded: bool = False) -> Item:
    """Something that the program says in a box; what is said first is said louder."""
    width = inner_width(desk, banded=banded)
    first, *others = texts
    small = tuple(desk.label(text, width=width, bold=False) for text in others if text)
    return Item(parts=(desk.body(first, width=width), *small))
