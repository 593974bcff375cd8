"""One plain sentence about what just happened or went wrong, until it is pressed away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

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
        self.card.clicked.connect(self.hide)
        row.addWidget(self.card, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
