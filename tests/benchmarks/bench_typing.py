"""Typing in a talk: from a key to the letter painted, and what comes when somebody pauses.

``python -m tests.benchmarks.bench_typing``: at a question of an example person. Prints JSON.
"""

import json
import statistics
import time

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.model.person import Person
from app.usecases import sessions
from tests.benchmarks.in_window import examples, until
from tests.helpers.guides import guide, moment
from ui.parts.phrase_offers import PhraseOffers
from ui.parts.pressable import Pressable
from ui.screens.base import Route
from ui.window import Window

SENTENCES = ("I like to go to the library", "Please tell me before you touch me", "My day is long")
TRIES = 5


def main() -> None:
    """Measure and print."""
    with examples() as (app, window):
        _begin(app, window)
        field = window.findChild(QPlainTextEdit, "writing")
        offers = window.findChild(PhraseOffers)
        assert field is not None
        assert offers is not None
        first = _offered(app, window, field, offers)
        keys = [each for _ in range(TRIES) for words in SENTENCES for each in _typed(field, words)]
        again = [_offered(app, window, field, offers) for _ in range(TRIES)]
    told = {
        "key_median_ms": statistics.median(keys),
        "key_p95_ms": statistics.quantiles(keys, n=20)[-1],
        "key_max_ms": max(keys),
        "first_offer_ms": first,
        "offer_median_ms": statistics.median(again),
    }
    print(json.dumps({name: round(ms, 2) for name, ms in told.items()}, indent=1))


def _begin(app: QApplication, window: Window) -> None:
    ctx = window.ctx
    notebook = ctx.open_notebook
    with notebook.unit_of_work() as work:
        everybody = work.records.find(Person)
    person = next(x.id for x in everybody if x.body.home_language.startswith("en"))
    window.show_route(Route("home", {"person": person}))
    until(app, lambda: window.route.screen == "home" and not window.desk.busy)
    asked = guide(moment("first"))
    ctx.house.guides[asked.id] = asked
    made = sessions.start(notebook, person=person, guide=asked, by=ctx.writer, now=ctx.now())
    window.show_route(Route("talk", {"session": made.last("session"), "person": person}))
    until(app, lambda: window.findChild(PhraseOffers) is not None and not window.desk.busy)


def _typed(field: QPlainTextEdit, words: str) -> list[float]:
    """Milliseconds of each key, until it is in the writing place."""
    field.clear()
    times = []
    for letter in words:
        began = time.perf_counter()
        QTest.keyClicks(field, letter)
        times.append((time.perf_counter() - began) * 1000)
    return times


def _offered(
    app: QApplication, window: Window, field: QPlainTextEdit, offers: PhraseOffers
) -> float:
    """Milliseconds from the end of the pause until the sentences are there and painted."""
    field.setPlainText("I like")
    until(app, lambda: not window.desk.busy)
    began = time.perf_counter()
    offers.look()
    until(app, lambda: window.findChild(Pressable, "phrase-0") is not None)
    window.repaint()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
