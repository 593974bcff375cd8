"""A ladder of steps with boxes to tick, and room to draw: made to be written on with a pencil."""

import dataclasses
from typing import Self

from app.model.look import Theme
from app.paper.blocks import SectionHead
from app.paper.desk import START_MARGIN, Desk
from app.paper.sheet import MM, Sheets
from app.paper.text.layout import SetText, cut

TICK_BOX = 12 * MM
"""Large enough for whoever holds a pencil in a fist (domain section E.3)."""
_RAIL = 3.0
_INSET = 4 * MM
_GAP = 6 * MM
_EDGE = 1.5
_LINE = 1.0
_LINES = 2
_BETWEEN_LINES = 11 * MM
MOST_TO_DRAW_IN, LEAST_TO_DRAW_IN = 100 * MM, 35 * MM
_TO_DRAW_IN = 60 * MM
_ABOVE_DRAWING = 16.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One step between the rails of the ladder.

    Attributes:
        words: what is to be done, who does it and when; lines to write on where it is empty.
        goes_on: it is the rest of the step before, which did not fit onto its page.
        done: the words for a tick that stands in the box; empty while it is to be made.

    """

    theme: Theme
    words: tuple[SetText, ...]
    done: str
    goes_on: bool = False
    gap: float = 0.0
    keeps: int = 0
    new_page: bool = False
    heading: SectionHead | None = None

    @property
    def height(self) -> float:
        """With the rails that go on above and below."""
        return max(TICK_BOX, self._words) + _GAP

    @property
    def _words(self) -> float:
        written = sum(text.height for text in self.words)
        return written or _LINES * _BETWEEN_LINES

    def draw(self, sheets: Sheets, top: float) -> None:
        """Draw the rails, the box between them, and the words beside it."""
        with sheets.item(goes_on=self.goes_on):
            inside = START_MARGIN + _RAIL + _INSET
            for rail in (START_MARGIN, inside + TICK_BOX + _INSET):
                sheets.bar(
                    start=rail, top=top, wide=_RAIL, high=self.height, colour=self.theme.own.edge
                )
            middle = top + (self.height - TICK_BOX) / 2
            if not self.goes_on:
                self._draw_box(sheets, inside, middle)
            start = START_MARGIN + beside()
            at = top + (self.height - self._words) / 2
            for text in self.words:
                sheets.words(text, start=start, top=at, colour=self.theme.ink)
                at += text.height
            if not self.words:
                self._draw_lines(sheets, start, at)

    def _draw_box(self, sheets: Sheets, start: float, top: float) -> None:
        sheets.card(
            start=start,
            top=top,
            wide=TICK_BOX,
            high=TICK_BOX,
            fill=self.theme.card,
            edge=self.theme.ink,
            line=_EDGE,
            radius=2.0,
        )
        if self.done:
            colour = self.theme.ink
            sheets.tick(start=start, top=top, side=TICK_BOX, colour=colour, alt=self.done)

    def _draw_lines(self, sheets: Sheets, start: float, top: float) -> None:
        wide = sheets.paper.width - beside()
        for number in range(1, _LINES + 1):
            below = top + number * _BETWEEN_LINES
            sheets.bar(start=start, top=below, wide=wide, high=_LINE, colour=self.theme.quiet_ink)

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Cut between lines where a step is told at length; the box stays with the first."""
        halves = cut(self.words, room - _GAP)
        if halves is None:
            return None
        return (
            dataclasses.replace(self, words=halves[0]),
            dataclasses.replace(self, words=halves[1], goes_on=True, new_page=False),
        )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RoomToDraw:
    """An empty frame with a line above it that says what it is for.

    Attributes:
        high: the frame, in points.

    """

    theme: Theme
    words: SetText
    high: float = _TO_DRAW_IN
    gap: float = _ABOVE_DRAWING
    keeps: int = 0
    new_page: bool = False
    heading: SectionHead | None = None

    @property
    def height(self) -> float:
        """With the line."""
        return self.words.height + self.high

    def draw(self, sheets: Sheets, top: float) -> None:
        """Draw the line and the frame."""
        sheets.words(self.words, start=START_MARGIN, top=top, colour=self.theme.quiet_ink)
        sheets.card(
            start=START_MARGIN,
            top=top + self.words.height,
            wide=sheets.paper.width,
            high=self.high,
            fill=self.theme.card,
            edge=self.theme.line,
            line=_EDGE,
            radius=8.0,
        )

    def split(self, room: float) -> None:  # noqa: ARG002
        """It stays whole."""
        return


def beside() -> float:
    """How far the words of a step stand in."""
    return 2 * _RAIL + 2 * _INSET + TICK_BOX + _GAP


def rung(desk: Desk, *texts: str, done: str = "") -> Rung:
    """A rung with a step on it, or an empty one: what is said first is said louder."""
    width = desk.width - beside()
    words = tuple(
        desk.label(text, width=width, bold=False) if at else desk.body(text, width=width)
        for at, text in enumerate(texts)
        if text
    )
    return Rung(theme=desk.theme, words=words, done=done)
