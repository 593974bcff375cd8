"""Lines as PDF: operators for a page, and the fonts they use as subsets inside the document.

Every font goes in as Type0 / CIDFontType2 / Identity-H. There is one CID for each pair of a glyph
and the text it stands for, so that ToUnicode gives back exactly what was written. Right-to-left
pieces go out from left to right, which is what most readers expect.
"""

import unicodedata
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from app.model.ids import PictureRef
from app.paper.text.fonts import Face, Glyph
from app.paper.text.layout import Line, Piece, SetText, picture_box

_LEFT_OVER = "\u200b"
"""The text of a glyph that is one too many for the characters it stands for."""
_LAM_ALEF = {"لا": "ﻻ", "لأ": "ﻷ", "لإ": "ﻹ", "لآ": "ﻵ"}
"""Readers turn right-to-left glyphs round one by one: this ligature must be one character."""
_SIGNS = frozenset({"Mn", "Mc"})
_SYMBOLIC = 4
_UNUSED_TABLES = "GSUB GPOS GDEF STAT name OS/2 cmap post BASE DSIG meta"
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_CMAP_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
_CMAP_BLOCK = 100
_SAME_ROW = 0.001
_SAME_PLACE = 0.05
"""Points, and thousandths of the type size, within which glyphs need no moving."""

DrawPicture = Callable[[PictureRef, float, float, float], str]
"""Operators that draw a picture with its lower left corner at x and y, of a size, in points."""


class EmbeddedFont:
    """One face within one document; it collects glyphs and writes the font when all are known."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self._cids: dict[tuple[int, str], int] = {}
        self._glyphs: list[tuple[int, str]] = [(0, "")]

    def cid(self, glyph: int, text: str) -> int:
        """The code under which this glyph with this text is drawn."""
        found = self._cids.get((glyph, text))
        if found is None:
            found = self._cids[glyph, text] = len(self._glyphs)
            self._glyphs.append((glyph, text))
        return found

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab calls it when it saves
        """Write the subset, its widths and what its codes mean into a document."""
        subset, renumbered = _subset(self.face, {glyph for glyph, _ in self._glyphs})
        name = PDFName(f"{self._tag()}+{self.face.name}")
        widths = [round(self.face.advance(glyph), 2) for glyph, _ in self._glyphs]
        to_glyph = b"".join(renumbered[glyph].to_bytes(2, "big") for glyph, _ in self._glyphs)
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": PDFDictionary(
                    {
                        "Registry": PDFString("Adobe"),
                        "Ordering": PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": descriptor(document, self.face, name, subset, flags=_SYMBOLIC),
                "DW": 0,
                "W": PDFArray([0, PDFArray(widths)]),
                "CIDToGIDMap": stream(document.Reference, to_glyph),
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": name,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant)]),
                "ToUnicode": stream(document.Reference, self._to_unicode()),
            }
        )
        document.idToObject["BasicFonts"].dict[self.resource] = document.Reference(font)

    def _tag(self) -> str:
        """Six capital letters that name this subset, the same for the same glyphs."""
        number = zlib.crc32(repr(self._glyphs).encode("utf-8", "surrogatepass"))
        return "".join(chr(ord("A") + number // 26**place % 26) for place in range(6))

    def _to_unicode(self) -> bytes:
        lines = [
            f"<{cid:04X}> <{_utf16(text)}>" for cid, (_, text) in enumerate(self._glyphs) if text
        ]
        blocks = (lines[at : at + _CMAP_BLOCK] for at in range(0, len(lines), _CMAP_BLOCK))
        body = "".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks
        )
        return (_CMAP_HEAD + body + _CMAP_TAIL).encode("ascii")


def _subset(face: Face, glyphs: set[int]) -> tuple[bytes, dict[int, int]]:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(sorted(glyphs))
    wanted.flags = (
        hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    for table in _UNUSED_TABLES.split():
        wanted.drop_table_tag_set.add(int.from_bytes(table.ljust(4).encode("ascii"), "big"))
    plan = hb.SubsetPlan(face.file, wanted)
    return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)


def descriptor(document: Any, face: Face, name: PDFName, subset: bytes, *, flags: int) -> Any:
    """Put into a document what every kind of PDF font says of its letters, with the letters.

    Returns:
        The reference to it.

    """
    above, below = (round(reach) for reach in face.height)
    told = {
        "Type": PDFName("FontDescriptor"),
        "FontName": name,
        "Flags": flags,
        "FontBBox": PDFArray([-1000, -below, 3000, above]),
        "ItalicAngle": 0,
        "Ascent": above,
        "Descent": -below,
        "CapHeight": 714,
        "StemV": 80,
        "FontFile2": stream(document.Reference, subset, Length1=len(subset)),
    }
    return document.Reference(PDFDictionary(told))


def stream(keep: Callable[[Any], Any], content: bytes, **entries: object) -> Any:
    """Keep packed content in a document, and give what stands for it."""
    made = PDFStream(dictionary=PDFDictionary(entries), content=content)
    made.filters = [PDFZCompress]
    return keep(made)


def _utf16(text: str) -> str:
    return text.encode("utf-16-be", "surrogatepass").hex().upper()


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
        or any(unicodedata.category(sign) in _SIGNS for sign in piece.text)
        for piece in line.pieces
    )


def _saying(text: str) -> str:
    return f"/Span <</ActualText <FEFF{_utf16(text)}>>> BDC"


class _Cluster(NamedTuple):
    """The glyphs that stand together for some characters, from left to right.

    Attributes:
        parts: for each glyph, the characters it stands for.
        spelt: whether the parts say the text.

    """

    text: str
    glyphs: tuple[Glyph, ...]
    parts: tuple[str, ...]
    spelt: bool


def _clusters(piece: Piece) -> Iterator[_Cluster]:
    """The clusters of a piece from left to right."""
    if piece.shown:
        padding = (_LEFT_OVER,) * (len(piece.glyphs) - 1)
        yield _Cluster(piece.text, piece.glyphs, (piece.text, *padding), not padding)
        return
    starts = sorted({glyph.cluster for glyph in piece.glyphs})
    ends = dict(zip(starts, [*starts[1:], len(piece.text)], strict=True))
    together: list[Glyph] = []
    for glyph in piece.glyphs:
        if together and together[-1].cluster != glyph.cluster:
            yield _cluster(piece, together, ends)
            together = []
        together.append(glyph)
    if together:
        yield _cluster(piece, together, ends)


def _cluster(piece: Piece, glyphs: list[Glyph], ends: dict[int, int]) -> _Cluster:
    start = glyphs[0].cluster
    text = piece.text[start : ends[start]]
    parts, spelt = _spread(text, len(glyphs))
    if piece.level & 1:
        parts.reverse()
    return _Cluster(text, tuple(glyphs), tuple(parts), spelt)


def _spread(text: str, glyphs: int) -> tuple[list[str], bool]:
    """Characters shared out over glyphs, and whether that says the text exactly."""
    if glyphs == 1:
        return [_LAM_ALEF.get(text, text)], True
    parts = list(text)
    if len(parts) < glyphs:
        parts = list(unicodedata.normalize("NFD", text))
    if len(parts) > glyphs:
        parts[glyphs - 1 :] = ["".join(parts[glyphs - 1 :])]
    spelt = len(parts) == glyphs
    return parts + [_LEFT_OVER] * (glyphs - len(parts)), spelt


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
        clusters = list(_clusters(piece))
        if self._said:
            for cluster in clusters:
                self._draw(cluster)
            return
        whole = not piece.level & 1 and not all(cluster.spelt for cluster in clusters)
        if whole:
            self._begin_said(piece.text)
        for cluster in clusters:
            said = not whole and not cluster.spelt
            if said:
                self._begin_said(cluster.text)
            self._draw(cluster)
            if said:
                self._end_said()
        if whole:
            self._end_said()

    def finish(self) -> str:
        """All operators."""
        self._flush()
        return "\n".join([*self._out, "ET"])

    def _draw(self, cluster: _Cluster) -> None:
        for glyph, part in zip(cluster.glyphs, cluster.parts, strict=True):
            self._move(self._x + glyph.dx * self._scale, self._y + glyph.dy * self._scale)
            self._codes += f"{self.font.cid(glyph.gid, part):04X}"
            x, y = self._pen or (self._x, self._y)
            self._pen = (x + self.font.face.advance(glyph.gid) * self._scale, y)
            self._x += glyph.advance * self._scale

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
