"""Blocks onto pages: none is cut in two unless it is taller than a page (easy-read rule L10)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, Self, runtime_checkable

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


@runtime_checkable
class Loose(Block, Protocol):
    """A block of things below each other: it fills a page, and goes on on the next one."""

    def between(self, room: float) -> tuple[Self, Self] | None:
        """The things that fit into the room, and the others; None where none fits, or all do."""


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
        parts = None
        if not page or block.new_page or _end(page, [block, *following]) > room:
            parts = _between(page, block, room)
            if parts is None:
                page = [Placed(block.heading, 0.0)] if block.heading else []
                pages.append(page)
        if parts is None and _end(page, [block]) > room:
            parts = block.split(room - _start(page, block))
        if parts is not None:
            block, rest = parts
            waiting.append(rest)
        page.append(Placed(block, _start(page, block)))
        if parts is not None:
            pages.append([])
    return [page for page in pages if page]


def _between(page: Sequence[Placed], block: Block, room: float) -> tuple[Block, Block] | None:
    """What of a loose block still fits onto a page, and the rest."""
    if not page or block.new_page or not isinstance(block, Loose):
        return None
    return block.between(room - _start(page, block))


def _start(page: Sequence[Placed], block: Block) -> float:
    """Where the next block of a page would begin."""
    return page[-1].top + page[-1].block.height + block.gap if page else 0.0


def _end(page: Sequence[Placed], blocks: Sequence[Block]) -> float:
    """Where the last of the next blocks of a page would end."""
    gaps = sum(block.gap for block in blocks[1:])
    return _start(page, blocks[0]) + sum(block.height for block in blocks) + gaps
