"""The preview in the open program: its first page, and whether the window stays awake.

Run by hand: ``python -m tests.benchmarks.bench_preview``. Prints JSON. Of the booklet of the first
example person, and of one with 100 sentences and 100 pictures:

- ``first_...``: from the first press on "Print" in a program just opened to the first page painted,
  each in a process of its own that has done what it does once its window is there: where the
  pointer lay on the button for half a second before, and where it was pressed unforeseen (a finger
  on glass comes to a button when it presses it);
- ``pressed_to_page_ms``: the same later on, the booklet made anew;
- ``page_ms``: from the finished document to its first page painted, and from turning to the next;
- ``late_...``: how late what the window wants to do every 5 ms is done, while screens are built
  and the booklet is made, and while pages are drawn.
"""

import concurrent.futures
import json
import multiprocessing
import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.model.ids import RecordId
from app.model.person import Person
from app.paper import pages
from tests.benchmarks.bench_booklet import hundred_sentences
from tests.benchmarks.in_window import examples, until
from tests.helpers.printing import printed
from ui.parts.paper_preview import PaperPreview
from ui.screens.base import Route
from ui.window import Window

TRIES = 15
FIRST_TRIES = 5
LAY_THERE_S = 0.5
EVERY_MS = 5


class Lateness:
    """How late a clock of the window's own thread is."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self._timer = QTimer()
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._tick)
        self._last = time.perf_counter()
        self._timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._last) * 1000 - EVERY_MS))
        self._last = now

    def stop(self) -> None:
        """Measure no more."""
        self._timer.stop()

    def p99(self) -> float:
        """What one in a hundred is later than."""
        return statistics.quantiles(self.late, n=100)[98]


def main() -> None:
    """Measure and print."""
    foreseen, unforeseen = (_in_own_process(which) for which in (True, False))
    with examples() as (app, window):
        with window.ctx.open_notebook.unit_of_work() as work:
            person = work.records.find(Person)[0].id
        window.show_route(Route("home", {"person": person}))
        until(app, lambda: window.route.screen == "home" and not window.desk.busy)
        late_opening = Lateness()
        opened = [_opened(app, window, person) for _ in range(TRIES)]
        late_opening.stop()
        shown = _preview(window)
        made = printed(hundred_sentences())
        sizes = pages.sizes(made.pdf)
        first, turned, late = [], [], Lateness()
        for _ in range(3 * TRIES):
            shown.wait()
            shown._page = 0
            first.append(
                _timed(app, shown, lambda: shown.show_document(made.pdf, sizes, made.said))
            )
            turned.append(_timed(app, shown, lambda: shown.turn(1)))
            until(app, lambda: not window.desk.busy)
        told = {
            "first_median_ms": statistics.median(foreseen),
            "first_worst_ms": max(foreseen),
            "first_unforeseen_median_ms": statistics.median(unforeseen),
            "first_unforeseen_worst_ms": max(unforeseen),
            "pressed_to_page_median_ms": statistics.median(opened[1:]),
            "pressed_to_page_worst_ms": max(opened[1:]),
            "page_median_ms": statistics.median(first),
            "page_worst_ms": max(first),
            "turned_median_ms": statistics.median(turned),
            "turned_worst_ms": max(turned),
            "late_while_made_p99_ms": late_opening.p99(),
            "late_while_drawn_p99_ms": late.p99(),
            "late_while_drawn_worst_ms": max(late.late),
        }
    print(json.dumps({name: round(ms, 1) for name, ms in told.items()}, indent=1))


def _in_own_process(foreseen: bool) -> list[float]:
    """What the first press takes, several times, each in a program just opened."""
    spawn = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=spawn, max_tasks_per_child=1) as pool:
        return [pool.submit(first_press, foreseen=foreseen).result() for _ in range(FIRST_TRIES)]


def first_press(*, foreseen: bool) -> float:
    """From the first press on "Print" to the first page painted, in milliseconds."""
    with examples() as (app, window):
        window.warm_up()
        with window.ctx.open_notebook.unit_of_work() as work:
            person = work.records.find(Person)[0].id
        window.show_route(Route("plan", {"person": person}))
        _rest(app, 3.0)
        button = window.findChild(QAbstractButton, "print")
        assert isinstance(button, QAbstractButton)
        if foreseen:
            app.sendEvent(button, QEvent(QEvent.Type.Enter))
            _rest(app, LAY_THERE_S)
        start = time.perf_counter()
        button.click()
        until(app, lambda: _there(window))
        window.repaint()
        return (time.perf_counter() - start) * 1000


def _rest(app: QApplication, seconds: float) -> None:
    over = QTimer(singleShot=True, interval=round(seconds * 1000))
    over.start()
    until(app, lambda: not over.isActive())


def _preview(window: Window) -> PaperPreview:
    assert window.screen is not None
    found = window.screen.findChild(PaperPreview)
    assert isinstance(found, PaperPreview)
    return found


def _opened(app: QApplication, window: Window, person: RecordId) -> float:
    window.show_route(Route("home", {"person": person}))
    until(app, lambda: not window.desk.busy)
    start = time.perf_counter()
    window.show_route(Route("print", {"person": person}))
    until(app, lambda: _there(window))
    window.repaint()
    took = (time.perf_counter() - start) * 1000
    until(app, lambda: not window.desk.busy)
    return took


def _there(window: Window) -> bool:
    found = window.screen.findChild(PaperPreview) if window.screen is not None else None
    return isinstance(found, PaperPreview) and found.sheet.drawn


def _timed(app: QApplication, shown: PaperPreview, do: Callable[[], None]) -> float:
    start = time.perf_counter()
    do()
    until(app, lambda: shown.sheet.drawn)
    shown.window().repaint()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
