"""How long it takes to look whether the words of a plan of 300 sentences are easy.

Run from the project's folder: ``python -m tests.benchmarks.bench_words_check``; prints JSON.
"""

import datetime
import itertools
import json
import os
import statistics
import tempfile
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ALONGSIDE_SOUND", "null")

from PySide6.QtWidgets import QApplication

from app.bootstrap import House
from app.model.ids import RecordId
from app.model.wording import SourceWording
from app.usecases import people, statements, words_check
from tests.helpers.fake_notebook import FakeNotebook
from ui.camera import Eye
from ui.context import Context
from ui.desk import Desk
from ui.pixmaps import Pixmaps
from ui.screens.easy_words import EasyWordsScreen
from ui.theme.now import LookNow

DATA = Path(__file__).parents[1] / "words" / "data" / "easyread_sentences.toml"
TODAY = datetime.date(2026, 3, 4)
SENTENCES = 300
TRIES = 10


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def plan_of(sentences: int, house: House) -> tuple[FakeNotebook, RecordId, RecordId]:
    """A person with so many kept sentences, half of them good and half of them hard."""
    notebook = FakeNotebook()
    change = people.add_person(
        notebook, preferred_name="Ann", home_language="en-GB", worker="worker-1",
        worker_name="Jo", today=TODAY,
    )  # fmt: skip
    person, by = change.last("person"), change.last("supporter")
    sets = tomllib.loads(DATA.read_text("utf-8"))["tune"]
    hard = [each["text"] for each in sets["bad"]]
    said = itertools.cycle(each for two in zip(sets["good"], hard, strict=False) for each in two)
    sections = itertools.cycle(each.id for each in house.sections)
    for words, section, _ in zip(said, sections, range(sentences), strict=False):
        which = statements.say(
            notebook,
            statements.Said(
                person=person, words=words, lang="en-GB", section=section, kind="fact",
                voice="staff", by=by, said_by=by,
            ),
        ).last("statement")  # fmt: skip
        statements.read_back(
            notebook, statement=which, result="keep", method="heard it", on=TODAY, by=by
        )
    return notebook, person, by


def main() -> None:
    nowhere = Path(tempfile.gettempdir()) / "nothing-here"
    house = House(nowhere, nowhere)
    notebook, person, _ = plan_of(SENTENCES, house)

    def look() -> words_check.WordsCheck:
        return words_check.words_check(
            notebook, person=person, sections=house.sections, rules=house.easy_read,
            words=SourceWording(), today=TODAY,
        )  # fmt: skip

    first = timed(look)
    looking = [timed(look) for _ in range(TRIES)]
    found = look()
    app = QApplication.instance() or QApplication([])
    desk = Desk()
    notebook.read_only = False  # type: ignore[attr-defined]
    look_now = LookNow(house.look)
    ctx = Context(
        house=house, desk=desk, look=look_now, words=SourceWording(),
        pixmaps=Pixmaps(house.symbols), eye=Eye(app), notebook=notebook, by=person,
    )  # type: ignore[arg-type]  # fmt: skip
    screen = EasyWordsScreen(ctx, person=person)
    screen.resize(1366, 600)
    screen.show()
    drawing = [timed(lambda: (screen.show_found(found), app.processEvents())) for _ in range(TRIES)]
    desk.finish()
    desk.close()
    print(
        json.dumps(
            {
                "sentences": SENTENCES,
                "with_remarks": len(found.sentences),
                "looking_first_ms": round(first, 1),
                "looking_ms": {
                    "median": round(statistics.median(looking), 1),
                    "max": round(max(looking), 1),
                },
                "window_is_held_ms": {
                    "median": round(statistics.median(drawing), 1),
                    "max": round(max(drawing), 1),
                },
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
