"""How loud it is now, as bars that rise like steps: more of them are filled the louder it is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.model.wording import N_
from ui.context import Context

_BARS = 12
_GAP = 8
_TALL = 140
_WIDE = 620
_LEAST = 0.25
"""The height of the first bar, of the last."""
_ROUND = 5


class LevelMeter(QWidget):
    """Told by how many bars are filled and how high they reach, and not by colour.

    Attributes:
        filled: how many bars are filled.
        steps: how many there are.

    """

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.filled, self.steps = 0, _BARS
        self.setObjectName("level")
        self.setAccessibleName(ctx.t(N_("How loud it is")))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_TALL)

    def sizeHint(self) -> QSize:
        """Wide enough to be seen from where two people sit."""
        return QSize(_WIDE, _TALL)

    def show_level(self, level: float) -> None:
        """Fill so much of it, from 0 to 1."""
        filled = round(level * _BARS)
        if filled != self.filled:
            self.filled = filled
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars, from where reading begins."""
        look = self.ctx.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = min(self.width(), _WIDE)
        bar = (width - _GAP * (_BARS - 1)) / _BARS
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setPen(QPen(look.colour("ink"), 2))
        for number in range(_BARS):
            tall = (self.height() - 4) * (_LEAST + (1 - _LEAST) * number / (_BARS - 1))
            off = number * (bar + _GAP)
            left = self.width() - off - bar - 1 if mirrored else off + 1
            is_filled = number < self.filled
            painter.setBrush(look.colour("action") if is_filled else Qt.BrushStyle.NoBrush)
            place = QRectF(left, self.height() - tall - 2, bar - 2, tall)
            painter.drawRoundedRect(place, _ROUND, _ROUND)
        painter.end()
