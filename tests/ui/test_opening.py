"""The program as it opens, and a notebook that is pressed in the desktop, which pushes none out."""

import gc
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


def test_what_is_loaded_for_good_is_not_looked_through_again_in_the_midst_of_typing(open_window):
    driver = open_window()
    try:
        driver.window.warm_up()
        driver.settle()
        assert gc.get_freeze_count() > len(gc.get_objects())
    finally:
        gc.unfreeze()  # the windows of other tests do not stay for good
