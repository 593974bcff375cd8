"""The place of a pile on a sorting board: pressing anywhere in it puts the card there."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.context import Context
from ui.parts.pressable import Role


class PileFrame(QWidget):
    """A coloured area that holds the pile's name and its cards.

    Signals:
        pressed: somebody pressed the area.

    """

    pressed = Signal()

    def __init__(self, ctx: Context, role: Role) -> None:
        super().__init__()
        self.ctx = ctx
        self._role = role
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(6, 6, 6, 6)
        self.column.setSpacing(0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the area."""
        look = self.ctx.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._role == "plain":
            fill, edge = look.colour("helper"), look.colour("quiet_ink")
        else:
            mark = look.marked(self._role)
            fill, edge = QColor(mark.fill), QColor(mark.edge)
        painter.setPen(QPen(edge, look.shape.card_edge))
        painter.setBrush(fill)
        area = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.drawRoundedRect(area, look.shape.card_radius, look.shape.card_radius)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pressing the area is pressing the pile."""
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()
