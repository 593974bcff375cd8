"""Importing 3,400 drawings, stopped half way and taken up again, and searching among 4,500.

``python -m tests.benchmarks.bench_import_pictures [--dots N] [SET ...]``. Prints JSON. A set that
is named, such as the release of Mulberry Symbols, is imported too, and N pictures made of dots, as
large as those of ARASAAC (500 px).
"""

import argparse
import io
import json
import random
import statistics
import tempfile
import time
import zipfile
from pathlib import Path

from PIL import Image, ImageDraw

from app.model.errors import AlongsideError
from app.store.notebook import NotebookFile
from app.usecases import picture_sets
from tests.helpers.notebooks import make_notebook

DRAWINGS = 3_400
MORE_DRAWINGS = 1_100
SEARCHES = 300
PATHS = 70
"""In each drawing: those of symbol sets have about 10 kB."""


class Enough(Exception):  # noqa: N818 - nothing went wrong
    """The import is stopped."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dots", type=int, default=0)
    parser.add_argument("sets", nargs="*", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        made = make_set(here / "made.zip", DRAWINGS, seed=1)
        report = {"made": timed(here / "one.alongside", made), **stopped(here, made)}
        for each in asked.sets:
            report[each.stem] = timed(here / f"{each.stem}.alongside", each)
        if asked.dots:
            pictures = make_dots(here / "dots.zip", asked.dots)
            report["dots"] = timed(here / "dots.alongside", pictures)
        report["search"] = searched(here)
    print(json.dumps(report, indent=1))


def make_set(path: Path, drawings: int, *, seed: int) -> Path:
    """A zip of made-up drawings with a table of their names in two languages."""
    chance = random.Random(seed)
    rows = ["file;name-en;name-cy"]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for number in range(drawings):
            name = " ".join(word(chance) for _ in range(chance.randint(1, 3)))
            rows.append(f"p{seed}-{number}.svg;{name};{word(chance)}")
            made.writestr(f"p{seed}-{number}.svg", drawing(chance))
        made.writestr("names.csv", "\n".join(rows))
        made.writestr("LICENSE.txt", "CC BY-SA 4.0, Copyright 2026 Nobody")
    return path


def make_dots(path: Path, pictures: int) -> Path:
    """A zip of made-up pictures with thick lines and nothing behind them, as those of ARASAAC."""
    chance = random.Random(3)
    with zipfile.ZipFile(path, "w") as made:
        for number in range(pictures):
            image = Image.new("RGBA", (1000, 1000))
            draw = ImageDraw.Draw(image)
            for _ in range(12):
                left, top, size = (chance.randint(50, 500) for _ in range(3))
                colour = (*(chance.randrange(256) for _ in range(3)), 255)
                draw.ellipse((left, top, left + size, top + size), colour, "black", 10)
            out = io.BytesIO()
            image.resize((500, 500)).save(out, "PNG", compress_level=1)
            made.writestr(f"{number}.png", out.getvalue())
    return path


def drawing(chance: random.Random) -> str:
    """One drawing, about as large as those of symbol sets."""
    numbers = (f"{chance.uniform(0, 300):.3f}" for _ in range(PATHS * 14))
    paths = (
        f'<path fill="#{chance.randrange(1 << 24):06x}" d="M{" ".join(next(numbers) for _ in "xy")}'
        f'C{" ".join(next(numbers) for _ in range(12))}z"/>'
        for _ in range(PATHS)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 300">{"".join(paths)}</svg>'


def word(chance: random.Random) -> str:
    """A made-up word."""
    return "".join(chance.choice("bdfglmnprst") + chance.choice("aeiou") for _ in range(3))


def timed(to: Path, source: Path) -> dict[str, object]:
    """How long a set takes to import, and how large the notebook is then."""
    notebook = make_notebook(to)
    try:
        start = time.perf_counter()
        imported = picture_sets.import_set(
            notebook, path=source, lang="en", licence="?", no_people=True
        )
        seconds = time.perf_counter() - start
        start = time.perf_counter()
        picture_sets.import_set(notebook, path=source, lang="en", licence="?", no_people=True)
        again = time.perf_counter() - start
    except AlongsideError as error:
        return {"refused": str(error)}
    finally:
        notebook.close()
    return {
        "added": imported.added,
        "left_out": dict(imported.left_out),
        "seconds": round(seconds, 2),
        "once_more_seconds": round(again, 2),
        "notebook_mb": round(to.stat().st_size / 1e6, 1),
    }


def stopped(here: Path, source: Path) -> dict[str, object]:
    """How soon it stops when it is asked to, and that it goes on from there."""
    notebook = make_notebook(here / "stopped.alongside")
    asked = 0.0

    def told(done: int, of: int) -> None:
        nonlocal asked
        if done and done >= of // 2:
            asked = time.perf_counter()
            raise Enough

    try:
        picture_sets.import_set(notebook, path=source, lang="en", progress=told)
    except Enough:
        took = time.perf_counter() - asked
    rest = picture_sets.import_set(notebook, path=source, lang="en")
    notebook.close()
    return {"stopped_after_ms": round(took * 1000, 1), "then_already": rest.already}


def searched(here: Path) -> dict[str, float]:
    """How long searches among 4,500 pictures take, in milliseconds."""
    notebook = make_notebook(here / "search.alongside")
    for seed, drawings in ((1, DRAWINGS), (2, MORE_DRAWINGS)):
        picture_sets.import_set(
            notebook, path=make_set(here / f"s{seed}.zip", drawings, seed=seed), lang="en"
        )
    times = sorted(one_search(notebook, random.Random(n)) for n in range(SEARCHES))
    notebook.close()
    return {
        "median_ms": round(statistics.median(times), 2),
        "p95_ms": round(times[int(SEARCHES * 0.95)], 2),
        "max_ms": round(times[-1], 2),
    }


def one_search(notebook: NotebookFile, chance: random.Random) -> float:
    words = word(chance)[: chance.randint(1, 6)]
    start = time.perf_counter()
    picture_sets.search(notebook, words=words, langs=("cy", "en"))
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
