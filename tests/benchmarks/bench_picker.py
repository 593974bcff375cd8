"""From "Another picture" to the pictures painted: ``python -m tests.benchmarks.bench_picker``.

At a sentence of an example person, with ``--set FILE`` a picture set taken in before. Prints JSON.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ALONGSIDE_SOUND", "null")
os.environ.setdefault("ALONGSIDE_CAMERA", "none")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from app.bootstrap import House
from app.model.person import Person
from app.model.statement import Statement
from app.usecases import picture_sets
from ui.parts.picker import Picker
from ui.parts.pressable import Pressable
from ui.screens.base import Route
from ui.window import Window

TRIES = 15


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", type=Path)
    asked = parser.parse_args()
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as home:
        window = Window(House(Path(home), Path(home)), lang="en-GB")
        window.resize(1366, 768)
        window.show()
        window.open_examples()
        _until(app, lambda: window.route.screen == "people" and not window.desk.busy)
        notebook = window.ctx.open_notebook
        if asked.set:
            picture_sets.import_set(notebook, path=asked.set)
        with notebook.unit_of_work() as work:
            person = work.records.find(Person)[1].id
            said = work.records.find(Statement, person=person)[0]
        window.show_route(Route("home", {"person": person}))
        _until(app, lambda: window.route.screen == "home" and not window.desk.busy)
        about = {"person": person, "statement": said.id, "section": said.body.section}
        times = [_open(app, window, Route("sentence", about)) for _ in range(TRIES)]
        window.close()
    told = {"first_ms": times[0], "median_ms": statistics.median(times[1:]), "max_ms": max(times)}
    print(json.dumps({name: round(ms, 1) for name, ms in told.items()}, indent=1))


def _open(app: QApplication, window: Window, sentence: Route) -> float:
    """Milliseconds until the chooser is there and painted, with what this person likes."""
    window.show_route(sentence)
    _until(app, lambda: not window.desk.busy)
    button = window.findChild(Pressable, "picture")
    assert button is not None
    start = time.perf_counter()
    button.click()
    _until(app, lambda: window.findChild(Picker) is not None and not window.desk.busy)
    window.repaint()
    return (time.perf_counter() - start) * 1000


def _until(app: QApplication, there: Callable[[], bool]) -> None:
    # Asleep between events, as the program is.
    while not there():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


if __name__ == "__main__":
    main()
