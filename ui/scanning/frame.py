"""The thick frame round what is offered, and the signs of what scanning adds to a screen."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.scanning.offers import Group, Offer, Thing
from ui.scanning.signs import Edge, Sign

_THICK, _THICKER, _HALO = 7, 11, 3
_ROUND = 5
"""Px that the frame of a group goes round what is in it."""
_BROKEN = (5.0, 1.2)


class Frame(QWidget):
    """Lies over the window; presses go through it.

    The frame is dark on a light edge, or light on a dark one: it is seen on any ground without
    seeing colours. A group has a double frame.

    Attributes:
        offered: what the frame is round.

    """

    def __init__(self, ctx: Context, over: QWidget) -> None:
        super().__init__(over)
        self.ctx = ctx
        self.offered: Offer | None = None
        self._says = ""
        self._thick = _THICK
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("offered")
        self.hide()

    def show_round(self, offered: Offer | None, *, says: str = "", thicker: bool = False) -> None:
        """Draw the frame round this; with nothing and no words, draw nothing.

        Args:
            offered: what is offered.
            says: words at the top of the window, to be read out or acted on.
            thicker: the frame is to be seen from the other side of a table.

        """
        over = self.parentWidget()
        same = (offered, says) == (self.offered, self._says) and self.geometry() == over.rect()
        self.offered, self._says = offered, says
        self._thick = _THICKER if thicker else _THICK
        if offered is None and not says:
            self.hide()
            return
        if same and self.isVisible():
            return
        self.setGeometry(over.rect())
        self.raise_()
        self.show()
        self.setAccessibleName(says or (offered.name if offered is not None else ""))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame and the signs."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.offered is not None:
            self._draw_offered(painter, self.offered)
        if self._says:
            Sign(self.ctx, self, self._says, self.rect(), "top", size="title", middle=True).draw(
                painter
            )
        painter.end()

    def _draw_offered(self, painter: QPainter, offered: Offer) -> None:
        box = QRect(*offered.box)
        if isinstance(offered, Thing) and offered.where != "there":
            edge: Edge = "top" if offered.where == "above" else "bottom"
            sign = Sign(self.ctx, self, offered.name, box, edge)
            sign.draw(painter)
            self._draw_frame(painter, sign.box)
            return
        if isinstance(offered, Group):
            self._draw_frame(painter, box.adjusted(-_ROUND, -_ROUND, _ROUND, _ROUND), broken=True)
        else:
            self._draw_frame(painter, box)

    def _draw_frame(self, painter: QPainter, box: QRect, *, broken: bool = False) -> None:
        thick = self._thick
        off = thick / 2 + _HALO
        inside = QRectF(self.rect()).adjusted(off, off, -off, -off)
        around = QRectF(box).intersected(inside)
        look = self.ctx.look
        for colour, width in (("paper", thick + 2 * _HALO), ("ink", thick)):
            pen = QPen(look.colour(colour), width)
            if broken and colour == "ink":
                pen.setDashPattern(_BROKEN)
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(around, look.shape.card_radius, look.shape.card_radius)
