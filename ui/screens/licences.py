"""The licences of what the program is made with: a list of them, and each word for word."""

import functools
from typing import Any

from app import licences
from app.licences import LicenceText
from app.model.wording import N_
from ui.context import Context
from ui.parts.pressable import Pressable
from ui.parts.words import Words
from ui.screens.base import Route
from ui.screens.helping import HelpingScreen

LICENCES = N_("The licences, word for word")
_LANG = "en-GB"


class LicencesScreen(HelpingScreen):
    """Which there are."""

    title = LICENCES

    def __init__(self, ctx: Context, *, behind: dict[str, Any], asked_on: str = "") -> None:
        back = Route("about", {"behind": behind, "asked_on": asked_on})
        super().__init__(ctx, behind=behind, asked_on=asked_on, back=back)
        self.page.say(ctx.t(LICENCES), "question")
        self.page.take_keys(ctx.t(LICENCES))
        ctx.desk.do(licences.texts, owner=self, then=self._show)

    def _show(self, found: tuple[LicenceText, ...]) -> None:
        self.page.begin_row(same=False)
        for each in found:
            card = Pressable(self.ctx, each.name, size="note", lang=_LANG)
            card.setObjectName(f"licence-{each.name}")
            card.clicked.connect(functools.partial(self.on, "licence", name=each.name))
            self.page.put(card)
        self.show_page(self.page)


class LicenceScreen(HelpingScreen):
    """One of them, in the language that it was written in."""

    title = LICENCES

    def __init__(
        self, ctx: Context, *, name: str, behind: dict[str, Any], asked_on: str = ""
    ) -> None:
        back = Route("licences", {"behind": behind, "asked_on": asked_on})
        super().__init__(ctx, behind=behind, asked_on=asked_on, back=back)
        title = Words(ctx, name, size="question", lang=_LANG)
        self.page.add(title, title)
        self.page.take_keys(name)
        ctx.desk.do(lambda: _paragraphs(name), owner=self, then=self._show)

    def _show(self, paragraphs: tuple[str, ...]) -> None:
        for each in paragraphs:
            said = Words(self.ctx, each, size="note", lang=_LANG, bold=False)
            self.page.add(said, said)
        self.show_page(self.page)


def _paragraphs(name: str) -> tuple[str, ...]:
    return next(each.paragraphs() for each in licences.texts() if each.name == name)
