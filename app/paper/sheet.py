"""The sheets of one document: where things stand on a page, and how they get onto it.

Places are given as a reader meets them: ``start`` in points from the side on which lines begin,
``top`` in points from the top edge. A right-to-left document is the mirror of a left-to-right one.
``start`` is given as on A4: on any other sheet everything moves to where its own margin is.
"""

import contextlib
import dataclasses
import datetime
import io
import re
from collections.abc import Callable, Sequence
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObjectReference, xObjectName
from reportlab.pdfgen.canvas import Canvas

from app.model.documents.kind import PaperSize
from app.model.ids import PictureRef
from app.model.packs import Area
from app.model.photo_work import ROUND_CORNER
from app.paper.metadata import Described, Info
from app.paper.packing import packed
from app.paper.strokes import not_mark, rgb, rounded, tick
from app.paper.svgpath import number, numbers
from app.paper.symbols import Shown
from app.paper.tagging import Operators, PassedOver, Role, Tags
from app.paper.text.embed import EmbeddedFont
from app.paper.text.fonts import Face
from app.paper.text.layout import SetText, Source
from app.paper.text.painter import LinePainter

rl_config.useA85 = 0  # text coding of streams makes every file a seventh larger

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)


@dataclasses.dataclass(frozen=True, slots=True)
class Paper:
    """A size of sheet with its margins, in points; ``start`` is where lines begin."""

    size: tuple[float, float]
    start: float
    end: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.size[0] - self.start - self.end

    @property
    def height(self) -> float:
        """Between the margins."""
        return self.size[1] - self.top - self.bottom


_A4_PAPER = Paper(A4, 25 * MM, 20 * MM, 20 * MM, 20 * MM)
PAPERS: dict[PaperSize, Paper] = {
    "A4": _A4_PAPER,
    "A5": Paper((148 * MM, 210 * MM), 12 * MM, 10 * MM, 10 * MM, 8 * MM),
    "A5 landscape": Paper((210 * MM, 148 * MM), 15 * MM, 10 * MM, 10 * MM, 8 * MM),
    "A6 landscape": Paper((148 * MM, 105 * MM), 10 * MM, 8 * MM, 7 * MM, 6 * MM),
}
"""A4 has room for a ring or a staple; what is carried in a pocket has smaller margins."""
_PDF_VERSION = (1, 7)
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
_RUN = re.compile("#+")
_RIGHT_TO_LEFT = "/A<</O/Layout/WritingMode/RlTb>>"


@dataclasses.dataclass(frozen=True, slots=True)
class Said:
    """Words that stand on a page.

    Attributes:
        lang: BCP 47 tag of the words.
        box: where they stand: left, top, width and height in points from the page's upper left.

    """

    words: str
    lang: str
    box: tuple[float, float, float, float]


class Sheets(Canvas):  # type: ignore[misc]
    """Pages of one size, drawn one after the other.

    Attributes:
        paper: their size and margins.
        rtl: whether lines begin on the right.

    """

    def __init__(
        self,
        *,
        title: str,
        lang: str,
        rtl: bool,
        day: datetime.date,
        paper: Paper = _A4_PAPER,
    ) -> None:
        self._file = io.BytesIO()
        self._tags = Tags(lang, write=self._write, page=self._page_name)
        super().__init__(
            self._file,
            pagesize=paper.size,
            invariant=1,
            pageCompression=1,
            pdfVersion=_PDF_VERSION,
            lang=lang,
        )
        self._doc.info = Info(_plain(title), day)
        self._doc.updateSignature(f"{title}{day}")
        self._doc.Catalog.ViewerPreferences = PDFDictionary(
            {"DisplayDocTitle": "true", "Direction": "/R2L" if rtl else "/L2R"}
        )
        self._doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        self._doc.Catalog.Metadata = Described(_plain(title), lang)
        self.rtl = rtl
        self.paper = paper
        self._fonts: dict[int, EmbeddedFont] = {}
        self._find_picture: Callable[[PictureRef], Shown | None] = lambda _: None
        self._marks = 0
        self._said: list[Said] = []

    @property
    def _code(self) -> Operators:
        """What is drawn onto the page; ReportLab begins a new one for each."""
        return self._operators

    @_code.setter
    def _code(self, operators: list[str]) -> None:
        self._operators = Operators(self._tags)
        self._operators.extend(operators)

    def _write(self, operators: str) -> None:
        self._code.append(operators)

    def _page_name(self) -> str:
        name: str = self._doc.thisPageName()
        return name

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

    def section(self, title: str, *, level: int = 0) -> None:
        """Begin a part of the document, to which readers can jump by name."""
        self._tags.section(level)
        self.bookmark(title, level=level)

    def item(self, *, goes_on: bool = False) -> contextlib.AbstractContextManager[None]:
        """What is drawn is an item of a list; items that follow each other are one list.

        Args:
            goes_on: it is the rest of the item before, which did not fit onto its page.

        """
        return self._tags.item(goes_on=goes_on)

    def within(self, role: Role, *, lang: str = "") -> contextlib.AbstractContextManager[None]:
        """What is drawn stands in an element of this kind."""
        return self._tags.within(role, lang=lang)

    def passed_over(self, kind: PassedOver = "Layout") -> contextlib.AbstractContextManager[None]:
        """What is drawn is only for eyes: said elsewhere already, or not worth saying."""
        return self._tags.pass_over(kind)

    def words(
        self,
        text: SetText,
        *,
        start: float,
        top: float,
        colour: str,
        role: Role = "P",
    ) -> None:
        """Draw a text, its lines beginning at ``start``.

        A text that was drawn in part goes on: parts of the same one are one element.

        Args:
            text: what to draw.
            start: where its lines begin, in points.
            top: of its first line, in points.
            colour: of its letters.
            role: what it is; ``H`` for a heading.

        """
        if not text.lines:
            return

        def picture(ref: PictureRef, x: float, y: float, side: float) -> str:
            shown = self._find_picture(ref)
            return self._place(shown, x, y, side) if shown else ""

        left = [self._left(start, line.width) for line in text.lines]
        painter = LinePainter(self._embed, picture)
        operators = painter.text(text, left=left, top=self.paper.size[1] - top)
        with self._saying(text.source, role):
            self.addLiteral(f"q {rgb(colour)} rg\n{operators}\nQ")
        if text.text and not self._tags.passing_over:
            box = (self._left(start, text.width), top, text.width, text.height)
            self._said.append(Said(text.text, text.source.lang, box))

    def take_said(self) -> tuple[Said, ...]:
        """What was said since this was asked for last, in the order in which it was drawn."""
        said, self._said = tuple(self._said), []
        return said

    def _saying(self, source: Source, role: Role) -> contextlib.AbstractContextManager[None]:
        if self._tags.passing_over:
            return self._tags.pass_over()
        return self._tags.element(
            role,
            source=source,
            lang=source.lang,
            said=source.said,
            more=_RIGHT_TO_LEFT if source.right_to_left else "",
        )

    def picture(self, shown: Shown, *, start: float, top: float, side: float, high: float) -> None:
        """Draw a picture in the middle of a box of ``side`` by ``high``.

        It is read out by what it shows; one that says nothing is passed over.
        """
        width, height = shown.within(min(side, high))
        x = self._left(start + (side - width) / 2, width)
        y = self.paper.size[1] - top - (high + height) / 2
        with self._showing(shown.alt, (x, y, x + width, y + height), lang=shown.alt_lang):
            self.addLiteral(self._draw(shown, x, y, width, height))

    def _showing(
        self, alt: str, box: tuple[float, float, float, float], *, lang: str = ""
    ) -> contextlib.AbstractContextManager[None]:
        if self._tags.passing_over or not alt:
            return self._tags.pass_over()
        return self._tags.element(
            "Figure", lang=lang, alt=alt, more=f"/A<</O/Layout/BBox[{numbers(*box)}]>>"
        )

    def _place(self, shown: Shown, x: float, y: float, side: float) -> str:
        width, height = shown.within(side)
        return self._draw(shown, x + (side - width) / 2, y + (side - height) / 2, width, height)

    def _draw(self, shown: Shown, x: float, y: float, width: float, height: float) -> str:
        self._formsinuse.append(shown.name)
        clip = ""
        if shown.rounded:
            radius = max(width, height) * ROUND_CORNER
            clip = f"{rounded(x, y, width, height, min(radius, width / 2, height / 2))} W n "
        drawn = f"q {clip}{numbers(width, 0, 0, height, x, y)} cm /{xObjectName(shown.name)} Do Q"
        return f"{drawn}\n{not_mark(x, y, width, height)}" if shown.denied else drawn

    def bar(self, *, start: float, top: float, wide: float, high: float, colour: str) -> None:
        """Draw a filled bar: a rule across or down the page."""
        x, y = self._left(start, wide), self.paper.size[1] - top - high
        with self._tags.pass_over():
            self.addLiteral(f"q {rgb(colour)} rg {numbers(x, y, wide, high)} re f Q")

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
        x, y = self._left(start, wide), self.paper.size[1] - top - high
        outline = rounded(x, y, wide, high, min(radius, wide / 2, high / 2))
        colours = f"{rgb(fill)} rg {rgb(edge)} RG {number(line)} w"
        with self._tags.pass_over():
            self.addLiteral(f"q {colours} {outline} b Q")

    def tick(self, *, start: float, top: float, side: float, colour: str, alt: str) -> None:
        """Draw a tick into a square; it is not mirrored. ``alt`` says what it means."""
        x, y = self._left(start, side), self.paper.size[1] - top - side
        with self._showing(alt, (x, y, x + side, y + side)):
            self.addLiteral(tick(x, y, side, colour))

    def dots(self, rows: Sequence[str], *, start: float, top: float, dot: float) -> None:
        """Draw a pattern of black dots, ``#`` in each row, so large each; it is not mirrored."""
        x, y = self._left(start, dot * len(rows[0])), A4[1] - top
        marks = " ".join(
            f"{numbers(x + run.start() * dot, y - row * dot, len(run[0]) * dot, -dot)} re"
            for row, dots in enumerate(rows)
            for run in _RUN.finditer(dots)
        )
        with self._tags.pass_over():
            self.addLiteral(f"q 0 g {marks} f Q")

    def on_paper(self, *, start: float, top: float, wide: float, high: float) -> Area:
        """Where something is on the paper, whichever way lines run."""
        return Area(left=self._left(start, wide), bottom=A4[1] - top - high, wide=wide, high=high)

    def keep(self, content: Any) -> PDFObjectReference:
        """Keep a part of the document, and give what stands for it elsewhere."""
        reference: PDFObjectReference = self._doc.Reference(content)
        return reference

    def fill_in(self, form: PDFDictionary) -> None:
        """Say which fields of the document can be filled in."""
        self._doc.Catalog.AcroForm = form

    def bookmark(self, title: str, *, level: int = 0) -> None:
        """Let readers jump to this page by name; level 1 stands under the last one of level 0."""
        self._marks += 1
        key = f"part{self._marks}"
        self.bookmarkPage(key)
        self.addOutlineEntry(_plain(title), key, level=level)
        self.showOutline()

    def lay_over(self, entries: dict[str, Any]) -> PDFObjectReference:
        """Lay something over the page, such as a form field, as part of the element around it.

        Args:
            entries: of the annotation, without those that say where it belongs.

        Returns:
            What stands for it elsewhere in the document.

        """
        annotation = PDFDictionary({"Type": PDFName("Annot"), **entries})
        reference = self._doc.Reference(annotation)
        annotation["P"] = self._doc.thisPageRef()
        annotation["StructParent"] = self._tags.lay(reference)
        self._annotationrefs.append(reference)
        return reference

    def showPage(self) -> None:  # noqa: N802 - ReportLab calls it so
        """End the page."""
        name = self._doc.thisPageName()
        super().showPage()
        self._tags.end_page(self._doc.idToObject[name])

    def finished(self) -> bytes:
        """The whole document."""
        self._tags.write_into(self._doc)
        self.save()
        return packed(self._file.getvalue(), self._doc)

    def _left(self, start: float, width: float) -> float:
        start += self.paper.start - _A4_PAPER.start
        return self.paper.size[0] - start - width if self.rtl else start


def _plain(title: str) -> str:
    """Without isolates, which readers' own windows show as boxes."""
    return title.translate(_ISOLATES)
