"""What is due with everybody: ``python -m tests.benchmarks.bench_due [--people 1000]``.

A notebook of invented people (1,000 revisions each) in which each also has a goal, a step, two
promises, a limit and a day for the next review. Prints JSON, times in milliseconds: the first
question after opening, and the median of ten.
"""

import argparse
import datetime
import json
import statistics
import tempfile
import time
from pathlib import Path

from app.model.goals import Goal, GoalStep
from app.model.person import Person
from app.model.promises import Promise
from app.model.restrictions import Restriction
from app.model.session import Session
from app.model.statement import Statement
from app.store.notebook import NotebookFile
from app.usecases import due
from tests.benchmarks.bench_million import fill
from tests.benchmarks.invented_notebook import REVISIONS_EACH
from tests.helpers.notebooks import open_again

TIMES = 10


def main() -> None:
    """Make, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1_000)
    parser.add_argument("--in", dest="folder", type=Path, help="a folder on the disk to measure")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder) as scratch:
        path = Path(scratch) / "made.alongside"
        fill(path, asked.people * REVISIONS_EACH, False)
        notebook = open_again(path)
        today = _make_due(notebook)
        notebook.close()
        notebook = open_again(path)
        times = []
        for _ in range(TIMES):
            began = time.perf_counter()
            found = due.everybody(notebook, today=today)
            times.append((time.perf_counter() - began) * 1_000)
        notebook.close()
    report = {
        "people": asked.people,
        "due": len(found),
        "first_ms": round(times[0]),
        "median_ms": round(statistics.median(times)),
    }
    print(json.dumps(report, indent=1))


def _make_due(notebook: NotebookFile) -> datetime.date:
    """Something of each sort for everybody, spread over some weeks around the day of the last talk.

    Returns:
        That day: new sentences and talks are then as many as in a service that works.

    """
    with notebook.unit_of_work() as work:
        today = work.records.find(Session)[-1].body.started.date()
        for number, person in enumerate(work.records.find(Person)):
            on, by = today + datetime.timedelta(days=number % 60 - 30), person.id
            hope = Statement(
                person=by, section="goals", kind="hope", voice="own_spoken", original="The bus."
            )
            said = work.records.add(hope, by=by).id
            goal = work.records.add(Goal(person=by, words=said, review_due=on), by=by).id
            step = GoalStep(person=by, goal=goal, said=said, words="Ask.", who=by, by=on)
            work.records.add(step, by=by)
            for words in ("Supper at 8.", "Find the times."):
                work.records.add(Promise(person=by, words=words, owner=by, due=on), by=by)
            limit = Restriction(person=by, plain_title="A locked door", review_due=on)
            work.records.add(limit, by=by)
        work.commit()
    return today


if __name__ == "__main__":
    main()
