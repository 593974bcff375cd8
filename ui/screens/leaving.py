"""Leaving the notebook: a backup is made first, where there is a folder for one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.model.errors import AlongsideError
from app.model.wording import N_
from ui.context import Context
from ui.parts.pressable import Pressable
from ui.parts.progress import Progress
from ui.parts.refs import NOTEBOOK, OUT, SAVE
from ui.screens.base import Frame
from ui.screens.paged import StillPageScreen


class LeavingScreen(StillPageScreen):
    """How far the backup is; it can be left without one at any moment.

    Signals:
        stayed: the notebook is to stay open after all.
        gone: the backup is made, or is not wanted: the notebook can be closed.

    """

    gone = Signal()
    stayed = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._progress: Progress | None = None
        self._begin()

    def frame(self) -> Frame:
        """Only "Hear it": the ways on are on the screen."""
        return Frame(title=self.ctx.open_notebook.path.stem, buttons=(self.hear_button(),))

    def first_focus(self) -> QWidget | None:
        """What is offered first."""
        return self.findChild(Pressable)

    def leave(self) -> None:
        """Nobody waits for the backup any more; nothing is left of half of one."""
        if self._progress is not None:
            self._progress.stop()

    def _begin(self) -> None:
        ctx, page = self.ctx, self.page
        house, notebook = ctx.house, ctx.open_notebook
        page.begin_anew()
        page.say(ctx.t(N_("A backup is being made")), "question")
        page.say(ctx.t(N_("Then the notebook is closed.")))
        self._progress = progress = Progress(ctx)
        page.add(progress)
        page.fill()
        self.framed.emit()
        ctx.desk.do(
            lambda: house.backup(notebook, progress=progress.told),
            owner=self,
            then=lambda _: self.gone.emit(),
            failed=self._failed,
            stopped=self.gone.emit,
        )

    def _failed(self, error: AlongsideError) -> None:
        ctx, page = self.ctx, self.page
        self._progress = None
        page.begin_anew()
        page.say(ctx.t(N_("The backup could not be made")), "question")
        page.say(error.said(ctx.words))
        page.card("again", ctx.t(N_("Try again")), SAVE, self._begin)
        page.card("without", ctx.t(N_("Leave without a backup")), OUT, self.gone.emit)
        page.card("stay", ctx.t(N_("Stay here")), NOTEBOOK, self.stayed.emit)
        page.fill()
        self.framed.emit()
