"""Rendering with the voices of Windows and macOS, through pyttsx3's drivers for them.

Both drivers cut off or swallow what is said second with one and the same engine, and neither plays
without waiting. So every sentence has an engine of its own that writes a file. Neither tells when a
word is said in it.
"""

import contextlib
import sys
from pathlib import Path
from typing import Any

import pyttsx3

from app.speech import sapi5_driver, sound_files
from app.speech.sound import WORDS_A_MINUTE, Rendered, RenderError
from app.speech.voices import Voice

_ENGINES = {"win32": "sapi5", "darwin": "nsss"}


def engine_here() -> str | None:
    """The engine of this operating system, None where there is none besides the bundled one."""
    return _ENGINES.get(sys.platform)


class SystemVoices:
    """The voices that came with the operating system, on one thread.

    Args:
        engine: ``sapi5`` or ``nsss``.
        folder: where sound lies until it is read; nobody else may look into it.

    Raises:
        Exception: of any kind: the operating system will not have it.

    """

    def __init__(self, engine: str, folder: Path) -> None:
        self._name = engine
        self._driver = sapi5_driver.register() if engine == "sapi5" else engine
        self._file = folder / "sentence.aiff"
        self._errors: list[Exception] = []
        listing = self._fresh()
        self.voices = tuple(filter(None, map(self._voice, listing.getProperty("voices"))))

    def render(self, text: str, *, voice: Voice, pace: float) -> Rendered:
        """The sound of a text; see :class:`app.speech.sound.Renderer`."""
        self._errors.clear()
        try:
            self._write(text, voice, pace)
            return Rendered(sound_files.read(self._file.read_bytes()).pcm)
        except Exception as error:  # the operating system's own kinds exist only there
            raise RenderError(type(error).__name__) from error
        finally:
            with contextlib.suppress(OSError):
                self._file.unlink()

    def _write(self, text: str, voice: Voice, pace: float) -> None:
        engine = self._fresh()
        engine.setProperty("voice", voice.id)
        engine.setProperty("rate", round(WORDS_A_MINUTE * pace))
        engine.save_to_file(text, str(self._file))
        engine.runAndWait()
        if self._errors:
            raise self._errors[0]

    def _fresh(self) -> Any:
        engine = pyttsx3.Engine(self._driver)
        engine.connect("error", lambda exception, **_: self._errors.append(exception))
        return engine

    def _voice(self, found: Any) -> Voice | None:
        """A voice that says in which language it speaks; macOS says "en_GB"."""
        languages = tuple(
            each for each in found.languages if isinstance(each, str) and " " not in each
        )
        if not found.id or not languages:
            return None
        gender = str(found.gender or "").lower().removeprefix("voicegender")
        known = gender if gender in {"male", "female"} else ""
        return Voice(str(found.id), languages, self._name, str(found.name or ""), known)
