"""A sheet to draw on with a mouse, a pen or a finger: thick lines on white paper."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.model import drawing as drawing_
from app.model.drawing import PAPER, SHEET, Drawing, Pen, Stroke
from app.model.wording import N_
from ui.context import Context

_NEAR = 4
"""Points nearer than this to the one before tell nothing more of a line."""


class Canvas(QWidget):
    """The sheet. What is on it is a list of strokes, so that each can be taken back.

    Attributes:
        pen: what is drawn with.

    Signals:
        drawn: something was drawn, rubbed out, cleared or taken back.

    """

    drawn = Signal()

    def __init__(self, ctx: Context, drawing: Drawing, *, tallest: int) -> None:
        super().__init__()
        self.ctx = ctx
        self.pen: Pen = "black"
        self._drawing = drawing
        self._now: list[int] = []
        self._tallest = tallest
        self._done = QPixmap()
        self.setObjectName("sheet-to-draw-on")
        self.setAccessibleName(ctx.t(N_("A sheet to draw on")))
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setFixedHeight(tallest)
        self.setMinimumWidth(round(tallest * SHEET[0] / SHEET[1]))

    @property
    def standing(self) -> Drawing:
        """Everything that is drawn, also the line that the pen is still on."""
        if not self._now:
            return self._drawing
        return drawing_.with_stroke(self._drawing, self._stroke())

    def use(self, drawing: Drawing) -> None:
        """Put another drawing on the sheet."""
        self._drawing, self._now = drawing, []
        self._done = QPixmap()
        self.update()
        self.drawn.emit()

    def sizeHint(self) -> QSize:
        """As tall as it may be, and as wide as the paper is then."""
        return QSize(round(self._tallest * SHEET[0] / SHEET[1]), self._tallest)

    # Drawing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The pen is put down. A finger and a pen come as a mouse, too."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._now = []
            self._add(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pen is moved."""
        if self._now:
            self._add(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The pen is lifted."""
        if self._now and event.button() == Qt.MouseButton.LeftButton:
            self.use(self.standing)

    def _stroke(self) -> Stroke:
        return Stroke(pen=self.pen, points=tuple(self._now))

    def _add(self, at: QPointF) -> None:
        place = self._place()
        x = round((at.x() - place.left()) / place.width() * SHEET[0])
        y = round((at.y() - place.top()) / place.height() * SHEET[1])
        x, y = min(max(x, 0), SHEET[0]), min(max(y, 0), SHEET[1])
        last = self._now[-2:]
        if last and abs(last[0] - x) + abs(last[1] - y) < _NEAR:
            return
        self._now += [x, y]
        self.update()
        self.drawn.emit()

    # Showing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The paper is as large as its place."""
        self._done = QPixmap()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper, what is on it, and the line that is being drawn."""
        if self._done.isNull():
            self._done = self._draw_done()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._done)
        if self._now:
            self._prepare(painter)
            draw_stroke(painter, self._stroke())
        painter.end()

    def _draw_done(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        sheet = QPixmap(self.size() * ratio)
        sheet.setDevicePixelRatio(ratio)
        sheet.fill(Qt.GlobalColor.transparent)
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.ctx.look.colour("quiet_ink"), 2))
        painter.setBrush(QColor(PAPER))
        painter.drawRoundedRect(self._place().adjusted(1, 1, -1, -1), 10, 10)
        self._prepare(painter)
        for stroke in drawing_.seen(self._drawing):
            draw_stroke(painter, stroke)
        painter.end()
        return sheet

    def _prepare(self, painter: QPainter) -> None:
        place = self._place()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(place.adjusted(3, 3, -3, -3))
        painter.translate(place.topLeft())
        painter.scale(place.width() / SHEET[0], place.height() / SHEET[1])

    def _place(self) -> QRectF:
        """Where the paper lies: it keeps its shape."""
        scale = min(self.width() / SHEET[0], self.height() / SHEET[1])
        wide, high = SHEET[0] * scale, SHEET[1] * scale
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QRectF(self.width() - wide if right_to_left else 0, 0, wide, high)


def draw_stroke(painter: QPainter, stroke: Stroke) -> None:
    """Draw one stroke in the units of the sheet."""
    pen = QPen(QColor(stroke.colour), stroke.width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    places = stroke.places
    if len(places) == 1:
        painter.drawPoint(*places[0])
    elif places:
        path = QPainterPath(QPointF(*places[0]))
        for place in places[1:]:
            path.lineTo(*place)
        painter.drawPath(path)
