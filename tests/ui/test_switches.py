"""Switches whose release is never heard of do not shut anybody out."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.scanning.switches import Switches

FIRST, SECOND = Qt.Key.Key_Space, Qt.Key.Key_Return


class Pushed:
    """Two switches at a window with a line, and which of them was pressed."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.line = QLineEdit(self.window)
        self.line.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.switches = Switches(self.window)
        self.switches.watch(self.handle)
        self.switches.listen(("Space", "Return"), hold_ms=0, ignore_ms=0)
        self.told: list[int] = []
        self.switches.pressed.connect(self.told.append)

    @property
    def handle(self) -> QWindow:
        """What the operating system tells of keys."""
        return self.window.windowHandle()


@pytest.fixture
def pushed(qtbot: QtBot) -> Iterator[Pushed]:
    made = Pushed(qtbot)
    yield made
    made.switches.listen((), hold_ms=0, ignore_ms=0)


def test_a_switch_that_is_held_counts_once(pushed: Pushed) -> None:
    for _ in range(3):
        QTest.keyPress(pushed.handle, FIRST)
    assert pushed.told == [0]


def test_another_switch_counts_although_the_first_is_not_let_go(pushed: Pushed) -> None:
    QTest.keyPress(pushed.handle, FIRST)
    QTest.keyClick(pushed.handle, SECOND)
    QTest.keyRelease(pushed.handle, FIRST)
    QTest.keyClick(pushed.handle, FIRST)
    assert pushed.told == [0, 1, 0]


def test_a_switch_that_was_let_go_in_another_window_counts_again(
    pushed: Pushed, qtbot: QtBot
) -> None:
    QTest.keyPress(pushed.handle, FIRST)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    QTest.keyPress(pushed.handle, FIRST)
    assert pushed.told == [0, 0]


def test_a_switch_that_was_let_go_in_another_program_counts_again(pushed: Pushed) -> None:
    QTest.keyPress(pushed.handle, FIRST)
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    QTest.keyPress(pushed.handle, FIRST)
    assert pushed.told == [0, 0]


def test_a_switch_that_is_let_go_while_a_line_has_the_keyboard_is_let_go(pushed: Pushed) -> None:
    QTest.keyPress(pushed.handle, FIRST)
    pushed.line.setFocus()
    QTest.keyRelease(pushed.handle, FIRST)
    pushed.line.clearFocus()
    QTest.keyPress(pushed.handle, FIRST)
    assert pushed.told == [0, 0]
    assert pushed.line.text() == ""


def test_what_has_to_be_held_does_not_count_once_the_window_was_left(
    pushed: Pushed, qtbot: QtBot
) -> None:
    pushed.switches.listen(("Space",), hold_ms=40, ignore_ms=0)
    QTest.keyPress(pushed.handle, FIRST)
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.focusWindowChanged.emit(None)
    qtbot.wait(80)
    assert pushed.told == []
