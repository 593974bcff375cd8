"""Speech as sound: the seam between whatever makes it and whatever plays it.

Today the bundled voices make it; a person's own recording or a voice of the operating system
becomes the same value.
"""

import dataclasses
from typing import Protocol

from app.speech.voices import Voice

BYTES_PER_FRAME = 2
"""One channel of 16 bits."""


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

    """

    pcm: bytes
    rate: int
    words: tuple[WordAt, ...] = ()

    @property
    def frames(self) -> int:
        """How long it is, in frames."""
        return len(self.pcm) // BYTES_PER_FRAME


class RenderError(Exception):
    """The engine could not turn a text into sound. The message never holds the text."""


class Renderer(Protocol):
    """Something that turns text into sound."""

    @property
    def voices(self) -> tuple[Voice, ...]:
        """The voices it has."""

    def render(self, text: str, *, voice: Voice, pace: float) -> Sound:
        """The sound of a text.

        Args:
            text: one sentence.
            voice: one of ``voices``.
            pace: 1.0 for the usual speed, less for slower.

        Raises:
            RenderError: it could not be made.

        """
