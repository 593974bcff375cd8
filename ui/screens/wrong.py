"""Say what went wrong: the report is seen in full before it is saved, and nothing sends it."""

import platform
from pathlib import Path
from typing import Any

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from app.model.event import Event
from app.model.wording import N_
from app.usecases import events
from app.wrong_report import WhereItRuns, with_own_words, wrong_report
from ui.context import Context
from ui.parts import choosing
from ui.parts.deeds import main_deed
from ui.parts.refs import SAVE
from ui.parts.words import Words
from ui.screens.help import WRONG_REPORT
from ui.screens.helping import HelpingScreen

_LATEST = 500
"""Lines of the list of what was done that are counted."""
_REPORT_LANG = "en-GB"


class WrongScreen(HelpingScreen):
    """The report, word for word, a place to add to it, and one button to save it."""

    title = WRONG_REPORT

    def __init__(self, ctx: Context, *, behind: dict[str, Any], asked_on: str = "") -> None:
        super().__init__(ctx, behind=behind, asked_on=asked_on)
        self.report = ""
        self._own = QPlainTextEdit()
        notebook = ctx.notebook

        def done() -> tuple[Event, ...]:
            return events.read(notebook, latest=_LATEST) if notebook is not None else ()

        ctx.desk.do(done, owner=self, then=self._show)

    def _show(self, done: tuple[Event, ...]) -> None:
        ctx, page = self.ctx, self.page
        self.report = wrong_report(
            where=self._where(),
            settings=ctx.settings,
            mishaps=ctx.house.mishaps.latest,
            done=done,
            at=ctx.now(),
            cut_off=ctx.house.runs.cut_off,
        )
        page.say(ctx.t(WRONG_REPORT), "question")
        self.say_which_language()
        self.say_in(self.help.said.report)
        self._put_place_for_own_words()
        words = ctx.t(N_("Save the report"))
        save = main_deed(ctx, "save-report", words, SAVE, self._save)
        page.put(save)
        for part in self.report.rstrip("\n").split("\n\n"):
            for at, line in enumerate(part.split("\n")):
                said = Words(ctx, line, size="note", lang=_REPORT_LANG, bold=not at)
                page.add(said, said)
        self.show_page(save)

    def _put_place_for_own_words(self) -> None:
        asked = self.ctx.t(N_("You can write what happened. Please leave names out."))
        self.page.say(asked, "label")
        self._own.setObjectName("own-words")
        self._own.setFont(self.ctx.look.font("sentence"))
        self._own.setTabChangesFocus(True)
        self._own.setAccessibleName(asked)
        self._own.setFixedHeight(self.ctx.look.size("sentence") * 4)
        self.page.add(self._own)

    def _where(self) -> WhereItRuns:
        """The program's own names and numbers; not what the computer or its screens are called."""
        window, screens = self.window().size(), QGuiApplication.screens()
        sizes = (
            f"{each.size().width()}x{each.size().height()} at {each.devicePixelRatio():g}"
            for each in screens
        )
        return WhereItRuns(
            screen=self.asked_on,
            lang=self.ctx.words.lang,
            facts={
                "Qt": qVersion(),
                "Drawn by": QGuiApplication.platformName(),
                "C library": " ".join(platform.libc_ver()).strip(),
                "Screens": ", ".join(sizes),
                "Window": f"{window.width()}x{window.height()}",
            },
        )

    def _save(self) -> None:
        ctx, data = self.ctx, with_own_words(self.report, self._own.toPlainText()).encode()

        def save(place: Path) -> Path:
            from app.usecases import printing  # noqa: PLC0415 - loads on use

            printing.write_file(place, data)
            return place

        def saved(file: Path) -> None:
            self.told.emit(ctx.t(N_("Saved as {file}."), file=file))

        choosing.save_place(
            ctx,
            self,
            ctx.t(N_("Save the report")),
            name=ctx.t(WRONG_REPORT),
            end=".txt",
            then=lambda place: ctx.desk.do(lambda: save(place), owner=self, then=saved),
        )
