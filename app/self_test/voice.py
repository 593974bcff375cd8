"""Whether a voice speaks, and what it says can be kept in a file."""

import wave
from collections.abc import Iterator
from pathlib import Path

from app.bootstrap import House
from app.self_test import AGAIN
from app.speech import sound_files
from app.speech.rendering import Manner, Rendering
from app.speech.sound import RenderError

_WORDS = "This is my plan."
_LEAST_SECONDS = 0.5


def problems(house: House, folder: Path) -> Iterator[str]:  # noqa: ARG001
    """What is wrong with the voice of this computer."""
    yield from wrong_with(Rendering(), folder)


def wrong_with(process: Rendering, folder: Path) -> Iterator[str]:
    """What is wrong with the voices of a process."""
    file = folder / "said.wav"
    with process as rendering:
        if not rendering.voices:
            yield f"There is no voice at all, so nothing can be read aloud. {AGAIN}"
            return
        try:
            sound = rendering.render(_WORDS, lang="en-GB", manner=Manner())
        except RenderError:
            sound = None
    if sound is None:
        yield f"No voice could say a sentence in English. {AGAIN}"
        return
    file.write_bytes(sound_files.as_wav(sound))
    with wave.open(str(file)) as read:
        frames, rate = read.readframes(read.getnframes()), read.getframerate()
    if len(frames) < _LEAST_SECONDS * rate * 2 or not any(frames):
        yield f"The voice made no sound. {AGAIN}"
