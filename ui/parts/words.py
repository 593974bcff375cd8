"""Words that are only read: a question, a heading, an explanation."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.context import Context
from ui.parts.textblock import TextBlock

_HEADINGS = frozenset({"question", "title", "top"})
"""Sizes of what says what the rest is about."""
_LONGEST = 900
"""Px: no word of a language is longer, in the largest letters."""


class Words(QWidget):
    """A piece of text in one of the look's sizes; it wraps and is never cut off.

    Attributes:
        heading: whether it says what follows is about; screen readers go from one to the next.

    """

    def __init__(
        self,
        ctx: Context,
        words: str,
        *,
        size: str = "label",
        ink: str = "ink",
        bold: bool | None = None,
        centre: bool = False,
        lang: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.lang = lang or ctx.words.lang
        self._font = ctx.look.font(size, bold=bold, lang=lang)
        self._centre = centre
        self.heading = size in _HEADINGS
        self._block = TextBlock(words, self._font, centre=centre)
        self._ink = ink
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """What it says."""
        return self._block.text

    def say(self, words: str) -> None:
        """Say something else in the same place."""
        self._block = TextBlock(words, self._font, centre=self._centre)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def dot(self, spans: Sequence[tuple[int, int]]) -> None:
        """Put a dotted line under hard words."""
        self._block.dot(spans)

    def light(self, start: int, length: int) -> None:
        """Light a stretch of the words while it is said; length 0 for none."""
        self._block.light(start, length, *self.ctx.look.lit())
        self.update()

    def light_word(self, start: int, length: int) -> None:
        """Mark the one word of them that is said now; length 0 for none."""
        self._block.light_word(start, length)
        self.update()

    @property
    def type_px(self) -> int:
        """The size of its type."""
        return self._font.pixelSize()

    def ink(self) -> QRectF:
        """Where its letters are drawn, in px of the widget."""
        return self._block.ink(self._place(), self._mirrored())

    def place_at(self, point: QPoint) -> int:
        """Which of the characters stands at this point of the widget."""
        return self._block.place_at(point, self._place(), self._mirrored())

    def holds(self, point: QPoint) -> bool:
        """Whether words stand at this point of the widget, rather than the room beside them."""
        return self._block.holds(point, self._place(), self._mirrored())

    def sizeHint(self) -> QSize:
        """As wide as its words on one line."""
        width = self._block.natural_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its longest word; one too long for any screen, as a path is, is cut."""
        return QSize(min(self._block.longest_word(), _LONGEST), self._block.line_height())

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the wrapped words need."""
        return self._block.height(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        painter = QPainter(self)
        ink = self.ctx.look.colour(self._ink)
        self._block.draw(painter, self._place(), ink, self._mirrored())
        painter.end()

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _place(self) -> QRect:
        spare = max(0, self.height() - self.heightForWidth(self.width()))
        return QRect(0, spare // 2, self.width(), self.height())
