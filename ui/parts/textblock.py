"""Words laid out in a width, measured and drawn the same way, with a stretch that can be lit."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from ui.parts.ink import beside, ink_of

_ENDLESS = 1_000_000.0
_TALL = 1.12
"""Extra room between lines, on top of the font's own."""
_ROOMY_FONT = 1.7
_LESS = 0.82
"""Fonts of Arabic script ask for twice their size from line to line: two lines of one label would
drift apart. This much of it is enough between lines; above the first and below the last, and at
both ends, as much is added as the letters of Nastaliq reach out."""

_BESIDE = 8
"""Px: a hand that shakes presses so far beside a line and still means it."""


class TextBlock:
    """A piece of text that wraps, at words first and within a word where one is too long.

    Its direction follows its own first strong letter, so that Urdu words on an English screen
    (and the other way round) read right.
    """

    def __init__(self, text: str, font: QFont, *, centre: bool = False) -> None:
        self.text = text
        self._font = font
        self._centre = centre
        self._lit: tuple[int, int, QColor, QColor] | None = None
        self._word = (0, 0)
        self._dotted: tuple[tuple[int, int], ...] = ()
        self._laid: dict[int, tuple[QTextLayout, int]] = {}
        self._side: int | None = None

    def set_font(self, font: QFont) -> None:
        """Use another font."""
        if font != self._font:
            self._font = font
            self._side = None
            self._laid.clear()

    def set_centre(self, centre: bool) -> None:
        """Put each line in the middle, or where reading begins."""
        if centre != self._centre:
            self._centre = centre
            self._laid.clear()

    def light(self, start: int, length: int, fill: QColor, ink: QColor) -> None:
        """Light a stretch of characters, and underline it; a length of 0 lights none."""
        self._lit = (start, length, fill, ink) if length else None
        self._word = (0, 0)

    def light_word(self, start: int, length: int) -> None:
        """Turn ink and ground round for a word of what is lit; a length of 0 does for none."""
        self._word = (start, length)

    def dot(self, spans: Sequence[tuple[int, int]]) -> None:
        """Put a dotted line under these stretches of characters, each from its start to its end."""
        self._dotted = tuple(spans)

    def natural_width(self) -> int:
        """The width it takes without wrapping."""
        if not self.text:
            return 0
        widest = max(self._advance(line) for line in self.text.split("\n"))
        return widest + 2 * self._beside() + 4

    def longest_word(self) -> int:
        """The width of its widest word."""
        widest = max((self._advance(word) for word in self.text.split()), default=0)
        return widest + 2 * self._beside() + 4

    def _advance(self, text: str) -> int:
        """Measured as it is laid out: joined letters take another width than their sum."""
        layout = QTextLayout(text, self._font)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(_ENDLESS)
        layout.endLayout()
        return math.ceil(line.naturalTextWidth())

    def line_height(self) -> int:
        """The height of one line."""
        return round(self._pitch(QFontMetrics(self._font).height()))

    def height(self, width: int) -> int:
        """The height it takes in a width."""
        return self._lay(width)[1] if self.text else 0

    def draw(self, painter: QPainter, place: QRect, ink: QColor, mirrored: bool) -> None:
        """Draw it at the start of ``place``, on the side where reading starts."""
        if not self.text:
            return
        layout, _ = self._lay(place.width(), mirrored)
        formats = [self._dots(start, end, ink) for start, end in self._dotted]
        painter.setPen(QPen(ink))
        layout.draw(painter, QPointF(place.topLeft()), [*formats, *self._lights()])

    def place_at(self, point: QPoint, place: QRect, mirrored: bool) -> int:
        """The character that stands at a point, or the nearest, of what is drawn at ``place``."""
        layout, _ = self._lay(place.width(), mirrored)
        below = QPointF(point - place.topLeft())
        nearest = 0
        for line in (layout.lineAt(each) for each in range(layout.lineCount())):
            if line.y() > below.y():
                break
            nearest = line.xToCursor(below.x(), QTextLine.CursorPosition.CursorOnCharacter)
        return len(self.text.encode("utf-16-le")[: 2 * nearest].decode("utf-16-le", "ignore"))

    def holds(self, point: QPoint, place: QRect, mirrored: bool) -> bool:
        """Whether a line stands at a point, or just beside it, of what is drawn at ``place``."""
        layout, _ = self._lay(place.width(), mirrored)
        here = QPointF(point - place.topLeft())
        lines = (layout.lineAt(each).naturalTextRect() for each in range(layout.lineCount()))
        return any(line.adjusted(-_BESIDE, 0, _BESIDE, 0).contains(here) for line in lines)

    def _lights(self) -> list[QTextLayout.FormatRange]:
        """What is said now: not by colour alone, so that it is seen in every theme."""
        if self._lit is None:
            return []
        start, length, fill, ink = self._lit
        sentence = QTextCharFormat()
        sentence.setBackground(fill)
        sentence.setForeground(ink)
        sentence.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        sentence.setUnderlineColor(ink)
        word = QTextCharFormat()
        word.setBackground(ink)
        word.setForeground(fill)
        (at, long), end = self._word, start + length
        stretches = (
            (start, (at if long else end), sentence),
            (at, at + long, word),
            (at + long, end if long else at, sentence),
        )
        return [self._stretch(first, last, how) for first, last, how in stretches if last > first]

    def _dots(self, start: int, end: int, ink: QColor) -> QTextLayout.FormatRange:
        shown = QTextCharFormat()
        shown.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        shown.setUnderlineColor(ink)
        return self._stretch(start, end, shown)

    def _stretch(self, start: int, end: int, how: QTextCharFormat) -> QTextLayout.FormatRange:
        """Qt counts in UTF-16, where an emoji is two."""
        stretch = QTextLayout.FormatRange()
        stretch.start = len(self.text[:start].encode("utf-16-le")) // 2
        stretch.length = len(self.text[start:end].encode("utf-16-le")) // 2
        stretch.format = how
        return stretch

    def ink(self, place: QRect, mirrored: bool) -> QRectF:
        """Where its letters are, drawn at ``place``."""
        return ink_of(self._lay(place.width(), mirrored)[0]).translated(place.topLeft())

    def _is_roomy(self, height: float) -> bool:
        return height > _ROOMY_FONT * self._font.pixelSize()

    def _pitch(self, height: float) -> float:
        """From one line to the next, for lines of this height."""
        return height * (_LESS if self._is_roomy(height) else _TALL)

    def _beside(self) -> int:
        """What is left free at each end of a line, for letters that reach out of it."""
        if self._side is None:
            self._side = beside(self.text, self._font)
        return self._side

    def _lay(self, width: int, mirrored: bool = False) -> tuple[QTextLayout, int]:
        width = max(1, width)
        key = -width if mirrored else width
        if key in self._laid:
            return self._laid[key]
        layout = QTextLayout(self.text.replace("\n", "\u2028"), self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        start = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(
            Qt.AlignmentFlag.AlignHCenter
            if self._centre
            else start | Qt.AlignmentFlag.AlignAbsolute
        )
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        self._laid[key] = layout, round(self._break(layout, width))
        return self._laid[key]

    def _break(self, layout: QTextLayout, width: int) -> float:
        """Break it into lines, one below the other; give out how high they are together."""
        height, roomy, side = 0.0, False, self._beside()
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width - 2 * side))
            pitch = self._pitch(line.height())
            roomy = roomy or self._is_roomy(line.height())
            line.setPosition(QPointF(side, height + min(0.0, (pitch - line.height()) / 2)))
            height += pitch
        layout.endLayout()
        if not roomy:
            return height
        ink = ink_of(layout)
        above, below = max(0, math.ceil(-ink.top())), max(0.0, ink.bottom() - height)
        for each in range(layout.lineCount()):
            line = layout.lineAt(each)
            line.setPosition(line.position() + QPointF(0, above))
        return height + above + math.ceil(below)
