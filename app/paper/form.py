"""Places of a page that can be filled in on screen, over the boxes that are there for a pen.

They have no border and no colour of their own: the same file serves on paper and on screen.
"""

from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFString

from app.model.packs import Area
from app.paper.sheet import Sheets
from app.paper.svgpath import numbers
from app.paper.text.embed import descriptor, stream
from app.paper.text.fonts import Face

_FONT = "Typed"
_SIZE = 12
_LOOKS = f"/{_FONT} {_SIZE} Tf 0 g"
_PRINTED = 4
_SEVERAL_LINES = 1 << 12
_ON = "Yes"
_FIRST, _LAST = 32, 255
_NOT_SYMBOLIC = 32
_TICK = ((0.15, 0.5, "m"), (0.4, 0.2, "l"), (0.85, 0.85, "l"))
_TICK_WEIGHT = 0.14


class Form:
    """The fields of one document.

    Args:
        sheets: the document.
        face: the letters in which a reader shows what is typed.

    """

    def __init__(self, sheets: Sheets, face: Face) -> None:
        self._sheets = sheets
        self._face = face
        self._fields: list[Any] = []
        self._looks: dict[tuple[float, float, str], Any] = {}

    def text(self, area: Area, *, name: str, label: str) -> None:
        """A place for words of several lines.

        Args:
            area: where.
            name: by which what was typed is found again.
            label: what is heard of it.

        """
        looks = self._drawing(area, "/Tx BMC EMC")
        self._add(
            area,
            name=name,
            label=label,
            FT=PDFName("Tx"),
            Ff=_SEVERAL_LINES,
            DA=PDFString(_LOOKS),
            AP=PDFDictionary({"N": looks}),
        )

    def tick(self, area: Area, *, name: str, label: str) -> None:
        """A square that can be ticked."""
        strokes = " ".join(
            f"{numbers(x * area.wide, y * area.high)} {verb}" for x, y, verb in _TICK
        )
        ticked = f"q 0 G {numbers(area.wide * _TICK_WEIGHT)} w 1 J 1 j {strokes} S Q"
        states = {_ON: self._drawn(area, ticked), "Off": self._drawn(area, "")}
        self._add(
            area,
            name=name,
            label=label,
            FT=PDFName("Btn"),
            AS=PDFName("Off"),
            V=PDFName("Off"),
            AP=PDFDictionary({"N": PDFDictionary(states)}),
        )

    def finish(self) -> None:
        """Tell the document of all fields; once, when every page is drawn."""
        if self._fields:
            fonts = PDFDictionary({_FONT: self._sheets.keep(_TypedFont(self._face))})
            entries = {
                "Fields": PDFArray(self._fields),
                "DR": PDFDictionary({"Font": fonts}),
                "DA": PDFString(_LOOKS),
            }
            self._sheets.fill_in(PDFDictionary(entries))

    def _add(self, area: Area, *, name: str, label: str, **entries: Any) -> None:
        right, top = area.left + area.wide, area.bottom + area.high
        rectangle = [round(each, 3) for each in (area.left, area.bottom, right, top)]
        field = {
            "Subtype": PDFName("Widget"),
            "T": PDFString(name),
            "TU": PDFString(label),
            "Rect": PDFArray(rectangle),
            "F": _PRINTED,
            **entries,
        }
        with self._sheets.within("Form"):
            self._fields.append(self._sheets.lay_over(field))

    def _drawn(self, area: Area, operators: str) -> Any:
        """How squares of one size look; that never changes, so they share it."""
        key = (round(area.wide, 3), round(area.high, 3), operators)
        if key not in self._looks:
            self._looks[key] = self._drawing(area, operators)
        return self._looks[key]

    def _drawing(self, area: Area, operators: str) -> Any:
        """How one field looks. A reader writes what is typed there into this very drawing."""
        entries = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Form"),
            "BBox": PDFArray([0, 0, round(area.wide, 3), round(area.high, 3)]),
            "Resources": PDFDictionary({}),
        }
        return stream(self._sheets.keep, operators.encode("ascii"), **entries)


class _TypedFont(PDFObject):  # type: ignore[misc]
    """The letters of Western European languages, for what somebody types in a reader."""

    def __init__(self, face: Face) -> None:
        self._face = face

    def format(self, document: Any) -> Any:
        """As PDF."""
        signs = [bytes([each]).decode("cp1252", "ignore") for each in range(_FIRST, _LAST + 1)]
        there = [sign if sign and self._face.has(sign) else "" for sign in signs]
        data = self._subset("".join(there))
        name = PDFName(f"ALTYPE+{self._face.name}")
        widths = [
            round(self._face.advance(self._face.glyph(sign)), 2) if sign else 0 for sign in there
        ]
        font = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("TrueType"),
            "BaseFont": name,
            "Encoding": PDFName("WinAnsiEncoding"),
            "FirstChar": _FIRST,
            "LastChar": _LAST,
            "Widths": PDFArray(widths),
            "FontDescriptor": descriptor(document, self._face, name, data, flags=_NOT_SYMBOLIC),
        }
        return PDFDictionary(font).format(document)

    def _subset(self, signs: str) -> bytes:
        wanted = hb.SubsetInput()
        wanted.unicode_set.update(ord(sign) for sign in signs)
        wanted.flags = hb.SubsetFlags.NO_HINTING
        for table in ("GSUB", "GPOS", "GDEF", "STAT"):
            wanted.drop_table_tag_set.add(int.from_bytes(table.encode("ascii"), "big"))
        return bytes(wanted.subset(self._face.file).blob.data)
