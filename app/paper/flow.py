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

    @property
    def heading(self) -> "Block | None":
        """What is repeated above it where it starts a page: pages are read one by one."""

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
    while waiting:
        block = waiting.pop()
        following = waiting[: -block.keeps - 1 : -1] if block.keeps else []
        page = pages[-1] if pages else []
        if not page or block.new_page or _end(page, [block, *following]) > room:
            page = [Placed(block.heading, 0.0)] if block.heading else []
            pages.append(page)
        parts = block.split(room - _start(page, block)) if _end(page, [block]) > room else None
        if parts is not None:
            block, rest = parts
            waiting.append(rest)
        page.append(Placed(block, _start(page, block)))
        if parts is not None:
            pages.append([])
    return [page for page in pages if page]


def _start(page: Sequence[Placed], block: Block) -> float:
    """Where the next block of a page would begin."""
    return page[-1].top + page[-1].block.height + block.gap if page else 0.0


def _end(page: Sequence[Placed], blocks: Sequence[Block]) -> float:
    """Where the last of the next blocks of a page would end."""
    gaps = sum(block.gap for block in blocks[1:])
    return _start(page, blocks[0]) + sum(block.height for block in blocks) + gaps
