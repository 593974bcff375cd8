"""From the command to the first painted screen, and to a usable home of the example notebook.

Whole processes, one after the other: ``python -m tests.benchmarks.bench_start``. Prints JSON.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 9


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as home:
        welcome = [_seconds(home, "-m", "ui", "--quit-after-paint") for _ in range(RUNS)]
        usable = [_seconds(home, "-c", _HOME) for _ in range(RUNS)]
        memory = max(int(_output(home, "-c", _MEMORY)) for _ in range(3))
    report = {
        "first_painted_screen_s": _figures(welcome),
        "usable_home_s": _figures(usable),
        "memory_with_one_person_open_mb": round(memory / 1024, 1),
        "runs": RUNS,
    }
    print(json.dumps(report, indent=1))


_OPEN = """
import sys
from PySide6.QtWidgets import QApplication
from app.bootstrap import House
from app.store.opening import open_with_key
from app.usecases import people
from ui.screens.base import Route
from ui.window import Window
app = QApplication(sys.argv[:1]); app.setStyle("Fusion")
window = Window(House.here(), lang="en-GB")
def on(name):
    if name == "people":
        window.show_route(Route("home", {"person": first()}))
    elif name == "home":
        QTimer.singleShot(0, settled)
def settled():
    if not window.desk.busy and not told:
        told.append(True)
        done()
told = []
def first():
    notebook = window.ctx.open_notebook
    with notebook.unit_of_work() as work:
        from app.model.person import Person
        return work.records.find(Person)[0].id
window.shown.connect(on)
window.open_examples()
window.show()
"""

_HOME = (
    """
from PySide6.QtCore import QTimer
def done():
    QTimer.singleShot(0, lambda: (window.repaint(), window.close()))
"""
    + _OPEN
    + "app.exec()\n"
)

_MEMORY = (
    """
from PySide6.QtCore import QTimer
def done():
    QTimer.singleShot(1500, tell)
def tell():
    with open("/proc/self/status") as status:
        print(next(line.split()[1] for line in status if line.startswith("VmRSS")))
    window.close()
"""
    + _OPEN
    + "window.painted.connect(window.warm_up)\napp.exec()\n"
)


def _environment(home: str) -> dict[str, str]:
    offscreen = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    return {**os.environ, **offscreen, "ALONGSIDE_HOME": home, "ALONGSIDE_SOUND": "null"}


def _seconds(home: str, *arguments: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, env=_environment(home))
    return time.perf_counter() - start


def _output(home: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        check=True,
        env=_environment(home),
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def _figures(seconds: list[float]) -> dict[str, float]:
    return {
        "min": round(min(seconds), 3),
        "median": round(statistics.median(seconds), 3),
        "max": round(max(seconds), 3),
    }


if __name__ == "__main__":
    main()
