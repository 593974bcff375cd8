"""What every document of a person's own words shares: desk, footer, pages, and what it lacks."""

import dataclasses
import datetime
from collections.abc import Callable, Sequence

from app.model.documents.kind import PaperSize
from app.model.home_sheets import SheetLaid
from app.model.ids import PictureRef
from app.model.look import Look
from app.model.packs import PackLaid
from app.model.person import Person
from app.model.pictures import PictureSource
from app.model.wording import N_, Wording, set_as
from app.paper.blocks import FOOTER_RULE_GAP, Footer
from app.paper.desk import SIDES, SMALLEST, Desk, no_pause
from app.paper.ends import COVER_PICTURE
from app.paper.flow import Placed
from app.paper.form import Form
from app.paper.sheet import PAPERS, Said, Sheets
from app.paper.symbols import Pictures
from app.paper.text.fonts import FontBook
from app.paper.text.layout import SetText, Setting, Typesetter

_PAGE_NUMBER = 16.0
_ABOVE_FOOTER = 14.0
_PAGE_GAP = 24.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class MissingText:
    """Signs of a sentence that no font and no picture set has."""

    sentence: str
    signs: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A finished document.

    Attributes:
        missing: what could not be shown as it was written.
        left_out_pictures: pictures of the plan that are not there or cannot be drawn.
        title: what the document is called.
        said: the words of each page in reading order, without those at its foot.
        laid: where everything stands on it, if what is written on it is to come back.
        laid_sheet: the same of a sheet that is filled in at home.
        left_in_plan: how many sentences there was no room for, where nobody picked what stays.
        text: the document, where it is one of text alone; it has no pages then.

    """

    pdf: bytes
    pages: int
    missing: tuple[MissingText, ...]
    left_out_pictures: tuple[PictureRef, ...]
    title: str = ""
    said: tuple[tuple[Said, ...], ...] = ()
    laid: PackLaid | None = None
    laid_sheet: SheetLaid | None = None
    left_in_plan: int = 0
    text: str = ""

    @property
    def file(self) -> bytes:
        """What is put into the file."""
        return self.text.encode() if self.text else self.pdf

    def words(self) -> str:
        """All that stands on its pages, in reading order, with single spaces between words."""
        said = (each.words for page in self.said for each in page)
        return " ".join((self.text or " ".join(said)).split())


class Press:
    """One document, from its first words to its last page.

    Attributes:
        desk: what is needed to set its words, as its person likes them.

    """

    def __init__(
        self,
        person: Person,
        *,
        title: str,
        made_on: datetime.date,
        words: Wording,
        look: Look,
        fonts: FontBook,
        pictures: PictureSource,
        longest: float = COVER_PICTURE,
        paper: PaperSize = "A4",
        size: float = 0.0,
        second_lang: str = "",
        least: float = SMALLEST,
        pause: Callable[[], None] = no_pause,
    ) -> None:
        """Lay the desk; no picture of the document is longer than ``longest``, in points.

        ``size`` is that of the body text; as the person likes it if left out. ``second_lang`` is
        the tag of another language in which the sentences stand below. Nothing is printed smaller
        than ``least``. ``pause`` is called between sentences and between pages.
        """
        self._fonts = fonts
        self._form: Form | None = None
        self._title = title
        self._paper = PAPERS[paper]
        self._sheets = Sheets(
            title=title,
            lang=words.lang,
            rtl=words.right_to_left,
            day=made_on,
            paper=self._paper,
        )
        held = Pictures(
            pictures,
            self._sheets,
            words=words,
            skin_tone=person.ui.skin_tone,
            longest=longest,
        )
        self._sheets.draw_signs_with(held.find)
        self.desk = Desk(
            words=words,
            theme=look.themes["paper"],
            setter=Typesetter(fonts, held.of_sign),
            pictures=held,
            size=size or float(person.ui.text_pt),
            mode=person.ui.pictures,
            picture_side=SIDES[person.ui.picture_size],
            paper=self._paper,
            second_lang=second_lang,
            home=person.known_home,
            least=least,
            pause=pause,
        )
        self._page_number = max(_PAGE_NUMBER, least)

    def footer(self, *texts: str) -> tuple[SetText, ...]:
        """What stands at the foot of every page, the first of it beside the page number."""
        t = self.desk.words.t
        longest = self._set(t(N_("Page {n} of {pages}"), n=888, pages=888), self._page_number)
        width = self._paper.width - longest.width - _PAGE_GAP
        return tuple(
            self._set(text, self.desk.least, width=self._paper.width if at else width)
            for at, text in enumerate(texts)
        )

    def room(self, footer: Sequence[SetText]) -> float:
        """How high a page is above this footer, in points."""
        high = FOOTER_RULE_GAP + sum(line.height for line in footer)
        return self._paper.height - _ABOVE_FOOTER - high

    def form(self) -> Form:
        """What takes the fields of the document that can be filled in on screen."""
        if self._form is None:
            face = self._fonts.faces(script="Latn", lang=self.desk.words.lang, bold=False)[0]
            self._form = Form(self._sheets, face)
        return self._form

    def bind(
        self,
        pages: Sequence[Sequence[Placed]],
        footer: tuple[SetText, ...],
        on_page: Callable[[Sheets, int], None] = lambda _sheets, _number: None,
    ) -> Printed:
        """Draw the pages, with what else is ``on_page``, and finish the document."""
        said = []
        for number, page in enumerate(pages, start=1):
            self.desk.pause()
            on_page(self._sheets, number)
            for block, top in page:
                block.draw(self._sheets, self._paper.top + top)
            said.append(self._sheets.take_said())
            text = self.desk.words.t(N_("Page {n} of {pages}"), n=number, pages=len(pages))
            page_of = self._set(text, self._page_number)
            only = len(pages) == 1
            foot = Footer(theme=self.desk.theme, lines=footer, page=page_of, said=only)
            foot.draw(self._sheets, self._paper.bottom)
            self._sheets.showPage()
        if self._form is not None:
            self._form.finish()
        return Printed(
            pdf=self._sheets.finished(),
            pages=len(pages),
            missing=tuple(
                MissingText(sentence=sentence, signs=tuple(signs))
                for sentence, signs in self.desk.setter.missing.items()
            ),
            left_out_pictures=self.desk.pictures.left_out,
            title=self._title,
            said=tuple(said),
        )

    def _set(self, text: str, size: float, *, width: float = 0.0) -> SetText:
        words = self.desk.words
        setting = Setting(
            size=size,
            width=width or self._paper.width,
            lang=set_as(words),
            rtl=words.right_to_left,
            tight=True,
        )
        return self.desk.setter.set(text, setting)
