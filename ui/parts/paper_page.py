"""One page of a document as it will be on paper: drawn from the file itself, its words known."""

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from ui.context import Context

if TYPE_CHECKING:
    from app.paper.sheet import Said

_PAPER = QColor("#FFFFFF")
_ROOM = 7
"""Px around the page, in which its edge and the ring of the keyboard are drawn."""
_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_SIZES = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class PaperPage(QWidget):
    """A page, as large as it is made.

    Signals:
        turning: the page after (1) or before (-1) is wanted.
        sizing: it is wanted larger (1) or smaller (-1).
        pressed: words on it were pressed; carries them as what can be heard.

    """

    turning = Signal(int)
    sizing = Signal(int)
    pressed = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.setObjectName("paper-page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._image: QImage | None = None
        self._size = (1.0, 1.0)
        self._lit: PageWords | None = None
        self.lines: tuple[PageWords, ...] = ()

    def show_words(self, told: str, size: tuple[float, float], said: "tuple[Said, ...]") -> None:
        """Show another page, of which there is no picture yet.

        Args:
            told: which page it is.
            size: width and height in points.
            said: what stands on it.

        """
        for each in self.lines:
            each.gone = True
        self._image, self._lit, self._size = None, None, size
        self.lines = tuple(PageWords(self, each) for each in said)
        self.setAccessibleName(told)
        self.setAccessibleDescription("\n".join(each.words for each in said))
        self.update()

    def show_image(self, image: QImage) -> None:
        """The page is drawn."""
        self._image = image
        self.update()

    @property
    def drawn(self) -> bool:
        """Whether there is a picture of it."""
        return self._image is not None

    def make_wide(self, wide: int) -> None:
        """Be so many px wide, with the room around it, and as high as the page needs."""
        inner = max(1, wide - 2 * _ROOM)
        self.setFixedSize(QSize(wide, round(inner * self._size[1] / self._size[0]) + 2 * _ROOM))

    def wide_for(self, high: int) -> int:
        """How wide it is where it is so high."""
        return round((high - 2 * _ROOM) * self._size[0] / self._size[1]) + 2 * _ROOM

    @property
    def dots(self) -> int:
        """How many dots wide the page itself is on this screen."""
        return max(1, round((self.width() - 2 * _ROOM) * self.devicePixelRatioF()))

    def mark(self, words: "PageWords | None") -> None:
        """Show which words are said now."""
        self._lit = words
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page, a line around it, and what is said now."""
        look, sheet = self.ctx.look, self._sheet()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(sheet, _PAPER)
        if self._image is not None:
            painter.drawImage(sheet, self._image)
        if self._lit is not None:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(self._place(self._lit.said), QColor("#FFCF5C"))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        ring = self.hasFocus()
        pen = QPen(look.colour("action" if ring else "quiet_ink"), 5 if ring else 1)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        off = 3.5 if ring else 0.5
        painter.drawRect(sheet.adjusted(-off, -off, off, off))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page, or make it larger or smaller; the arrow keys move what it stands in."""
        key = Qt.Key(event.key())
        if key in _TURNS:
            self.turning.emit(_TURNS[key])
        elif key in _SIZES:
            self.sizing.emit(_SIZES[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Words that are pressed are heard, as everywhere."""
        here = event.position()
        found = [each for each in self.lines if self._place(each.said).contains(here)]
        if found and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(tuple(found[:1]))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that it has the keyboard."""
        super().focusInEvent(event)
        self.update()

    def _sheet(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_ROOM, _ROOM, -_ROOM, -_ROOM)

    def _place(self, said: "Said") -> QRectF:
        sheet = self._sheet()
        scale = sheet.width() / self._size[0]
        left, top, wide, high = (each * scale for each in said.box)
        return QRectF(sheet.left() + left, sheet.top() + top, wide, high)


@dataclasses.dataclass(eq=False)
class PageWords:
    """Words on a page that can be heard, and are marked while they are said.

    Attributes:
        gone: another page is shown by now; it is not read on.

    """

    page: PaperPage
    said: "Said"
    gone: bool = False

    @property
    def words(self) -> str:
        """What it says, as long as it is there."""
        return "" if self.gone else self.said.words

    @property
    def lang(self) -> str:
        """The language of the words."""
        return self.said.lang

    def light(self, start: int, length: int) -> None:  # noqa: ARG002 - all of it is marked
        """Mark it while it is said; length 0 for not."""
        if not self.gone:
            self.page.mark(self if length else None)

    def light_word(self, start: int, length: int) -> None:
        """Single words are not marked."""
