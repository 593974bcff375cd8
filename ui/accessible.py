"""What a screen reader takes our own widgets for: words for words, headings for headings.

Qt takes whatever it does not know for a box that holds others, and screen readers pass it by.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLES = {
    "Words": QAccessible.Role.StaticText,
    "Path": QAccessible.Role.StaticText,
    "_FacePicture": QAccessible.Role.Graphic,
    "MovementPicture": QAccessible.Role.Graphic,
    "Canvas": QAccessible.Role.Canvas,
    "PhotoFrame": QAccessible.Role.Graphic,
}
"""By the name of the class, as Qt knows it."""

_ENDS = frozenset(".!?…:۔؟।")

_installed: list[object] = []


def install() -> None:
    """Tell Qt, once."""
    if not _installed:
        _installed.append(_interface)
        QAccessible.installFactory(_interface)


def _interface(kind: str, thing: QObject) -> QAccessibleInterface | None:
    role = _ROLES.get(kind)
    if role is None or not isinstance(thing, QWidget):
        return None
    if getattr(thing, "heading", False):
        role = QAccessible.Role.Heading
    return QAccessibleWidget(thing, role)


def in_one(words: str, note: str) -> str:
    """Both, as a screen reader says them: with one full stop in between."""
    between = " " if words[-1:] in _ENDS else ". "
    return between.join(part for part in (words, note) if part)
