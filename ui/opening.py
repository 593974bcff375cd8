"""From nothing to the first painted screen, with as little loaded before it as can be."""

import locale
import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.bootstrap import House
from ui.screens.base import Route
from ui.window import Window


def open_window(
    *, demo: bool, lang: str | None, notebook: str | None, quit_after: bool = False
) -> int:
    """Open the window and stay until it is closed.

    Args:
        demo: open a throw-away notebook with the example people.
        lang: BCP 47 tag; else the one chosen last, else the computer's.
        notebook: a notebook to open.
        quit_after: close once the first screen is painted (for measuring and smoke tests).

    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Alongside")
    app.setStyle("Fusion")
    house = House.here()
    route = Route("unlock", {"path": Path(notebook)}) if notebook else Route("welcome")
    window = Window(
        house, lang=lang or house.remembered_language() or computer_language(), route=route
    )
    if demo:
        window.open_examples()
    if quit_after:
        _quit_once_painted(window, "people" if demo else route.screen)
    else:
        window.painted.connect(window.warm_up)
    window.showMaximized()
    return app.exec()


def _quit_once_painted(window: Window, screen: str) -> None:
    def paint_and_close(name: str) -> None:
        if name == screen:
            QTimer.singleShot(0, lambda: (window.repaint(), window.close()))

    window.shown.connect(paint_and_close)


def computer_language() -> str:
    """The language of this computer, as a BCP 47 tag."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    if not named:
        named = locale.getlocale()[0] or ""
    return named.split(".")[0].replace("_", "-") or "en-GB"
