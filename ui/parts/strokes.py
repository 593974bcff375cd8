"""Small marks that are drawn rather than taken from a picture set: they turn and take colours."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.model.ids import PictureRef

ONWARD = PictureRef("drawn:onward")
BACKWARD = PictureRef("drawn:backward")
TURN_LEFT = PictureRef("drawn:turn-left")
TURN_RIGHT = PictureRef("drawn:turn-right")
"""Arrows are drawn, not taken from a picture set: they turn round with the reading direction."""

STOPPED = PictureRef("drawn:square")
"""What ends a sound, as on every player."""


def draw_arrow(painter: QPainter, at: QPoint, side: int, ink: QColor, *, to_right: bool) -> None:
    """An arrow along the reading direction or against it, in the colour of the words."""
    pen = QPen(ink, max(3.0, side / 9), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = at.y() + side // 2
    start, end = at.x() + 3, at.x() + side - 3
    if not to_right:
        start, end = end, start
    back = (start - end) // 3
    painter.drawLine(start, middle, end, middle)
    painter.drawPolyline(
        [
            QPoint(end + back, middle - abs(back)),
            QPoint(end, middle),
            QPoint(end + back, middle + abs(back)),
        ]
    )


def draw_turn(painter: QPainter, at: QPoint, side: int, ink: QColor, *, clockwise: bool) -> None:
    """Most of a circle with an arrow at its end: a quarter to the right or to the left."""
    pen = QPen(ink, max(3.0, side / 9), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.save()
    painter.translate(at.x() + side / 2, at.y() + side / 2)
    if not clockwise:
        painter.scale(-1, 1)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius, head = side * 0.36, side * 0.2
    around = QRectF(-radius, -radius, 2 * radius, 2 * radius)
    painter.drawArc(around, 0, 270 * 16)
    painter.drawPolyline(
        [QPointF(radius - head, -head), QPointF(radius, head / 3), QPointF(radius + head, -head)]
    )
    painter.restore()


def draw_tick(painter: QPainter, card: QRectF, ink: QColor, *, at_left: bool) -> None:
    """A tick in an upper corner of a card: what is chosen shows it by more than its colour."""
    side = 13.0
    corner = card.topLeft() if at_left else card.topRight()
    x = corner.x() + (6 if at_left else -6 - side)
    y = card.top() + 8
    painter.setPen(QPen(ink, 3.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(
        [
            QPoint(round(x), round(y + side * 0.5)),
            QPoint(round(x + side * 0.38), round(y + side * 0.85)),
            QPoint(round(x + side), round(y)),
        ]
    )


def draw_sign(
    painter: QPainter, ref: PictureRef, at: QPoint, side: int, ink: QColor, *, mirrored: bool
) -> bool:
    """Draw one of these signs; False where the picture is none of them."""
    if ref in {ONWARD, BACKWARD}:
        draw_arrow(painter, at, side, ink, to_right=(ref == ONWARD) != mirrored)
    elif ref in {TURN_LEFT, TURN_RIGHT}:
        draw_turn(painter, at, side, ink, clockwise=ref == TURN_RIGHT)
    elif ref == STOPPED:
        painter.fillRect(QRect(at, QSize(side, side)), ink)
    else:
        return False
    return True
