"""Scrolling to what was just reached or put in."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def show_in_scroll_area(widget: QWidget, margin: int = 8) -> None:
    """Scroll the nearest scroll area so that all of the widget is seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, margin, margin)
            return
        parent = parent.parentWidget()


def bring_into_sight(*widgets: QWidget) -> None:
    """Scroll to these when they have their places; the last of them is seen, whatever is not."""
    *_, last = widgets

    def show() -> None:
        for each in widgets:
            show_in_scroll_area(each, 0)

    # What is new is shown in the first turn, and has its place after the second.
    QTimer.singleShot(0, last, lambda: QTimer.singleShot(0, last, show))
