"""The self-test with the window: ``alongside --self-test``. It needs no screen and shows none."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app import self_test
from app.bootstrap import House
from app.self_test import AGAIN, Check

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from ui.window import Window

_PATIENCE_SECONDS = 60.0
_SCREENS = ("people", "home", "plan")


def main() -> int:
    """Try everything. Gives 0 if nothing is wrong."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["ALONGSIDE_SOUND"] = "null"
    window = Check("The window opens, and tells screen readers what is in it.", problems)
    return self_test.run((*self_test.checks(), window))


def problems(house: House, folder: Path) -> Iterator[str]:  # noqa: ARG001
    """What is wrong with the window, and with what screen readers are told of it."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - only now is it known where to

    from ui.window import Window  # noqa: PLC0415

    app = QApplication.instance() or QApplication([])
    window = Window(house, lang="en-GB")
    window.resize(1366, 768)
    window.show()
    window.open_examples()
    try:
        yield from _look_at(window, app)
    finally:
        window.close()
        window.deleteLater()


def _look_at(window: "Window", app: "QCoreApplication") -> Iterator[str]:
    from app.usecases import people  # noqa: PLC0415
    from ui.screens.base import Route  # noqa: PLC0415

    _settle(window, app)
    if window.ctx.notebook is None:
        yield f"The example notebook could not be opened. {AGAIN}"
        return
    person = people.everyone(window.ctx.notebook)[0].id
    for screen in _SCREENS:
        about = {} if screen == "people" else {"person": person}
        window.show_route(Route(screen, about))
        _settle(window, app)
        if window.grab().isNull():
            yield f"The screen {screen} could not be drawn. {AGAIN}"
        yield from _unnamed(window, screen)


def _unnamed(window: "Window", screen: str) -> Iterator[str]:
    """What can be reached and has no name; a tree with nothing in it is no tree."""
    from PySide6.QtCore import Qt  # noqa: PLC0415
    from PySide6.QtGui import QAccessible  # noqa: PLC0415
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415

    names = 0
    for widget in window.findChildren(QWidget):
        told = QAccessible.queryAccessibleInterface(widget)
        name = told.text(QAccessible.Text.Name) if told is not None else ""
        names += bool(name)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not name:
            yield f"Screen readers are not told what {widget.objectName()} is ({screen})."
    if not names:
        yield f"Screen readers are told nothing of the screen {screen}."


def _settle(window: "Window", app: "QCoreApplication") -> None:
    """Wait until everything asked for has come and been laid out."""
    until = time.monotonic() + _PATIENCE_SECONDS
    for _ in range(3):
        while window.desk.busy and time.monotonic() < until:
            app.processEvents()
        app.processEvents()
