"""Signs that lie over the window: words on a card of their own."""

from typing import Literal

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.parts.textblock import TextBlock

_PAD = 14
_EDGE = 12
_ASIDE = 24
"""Px beside it in which the scroll bar is seen."""

Edge = Literal["top", "bottom"]


def sign_height(ctx: Context, size: str) -> int:
    """How high a sign of one line is."""
    line = TextBlock("", ctx.look.font(size)).line_height()
    return max(line + _PAD, ctx.look.shape.target_least)


class Sign:
    """Words on a card at the top or at the bottom of a place.

    It stands where a line of writing ends, so that it covers as few words as it can; what belongs
    to the whole window stands in its middle.
    """

    def __init__(
        self,
        ctx: Context,
        over: QWidget,
        words: str,
        at: QRect,
        edge: Edge,
        *,
        size: str = "bar",
        middle: bool = False,
    ) -> None:
        self._ctx = ctx
        self._block = TextBlock(words, ctx.look.font(size), centre=True)
        width = min(self._block.natural_width(), over.width() - 80)
        high = max(self._block.height(width) + _PAD, ctx.look.shape.target_least)
        wide = width + 2 * _PAD
        self._mirrored = over.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = at.left() + _ASIDE if self._mirrored else at.right() - wide - _ASIDE
        if middle:
            left = at.center().x() - wide // 2
        left = min(max(left, _EDGE), over.width() - width - 2 * _PAD - _EDGE)
        self.box = QRect(left, at.top() + 5, width + 2 * _PAD, high)
        if edge == "bottom":
            self.box.moveBottom(at.bottom() - 6)

    def draw(self, painter: QPainter) -> None:
        """Draw the card and its words."""
        look = self._ctx.look
        painter.setPen(QPen(look.colour("ink"), look.shape.card_edge))
        painter.setBrush(look.colour("card"))
        painter.drawRoundedRect(self.box, 12, 12)
        inner = self.box.adjusted(_PAD, 0, -_PAD, 0)
        spare = inner.height() - self._block.height(inner.width())
        place = inner.adjusted(0, spare // 2, 0, 0)
        self._block.draw(painter, place, look.colour("ink"), self._mirrored)
