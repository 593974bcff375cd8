"""How large recordings are, how long they take to be kept, and how soon a microphone hears.

    python -m tests.benchmarks.bench_recording

Speech comes from the bundled voice, with the noise of a room and a cheap microphone added.
"""

import array
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app import pipes
from app.microphone import protocol, samples
from app.microphone.protocol import Done, Heard, Listen
from app.model.recordings import FRAMES_A_SECOND
from app.speech.sound import Sound
from app.speech.sound_files import as_wav

_ROOMS = {"studio": 0, "quiet": 40, "office": 150, "noisy": 400}
"""The largest that the noise gets, of 32 768."""
_SAID = (
    "I like tea in my blue mug, and I like to sit by the window. "
    "On Fridays I go to the market with my sister, and we look at the fish. "
)
_STARTS = 7


def main() -> int:
    """Measure, and print JSON."""
    with tempfile.TemporaryDirectory() as folder:
        spoken = _speech(Path(folder))
        told = {
            "minute_kilobytes": {name: _size(spoken, loud) for name, loud in _ROOMS.items()},
            "three_minutes": _three_minutes(spoken),
            "worker": _worker(Path(folder)),
        }
    print(json.dumps(told, indent=2))
    return 0


def _speech(folder: Path) -> "array.array[int]":
    """A minute of it, without pauses."""
    said = folder / "voice.wav"
    say = (sys.executable, "-m", "app", "say", _SAID, "--lang", "en-GB", "--to", str(said))
    subprocess.run(say, check=True, stdout=subprocess.DEVNULL)
    one = samples.of_file(said.read_bytes())
    minute = 60 * FRAMES_A_SECOND
    return (one * (minute // len(one) + 1))[:minute]


def _noisy(spoken: "array.array[int]", loud: int) -> "array.array[int]":
    numbers = random.Random(1)
    mixed = (each + round(numbers.gauss(0, loud / 3)) for each in spoken)
    return array.array("h", (max(-32_768, min(32_767, each)) for each in mixed))


def _size(spoken: "array.array[int]", loud: int) -> float:
    return round(len(samples.kept_of(_noisy(spoken, loud))) / 1000, 1)


def _three_minutes(spoken: "array.array[int]") -> dict[str, float]:
    """How long it takes from "done" until it can be heard."""
    long = _noisy(spoken, 150) * 3
    begun = time.perf_counter()
    cut = samples.trimmed(long)
    then = time.perf_counter()
    kept = samples.as_flac(samples.coarser(cut))
    return {
        "trim_ms": round((then - begun) * 1000, 1),
        "flac_ms": round((time.perf_counter() - then) * 1000, 1),
        "kilobytes": round(len(kept) / 1000, 1),
    }


def _worker(folder: Path) -> dict[str, float]:
    """From the press to the first level, and from "done" to the recording."""
    said = folder / "said.wav"
    said.write_bytes(as_wav(Sound(b"\0\x10\0\xf0" * 22_050 * 4, 22_050)))
    first, last = [], []
    for _ in range(_STARTS):
        begun = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "app.microphone.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, protocol.SETTING: str(said)},
        )
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(pipes.line(Listen()))
        process.stdin.flush()
        process.stdout.readline()
        first.append(time.perf_counter() - begun)
        done = time.perf_counter()
        process.stdin.write(pipes.line(Done()))
        process.stdin.flush()
        while isinstance(protocol.read_event(process.stdout.readline()), Heard):
            pass
        last.append(time.perf_counter() - done)
        process.stdin.close()
        process.wait(timeout=20)
    middle = _STARTS // 2
    return {
        "press_to_level_ms": round(sorted(first)[middle] * 1000, 1),
        "done_to_recording_ms": round(sorted(last)[middle] * 1000, 1),
    }


if __name__ == "__main__":
    sys.exit(main())
