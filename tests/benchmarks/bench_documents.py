"""How long every document of a person's own takes in the open program, of an example person.

Prints JSON. Run by hand: ``python -m tests.benchmarks.bench_documents``.
"""

import contextlib
import dataclasses
import datetime
import json
import statistics
import tempfile
import time
from pathlib import Path

from app.bootstrap import House
from app.model import home_questions
from app.model.documents import documents
from app.model.documents.kind import DocumentKind
from app.model.ids import RecordId
from app.model.print_order import PrintOrder
from app.model.wording import SourceWording
from app.store.notebook import NotebookFile
from app.usecases import documents as gathering
from app.usecases import people

_RUNS = 5
_DAY = datetime.date(2026, 4, 20)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        house = House(Path(folder), Path(folder))
        with contextlib.closing(house.example_notebook(Path(folder))) as notebook:
            marcus = people.everyone(notebook)[0].id
            house.booklet(notebook, person=marcus, copy_for="", made_on=_DAY, words=SourceWording())
            own = [kind for kind in documents() if not kind.comes_back]
            found = {kind.key: _measured(house, notebook, kind, marcus) for kind in own}
    print(json.dumps(found, indent=2))


def _measured(
    house: House, notebook: NotebookFile, kind: DocumentKind, person: RecordId
) -> dict[str, float]:
    about = None
    if kind.about in {"board", "talk"}:
        about = gathering.latest(notebook, kind, person=person, named="")
    order = PrintOrder(kind=kind, person=person, made_on=_DAY, words=SourceWording(), about=about)
    if kind.about == "question":
        asked = home_questions.named(house.guides, "passport")
        order = dataclasses.replace(order, questions=asked)
    took = []
    for _ in range(_RUNS):
        start = time.perf_counter()
        made = house.set_document(notebook, order).printed
        took.append(time.perf_counter() - start)
    return {
        "median_s": round(statistics.median(took), 3),
        "longest_s": round(max(took), 3),
        "pages": made.pages,
        "kilobytes": round(len(made.file) / 1000),
    }


if __name__ == "__main__":
    main()
