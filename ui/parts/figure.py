"""A grown person in outline, from the front and from behind, with places that can be pressed."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from ui.context import Context

PLACES = frozenset({"head", "chest", "tummy", "back", "arms", "hands", "legs", "feet", "all_over"})
"""What can be pressed on it."""

_WIDTH, _HEIGHT = 220.0, 500.0
_MIDDLE = 110.0

Curve = tuple[float, ...]
"""Two numbers for the end of a line, six for a curve: two controls and its end."""

# The half to the right of the middle; the other is its reflection.
_HALVES: dict[str, tuple[Curve, ...]] = {
    "legs": (
        (111, 262), (124, 262, 138, 258, 151, 250), (158, 285, 156, 316, 150, 346),
        (153, 376, 148, 416, 141, 458), (120, 458), (117, 420, 115, 384, 117, 350),
        (115, 322, 112, 292, 111, 262),
    ),
    "feet": (
        (120, 454), (141, 454), (143, 466, 154, 474, 154, 482), (154, 490, 126, 490, 117, 486),
        (115, 476, 118, 466, 120, 454),
    ),
    "tummy": (
        (108, 178), (143, 178), (141, 192, 142, 204, 146, 218), (149, 230, 151, 240, 151, 256),
        (138, 264, 122, 268, 108, 268),
    ),
    "chest": (
        (108, 72), (120, 74), (121, 82, 128, 86, 140, 89), (154, 92, 160, 99, 161, 112),
        (152, 122, 149, 136, 148, 150), (147, 162, 145, 170, 143, 180), (108, 180),
    ),
    "arms": (
        (149, 91), (162, 94, 167, 106, 169, 122), (172, 140, 174, 154, 176, 168),
        (180, 196, 185, 220, 188, 248), (173, 252), (167, 226, 159, 202, 155, 180),
        (152, 164, 149, 150, 147, 140), (146, 122, 146, 104, 149, 91),
    ),
    "hands": (
        (173, 249), (188, 245), (195, 254, 199, 268, 198, 280), (196, 293, 187, 297, 183, 290),
        (177, 284, 172, 266, 173, 249),
    ),
}  # fmt: skip


def _path(curves: tuple[Curve, ...]) -> QPainterPath:
    path = QPainterPath(QPointF(*curves[0]))
    for curve in curves[1:]:
        if len(curve) == len(("x", "y")):
            path.lineTo(QPointF(*curve))
        else:
            one, other, end = (QPointF(*curve[at : at + 2]) for at in (0, 2, 4))
            path.cubicTo(one, other, end)
    path.closeSubpath()
    return path


def _both_sides(path: QPainterPath) -> QPainterPath:
    reflected = QTransform(-1, 0, 0, 1, 2 * _MIDDLE, 0).map(path)
    return path.united(reflected)


def _head() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(_MIDDLE, 40), 25, 32)
    neck = QPainterPath()
    neck.addRect(QRectF(_MIDDLE - 10, 62, 20, 16))
    return path.united(neck)


def _places() -> dict[str, QPainterPath]:
    made = {name: _both_sides(_path(half)) for name, half in _HALVES.items()}
    return {**made, "head": _head()}


class Figure(QWidget):
    """The outline. Each place on it is also a button beside it: this is for eyes and fingers.

    Args:
        ctx: what every part is handed.
        places: which of :data:`PLACES` are asked about.
        chosen: which of them are chosen.
        tall: its height in px at 100 %.

    Signals:
        pressed: somebody pressed a place; carries its name.

    """

    pressed = Signal(str)

    def __init__(self, ctx: Context, *, places: set[str], chosen: set[str], tall: int) -> None:
        super().__init__()
        self.ctx = ctx
        self._asked, self._chosen = places, chosen
        self._tall = ctx.look.picture(tall)
        self._front = _places()
        whole = QPainterPath()
        for each in self._front.values():
            whole = whole.united(each)
        self._whole = whole
        self._back = self._front["chest"].united(self._front["tummy"])
        self.setFixedSize(self.sizeHint())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """One figure wide, or two where the back is asked about."""
        one = self._tall * _WIDTH / _HEIGHT
        return QSize(round(one * (2 if "back" in self._asked else 1)), self._tall)

    def place_at(self, at: QPointF) -> str:
        """The place under a point of the widget that is asked about; empty if there is none."""
        point = at / (self._tall / _HEIGHT)
        if "back" in self._asked and self._back.contains(point - self._behind()):
            return "back"
        point -= self._front_at()
        for name, path in reversed(self._front.items()):
            if name in self._asked and path.contains(point):
                return name
        return "all_over" if "all_over" in self._asked and self._whole.contains(point) else ""

    def middle_of(self, place: str) -> QPointF:
        """A point of the widget that lies in a place."""
        if place == "back":
            inside = self._back.boundingRect().center() + self._behind()
        elif place in _HALVES:
            inside = _path(_HALVES[place]).boundingRect().center() + self._front_at()
        else:
            inside = self._whole.boundingRect().center() + self._front_at()
        return inside * (self._tall / _HEIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pressing a place is pressing its button."""
        if (place := self.place_at(event.position())) != "":
            self.pressed.emit(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the outline, with what is chosen filled."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._tall / _HEIGHT
        painter.scale(scale, scale)
        painter.translate(self._front_at())
        self._draw(painter, self._front)
        if "back" in self._asked:
            painter.translate(self._behind() - self._front_at())
            self._draw(painter, self._from_behind())
            self._draw_spine(painter)
        painter.end()

    def _from_behind(self) -> dict[str, QPainterPath]:
        """The same parts, with the back where chest and tummy are."""
        parts: dict[str, QPainterPath] = {}
        for name, path in self._front.items():
            if name == "tummy":
                parts["back"] = self._back
            elif name != "chest":
                parts[name] = path
        return parts

    def _front_at(self) -> QPointF:
        """Where the figure from the front stands: first in the reading direction."""
        return QPointF(_WIDTH if "back" in self._asked and self._mirrored() else 0, 0)

    def _behind(self) -> QPointF:
        """Where the figure from behind stands."""
        return QPointF(0 if self._mirrored() else _WIDTH, 0)

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _draw(self, painter: QPainter, parts: dict[str, QPainterPath]) -> None:
        """Draw the parts in their order, then the outline around all of them."""
        look, own = self.ctx.look, self.ctx.look.marked("own")
        behind = "back" in parts
        for name, path in parts.items():
            here = name in self._chosen and (name == "back" or not behind)
            filled = here or "all_over" in self._chosen
            painter.setBrush(QColor(own.fill) if filled else look.colour("card"))
            edge = QPen(QColor(own.edge), 4) if here else QPen(look.colour("quiet_ink"), 1.2)
            painter.setPen(edge)
            painter.drawPath(path)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour("ink"), 3))
        painter.drawPath(self._whole)

    def _draw_spine(self, painter: QPainter) -> None:
        painter.setPen(QPen(self.ctx.look.colour("quiet_ink"), 2))
        painter.drawLine(QPointF(_MIDDLE, 92), QPointF(_MIDDLE, 236))
