"""What whoever sets a document is handed: its contents, its language, and what to set it with."""

import dataclasses
import datetime
from collections.abc import Callable, Sequence
from textwrap import shorten

from app.model.contents import Contents
from app.model.documents.kind import PaperSize
from app.model.look import Look
from app.model.pictures import PictureSource
from app.model.wording import N_, Wording
from app.paper.desk import SMALLEST, no_pause
from app.paper.ends import HardWord
from app.paper.press import Press
from app.paper.text.fonts import FontBook
from app.paper.text.layout import SetText

_LONGEST_NAME = 40


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One document to be set.

    Attributes:
        second_lang: the tag of another language in which its sentences stand below.
        called: what kind of reading it is (easy-read rule L24); or nothing.
        lacking: that sentences are not in a language of the copy, a line for each language.
        hard_words: those that stand in it, to be explained on the last page.
        pause: called between its sentences and between its pages; what it raises ends the making.

    """

    contents: Contents
    made_on: datetime.date
    words: Wording
    look: Look
    fonts: FontBook
    pictures: PictureSource
    paper: PaperSize = "A4"
    second_lang: str = ""
    called: str = ""
    lacking: Sequence[str] = ()
    hard_words: Sequence[HardWord] = ()
    pause: Callable[[], None] = no_pause

    @property
    def name(self) -> str:
        """The person's."""
        return self.contents.plan.person.body.preferred_name

    def press(self, title: str, *, size: float = 0.0, least: float = SMALLEST) -> Press:
        """A press for a document of this title.

        ``size`` is of its body text, and nothing is smaller than ``least``, in points.
        """
        return Press(
            self.contents.plan.person.body,
            title=title,
            made_on=self.made_on,
            words=self.words,
            look=self.look,
            fonts=self.fonts,
            pictures=self.pictures,
            paper=self.paper,
            size=size,
            second_lang=self.second_lang,
            least=least,
            pause=self.pause,
        )

    def footer(self, press: Press, *more: str) -> tuple[SetText, ...]:
        """Whose it is, for whom this copy is, and when it was made: the same on every page."""
        t = self.words.t
        whose = N_("{name} · this copy is for {reader}")
        names = {"name": _short(self.name), "reader": _short(self.contents.reader)}
        return press.footer(
            t(whose, **names),
            t(N_("Made on {day}"), day=self.words.date(self.made_on)),
            *more,
        )


def _short(name: str) -> str:
    """A name that leaves room on the page: it stands in full at the beginning."""
    return shorten(name, _LONGEST_NAME, placeholder=" …")
