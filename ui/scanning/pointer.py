"""A large pointer: dark with a light edge, so that it is seen on any ground."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

_SIDE = 32
"""Px of the usual pointer."""

_ARROW = ((0, 0), (0, 22), (5, 17.5), (8.5, 25.5), (12, 24), (8.5, 16), (15.5, 15.5))
"""The corners of an arrow whose point is at the first."""


def pointer(size: int, ratio: float) -> QCursor:
    """An arrow of so many usual sizes."""
    side = _SIDE * size
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(2 * size, 2 * size)
    arrow = QPolygonF([QPointF(x * size, y * size) for x, y in _ARROW])
    join = Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(QColor("#FFFFFF"), 3.2 * size, j=join))
    painter.drawPolygon(arrow)
    painter.setPen(QPen(QColor("#000000"), 1.2 * size, j=join))
    painter.setBrush(QColor("#000000"))
    painter.drawPolygon(arrow)
    painter.end()
    return QCursor(picture, 2 * size, 2 * size)


def put_on_pointer(window: QWidget, size: int) -> None:
    """Use a pointer of this size wherever it goes in the program; 1 is the system's own."""
    before = window.property("pointerSize") or 1
    if before == size:
        return
    window.setProperty("pointerSize", size)
    if before != 1:
        QApplication.restoreOverrideCursor()
    if size != 1:
        QApplication.setOverrideCursor(pointer(size, window.devicePixelRatioF()))
