"""How long everything about a person takes, of an example and of 300 sentences in 3 versions.

Prints JSON. Run by hand: ``python -m tests.benchmarks.bench_about_me``.
"""

import contextlib
import datetime
import json
import statistics
import tempfile
import time
from pathlib import Path

from app.bootstrap import House
from app.model.ids import PictureRef, RecordId
from app.model.wording import SourceWording
from app.store.notebook import NotebookFile
from app.usecases import people, statements
from tests.helpers.everything import everything

_RUNS = 5
_SENTENCES = 300
_DAY = datetime.date(2026, 3, 4)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        house = House(Path(folder), Path(folder))
        with contextlib.closing(house.example_notebook(Path(folder))) as notebook:
            marcus = people.everyone(notebook)[0].id
            found = {"example": _measured(house, notebook, marcus)}
            large = _person_who_says_much(house, notebook)
            found["300 sentences in 3 versions"] = _measured(house, notebook, large)
    print(json.dumps(found, indent=2))


def _person_who_says_much(house: House, notebook: NotebookFile) -> RecordId:
    added = people.add_person(
        notebook,
        preferred_name="Ann",
        home_language="en-GB",
        worker="w",
        worker_name="Jo",
        today=_DAY,
    )
    person, by = added.last("person"), added.last("supporter")
    sections = list(house.sections)
    for number in range(_SENTENCES):
        said = statements.say(
            notebook,
            statements.Said(
                person=person,
                words=f"This is what I say number {number}. I like it when people wait.",
                lang="en-GB",
                section=sections[number % len(sections)].id,
                kind="please_do",
                voice="own_spoken",
                by=by,
                symbols=(PictureRef("openmoji:2615"),),
            ),
        ).last("statement")
        for words in (f"I say {number} like this.", f"No, {number} like this. Please listen."):
            statements.change_words(notebook, statement=said, words=words, by=by)
    return person


def _measured(house: House, notebook: NotebookFile, person: RecordId) -> dict[str, float]:
    gathered, whole = [], []
    for _ in range(_RUNS):
        start = time.perf_counter()
        everything(notebook, person, house)
        gathered.append(time.perf_counter() - start)
        start = time.perf_counter()
        made = house.about_me(notebook, person=person, made_on=_DAY, words=SourceWording())
        whole.append(time.perf_counter() - start)
    return {
        "gather_median_s": round(statistics.median(gathered), 3),
        "first_whole_s": round(whole[0], 3),
        "whole_median_s": round(statistics.median(whole), 3),
        "pages": made.pages,
        "kilobytes": round(len(made.pdf) / 1000),
    }


if __name__ == "__main__":
    main()
