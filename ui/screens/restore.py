"""A backup: make a notebook of it, or only look into it."""

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.model.wording import N_
from ui.context import Context
from ui.parts.backup_door import Deed
from ui.parts.refs import LOOK, NOTEBOOK
from ui.screens.base import LOCKED, Frame, Route, Why
from ui.screens.from_backup import FromBackupScreen

if TYPE_CHECKING:
    from app.store.notebook import NotebookFile


class RestoreScreen(FromBackupScreen):
    """The day of the backup, a place for its key, and the two deeds.

    Signals:
        opened: a notebook was made and is open, or the backup is open to read only.

    """

    name = "restore"
    opened = Signal(object)

    def __init__(self, ctx: Context, *, file: Path, why: Why = "") -> None:
        self._why = why
        super().__init__(ctx, file=file)

    def frame(self) -> Frame:
        """Back to the first screen."""
        return Frame(
            title=self.ctx.t(N_("From a backup")),
            buttons=(self.back_button(Route("welcome")), self.hear_button()),
        )

    def explanation(self) -> str:
        """Nothing that is there is touched."""
        told = LOCKED[self._why] or (N_("Your notebooks stay as they are."),)
        return " ".join(map(self.ctx.t, told))

    def deeds(self) -> tuple[Deed, ...]:
        """A notebook under a name that is free; or a look that leaves nothing behind."""
        t = self.ctx.t
        look = functools.partial(self.ctx.house.look_into, self.file)
        return (
            Deed("make", t(N_("Make a notebook of it")), NOTEBOOK, self._make),
            Deed("look", t(N_("Only look into it")), LOOK, look),
        )

    def come_in(self, backup: "NotebookFile") -> None:
        """Hand the notebook to the window."""
        made = not backup.read_only
        self.opened.emit(backup)
        if made:
            self.told.emit(
                self.ctx.t(
                    N_("{name} is ready. It opens with what opened it on {day}."),
                    name=backup.path.stem,
                    day=self.day,
                )
            )

    def _make(self, **given: object) -> "NotebookFile":
        house = self.ctx.house
        return house.restore(self.file, house.free_notebook_path(self.notebook_name), **given)
