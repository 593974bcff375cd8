"""The real window with the example people, for what is measured in it."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ALONGSIDE_SOUND", "null")
os.environ.setdefault("ALONGSIDE_CAMERA", "none")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from app.bootstrap import House
from ui.window import Window


@contextlib.contextmanager
def examples() -> Iterator[tuple[QApplication, Window]]:
    """The program and its window, as large as a small laptop's, where one is asked who is here."""
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as home:
        window = Window(House(Path(home), Path(home)), lang="en-GB")
        window.resize(1366, 768)
        window.show()
        window.open_examples()
        until(app, lambda: window.route.screen == "people" and not window.desk.busy)
        yield app, window
        window.close()


def until(app: QApplication, there: Callable[[], bool]) -> None:
    """Go on until something is so.

    Asleep between events, as the program is: a thread that never sleeps would take the interpreter
    away from the one that reads the notebook.
    """
    while not there():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
