"""Pictures as Qt draws them: rendered once for a size, then kept."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from app.model.ids import PictureRef
from app.model.pictures import Picture, PictureSource

_TILE = QColor("#F7F3EA")


class Pixmaps:
    """Draws pictures at the size and sharpness that is asked for.

    Attributes:
        source: where pictures come from; the window puts the notebook's own in when it opens one.
        skin_tone: the person's choice for pictures of people.
        tile: whether pictures stand on a light tile, for they are drawn with dark lines.

    """

    def __init__(self, source: PictureSource) -> None:
        QPixmapCache.setCacheLimit(64 * 1024)
        self.source = source
        self.skin_tone: int | None = None
        self.tile = False

    def pixmap(self, ref: PictureRef, side: int, ratio: float = 1.0) -> QPixmap | None:
        """A square picture of ``side`` px, or None if there is no such picture."""
        key = f"{ref}|{side}|{ratio}|{self.skin_tone}|{self.tile}|{id(self.source)}"
        found = QPixmap()
        if QPixmapCache.find(key, found):
            return found
        picture = self.source.picture(ref, self.skin_tone)
        if picture is None:
            return None
        drawn = self._draw(picture, side, ratio)
        QPixmapCache.insert(key, drawn)
        return drawn

    def _draw(self, picture: Picture, side: int, ratio: float) -> QPixmap:
        drawn = QPixmap(round(side * ratio), round(side * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        area = QRectF(0, 0, side, side)
        if picture.media_type == "image/svg+xml":
            if self.tile:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(_TILE)
                painter.drawRoundedRect(area, side / 6, side / 6)
                area = area.adjusted(side / 16, side / 16, -side / 16, -side / 16)
            QSvgRenderer(QByteArray(picture.data)).render(painter, area)
        else:
            _draw_photo(painter, picture.data, area)
        painter.end()
        return drawn


def _draw_photo(painter: QPainter, data: bytes, area: QRectF) -> None:
    photo = QPixmap()
    photo.loadFromData(data)
    if photo.isNull():
        return
    least = min(photo.width(), photo.height())
    middle = QRectF((photo.width() - least) / 2, (photo.height() - least) / 2, least, least)
    rounded = QPainterPath()
    rounded.addRoundedRect(area, area.width() / 10, area.width() / 10)
    painter.setClipPath(rounded)
    painter.drawPixmap(area, photo, middle)
