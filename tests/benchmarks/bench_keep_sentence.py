"""How long it takes until a sentence is durably on the disk, to look up what can be undone, and
to open a notebook.

Run by hand: ``python -m tests.benchmarks.bench_keep_sentence [--sentences 1000] [--in FOLDER]``.
Prints JSON, times in milliseconds. Targets: median 15, worst of 1,000 at most 60; opening 60.
"""

import argparse
import json
import statistics
import tempfile
import time
from pathlib import Path

from app.usecases import undo
from tests.helpers.notebooks import BY, add_person, make_notebook, open_again, statement

WORDS = "On Tuesdays I go swimming with Sam and then we have a hot chocolate by the canal"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=int, default=1_000)
    parser.add_argument("--in", dest="folder", type=Path, help="a folder on the disk to measure")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        path = Path(folder) / "bench.alongside"
        kept, looked_up = keep_sentences(path, asked.sentences)
        opened = [open_once(path) for _ in range(9)]
    print(
        json.dumps(
            {
                "keep_ms": spread(kept),
                "next_undo_ms": spread(looked_up),
                "open_ms": spread(opened),
            },
            indent=1,
        )
    )


def keep_sentences(path: Path, number: int) -> tuple[list[float], list[float]]:
    """Times from the call to the end of the commit, one sentence a unit of work; then of looking
    up what can be undone when all are there."""
    notebook = make_notebook(path)
    person = add_person(notebook).id
    times = []
    for each in range(number):
        body = statement(person, f"{WORDS}, {each}", symbols=("openmoji:1F3CA",))
        start = time.perf_counter()
        with notebook.unit_of_work() as work:
            work.records.add(body, by=BY)
            work.commit("sentence added")
        times.append(time.perf_counter() - start)
    looked_up = []
    for _ in range(100):
        start = time.perf_counter()
        undo.next_undo(notebook, person=person)
        looked_up.append(time.perf_counter() - start)
    notebook.close()
    return times, looked_up


def open_once(path: Path) -> float:
    """Time until an existing notebook can be used, its key known and everything imported."""
    start = time.perf_counter()
    notebook = open_again(path)
    taken = time.perf_counter() - start
    notebook.close()
    return taken


def spread(seconds: list[float]) -> dict[str, float]:
    """Milliseconds: the middle, the slow end, the first and the worst."""
    ms = sorted(1_000 * each for each in seconds)
    return {
        "number": len(ms),
        "first": round(1_000 * seconds[0], 2),
        "median": round(statistics.median(ms), 2),
        "p95": round(ms[int(0.95 * (len(ms) - 1))], 2),
        "worst": round(ms[-1], 2),
    }


if __name__ == "__main__":
    main()
