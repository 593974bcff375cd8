"""Reading aloud as it is heard: ``python -m tests.benchmarks.bench_speech``.

The window's reader and the real worker play to a null sink of a PulseAudio server of our own, which
is recorded back. Prints JSON, times in milliseconds; those from a press to the ear are uncertain by
about 10. Needs pulseaudio and pulseaudio-utils.
"""

import itertools
import json
import os
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QProcess, Qt, QTimer

from app.speech.engines import Engines, Wish
from app.speech.protocol import Utterance
from app.speech.sound import Sound
from app.speech.voices import voice_for
from tests.helpers.null_sink import Listener, can_listen, null_sink
from tests.helpers.tones import wav
from ui.reading import Reader

TIMES = 10
LANGUAGES = (
    "en-GB", "cy", "pl", "ro", "ur", "pa", "bn", "gu", "ar", "so", "pt", "es", "it", "fr", "uk",
)  # fmt: skip
WORDS = (
    "Dad calls me at ten. Please take your time, ask again, and talk to me, not about me.",
    "I like to go to the market on Saturdays with my brother Karim.",
    "Tea with milk, no sugar, before breakfast, by the big window.",
)


def main() -> int:
    """Measure and print."""
    if not can_listen():
        print(json.dumps({"skipped": "PulseAudio is not installed here"}))
        return 1
    application = QCoreApplication(sys.argv)
    with tempfile.TemporaryDirectory() as scratch, null_sink(Path(scratch)) as (play, listener):
        os.environ.update(play)
        os.environ.pop("ALONGSIDE_SOUND", None)
        bench = Bench(listener, Path(scratch))
        report = {
            "press_to_sound_first": bench.press(first=True),
            "press_to_sound_warm": bench.press(first=False),
            **bench.pauses(),
            "gap_between_sentences": bench.gap(),
            "killed_to_sound_again": bench.killed(),
            **bench.highlight(),
            "languages_without_voice": bench.languages(),
        }
    print(json.dumps(report, indent=1))
    application.quit()
    return 0


class Bench:
    """One window's side and an ear."""

    def __init__(self, listener: Listener, scratch: Path) -> None:
        self._listener = listener
        self._scratch = scratch

    def press(self, *, first: bool) -> dict[str, float]:
        """From the press to the first sound, with the worker there or not yet started."""
        pressed = []
        reader = Reader()
        for _ in range(TIMES):
            if first:
                reader.close()
                reader = Reader()
            else:
                reader.warm_up()
                wait(300)
            pressed.append(time.monotonic())
            reader.read([Utterance(WORDS[1], "en-GB")], rate=0.9 + len(pressed) / 100)
            wait(700)
            reader.stop()
            wait(300)
        reader.close()
        return spread([self._sound_after(each) for each in pressed])

    def pauses(self) -> dict[str, dict[str, float]]:
        """Pause, go on and stop in a tone, which has no silence of its own."""
        reader = Reader()
        done: dict[str, list[float]] = {"pause": [], "resume": [], "stop": []}
        for _ in range(TIMES):
            reader.read([Utterance("Tone.", "en-GB", wav(200))])
            wait(700)
            for name, pressed in done.items():
                pressed.append(time.monotonic())
                getattr(reader, name)()
                wait(350)
        reader.close()
        return {
            "pause_to_silence": spread([self._silence_after(each) for each in done["pause"]]),
            "resume_to_sound": spread([self._sound_after(each) for each in done["resume"]]),
            "stop_to_silence": spread([self._silence_after(each) for each in done["stop"]]),
        }

    def gap(self) -> dict[str, float]:
        """Silence between two tones that follow each other."""
        reader, gaps = Reader(), []
        for _ in range(TIMES):
            began = time.monotonic()
            finished(reader, lambda: reader.read([Utterance("Tone.", "en-GB", wav(10))] * 3))
            wait(150)
            heard = [each for each in self._listener.stretches() if each[0] > began]
            gaps += [
                1000 * (after[0] - before[1]) for before, after in itertools.pairwise(heard)
            ] or [0.0]
        reader.close()
        return spread(gaps)

    def killed(self) -> dict[str, float]:
        """From a worker's death to sound again; what still sounds for 30 ms does not count."""
        reader, when = Reader(), []
        for _ in range(TIMES):
            reader.read([Utterance(WORDS[1], "en-GB")])
            wait(900)
            process, *_ = [
                each
                for each in reader.findChildren(QProcess)
                if each.state() == QProcess.ProcessState.Running
            ]
            when.append(time.monotonic())
            os.kill(process.processId(), signal.SIGKILL)
            wait(900)
            reader.stop()
            wait(200)
        reader.close()
        return spread([self._sound_after(each + 0.03) + 30 for each in when])

    def highlight(self) -> dict[str, dict[str, float]]:
        """When a word is told against when it is heard, and the window's pauses meanwhile."""
        engines = Engines.here(self._scratch)
        reader, pauses, errors = Reader(), [], []
        last = time.perf_counter()

        def tick() -> None:
            nonlocal last
            now = time.perf_counter()
            pauses.append(1000 * (now - last))
            last = now

        told: list[tuple[float, int]] = []
        reader.word.connect(lambda _, start, __: told.append((time.monotonic(), start)))
        ticks = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
        ticks.timeout.connect(tick)
        for text in WORDS * 3:
            told.clear()
            spoken = engines.render(text, lang="en-GB", pace=1.0, wish=Wish())
            assert spoken
            began = time.monotonic()
            last = time.perf_counter()
            ticks.start()
            finished(reader, lambda text=text: reader.read([Utterance(text, "en-GB")]))
            ticks.stop()
            wait(150)
            sound = spoken.sound
            zero = began + self._sound_after(began) / 1000 - first_sound(sound)
            at = {word.start: zero + word.frame / sound.rate for word in sound.words}
            errors += [1000 * (when - at[start]) for when, start in told]
        reader.close()
        engines.close(patience=1)
        return {
            "highlight_minus_heard": {
                "words": len(errors),
                "mean": round(statistics.mean(errors), 1),
                "p95_of_size": round(percentile([abs(each) for each in errors], 95), 1),
                "least": round(min(errors), 1),
                "most": round(max(errors), 1),
            },
            "window_pause_5ms_timer": {
                "p99": round(percentile(pauses, 99), 1),
                "max": round(max(pauses), 1),
            },
        }

    def languages(self) -> list[str]:
        """Those of the program that this computer has no voice for."""
        engines = Engines.here(self._scratch)
        missing = [lang for lang in LANGUAGES if voice_for(lang, engines.voices) is None]
        engines.close(patience=1)
        return missing

    def _sound_after(self, when: float) -> float:
        """Milliseconds to sound; a little less than none where the clocks differ."""
        for begin, end in self._listener.stretches():
            if begin > when - 0.02 or end > when + 0.02:
                return 1000 * (max(begin, when - 0.02) - when)
        return float("nan")

    def _silence_after(self, when: float) -> float:
        ends = (end for _, end in self._listener.stretches() if end > when - 0.03)
        return next(1000 * (end - when) for end in ends)


def wait(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()


def wait_for(reader: Reader, name: str) -> None:
    """Let it live until the reader says this."""
    loop = QEventLoop()
    said = getattr(reader, name).connect(lambda *_: loop.quit())
    QTimer.singleShot(10_000, loop, loop.quit)
    loop.exec()
    reader.disconnect(said)


def finished(reader: Reader, begin: Callable[[], None]) -> None:
    """Begin something and let it live until the end of it."""
    begin()
    wait_for(reader, "finished")


def first_sound(sound: Sound) -> float:
    """Seconds of silence at its beginning."""
    samples = memoryview(sound.pcm).cast("h")
    return next(place for place, each in enumerate(samples) if abs(each) > 500) / sound.rate


def percentile(values: list[float], which: int) -> float:
    """The value that so many of a hundred do not exceed."""
    return sorted(values)[min(len(values) - 1, len(values) * which // 100)]


def spread(values: list[float]) -> dict[str, float]:
    """Median and greatest."""
    return {"median": round(statistics.median(values), 1), "max": round(max(values), 1)}


if __name__ == "__main__":
    sys.exit(main())
