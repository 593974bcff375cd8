"""Speech as sound: the seam between whatever makes it and whatever plays it.

The bundled voices make it, those of the operating system, and people who record their own words:
all become the same value.
"""

import dataclasses
from collections.abc import Iterable
from typing import Protocol

from app.speech.voices import Voice

BYTES_PER_FRAME = 2
"""One channel of 16 bits."""

FRAMES_A_SECOND = 22_050
"""What the bundled voices have, and what every other sound is brought to."""

WORDS_A_MINUTE = 160
"""The usual speed; 0.6 to 1.2 of it are 96 to 192, within what all engines can do."""


@dataclasses.dataclass(frozen=True, slots=True)
class WordAt:
    """Where a word stands in its text (Python string positions), and when its sound begins.

    Attributes:
        frame: frames from the beginning of the sound.

    """

    start: int
    length: int
    frame: int


@dataclasses.dataclass(frozen=True, slots=True)
class Sound:
    """One utterance, ready to be played.

    Attributes:
        pcm: 16-bit signed little-endian samples, one channel.
        rate: frames a second.
        words: the words in the order in which they are heard; empty where that is not known.
        estimated: the words' times are guessed.

    """

    pcm: bytes
    rate: int
    words: tuple[WordAt, ...] = ()
    estimated: bool = False

    @property
    def frames(self) -> int:
        """How long it is, in frames."""
        return len(self.pcm) // BYTES_PER_FRAME


@dataclasses.dataclass(frozen=True, slots=True)
class Rendered:
    """What an engine makes of a text.

    Attributes:
        pcm: 16-bit samples of one channel, ``FRAMES_A_SECOND`` of them a second.
        begun: position in the text and frame of each part of a word, where the engine tells.

    """

    pcm: bytes
    begun: tuple[tuple[int, int], ...] | None = None


def joined(parts: Iterable[tuple[int, Sound]]) -> Sound:
    """Sounds of one speed, one after the other.

    Args:
        parts: each with where its text begins in the text of all.

    """
    pcm, words, estimated = bytearray(), [], False
    for start, sound in parts:
        before = len(pcm) // BYTES_PER_FRAME
        words += [WordAt(start + w.start, w.length, before + w.frame) for w in sound.words]
        pcm += sound.pcm
        estimated = estimated or sound.estimated
    return Sound(bytes(pcm), FRAMES_A_SECOND, tuple(words), estimated)


class RenderError(Exception):
    """The engine could not turn a text into sound. The message never holds the text."""


class Renderer(Protocol):
    """An engine: something that turns text into sound, used on one thread only."""

    @property
    def voices(self) -> tuple[Voice, ...]:
        """The voices it has."""

    def render(self, text: str, *, voice: Voice, pace: float) -> Rendered:
        """The sound of a text.

        Args:
            text: one sentence, not empty.
            voice: one of ``voices``.
            pace: 1.0 for the usual speed, less for slower.

        Raises:
            RenderError: it could not be made.

        """
