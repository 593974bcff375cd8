"""Whether everything on screen has the room that its words need."""

import itertools
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.parts.pressable import Pressable
from ui.parts.words import Words
from ui.window import Window

_SOFT = 2.5, 0.03
"""Px, and share of the size of type: outlines are rounded up, and soft edges reach beyond them."""


_APART = 3
"""Px: rounded sizes may let neighbours touch."""


def cut_off(window: Window) -> list[str]:
    """What is too small for its words, lies over something else or sticks out, in words."""
    found: list[str] = []
    around: dict[QWidget, list[Pressable | Words]] = {}
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, Pressable | Words):
            found += _too_small(widget, window)
            around.setdefault(widget.parentWidget(), []).append(widget)
    for siblings in around.values():
        found += _over_each_other(siblings)
    for area in window.findChildren(QScrollArea):
        if area.isVisible() and area.widget() and area.widget().width() > area.viewport().width():
            found.append(f"too wide for its place: {area.objectName() or 'a column'}")
    return found


def _too_small(widget: Pressable | Words, window: Window) -> Iterator[str]:
    needed = widget.heightForWidth(widget.width())
    if widget.height() + 1 < needed:
        yield f"cut off: {widget.words!r} has {widget.height()} of {needed} px"
    if widget.width() + 1 < min(widget.minimumSizeHint().width(), window.width()):
        yield f"squeezed: {widget.words!r} has {widget.width()} px"
    if isinstance(widget, Words) and widget.words:
        soft = max(_SOFT[0], _SOFT[1] * widget.type_px)
        if not QRectF(widget.rect()).adjusted(-soft, -soft, soft, soft).contains(widget.ink()):
            yield f"letters cut off: {widget.words!r}"
    left = widget.mapTo(window, widget.rect().topLeft()).x()
    if left < 0 or left + widget.width() > window.width():
        yield f"sticks out: {widget.words!r}"


def _over_each_other(siblings: Sequence[Pressable | Words]) -> Iterator[str]:
    for one, other in itertools.combinations(siblings, 2):
        shared = one.geometry() & other.geometry()
        if shared.width() > _APART and shared.height() > _APART:
            yield f"over each other: {one.words!r} and {other.words!r}"
