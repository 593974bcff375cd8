"""The large round button that a photo is taken with, or that begins and ends a recording."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from app.model.ids import PictureRef
from ui.context import Context
from ui.parts.pressable import Pressable
from ui.parts.strokes import draw_sign

SHUTTER_PX = 136


class Shutter(Pressable):
    """A disc with a picture in its middle, and words below it.

    Args:
        ctx: what every part is handed.
        name: how tests find it.
        words: what it does.
        picture: what stands for that: a picture, or one of the signs that are drawn.

    """

    def __init__(self, ctx: Context, name: str, words: str, picture: PictureRef) -> None:
        super().__init__(
            ctx,
            words,
            picture=picture,
            picture_px=SHUTTER_PX,
            role="bare",
            size="button",
            arrange="above",
        )
        self.setObjectName(name)
        self.can_be_low = False

    def _draw_picture(self, painter: QPainter, ref: PictureRef, at: QPoint, side: int) -> None:
        look = self.ctx.look
        disc = QRect(at.x(), at.y(), side, side)
        painter.setPen(QPen(look.colour("action"), 5))
        painter.setBrush(look.colour("card"))
        painter.drawEllipse(disc.adjusted(3, 3, -3, -3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("lit") if self.isDown() else look.colour("action"))
        painter.drawEllipse(disc.adjusted(10, 10, -10, -10))
        painter.setBrush(look.colour("action_ink"))
        inner = side // 4
        painter.drawEllipse(disc.adjusted(inner - 6, inner - 6, 6 - inner, 6 - inner))
        sign = at + QPoint(side * 3 // 8, side * 3 // 8)
        if draw_sign(painter, ref, sign, side // 4, look.colour("action"), mirrored=False):
            return
        pixmap = self.ctx.pixmaps.pixmap(ref, side - 2 * inner, self.devicePixelRatioF())
        if pixmap is not None:
            painter.drawPixmap(at + QPoint(inner, inner), pixmap)
