"""The keyboard goes where the eye goes: Tab follows the layout, also for what was added later."""

import itertools

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QMainWindow, QScrollArea, QStackedLayout, QWidget

from ui.parts.flow import Flow


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
    for each in _items(layout):
        found += _of_layout(each) if isinstance(each, QLayout) else in_order(each)
    return found


def _items(layout: QLayout) -> list[QWidget | QLayout]:
    """What is in a layout, in its order.

    A box is not asked for its items: PySide would keep each of them as a Python object that
    outlives it, and take a widget that is later made in the same place of memory for that item.
    """
    if isinstance(layout, Flow):
        return layout.widgets()
    parent = layout.parentWidget()
    around = parent.children() if parent is not None else []
    widgets = [each for each in around if isinstance(each, QWidget)]
    inner = [each for each in layout.children() if isinstance(each, QLayout)]
    places = [(layout.indexOf(each), each) for each in (*widgets, *inner)]
    return [each for place, each in sorted(places, key=lambda found: found[0]) if place >= 0]
