"""I forgot my PIN: the recovery sheet opens the notebook and sets a new one."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model import text
from app.model.errors import AlongsideError
from app.model.wording import N_
from ui.context import Context
from ui.parts.column import Column
from ui.parts.deeds import main_deed
from ui.parts.fields import Field
from ui.parts.flow import Flow
from ui.parts.refs import KEY
from ui.parts.words import Words
from ui.screens.base import Frame, Readable, Route, StillScreen


class RecoverScreen(StillScreen):
    """The groups of the sheet, a name, and the new PIN twice.

    Signals:
        opened: the notebook is open.

    """

    opened = Signal(object)

    def __init__(self, ctx: Context, *, path: Path) -> None:
        super().__init__(ctx)
        self._path = path
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column(ctx, margins=(40, 20, 40, 16), gap=4)
        outer.addWidget(column)
        title = Words(ctx, ctx.t(N_("Open it with the recovery sheet")), size="title")
        column.add(title)
        self._sheet = Field(ctx, ctx.t(N_("The letters and digits on your sheet")))
        self._name = Field(ctx, ctx.t(N_("What is your name, as the helper?")))
        self._secret = Field(ctx, ctx.t(N_("Your new PIN: 4 to 12 digits")), secret=True)
        self._again = Field(ctx, ctx.t(N_("Write it once more")), secret=True)
        for field in (self._sheet, self._name, self._secret, self._again):
            column.add(field)
            field.line.returnPressed.connect(self._open)
        self._button = main_deed(ctx, "open", ctx.t(N_("Open the notebook")), KEY, self._open)
        row = Flow()
        row.addWidget(self._button)
        column.add_row(row)
        column.fill()
        self._read: list[Readable] = [title, self._button]

    def frame(self) -> Frame:
        """Back to the PIN."""
        return Frame(
            title=self._path.stem,
            first=(self.back_button(Route("unlock", {"path": self._path})), self.hear_button()),
        )

    def readables(self) -> tuple[Readable, ...]:
        """The title and the button."""
        return tuple(self._read)

    def first_focus(self) -> QWidget | None:
        """The place for the sheet's groups."""
        return self._sheet.line

    def _open(self) -> None:
        ctx, house, path = self.ctx, self.ctx.house, self._path
        if not self._button.isEnabled():
            return
        for field in (self._sheet, self._name, self._secret, self._again):
            field.tell("")
        name = self._name.checked(text.name)
        if name is None:
            return
        if self._secret.text != self._again.text:
            self._again.tell(ctx.t(N_("The two are not the same. Please write it once more.")))
            return
        sheet, secret = self._sheet.text, self._secret.text
        self._button.setEnabled(False)
        ctx.desk.do(
            lambda: house.recover(path, sheet=sheet, worker_name=name, secret=secret, kind="pin"),
            owner=self,
            then=self.opened.emit,
            failed=self._refused,
        )

    def _refused(self, error: AlongsideError) -> None:
        self._button.setEnabled(True)
        self._again.tell(error.said(self.ctx.words))
