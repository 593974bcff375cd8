"""Hear it in the real window: ``python -m tests.benchmarks.bench_hearing``.

From pressing "Hear it" to the first sentence that begins to be heard, warm and at first, and the
window's pauses while the longest section of an example plan is read, with each sentence and word
lit. No two presses have the same pace, so that no sound is there already. The worker plays without
sound at its usual pace. Prints JSON, milliseconds.
"""

import itertools
import json
import statistics
import time

import msgspec
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.model.person import Person
from app.usecases import plans
from tests.benchmarks.in_window import examples, until
from ui.parts.pressable import Pressable
from ui.screens.base import Route
from ui.window import Window

TIMES, SECONDS = 10, 30


def main() -> None:
    """Measure and print."""
    with examples() as (app, window):
        _show_longest(app, window)
        first = [_press(app, window)]
        window.aloud.warm_up()
        warm = [_press(app, window, 0.9 + each / 100) for each in range(TIMES)]
        report = {
            "press_to_first_sentence_first": _summary(first),
            "press_to_first_sentence_warm": _summary(warm),
            **_pauses(app, window),
        }
    print(json.dumps(report, indent=1))


def _show_longest(app: QApplication, window: Window) -> None:
    notebook, house, today = window.ctx.open_notebook, window.house, window.ctx.today
    with notebook.unit_of_work() as work:
        person = work.records.find(Person)[0].id
    plan = plans.plan(notebook, person=person, sections=house.sections, today=today)
    longest = max(plan.sections, key=lambda each: len(each.own) + len(each.others))
    window.show_route(Route("home", {"person": person}))
    until(app, lambda: not window.desk.busy)
    window.show_route(Route("plan", {"person": person, "section": longest.section.id}))
    until(app, lambda: not window.desk.busy and window.screen is not None)
    _wait(500)


def _press(app: QApplication, window: Window, rate: float = 1.0) -> float:
    window.ctx.settings = msgspec.structs.replace(window.ctx.settings, speech_rate=rate)
    heard: list[float] = []
    heard_at = window.aloud.reached.connect(lambda _: heard.append(time.perf_counter()))
    start = time.perf_counter()
    _button(window, "hear").click()
    until(app, lambda: bool(heard))
    _button(window, "hear-quiet").click()
    window.aloud.reached.disconnect(heard_at)
    _wait(300)
    return (heard[0] - start) * 1000


def _pauses(app: QApplication, window: Window) -> dict[str, object]:
    """How long the window answers nothing while it reads."""
    ticks: list[float] = []
    words = 0

    def word(*_: int) -> None:
        nonlocal words
        words += 1

    timer = QTimer(window, interval=1)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    window.aloud._ready_reader().word.connect(word)
    timer.start()
    start = time.perf_counter()
    _button(window, "read-section").click()
    opened = (time.perf_counter() - start) * 1000
    until(app, lambda: not window.aloud.underway or time.perf_counter() - start > SECONDS)
    timer.stop()
    window.aloud.stop()
    gaps = sorted((b - a) * 1000 for a, b in itertools.pairwise(ticks))
    return {
        "press_until_the_window_answers": round(opened, 1),
        "words_lit": words,
        "pauses_of_the_window": {
            "p99": round(gaps[int(len(gaps) * 0.99)], 1),
            "p99_9": round(gaps[int(len(gaps) * 0.999)], 1),
            "max": round(gaps[-1], 1),
        },
    }


def _button(window: Window, name: str) -> Pressable:
    return next(each for each in window.findChildren(Pressable, name) if each.isVisible())


def _summary(times: list[float]) -> dict[str, float]:
    return {"median": round(statistics.median(times), 1), "max": round(max(times), 1)}


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
