"""Lines as operators for a page: each glyph at its exact place, and its text for readers.

Right-to-left pieces go out from left to right, which is what most readers expect.
"""

import unicodedata
from collections.abc import Callable, Sequence

from app.model.ids import PictureRef
from app.paper.text.embed import EmbeddedFont, Run, Sign, utf16
from app.paper.text.fonts import Face
from app.paper.text.layout import Line, Piece, SetText, picture_box

_SIGNS = frozenset({"Mn", "Mc"})
_SAME_ROW = 0.001
_SAME_PLACE = 0.05
"""Points, and thousandths of the type size, within which glyphs need no moving."""

DrawPicture = Callable[[PictureRef, float, float, float], str]
"""Operators that draw a picture with its lower left corner at x and y, of a size, in points."""


class LinePainter:
    """Turns lines into operators, with the fonts of one document."""

    def __init__(self, embed: Callable[[Face], EmbeddedFont], draw_picture: DrawPicture) -> None:
        self._embed = embed
        self._draw_picture = draw_picture

    def text(self, text: SetText, *, left: Sequence[float], top: float) -> str:
        """Operators for all lines.

        Args:
            text: what to draw.
            left: where each line starts, in points from the left edge of the page.
            top: the top of the first line, in points from the bottom of the page.

        """
        out = []
        for number, (line, x) in enumerate(zip(text.lines, left, strict=True)):
            baseline = top - text.above - number * text.line_height
            out.append(self._line(line, x, baseline, text.size))
        return "\n".join(out)

    def _line(self, line: Line, x: float, y: float, size: float) -> str:
        if not _needs_saying(line):
            return self._pieces(line, x, y, size)
        said = "".join(piece.text for piece in line.pieces)
        return f"{_saying(said)}\n{self._pieces(line, x, y, size, said=True)}\nEMC"

    def _pieces(self, line: Line, x: float, y: float, size: float, *, said: bool = False) -> str:
        out: list[str] = []
        show: _Show | None = None
        for piece in line.pieces:
            font = self._embed(piece.face)
            if show is not None and (show.font is not font or piece.picture is not None):
                out.append(show.finish())
                show = None
            if piece.picture is not None:
                box, drop = picture_box(size)
                out.append(self._draw_picture(piece.picture, x, y - drop, box))
                out.append(self._unseen(piece, x, y, size))
            else:
                # Words and spaces of one font go out together: some readers lose a lone space.
                show = show or _Show(font, x, y, size, said=said)
                show.piece(piece)
            x += piece.width
        if show is not None:
            out.append(show.finish())
        return "\n".join(out)

    def _unseen(self, piece: Piece, x: float, y: float, size: float) -> str:
        """The text of a picture, for copying, searching and reading aloud: a space that says it."""
        font = self._embed(piece.face)
        code = font.cid(piece.face.glyph(" "), piece.text)
        return f"BT /{font.resource} {size:g} Tf {x:.3f} {y:.3f} Td <{code:04X}> Tj ET"


def _needs_saying(line: Line) -> bool:
    """Whether readers must be told a line: those who measure gaps find some within words.

    They do where vowel signs stand over and under letters, and beside pictures; but lines that
    run to the left they sort by the places of the letters.
    """
    if any(piece.level & 1 for piece in line.pieces):
        return False
    return any(
        piece.picture is not None
        or (
            not piece.text.isascii()
            and any(unicodedata.category(sign) in _SIGNS for sign in piece.text)
        )
        for piece in line.pieces
    )


def _saying(text: str) -> str:
    return f"/Span <</ActualText <FEFF{utf16(text)}>>> BDC"


class _Show:
    """Writes glyphs at their exact places with as few operators as that takes."""

    def __init__(
        self, font: EmbeddedFont, x: float, y: float, size: float, *, said: bool = False
    ) -> None:
        """Begin at a place; ``said`` if readers are told the text already."""
        self.font = font
        self._said = said
        self._scale = size / 1000
        self._x, self._y = x, y
        self._pen: tuple[float, float] | None = None
        self._row: list[str] = []
        self._codes = ""
        self._out = [f"BT /{font.resource} {size:g} Tf"]

    def piece(self, piece: Piece) -> None:
        """Draw one piece, and tell readers its text where the glyphs do not say it.

        Left to right that is done word by word; right to left for as few letters as possible,
        because readers sort those by their place.
        """
        run = self.font.run(piece)
        if run.codes:
            self._draw_in_a_row(run)
            return
        if self._said or run.spelt:
            for cluster in run.clusters:
                self._draw(cluster.signs)
            return
        whole = not piece.level & 1
        if whole:
            self._begin_said(piece.text)
        for cluster in run.clusters:
            said = not whole and not cluster.spelt
            if said:
                self._begin_said(cluster.text)
            self._draw(cluster.signs)
            if said:
                self._end_said()
        if whole:
            self._end_said()

    def finish(self) -> str:
        """All operators."""
        self._flush()
        return "\n".join([*self._out, "ET"])

    def _draw(self, signs: tuple[Sign, ...]) -> None:
        scale = self._scale
        for code, advance, dx, dy, own in signs:
            self._move(self._x + dx * scale, self._y + dy * scale)
            self._codes += code
            x, y = self._pen or (self._x, self._y)
            self._pen = (x + own * scale, y)
            self._x += advance * scale

    def _draw_in_a_row(self, run: Run) -> None:
        """Draw glyphs none of which has to be moved: only the first of them may be."""
        self._move(self._x, self._y)
        self._codes += run.codes
        x, y = self._pen or (self._x, self._y)
        for cluster in run.clusters:
            for sign in cluster.signs:
                own = sign.own * self._scale
                x, self._x = x + own, self._x + own
        self._pen = (x, y)

    def _begin_said(self, text: str) -> None:
        self._flush()
        self._out.append(_saying(text))

    def _end_said(self) -> None:
        self._flush()
        self._out.append("EMC")

    def _move(self, x: float, y: float) -> None:
        if self._pen is None or abs(self._pen[1] - y) > _SAME_ROW:
            self._flush()
            self._out.append(f"1 0 0 1 {x:.3f} {y:.3f} Tm")
            self._pen = (x, y)
            return
        gap = (x - self._pen[0]) / self._scale
        if abs(gap) > _SAME_PLACE:
            self._end_codes()
            self._row.append(f"{-gap:.2f}")
            self._pen = (x, y)

    def _end_codes(self) -> None:
        if self._codes:
            self._row.append(f"<{self._codes}>")
            self._codes = ""

    def _flush(self) -> None:
        self._end_codes()
        if self._row:
            self._out.append(f"[{' '.join(self._row)}] TJ")
            self._row = []
