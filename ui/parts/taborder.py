"""The keyboard goes where the eye goes: Tab follows the layout, also for what was added later."""

import itertools

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QMainWindow, QScrollArea, QStackedLayout, QWidget


def follow_layout(widget: QWidget) -> None:
    """Put everything of this widget's window that takes the keyboard into the order it is seen."""
    window = widget.window()
    root = window.centralWidget() if isinstance(window, QMainWindow) else window
    if root is None:
        return
    found = list(_in_order(root))
    for one, following in itertools.pairwise(found):
        QWidget.setTabOrder(one, following)


def _in_order(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        found = _in_order(inside) if inside is not None else []
        return [widget, *found] if widget.focusPolicy() & Qt.FocusPolicy.TabFocus else found
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return [widget]
    layout = widget.layout()
    return _of_layout(layout) if layout is not None else []


def _of_layout(layout: QLayout) -> list[QWidget]:
    if isinstance(layout, QStackedLayout):
        shown = layout.currentWidget()
        return _in_order(shown) if shown is not None else []
    found: list[QWidget] = []
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        if (inner := item.widget()) is not None:
            found += _in_order(inner)
        elif (rows := item.layout()) is not None:
            found += _of_layout(rows)
    return found
