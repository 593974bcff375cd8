"""Starting a new notebook: a name, who keeps it, and the key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model import text
from app.model.errors import AlongsideError, BadSecretError
from app.model.wording import N_
from ui.context import Context
from ui.parts.column import Column
from ui.parts.deeds import main_deed
from ui.parts.fields import Field, beside
from ui.parts.flow import Flow
from ui.parts.newsecret import NewSecret
from ui.parts.refs import NOTEBOOK
from ui.parts.words import Words
from ui.screens.base import Frame, Readable, Route, StillScreen


class NewScreen(StillScreen):
    """A short form for the helper.

    Signals:
        made: the notebook is made and open.

    """

    made = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column(ctx, margins=(40, 20, 40, 12), gap=4)
        outer.addWidget(column)
        title = Words(ctx, ctx.t(N_("Start a new notebook")), size="title")
        column.add(title)
        self._name = Field(
            ctx, ctx.t(N_("What shall the notebook be called?")), text=ctx.t(N_("Our notebook"))
        )
        self._worker = Field(ctx, ctx.t(N_("What is your name, as the helper?")))
        column.add_row(beside(ctx, self._name, self._worker))
        self._secret = NewSecret(ctx, ctx.t(N_("How do you want to open it?")))
        column.add(self._secret)
        warning = Words(
            ctx,
            ctx.t(N_("Keep it safe, and tell nobody.")),
            size="label",
            bold=False,
        )
        column.add(warning)
        make = main_deed(ctx, "make", ctx.t(N_("Make the notebook")), NOTEBOOK, self._make)
        self._make_button = make
        end = Flow(gap=0)
        end.addWidget(make)
        column.add_row(end)
        column.fill()
        self._read: list[Readable] = [title, *self._secret.readables, warning, make]
        for field in (self._name, self._worker):
            field.line.returnPressed.connect(self._make)
        self._secret.entered.connect(self._make)

    def frame(self) -> Frame:
        """Back to the first screen."""
        return Frame(
            title="Alongside", buttons=(self.back_button(Route("welcome")), self.hear_button())
        )

    def readables(self) -> tuple[Readable, ...]:
        """The questions."""
        return tuple(self._read)

    def first_focus(self) -> QWidget | None:
        """The first line."""
        return self._name.line

    def _make(self) -> None:
        if not self._make_button.isEnabled():
            return
        ctx, house = self.ctx, self.ctx.house
        for field in (self._name, self._worker, self._secret):
            field.tell("")
        name = self._name.checked(text.name)
        if name is None:
            return
        worker = self._worker.checked(text.name)
        if worker is None:
            return
        secret, kind = self._secret.written(), self._secret.kind
        if secret is None:
            return
        self._make_button.setEnabled(False)
        ctx.desk.do(
            lambda: house.create_notebook(
                house.notebook_path(name), worker_name=worker, secret=secret, kind=kind
            ),
            owner=self,
            then=self.made.emit,
            failed=self._refused,
        )

    def _refused(self, error: AlongsideError) -> None:
        self._make_button.setEnabled(True)
        field = self._secret if isinstance(error, BadSecretError) else self._name
        field.tell(error.said(self.ctx.words))
