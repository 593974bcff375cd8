"""The command that prints a booklet of 100 sentences with 100 pictures, as whole processes.

``python -m tests.benchmarks.bench_print``. Prints JSON. The key is derived each time.
"""

import datetime
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.bootstrap import House
from app.usecases import people, statements

RUNS = 9
SENTENCES = 100
PIN = "271828"


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        path = home / "print.alongside"
        person = _make(House(home, home), path)
        command = [sys.executable, "-m", "app", "print", str(path), person]
        command += ["--as", "booklet", "--to", str(home / "booklet.pdf")]
        environment = {**os.environ, "ALONGSIDE_HOME": folder, "ALONGSIDE_PIN": PIN}
        times = []
        for _ in range(RUNS):
            start = time.perf_counter()
            subprocess.run(command, check=True, env=environment, capture_output=True)
            times.append(time.perf_counter() - start)
    report = {
        "sentences": SENTENCES,
        "whole_process_s": {
            "min": round(min(times), 3),
            "median": round(statistics.median(times), 3),
            "max": round(max(times), 3),
        },
    }
    print(json.dumps(report, indent=1))


def _make(house: House, path: Path) -> str:
    notebook = house.create_notebook(path, worker_name="Sam", secret=PIN, kind="pin")
    today = datetime.date(2026, 3, 4)
    change = people.add_person(
        notebook,
        preferred_name="Amina",
        home_language="en-GB",
        worker=notebook.worker.id,
        worker_name="Sam",
        today=today,
    )
    person, by = change.last("person"), change.last("supporter")
    pictures = sorted(house.ideas.pictures)[:SENTENCES]
    sections = [section.id for section in house.sections]
    for number, picture in enumerate(pictures):
        said = statements.say(
            notebook,
            statements.Said(
                person=person,
                words=f"Sentence number {number}. It says what I like.",
                lang="en-GB",
                section=sections[number % len(sections)],
                kind="preference",
                voice="own_spoken",
                symbols=(picture,),
                by=by,
            ),
        )
        statements.read_back(
            notebook,
            statement=said.last("statement"),
            result="keep",
            method="pressed",
            on=today,
            by=by,
        )
    notebook.close()
    return person


if __name__ == "__main__":
    main()
