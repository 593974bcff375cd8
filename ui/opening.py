"""From nothing to the first painted screen, with as little loaded before it as can be."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QObject, QTimer
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from app import resources
from app.bootstrap import House
from ui.screens.base import Route
from ui.window import Window

IDENTIFIER = "org.alongside.Alongside"
"""How desktops know the program: by this name its starter and its icon are found."""


class Asked(QObject):
    """macOS asks a program that runs already to open the notebook that somebody pressed."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for its PIN, unless a notebook is open: that one stays, with whoever is in it."""
        if not isinstance(event, QFileOpenEvent):
            return super().eventFilter(watched, event)
        if self._window.ctx.notebook is None and event.file():
            self._window.show_route(Route("unlock", {"path": Path(event.file())}))
        return True


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
    app.setDesktopFileName(IDENTIFIER)
    app.setWindowIcon(QIcon(str(resources.path("icon", "alongside.svg"))))
    app.setStyle("Fusion")
    house = House.here()
    house.mishaps.listen()
    route = Route("unlock", {"path": Path(notebook)}) if notebook else Route("welcome")
    lang = lang or house.remembered_language() or house.first_language(computer_language())
    window = Window(house, lang=lang, route=route)
    say_what_is_wrong(window)
    app.installEventFilter(Asked(window))
    if demo:
        window.open_examples()
    if quit_after:
        _quit_once_painted(window, "people" if demo else route.screen)
    else:
        window.painted.connect(window.warm_up)
        window.painted.connect(house.runs.begin)
    window.showMaximized()
    try:
        return app.exec()
    finally:
        house.runs.end()


def say_what_is_wrong(window: Window) -> None:
    """Tell of settings that are not used: whoever sits there, and whoever started the program."""
    told = " ".join(fault.said(window.ctx.words) for fault in window.house.service.faults)
    if told:
        print(told, file=sys.stderr)  # noqa: T201 - where there is no window to look at, too
        window.tell(told)


def _quit_once_painted(window: Window, screen: str) -> None:
    def paint_and_close(name: str) -> None:
        if name == screen:
            QTimer.singleShot(0, lambda: (window.repaint(), window.close()))

    window.shown.connect(paint_and_close)


def computer_language() -> str:
    """The language of this computer, as a BCP 47 tag."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    if not named:  # as on Windows and macOS, where Python does not know it as a tag
        named = next(iter(QLocale.system().uiLanguages()), "")
    return named.split(".")[0].replace("_", "-") or "en-GB"
