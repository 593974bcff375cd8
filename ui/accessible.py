"""What a screen reader takes our own widgets for: words for words, headings for headings.

Qt takes whatever it does not know for a box that holds others, and screen readers pass it by.
"""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleValueInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLES = {
    "Words": QAccessible.Role.StaticText,
    "Path": QAccessible.Role.StaticText,
    "_FacePicture": QAccessible.Role.Graphic,
    "MovementPicture": QAccessible.Role.Graphic,
    "Canvas": QAccessible.Role.Canvas,
    "PaperPage": QAccessible.Role.Document,
    "PhotoFrame": QAccessible.Role.Graphic,
    "HearBar": QAccessible.Role.ToolBar,
    "LevelMeter": QAccessible.Role.ProgressBar,
    "Pace": QAccessible.Role.ProgressBar,
}
"""By the name of the class, as Qt knows it."""

_ENDS = frozenset(".!?…:۔؟।")

_installed: list[object] = []


@runtime_checkable
class Gauge(Protocol):
    """A widget that shows how much of something there is.

    Attributes:
        filled: so many of its steps are filled.
        steps: how many it has.

    """

    filled: int
    steps: int


class _Value(QAccessibleValueInterface):
    """How much a gauge shows. Only who asks is told: what changes all the time would be noise."""

    def __init__(self, gauge: Gauge) -> None:
        super().__init__()
        self._gauge = gauge

    def currentValue(self) -> int:
        return self._gauge.filled

    def minimumValue(self) -> int:
        return 0

    def maximumValue(self) -> int:
        return self._gauge.steps

    def minimumStepSize(self) -> int:
        return 1

    def setCurrentValue(self, value: object) -> None:
        """It shows what is, and cannot be set."""


class _Gauge(QAccessibleWidget):
    """A gauge, with its value."""

    def __init__(self, widget: QWidget, role: QAccessible.Role, gauge: Gauge) -> None:
        super().__init__(widget, role)
        self._value = _Value(gauge)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:
        if kind == QAccessible.InterfaceType.ValueInterface:
            return self._value
        return super().interface_cast(kind)


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
    if isinstance(thing, Gauge):
        return _Gauge(thing, role, thing)
    return QAccessibleWidget(thing, role)


def in_one(words: str, note: str) -> str:
    """Both, as a screen reader says them: with one full stop in between."""
    between = " " if words[-1:] in _ENDS else ". "
    return between.join(part for part in (words, note) if part)
