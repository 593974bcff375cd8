"""From pressing Next to the next moment painted: ``python -m tests.benchmarks.bench_next_moment``.

Walks the review with an example person forwards and backwards. Prints JSON.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ALONGSIDE_SOUND", "null")

from PySide6.QtWidgets import QApplication

from app.bootstrap import House
from app.model.person import Person
from ui.screens.base import Route
from ui.screens.talk import TalkScreen
from ui.window import Window

PRESSES = 300


def main() -> None:
    """Measure and print."""
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as home:
        window = Window(House(Path(home), Path(home)), lang="en-GB")
        window.resize(1366, 768)
        window.show()
        window.open_examples()
        _until(app, lambda: window.route.screen == "people" and not window.desk.busy)
        with window.ctx.open_notebook.unit_of_work() as work:
            person = work.records.find(Person)[1].id
        window.show_route(Route("home", {"person": person}))
        _until(app, lambda: not window.desk.busy)
        window.screen._talk()
        _until(app, lambda: window.route.screen == "talk" and not window.desk.busy)
        times = _walk(app, window)
        window.close()
    times.sort()
    report = {
        "presses": len(times),
        "next_moment_ms": {
            "median": round(statistics.median(times), 1),
            "p95": round(times[int(len(times) * 0.95)], 1),
            "max": round(times[-1], 1),
        },
    }
    print(json.dumps(report, indent=1))


def _walk(app: QApplication, window: Window) -> list[float]:
    times = []
    forward = True
    while len(times) < PRESSES:
        screen = window.screen
        assert isinstance(screen, TalkScreen)
        assert screen.talk is not None
        walk = screen.talk.conversation
        if walk.next is None or walk.next.moment.kind == "when_next":
            forward = False
        elif walk.previous is None or walk.previous.moment.kind == "people_here":
            forward = True
        before = screen.view
        start = time.perf_counter()
        screen.go_next() if forward else screen.go_back()
        _until(app, lambda screen=screen, before=before: screen.view is not before)
        _until(app, lambda: not window.desk.busy)
        window.repaint()
        times.append((time.perf_counter() - start) * 1000)
    return times


def _until(app: QApplication, there: object) -> None:
    while not there():
        app.processEvents()


if __name__ == "__main__":
    main()
