"""A picture of how a goal moved: faces up the side, days along the bottom, a line for each.

No number stands in it. The person's line is the strongest; others differ from it by mark and by
word, not by colour alone. What it shows is also there in sentences, for who cannot see it.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.model.goals import FACE_PICTURES, FACE_WORDS, POINTS, Point
from app.model.ids import RecordId
from app.model.movement import Line, sentences
from app.model.wording import N_
from ui.context import Context
from ui.parts.textblock import TextBlock

MOST_DAYS = 6
_ALWAYS: tuple[Point, ...] = ("hoped", "getting_there", "same")
_MARK = 11.0


class MovementPicture(QWidget):
    """The plot.

    Args:
        ctx: what every part is handed.
        lines: the person's line first.
        names: what the supporters are called.
        person: what the person is called.

    """

    def __init__(
        self, ctx: Context, lines: tuple[Line, ...], *, names: Mapping[RecordId, str], person: str
    ) -> None:
        super().__init__()
        self.ctx = ctx
        self.lang = ctx.words.lang
        days = sorted({mark.on for line in lines for mark in line.marks})[-MOST_DAYS:]
        self._days = days
        self._lines = lines
        self._names = [
            person if line.by is None else names.get(line.by, ctx.t(N_("Helper"))) for line in lines
        ]
        used = {mark.value for line in lines for mark in line.marks if mark.on in days}
        self._rungs = [
            point
            for point in sorted(POINTS, key=lambda point: -POINTS[point])
            if point in used or point in _ALWAYS
        ]
        font = ctx.look.font("note", bold=False)
        self._faces = [TextBlock(ctx.t(FACE_WORDS[each]), font) for each in self._rungs]
        self._dates = [TextBlock(ctx.words.date(day), font, centre=True) for day in days]
        self._keys = [TextBlock(name, ctx.look.font("note", bold=True)) for name in self._names]
        self._face_px = ctx.look.picture(52)
        self.setAccessibleName(self.words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """The same in sentences."""
        said = []
        for name, line in zip(self._names, self._lines, strict=True):
            told = " ".join(each.said(self.ctx.words) for each in sentences(line))
            said.append(self.ctx.t(N_("{name} says: {told}"), name=name, told=told))
        return "\n".join(said)

    def light(self, start: int, length: int) -> None:
        """Nothing of a picture is lit while it is said."""

    def light_word(self, start: int, length: int) -> None:
        """Nor is a word."""

    # Its size

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(900, self.heightForWidth(900))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the faces and one day."""
        return QSize(self._aside() + 160, 200)

    def hasHeightForWidth(self) -> bool:
        """Dates wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Who is who, the rungs, and the dates under them."""
        return self._rung_px() * len(self._rungs) + self._dates_px(width) + self._keys_px() + 4

    def _rung_px(self) -> int:
        tallest = max(block.height(self._words_px()) for block in self._faces)
        return max(self._face_px, tallest) + 20

    def _words_px(self) -> int:
        widest = max(block.natural_width() for block in self._faces)
        return min(widest, 60 + self.ctx.look.size("note") * 8)

    def _aside(self) -> int:
        return self._face_px + 10 + self._words_px() + 24

    def _column_px(self, width: int) -> int:
        return max(1, (width - self._aside() - 12) // max(1, len(self._days)))

    def _dates_px(self, width: int) -> int:
        narrow = max(1, self._column_px(width) - 12)
        return max((block.height(narrow) for block in self._dates), default=0) + 12

    def _keys_px(self) -> int:
        return max(block.line_height() for block in self._keys) + 16

    # How it is drawn

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw rungs, days, lines and who is who."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_rungs(painter)
        self._draw_days(painter)
        for number in reversed(range(len(self._lines))):
            self._draw_line(painter, number)
        self._draw_keys(painter)
        painter.end()

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _across(self, left: float, width: float = 0) -> float:
        """Where something stands that begins ``left`` px from where reading begins."""
        return self.width() - left - width if self._mirrored() else left

    def _y(self, point: Point) -> float:
        return self._keys_px() + (self._rungs.index(point) + 0.5) * self._rung_px()

    def _x(self, day: int) -> float:
        return self._across(self._aside() + (day + 0.5) * self._column_px(self.width()))

    def _draw_rungs(self, painter: QPainter) -> None:
        look = self.ctx.look
        for point, block in zip(self._rungs, self._faces, strict=True):
            y = self._y(point)
            picture = self.ctx.pixmaps.pixmap(
                FACE_PICTURES[point], self._face_px, self.devicePixelRatioF()
            )
            if picture is not None:
                left = self._across(0, self._face_px)
                painter.drawPixmap(int(left), int(y - self._face_px / 2), picture)
            width, tall = self._words_px(), block.height(self._words_px())
            left = self._across(self._face_px + 10, width)
            place = QRect(int(left), int(y - tall / 2), width, tall)
            block.draw(painter, place, look.colour("ink"), self._mirrored())
            painter.setPen(QPen(look.colour("line"), 2))
            painter.drawLine(
                QPointF(self._across(self._aside() - 8), y), QPointF(self._across(self.width()), y)
            )

    def _draw_days(self, painter: QPainter) -> None:
        width = self._column_px(self.width())
        top = self._keys_px() + self._rung_px() * len(self._rungs) + 8
        for number, block in enumerate(self._dates):
            left = self._x(number) - width / 2 + 6
            place = QRect(int(left), top, width - 12, block.height(width - 12))
            block.draw(painter, place, self.ctx.look.colour("ink"), self._mirrored())

    def _draw_line(self, painter: QPainter, number: int) -> None:
        line, edge = self._lines[number], self._edge(number)
        places = [
            QPointF(self._x(self._days.index(mark.on)), self._y(mark.value) + self._beside(number))
            for mark in line.marks
            if mark.on in self._days
        ]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._pen(number, edge))
        painter.drawPolyline(places)
        for place in places:
            self._draw_mark(painter, number, place)

    def _beside(self, number: int) -> float:
        """Lines that agree stand a little apart, so that neither hides the other."""
        return number * 9.0

    def _edge(self, number: int) -> QColor:
        own = self._lines[number].by is None
        return QColor(self.ctx.look.marked("own" if own else "others").edge)

    def _pen(self, number: int, edge: QColor) -> QPen:
        if self._lines[number].by is None:
            return QPen(edge, 6)
        return QPen(edge, 3, Qt.PenStyle.DashLine)

    def _draw_mark(self, painter: QPainter, number: int, place: QPointF) -> None:
        """A round for the person; a square, a diamond, a triangle for the others."""
        own = self._lines[number].by is None
        fill = QColor(self.ctx.look.marked("own" if own else "others").fill)
        painter.setPen(QPen(self._edge(number), 4 if own else 3))
        painter.setBrush(fill)
        if own:
            painter.drawEllipse(place, _MARK, _MARK)
            return
        shape = _SHAPES[(number - 1) % len(_SHAPES)]
        painter.drawPolygon(shape(place))

    def _draw_keys(self, painter: QPainter) -> None:
        along = float(self._aside())
        middle = self._keys_px() / 2
        for number, block in enumerate(self._keys):
            painter.setPen(self._pen(number, self._edge(number)))
            start, end = self._across(along), self._across(along + 48)
            painter.drawLine(QPointF(start, middle), QPointF(end, middle))
            self._draw_mark(painter, number, QPointF((start + end) / 2, middle))
            width, tall = block.natural_width(), block.line_height()
            left = self._across(along + 60, width)
            place = QRect(int(left), int(middle - tall / 2), width, tall)
            block.draw(painter, place, self.ctx.look.colour("ink"), self._mirrored())
            along += 60 + width + 40


def _square(at: QPointF) -> QPolygonF:
    return QPolygonF(QRectF(at.x() - _MARK, at.y() - _MARK, 2 * _MARK, 2 * _MARK))


def _diamond(at: QPointF) -> QPolygonF:
    far = _MARK * 1.3
    return QPolygonF(
        [
            QPointF(at.x(), at.y() - far),
            QPointF(at.x() + far, at.y()),
            QPointF(at.x(), at.y() + far),
            QPointF(at.x() - far, at.y()),
        ]
    )


def _triangle(at: QPointF) -> QPolygonF:
    return QPolygonF(
        [
            QPointF(at.x(), at.y() - _MARK * 1.2),
            QPointF(at.x() + _MARK * 1.2, at.y() + _MARK),
            QPointF(at.x() - _MARK * 1.2, at.y() + _MARK),
        ]
    )


_SHAPES: tuple[Callable[[QPointF], QPolygonF], ...] = (_square, _diamond, _triangle)
