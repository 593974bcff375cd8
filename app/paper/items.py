"""Things in a box, and whose words they are: one mark stands over all that it is true of (R1).

A mark over every sentence made a page of a card out of three sentences. So where the same person
said several in the same way, one after the other, the mark stands over the first of them and a bar
beside them all shows how far it goes; where that is the whole box it stands beside its title.
Where a page ends between them it stands on the next once more.
"""

import contextlib
import dataclasses
from collections.abc import Iterator, Sequence

from app.model.look import Theme
from app.paper.marks import Mark
from app.paper.sheet import MM, Sheets
from app.paper.symbols import Shown
from app.paper.text.layout import SetText, cut

GAP = 8.0
"""Between things in a box, and between a picture and the words beside it."""
ITEM_PICTURE = 14 * MM
_MARK_GAP = 4.0
_BAR = 3.0
_BAR_OFFSET = 7.0
"""How far the bar stands out from the words, in the white of the box."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing in a box: its words, a picture beside them, and whose they are.

    Attributes:
        goes_on: it is the rest of the one before, which did not fit onto its page.
        belongs: it says something of the one before, and does not stand on a page without it.
        by_itself: its mark stands for it alone, as where two views stand together (rule R6).

    """

    parts: tuple[SetText, ...]
    picture: Shown | None = None
    mark: Mark | None = None
    goes_on: bool = False
    belongs: bool = False
    by_itself: bool = False

    @property
    def height(self) -> float:
        """In points, without the mark."""
        return max(ITEM_PICTURE if self.picture else 0.0, self._words)

    @property
    def _words(self) -> float:
        return sum(part.height for part in self.parts)

    def draw(self, sheets: Sheets, theme: Theme, *, start: float, top: float) -> None:
        """Draw it with its corner here."""
        at = top + (self.height - self._words) / 2
        if self.picture:
            side = ITEM_PICTURE
            sheets.picture(self.picture, start=start, top=top, side=side, high=self.height)
            start += side + GAP
        for part in self.parts:
            sheets.words(part, start=start, top=at, colour=theme.ink)
            at += part.height

    def shares(self, other: "Item") -> bool:
        """Whether one mark is true of both."""
        alone = self.by_itself or other.by_itself
        return not alone and self.mark is not None and self.mark.says_the_same(other.mark)


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """A thing where it stands among others.

    Attributes:
        marked: its mark stands over it; else the one over a thing before is true of it.
        joins_next: the next one is under the same mark.

    """

    item: Item
    marked: bool
    joins_next: bool = False

    @property
    def over(self) -> float:
        """How much room the mark takes, in points."""
        return self.item.mark.height + _MARK_GAP if self.marked and self.item.mark else 0.0

    @property
    def height(self) -> float:
        """In points."""
        return self.over + self.item.height

    def draw(
        self, sheets: Sheets, theme: Theme, *, start: float, top: float, barred: bool = True
    ) -> None:
        """Draw the mark, the bar beside what it is true of, and the thing itself."""
        mark = self.item.mark
        with sheets.item(goes_on=self.item.goes_on):
            if mark and self.marked:
                again = self.item.goes_on
                with sheets.passed_over() if again else contextlib.nullcontext():
                    mark.draw(sheets, start=start, top=top)
            self.item.draw(sheets, theme, start=start, top=top + self.over)
        if mark and barred:
            sheets.bar(
                start=start - _BAR_OFFSET,
                top=top,
                wide=_BAR,
                high=self.height + (GAP if self.joins_next else 0.0),
                colour=mark.colours.edge,
            )

    def split(self, room: float) -> tuple[Item, Item] | None:
        """Cut the thing between lines; the mark is true of both parts, and stands over each."""
        halves = cut(self.item.parts, room - self.over)
        if halves is None:
            return None
        return (
            dataclasses.replace(self.item, parts=halves[0]),
            dataclasses.replace(self.item, parts=halves[1], goes_on=True),
        )


def rows(items: Sequence[Item], *, under: Mark | None = None) -> Iterator[Row]:
    """Things below each other, with a mark where it is not that of the one before.

    ``under`` is the mark that stands beside their title, and is true of them all.
    """
    for at, item in enumerate(items):
        shared = under is not None or (at > 0 and item.shares(items[at - 1]))
        joins = at + 1 < len(items) and item.shares(items[at + 1])
        yield Row(item, marked=not shared, joins_next=joins)


def mark_of_all(items: Sequence[Item]) -> Mark | None:
    """The mark that is true of all things, if there is one."""
    first = items[0] if items else None
    return first.mark if first and all(each.shares(first) for each in items) else None
