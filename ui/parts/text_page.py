"""A document that is text alone, before it leaves: the very lines of its file."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.words.languages import is_right_to_left
from ui.context import Context
from ui.parts.column import clear
from ui.parts.words import Words


class TextPage(QWidget):
    """Its lines, one under the other, each of which can be heard.

    Attributes:
        lines: those with words in them.

    """

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.ctx = ctx
        self.lines: tuple[Words, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_text(self, text: str, lang: str) -> None:
        """Show a text in a language, or none."""
        clear(self._column)
        lines = []
        way = Qt.LayoutDirection
        to = way.RightToLeft if is_right_to_left(lang) else way.LeftToRight
        for line in text.splitlines():
            if not line:
                self._column.addSpacing(self.ctx.look.shape.gap)
                continue
            words = Words(self.ctx, line, size="note", lang=lang)
            words.setLayoutDirection(to)
            self._column.addWidget(words)
            if any(sign.isalnum() for sign in line):
                lines.append(words)
        self.lines = tuple(lines)
