"""Telling a screen reader what came up: a new screen, a sentence that is told, what is read back.

Whoever sees the screen sees that it changed. A screen reader only follows the keyboard, which may
stand on the same button before and after.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from ui.screens.base import Readable, Screen
    from ui.window import Window

_ALL_OF_IT = frozenset({"read_back"})
"""Kinds of moments of which everything is told: the person is asked whether it is right."""


class Announcer(QObject):
    """Announces what happens in one window.

    Signals:
        said: something was announced; carries it.

    """

    said = Signal(str)

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._told = ""
        window.shown.connect(self._shown)

    def tell(self, sentence: str) -> None:
        """Have a sentence said, after what the screen reader is saying now."""
        event = QAccessibleAnnouncementEvent(self._window, sentence)
        QAccessible.updateAccessibility(event)
        self.said.emit(sentence)

    def _shown(self) -> None:
        """A screen came up, or a moment: its title and its question, once."""
        screen = self._window.screen
        if screen is None:
            return
        heard = (each.words for each in asked(screen))
        told = ". ".join(dict.fromkeys(filter(None, (screen.frame().title, *heard))))
        if told != self._told:
            self._told = told
            self.tell(told)


def asked(screen: "Screen") -> "tuple[Readable, ...]":
    """What a screen asks, or is about; where the person is asked whether it is right, all of it."""
    talk = getattr(screen, "talk", None)  # a screen module is loaded when it is first shown
    everything = talk is not None and talk.conversation.step.moment.kind in _ALL_OF_IT
    readables = screen.readables()
    return readables if everything else readables[:1]
