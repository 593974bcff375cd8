"""One card of a board that is filled in with a pencil: its picture, its words, a square a pile."""

import dataclasses
from collections.abc import Callable
from typing import Self

from app.model.home_sheets import TickLine
from app.model.look import Theme
from app.model.packs import Area
from app.paper.blocks import SectionHead
from app.paper.desk import START_MARGIN, WIDTH
from app.paper.sheet import MM, Sheets
from app.paper.squares import square
from app.paper.symbols import Shown
from app.paper.text.layout import SetText

_CARD_PICTURE = 24 * MM
_PILE_PICTURE = 10 * MM
SQUARE = 9 * MM
"""Large enough for a cross made with a shaking hand."""
_BESIDE = 6 * MM
_WORD_GAP = 5.0
_COLUMN_GAP = 10.0
_BELOW_WORDS = 8.0
_BELOW_SQUARE = 3.0
_PAD = 8.0
_RULE = 0.8


@dataclasses.dataclass(frozen=True, slots=True)
class Choice:
    """A pile: its picture beside the square, and its words below."""

    words: SetText
    picture: Shown | None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """A card and its squares.

    Attributes:
        card: its identifier.
        inside: how far in its words stand.
        choices: empty in the first part of one that is cut in two.
        note: is told where things stand once they are drawn.
        goes_on: it is the rest of the row before, which did not fit onto its page.

    """

    theme: Theme
    card: str
    words: SetText
    picture: Shown | None
    inside: float
    choices: tuple[Choice, ...]
    note: Callable[[TickLine], None]
    goes_on: bool = False
    gap: float = 0.0
    keeps: int = 0
    new_page: bool = False
    heading: SectionHead | None = None

    @property
    def height(self) -> float:
        """With the rule below it."""
        picture = _CARD_PICTURE if self.picture else 0.0
        return max(picture, self._said) + 2 * _PAD + _RULE

    @property
    def _said(self) -> float:
        if not self.choices:
            return self.words.height
        below = max(each.words.height for each in self.choices)
        return self.words.height + _BELOW_WORDS + self._row + _BELOW_SQUARE + below

    @property
    def _row(self) -> float:
        return max(SQUARE, *(_PILE_PICTURE for each in self.choices if each.picture), 0.0)

    def draw(self, sheets: Sheets, top: float) -> None:
        """Draw it, and tell where its squares are."""
        with sheets.item(goes_on=self.goes_on):
            squares = self._draw(sheets, top + _PAD)
        below = top + self.height - _RULE
        sheets.bar(start=START_MARGIN, top=below, wide=WIDTH, high=_RULE, colour=self.theme.line)
        if not self.choices:
            return
        page: int = sheets.getPageNumber()
        row = sheets.on_paper(start=START_MARGIN, top=top, wide=WIDTH, high=self.height)
        self.note(TickLine(card=self.card, page=page, row=row, squares=squares))

    def _draw(self, sheets: Sheets, top: float) -> tuple[Area, ...]:
        high = self.height - 2 * _PAD - _RULE
        if self.picture:
            side = _CARD_PICTURE
            sheets.picture(self.picture, start=START_MARGIN, top=top, side=side, high=high)
        top += (high - self._said) / 2
        start = START_MARGIN + self.inside
        sheets.words(self.words, start=start, top=top, colour=self.theme.ink)
        top += self.words.height + _BELOW_WORDS
        step = column(len(self.choices), self.inside) + _COLUMN_GAP if self.choices else 0.0
        return tuple(
            self._choice(sheets, each, start + at * step, top)
            for at, each in enumerate(self.choices)
        )

    def _choice(self, sheets: Sheets, each: Choice, start: float, top: float) -> Area:
        middle, ink = top + (self._row - SQUARE) / 2, self.theme.ink
        place = square(sheets, start=start, top=middle, side=SQUARE, edge=ink)
        if each.picture:
            with sheets.passed_over():
                beside, side = start + SQUARE + _WORD_GAP, _PILE_PICTURE
                sheets.picture(each.picture, start=beside, top=top, side=side, high=self._row)
        below = top + self._row + _BELOW_SQUARE
        sheets.words(each.words, start=start, top=below, colour=self.theme.ink)
        return place

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Cut between lines of the words; the squares stay together, with the last of them."""
        lines = int((room - 2 * _PAD - _RULE) // self.words.line_height)
        lines = min(lines, len(self.words.lines) - 1)
        if lines < 1:
            return None
        first = dataclasses.replace(self, words=self.words.part(0, lines), choices=())
        return first, dataclasses.replace(
            self, words=self.words.part(lines), picture=None, goes_on=True, new_page=False
        )


def inset(*, pictured: bool) -> float:
    """How far in the words of a card stand."""
    return _CARD_PICTURE + _BESIDE if pictured else 0.0


def column(piles: int, inside: float) -> float:
    """How wide each of so many piles is."""
    return (WIDTH - inside - (piles - 1) * _COLUMN_GAP) / piles
