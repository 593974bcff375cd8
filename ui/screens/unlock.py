"""Opening a notebook with its PIN or passphrase."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.errors import AlongsideError, OpenElsewhereError
from app.model.wording import N_
from ui.context import Context
from ui.parts.column import Column
from ui.parts.deeds import main_deed
from ui.parts.fields import Field
from ui.parts.flow import Flow
from ui.parts.languages import language_row
from ui.parts.pressable import Pressable
from ui.parts.refs import KEY
from ui.parts.words import Words
from ui.screens.base import LOCKED, Frame, Readable, Route, StillScreen, Why


class UnlockScreen(StillScreen):
    """The name of the notebook and a place for the PIN. Nothing of what is in it is seen.

    Between two people this is the screen on which the laptop is handed over.

    Signals:
        opened: the notebook is open.
        language_chosen: another language for the window.

    """

    opened = Signal(object)
    language_chosen = Signal(str)

    def __init__(self, ctx: Context, *, path: Path, why: Why = "") -> None:
        super().__init__(ctx)
        self._path = path
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column(ctx, margins=(40, 40, 40, 16), gap=8)
        outer.addWidget(column)
        handed_over = ctx.t(N_("Time for the next person"))
        title = handed_over if why == "handed_over" else path.stem
        self._told = [Words(ctx, title, size="question")]
        self._told += [Words(ctx, ctx.t(each), size="sentence") for each in LOCKED[why]]
        for words in self._told:
            column.add(words)
        self._secret = Field(ctx, ctx.t(N_("Your PIN or passphrase")), secret=True)
        self._secret.line.returnPressed.connect(self._button_pressed)
        column.add(self._secret)
        self._button = main_deed(
            ctx, "open", ctx.t(N_("Open the notebook")), KEY, self._button_pressed
        )
        row = Flow(gap=0)
        row.addWidget(self._button)
        self._forgot = self._extra("forgot", ctx.t(N_("I forgot my PIN")), self._recover)
        row.addWidget(self._forgot)
        self._look = self._extra("read-only", ctx.t(N_("Open it only to read")), self._look_only)
        self._look.hide()
        row.addWidget(self._look)
        column.add_row(row)
        column.fill()
        column.add_row(language_row(ctx, self.language_chosen.emit))

    def frame(self) -> Frame:
        """Back to the first screen."""
        return Frame(
            title="Alongside", buttons=(self.back_button(Route("welcome")), self.hear_button())
        )

    def readables(self) -> tuple[Readable, ...]:
        """What is said, and the button."""
        return (*self._told, self._button)

    def first_focus(self) -> QWidget | None:
        """The place for the PIN."""
        return self._secret.line

    def _extra(self, name: str, words: str, press: Callable[[], None]) -> Pressable:
        button = Pressable(self.ctx, words, size="button", bold=False)
        button.setObjectName(name)
        button.clicked.connect(press)
        return button

    def _button_pressed(self) -> None:
        self._open()

    def _recover(self) -> None:
        self.go.emit(Route("recover", {"path": self._path}))

    def _look_only(self) -> None:
        self._open(read_only=True)

    def _open(self, *, read_only: bool = False) -> None:
        if not self._button.isEnabled():
            return
        secret, path, house = self._secret.text, self._path, self.ctx.house
        self._secret.tell("")
        self._button.setEnabled(False)
        self.ctx.desk.do(
            lambda: house.open_notebook(path, secret=secret, read_only=read_only),
            owner=self,
            then=self.opened.emit,
            failed=self._refused,
        )

    def _refused(self, error: AlongsideError) -> None:
        self._button.setEnabled(True)
        if isinstance(error, OpenElsewhereError):
            self._look.show()
        else:
            self._secret.line.clear()
        self._secret.tell(error.said(self.ctx.words))
