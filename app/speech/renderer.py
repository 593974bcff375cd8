"""Rendering with the bundled voices: text in, sound out, nothing left on disk."""

import contextlib
import wave
from pathlib import Path
from typing import Any

import pyttsx3

from app.speech import bundle, espeak_driver
from app.speech.sound import WORDS_A_MINUTE, Rendered, RenderError
from app.speech.voices import BUNDLED, Voice


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
            Voice(each.id, tuple(each.languages), BUNDLED, each.name, (each.gender or "").lower())
            for each in self._engine.getProperty("voices")
        )

    def render(self, text: str, *, voice: Voice, pace: float) -> Rendered:
        """The sound of a text; see :class:`app.speech.sound.Renderer`."""
        self._events.clear()
        self._engine.setProperty("voice", voice.id)
        self._engine.setProperty("rate", round(WORDS_A_MINUTE * pace))
        self._engine.save_to_file(text, str(self._file))
        try:
            self._engine.runAndWait()
            return self._collected()
        finally:
            with contextlib.suppress(FileNotFoundError):
                self._file.unlink()
            self._events.clear()

    def _collected(self) -> Rendered:
        for topic, values in self._events:
            if topic == "error":
                raise RenderError(type(values["exception"]).__name__) from values["exception"]
        try:
            with wave.open(str(self._file), "rb") as file:
                pcm = file.readframes(file.getnframes())
        except (OSError, EOFError, wave.Error) as error:
            raise RenderError(type(error).__name__) from error
        begun = tuple(
            (values["location"], values["frame"])
            for topic, values in self._events
            if topic == "started-word"
        )
        return Rendered(pcm, begun)

    def _listener(self, topic: str) -> Any:
        def listen(**values: Any) -> None:
            self._events.append((topic, values))

        return listen
