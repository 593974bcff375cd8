"""The self-test's window: sound as it is, and found out where a name is missing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui import self_test
from ui.__main__ import main
from ui.window import Window


def test_the_window_tells_screen_readers_what_is_in_it(qtbot, house, tmp_path):
    assert list(self_test.problems(house, tmp_path)) == []


def test_a_button_without_a_name_is_found(qtbot, house, tmp_path, monkeypatch):
    shown = Window.show_route

    def with_one_more(window, route):
        shown(window, route)
        nameless = QPushButton(window)
        nameless.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        nameless.setObjectName("mystery")
        nameless.show()

    monkeypatch.setattr(Window, "show_route", with_one_more)
    found = set(self_test.problems(house, tmp_path))
    assert "Screen readers are not told what mystery is (home)." in found


def test_a_window_without_its_examples_is_found(qtbot, house, tmp_path, monkeypatch):
    monkeypatch.setattr(Window, "open_examples", lambda _window: None)
    (line,) = self_test.problems(house, tmp_path)
    assert line.startswith("The example notebook could not be opened.")


def test_the_command_line_knows_it(monkeypatch):
    monkeypatch.setattr(self_test, "main", lambda: 7)
    assert main(["--self-test"]) == 7
