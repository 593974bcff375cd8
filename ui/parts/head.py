"""The top of the window: who is here and where we are, or what can be done while something is read.

One takes the place of the other, so that nothing below moves when reading begins and ends: whoever
listens looks at the page, and a card that slips away under the pointer is pressed by mistake.
"""

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from ui.parts.bars import TopBar


class Head(QWidget):
    """As high whichever of the two it shows: the top bar has room for the other."""

    def __init__(self, top: TopBar) -> None:
        super().__init__()
        self._top = top
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._either = QStackedLayout()
        column.addLayout(self._either)
        self._either.addWidget(top)

    def show_strip(self, strip: QWidget, *, stays: bool) -> None:
        """Show the strip in place of the top bar; one that stays, below it."""
        if stays:
            self.layout().addWidget(strip)
        else:
            self._either.addWidget(strip)
            self._either.setCurrentWidget(strip)

    def show_top(self) -> None:
        """Show the top bar again."""
        self._either.setCurrentWidget(self._top)
