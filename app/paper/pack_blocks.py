"""One sentence of a review pack: its code, its words, what is known of it, and room to answer."""

import contextlib
import dataclasses
from collections.abc import Callable, Iterator, Sequence
from typing import Self

from app.model.look import Theme
from app.model.packs import MARKS, Area, Mark
from app.paper.blocks import Part, SectionHead
from app.paper.desk import START_MARGIN, WIDTH
from app.paper.flow import Placed
from app.paper.form import Form
from app.paper.matrix import SENTENCE_DOT
from app.paper.sheet import MM, Sheets
from app.paper.text.layout import SetText

CODE_COLUMN = 30 * MM
WORDS_START = START_MARGIN + CODE_COLUMN
WORDS_WIDTH = WIDTH - CODE_COLUMN
TICK_SIDE = 5.5 * MM
LEAST_BOX, _MOST_BOX = 13 * MM, 24 * MM
"""How high a box is: room for two to three lines of a pencil."""
_BOX_LINE = 1.0
_TICK_LINE = 1.3
_PART_GAP = 2.0
_ANSWER_GAP = 4.0
_TICK_WORD_GAP = 6.0
_TICKS_GAP = 20.0
_ROW_GAP = 4.0
_BOX_GAP = 4.0
_BELOW_CODE = 4.0
_GAP = 6.0
_RULE = 0.8
_ABOVE_RULE = 5.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """Where what is filled in of one sentence stands on its page."""

    code: str
    page: int
    matrix: Area
    ticks: tuple[Area, ...]
    box: Area


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """Room for an answer: a question, three squares to tick beside it, and a box to write in.

    Attributes:
        labels: what is heard of each square, and of the box last.
        form: takes the fields that lie over them.
        box_high: how high the box is, in points.

    """

    theme: Theme
    code: str
    question: SetText
    words: tuple[SetText, SetText, SetText]
    labels: tuple[str, str, str, str]
    form: Form
    box_high: float = LEAST_BOX

    @property
    def height(self) -> float:
        """In points."""
        return self._asked_high + _BOX_GAP + self.box_high

    @property
    def _row_high(self) -> float:
        return max(TICK_SIDE, *(word.height for word in self.words))

    @property
    def _asked_high(self) -> float:
        return self._row_top(self._places()[-1][1]) + self._row_high

    @property
    def _beside(self) -> bool:
        """Whether all squares stand beside the question; else they stand below it."""
        one_row = sum(map(self._wide, self.words)) + len(self.words) * _TICKS_GAP
        return len(self.question.lines) == 1 and self.question.width + one_row <= WORDS_WIDTH

    def _wide(self, word: SetText) -> float:
        return TICK_SIDE + _TICK_WORD_GAP + word.width

    def _row_top(self, row: int) -> float:
        """How far below the top a row of squares is."""
        above = 0.0 if self._beside else self.question.height + _ROW_GAP
        return above + row * (self._row_high + _ROW_GAP)

    def _places(self) -> list[tuple[float, int]]:
        """How far from the side each square stands, and in which row: longer words need more."""
        places: list[tuple[float, int]] = []
        at, row = self.question.width + _TICKS_GAP if self._beside else 0.0, 0
        for word in self.words:
            wide = self._wide(word)
            if places and at + wide > WORDS_WIDTH:
                at, row = 0.0, row + 1
            places.append((at, row))
            at += wide + _TICKS_GAP
        return places

    def draw(self, sheets: Sheets, top: float) -> tuple[tuple[Area, ...], Area]:
        """Draw it, its top here, and give where its squares and its box are."""
        drop = (self._row_high - self.question.height) / 2 if self._beside else 0.0
        sheets.words(self.question, start=WORDS_START, top=top + drop, colour=self.theme.ink)
        found = tuple(self._tick(sheets, at, top, which) for at, which in enumerate(MARKS))
        box = self._outline(
            sheets, start=WORDS_START, top=top + self._asked_high + _BOX_GAP, high=self.box_high
        )
        self.form.text(box, name=self.code, label=self.labels[-1])
        return found, box

    def _tick(self, sheets: Sheets, at: int, top: float, which: Mark) -> Area:
        start, row = self._places()[at]
        start += WORDS_START
        top += self._row_top(row)
        down = (self._row_high - TICK_SIDE) / 2
        area = self._outline(
            sheets, start=start, top=top + down, wide=TICK_SIDE, high=TICK_SIDE, line=_TICK_LINE
        )
        word = self.words[at]
        sheets.words(
            word,
            start=start + TICK_SIDE + _TICK_WORD_GAP,
            top=top + (self._row_high - word.height) / 2,
            colour=self.theme.ink,
        )
        self.form.tick(area, name=f"{self.code}.{which}", label=self.labels[at])
        return area

    def _outline(
        self,
        sheets: Sheets,
        *,
        start: float,
        top: float,
        high: float,
        wide: float = WORDS_WIDTH,
        line: float = _BOX_LINE,
    ) -> Area:
        ink = self.theme.ink
        sheets.card(
            start=start, top=top, wide=wide, high=high,
            fill="#FFFFFF", edge=ink, line=line, radius=0.0,
        )  # fmt: skip
        return sheets.on_paper(start=start, top=top, wide=wide, high=high)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PackBlock:
    """A sentence with everything about it.

    Attributes:
        shown_code: as it is printed.
        dots: the code as a pattern.
        below_code: whose words they are (rule R1), and which version.
        answering: room for an answer; None in the first part of one that is cut in two.
        note: is told where things stand once they are drawn.
        goes_on: it is the rest of the block before, which did not fit onto its page.

    """

    theme: Theme
    shown_code: SetText
    dots: tuple[str, ...]
    below_code: tuple[Part, ...]
    parts: tuple[Part, ...]
    answering: Answering | None
    note: Callable[[Laid], None]
    goes_on: bool = False
    gap: float = _GAP
    new_page: bool = False
    keeps: int = 0
    heading: SectionHead | None = None

    @property
    def height(self) -> float:
        """With the rule below it."""
        return max(self._said, self._code_high) + _ABOVE_RULE + _RULE

    @property
    def _said(self) -> float:
        gaps = _PART_GAP * max(0, len(self.parts) - 1)
        answer = _ANSWER_GAP + self.answering.height if self.answering else 0.0
        return sum(part.text.height for part in self.parts) + gaps + answer

    @property
    def _code_high(self) -> float:
        return self._below_dots + sum(part.text.height for part in self.below_code)

    @property
    def _below_dots(self) -> float:
        dots = len(self.dots) * SENTENCE_DOT + _BELOW_CODE if self.answering else 0.0
        return self.shown_code.height + _BELOW_CODE + dots

    def with_more_room(self, more: float) -> Self:
        """The same with a box that is higher by so many points."""
        if self.answering is None:
            return self
        high = self.answering.box_high + more
        return dataclasses.replace(
            self, answering=dataclasses.replace(self.answering, box_high=high)
        )

    def draw(self, sheets: Sheets, top: float) -> None:
        """Draw it; the words stand beside the code."""
        with sheets.item(goes_on=self.goes_on):
            self._draw(sheets, top)
        below = top + self.height - _RULE
        sheets.bar(start=START_MARGIN, top=below, wide=WIDTH, high=_RULE, colour=self.theme.line)

    def _draw(self, sheets: Sheets, top: float) -> None:
        ink, quiet = self.theme.ink, self.theme.quiet_ink
        again = sheets.passed_over() if self.goes_on else contextlib.nullcontext()
        with again:
            sheets.words(self.shown_code, start=START_MARGIN, top=top, colour=ink, role="Lbl")
            at = top + self._below_dots
            for part in self.below_code:
                colour = quiet if part.quiet else ink
                sheets.words(part.text, start=START_MARGIN, top=at, colour=colour)
                at += part.text.height
        at = top
        for part in self.parts:
            sheets.words(part.text, start=WORDS_START, top=at, colour=quiet if part.quiet else ink)
            at += part.text.height + _PART_GAP
        if self.answering:
            self._draw_answering(sheets, self.answering, top, at - _PART_GAP + _ANSWER_GAP)

    def _draw_answering(
        self, sheets: Sheets, answering: Answering, top: float, answer_top: float
    ) -> None:
        place = {
            "start": START_MARGIN,
            "top": top + self.shown_code.height + _BELOW_CODE,
        }
        sheets.dots(self.dots, dot=SENTENCE_DOT, **place)
        matrix = sheets.on_paper(
            wide=len(self.dots[0]) * SENTENCE_DOT, high=len(self.dots) * SENTENCE_DOT, **place
        )
        ticks, box = answering.draw(sheets, answer_top)
        page: int = sheets.getPageNumber()
        self.note(Laid(code=answering.code, page=page, matrix=matrix, ticks=ticks, box=box))

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Cut between lines; the code as a pattern and the answer go with the last of them."""
        taken: list[Part] = []
        left = list(self.parts)
        room -= _ABOVE_RULE + _RULE
        while left:
            part = left[0]
            lines = int(room // part.text.line_height)
            if lines >= len(part.text.lines) and len(left) > 1:
                taken.append(left.pop(0))
                room -= part.text.height + _PART_GAP
                continue
            lines = min(lines, len(part.text.lines) - 1)
            if lines > 0:
                taken.append(dataclasses.replace(part, text=part.text.part(0, lines)))
                left[0] = dataclasses.replace(part, text=part.text.part(lines))
            break
        if not taken:
            return None
        first = dataclasses.replace(self, parts=tuple(taken), answering=None)
        return first, dataclasses.replace(self, parts=tuple(left), new_page=False, goes_on=True)


def filled_up(page: Sequence[Placed], room: float) -> Iterator[Placed]:
    """A page on which the boxes share the room that is left, so that nobody has to write small."""
    boxes = sum(isinstance(block, PackBlock) and block.answering is not None for block, _ in page)
    left = room - page[-1].top - page[-1].block.height
    more = min(left / max(1, boxes), _MOST_BOX - LEAST_BOX)
    down = 0.0
    for block, top in page:
        higher = block.with_more_room(more) if isinstance(block, PackBlock) else block
        yield Placed(higher, top + down)
        down += higher.height - block.height
