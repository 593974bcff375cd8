"""A place to say it differently: what stands there is kept as it is typed, and comes back."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from app.model.halfsaid import HalfSaid
from app.model.ids import RecordId
from app.model.wording import N_
from app.usecases import halfsaid
from ui.context import Context
from ui.parts.writing import KEEP_TYPING_MS


def change_key(statement: RecordId) -> str:
    """Under which name the new words of a sentence are kept until they are said."""
    return f"change:{statement}"


def easier_key(statement: RecordId) -> str:
    """Under which name easier words for a sentence are kept until they stand beside it."""
    return f"easier:{statement}"


class KeptField(QPlainTextEdit):
    """A writing place for other words for one sentence.

    Args:
        ctx: what every part is handed.
        place: the session, or the person where there is none.
        statement: the sentence.
        words: what stands there at first.
        key: under which name they are kept; that of other words, if left out.

    """

    def __init__(
        self, ctx: Context, place: RecordId, statement: RecordId, words: str, *, key: str = ""
    ) -> None:
        super().__init__(words)
        self.ctx = ctx
        self._place, self._key = place, key or change_key(statement)
        self._kept = words
        self.setObjectName("new-words")
        self.setFont(ctx.look.font("sentence"))
        self.setTabChangesFocus(True)
        self.setAccessibleName(ctx.t(N_("Say it differently")))
        self.setFixedHeight(ctx.look.size("sentence") * 5)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(KEEP_TYPING_MS)
        self._pause.timeout.connect(self.keep_now)
        self.textChanged.connect(self._typed)

    def begin(self) -> None:
        """Take the keyboard."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_now(self) -> None:
        """Keep what stands here."""
        self._pause.stop()
        words = self.toPlainText()
        if words != self._kept:
            self._kept = words
            self._keep(HalfSaid(words=words))

    def forget(self) -> None:
        """The words were said, or left as they were: nothing stands here any more."""
        self._pause.stop()
        self._kept = self.toPlainText()
        self._keep(HalfSaid())

    def _keep(self, said: HalfSaid) -> None:
        notebook, place, key = self.ctx.open_notebook, self._place, self._key
        self.ctx.desk.do(
            lambda: halfsaid.keep(notebook, session=place, step=key, said=said), owner=self
        )

    def _typed(self) -> None:
        if not self._pause.isActive():
            self._pause.start()
