"""A text as blocks (headings, paragraphs, points of a list, pages), and the way it is read."""

import dataclasses
import functools
from collections.abc import Iterable, Iterator
from typing import Literal

import regex

from app.words.easyread.sentence import Sentence
from app.words.splitting import Span, sentence_spans

BlockKind = Literal["heading", "paragraph", "point"]

_LINE = regex.compile(r"[^\n\f]*")
_MARK = regex.compile(r"\s*(?:(?P<heading>#{1,6})\s+|(?P<point>[-\u2022\u2013*])\s+)")
_BOLD = regex.compile(r"\*\*(?P<word>[^*\n]+?)\*\*")


@dataclasses.dataclass(frozen=True)
class Block:
    """A heading, a paragraph, or a point of a list.

    Attributes:
        text: the whole text.
        start: where its words begin, without the mark of a heading or point.
        page: on which page it stands, from 1.

    """

    kind: BlockKind
    text: str
    start: int
    end: int
    page: int

    @functools.cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences."""
        return tuple(
            Sentence(self.text, self.start + first, self.start + last)
            for first, last in sentence_spans(self.text[self.start : self.end])
        )

    @property
    def place(self) -> Span:
        """All of it."""
        return self.start, self.end

    @property
    def said(self) -> str:
        """Its words."""
        return self.text[self.start : self.end]

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(sentence.spans) for sentence in self.sentences)


def read_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text: an empty line, a heading, a point or a new page ends one."""
    found: list[Block] = []
    open_from: int | None = None
    last = at = 0
    page = 1

    def close() -> None:
        nonlocal open_from
        if open_from is not None:
            found.append(Block("paragraph", text, open_from, last, page))
            open_from = None

    while at <= len(text):
        line = _LINE.match(text, at)
        assert line is not None  # noqa: S101 - an empty line matches too
        mark = _MARK.match(text, at, line.end())
        if mark or not line.group().strip():
            close()
        if mark and mark.end() < line.end():
            kind: BlockKind = "heading" if mark["heading"] else "point"
            found.append(Block(kind, text, mark.end(), line.end(), page))
        elif not mark and line.group().strip():
            open_from = at if open_from is None else open_from
            last = line.end()
        if text[line.end() : line.end() + 1] == "\f":
            close()
            page += 1
        at = line.end() + 1
    close()
    return tuple(found)


def bold_words(blocks: Iterable[Block]) -> Iterator[tuple[Block, int, Span]]:
    """Bold words: their block, the number of their sentence in it, and where they lie."""
    for block in blocks:
        for nth, sentence in enumerate(block.sentences):
            for found in _BOLD.finditer(block.text, sentence.start, sentence.end):
                yield block, nth, found.span("word")
