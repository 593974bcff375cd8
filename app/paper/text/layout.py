"""Words set into lines: shaped, in their own direction, never running out of their column."""

import bisect
import dataclasses
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.model.ids import PictureRef
from app.model.text import without_controls
from app.paper.text.bidi import directions, visual_order
from app.paper.text.fonts import Face, FontBook, Glyph
from app.paper.text.items import FindPicture, Item, graphemes, itemise, may_hold_pictures
from app.paper.text.sentences import sentence_starts

_BREAKS = " \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
_NEVER_FIRST = f"[!?/)\\]}}\u060c\u061b\u061f\u06d4]|[.,:;](?!\\d)|[\u00bb\u203a](?=[{_BREAKS}]|$)"
"""Signs that begin no line, even after a gap: "Oui !" (UAX #14, LB13 and LB15)."""
_WORD_AND_GAP = re.compile(f"((?:[^{_BREAKS}]++|[{_BREAKS}]++(?={_NEVER_FIRST}))*+)([{_BREAKS}]*)")
_PARAGRAPH_END = re.compile("[\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_NUMBER_IN_GROUPS = re.compile(r"\+?\(?\d[\d ().:/\u2013-]*\d")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
_ISOLATE, _POP = "\u2066", "\u2069"
_LEADING = 1.5
"""Line spacing in times of the type size (easy-read rule L09)."""
_TIGHT_LEADING = 1.3
_ABOVE, _BELOW = 0.95, 0.29
"""How far Atkinson Hyperlegible reaches above and below the baseline: the usual line."""
_CLEAR = 0.06
_PICTURE_SIZE = 1.2
_PICTURE_DROP = 0.22
_SLACK = 0.01


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a text is to be set.

    Attributes:
        size: type size in points.
        width: of the column, in points.
        lang: BCP 47 tag of the words.
        rtl: direction of a text that does not say itself, such as a telephone number.
        by_sentence: each sentence starts a new line (easy-read rule L07).
        tight: line spacing of labels and headings.

    """

    size: float
    width: float
    bold: bool = False
    lang: str = "en-GB"
    rtl: bool = False
    by_sentence: bool = False
    tight: bool = False


class Piece(NamedTuple):
    """Glyphs of one font and direction, or one picture, within a line.

    Attributes:
        text: what it says, in reading order.
        width: in points.
        shown: stands for the text because no font has it.

    """

    text: str
    level: int
    face: Face
    glyphs: tuple[Glyph, ...]
    width: float
    picture: PictureRef | None
    shown: bool


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """One line, its pieces from left to right.

    Attributes:
        text: what it says, in reading order.

    """

    pieces: tuple[Piece, ...]
    width: float
    text: str = ""


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Source:
    """What a text says, in reading order, and its language: one and the same for all its parts."""

    text: str
    lang: str

    @property
    def right_to_left(self) -> bool:
        """Whether any of it is written from right to left."""
        return _RIGHT_TO_LEFT.search(self.text) is not None

    @property
    def said(self) -> str:
        """The text, if readers make something else of what is drawn; else nothing."""
        beyond = self.right_to_left or _BEYOND.search(self.text)
        return self.text if beyond else ""


@dataclasses.dataclass(frozen=True, slots=True)
class SetText:
    """A text ready to be drawn.

    Attributes:
        source: the whole text of which these are the lines, or some of them.
        above: from the top of a line to its baseline, in points.
        below: from there to the top of the next line.

    """

    source: Source
    lines: tuple[Line, ...]
    size: float
    above: float
    below: float

    @property
    def text(self) -> str:
        """What these lines say, in reading order."""
        return " ".join(line.text.strip() for line in self.lines)

    @property
    def line_height(self) -> float:
        """From one baseline to the next, in points."""
        return self.above + self.below

    @property
    def height(self) -> float:
        """Of all lines, in points."""
        return len(self.lines) * self.line_height

    @property
    def width(self) -> float:
        """Of the longest line, in points."""
        return max((line.width for line in self.lines), default=0.0)

    def part(self, start: int, end: int | None = None) -> "SetText":
        """Some of the lines."""
        return dataclasses.replace(self, lines=self.lines[start:end])


def cut(
    texts: Sequence[SetText], room: float
) -> tuple[tuple[SetText, ...], tuple[SetText, ...]] | None:
    """Texts below each other, cut between lines: what fits into the room, and the rest.

    None where not even a line fits, or nothing is left.
    """
    taken: list[SetText] = []
    left = list(texts)
    while left and left[0].height <= room:
        room -= left[0].height
        taken.append(left.pop(0))
    if left and (lines := int(room // left[0].line_height)) > 0:
        taken.append(left[0].part(0, lines))
        left[0] = left[0].part(lines)
    return (tuple(taken), tuple(left)) if taken and left else None


class Typesetter:
    """Sets texts in the fonts of one book and remembers what no font has.

    Attributes:
        missing: for each text, the signs that could not be shown.

    """

    def __init__(self, book: FontBook, find_picture: FindPicture = lambda _: None) -> None:
        self._book = book
        self._find_picture = find_picture
        self.missing: dict[str, dict[str, None]] = {}

    def set(self, text: str, setting: Setting) -> SetText:
        """Set a text; it may hold several paragraphs."""
        known = self._book.remembered.get((text, setting))
        if isinstance(known, SetText):
            return dataclasses.replace(known, source=Source(known.source.text, setting.lang))
        made = self._set(text, setting)
        shown = any(piece.shown for line in made.lines for piece in line.pieces)
        if not shown and not may_hold_pictures(text):
            self._book.remember((text, setting), made)
        return made

    def _set(self, text: str, setting: Setting) -> SetText:
        lines: list[Line] = []
        paragraphs = [each.strip() for each in _PARAGRAPH_END.split(without_controls(text))]
        for paragraph in paragraphs:
            lines += _Paragraph(_numbers_whole(paragraph), setting, self).lines()
        above, below = _line_reach(lines, setting)
        source = Source("\n".join(paragraphs), setting.lang)
        return SetText(source, tuple(lines), setting.size, above, below)

    def items(self, text: str, setting: Setting) -> list[Item]:
        """A paragraph cut for shaping; what no font has is remembered."""
        way = directions(text, base=None, otherwise=int(setting.rtl))
        return itemise(
            text,
            way.levels,
            book=self._book,
            lang=setting.lang,
            bold=setting.bold,
            find_picture=self._find_picture,
            report=lambda sign: self.missing.setdefault(_as_written(text), {}).setdefault(sign),
        )


class _Paragraph:
    """Breaks one paragraph into lines."""

    def __init__(self, text: str, setting: Setting, setter: Typesetter) -> None:
        self._text = text
        self._setting = setting
        self._items = setter.items(text, setting)
        self._starts = [item.start for item in self._items]

    def lines(self) -> Iterator[Line]:
        """The lines from top to bottom, none wider than the column."""
        limit = self._setting.width + _SLACK
        new_lines = set(sentence_starts(self._text)) if self._setting.by_sentence else set()
        line: list[Piece] = []
        gap: list[Piece] = []
        for start, end, next_start in self._words():
            word = self._pieces(start, end)
            if line and (start in new_lines or _width(line) + _width(gap) + _width(word) > limit):
                yield _line(line)
                line, gap = [], []
            if _width(word) > limit:
                *full, last = self._fragments(start, end)
                for fragment in full:
                    yield _line(self._pieces(*fragment))
                word = self._pieces(*last)
            line += [*gap, *word]
            gap = self._pieces(end, next_start) if next_start > end else []
        if line:
            yield _line(line)

    def _words(self) -> Iterator[tuple[int, int, int]]:
        for match in _WORD_AND_GAP.finditer(self._text):
            if match.end() > match.start():
                yield match.start(), match.end(1), match.end()

    def _pieces(self, start: int, end: int) -> list[Piece]:
        pieces = []
        at = max(0, bisect.bisect_right(self._starts, start) - 1)
        while at < len(self._items) and self._items[at].start < end:
            item = self._items[at]
            first, last = max(start, item.start), min(end, item.end)
            if first < last:
                pieces.append(self._piece(item, self._text[first:last]))
            at += 1
        return pieces

    def _piece(self, item: Item, text: str) -> Piece:
        size = self._setting.size
        if item.picture is not None:
            width = size * _PICTURE_SIZE
            return Piece(text, item.level, item.face, (), width, item.picture, shown=False)
        glyphs = item.face.shape(
            item.shown or text,
            script=item.script,
            lang=self._setting.lang,
            rtl=bool(item.level & 1),
        )
        width = sum(glyph.advance for glyph in glyphs) * size / 1000
        return Piece(text, item.level, item.face, glyphs, width, None, bool(item.shown))

    def _fragments(self, start: int, end: int) -> list[tuple[int, int]]:
        """A word that is wider than the column, cut between signs where it no longer fits.

        Its signs are measured in one go first: joined letters change their shape where a word
        is cut, so each fragment is then measured on its own and shortened while it is too wide.
        """
        edges = [start]
        for sign in graphemes(self._text[start:end]):
            edges.append(edges[-1] + len(sign))
        reached = self._reached(start, end)
        fragments = []
        first = 0
        while first < len(edges) - 1:
            room = reached[edges[first] - start] + self._setting.width
            last = first + 1
            while last < len(edges) - 1 and reached[edges[last + 1] - start] <= room:
                last += 1
            while last > first + 1 and not self._fits(edges[first], edges[last]):
                last -= 1
            if last < len(edges) - 1:
                last = self._after_gap(edges, first, last)
            fragments.append((edges[first], edges[last]))
            first = last
        return fragments

    def _after_gap(self, edges: Sequence[int], first: int, last: int) -> int:
        """Where to cut: rather at a gap before a closing sign than within what stands there."""
        gaps = (at for at in range(last, first, -1) if self._text[edges[at] - 1] in _BREAKS)
        return next(gaps, last)

    def _fits(self, start: int, end: int) -> bool:
        return _width(self._pieces(start, end)) <= self._setting.width + _SLACK

    def _reached(self, start: int, end: int) -> list[float]:
        """How wide the word is up to each of its characters, in reading order."""
        widths = [0.0] * (end - start + 1)
        at = start
        for piece in self._pieces(start, end):
            at = self._text.index(piece.text, at)
            offset = at - start
            if piece.picture is not None or piece.shown:
                widths[offset + len(piece.text)] += piece.width
            else:
                for glyph in piece.glyphs:
                    widths[offset + glyph.cluster + 1] += glyph.advance * self._setting.size / 1000
            at += len(piece.text)
        total = 0.0
        for place, width in enumerate(widths):
            total += width
            widths[place] = total
        return widths


def _numbers_whole(text: str) -> str:
    """Keep telephone numbers, times and dates from being turned round group by group.

    UAX #9 allows that in a right-to-left line; an isolate around the number forbids it. A number
    that follows words of the other direction ("CC BY-SA 4.0") already goes with them.
    """
    if not _RIGHT_TO_LEFT.search(text):
        return text

    def isolated(number: re.Match[str]) -> str:
        before = text[: number.start()].rstrip()[-1:]
        goes_with = before and unicodedata.bidirectional(before) == "L"
        return number[0] if goes_with else f"{_ISOLATE}{number[0]}{_POP}"

    return _NUMBER_IN_GROUPS.sub(isolated, text)


def _as_written(text: str) -> str:
    return text.replace(_ISOLATE, "").replace(_POP, "")


def _width(pieces: Sequence[Piece]) -> float:
    return sum(piece.width for piece in pieces)


def _line(pieces: list[Piece]) -> Line:
    order = visual_order([piece.level for piece in pieces])
    text = _as_written("".join(piece.text for piece in pieces))
    return Line(tuple(pieces[at] for at in order), _width(pieces), text)


def _line_reach(lines: Sequence[Line], setting: Setting) -> tuple[float, float]:
    """Room above and below the baseline: more where a script reaches further, same in all lines."""
    size = setting.size
    half_gap = ((_TIGHT_LEADING if setting.tight else _LEADING) - _ABOVE - _BELOW) / 2
    above, below = size * (half_gap + _ABOVE), size * (half_gap + _BELOW)
    for line in lines:
        for piece in line.pieces:
            spread = max(0.0, piece.face.leading * size - above - below) / 2
            above, below = above + spread, below + spread
            for glyph in piece.glyphs:
                up, down = piece.face.ink(glyph.gid)
                above = max(above, ((up + glyph.dy) / 1000 + _CLEAR) * size)
                below = max(below, ((down - glyph.dy) / 1000 + _CLEAR) * size)
    return above, below


def picture_box(size: float) -> tuple[float, float]:
    """How large a picture within a line is, and how far below the baseline it reaches."""
    return size * _PICTURE_SIZE, size * _PICTURE_DROP
