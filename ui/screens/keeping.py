"""Keeping the notebook: backups, the recovery sheet, who holds a key, what was done, pictures."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.model.errors import AlongsideError
from app.model.wording import N_
from ui.context import Context
from ui.parts import choosing
from ui.parts.pressable import Pressable
from ui.parts.progress import Progress
from ui.parts.refs import (
    BACKUP,
    CALENDAR,
    COPY,
    HISTORY,
    KEY,
    LANGUAGES,
    NOTEBOOK,
    OPEN,
    PICTURE,
    SAVE,
)  # fmt: skip
from ui.screens.base import Frame, Route
from ui.screens.confirm import behind_pin
from ui.screens.paged import StillPageScreen


def backup_told(ctx: Context) -> str:
    """When the last good backup was made, in plain words."""
    last = ctx.house.last_backup(ctx.open_notebook.path)
    if last is None:
        return ctx.t(N_("There is no backup of this notebook yet."))
    return ctx.t(N_("Last backup: {day}"), day=ctx.words.date(last.astimezone().date()))


class KeepingScreen(StillPageScreen):
    """For helpers: what keeps years of words from being lost, and from the wrong eyes."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._progress: Progress | None = None
        self._show()

    def frame(self) -> Frame:
        """Back to the people."""
        return Frame(
            title=self.ctx.open_notebook.path.stem,
            buttons=(self.back_button(Route("people")), self.hear_button()),
        )

    def leave(self) -> None:
        """Stop a backup that nobody waits for any more; nothing is left of half of one."""
        if self._progress is not None:
            self._progress.stop()

    def first_focus(self) -> QWidget | None:
        """The backup."""
        return self.findChild(Pressable, "backup")

    def _show(self) -> None:
        ctx, page = self.ctx, self.page
        self._progress = None
        page.begin_anew()
        folder = ctx.house.backup_folder()
        page.say(ctx.t(N_("Keep the notebook safe")), "title")
        page.say(backup_told(ctx))
        if folder is not None:
            page.say(ctx.t(N_("Backups go to {folder}."), folder=folder), "label")
        page.card("backup", ctx.t(N_("Make a backup now")), SAVE, self._backup)
        page.card("folder", ctx.t(N_("Choose where backups go")), OPEN, self._choose_folder)
        page.card("sheet", ctx.t(N_("Recovery sheet")), COPY, lambda: self._behind_pin("sheet"))
        who = ctx.t(N_("Who can open this notebook"))
        page.card("workers", who, KEY, lambda: self._behind_pin("workers"))
        page.card("doings", ctx.t(N_("What was done")), HISTORY, lambda: self._to("doings"))
        after = ctx.t(N_("After somebody moved on"))
        page.card("retention", after, CALENDAR, lambda: self._to("retention"))
        sets = ctx.t(N_("Picture sets"))
        page.card("picture-sets", sets, PICTURE, lambda: self._to("picture_sets"))
        translators = ctx.t(N_("Translators"))
        page.card("translators", translators, LANGUAGES, lambda: self._to("translators"))
        where = Route("kept", {"behind": {}, "back": Route("keeping")})
        kept = ctx.t(N_("Where your words are kept"))
        page.card("kept", kept, NOTEBOOK, lambda: self.go.emit(where))
        notebook = ctx.open_notebook
        if not (notebook.example or notebook.read_only):
            take_back = ctx.t(N_("Take somebody back from a backup"))
            page.card("take-back", take_back, BACKUP, self._take_back)
        self.page.fill()
        self.framed.emit()

    def _to(self, screen: str) -> None:
        self.go.emit(Route(screen))

    def _behind_pin(self, screen: str) -> None:
        self.go.emit(behind_pin(self.ctx, Route(screen), back=Route("keeping")))

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
        self._progress = progress = Progress(self.ctx)
        self.page.begin_anew()
        self.page.say(self.ctx.t(N_("A backup is being made")), "title")
        self.page.add(progress)
        self.page.fill()
        self.framed.emit()
        self.ctx.desk.do(
            lambda: house.backup(notebook, progress=progress.told),
            owner=self,
            then=lambda made: self._made(made.file),
            failed=self._refused,
            stopped=self._show,
        )

    def _refused(self, error: AlongsideError) -> None:
        self._show()
        self.told.emit(error.said(self.ctx.words))

    def _made(self, file: Path) -> None:
        self._show()
        self.told.emit(
            self.ctx.t(
                N_("The backup is made and was read back. It is in {folder}."), folder=file.parent
            )
        )
