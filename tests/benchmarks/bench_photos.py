"""Photos: ``python -m tests.benchmarks.bench_photos``. Prints JSON, all times in milliseconds.

Opening a 12-megapixel photo, making what is kept of it, and the page of pictures with many
photos of one's own in the plan (``--own N``, each with a sentence): until it is painted, until the
own photos stand on it, and each letter typed into its search.
"""

import argparse
import io
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ALONGSIDE_SOUND", "null")
os.environ.setdefault("ALONGSIDE_CAMERA", "none")

import pillow_heif
from PIL import Image
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from app.bootstrap import House
from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.photo_work import Frame, PhotoWork
from app.model.pictures import Picture
from app.usecases import photo_facts, photos
from app.usecases.own_photos import own_photos
from app.usecases.photo_facts import Told
from ui.parts.picker import Picker
from ui.window import Window

TRIES = 9
WORDS = ("The sea", "My beach hut", "Tea with Yvonne", "The bus to town", "My cat", "Our garden")
WORKS = {
    "all_of_it": PhotoWork(),
    "framed": PhotoWork(1, Frame(0.2, 0.2, 0.7, 0.7)),
    "oval_see_through": PhotoWork(0, Frame(0.2, 0.2, 0.7, 0.7), "oval"),
    "oval_white": PhotoWork(0, Frame(0.2, 0.2, 0.7, 0.7), "oval", "white"),
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--own", type=int, default=300)
    asked = parser.parse_args()
    camera = _photo()
    shown, heic = photos.clean_photo(camera).data, _heic(camera)
    report: dict[str, object] = {
        "photo": {"pixels": "4000x3000", "bytes": len(camera)},
        "make": {
            name: _timed(lambda work=work: photos.make_photo(camera, work))
            for name, work in WORKS.items()
        },
        "make_heic": _timed(lambda: photos.clean_photo(heic)),
        "preview": _timed(lambda: photos.make_photo(shown, WORKS["oval_see_through"], longest=500)),
        "kept_bytes": {
            name: len(photos.make_photo(camera, work).data) for name, work in WORKS.items()
        },
        "own": asked.own,
    }
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as home:
        window = Window(House(Path(home), Path(home)), lang="en-GB")
        window.resize(1366, 768)
        window.show()
        window.open_examples()
        _until(app, lambda: window.route.screen == "people" and not window.desk.busy)
        report |= _picker(app, window, asked.own)
        window.close()
    print(json.dumps(report, indent=1))


def _photo() -> bytes:
    out = io.BytesIO()
    noise = Image.effect_noise((1000, 750), 40).resize((4000, 3000))
    Image.merge("RGB", (noise, noise.rotate(180), noise)).save(out, "JPEG", quality=90)
    return out.getvalue()


def _heic(photo: bytes) -> bytes:
    """The same as a phone keeps it."""
    out = io.BytesIO()
    pillow_heif.from_pillow(Image.open(io.BytesIO(photo))).save(out, quality=60)
    return out.getvalue()


def _timed(work: Callable[[], object]) -> float:
    times = []
    for _ in range(TRIES):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return round(statistics.median(times), 1)


def _picker(app: QApplication, window: Window, own: int) -> dict[str, object]:
    notebook = window.ctx.open_notebook
    with notebook.unit_of_work() as work:
        person = work.records.find(Person)[0].id
        window.ctx.by = by = work.records.find(Supporter, person=person)[0].id
    _fill(window, person, by, own)
    painted, arrived = [], []
    for _ in range(TRIES):
        start = time.perf_counter()
        picker = Picker(window.ctx, person=person, title="Which picture?", start="sea")
        picker.resize(1366, 600)
        picker.show()
        picker.repaint()
        painted.append((time.perf_counter() - start) * 1000)
        _until(app, lambda: not window.desk.busy)
        picker.repaint()
        arrived.append((time.perf_counter() - start) * 1000)
    ideas = window.ctx.house.ideas
    read = _timed(
        lambda: own_photos(
            notebook, person=person, lang="en",
            ideas_of=lambda words, lang: frozenset(
                each.idea for each in ideas.suggest(words, lang=lang)
            ),
        )
    )  # fmt: skip
    letters = []
    for words in WORDS * 3:
        for end in range(1, len(words) + 1):
            start = time.perf_counter()
            picker._show_own(words[:end])
            letters.append((time.perf_counter() - start) * 1000)
    letters.sort()
    return {
        "picker_painted": round(statistics.median(painted), 1),
        "picker_painted_max": round(max(painted), 1),
        "own_photos_on_it": round(statistics.median(arrived), 1),
        "own_photos_read": read,
        "own_photos_per_letter": {
            "median": round(statistics.median(letters), 2),
            "p95": round(letters[int(len(letters) * 0.95)], 2),
        },
    }


def _fill(window: Window, person: RecordId, by: RecordId, own: int) -> None:
    notebook, today = window.ctx.open_notebook, window.ctx.today
    for at in range(own):
        out = io.BytesIO()
        Image.new("RGB", (40, 30), (at % 256, at // 256, 90)).save(out, "PNG")
        photo_facts.keep(
            notebook, person=person, photo=Picture("image/png", out.getvalue()),
            told=Told(taken_for=f"{WORDS[at % len(WORDS)]} {at}"), by=by, on=today,
        )  # fmt: skip


def _until(app: QApplication, there: Callable[[], bool]) -> None:
    while not there():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


if __name__ == "__main__":
    main()
