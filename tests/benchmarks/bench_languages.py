"""From choosing a language to the window in it: ``python -m tests.benchmarks.bench_languages``.

For each language the first time, when its catalog and fonts are loaded, and the median of five
later times; on home, the plan, the likes and a talk. Prints JSON, in milliseconds.
"""

import json
import statistics
import time

import msgspec
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.model.ids import RecordId
from app.model.person import Person
from app.usecases import sessions
from tests.benchmarks.in_window import examples, until
from ui.screens.base import Route
from ui.window import Window

TIMES = 5


def main() -> None:
    """Measure and print."""
    with examples() as (app, window):
        window.warm_up()
        until(app, lambda: not window.desk.busy)
        with window.ctx.open_notebook.unit_of_work() as work:
            person = work.records.find(Person)[1].id
        begun = sessions.open_session(window.ctx.open_notebook, person=person)
        assert begun is not None
        talk = {"session": begun.id, "person": person}
        tags = [each.tag for each in window.house.catalogs.available()]
        letters = [f"{tag}-Aran" for tag in tags if window.house.catalogs.facts.of(tag).letters]
        report: dict[str, object] = {"languages": {}}
        every: list[float] = []
        for lang in (*tags[1:], *letters, tags[0]):
            first, later = _of(app, window, lang, person, talk)
            every += [first, *later.values()]
            report["languages"][lang] = {"first": first, **later}
        report["worst"] = max(every)
        print(json.dumps(report, indent=1, ensure_ascii=False))


def _of(
    app: QApplication, window: Window, lang: str, person: RecordId, talk: dict[str, RecordId]
) -> tuple[float, dict[str, float]]:
    """The first change into a language, on home, and the medians of later ones by screen."""
    _go(app, window, "home", {"person": person})
    _choose(app, window, "en-GB")
    first = _choose(app, window, lang)
    later = {}
    for screen in ("home", "plan", "likes", "talk"):
        _go(app, window, screen, talk if screen == "talk" else {"person": person})
        times = []
        for _ in range(TIMES):
            _choose(app, window, "cy" if lang == "en-GB" else "en-GB")
            times.append(_choose(app, window, lang))
        later[screen] = round(statistics.median(times), 1)
    return round(first, 1), later


def _go(app: QApplication, window: Window, screen: str, about: dict[str, RecordId]) -> None:
    window.show_route(Route(screen, about))
    until(app, lambda: not window.desk.busy)
    window.repaint()


def _choose(app: QApplication, window: Window, lang: str) -> float:
    """Until everything is there in the language, and painted."""
    # As the event loop does that the program runs in: else every screen before would be kept.
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    start = time.perf_counter()
    window.use_settings(msgspec.structs.replace(window.ctx.settings, language=lang))
    until(app, lambda: not window.desk.busy)
    window.repaint()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
