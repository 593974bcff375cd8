"""Rendering with the bundled voices: text in, sound out, nothing left on disk."""

import bisect
import contextlib
import re
import wave
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyttsx3

from app.speech import bundle, espeak_driver
from app.speech.sound import RenderError, Sound, WordAt
from app.speech.voices import Voice

WORDS_A_MINUTE = 160
"""The usual speed; 0.6 to 1.2 of it are 96 to 192, within what espeak-ng can do (80 to 600)."""

FRAMES_A_SECOND = 22_050
"""Of the bundled voices; only a sound with nothing in it has to be told."""


def whole_words(text: str, begun: Iterable[tuple[int, int]]) -> Iterator[WordAt]:
    """The words of a text as they stand between spaces, from what an engine says has begun.

    An engine reports the parts of "don't" and of "2025" one by one; people see one word.

    Args:
        text: what is said.
        begun: position in the text and frame of the sound, in the order of the sound.

    """
    spans = [match.span() for match in re.finditer(r"\S+", text)]
    starts = [start for start, _ in spans]
    last = -1
    for position, frame in begun:
        place = bisect.bisect_right(starts, position) - 1
        if place > last:
            start, end = spans[place]
            yield WordAt(start, end - start, frame)
            last = place


class BundledVoices:
    """espeak-ng through pyttsx3, one sentence at a time, on one thread.

    pyttsx3 hands sound over in files only, which are gone once read.

    Args:
        folder: where they lie meanwhile. It must be one that nobody else can look into, because a
            plan is nobody else's business.

    Raises:
        NoEngineError: espeak-ng is missing or cannot be used.

    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / "sentence.wav"
        driver = espeak_driver.register(bundle.find())
        self._engine = pyttsx3.init(driver)
        self._events: list[tuple[str, dict[str, Any]]] = []
        for topic in ("started-word", "error"):
            self._engine.connect(topic, self._listener(topic))
        self.voices = tuple(
            Voice(each.id, tuple(each.languages)) for each in self._engine.getProperty("voices")
        )

    def render(self, text: str, *, voice: Voice, pace: float) -> Sound:
        """The sound of a text; see :class:`app.speech.sound.Renderer`."""
        if not text.strip():
            return Sound(b"", FRAMES_A_SECOND)
        self._events.clear()
        self._engine.setProperty("voice", voice.id)
        self._engine.setProperty("rate", round(WORDS_A_MINUTE * pace))
        self._engine.save_to_file(text, str(self._file))
        try:
            self._engine.runAndWait()
            return self._collected(text)
        finally:
            with contextlib.suppress(FileNotFoundError):
                self._file.unlink()
            self._events.clear()

    def _collected(self, text: str) -> Sound:
        for topic, values in self._events:
            if topic == "error":
                raise RenderError(type(values["exception"]).__name__) from values["exception"]
        try:
            with wave.open(str(self._file), "rb") as file:
                pcm, rate = file.readframes(file.getnframes()), file.getframerate()
        except (OSError, EOFError, wave.Error) as error:
            raise RenderError(type(error).__name__) from error
        begun = [
            (values["location"], values["frame"])
            for topic, values in self._events
            if topic == "started-word"
        ]
        return Sound(pcm, rate, tuple(whole_words(text, begun)))

    def _listener(self, topic: str) -> Any:
        def listen(**values: Any) -> None:
            self._events.append((topic, values))

        return listen
