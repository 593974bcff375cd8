"""From "Another picture" to the pictures painted: ``python -m tests.benchmarks.bench_picker``.

At a sentence of an example person, with ``--set FILE`` a picture set taken in before. Prints JSON.
"""

import argparse
import json
import statistics
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.model.person import Person
from app.model.statement import Statement
from app.usecases import picture_sets
from tests.benchmarks.in_window import examples, until
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
    with examples() as (app, window):
        notebook = window.ctx.open_notebook
        if asked.set:
            picture_sets.import_set(notebook, path=asked.set)
        with notebook.unit_of_work() as work:
            person = work.records.find(Person)[1].id
            said = work.records.find(Statement, person=person)[0]
        window.show_route(Route("home", {"person": person}))
        until(app, lambda: window.route.screen == "home" and not window.desk.busy)
        about = {"person": person, "statement": said.id, "section": said.body.section}
        times = [_open(app, window, Route("sentence", about)) for _ in range(TRIES)]
    told = {"first_ms": times[0], "median_ms": statistics.median(times[1:]), "max_ms": max(times)}
    print(json.dumps({name: round(ms, 1) for name, ms in told.items()}, indent=1))


def _open(app: QApplication, window: Window, sentence: Route) -> float:
    """Milliseconds until the chooser is there and painted, with what this person likes."""
    window.show_route(sentence)
    until(app, lambda: not window.desk.busy)
    button = window.findChild(Pressable, "picture")
    assert button is not None
    start = time.perf_counter()
    button.click()
    until(app, lambda: window.findChild(Picker) is not None and not window.desk.busy)
    window.repaint()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
