"""The kinds of block a booklet is made of."""

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Protocol, Self

from app.model.look import Theme
from app.paper.desk import (
    AROUND_PICTURE,
    GUTTER,
    PICTURE_SIDE,
    START_MARGIN,
    KeyShown,
)
from app.paper.flow import Block
from app.paper.marks import Mark
from app.paper.sheet import MM, Sheets
from app.paper.symbols import Shown
from app.paper.tagging import Role
from app.paper.text.layout import SetText

BLOCK_GAP = 36.0
_SECTION_GAP = 54.0
_ABOVE_RULE = 8.0
_RULE = 2.5
_THIN_RULE = 1.0
_CONTENTS_GAP = 16.0
HEAD_PICTURE = 17 * MM
HEAD_INSET = HEAD_PICTURE + 5 * MM
"""How far a title stands in beside its picture."""
_MARK_GAP = 10.0
_PART_GAP = 10.0
_BELOW_KEYS = 12.0
FOOTER_RULE_GAP = 8.0
_BAR = 3.0
_BAR_OFFSET = 4 * MM


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of words within a block.

    Attributes:
        quiet: said less strongly than the rest, such as a note about it.
        role: ``H`` for the title of a block, ``Lbl`` for what the rest of it is about.

    """

    text: SetText
    quiet: bool = False
    role: Role = "P"


def joining_bar(sheets: Sheets, theme: Theme, start: float, top: float, high: float) -> None:
    """Draw the bar that ties together what stands beside it; its words begin at ``start``."""
    left = start - _BAR_OFFSET
    sheets.bar(start=left, top=top, wide=_BAR, high=high, colour=theme.quiet_ink)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SentenceBlock:
    """A picture, the words beside it, and whose they are.

    Attributes:
        side: how large the picture is, in points.
        keys: pictures with their words, in a row above; not where a bar joins it to others.
        label: what the words are, where a picture would be.
        joined: a bar beside the words ties it to the view that stands above or below it.
        joins_next: the bar goes on to the next block.
        joins_before: the bar comes from the block before.
        keeps_next: the next block belongs to this one.
        goes_on: it is the rest of the block before, which did not fit onto its page.

    """

    theme: Theme
    start: float
    parts: tuple[Part, ...]
    picture: Shown | None = None
    side: float = PICTURE_SIDE
    keys: tuple[KeyShown, ...] = ()
    label: SetText | None = None
    mark: Mark | None = None
    joined: bool = False
    joins_next: bool = False
    joins_before: bool = False
    keeps_next: bool = False
    goes_on: bool = False
    heading: "SectionHead | None" = None
    gap: float = BLOCK_GAP
    new_page: bool = False

    @property
    def keeps(self) -> int:
        """Two views that differ stand on one page."""
        return int(self.joins_next or self.keeps_next)

    @property
    def height(self) -> float:
        """The row of key words, and the higher of the picture or the label and the words."""
        return self._row + self._beside

    @property
    def _titled(self) -> bool:
        return bool(self.parts) and self.parts[0].role == "H"

    @property
    def _keyed(self) -> bool:
        return bool(self.keys) and not self.joined

    @property
    def _row(self) -> float:
        """The height of the pictures with their words, and what is left white below them."""
        if not self._keyed:
            return 0.0
        return max(key.side + key.word.height for key in self.keys) + _BELOW_KEYS

    @property
    def _beside(self) -> float:
        picture = None if self._keyed else self.picture
        seen = self.side * (1 - 2 * picture.border) if picture else 0.0
        return max(seen, self._label_drop + self.label.height if self.label else 0.0, self._words)

    @property
    def _label_drop(self) -> float:
        """How far the label stands lower than the words, so that their first lines are level."""
        return self.parts[0].text.above - self.label.above if self.label and self.parts else 0.0

    @property
    def _words(self) -> float:
        gaps = _PART_GAP * max(0, len(self.parts) - 1)
        mark = _MARK_GAP * bool(self.parts) + self.mark.height if self.mark else 0.0
        return sum(part.text.height for part in self.parts) + gaps + mark

    def draw(self, sheets: Sheets, top: float) -> None:
        """Draw picture and words, each in the middle of the other's height."""
        with sheets.within("Sect") if self._titled else sheets.item(goes_on=self.goes_on):
            self._draw(sheets, top)

    def _draw(self, sheets: Sheets, top: float) -> None:
        start = self.start
        if self._keyed:
            self._draw_keys(sheets, top)
            top, start = top + self._row, START_MARGIN
        elif self.picture:
            sheets.picture(
                self.picture,
                start=START_MARGIN + AROUND_PICTURE / 2,
                top=top + (min(self.height, 2 * self.side) - self.side) / 2,
                side=self.side,
                high=self.side,
            )
        if self.joined:
            above = self.gap if self.joins_before else 0.0
            below = BLOCK_GAP if self.joins_next else 0.0
            joining_bar(sheets, self.theme, self.start, top - above, above + self.height + below)
        at = top + (self._beside - self._words) / 2
        if self.label:
            at = top
            sheets.words(
                self.label,
                start=START_MARGIN,
                top=top + self._label_drop,
                colour=self.theme.quiet_ink,
                role="Lbl",
            )
        for part in self.parts:
            colour = self.theme.quiet_ink if part.quiet else self.theme.ink
            sheets.words(part.text, start=start, top=at, colour=colour, role=part.role)
            at += part.text.height + _PART_GAP
        if self.mark:
            at += _MARK_GAP - _PART_GAP if self.parts else 0.0
            self.mark.draw(sheets, start=start, top=at)

    def _draw_keys(self, sheets: Sheets, top: float) -> None:
        for at, key in enumerate(self.keys):
            left = START_MARGIN + at * (key.side + GUTTER)
            sheets.picture(key.picture, start=left, top=top, side=key.side, high=key.side)
            middle = left + (key.side - key.word.width) / 2
            sheets.words(key.word, start=middle, top=top + key.side, colour=self.theme.ink)

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Cut between lines; the mark goes with the last of them."""
        room -= self._row
        taken: list[Part] = []
        left = list(self.parts)
        while left:
            part = left[0]
            lines = int(room // part.text.line_height)
            if lines >= len(part.text.lines):
                taken.append(left.pop(0))
                room -= part.text.height + _PART_GAP
                continue
            if lines > 0:
                taken.append(dataclasses.replace(part, text=part.text.part(0, lines)))
                left[0] = dataclasses.replace(part, text=part.text.part(lines))
            break
        if not taken:
            return None
        first = dataclasses.replace(self, parts=tuple(taken), mark=None, joins_next=False)
        return first, dataclasses.replace(
            self,
            parts=tuple(left),
            picture=None,
            keys=(),
            label=None,
            new_page=False,
            goes_on=True,
            start=START_MARGIN if self._keyed else self.start,
        )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SectionHead:
    """The picture and title of a section, over a rule.

    Attributes:
        again: a repetition on a further page.
        level: 0 for a part of the document, 1 for a part of that.

    """

    theme: Theme
    title: SetText
    name: str
    picture: Shown | None = None
    again: bool = False
    level: int = 0
    new_page: bool = False
    gap: float = _SECTION_GAP
    keeps: int = 2
    heading: None = None

    @property
    def height(self) -> float:
        """With its rule."""
        return self._head + _ABOVE_RULE + _RULE

    @property
    def _head(self) -> float:
        return max(HEAD_PICTURE if self.picture else 0.0, self.title.height)

    def draw(self, sheets: Sheets, top: float) -> None:
        """Draw it, and let readers jump to it; where it is repeated it is not said again."""
        if self.again:
            with sheets.passed_over("Pagination"):
                self._draw(sheets, top)
        else:
            sheets.section(self.name, level=self.level)
            self._draw(sheets, top)

    def _draw(self, sheets: Sheets, top: float) -> None:
        start = START_MARGIN
        if self.picture:
            sheets.picture(self.picture, start=start, top=top, side=HEAD_PICTURE, high=self._head)
            start += HEAD_INSET
        sheets.words(
            self.title,
            start=start,
            top=top + (self._head - self.title.height) / 2,
            colour=self.theme.ink,
            role="H",
        )
        sheets.bar(
            start=START_MARGIN,
            top=top + self._head + _ABOVE_RULE,
            wide=sheets.paper.width,
            high=_RULE,
            colour=self.theme.own.edge,
        )

    def split(self, room: float) -> None:  # noqa: ARG002
        """A title stays whole."""
        return


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SubHead:
    """A small heading within a section."""

    theme: Theme
    title: SetText
    start: float
    gap: float = BLOCK_GAP
    new_page: bool = False
    keeps: int = 1
    heading: SectionHead | None = None

    @property
    def height(self) -> float:
        """Of its words; the next block's own gap stands below it."""
        return self.title.height

    def draw(self, sheets: Sheets, top: float) -> None:
        """Draw the words."""
        sheets.words(self.title, start=self.start, top=top, colour=self.theme.ink, role="H")

    def split(self, room: float) -> None:  # noqa: ARG002
        """A title stays whole."""
        return


class HeadedBlock(Block, Protocol):
    """A block that has a field for the title that is repeated above it."""

    __dataclass_fields__: ClassVar[dict[str, dataclasses.Field[Any]]]


def under(head: SectionHead, blocks: Iterable[HeadedBlock]) -> Iterator[Block]:
    """A section: its title, and the blocks that repeat it where they start a page."""
    yield head
    again = dataclasses.replace(head, again=True)
    for block in blocks:
        yield dataclasses.replace(block, heading=again)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ContentsLine:
    """A part of the document, and the page on which it begins."""

    theme: Theme
    title: SetText
    page: SetText
    gap: float = _CONTENTS_GAP
    new_page: bool = False
    keeps: int = 0
    heading: SectionHead | None = None

    @property
    def height(self) -> float:
        """With the line below it."""
        return self.title.height + _ABOVE_RULE + _THIN_RULE

    def draw(self, sheets: Sheets, top: float) -> None:
        """Draw the title where lines begin, and the number where they end."""
        end = START_MARGIN + sheets.paper.width - self.page.width
        with sheets.item():
            sheets.words(self.title, start=START_MARGIN, top=top, colour=self.theme.ink)
            sheets.words(self.page, start=end, top=top, colour=self.theme.ink)
        below = top + self.title.height + _ABOVE_RULE
        colour = self.theme.line
        wide = sheets.paper.width
        sheets.bar(start=START_MARGIN, top=below, wide=wide, high=_THIN_RULE, colour=colour)

    def split(self, room: float) -> None:  # noqa: ARG002
        """A line of the contents stays whole."""
        return


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Footer:
    """Whose plan, when made, for whom, and which page: the same place on every page.

    Attributes:
        said: it is read out: on a page that is the only one, it is no repetition.

    """

    theme: Theme
    lines: tuple[SetText, ...]
    page: SetText
    said: bool = False

    @property
    def height(self) -> float:
        """With its rule."""
        return FOOTER_RULE_GAP + max(sum(x.height for x in self.lines), self.page.height)

    def draw(self, sheets: Sheets, bottom: float) -> None:
        """Draw it so that it ends so many points above the lower edge."""
        top = sheets.paper.size[1] - bottom - self.height
        if self.said:
            self._draw_lines(sheets, top)
        with sheets.passed_over("Pagination"):
            wide, colour = sheets.paper.width, self.theme.line
            sheets.bar(start=START_MARGIN, top=top, wide=wide, high=_THIN_RULE, colour=colour)
            if not self.said:
                self._draw_lines(sheets, top)
            end = START_MARGIN + sheets.paper.width - self.page.width
            sheets.words(self.page, start=end, top=top + FOOTER_RULE_GAP, colour=self.theme.ink)

    def _draw_lines(self, sheets: Sheets, top: float) -> None:
        at = top + FOOTER_RULE_GAP
        for line in self.lines:
            sheets.words(line, start=START_MARGIN, top=at, colour=self.theme.ink)
            at += line.height
