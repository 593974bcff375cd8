"""A place to say it differently: what stands there is kept as it is typed, and comes back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from app.model.halfsaid import HalfSaid, change_key
from app.model.ids import RecordId
from app.model.wording import N_
from ui.context import Context
from ui.parts.keeping import Keeping


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
        self.setObjectName("new-words")
        self.setFont(ctx.look.font("sentence"))
        self.setTabChangesFocus(True)
        self.setAccessibleName(ctx.t(N_("Say it differently")))
        self.setFixedHeight(ctx.look.size("sentence") * 5)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._keeping = Keeping(
            self, ctx, place=place, key=key or change_key(statement),
            standing=lambda: HalfSaid(words=self.toPlainText()), kept=HalfSaid(words=words),
        )  # fmt: skip
        self.textChanged.connect(self._keeping.soon)

    def begin(self) -> None:
        """Take the keyboard."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_now(self) -> None:
        """Keep what stands here."""
        self._keeping.now()

    def forget(self) -> None:
        """The words were said, or left as they were: nothing stands here any more."""
        self._keeping.forget()
