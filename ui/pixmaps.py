"""Pictures as Qt draws them: rendered once for a size, then kept."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from app.model import not_mark
from app.model.documents.kind import PaperSize
from app.model.ids import PictureRef
from app.model.photo_work import ROUND_CORNER
from app.model.pictures import (
    OF_A_SET,
    Picture,
    PictureFinder,
    has_not,
    is_kept,
    without_not,
)
from app.model.planfile import photo_ref

_TILE = QColor("#F7F3EA")
_PAPER = QColor("#FFFFFF")
_INK = QColor("#1C2430")
_INITIAL = "initial:"
_INK_OF = "ink:"
_FACE = "face:"
_SHEET = "sheet:"
_ON_SHEET = 0.78
"""Of the shorter side of a sheet of paper, how much the picture on it takes."""
_SHAPES = {"A4": (0.74, 1.0), "A5": (0.64, 0.86), "A5 landscape": (1.0, 0.74),
           "A6 landscape": (0.86, 0.64)}  # fmt: skip
"""How wide and high each paper is drawn: what goes into a pocket smaller than what does not."""
_MOST_PHOTOS = 60
"""As many as are kept as they lie in the notebook; what is drawn of them is kept besides."""


Fetch = Callable[[PictureRef, Callable[[Picture | None], None]], None]
"""Asks for a picture that lies in the notebook, and is told it later: that has its own thread."""


class Pixmaps(QObject):
    """Draws pictures at the size and sharpness that is asked for.

    Attributes:
        skin_tone: the person's choice for pictures of people.
        tile: whether pictures stand on a light tile, for they are drawn with dark lines.

    Signals:
        arrived: a photo that was asked for is there now; what shows it is to be drawn again.

    """

    arrived = Signal()

    def __init__(self, symbols: PictureFinder) -> None:
        super().__init__()
        QPixmapCache.setCacheLimit(64 * 1024)
        self._symbols = symbols
        self.skin_tone: int | None = None
        self.tile = False
        self._fetch: Fetch | None = None
        self._forget_photos()

    def use_notebook(self, fetch: Fetch | None) -> None:
        """Take photos from a notebook from now on, or from none; those of another are forgotten."""
        self._fetch = fetch
        self._forget_photos()
        QPixmapCache.clear()

    def _forget_photos(self) -> None:
        self._held: dict[PictureRef, Picture] = {}
        self._photos: dict[PictureRef, Picture | None] = {}
        self._drawn: dict[PictureRef, set[str]] = {}

    def hold(self, picture: Picture) -> PictureRef:
        """Show a photo that is not in the notebook, until it is let go; how it is called."""
        ref = photo_ref(picture.data)
        self._held[ref] = picture
        return ref

    def let_go(self, ref: PictureRef) -> None:
        """Forget a photo that was held; one that is in the notebook is asked for again there."""
        self._held.pop(ref, None)
        self._photos.pop(ref, None)
        for key in self._drawn.pop(ref, ()):
            QPixmapCache.remove(key)

    def pixmap(self, ref: PictureRef, side: int, ratio: float = 1.0) -> QPixmap | None:
        """A square picture of ``side`` px; None if there is none such, or not yet."""
        key = f"{ref}|{side}|{ratio}|{self.skin_tone}|{self.tile}"
        found = QPixmap()
        if QPixmapCache.find(key, found):
            return found
        if has_not(ref):
            drawn = self._with_not(ref, side, ratio)
            if drawn is not None:
                QPixmapCache.insert(key, drawn)
            return drawn
        is_face, ref = ref.startswith(_FACE), PictureRef(ref.removeprefix(_FACE))
        drawn = self._drawn_here(ref, side, ratio)
        if drawn is not None:
            QPixmapCache.insert(key, drawn)
            return drawn
        picture = self._picture(ref)
        if picture is None:
            return None
        drawn = self._draw(picture, side, ratio, of_a_set=ref.startswith(OF_A_SET), face=is_face)
        QPixmapCache.insert(key, drawn)
        if is_kept(ref):
            self._drawn.setdefault(ref, set()).add(key)
        return drawn

    def _with_not(self, ref: PictureRef, side: int, ratio: float) -> QPixmap | None:
        plain = self.pixmap(without_not(ref), side, ratio)
        if plain is None:
            return None
        drawn = QPixmap(plain)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        near, far = side * not_mark.BEGINS, side * (1 - not_mark.BEGINS)
        for colour, wide in not_mark.STROKES:
            pen = QPen(QColor(colour), side * wide)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(near, near), QPointF(far, far))
        painter.end()
        return drawn

    def _drawn_here(self, ref: PictureRef, side: int, ratio: float) -> QPixmap | None:
        """What is drawn by the program itself; None for every other picture."""
        if ref.startswith(_SHEET):
            return self._draw_sheet(ref.removeprefix(_SHEET), side, ratio)
        if ref.startswith(_INITIAL):
            return _draw_initial(ref.removeprefix(_INITIAL), side, ratio)
        if ref.startswith(_INK_OF):
            return _draw_ink(ref.removeprefix(_INK_OF), side, ratio)
        return None

    def _draw_sheet(self, told: str, side: int, ratio: float) -> QPixmap:
        """A sheet of paper of its own shape, with a picture on it."""
        shape, _, ref = told.partition("|")
        wide, high = (side * float(each) for each in shape.split("x"))
        drawn = QPixmap(round(side * ratio), round(side * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF((side - wide) / 2, (side - high) / 2, wide, high)
        painter.setPen(QPen(_INK, max(1.5, side / 40)))
        painter.setBrush(_PAPER)
        edge = max(1.0, side / 60)
        painter.drawRoundedRect(sheet.adjusted(edge, edge, -edge, -edge), side / 20, side / 20)
        picture = self._symbols.picture(PictureRef(ref), self.skin_tone)
        if picture is not None:
            on_it = min(wide, high) * _ON_SHEET
            area = QRectF(0, 0, on_it, on_it)
            area.moveCenter(sheet.center())
            renderer = QSvgRenderer(QByteArray(picture.data))
            renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
            renderer.render(painter, area)
        painter.end()
        return drawn

    def _picture(self, ref: PictureRef) -> Picture | None:
        if ref.startswith("plain:"):
            return self._symbols.picture(PictureRef(ref.removeprefix("plain:")), None)
        if not is_kept(ref):
            return self._symbols.picture(ref, self.skin_tone)
        if ref in self._held:
            return self._held[ref]
        if ref not in self._photos and (fetch := self._fetch) is not None:
            self._photos[ref] = None
            fetch(ref, lambda picture: self._keep(ref, picture, fetch))
        return self._photos.get(ref)

    def _keep(self, ref: PictureRef, picture: Picture | None, fetched_by: Fetch) -> None:
        """Keep one that came, unless its notebook was put away or it was let go meanwhile."""
        if fetched_by is not self._fetch or ref not in self._photos:
            return
        self._photos.pop(ref)
        self._photos[ref] = picture
        there = [each for each, kept in self._photos.items() if kept is not None]
        for oldest in there[:-_MOST_PHOTOS]:
            del self._photos[oldest]
        self.arrived.emit()

    def _draw(
        self, picture: Picture, side: int, ratio: float, *, of_a_set: bool, face: bool
    ) -> QPixmap:
        """A drawing, the whole of a picture or photo, or a face cut to a square."""
        drawn = QPixmap(round(side * ratio), round(side * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        area = QRectF(0, 0, side, side)
        is_drawing = picture.media_type == "image/svg+xml"
        if (is_drawing or of_a_set) and self.tile:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_TILE)
            painter.drawRoundedRect(area, side / 6, side / 6)
            area = area.adjusted(side / 16, side / 16, -side / 16, -side / 16)
        if is_drawing:
            renderer = QSvgRenderer(QByteArray(picture.data))
            renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
            renderer.render(painter, area)
        else:
            radius = 0 if of_a_set else side * ROUND_CORNER
            _draw_dots(painter, picture.data, area, radius=radius, square=face)
        painter.end()
        return drawn


def initial(name: str) -> PictureRef:
    """The picture of somebody of whom there is none: the first letter of their name."""
    return PictureRef(f"{_INITIAL}{name.strip()[:1].upper()}")


def face_picture(photo: PictureRef | None, name: str) -> PictureRef:
    """The picture of somebody among others: the middle of their photo, else their first letter."""
    return PictureRef(f"{_FACE}{photo}") if photo else initial(name)


def sheet_picture(paper: PaperSize, picture: PictureRef) -> PictureRef:
    """A document in small: a sheet of the shape of its paper, with what it is about on it."""
    wide, high = _SHAPES[paper]
    return PictureRef(f"{_SHEET}{wide}x{high}|{picture}")


def _draw_initial(letter: str, side: int, ratio: float) -> QPixmap:
    drawn = QPixmap(round(side * ratio), round(side * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(_INK, max(2.0, side / 24)))
    painter.setBrush(_TILE)
    edge = max(1.5, side / 36)
    area = QRectF(edge, edge, side - 2 * edge, side - 2 * edge)
    painter.drawEllipse(area)
    font = QFont(QApplication.font())
    font.setPixelSize(max(8, round(side * 0.52)))
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return drawn


def _draw_ink(colour: str, side: int, ratio: float) -> QPixmap:
    """A dot of a colour to draw with, on the paper that it is drawn on."""
    drawn = QPixmap(round(side * ratio), round(side * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_PAPER)
    painter.drawEllipse(QRectF(0, 0, side, side))
    painter.setBrush(QColor(colour))
    rim = side / 10
    painter.drawEllipse(QRectF(rim, rim, side - 2 * rim, side - 2 * rim))
    painter.end()
    return drawn


def _draw_dots(
    painter: QPainter, data: bytes, area: QRectF, *, radius: float, square: bool
) -> None:
    """All of a picture, as paper shows it: what is cut off would say something else.

    Only of a face in a small circle of people the middle is enough.
    """
    picture = QPixmap()
    picture.loadFromData(data)
    if picture.isNull():
        return
    shown, place = QRectF(picture.rect()), area
    if square:
        least = min(picture.width(), picture.height())
        shown = QRectF(0, 0, least, least)
        shown.moveCenter(QRectF(picture.rect()).center())
    else:
        scale = min(area.width() / picture.width(), area.height() / picture.height())
        place = QRectF(0, 0, picture.width() * scale, picture.height() * scale)
        place.moveCenter(area.center())
    if radius:
        rounded = QPainterPath()
        rounded.addRoundedRect(place, radius, radius)
        painter.setClipPath(rounded)
    painter.drawPixmap(place, picture, shown)
