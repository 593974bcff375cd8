"""All engines as one: each on a thread of its own, and the bundled one where another fails."""

import dataclasses
from collections import OrderedDict
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TookTooLongError
from pathlib import Path
from typing import Literal

from app.speech import estimate, names, system_voices
from app.speech.lane import Lane
from app.speech.renderer import BundledVoices
from app.speech.sound import FRAMES_A_SECOND, Rendered, Renderer, RenderError, Sound
from app.speech.voices import BUNDLED, Voice, voice_for

PATIENCE_SECONDS = 3.0
"""How long a voice of the operating system may take over a sentence. Less than the window waits."""

_REMEMBERED_BYTES = 32 * 1024 * 1024
"""Twelve minutes of speech: going back to a sentence costs nothing. Never kept on disk."""


@dataclasses.dataclass(frozen=True, slots=True)
class Wish:
    """How something is to be said.

    Attributes:
        voices: the key of the voice chosen for each language.
        names: each name and its spelling for the voice.
        bundled_only: no voice of the operating system, because one has just failed.

    """

    voices: Mapping[str, str] = dataclasses.field(default_factory=dict)
    names: Mapping[str, str] = dataclasses.field(default_factory=dict)
    bundled_only: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Spoken:
    """A text as sound.

    Attributes:
        voice: the voice that said it; None for a person's own recording.
        instead: what failed, so that this stands in for it.

    """

    sound: Sound
    voice: Voice | None
    instead: Literal["voice", "recording"] | None = None


class _Place:
    """An engine and its thread. Once it has hung it is never asked again."""

    def __init__(self, make: Callable[[], Renderer], name: str) -> None:
        self.lane = Lane(name)
        self.made: Future[Renderer] = self.lane.submit(make)
        self.hangs = False

    def voices(self, patience: float | None) -> tuple[Voice, ...]:
        """Its voices; none if it cannot be made or hangs."""
        if self.hangs:
            return ()
        try:
            return self.made.result(patience).voices
        except TookTooLongError:
            self.hangs = True
        except Exception:  # noqa: BLE001 - engines fail in any way they like
            return ()
        return ()

    def render(self, text: str, voice: Voice, pace: float, patience: float | None) -> Rendered:
        """Have it say something; raises RenderError, also if it hangs."""
        work = self.lane.submit(lambda: self.made.result().render(text, voice=voice, pace=pace))
        try:
            return work.result(patience)
        except TookTooLongError as error:
            self.hangs = True
            raise RenderError("it hangs") from error


class Engines:
    """What turns text into sound, whichever engine does it.

    Args:
        bundled: makes the engine that came with the program.
        system: makes the operating system's, if it has one.
        patience: seconds that the operating system's may take.

    """

    def __init__(
        self,
        bundled: Callable[[], Renderer],
        system: Callable[[], Renderer] | None = None,
        *,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._bundled = _Place(bundled, "espeak-ng")
        self._system = _Place(system, "system voices") if system else None
        self._patience = patience
        self._remembered: OrderedDict[tuple[str, float, str], Rendered] = OrderedDict()
        self._size = 0

    @classmethod
    def here(cls, folder: Path) -> "Engines":
        """Those of this computer; ``folder`` is one that nobody else can look into."""
        name = system_voices.engine_here()
        system = (lambda: system_voices.SystemVoices(name, folder)) if name else None
        return cls(lambda: BundledVoices(folder), system)

    @property
    def voices(self) -> tuple[Voice, ...]:
        """All voices there are, the operating system's first; waits until they are known."""
        system = self._system.voices(self._patience) if self._system else ()
        return (*system, *self._bundled.voices(None))

    @property
    def hang(self) -> bool:
        """Whether one of them will never end by itself."""
        return bool(self._system and self._system.hangs)

    def render(self, text: str, *, lang: str, pace: float, wish: Wish) -> Spoken | None:
        """The sound of a sentence with the words' times, None where its language has no voice.

        Raises:
            RenderError: no engine could make it.

        """
        voices = self._bundled.voices(None) if wish.bundled_only else self.voices
        voice = voice_for(lang, voices, wish.voices)
        said = names.as_said(text, wish.names)
        if voice is None or not said.text.strip():
            return Spoken(Sound(b"", FRAMES_A_SECOND), voice) if voice else None
        instead: Literal["voice"] | None = None
        try:
            rendered = self._rendered(said.text, voice, pace)
        except RenderError:
            other = voice_for(lang, self._bundled.voices(None))
            if voice.engine == BUNDLED or other is None:
                raise
            voice, instead = other, "voice"
            rendered = self._rendered(said.text, voice, pace)
        return Spoken(_with_words(rendered, said), voice, instead)

    def close(self, patience: float) -> bool:
        """Let go of them; False if one hangs."""
        places = [self._bundled, *([self._system] if self._system else [])]
        return all(place.lane.close(patience) for place in places)

    def _rendered(self, text: str, voice: Voice, pace: float) -> Rendered:
        key = (voice.key, pace, text)
        known = self._remembered.get(key)
        if known:
            self._remembered.move_to_end(key)
            return known
        if voice.engine == BUNDLED or self._system is None:
            made = self._bundled.render(text, voice, pace, None)
        else:
            made = self._system.render(text, voice, pace, self._patience)
        self._remembered[key] = made
        self._size += len(made.pcm)
        while self._size > _REMEMBERED_BYTES and len(self._remembered) > 1:
            _, oldest = self._remembered.popitem(last=False)
            self._size -= len(oldest.pcm)
        return made


def _with_words(rendered: Rendered, said: names.Said) -> Sound:
    begun = rendered.begun
    guessed = begun is None
    if begun is None:
        begun = tuple(estimate.word_times(said.text, rendered.pcm, FRAMES_A_SECOND))
    return Sound(rendered.pcm, FRAMES_A_SECOND, tuple(said.words(begun)), guessed)
