"""A picture on its own, beside words that say the same."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.model.ids import PictureRef
from ui.context import Context


class PictureOnly(QWidget):
    """A picture that says what the words beside it say; it adds nothing for a screen reader."""

    def __init__(self, ctx: Context, ref: PictureRef, px: int) -> None:
        super().__init__()
        self.ctx = ctx
        self._ref = ref
        self._side = ctx.look.picture(px)
        self.setFixedSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture."""
        pixmap = self.ctx.pixmaps.pixmap(self._ref, self._side, self.devicePixelRatioF())
        if pixmap is not None:
            painter = QPainter(self)
            painter.drawPixmap(0, 0, pixmap)
            painter.end()
