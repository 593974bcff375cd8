"""Pictures offered while typing to somebody who likes an imported set best.

``python -m tests.benchmarks.bench_liked_pictures SET``, such as the release of Mulberry Symbols.
Prints JSON: what reading the person's pictures takes in the background, what each letter takes
after that, and the same with the program's own pictures alone.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from app.model.person import Person
from app.shipped import Shipped
from app.store.notebook import NotebookFile
from app.usecases import liked_sets, offering, people, picture_sets
from app.usecases.offering import Offering
from app.words.lexicon import Ideas
from tests.benchmarks.bench_pictures import SENTENCES
from tests.helpers.notebooks import make_notebook
from tests.helpers.stored_notebook import add, say

PLAN = 300


def main() -> None:
    """Measure and print."""
    ideas = Shipped().ideas
    with tempfile.TemporaryDirectory() as folder:
        notebook = make_notebook(Path(folder, "n.alongside"))
        person, by = add(notebook, "Ann", "en-GB")
        for number in range(PLAN):
            said = SENTENCES["en"][number % len(SENTENCES["en"])]
            say(notebook, person, by, f"{said} {number}", symbols=("openmoji:1F68C",))
        plain = offering.offering(notebook, person=person, ideas=ideas)
        report: dict[str, object] = {"own_pictures": _typed(plain, ideas)}
        imported = picture_sets.import_set(notebook, path=Path(sys.argv[1]), lang="en")
        report["imported"] = imported.added
        liked_sets.put_first(notebook, person=person, set_id=imported.details.id, by=by)
        report["ideas_in_the_set"] = _covered(notebook, ideas)
        started = time.perf_counter()
        known = offering.offering(notebook, person=person, ideas=ideas)
        report[f"read_with_plan_of_{PLAN}_ms"] = _ms(started)
        started = time.perf_counter()
        offering.liked(notebook, person=person)
        report["read_for_the_chooser_ms"] = _ms(started)
        report["liked_set"] = _typed(known, ideas)
        people.change_setting(notebook, person=person, field="pictures", value="photo", by=by)
        photos = offering.offering(notebook, person=person, ideas=ideas)
        report["only_photos"] = _typed(photos, ideas)
        notebook.close()
    print(json.dumps(report, indent=1))


def _typed(known: Offering, ideas: Ideas) -> dict[str, dict[str, float]]:
    """What it takes to offer something for every beginning of every sentence."""
    found = {}
    for lang, sentences in SENTENCES.items():
        ideas.knows(lang)
        times = []
        for text in (each[:end] for each in sentences for end in range(1, len(each) + 1)):
            started = time.perf_counter()
            offering.offered(known, ideas=ideas, text=text, lang=lang, most=3)
            times.append(_ms(started))
        times.sort()
        found[lang] = {"p95_ms": times[int(len(times) * 0.95)], "max_ms": times[-1]}
    return found


def _covered(notebook: NotebookFile, ideas: Ideas) -> dict[str, int]:
    """Of how many ideas the imported sets have a picture by their English words."""
    with notebook.unit_of_work() as work:
        (person,) = work.records.find(Person)
        sets = liked_sets.read(work, person.body.ui.sets, langs=("en",))
    tables = [each for each in sets if each is not None]
    with_one = [
        idea for idea in ideas if any(t.of(ideas.words_for(idea, "en"), "en") for t in tables)
    ]
    return {"ideas": len(ideas), "with_a_picture": len(with_one)}


def _ms(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 3)


if __name__ == "__main__":
    main()
