"""What is needed to set any part of a printout: words, colours, sizes, fonts and pictures."""

import dataclasses

from app.model.ids import PictureRef
from app.model.look import Theme
from app.model.wording import Wording
from app.paper.sheet import A4, MM
from app.paper.symbols import Pictures, Shown
from app.paper.text.layout import SetText, Setting, Typesetter

START_MARGIN = 25 * MM
"""Room for a ring or a staple, on the side on which lines begin."""
END_MARGIN = TOP_MARGIN = BOTTOM_MARGIN = 20 * MM
WIDTH = A4[0] - START_MARGIN - END_MARGIN
PICTURE_COLUMN = 48 * MM
PICTURE_SIDE = 42 * MM
GUTTER = 8 * MM
WORDS_START = START_MARGIN + PICTURE_COLUMN + GUTTER
WORDS_WIDTH = WIDTH - PICTURE_COLUMN - GUTTER
SMALLEST = 14.0
"""Points; nothing is printed smaller (easy-read rule L02)."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything at hand while one document is made.

    Attributes:
        size: of the body text, in points.
        with_pictures: whether the person wants pictures beside the words.

    """

    words: Wording
    theme: Theme
    setter: Typesetter
    pictures: Pictures
    size: float
    with_pictures: bool

    @property
    def label_size(self) -> float:
        """Of marks and notes, in points."""
        return max(SMALLEST, round(self.size * 0.8))

    @property
    def heading_size(self) -> float:
        """Of section titles, in points: 24 for the usual body (easy-read rule L03)."""
        return max(24.0, round(self.size * 1.25))

    @property
    def words_start(self) -> float:
        """Where the column of words begins: beside the pictures, or where they would be."""
        return WORDS_START if self.with_pictures else START_MARGIN

    def body(self, text: str, *, lang: str = "", width: float = WORDS_WIDTH) -> SetText:
        """Body text, each sentence on a line of its own."""
        return self._set(text, self.size, width, lang=lang, by_sentence=True)

    def label(self, text: str, *, width: float = WORDS_WIDTH, bold: bool = True) -> SetText:
        """The words of a mark or a note."""
        return self._set(text, self.label_size, width, bold=bold, tight=True)

    def heading(self, text: str, size: float, *, width: float = WIDTH) -> SetText:
        """A title."""
        return self._set(text, size, width, bold=True, tight=True)

    def picture(self, refs: tuple[PictureRef, ...]) -> Shown | None:
        """The first of the pictures that can be printed, if the person wants pictures."""
        if not self.with_pictures:
            return None
        return next((shown for ref in refs if (shown := self.pictures.find(ref))), None)

    def ornament(self, ref: str) -> Shown | None:
        """A picture of the page itself, if the person wants pictures and there is one."""
        return self.pictures.ornament(PictureRef(ref)) if self.with_pictures else None

    def _set(
        self,
        text: str,
        size: float,
        width: float,
        *,
        lang: str = "",
        bold: bool = False,
        by_sentence: bool = False,
        tight: bool = False,
    ) -> SetText:
        return self.setter.set(
            text,
            Setting(
                size=size,
                width=width,
                bold=bold,
                lang=lang or self.words.lang,
                rtl=self.words.right_to_left,
                by_sentence=by_sentence,
                tight=tight,
            ),
        )
