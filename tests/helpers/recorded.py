"""Recordings for tests, as they are kept, and what stands for a microphone."""

import array
import functools
import random

from app.microphone import samples
from app.model.recordings import FRAMES_A_SECOND
from tests.helpers.tones import wav


@functools.cache
def recording(seconds: float = 0.5, height: int = 2_000) -> bytes:
    """Noise of so long, as FLAC: no two of another length have bytes in common."""
    numbers = random.Random(seconds)
    frames = range(round(seconds * FRAMES_A_SECOND))
    return samples.as_flac(array.array("h", (numbers.randint(-height, height) for _ in frames)))


def made_up_microphone(folder, *, letters=20):
    """A sound file that a microphone's process takes for what is said; one second long."""
    path = folder / "said.wav"
    path.write_bytes(wav(letters))
    return path
