"""Recordings for tests, as they are kept, and what stands for a microphone."""

import array
import functools
import io
import math
import random

import av

from app.microphone import samples
from app.model.recordings import FRAMES_A_SECOND
from tests.helpers.tones import wav


@functools.cache
def recording(seconds: float = 0.5, height: int = 2_000) -> bytes:
    """Noise of so long, as FLAC: no two of another length have bytes in common."""
    numbers = random.Random(seconds)
    frames = range(round(seconds * FRAMES_A_SECOND))
    return samples.as_flac(array.array("h", (numbers.randint(-height, height) for _ in frames)))


def short_by_its_own_account(flac: bytes) -> bytes:
    """The same recording, of which the first bytes say that it is a second long."""
    told = int.from_bytes(flac[18:26], "big") & ~0xF_FFFF_FFFF | FRAMES_A_SECOND
    return flac[:18] + told.to_bytes(8, "big") + flac[26:]


@functools.cache
def encoded(form: str, codec: str, rate: int) -> bytes:
    """A second of a tone, as a phone or another program would write it."""
    out = io.BytesIO()
    with av.open(out, "w", format=form) as file:
        stream = file.add_stream(codec, rate=rate, layout="mono")
        as_wanted = av.AudioResampler(format=stream.format, layout="mono", rate=rate)
        tone = array.array("h", (int(12_000 * math.sin(n / 9)) for n in range(rate)))
        frame = av.AudioFrame(format="s16", layout="mono", samples=len(tone))
        frame.sample_rate, frame.pts = rate, 0
        frame.planes[0].update(tone.tobytes().ljust(frame.planes[0].buffer_size, b"\0"))
        for each in (*as_wanted.resample(frame), *as_wanted.resample(None), None):
            file.mux(stream.encode(each))
    return out.getvalue()


def made_up_microphone(folder, *, letters=20):
    """A sound file that a microphone's process takes for what is said; one second long."""
    path = folder / "said.wav"
    path.write_bytes(wav(letters))
    return path
