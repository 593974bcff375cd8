"""Noticing that somebody comes to a button, with the pointer or the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

_SIGNS = {QEvent.Type.Enter, QEvent.Type.FocusIn}


class Nearing(QObject):
    """Does something once when somebody comes to a widget, before it is pressed.

    Args:
        widget: what they come to; this goes with it.
        do: what is made ready then.

    """

    def __init__(self, widget: QWidget, do: Callable[[], None]) -> None:
        super().__init__(widget)
        self._do = do
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the first sign, and let it pass."""
        if event.type() in _SIGNS:
            watched.removeEventFilter(self)
            self._do()
        return False
