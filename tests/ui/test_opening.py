"""A notebook that is pressed in the desktop is asked for its PIN, and never pushes another out."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent

from ui.opening import Asked


def test_a_notebook_that_was_pressed_is_asked_for_its_pin(open_window, tmp_path):
    window = open_window().window
    event = QFileOpenEvent(QUrl.fromLocalFile(str(tmp_path / "Ours.alongside")))
    assert Asked(window).eventFilter(window, event)
    assert window.route.screen == "unlock"
    assert window.route.about["path"] == Path(tmp_path / "Ours.alongside")


def test_the_notebook_that_is_open_stays(new_notebook, tmp_path):
    window = new_notebook.window
    event = QFileOpenEvent(QUrl.fromLocalFile(str(tmp_path / "Other.alongside")))
    assert Asked(window).eventFilter(window, event)
    assert window.route.screen == "people"
