"""From pressing Next to the next moment painted: ``python -m tests.benchmarks.bench_next_moment``.

Walks a guide with an example person forwards and backwards, with ``--years N`` of weekly talks
and 300 sentences before it. Also how long home and the talks take to be there. Prints JSON.
"""

import argparse
import json
import statistics
import time

from PySide6.QtWidgets import QApplication

from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.usecases import sessions, story
from tests.benchmarks.in_window import examples, until
from tests.benchmarks.years import live
from ui.screens.base import Route
from ui.screens.talk import TalkScreen
from ui.window import Window

PRESSES = 300


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, default=0)
    parser.add_argument("--guide", default="review")
    asked = parser.parse_args()
    with examples() as (app, window):
        with window.ctx.open_notebook.unit_of_work() as work:
            person = work.records.find(Person)[1].id
            by = work.records.find(Supporter, person=person)[0].id
        if asked.years:
            live(window.ctx.open_notebook, person=person, by=by, years=asked.years)
        shown = {
            screen: [_show(app, window, screen, person) for _ in range(9)]
            for screen in ("home", "talks", "story", "plan")
        }
        _show(app, window, "home", person)
        session = _talk(window, asked.guide, person, by)
        window.show_route(Route("talk", {"session": session, "person": person}))
        until(app, lambda: window.route.screen == "talk" and not window.desk.busy)
        times = _walk(app, window)
    times.sort()
    report = {
        "years": asked.years,
        "guide": asked.guide,
        "shown_ms": {name: round(statistics.median(t), 1) for name, t in shown.items()},
        "presses": len(times),
        "next_moment_ms": {
            "median": round(statistics.median(times), 1),
            "p95": round(times[int(len(times) * 0.95)], 1),
            "max": round(times[-1], 1),
        },
    }
    print(json.dumps(report, indent=1))


def _talk(window: Window, guide: str, person: RecordId, by: RecordId) -> RecordId:
    """A talk along this guide: the one that was left, or a new one."""
    notebook, guides = window.ctx.open_notebook, window.house.guides
    for each in story.offers(notebook, person=person, guides=guides).unfinished:
        if each.guide.id == guide:
            return each.session.id
    now = window.ctx.now()
    begun = sessions.start(notebook, person=person, guide=guides[guide], by=by, now=now)
    return begun.last("session")


def _show(app: QApplication, window: Window, screen: str, person: RecordId) -> float:
    """Until a screen is there and painted, in milliseconds."""
    start = time.perf_counter()
    window.show_route(Route(screen, {"person": person}))
    until(app, lambda: not window.desk.busy)
    window.repaint()
    return (time.perf_counter() - start) * 1000


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
        until(app, lambda screen=screen, before=before: screen.view is not before)
        until(app, lambda: not window.desk.busy)
        window.repaint()
        times.append((time.perf_counter() - start) * 1000)
    return times


if __name__ == "__main__":
    main()
