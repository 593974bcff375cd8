"""Whether everything on screen has the room that its words need."""

from PySide6.QtWidgets import QScrollArea, QWidget

from ui.parts.pressable import Pressable
from ui.parts.words import Words
from ui.window import Window


def cut_off(window: Window) -> list[str]:
    """What is too small for its words, or sticks out of the window, in words."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, Pressable | Words):
            continue
        needed = widget.heightForWidth(widget.width())
        if widget.height() + 1 < needed:
            found.append(f"cut off: {widget.words!r} has {widget.height()} of {needed} px")
        if widget.width() + 1 < min(widget.minimumSizeHint().width(), window.width()):
            found.append(f"squeezed: {widget.words!r} has {widget.width()} px")
        left = widget.mapTo(window, widget.rect().topLeft()).x()
        if left < 0 or left + widget.width() > window.width():
            found.append(f"sticks out: {widget.words!r}")
    for area in window.findChildren(QScrollArea):
        if area.isVisible() and area.widget() and area.widget().width() > area.viewport().width():
            found.append(f"too wide for its place: {area.objectName() or 'a column'}")
    return found
