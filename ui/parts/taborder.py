"""The keyboard goes where the eye goes: Tab follows the layout, also for what was added later."""

import itertools

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QMainWindow, QScrollArea, QStackedLayout, QWidget

from ui.parts.inside import things_in
from ui.parts.pinned import PinnedPage


def follow_layout(widget: QWidget) -> None:
    """Put everything of this widget's window that takes the keyboard into the order it is seen."""
    window = widget.window()
    root = window.centralWidget() if isinstance(window, QMainWindow) else window
    if root is None:
        return
    found = list(in_order(root))
    for one, following in itertools.pairwise(found):
        QWidget.setTabOrder(one, following)


def in_order(widget: QWidget) -> list[QWidget]:
    """Everything in a widget that takes the keyboard, in the order in which it is seen."""
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        found = in_order(inside) if inside is not None else []
        if isinstance(widget, PinnedPage) and widget.held is not None:
            found = [*in_order(widget.held), *found]
        return [widget, *found] if widget.focusPolicy() & Qt.FocusPolicy.TabFocus else found
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return [widget]
    layout = widget.layout()
    return _of_layout(layout) if layout is not None else []


def _of_layout(layout: QLayout) -> list[QWidget]:
    if isinstance(layout, QStackedLayout):
        shown = layout.currentWidget()
        return in_order(shown) if shown is not None else []
    found: list[QWidget] = []
    for each in things_in(layout):
        found += _of_layout(each) if isinstance(each, QLayout) else in_order(each)
    return found
