"""The second press of a double click, where another thing has come to stand in its spot.

Qt tells a double click to what was pressed first. Where a press brings up another screen, the
second one would be an ordinary press on whatever stands there now, which nobody meant.
"""

import weakref

from PySide6.QtCore import QPointF
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

_SAME_SPOT = 24
"""Px, across and down together: hands that shake move a little between two presses."""


class SecondPress:
    """Remembers the last press on anything."""

    def __init__(self) -> None:
        self._pressed: weakref.ref[QWidget] | None = None
        self._when = 0
        self._where = QPointF()

    def is_one(self, widget: QWidget, event: QMouseEvent) -> bool:
        """Whether this press comes in the spot and right after the press on something else."""
        apart = (event.globalPosition() - self._where).manhattanLength()
        soon = 0 <= event.timestamp() - self._when < QApplication.doubleClickInterval()
        before = self._pressed() if self._pressed is not None else None
        is_one = before is not widget and self._pressed is not None and soon and apart < _SAME_SPOT
        if not is_one:
            self._pressed = weakref.ref(widget)
            self._when, self._where = event.timestamp(), event.globalPosition()
        return is_one

    def let_go(self, event: QMouseEvent) -> None:
        """It was let go: the next press comes soon or late after this."""
        self._when, self._where = event.timestamp(), event.globalPosition()
