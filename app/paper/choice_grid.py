"""The choices of one question: each with a large square to tick, its picture and its words."""

import dataclasses
from collections.abc import Callable, Iterator

from app.model.home_sheets import TickLine
from app.model.look import Theme
from app.model.packs import Area
from app.paper.blocks import SectionHead
from app.paper.desk import START_MARGIN, WIDTH
from app.paper.sheet import MM, Sheets
from app.paper.squares import square
from app.paper.symbols import Shown
from app.paper.text.layout import SetText

SIDE = 12 * MM
"""Of a square: large enough for a cross made with a shaking hand."""
_BESIDE = 8.0
_BELOW = 5.0
_BETWEEN = 16.0
"""Between two columns."""
_ROW_GAP = 18.0
_BOX = 18 * MM
"""How high a place for words is."""
_BOX_LINE = 1.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to tick.

    Attributes:
        writes: is told where the place for words is, once it is drawn; None where there is none.

    """

    words: SetText
    picture: Shown | None
    writes: Callable[[Area], None] | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceGrid:
    """Everything that can be ticked at one question.

    Attributes:
        card: the identifier of the question.
        rows: the choices of each row.
        columns: how many there is room for beside each other.
        side: of their pictures, in points.
        note: is told where things stand once they are drawn.

    """

    theme: Theme
    card: str
    rows: tuple[tuple[Choice, ...], ...]
    columns: int
    side: float
    note: Callable[[TickLine], None]
    gap: float = _ROW_GAP
    keeps: int = 0
    new_page: bool = False
    heading: SectionHead | None = None

    @property
    def height(self) -> float:
        """Of all rows with the room between them."""
        return sum(map(self._high, self.rows)) + _ROW_GAP * (len(self.rows) - 1)

    def _high(self, row: tuple[Choice, ...]) -> float:
        words = max(each.words.height for each in row)
        box = _BELOW + _BOX if any(each.writes for each in row) else 0.0
        return self._upper + _BELOW + words + box

    @property
    def _upper(self) -> float:
        pictured = any(each.picture for row in self.rows for each in row)
        return max(SIDE, self.side if pictured else 0.0)

    def draw(self, sheets: Sheets, top: float) -> None:
        """Draw it, and tell where its squares are."""
        page: int = sheets.getPageNumber()
        area = sheets.on_paper(start=START_MARGIN, top=top, wide=WIDTH, high=self.height)
        squares = tuple(self._draw(sheets, top))
        self.note(TickLine(card=self.card, page=page, row=area, squares=squares))

    def _draw(self, sheets: Sheets, top: float) -> Iterator[Area]:
        step = column(self.columns) + _BETWEEN
        for row in self.rows:
            for at, each in enumerate(row):
                with sheets.item():
                    yield self._choice(sheets, each, START_MARGIN + at * step, top)
            top += self._high(row) + _ROW_GAP

    def _choice(self, sheets: Sheets, each: Choice, start: float, top: float) -> Area:
        middle, ink = top + (self._upper - SIDE) / 2, self.theme.ink
        place = square(sheets, start=start, top=middle, side=SIDE, edge=ink)
        if each.picture:
            with sheets.passed_over():
                beside = start + SIDE + _BESIDE
                sheets.picture(
                    each.picture, start=beside, top=top, side=self.side, high=self._upper
                )
        below = top + self._upper + _BELOW
        sheets.words(each.words, start=start, top=below, colour=ink)
        if each.writes is not None:
            line = {"start": start, "top": below + each.words.height + _BELOW}
            sheets.card(
                wide=WIDTH, high=_BOX, fill="#FFFFFF", edge=ink, line=_BOX_LINE, radius=0.0, **line
            )
            each.writes(sheets.on_paper(wide=WIDTH, high=_BOX, **line))
        return place

    def split(self, room: float) -> None:  # noqa: ARG002
        """One question stays on one page: it is ticked there, and comes back, as a whole."""
        return


def column(columns: int) -> float:
    """How wide each of so many columns is, in points."""
    return (WIDTH - (columns - 1) * _BETWEEN) / columns


def in_rows(choices: tuple[Choice, ...], columns: int) -> Iterator[tuple[Choice, ...]]:
    """Choices in rows; one beside which something is written has a row of its own."""
    row: list[Choice] = []
    for each in choices:
        if row and (each.writes is not None or len(row) == columns):
            yield tuple(row)
            row = []
        row.append(each)
        if each.writes is not None:
            yield tuple(row)
            row = []
    if row:
        yield tuple(row)
