"""What the camera sees, as in a mirror; and the photo, as it is."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.model.wording import N_
from ui.context import Context

_WIDEST = 16 / 9
_ROUND = 18
_NUMBER_DISC = 0.36
"""How large the number that is counted down is, in heights of the picture."""


class Viewfinder(QWidget):
    """A picture that is mirrored while it lives: people move towards where they see themselves.

    Args:
        ctx: what every part is handed.
        tallest: px.

    """

    def __init__(self, ctx: Context, *, tallest: int) -> None:
        super().__init__()
        self.ctx = ctx
        self._tallest = tallest
        self._image = QImage()
        self._mirrored = False
        self._words = ""
        self._number = 0
        self.setObjectName("viewfinder")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(tallest)
        self.setMinimumWidth(tallest)
        self.setAccessibleName(ctx.t(N_("What the camera sees")))

    @property
    def image(self) -> QImage:
        """What is shown, as it came."""
        return self._image

    @property
    def mirrored(self) -> bool:
        """Whether left and right are changed round for the eye."""
        return self._mirrored

    @property
    def number(self) -> int:
        """What is counted down, 0 for nothing."""
        return self._number

    def sizeHint(self) -> QSize:
        """As tall as it may be."""
        return QSize(round(self._tallest * _WIDEST), self._tallest)

    def show_live(self, jpeg: bytes) -> None:
        """Show what is seen now, as in a mirror."""
        self._use(jpeg, mirrored=True)

    def show_photo(self, jpeg: bytes) -> None:
        """Show a photo as others will see it."""
        self.count(0)
        self._use(jpeg, mirrored=False)

    def say(self, words: str) -> None:
        """Show words and no picture."""
        self._image, self._words, self._number = QImage(), words, 0
        self.update()

    def count(self, number: int) -> None:
        """Show a number on the picture, 0 for none."""
        self._number = number
        self.update()

    def _use(self, jpeg: bytes, *, mirrored: bool) -> None:
        image = QImage.fromData(jpeg)
        if not image.isNull():
            self._image, self._mirrored = image, mirrored
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, or the words in its place."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self._place()
        edge = QPainterPath()
        edge.addRoundedRect(place, _ROUND, _ROUND)
        painter.fillPath(edge, self.ctx.look.colour("helper"))
        if self._image.isNull():
            painter.setPen(self.ctx.look.colour("ink"))
            painter.setFont(self.ctx.look.font("label"))
            inner = place.adjusted(_ROUND, _ROUND, -_ROUND, -_ROUND)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(inner, flags, self._words)
        else:
            self._draw_picture(painter, place, edge)
        painter.setClipping(False)
        painter.setPen(QPen(self.ctx.look.colour("line"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(edge)
        if self._number:
            self._draw_number(painter, place)
        painter.end()

    def _place(self) -> QRectF:
        """Where the picture is, in the middle."""
        shape = _WIDEST
        if not self._image.isNull():
            shape = self._image.width() / self._image.height()
        height = min(float(self.height()), self.width() / shape)
        width = height * shape
        left, top = (self.width() - width) / 2, (self.height() - height) / 2
        return QRectF(left, top, width, height).adjusted(1, 1, -1, -1)

    def _draw_picture(self, painter: QPainter, place: QRectF, edge: QPainterPath) -> None:
        painter.save()
        painter.setClipPath(edge)
        if self._mirrored:
            painter.translate(2 * place.center().x(), 0)
            painter.scale(-1, 1)
        painter.drawImage(place, self._image)
        painter.restore()

    def _draw_number(self, painter: QPainter, place: QRectF) -> None:
        radius = place.height() * _NUMBER_DISC / 2
        middle = QPointF(place.center())
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QColor(self.ctx.look.colour("card"))
        ground.setAlphaF(0.92)
        painter.setBrush(ground)
        painter.drawEllipse(middle, radius, radius)
        font = QFont(self.ctx.look.font("question"))
        font.setPixelSize(round(radius * 1.2))
        painter.setFont(font)
        painter.setPen(self.ctx.look.colour("ink"))
        disc = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))
