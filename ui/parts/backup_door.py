"""The key to a backup: the PIN, passphrase or recovery sheet of that day, and what it opens."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.model.errors import AlongsideError, BadBackupError, NewerVersionError
from app.model.ids import PictureRef
from app.model.wording import N_
from ui.context import Context
from ui.parts.deeds import main_deed
from ui.parts.fields import Field, keep_unsaid
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.progress import Progress
from ui.parts.taborder import follow_layout

if TYPE_CHECKING:
    from app.store.notebook import NotebookFile

Kind = Literal["secret", "sheet"]
Open = Callable[..., "NotebookFile"]
"""Opens the backup; takes ``secret`` or ``sheet``, and ``progress``, as the house does."""


class Deed(NamedTuple):
    """One thing that can be done with a backup once its key is there."""

    name: str
    words: str
    picture: PictureRef
    open: Open


class _Attempt:
    """One piece of work, and the notebook that it opened until somebody takes it over."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self._opened: NotebookFile | None = None

    def keep(self, opened: "NotebookFile") -> None:
        self._opened = opened

    def take(self) -> "NotebookFile":
        opened, self._opened = self._opened, None
        assert opened is not None
        return opened

    def close(self) -> None:
        if self._opened is not None:
            self.take().close()


class BackupDoor(QWidget):
    """A place for the key, the deeds under it, and how far the work is while one is done.

    Signals:
        opened: the work is done; carries the notebook, which the receiver has to close.
        unusable: the file itself cannot be used; carries the error.
        stopped: the work was stopped, and nothing is left of it.

    """

    opened = Signal(object)
    unusable = Signal(object)
    stopped = Signal()

    def __init__(self, ctx: Context, *deeds: Deed) -> None:
        super().__init__()
        self.ctx = ctx
        self._kind: Kind = "secret"
        self._attempt: _Attempt | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._form = QWidget()
        inside = QVBoxLayout(self._form)
        inside.setContentsMargins(0, 0, 0, 0)
        kinds = Flow()
        self._kinds: dict[Kind, Pressable] = {}
        self._kind_card(kinds, "secret", ctx.t(N_("I have the PIN or passphrase")))
        self._kind_card(kinds, "sheet", ctx.t(N_("I have the recovery sheet")))
        inside.addLayout(kinds)
        self.key = Field(ctx, "", secret=True)
        self.key.line.returnPressed.connect(lambda: self._try(deeds[0]))
        inside.addWidget(self.key)
        row = Flow()
        for deed in deeds:
            row.addWidget(self._button(deed, main=deed is deeds[0]))
        inside.addLayout(row)
        self._column.addWidget(self._form)
        self._choose_kind("secret")

    def readables(self) -> tuple[Pressable, ...]:
        """What can be pressed."""
        return tuple(self._form.findChildren(Pressable))

    def at_work(self) -> Progress:
        """Show how far the work is, in the place of the form."""
        progress = Progress(self.ctx)
        self._form.hide()
        self._column.addWidget(progress)
        progress.show()
        follow_layout(self)
        progress.button.setFocus()
        return progress

    def leave(self) -> None:
        """Stop what is going on, and close what nobody took over."""
        attempt, self._attempt = self._attempt, None
        if attempt is not None:
            attempt.progress.stop()
            self.ctx.desk.do(attempt.close, owner=self)

    def _button(self, deed: Deed, *, main: bool) -> Pressable:
        ctx = self.ctx
        if main:
            return main_deed(ctx, deed.name, deed.words, deed.picture, lambda: self._try(deed))
        button = Pressable(ctx, deed.words, picture=deed.picture, picture_px=40, size="button")
        button.setObjectName(deed.name)
        button.clicked.connect(lambda: self._try(deed))
        return button

    def _kind_card(self, row: Flow, kind: Kind, words: str) -> None:
        card = Pressable(self.ctx, words, size="choice")
        card.setObjectName(f"with-{kind}")
        card.clicked.connect(lambda: (self._choose_kind(kind), self.key.line.setFocus()))
        self._kinds[kind] = card
        row.addWidget(card)

    def _choose_kind(self, kind: Kind) -> None:
        self._kind = kind
        for each, card in self._kinds.items():
            card.choose(each == kind)
        secret = kind == "secret"
        label = (
            N_("Your PIN or passphrase of that day")
            if secret
            else N_("The letters and digits on the sheet of that day")
        )
        mode = QLineEdit.EchoMode
        self.key.tell("")
        self.key.ask(self.ctx.t(label))
        self.key.line.setEchoMode(mode.Password if secret else mode.Normal)
        keep_unsaid(self.key.line)

    def _try(self, deed: Deed) -> None:
        self.key.tell("")
        if self._attempt is not None:
            return
        if not self.key.text.strip():
            self.key.tell(self.ctx.t(N_("Please write it here first.")))
            return
        given = {self._kind: self.key.text}
        attempt = self._attempt = _Attempt(self.at_work())
        told = attempt.progress.told
        self.ctx.desk.do(
            lambda: attempt.keep(deed.open(**given, progress=told)),
            owner=self,
            then=lambda _: self._done(attempt),
            failed=lambda error: self._failed(attempt, error),
            stopped=lambda: self._was_stopped(attempt),
        )

    def _done(self, attempt: _Attempt) -> None:
        if self._over(attempt):
            self.opened.emit(attempt.take())

    def _was_stopped(self, attempt: _Attempt) -> None:
        if self._over(attempt):
            self.key.line.setFocus()
            self.stopped.emit()

    def _failed(self, attempt: _Attempt, error: AlongsideError) -> None:
        if not self._over(attempt):
            return
        if isinstance(error, BadBackupError | NewerVersionError):
            self.unusable.emit(error)
            return
        if self._kind == "secret":
            self.key.line.clear()
        self.key.tell(error.said(self.ctx.words))

    def _over(self, attempt: _Attempt) -> bool:
        """Show the form again; False if the screen was left meanwhile, and nobody waits for it."""
        if attempt is not self._attempt:
            return False
        self._attempt = None
        attempt.progress.hide()
        attempt.progress.deleteLater()
        self._form.show()
        follow_layout(self)
        return True
