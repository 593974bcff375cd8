"""Blocks onto pages: none is cut in two unless it is taller than a page (easy-read rule L10)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, Self

from app.paper.sheet import Sheets


class Block(Protocol):
    """Something that stands on a page as one."""

    @property
    def height(self) -> float:
        """In points."""

    @property
    def gap(self) -> float:
        """Room above it where it is not the first of its page, in points."""

    @property
    def keeps(self) -> int:
        """How many of the blocks after it must start on the same page."""

    @property
    def new_page(self) -> bool:
        """Whether it starts a page in any case."""

    def draw(self, sheets: Sheets, top: float) -> None:
        """Draw it, its top so many points below the top edge."""

    def split(self, room: float) -> tuple[Self, Self] | None:
        """What fits into the room, and the rest; None where it cannot be cut."""


class Placed(NamedTuple):
    """A block and how far below the top of the page's room it stands, in points."""

    block: Block
    top: float


def paginate(blocks: Iterable[Block], room: float) -> list[list[Placed]]:
    """Share blocks out over pages that have so many points of room."""
    waiting = list(blocks)
    waiting.reverse()
    pages: list[list[Placed]] = []
    used = 0.0
    while waiting:
        block = waiting.pop()
        following = waiting[: -block.keeps - 1 : -1] if block.keeps else []
        first = not pages or not pages[-1]
        if not first and (
            block.new_page or used + block.gap + _together([block, *following]) > room
        ):
            pages.append([])
            first = True
        if not pages:
            pages.append([])
        used = 0.0 if first else used + block.gap
        if used + block.height > room and (parts := block.split(room - used)) is not None:
            block, rest = parts
            waiting.append(rest)
            pages[-1].append(Placed(block, used))
            pages.append([])
            continue
        pages[-1].append(Placed(block, used))
        used += block.height
    return [page for page in pages if page]


def _together(blocks: Sequence[Block]) -> float:
    return sum(block.height for block in blocks) + sum(block.gap for block in blocks[1:])
