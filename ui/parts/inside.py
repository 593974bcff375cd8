"""What a layout lays out, found without asking a box of Qt for its items."""

from PySide6.QtWidgets import QLayout, QWidget

from ui.parts.flow import Flow


def things_in(layout: QLayout) -> list[QWidget | QLayout]:
    """What is in a layout, in its order.

    A box is not asked for its items: PySide would keep each of them as a Python object that
    outlives it, and take a widget that is later made in the same place of memory for that item.
    The program ends by that, much later and somewhere else.
    """
    if isinstance(layout, Flow):
        return list(layout.widgets())
    parent = layout.parentWidget()
    around = parent.children() if parent is not None else []
    widgets = [each for each in around if isinstance(each, QWidget)]
    inner = [each for each in layout.children() if isinstance(each, QLayout)]
    places = [(layout.indexOf(each), each) for each in (*widgets, *inner)]
    return [each for place, each in sorted(places, key=lambda found: found[0]) if place >= 0]
