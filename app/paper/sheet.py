"""The sheets of one document: where things stand on an A4 page, and how they get onto it.

Places are given as a reader meets them: ``start`` in points from the side on which lines begin,
``top`` in points from the top edge. A right-to-left document is the mirror of a left-to-right one.
"""

import datetime
import io
from collections.abc import Callable
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString, xObjectName
from reportlab.pdfgen.canvas import Canvas

from app.model import not_mark
from app.model.ids import PictureRef
from app.model.photo_work import ROUND_CORNER
from app.paper.svgpath import number, numbers
from app.paper.symbols import Shown
from app.paper.text.embed import EmbeddedFont, LinePainter
from app.paper.text.fonts import Face
from app.paper.text.layout import SetText

rl_config.useA85 = 0  # text coding of streams makes every file a seventh larger

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
_PDF_VERSION = (1, 7)
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
_ROUND = 0.5523
_TICK_STROKES = ((0.1, 0.45, "m"), (0.38, 0.15, "l"), (0.9, 0.85, "l"))
_TICK_WEIGHT = 0.17


class _Info(PDFInfo):  # type: ignore[misc]
    """What a file says of itself: its title and its day, and not who was at the keyboard."""

    day = ""

    def format(self, document: Any) -> Any:
        day = PDFString(f"D:{self.day}")
        entries = {"Title": PDFString(self.title), "CreationDate": day, "ModDate": day}
        return PDFDictionary(entries).format(document)


class Sheets(Canvas):  # type: ignore[misc]
    """A4 pages, drawn one after the other.

    Attributes:
        rtl: whether lines begin on the right.

    """

    def __init__(self, *, title: str, lang: str, rtl: bool, day: datetime.date) -> None:
        self._file = io.BytesIO()
        super().__init__(
            self._file,
            pagesize=A4,
            invariant=1,
            pageCompression=1,
            pdfVersion=_PDF_VERSION,
            lang=lang,
        )
        self._doc.info = _Info()
        self._doc.info.title = _plain(title)
        self._doc.info.day = f"{day:%Y%m%d}"
        self._doc.updateSignature(f"{title}{day}")
        self._doc.Catalog.ViewerPreferences = PDFDictionary(
            {"DisplayDocTitle": "true", "Direction": "/R2L" if rtl else "/L2R"}
        )
        self.rtl = rtl
        self._fonts: dict[int, EmbeddedFont] = {}
        self._find_picture: Callable[[PictureRef], Shown | None] = lambda _: None
        self._marks = 0

    def _make_preamble(self) -> None:
        """Start a page without the font that ReportLab names on each and never embeds."""
        self._preamble = "1 0 0 1 0 0 cm"

    def hold(self, name: str, content: Any) -> None:
        """Keep a picture in the document under a name."""
        self._doc.Reference(content, xObjectName(name))

    def draw_signs_with(self, find: Callable[[PictureRef], Shown | None]) -> None:
        """Say where the pictures that stand within words come from."""
        self._find_picture = find

    def _embed(self, face: Face) -> EmbeddedFont:
        font = self._fonts.get(id(face))
        if font is None:
            font = self._fonts[id(face)] = EmbeddedFont(face, f"T{len(self._fonts)}")
            self._doc.delayedFonts.append(font)
        return font

    def words(
        self,
        text: SetText,
        *,
        start: float,
        top: float,
        colour: str,
    ) -> None:
        """Draw a text, its lines beginning at ``start``."""

        def picture(ref: PictureRef, x: float, y: float, side: float) -> str:
            shown = self._find_picture(ref)
            return self._place(shown, x, y, side) if shown else ""

        left = [self._left(start, line.width) for line in text.lines]
        painter = LinePainter(self._embed, picture)
        operators = painter.text(text, left=left, top=A4[1] - top)
        self.addLiteral(f"q {_rgb(colour)} rg\n{operators}\nQ")

    def picture(self, shown: Shown, *, start: float, top: float, side: float, high: float) -> None:
        """Draw a picture in the middle of a box of ``side`` by ``high``."""
        width, height = shown.within(min(side, high))
        x = self._left(start + (side - width) / 2, width)
        y = A4[1] - top - (high + height) / 2
        self.addLiteral(self._draw(shown, x, y, width, height))

    def _place(self, shown: Shown, x: float, y: float, side: float) -> str:
        width, height = shown.within(side)
        return self._draw(shown, x + (side - width) / 2, y + (side - height) / 2, width, height)

    def _draw(self, shown: Shown, x: float, y: float, width: float, height: float) -> str:
        self._formsinuse.append(shown.name)
        clip = ""
        if shown.rounded:
            radius = max(width, height) * ROUND_CORNER
            clip = f"{_rounded(x, y, width, height, min(radius, width / 2, height / 2))} W n "
        drawn = f"q {clip}{numbers(width, 0, 0, height, x, y)} cm /{xObjectName(shown.name)} Do Q"
        return f"{drawn}\n{_not_mark(x, y, width, height)}" if shown.denied else drawn

    def bar(self, *, start: float, top: float, wide: float, high: float, colour: str) -> None:
        """Draw a filled bar: a rule across or down the page."""
        x, y = self._left(start, wide), A4[1] - top - high
        self.addLiteral(f"q {_rgb(colour)} rg {numbers(x, y, wide, high)} re f Q")

    def card(
        self,
        *,
        start: float,
        top: float,
        wide: float,
        high: float,
        fill: str,
        edge: str,
        line: float,
        radius: float,
    ) -> None:
        """Draw a card with round corners."""
        x, y = self._left(start, wide), A4[1] - top - high
        outline = _rounded(x, y, wide, high, min(radius, wide / 2, high / 2))
        colours = f"{_rgb(fill)} rg {_rgb(edge)} RG {number(line)} w"
        self.addLiteral(f"q {colours} {outline} b Q")

    def tick(self, *, start: float, top: float, side: float, colour: str) -> None:
        """Draw a tick into a square; it is not mirrored."""
        x, y = self._left(start, side), A4[1] - top - side
        strokes = " ".join(
            f"{numbers(x + u * side, y + v * side)} {verb}" for u, v, verb in _TICK_STROKES
        )
        width = number(side * _TICK_WEIGHT)
        self.addLiteral(f"q {_rgb(colour)} RG {width} w 1 J 1 j {strokes} S Q")

    def bookmark(self, title: str, *, level: int = 0) -> None:
        """Let readers jump to this page by name; level 1 stands under the last one of level 0."""
        self._marks += 1
        key = f"part{self._marks}"
        self.bookmarkPage(key)
        self.addOutlineEntry(_plain(title), key, level=level)
        self.showOutline()

    def finished(self) -> bytes:
        """The whole document."""
        self.save()
        return self._file.getvalue()

    def _left(self, start: float, width: float) -> float:
        return A4[0] - start - width if self.rtl else start


def _plain(title: str) -> str:
    """Without isolates, which readers' own windows show as boxes."""
    return title.translate(_ISOLATES)


def _not_mark(x: float, y: float, width: float, height: float) -> str:
    """The mark for "not" in the middle of a picture, as large as its shorter side."""
    side = min(width, height)
    left, top = x + (width - side) / 2, y + (height + side) / 2
    near, far = side * not_mark.BEGINS, side * (1 - not_mark.BEGINS)
    line = f"{numbers(left + near, top - near)} m {numbers(left + far, top - far)} l S"
    strokes = (
        f"{_rgb(colour)} RG {numbers(side * wide)} w {line}" for colour, wide in not_mark.STROKES
    )
    return f"q 1 J {' '.join(strokes)} Q"


def _rgb(colour: str) -> str:
    return numbers(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))


def _rounded(x: float, y: float, wide: float, high: float, r: float) -> str:
    """A rectangle with round corners as a closed path."""
    c, right, upper = r * (1 - _ROUND), x + wide, y + high
    return " ".join(
        (
            f"{numbers(x + r, y)} m {numbers(right - r, y)} l",
            f"{numbers(right - c, y, right, y + c, right, y + r)} c",
            f"{numbers(right, upper - r)} l",
            f"{numbers(right, upper - c, right - c, upper, right - r, upper)} c",
            f"{numbers(x + r, upper)} l",
            f"{numbers(x + c, upper, x, upper - c, x, upper - r)} c",
            f"{numbers(x, y + r)} l {numbers(x, y + c, x + c, y, x + r, y)} c",
        )
    )
