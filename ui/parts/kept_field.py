"""A place to say it differently: what stands there is kept as it is typed, and comes back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit

from app.model.halfsaid import HalfSaid, Offered, change_key
from app.model.ids import RecordId
from app.model.text import is_blank
from app.model.wording import N_
from app.words.languages import is_right_to_left
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
        offered: a translation that was put there before, and of which the words may be.
        of: the words of the sentence, where this is the place for it in another language.

    Attributes:
        of: the same; what was read while these were written.

    """

    def __init__(
        self,
        ctx: Context,
        place: RecordId,
        statement: RecordId,
        words: str,
        *,
        key: str = "",
        offered: Offered | None = None,
        of: str = "",
    ) -> None:
        super().__init__(words)
        self.ctx = ctx
        self._offered, self.of = offered, of
        self.setObjectName("new-words")
        self.setFont(ctx.look.font("sentence"))
        self.setTabChangesFocus(True)
        self.setAccessibleName(ctx.t(N_("Say it differently")))
        self.setFixedHeight(ctx.look.size("sentence") * 5)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._keeping = Keeping(
            self, ctx, place=place, key=key or change_key(statement),
            standing=self._standing, kept=HalfSaid(words=words, offered=offered, of=of),
        )  # fmt: skip
        self.textChanged.connect(self._written)

    def _standing(self) -> HalfSaid:
        return HalfSaid(words=self.toPlainText(), offered=self._offered, of=self.of)

    def begin(self) -> None:
        """Take the keyboard."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_in(self, lang: str, *, rows: int) -> None:
        """Let it run in the direction of a language also while it is empty, and be so high."""
        self.setFont(self.ctx.look.font("sentence", lang=lang))
        if is_right_to_left(lang):
            option = QTextOption(Qt.AlignmentFlag.AlignRight)
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            self.document().setDefaultTextOption(option)
        around = round(2 * (self.document().documentMargin() + self.frameWidth()))
        self.setFixedHeight(self.ctx.look.lines("sentence", rows, lang=lang) + around)

    @property
    def offered(self) -> Offered | None:
        """What was put there by pressing, where what stands here is still its words."""
        words = self.toPlainText()
        return self._offered if self._offered and self._offered.made(words) else None

    def put_in(self, offered: Offered) -> None:
        """Put a translation here, to be looked at and changed; it is not put beside by that."""
        self._offered = offered
        self.setPlainText(offered.words)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.begin()

    def _written(self) -> None:
        if self._offered is not None and is_blank(self.toPlainText()):
            self._offered = None  # whoever begins with nothing writes it themselves
            self.document().clearUndoRedoStacks()  # what was put here does not come back as theirs
        self._keeping.soon()

    def keep_now(self) -> None:
        """Keep what stands here."""
        self._keeping.now()

    def forget(self) -> None:
        """The words were said, or left as they were: nothing stands here any more."""
        self._keeping.forget()
