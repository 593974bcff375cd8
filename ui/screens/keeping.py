"""Keeping the notebook safe: backups, the recovery sheet, who holds a key, what was done."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.ids import PictureRef
from app.model.wording import N_
from ui.context import Context
from ui.parts import choosing
from ui.parts.column import Column, clear
from ui.parts.deeds import deed_card
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import BACKUP, CALENDAR, COPY, HISTORY, KEY, OPEN, SAVE
from ui.parts.words import Words
from ui.screens.base import Frame, Readable, Route, StillScreen


def backup_told(ctx: Context) -> str:
    """When the last good backup was made, in plain words."""
    last = ctx.house.last_backup(ctx.open_notebook.path)
    if last is None:
        return ctx.t(N_("There is no backup of this notebook yet."))
    return ctx.t(N_("Last backup: {day}"), day=ctx.words.date(last.astimezone().date()))


class KeepingScreen(StillScreen):
    """For helpers: what keeps years of words from being lost, and from the wrong eyes."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._column = Column(ctx, margins=(40, 20, 40, 16), gap=8)
        outer.addWidget(self._column)
        self._read: list[Readable] = []
        self._show()

    def frame(self) -> Frame:
        """Back to the people."""
        return Frame(
            title=self.ctx.open_notebook.path.stem,
            first=(self.back_button(Route("people")), self.hear_button()),
        )

    def readables(self) -> tuple[Readable, ...]:
        """What stands here."""
        return tuple(self._read)

    def first_focus(self) -> QWidget | None:
        """The backup."""
        return self.findChild(Pressable, "backup")

    def _show(self) -> None:
        ctx = self.ctx
        clear(self._column.column)
        self._read = []
        folder = ctx.house.backup_folder()
        self._say(ctx.t(N_("Keep the notebook safe")), "title")
        self._say(backup_told(ctx), "sentence")
        if folder is not None:
            self._say(ctx.t(N_("Backups go to {folder}."), folder=folder), "label")
        row = Flow(gap=6, same=True)
        self._card(row, "backup", ctx.t(N_("Make a backup now")), SAVE, self._backup)
        self._card(row, "folder", ctx.t(N_("Choose where backups go")), OPEN, self._choose_folder)
        self._card(row, "sheet", ctx.t(N_("Recovery sheet")), COPY, lambda: self._to("sheet"))
        who = ctx.t(N_("Who can open this notebook"))
        self._card(row, "workers", who, KEY, lambda: self._to("workers"))
        self._card(row, "doings", ctx.t(N_("What was done")), HISTORY, lambda: self._to("doings"))
        after = ctx.t(N_("After somebody moved on"))
        self._card(row, "retention", after, CALENDAR, lambda: self._to("retention"))
        notebook = ctx.open_notebook
        if not (notebook.example or notebook.read_only):
            take_back = ctx.t(N_("Take somebody back from a backup"))
            self._card(row, "take-back", take_back, BACKUP, self._take_back)
        self._column.add_row(row)
        self._column.fill()

    def _say(self, sentence: str, size: str) -> None:
        words = Words(self.ctx, sentence, size=size)
        self._read.append(words)
        self._column.add(words)

    def _card(
        self, row: Flow, name: str, words: str, picture: PictureRef, press: Callable[[], None]
    ) -> None:
        card = deed_card(self.ctx, name, words, picture, press)
        self._read.append(card)
        row.addWidget(card)

    def _to(self, screen: str) -> None:
        self.go.emit(Route(screen))

    def _choose_folder(self) -> None:
        self._ask_for_folder(self._show)

    def _ask_for_folder(self, then: Callable[[], None]) -> None:
        def chosen(folder: Path) -> None:
            self.ctx.house.set_backup_folder(folder)
            then()

        choosing.choose_folder(
            self.ctx,
            self,
            self.ctx.t(N_("Choose where backups go")),
            start=self.ctx.house.backup_folder(),
            then=chosen,
        )

    def _take_back(self) -> None:
        choosing.choose_backup(
            self.ctx, self, lambda file: self.go.emit(Route("take_back", {"file": file}))
        )

    def _backup(self) -> None:
        if self.ctx.house.backup_folder() is None:
            self._ask_for_folder(self._backup)
            return
        house, notebook = self.ctx.house, self.ctx.open_notebook
        self.ctx.desk.do(
            lambda: house.backup(notebook), owner=self, then=lambda made: self._made(made.file)
        )

    def _made(self, file: Path) -> None:
        self._show()
        self.told.emit(
            self.ctx.t(
                N_("The backup is made and was read back. It is in {folder}."), folder=file.parent
            )
        )
