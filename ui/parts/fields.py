"""A line to write into, with its label above it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.model.errors import AlongsideError
from ui.context import Context
from ui.parts.words import Words

_SECRET = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


def keep_unsaid(line: QLineEdit | QPlainTextEdit) -> None:
    """No keyboard on screen remembers what is written there, and no letter of it is said aloud.

    Lines for a PIN are so by themselves.
    """
    line.setInputMethodHints(line.inputMethodHints() | _SECRET)


def is_unsaid(line: QLineEdit | QPlainTextEdit) -> bool:
    """Whether nothing of what is written there may be said aloud."""
    return bool(line.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData)


class Field(QWidget):
    """A labelled line. What is wrong with it is said right under it."""

    def __init__(self, ctx: Context, label: str, *, secret: bool = False, text: str = "") -> None:
        super().__init__()
        self.ctx = ctx
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 4, 8, 4)
        self._column.setSpacing(6)
        self._label = Words(ctx, label, size="label")
        self._column.addWidget(self._label)
        self.line = QLineEdit(text)
        self.line.setFont(ctx.look.font("sentence"))
        self.line.setAccessibleName(label)
        self.line.setMinimumHeight(ctx.look.lines("sentence", 1) + 24)
        if secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self._column.addWidget(self.line)
        self._told: Words | None = None

    @property
    def text(self) -> str:
        """What was written."""
        return self.line.text()

    def checked(self, check: Callable[[str], str]) -> str | None:
        """What was written, as ``check`` puts it right.

        Where the check refuses it with an :class:`~app.model.errors.AlongsideError`, what to do is
        said under the line, and there is None.
        """
        try:
            return check(self.text)
        except AlongsideError as error:
            self.tell(error.said(self.ctx.words))
            return None

    def ask(self, label: str) -> None:
        """Ask for something else; what was written is taken away."""
        self._label.say(label)
        self.line.setAccessibleName(label)
        self.line.clear()

    def tell(self, sentence: str) -> None:
        """Say under the line what to do; an empty sentence takes it away."""
        if self._told is not None:
            self._told.deleteLater()
            self._told = None
        if sentence:
            self._told = Words(self.ctx, sentence, size="label", ink="stop_ink")
            self._column.addWidget(self._told)
            self.line.setFocus()


def beside(ctx: Context, one: Field, other: Field) -> QBoxLayout:
    """Two fields beside each other; below each other where the text is large."""
    row = (QVBoxLayout if ctx.look.stacked else QHBoxLayout)()
    row.setSpacing(16)
    row.addWidget(one, 1, Qt.AlignmentFlag.AlignTop)
    row.addWidget(other, 1, Qt.AlignmentFlag.AlignTop)
    return row
