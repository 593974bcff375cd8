"""The fonts of a document, as subsets inside of it.

Every font goes in as Type0 / CIDFontType2 / Identity-H. There is one CID for each pair of a glyph
and the text it stands for, so that ToUnicode gives back exactly what was written.
"""

import zlib
from collections.abc import Callable
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

from app.paper.text.clusters import clusters
from app.paper.text.fonts import Face, Glyph
from app.paper.text.layout import Piece

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


class Sign(NamedTuple):
    """One glyph as it is drawn: its code, and where it stands, in thousandths of the type size.

    Attributes:
        own: how far it is to the next glyph unless that is moved.

    """

    code: str
    advance: float
    dx: float
    dy: float
    own: float


class Signs(NamedTuple):
    """The glyphs of one cluster as they are drawn.

    Attributes:
        spelt: whether they say its text.

    """

    text: str
    signs: tuple[Sign, ...]
    spelt: bool


class Run(NamedTuple):
    """A piece as it is drawn: the same wherever it stands in one document.

    Attributes:
        spelt: whether its glyphs say its text.
        codes: of all glyphs, where each stands right behind the one before; else nothing.

    """

    clusters: tuple[Signs, ...]
    spelt: bool
    codes: str


class EmbeddedFont:
    """One face within one document; it collects glyphs and writes the font when all are known."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self._cids: dict[tuple[int, str], int] = {}
        self._glyphs: list[tuple[int, str]] = [(0, "")]
        self._runs: dict[tuple[str, tuple[Glyph, ...], bool, bool], Run] = {}

    def cid(self, glyph: int, text: str) -> int:
        """The code under which this glyph with this text is drawn."""
        found = self._cids.get((glyph, text))
        if found is None:
            found = self._cids[glyph, text] = len(self._glyphs)
            self._glyphs.append((glyph, text))
        return found

    def run(self, piece: Piece) -> Run:
        """How a piece is drawn; the words of a document come again and again."""
        key = (piece.text, piece.glyphs, bool(piece.level & 1), piece.shown)
        found = self._runs.get(key)
        if found is None:
            found = self._runs[key] = self._new_run(piece)
        return found

    def _new_run(self, piece: Piece) -> Run:
        drawn = tuple(
            Signs(each.text, tuple(map(self._sign, each.glyphs, each.parts)), each.spelt)
            for each in clusters(piece)
        )
        signs = [sign for cluster in drawn for sign in cluster.signs]
        spelt = all(cluster.spelt for cluster in drawn)
        plain = spelt and all(sign[1:] == (sign.own, 0, 0, sign.own) for sign in signs)
        return Run(drawn, spelt, "".join(sign.code for sign in signs) if plain else "")

    def _sign(self, glyph: Glyph, text: str) -> Sign:
        code = f"{self.cid(glyph.gid, text):04X}"
        return Sign(code, glyph.advance, glyph.dx, glyph.dy, self.face.advance(glyph.gid))

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
            f"<{cid:04X}> <{utf16(text)}>" for cid, (_, text) in enumerate(self._glyphs) if text
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


def utf16(text: str) -> str:
    """A text as PDF spells it in hexadecimal digits."""
    return text.encode("utf-16-be", "surrogatepass").hex().upper()
