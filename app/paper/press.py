"""What every document of a person's own words shares: desk, footer, pages, and what it lacks."""

import dataclasses
import datetime
from collections.abc import Sequence

from app.model.ids import PictureRef
from app.model.look import Look
from app.model.person import Person
from app.model.pictures import PictureSource
from app.model.wording import N_, Wording, set_as
from app.paper.blocks import FOOTER_RULE_GAP, Footer
from app.paper.desk import BOTTOM_MARGIN, SIDES, SMALLEST, TOP_MARGIN, WIDTH, Desk
from app.paper.ends import COVER_PICTURE
from app.paper.flow import Placed
from app.paper.sheet import A4, Sheets
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

    """

    pdf: bytes
    pages: int
    missing: tuple[MissingText, ...]
    left_out_pictures: tuple[PictureRef, ...]


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
    ) -> None:
        """Lay the desk; no picture of the document is longer than ``longest``, in points."""
        self._sheets = Sheets(title=title, lang=words.lang, rtl=words.right_to_left, day=made_on)
        held = Pictures(pictures, self._sheets, skin_tone=person.ui.skin_tone, longest=longest)
        self._sheets.draw_signs_with(held.find)
        self.desk = Desk(
            words=words,
            theme=look.themes["paper"],
            setter=Typesetter(fonts, held.of_sign),
            pictures=held,
            size=float(person.ui.text_pt),
            mode=person.ui.pictures,
            picture_side=SIDES[person.ui.picture_size],
        )

    def footer(self, *texts: str) -> tuple[SetText, ...]:
        """What stands at the foot of every page, beside the room that the page number takes."""
        t = self.desk.words.t
        longest = self._set(t(N_("Page {n} of {pages}"), n=888, pages=888), _PAGE_NUMBER)
        width = WIDTH - longest.width - _PAGE_GAP
        return tuple(self._set(text, SMALLEST, width=width) for text in texts)

    def room(self, footer: Sequence[SetText]) -> float:
        """How high a page is above this footer, in points."""
        high = FOOTER_RULE_GAP + sum(line.height for line in footer)
        return A4[1] - TOP_MARGIN - BOTTOM_MARGIN - _ABOVE_FOOTER - high

    def bind(self, pages: Sequence[Sequence[Placed]], footer: tuple[SetText, ...]) -> Printed:
        """Draw the pages, and finish the document."""
        for number, page in enumerate(pages, start=1):
            for block, top in page:
                block.draw(self._sheets, TOP_MARGIN + top)
            text = self.desk.words.t(N_("Page {n} of {pages}"), n=number, pages=len(pages))
            page_of = self._set(text, _PAGE_NUMBER)
            Footer(theme=self.desk.theme, lines=footer, page=page_of).draw(
                self._sheets, BOTTOM_MARGIN
            )
            self._sheets.showPage()
        return Printed(
            pdf=self._sheets.finished(),
            pages=len(pages),
            missing=tuple(
                MissingText(sentence=sentence, signs=tuple(signs))
                for sentence, signs in self.desk.setter.missing.items()
            ),
            left_out_pictures=self.desk.pictures.left_out,
        )

    def _set(self, text: str, size: float, *, width: float = WIDTH) -> SetText:
        words = self.desk.words
        setting = Setting(
            size=size, width=width, lang=set_as(words), rtl=words.right_to_left, tight=True
        )
        return self.desk.setter.set(text, setting)
