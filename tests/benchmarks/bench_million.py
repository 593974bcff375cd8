"""A notebook of 1,000 people and 1,000,000 revisions, beside smaller ones and plain SQLite.

Run by hand: ``python -m tests.benchmarks.bench_million [--revisions 10000 100000 1000000]
[--rounds 3] [--in FOLDER] [--keep]``. All of it takes some ten minutes and 6 GB. Prints JSON,
times in milliseconds. Targets: open 300, list of people 150, open a plan of 300 sentences 100,
search a word over everything 100 at p95, a sentence kept 15 (median), memory 300 MB; the last four
growing no faster than the logarithm of the size; encryption at most 1.5 times plain SQLite.

Each notebook is made, and each is measured, in a process of its own, so that the memory is that of
the work. ``cold`` is what is asked for first: SQLite holds no page, so that each that is needed is
read and decrypted. ``warm`` is one question after the other: of a small notebook SQLite then holds
every page, of a large one never (its cache has 32 MB), and that step is no part of how the cost
grows with the size. So targets are held against the cold ones; growth and the cost of encryption
are given for both. Plain SQLite is the same driver and code with the key left away. The processor's
own time stands beside the clock's, for a computer on which other things run.
"""

import argparse
import datetime
import functools
import itertools
import json
import math
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sqlcipher3 import dbapi2

from app.model.ids import RecordId
from app.store.notebook import NotebookFile
from app.usecases import people, plans, statements
from app.usecases.statements import Said
from tests.benchmarks.bench_keep_sentence import spread
from tests.benchmarks.invented_notebook import REVISIONS_EACH, Story
from tests.benchmarks.invented_words import Languages
from tests.helpers.notebooks import make_notebook, open_again
from tests.helpers.plans import the_sections

SIZES = (10_000, 100_000, 1_000_000)
SEED = 20_260_301
TODAY = datetime.date(2026, 3, 1)
SEARCHES = 600
BEGUN = (None, 2, 1, 4)
"""How many letters of a word are typed: all, two, one, four, in turn."""

TARGETS = {
    "open": ("median", 300),
    "list_of_people": ("first", 150),
    "open_plan_cold": ("median", 100),
    "search_everything_cold": ("p95", 100),
    "keep_sentence": ("median", 15),
    "memory_mb": ("", 300),
}
GROWING = (
    ("open_plan_cold", "median"),
    ("open_plan_cold", "processor_median"),
    ("open_plan_warm", "median"),
    ("open_plan_warm", "processor_median"),
    ("search_everything_cold", "p95"),
    ("search_everything_cold", "processor_p95"),
    ("search_everything_warm", "p95"),
    ("search_everything_warm", "processor_p95"),
    ("keep_sentence", "median"),
    ("keep_sentence", "processor_median"),
    ("memory_mb", ""),
)
ENCRYPTED = (
    "open_plan_cold",
    "open_plan_warm",
    "search_everything_cold",
    "search_everything_warm",
    "search_one_person_cold",
    "search_one_person_warm",
    "keep_sentence",
    "answer_sentence",
)
MOST_OF_PLAIN = 1.5


def main() -> None:
    """Make, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--revisions", type=int, nargs="+", default=SIZES)
    parser.add_argument("--in", dest="folder", type=Path, help="a folder on the disk to measure")
    parser.add_argument("--keep", action="store_true", help="leave the notebooks for the next run")
    parser.add_argument("--rounds", type=int, default=3, help="the quietest of these counts")
    asked = parser.parse_args()
    sizes = sorted(asked.revisions)
    with tempfile.TemporaryDirectory(dir=asked.folder) as scratch:
        made_in = asked.folder or Path() if asked.keep else Path(scratch)
        figures: dict[bool, dict[int, dict[str, Any]]] = {False: {}, True: {}}
        for size, _round in itertools.product(sizes, range(asked.rounds)):
            for plain, of_size in figures.items():
                measured = _measured(size, made_in, Path(scratch), plain=plain)
                of_size[size] = _quieter(of_size.get(size, measured), measured)
    ciphered, plain_sqlite = figures.values()
    report = {
        "sizes": ciphered,
        "plain_sqlite": plain_sqlite,
        "targets": _against_targets(ciphered[sizes[-1]]),
        "growth": _growth(ciphered),
        "encryption": {
            size: _cost_of_encryption(ciphered[size], plain_sqlite[size]) for size in sizes
        },
    }
    print(json.dumps(report, indent=1))


def _measured(size: int, made_in: Path, scratch: Path, *, plain: bool) -> dict[str, Any]:
    made = made_in / f"{'plain' if plain else 'ciphered'}-{size}.alongside"
    if not made.exists():
        unfinished = made.with_name(f"unfinished-{made.name}")
        _in_its_own_process(fill, unfinished, size, plain)
        unfinished.rename(made)
    copy = Path(shutil.copy(made, scratch / "measured.alongside"))
    with copy.open("rb+") as copied:
        os.fsync(copied.fileno())  # else the first sentences wait until all of it is on the disk
    try:
        return _in_its_own_process(measure, copy, plain)
    finally:
        copy.unlink()


def _quieter(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Of each time that of the round in which the computer did less besides; else the larger."""
    return {
        name: min(figure, other[name], key=lambda each: each["median"])
        if isinstance(figure, dict)
        else max(figure, other[name])
        for name, figure in one.items()
    }


def _in_its_own_process(work: Callable[..., Any], *given: object) -> Any:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, given)


def fill(path: Path, size: int, plain: bool) -> None:
    """Make a notebook of so many revisions."""
    if plain:
        leave_the_key_away()
    notebook = make_notebook(path)
    Story(people=size // REVISIONS_EACH, seed=SEED).write(notebook._engine)
    notebook.close()


def measure(path: Path, plain: bool) -> dict[str, Any]:
    """Every figure of one notebook."""
    if plain:
        leave_the_key_away()
    chance = random.Random(SEED)
    opened = [_time(lambda: open_again(path), after=NotebookFile.close) for _ in range(9)]
    notebook = open_again(path)
    everyone = [person.id for person in people.everyone(notebook)]
    figures = {
        "people": len(everyone),
        "open": _spread(opened),
        "list_of_people": _spread([_time(lambda: people.everyone(notebook)) for _ in range(9)]),
        **_read(notebook, everyone, chance, "cold"),
        **_read(notebook, everyone, chance, "warm"),
        **_sentences(notebook, everyone, chance),
    }
    notebook.close()
    return figures | {"memory_mb": _memory_mb(), "file_mb": path.stat().st_size // 10**6}


def leave_the_key_away() -> None:
    """From now on this process reads and writes plain SQLite."""
    dbapi2.connect = functools.partial(dbapi2.connect, factory=_Plain)


class _Plain(dbapi2.Connection):
    """A connection that is told no key."""

    def execute(self, statement: str, *given: Any) -> Any:
        if statement.startswith(("PRAGMA key", "PRAGMA cipher")):
            statement = "SELECT NULL WHERE FALSE"
        return super().execute(statement, *given)


def _read(
    notebook: NotebookFile, everyone: list[RecordId], chance: random.Random, cache: str
) -> dict[str, Any]:
    """Opening plans of people in any order, and searching."""
    sections = the_sections()

    def search(words: str, person: RecordId | None = None) -> None:
        with notebook.unit_of_work() as work:
            work.records.search(words, person=person)

    asked: dict[str, Iterable[Callable[[], Any]]] = {
        "open_plan": (
            functools.partial(plans.plan, notebook, person=person, sections=sections, today=TODAY)
            for person in chance.choices(everyone, k=100)
        ),
        "search_everything": (functools.partial(search, each) for each in _typed(chance)),
        "search_one_person": (
            functools.partial(search, each, chance.choice(everyone)) for each in _typed(chance)
        ),
        "search_two_words": (functools.partial(search, each) for each in _typed(chance, words=2)),
    }
    before = functools.partial(_forget_pages, notebook) if cache == "cold" else None
    return {
        f"{name}_{cache}": _spread([_time(do, before=before) for do in every])
        for name, every in asked.items()
    }


def _typed(chance: random.Random, *, words: int = 1) -> Iterator[str]:
    """What people search for: words drawn by how often they come, whole or only begun."""
    languages = Languages(SEED)
    for number in range(SEARCHES):
        drawn = languages[languages.draw(chance)].draw(chance, words)
        yield " ".join(each[: BEGUN[number % len(BEGUN)]] for each in drawn)


def _forget_pages(notebook: NotebookFile) -> None:
    """Make SQLite give back every page that it holds."""
    with notebook._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA shrink_memory")


def _sentences(
    notebook: NotebookFile, everyone: list[RecordId], chance: random.Random
) -> dict[str, Any]:
    """Times until a sentence is durably on the disk, and until the person's answer to it is."""
    languages = Languages(SEED)
    kept, answered = [], []
    for number in range(300):
        person, said = chance.choice(everyone), []
        by = people.supporters(notebook, person=person)[0].id
        lang = languages.draw(chance)
        sentence = Said(
            person=person,
            words=f"{languages[lang].sentence(chance)} {number}",
            lang=lang,
            section="food",
            kind="preference",
            voice="own_spoken",
            by=by,
        )
        say = functools.partial(statements.say, notebook, sentence)
        kept.append(_time(say, after=said.append))
        answer = functools.partial(
            statements.read_back,
            notebook,
            statement=said[0].last("statement"),
            result="keep",
            method="heard it",
            on=TODAY,
            by=by,
        )
        answered.append(_time(answer))
    return {"keep_sentence": _spread(kept), "answer_sentence": _spread(answered)}


class _Taken(NamedTuple):
    """Seconds that passed, and those of them in which the processor worked for us."""

    passed: float
    worked: float


def _time(
    do: Callable[[], Any],
    *,
    before: Callable[[], None] | None = None,
    after: Callable[[Any], None] | None = None,
) -> _Taken:
    if before:
        before()
    passed, worked = time.perf_counter(), time.thread_time()
    done = do()
    taken = _Taken(time.perf_counter() - passed, time.thread_time() - worked)
    if after:
        after(done)
    return taken


def _spread(taken: list[_Taken]) -> dict[str, float]:
    """Milliseconds that passed, and of the processor alone: what else runs does not show there."""
    worked = spread([each.worked for each in taken])
    return spread([each.passed for each in taken]) | {
        "processor_median": worked["median"],
        "processor_p95": worked["p95"],
    }


def _memory_mb() -> float:
    """The most that this process has held."""
    if sys.platform == "linux":  # where ``ru_maxrss`` also counts the process it was forked from
        lines = Path("/proc/self/status").read_text().splitlines()
        return round(int(next(x for x in lines if x.startswith("VmHWM")).split()[1]) / 1024, 1)
    import resource  # noqa: PLC0415 - not on Windows

    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2, 1)


def _against_targets(figures: dict[str, Any]) -> dict[str, Any]:
    return {
        name: {
            "target": most,
            "is": (found := _figure(figures, name, which)),
            "reached": found <= most,
        }
        for name, (which, most) in TARGETS.items()
    }


def _figure(figures: dict[str, Any], name: str, which: str) -> float:
    return figures[name][which] if which else figures[name]


def _growth(ciphered: dict[int, Any]) -> dict[str, Any]:
    """How much more each costs from one size to the next, and how much the logarithm allows."""
    growth: dict[str, Any] = {}
    for name, which in GROWING:
        for small, large in itertools.combinations(ciphered, 2):
            grown = _figure(ciphered[large], name, which) / _figure(ciphered[small], name, which)
            allowed = math.log(large) / math.log(small)
            growth.setdefault(f"{name} {which}".strip(), {})[f"{small} to {large}"] = {
                "grown": round(grown, 2),
                "logarithm": round(allowed, 2),
                "no_faster": grown <= allowed,
            }
    return growth


def _cost_of_encryption(ciphered: dict[str, Any], plain: dict[str, Any]) -> dict[str, Any]:
    """How many times plain SQLite, in time that passed and in the processor's."""
    costs = {}
    for name in ENCRYPTED:
        passed, worked = (
            ciphered[name][which] / plain[name][which] for which in ("median", "processor_median")
        )
        costs[name] = {
            "times_plain": round(passed, 2),
            "processor_times_plain": round(worked, 2),
            "reached": passed <= MOST_OF_PLAIN,
        }
    return costs


if __name__ == "__main__":
    main()
