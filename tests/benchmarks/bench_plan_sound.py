"""A whole plan as sound: work for each minute of it, size, memory, and how long the window pauses.

    python -m tests.benchmarks.bench_plan_sound

Prints JSON, one object for each form. The memory is that of the process that gathers and writes;
the voice has a process of its own. The pauses are those of the window while an MP3 file is made.
"""

import contextlib
import datetime
import itertools
import json
import resource
import sys
import tempfile
import time
from pathlib import Path

import av
from PySide6.QtCore import Qt, QTimer

from app.bootstrap import House
from app.model.wording import SourceWording
from app.soundroom import SoundWanted
from app.speech.sound_writer import Form
from app.usecases import people
from tests.benchmarks import in_window
from ui.screens.base import Route
from ui.screens.plan_sound import PlanSoundScreen

DAY = datetime.date(2026, 3, 4)
_TICK_MS = 5
FORMS: tuple[Form, ...] = ("wav", "mp3", "ogg")


def seconds_of(file: Path) -> float:
    """How long a sound file is."""
    with av.open(str(file)) as opened:
        return (opened.duration or 0) / av.time_base


def measured(house: House, folder: Path, form: Form) -> dict[str, object]:
    """One plan in one form."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with contextlib.closing(house.example_notebook(folder)) as notebook:
        person = people.everyone(notebook)[0]
        begun = time.perf_counter()
        made = house.plan_sound(
            notebook,
            person=person.id,
            copy_for="",
            made_on=DAY,
            words=SourceWording(),
            wanted=SoundWanted(folder=folder / form, form=form),
        )
        took = time.perf_counter() - begun
    minutes = sum(map(seconds_of, made.files)) / 60
    return {
        "form": form,
        "person": person.body.preferred_name,
        "files": len(made.files),
        "minutes_of_sound": round(minutes, 2),
        "seconds_of_work": round(took, 2),
        "seconds_of_work_per_minute": round(took / minutes, 3),
        "megabytes": round(sum(each.stat().st_size for each in made.files) / 1e6, 2),
        "unsaid": len(made.unsaid),
        "more_memory_mib": round(
            (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024, 1
        ),
    }


def pauses_of_the_window() -> dict[str, object]:
    """How long the window does nothing else while a whole plan is made, tick by tick."""
    with in_window.examples() as (app, window), tempfile.TemporaryDirectory() as folder:
        notebook = window.ctx.open_notebook
        person = people.everyone(notebook)[0].id
        window.show_route(Route("plan_sound", {"person": person}))
        in_window.until(app, lambda: not window.desk.busy)
        screen = window.screen
        assert isinstance(screen, PlanSoundScreen)
        ticks: list[float] = []
        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
        timer.start(_TICK_MS)
        screen._make(Path(folder))
        in_window.until(app, lambda: not window.desk.busy)
        timer.stop()
    late = sorted(1000 * (after - before) - _TICK_MS for before, after in itertools.pairwise(ticks))
    return {
        "ticks": len(ticks),
        "window_late_ms_p99": round(late[len(late) * 99 // 100], 1),
        "window_late_ms_most": round(late[-1], 1),
    }


def main() -> None:
    """Measure each form once."""
    with tempfile.TemporaryDirectory() as folder:
        house = House(Path(folder) / "home", Path(folder))
        for form in FORMS:
            with tempfile.TemporaryDirectory() as here:
                print(json.dumps(measured(house, Path(here), form)))
                sys.stdout.flush()
    print(json.dumps(pauses_of_the_window()))


if __name__ == "__main__":
    main()
