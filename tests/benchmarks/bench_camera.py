"""The camera: ``python -m tests.benchmarks.bench_camera``. Prints JSON, with made-up pictures.

From pressing until the first picture, how many come a second, from "Take the photo" until it is
there, from closing until the process is gone, and what looking for cameras takes.
"""

import json
import os
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["ALONGSIDE_CAMERA"] = "testsrc2=size=1280x720:rate=30,realtime"

from PySide6.QtCore import QEventLoop, QProcess
from PySide6.QtWidgets import QApplication

from ui.camera import Eye

WATCHED_SECONDS = 5.0


def main() -> None:
    """Measure and print."""
    app = QApplication(sys.argv[:1])
    eye = Eye()
    found: list[object] = []
    eye.found.connect(found.append)
    report = {"find_ms": _timed(app, eye.find, lambda: bool(found))}
    seen: list[bytes] = []
    eye.seen.connect(seen.append)
    camera = eye.known[0].id
    report["first_picture_ms"] = _timed(app, lambda: eye.open(camera), lambda: bool(seen))
    seen.clear()
    began = time.perf_counter()
    _until(app, lambda: time.perf_counter() - began > WATCHED_SECONDS)
    report["pictures_a_second"] = round(len(seen) / WATCHED_SECONDS, 1)
    report["picture_bytes"] = len(seen[-1])
    taken: list[bytes] = []
    eye.taken.connect(taken.append)
    report["photo_ms"] = _timed(app, eye.take, lambda: bool(taken))
    report["photo_bytes"] = len(taken[0])
    seen.clear()
    eye.open(camera)
    _until(app, lambda: bool(seen))
    report["off_ms"] = _timed(app, eye.close, lambda: not _running(eye))
    eye.wait_until_gone()
    print(json.dumps(report, indent=1))


def _running(eye: Eye) -> bool:
    states = (each.state() for each in eye.findChildren(QProcess))
    return any(state != QProcess.ProcessState.NotRunning for state in states)


def _timed(app: QApplication, begin: Callable[[], object], done: Callable[[], bool]) -> float:
    start = time.perf_counter()
    begin()
    _until(app, done)
    return round((time.perf_counter() - start) * 1000, 1)


def _until(app: QApplication, done: Callable[[], bool]) -> None:
    while not done():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 10)


if __name__ == "__main__":
    main()
