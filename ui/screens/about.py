"""About the program: its version, its licence, and everybody whose work is in it."""

from typing import Any

from app import __version__, parts
from app.parts import ProgramPart
from ui.context import Context
from ui.parts.pressable import Pressable
from ui.parts.refs import BY_LAW
from ui.screens.help import ABOUT_IT
from ui.screens.helping import HelpingScreen
from ui.screens.licences import LICENCES


class AboutScreen(HelpingScreen):
    """A list to read."""

    title = ABOUT_IT

    def __init__(self, ctx: Context, *, behind: dict[str, Any], asked_on: str = "") -> None:
        super().__init__(ctx, behind=behind, asked_on=asked_on)
        page, said = self.page, self.help.said
        page.say(f"Alongside {__version__}", "question")
        page.take_keys(ctx.t(ABOUT_IT))
        self.say_which_language()
        self.say_in(said.about)
        self.say_in(said.source)
        texts = Pressable(ctx, ctx.t(LICENCES), picture=BY_LAW, size="button")
        texts.setObjectName("licences")
        texts.clicked.connect(lambda: self.on("licences"))
        page.begin_row(same=False)
        page.put(texts)
        self.say_in(said.parts, "label")
        ctx.desk.do(_all_parts, owner=self, then=self._show)

    def _show(self, found: tuple[ProgramPart, ...]) -> None:
        for part in found:
            named = f"{part.name} {part.version}".strip()
            told = self.ctx.words.beside((named, part.licence, part.site))
            self.say_in(told, "label", bold=False)
        self.show_page(self.page)


def _all_parts() -> tuple[ProgramPart, ...]:
    """What people see and hear comes first, then libraries, each by its name."""
    every = (*parts.bundled(), *parts.packages(), parts.python())
    return tuple(sorted(every, key=lambda part: (part.kind, part.name.casefold())))
