"""One plain sentence about what just happened or went wrong, until it is pressed away."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from app.model.ids import PictureRef
from app.model.wording import N_
from ui.context import Context
from ui.parts.pressable import Pressable

LARGE = 250
"""Per cent: from here on the sentence alone has to do, or it would hide what it is about."""


class Notice(QWidget):
    """A strip above the bottom bar. It never covers anything and never goes away by itself."""

    def __init__(self, ctx: Context, sentence: str) -> None:
        super().__init__()
        self.setObjectName("bottombar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 20, 4)
        pressed_away = ctx.t(N_("Press here to close this."))
        self.card = Pressable(
            ctx,
            sentence,
            picture=PictureRef("openmoji:2139"),
            picture_px=32,
            note="" if ctx.look.percent >= LARGE else pressed_away,
            role="others",
            size="note",
        )
        self.card.setObjectName("notice")
        self.card.setAccessibleName(f"{sentence}. {pressed_away}")
        self.card.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a press leaves who writes there
        row.addWidget(self.card, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class KeyboardBefore:
    """Where the keyboard was before a sentence took it, so that it goes on from there."""

    def __init__(self) -> None:
        self._was: QWidget | None = None

    def remember(self, had: QWidget | None) -> None:
        """A sentence is coming; one that is there already is no place to go back to."""
        if had is None or had.objectName() != "notice":
            self._was = had

    def lend(self, notice: Notice | None) -> None:
        """Let the sentence have it, unless somebody writes."""
        if notice is not None and not isinstance(self._was, QLineEdit | QPlainTextEdit):
            notice.show()  # a layout shows what is new only later; until then it takes no focus
            notice.card.setFocus()

    def give_back(self, had: QWidget | None, otherwise: QWidget | None) -> None:
        """The sentence was pressed away: let what was left for it have it again.

        Args:
            had: what had it just now; if that was not the sentence, nothing changes.
            otherwise: has it where what was left is gone.

        """
        if had is None or had.objectName() != "notice":
            return
        was = self._was
        there = was is not None and shiboken6.isValid(was) and was.isVisible()
        wanted = was if there else otherwise
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
