"""What is seen of a widget."""

from PySide6.QtWidgets import QWidget


def in_sight(widget: QWidget) -> bool:
    """Whether nothing of it is scrolled away."""
    return widget.visibleRegion().boundingRect() == widget.rect()
