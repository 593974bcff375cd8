"""What is needed to set any part of a printout: words, colours, sizes, fonts and pictures."""

import dataclasses
from collections.abc import Callable

from app.model.ids import PictureRef
from app.model.look import Theme
from app.model.person import PictureMode, PictureSize
from app.model.showing import MOST_KEY_WORDS, as_read, caption, is_photo, shown
from app.model.statement import Statement
from app.model.wording import Wording, set_as
from app.paper.sheet import MM, PAPERS, Paper
from app.paper.symbols import Pictures, Shown
from app.paper.text.layout import SetText, Setting, Typesetter

START_MARGIN = PAPERS["A4"].start
"""Room for a ring or a staple, on the side on which lines begin."""
WIDTH = PAPERS["A4"].width
TOP_MARGIN, BOTTOM_MARGIN = PAPERS["A4"].top, PAPERS["A4"].bottom
PICTURE_COLUMN = 48 * MM
PICTURE_SIDE = 42 * MM
GUTTER = 8 * MM
AROUND_PICTURE = PICTURE_COLUMN - PICTURE_SIDE
SIDES: dict[PictureSize, float] = {"usual": PICTURE_SIDE, "bigger": 50 * MM, "biggest": 60 * MM}
"""Of pictures beside words: 40 to 50 mm (easy-read rule L13), and larger where they are wanted."""
SMALLEST = 14.0
"""Points; nothing is printed smaller (easy-read rule L02)."""


def no_pause() -> None:
    """Go on: nobody waits for anything else."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class KeyShown:
    """A picture over the word that it stands for."""

    picture: Shown
    word: SetText
    side: float


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything at hand while one document is made.

    Attributes:
        size: of the body text, in points.
        mode: how the person likes pictures beside the words.
        picture_side: how large these are, in points.
        paper: on what it is printed.
        least: nothing is printed smaller than this, in points.
        second_lang: the tag of another language in which sentences stand below; empty for none.
        home: the tag of the person's home language; empty where it is not known.
        pause: called before each sentence; what it raises ends the making.

    """

    words: Wording
    theme: Theme
    setter: Typesetter
    pictures: Pictures
    size: float
    mode: PictureMode = "one_per_idea"
    picture_side: float = PICTURE_SIDE
    paper: Paper = PAPERS["A4"]
    second_lang: str = ""
    home: str = ""
    least: float = SMALLEST
    pause: Callable[[], None] = no_pause

    @property
    def width(self) -> float:
        """Between the margins, in points."""
        return self.paper.width

    @property
    def with_pictures(self) -> bool:
        """Whether there are pictures at all."""
        return self.mode != "none"

    @property
    def picture_column(self) -> float:
        """The width of the column of pictures, in points."""
        return self.picture_side + AROUND_PICTURE

    @property
    def words_width(self) -> float:
        """The width of the column of words beside the pictures, in points."""
        return self.width - self.picture_column - GUTTER

    @property
    def label_size(self) -> float:
        """Of marks and notes, in points."""
        return max(self.least, round(self.size * 0.8))

    @property
    def heading_size(self) -> float:
        """Of section titles, in points: 24 for the usual body (easy-read rule L03)."""
        return max(24.0, round(self.size * 1.25))

    @property
    def words_start(self) -> float:
        """Where the column of words begins: beside the pictures, or where they would be."""
        return self.beside_pictures if self.with_pictures else START_MARGIN

    @property
    def beside_pictures(self) -> float:
        """Where the column of words begins, also where there are no pictures."""
        return START_MARGIN + self.picture_column + GUTTER

    def body(self, text: str, *, lang: str = "", width: float = 0.0) -> SetText:
        """Body text, each sentence on a line of its own."""
        self.pause()
        return self._set(text, self.size, width or self.words_width, lang=lang, by_sentence=True)

    def label(self, text: str, *, width: float = 0.0, bold: bool = True) -> SetText:
        """The words of a mark or a note."""
        return self._set(text, self.label_size, width or self.words_width, bold=bold, tight=True)

    def heading(self, text: str, size: float, *, width: float = 0.0) -> SetText:
        """A title."""
        return self._set(text, size, width or self.width, bold=True, tight=True)

    def picture(self, refs: tuple[PictureRef, ...]) -> Shown | None:
        """The first of the pictures that can be printed, if the person wants pictures."""
        if not self.with_pictures:
            return None
        return next((shown for ref in refs if (shown := self.pictures.find(ref))), None)

    def said(self, refs: tuple[PictureRef, ...]) -> Shown | None:
        """Of the pictures of something in the plan the first that is wanted and can be printed."""
        if self.mode == "photo":
            refs = tuple(ref for ref in refs if is_photo(ref))
        return self.picture(refs)

    def keys(self, statement: Statement) -> tuple[KeyShown, ...]:
        """The pictures of a sentence with their words, where its person likes them so."""
        keys = as_read(
            shown(statement, self.mode), statement, right_to_left=self.words.right_to_left
        )
        side = min(self.picture_side, (self.width - 2 * GUTTER) / MOST_KEY_WORDS)
        found = (
            (self.pictures.find(key.picture), caption(key, self.words)) for key in keys if key.word
        )
        return tuple(
            KeyShown(picture=each, word=self.label(word, width=side), side=side)
            for each, word in found
            if each is not None
        )

    def face(self, photo: PictureRef | None, *, called: str) -> Shown | None:
        """The photo of somebody, if there is one: read out as who they are."""
        shown = self.pictures.find(photo) if photo else None
        return shown.called(called) if shown else None

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
                lang=set_as(self.words, lang),
                rtl=self.words.right_to_left,
                by_sentence=by_sentence,
                tight=tight,
            ),
        )
