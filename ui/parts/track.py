"""A line behind cards that stand in an order: a scale, a day."""

from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import Context


class Track(QWidget):
    """Cards in a row, joined by a line; below each other where the text is large."""

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.row = (QVBoxLayout if ctx.look.stacked else QHBoxLayout)(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(ctx.look.shape.gap_small)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line; the cards stand on it."""
        painter = QPainter(self)
        painter.setPen(QPen(self.ctx.look.colour("quiet_ink"), 4))
        middle = self.rect().center()
        if self.ctx.look.stacked:
            painter.drawLine(middle.x(), 12, middle.x(), self.height() - 12)
        else:
            painter.drawLine(12, middle.y(), self.width() - 12, middle.y())
        painter.end()
