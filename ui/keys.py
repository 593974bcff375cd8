"""The keys that do what the buttons of the lower bar do, on every screen the same."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.hearing import Hearing
from ui.parts.bottom_bar import BottomBar
from ui.parts.pressable import Pressable

_KEYS = {
    "Alt+Right": "next",
    "Alt+Left": "back",
    "F2": "hear",
    "Ctrl+Z": "undo",
    "Ctrl+Y": "redo",
    "F1": "stop",
}
_ELSE = {"back": "home", "stop": "how"}
"""What a key presses where there is no button of its own name."""


class Keys(QObject):
    """Presses the buttons that are there when a key is pressed.

    Args:
        bar: gives the lower bar of the screen that is shown.

    """

    def __init__(self, window: QWidget, *, bar: Callable[[], BottomBar], hearing: Hearing) -> None:
        super().__init__(window)
        self._bar = bar
        for keys, name in _KEYS.items():
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda name=name: self.press(name))
        for keys, hear in (("F3", hearing.hear_next), ("Shift+F3", hearing.hear_before)):
            QShortcut(QKeySequence(keys), window).activated.connect(hear)

    def press(self, name: str) -> None:
        """Press the button of this name, if the screen has it or what stands for it."""
        bar = self._bar()
        button = bar.buttons.get(name) or bar.findChild(Pressable, name)
        if button is None and name in _ELSE:
            button = bar.buttons.get(_ELSE[name])
        if button is not None:
            button.click()
