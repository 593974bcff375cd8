"""What was pressed stays where it is on the screen while all of the screen is shown anew.

Whoever tries one setting after the other finds each under the pointer still, and nobody presses
what has slipped under it.
"""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.parts.pressable import Pressable


class Staying:
    """What has the keyboard, or else stands first in sight, and where in the window it stands."""

    def __init__(self, window: QWidget, screen: QWidget) -> None:
        self._window = window
        had = window.focusWidget()
        self._focus = had.objectName() if had is not None else ""
        pressed = isinstance(had, Pressable) and screen.isAncestorOf(had) and _whole(had)
        stood = had if pressed else _first_in_sight(screen)
        self._name = stood.objectName() if stood is not None else ""
        self._at = self._middle(stood) if stood is not None else 0

    def show_again(self, screen: QWidget) -> None:
        """Give the keyboard back to what had it, and put what stood somewhere there again."""
        for each in _named(screen, self._focus):
            if not each.hasFocus():
                each.setFocus()
        self._put_back(screen)
        QTimer.singleShot(
            0, screen, lambda: self._put_back(screen)
        )  # cards may be fitted till then

    def _put_back(self, screen: QWidget) -> None:
        for each in _named(screen, self._name)[:1]:
            area = _scrolls(each)
            if area is not None:
                bar = area.verticalScrollBar()
                bar.setValue(bar.value() + self._middle(each) - self._at)
                area.ensureWidgetVisible(each, 0, 0)  # larger now, it may reach over the edge

    def _middle(self, widget: QWidget) -> int:
        return widget.mapTo(self._window, widget.rect().center()).y()


def _named(screen: QWidget, name: str) -> list[Pressable]:
    return [each for each in screen.findChildren(Pressable, name) if name and each.isVisible()]


def _first_in_sight(screen: QWidget) -> Pressable | None:
    named = (each for each in screen.findChildren(Pressable) if each.objectName())
    return next((each for each in named if each.isVisible() and _whole(each)), None)


def _whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def _scrolls(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent
