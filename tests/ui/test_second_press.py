"""A double click is one press, also where the first one brought up another thing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.parts.second_press import SecondPress

Press = Callable[..., bool]


@pytest.fixture
def press() -> Press:
    asked = SecondPress()

    def press(widget: QWidget, *, ms: int, where: tuple[int, int] = (10, 10)) -> bool:
        return asked.is_one(widget, at(ms, QEvent.Type.MouseButtonPress, where))

    return press


def at(ms: int, kind: QEvent.Type, where: tuple[int, int] = (10, 10)) -> QMouseEvent:
    """What the mouse did at this time."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, QPointF(*where), QPointF(*where), left, left, none)
    event.setTimestamp(ms)
    return event


@pytest.fixture
def two(qtbot: QtBot) -> tuple[QWidget, QWidget]:
    made = QPushButton(), QPushButton()
    for each in made:
        qtbot.addWidget(each)
    return made


def test_a_press_right_after_one_on_another_thing_in_the_same_spot_is_not_meant(
    press: Press, two: tuple[QWidget, QWidget]
) -> None:
    before, now = two
    assert not press(before, ms=1_000)
    assert press(now, ms=1_200, where=(14, 12))


def test_what_is_gone_by_then_counts_as_another_thing(press: Press, qtbot: QtBot) -> None:
    now = QPushButton()
    qtbot.addWidget(now)
    assert not press(QPushButton(), ms=1_000)
    assert press(now, ms=1_200)


@pytest.mark.parametrize(
    "later", [{"ms": 3_000}, {"ms": 1_200, "where": (300, 10)}], ids=["later", "elsewhere"]
)
def test_any_other_press_is_meant(
    press: Press, two: tuple[QWidget, QWidget], later: dict[str, object]
) -> None:
    before, now = two
    press(before, ms=1_000)
    assert not press(now, **later)


def test_pressing_the_same_thing_again_is_meant(press: Press, two: tuple[QWidget, QWidget]) -> None:
    press(two[0], ms=1_000)
    assert not press(two[0], ms=1_200)


def test_what_comes_right_after_a_long_press_is_not_meant_either(
    two: tuple[QWidget, QWidget],
) -> None:
    asked, (before, now) = SecondPress(), two
    assert not asked.is_one(before, at(1_000, QEvent.Type.MouseButtonPress))
    asked.let_go(at(1_600, QEvent.Type.MouseButtonRelease))
    assert asked.is_one(now, at(1_650, QEvent.Type.MouseButtonPress))
