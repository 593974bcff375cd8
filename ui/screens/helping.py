"""What the pages of help share: the language they are written in, and the ways back."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.model.help import HELP_IN_ENGLISH, NOBODY_CHECKED, HelpBlock
from ui.context import Context
from ui.parts.page import Page
from ui.parts.picture import PictureOnly
from ui.parts.words import Words
from ui.screens.base import Frame, Route
from ui.screens.paged import PageScreen

_PICTURE = 88


class HelpingScreen(PageScreen):
    """A page of help. Its sentences are data, in the person's language if somebody wrote them.

    Args:
        ctx: what every part is handed.
        behind: what the screen was about on which help was asked for; empty where it was none.
        asked_on: the name of that screen.
        back: the way back; to the first page of help if left out.

    Signals:
        carry_on: back to where help was asked for.

    """

    carry_on = Signal()
    title = ""

    def __init__(
        self, ctx: Context, *, behind: dict[str, Any], asked_on: str = "", back: Route | None = None
    ) -> None:
        super().__init__(ctx, Page(ctx, margins=(60, 16, 60, 12), gap=6))
        self.behind, self.asked_on = behind, asked_on
        self.help = ctx.house.help_in(ctx.words.lang)
        self._way_back = back or Route("help", {"behind": behind, "asked_on": asked_on})
        self.words = ctx.house.wording(self.help.lang)

    def frame(self) -> Frame:
        """Back, hear it; and to stop, where there is a person who may want to."""
        stop = (self.help_button(),) if self.behind.get("person") is not None else ()
        return Frame(
            title=self.ctx.t(self.title),
            buttons=(self.back_button(self._way_back), self.hear_button(), *stop),
        )

    def on(self, screen: str, **about: object) -> None:
        """On to another page of help, which knows where we were."""
        self.go.emit(Route(screen, {"behind": self.behind, "asked_on": self.asked_on, **about}))

    def say_in(self, sentence: str, size: str = "sentence", *, bold: bool | None = None) -> Words:
        """Put a sentence of the help on the page, in the language that it is written in."""
        words = Words(self.ctx, sentence, size=size, lang=self.help.lang, bold=bold)
        self.page.add(words, words)
        return words

    def say_which_language(self) -> None:
        """Say so where help is not in the language of the window yet, or nobody checked it."""
        if self.help.lang.partition("-")[0] != self.ctx.words.lang.partition("-")[0]:
            self.page.say(self.ctx.t(HELP_IN_ENGLISH), "label", bold=False)
        elif self.help.is_unchecked():
            self.page.say(self.ctx.t(NOBODY_CHECKED), "label", bold=False)

    def put_block(self, block: HelpBlock, words: str = "") -> None:
        """Put a picture and its sentences on the page; other words where places were filled."""
        said = Words(self.ctx, words or block.words, size="sentence", lang=self.help.lang)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.ctx.look.shape.gap)
        if (picture := self.ctx.shows(block.picture)) is not None:
            row.addWidget(PictureOnly(self.ctx, picture, _PICTURE))
        row.addWidget(said, 1)
        self.page.add(holder, said)
