"""Help: a few words about the screen it was asked for on, and the ways to everything else."""

from typing import Any

from PySide6.QtWidgets import QWidget

from app.model.wording import N_
from ui.context import Context
from ui.parts.bars import BACK, Button
from ui.parts.pressable import Pressable
from ui.parts.refs import ABOUT, NOTEBOOK, PERSON, STAFF, WRONG
from ui.screens.base import Frame
from ui.screens.helping import HelpingScreen

HOW = N_("How this works")
FOR_PERSON = N_("Guide for the person")
FOR_KEYWORKER = N_("Guide for the keyworker")
KEPT = N_("Where your words are kept")
WRONG_REPORT = N_("Say what went wrong")
ABOUT_IT = N_("About Alongside")


class HelpScreen(HelpingScreen):
    """The first page of help."""

    title = HOW

    def __init__(self, ctx: Context, *, behind: dict[str, Any], asked_on: str = "") -> None:
        super().__init__(ctx, behind=behind, asked_on=asked_on)
        page = self.page
        page.say(ctx.t(HOW), "question")
        self.say_which_language()
        if about := self.help.screens.get(asked_on):
            self.say_in(about)
        page.card("guide-person", ctx.t(FOR_PERSON), PERSON, lambda: self._guide("person"))
        page.card("guide-keyworker", ctx.t(FOR_KEYWORKER), STAFF, lambda: self._guide("keyworker"))
        page.card("kept", ctx.t(KEPT), NOTEBOOK, lambda: self.on("kept"))
        page.card("wrong", ctx.t(WRONG_REPORT), WRONG, lambda: self.on("wrong"))
        page.card("about", ctx.t(ABOUT_IT), ABOUT, lambda: self.on("about"))
        self.show_page()

    def frame(self) -> Frame:
        """Back to where help was asked for."""
        back = Button(
            name="back", words=self.ctx.t(N_("Back")), picture=BACK, press=self.carry_on.emit
        )
        frame = super().frame()
        others = (each for each in frame.buttons if each.name != "back")
        return Frame(title=frame.title, buttons=(back, *others))

    def first_focus(self) -> QWidget | None:
        """The guide for the person."""
        return self.findChild(Pressable, "guide-person")

    def _guide(self, name: str) -> None:
        self.on("picture_guide", guide=name)
