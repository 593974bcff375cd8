"""Scanning, measured: ``python -m tests.benchmarks.bench_scanning``.

From pressing a switch to the frame round the next thing, what looking at the screen four times a
second costs, and how far things are: by two switches, each thing's presses from the first offer,
beside how many presses of Tab it would take. Prints JSON.
"""

import json
import statistics
import time
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.model.person import Person, Supporter
from app.usecases import people
from tests.benchmarks.in_window import examples, until
from ui.scanning.offers import Group, Offer, flat
from ui.screens.base import Route
from ui.window import Window

PRESSES, LOOKS = 200, 60


def main() -> None:
    """Measure and print."""
    with examples() as (app, window):
        notebook = window.ctx.open_notebook
        with notebook.unit_of_work() as work:
            person = work.records.find(Person)[0].id
            by = work.records.find(Supporter, person=person)[0].id
        for field, value in (("ignore_ms", 0), ("hold_ms", 0)):
            people.change_reaching(notebook, person=person, field=field, value=value, by=by)
        people.change_setting(notebook, person=person, field="input", value="two_switches", by=by)
        screens = ("home", "plan", "talks", "likes")
        report = {name: _screen(app, window, Route(name, {"person": person})) for name in screens}
    print(json.dumps(report, indent=1))


def _screen(app: QApplication, window: Window, route: Route) -> dict[str, object]:
    scanner = window.reach.scanner
    window.show_route(route)
    until(app, lambda: not window.desk.busy and scanner.now is not None)
    shown: list[float] = []
    for _ in range(PRESSES):
        start = time.perf_counter()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Space)
        app.processEvents()
        shown.append((time.perf_counter() - start) * 1000)
    looks: list[float] = []
    for _ in range(LOOKS):
        start = time.perf_counter()
        scanner.look()
        looks.append((time.perf_counter() - start) * 1000)
    offers = scanner._find()
    far = sorted(_far(offers))
    return {
        "things": len(flat(offers)),
        "press_to_frame_ms": _summary(shown),
        "look_ms": _summary(looks),
        "presses": {"median": statistics.median(far), "most": far[-1]},
        "presses_of_tab": {"median": (len(far) + 1) / 2, "most": len(far)},
    }


def _far(offers: tuple[Offer, ...]) -> Iterator[int]:
    """Presses of both switches until each thing is chosen."""
    for place, each in enumerate(offers):
        if isinstance(each, Group):
            yield from (place + 1 + inside for inside in _far(each.inside))
        else:
            yield place + 1


def _summary(times: list[float]) -> dict[str, float]:
    times.sort()
    return {
        "median": round(statistics.median(times), 1),
        "p95": round(times[int(len(times) * 0.95)], 1),
        "max": round(times[-1], 1),
    }


if __name__ == "__main__":
    main()
