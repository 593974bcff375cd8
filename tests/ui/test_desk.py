"""The desk when the window goes."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.desk import Desk


def test_what_was_asked_for_is_finished_and_what_comes_later_is_not_begun(qtbot: QtBot) -> None:
    owner, done = QObject(), []
    desk = Desk()
    desk.do(lambda: done.append("before"), owner=owner)
    desk.close()
    desk.do(lambda: done.append("after"), owner=owner)
    qtbot.waitUntil(lambda: not desk.busy)
    assert done == ["before"]
