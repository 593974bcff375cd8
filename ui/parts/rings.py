"""Four rings around a person, the nearest first: a part of large circles around their face."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.ids import PictureRef
from ui.context import Context
from ui.parts.picture import PictureOnly
from ui.parts.pileframe import PileFrame
from ui.parts.pressable import Role
from ui.parts.words import Words

_CENTRE = 170
"""How far outside of the picture the middle of the circles lies, so that the arcs are gentle."""

_ROLES: tuple[Role, ...] = ("own", "joint", "shown", "others")


class RingBand(PileFrame):
    """The place of one ring; the rings themselves are drawn behind all of them."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing of its own."""


class Rings(QWidget):
    """The person's face, and four bands beside each other, the nearest first.

    Where the text is large they stand below each other.

    Attributes:
        bands: where the people of each ring go.

    """

    def __init__(self, ctx: Context, *, name: str, face: PictureRef) -> None:
        super().__init__()
        self.ctx = ctx
        wide = not ctx.look.stacked
        self._row = (QHBoxLayout if wide else QVBoxLayout)(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._me(name, face))
        band = RingBand if wide else PileFrame
        self.bands = tuple(band(ctx, role) for role in _ROLES)
        for each in self.bands:
            if wide:
                each.column.setContentsMargins(6, 6, 26, 6)
            self._row.addWidget(each, 1)
        if wide:
            self.setMinimumHeight(250)

    def _me(self, name: str, face: PictureRef) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(10, 0, 14, 0)
        column.addStretch(1)
        column.addWidget(PictureOnly(self.ctx, face, 76), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(Words(self.ctx, name, size="label", centre=True))
        column.addStretch(1)
        return holder

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circles, the widest first, each over the one behind it."""
        if self.ctx.look.stacked:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self.ctx.look.shape.card_edge
        area = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        frame = QPainterPath()
        frame.addRoundedRect(area, self.ctx.look.shape.card_radius, self.ctx.look.shape.card_radius)
        painter.setClipPath(frame)
        for role, band in reversed(list(zip(_ROLES, self.bands, strict=True))):
            self._draw_circle(painter, role, band)
        self._draw_middle(painter)
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.ctx.look.colour("quiet_ink"), edge))
        painter.drawPath(frame)
        painter.end()

    def _draw_circle(self, painter: QPainter, role: Role, band: QWidget) -> None:
        mark = self.ctx.look.marked(role)
        painter.setBrush(QColor(mark.fill))
        painter.setPen(QPen(QColor(mark.edge), self.ctx.look.shape.card_edge))
        box = band.geometry()
        if band is self.bands[-1]:
            painter.drawRect(self.rect())
        else:
            self._draw_around(painter, box.left() if self._mirrored() else box.right())

    def _draw_middle(self, painter: QPainter) -> None:
        look, nearest = self.ctx.look, self.bands[0].geometry()
        painter.setBrush(look.colour("paper"))
        painter.setPen(QPen(QColor(look.marked("own").edge), look.shape.card_edge))
        self._draw_around(painter, nearest.right() if self._mirrored() else nearest.left())

    def _draw_around(self, painter: QPainter, edge: int) -> None:
        middle = self.width() + _CENTRE if self._mirrored() else -_CENTRE
        radius = abs(edge - middle)
        painter.drawEllipse(QPointF(middle, self.height() / 2), radius, radius)

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft
