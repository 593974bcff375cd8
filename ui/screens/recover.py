"""I forgot my PIN: the recovery sheet opens the notebook and sets a new PIN or passphrase."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model import text
from app.model.errors import AlongsideError, BadSecretError
from app.model.wording import N_
from ui.context import Context
from ui.parts.column import Column
from ui.parts.deeds import main_deed
from ui.parts.fields import Field, keep_unsaid
from ui.parts.flow import Flow
from ui.parts.newsecret import NewSecret
from ui.parts.refs import KEY
from ui.parts.words import Words
from ui.screens.base import Frame, Readable, Route, StillScreen


class RecoverScreen(StillScreen):
    """The groups of the sheet, a name, and the new PIN or passphrase twice.

    Signals:
        opened: the notebook is open.

    """

    opened = Signal(object)

    def __init__(self, ctx: Context, *, path: Path) -> None:
        super().__init__(ctx)
        self._path = path
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column(ctx, margins=(40, 12, 40, 8), gap=2)
        outer.addWidget(column)
        title = Words(ctx, ctx.t(N_("Open it with the recovery sheet")), size="title")
        column.add(title)
        self._sheet = Field(ctx, ctx.t(N_("The letters and digits on your sheet")))
        keep_unsaid(self._sheet.line)
        self._name = Field(ctx, ctx.t(N_("What is your name, as the helper?")))
        self._secret = NewSecret(ctx, ctx.t(N_("How do you want to open it from now on?")))
        for field in (self._sheet, self._name):
            column.add(field)
            field.line.returnPressed.connect(self._open)
        column.add(self._secret)
        self._secret.entered.connect(self._open)
        self._button = main_deed(ctx, "open", ctx.t(N_("Open the notebook")), KEY, self._open)
        row = Flow()
        row.addWidget(self._button)
        column.add_row(row)
        stays = ctx.t(N_("The sheet does not open words that were sealed for you alone."))
        sealed = Words(ctx, stays, size="label", ink="quiet_ink", bold=False)
        column.add(sealed)
        column.fill()
        self._read: list[Readable] = [title, *self._secret.readables, self._button, sealed]

    def frame(self) -> Frame:
        """Back to the PIN."""
        return Frame(
            title=self._path.stem,
            buttons=(self.back_button(Route("unlock", {"path": self._path})), self.hear_button()),
        )

    def readables(self) -> tuple[Readable, ...]:
        """The title, the two kinds and the button."""
        return tuple(self._read)

    def first_focus(self) -> QWidget | None:
        """The place for the sheet's groups."""
        return self._sheet.line

    def _open(self) -> None:
        ctx, house, path = self.ctx, self.ctx.house, self._path
        if not self._button.isEnabled():
            return
        for field in (self._sheet, self._name, self._secret):
            field.tell("")
        sheet = self._sheet.checked(house.check_sheet)
        if sheet is None:
            return
        name = self._name.checked(text.name)
        if name is None:
            return
        secret, kind = self._secret.written(), self._secret.kind
        if secret is None:
            return
        self._button.setEnabled(False)
        ctx.desk.do(
            lambda: house.recover(path, sheet=sheet, worker_name=name, secret=secret, kind=kind),
            owner=self,
            then=self.opened.emit,
            failed=self._refused,
        )

    def _refused(self, error: AlongsideError) -> None:
        self._button.setEnabled(True)
        field = self._secret if isinstance(error, BadSecretError) else self._sheet
        field.tell(error.said(self.ctx.words))
