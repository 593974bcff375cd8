"""Reading aloud, one sentence after the other: the next one is rendered while one is heard."""

import queue
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import miniaudio

from app.speech.player import Loudspeaker
from app.speech.protocol import (
    Event,
    Failed,
    Finished,
    NoSound,
    NoVoice,
    Playing,
    Ready,
    Speak,
    Started,
    Stopped,
    Utterance,
    Word,
)
from app.speech.sound import Renderer, RenderError, Sound
from app.speech.voices import spoken_languages, voice_for


class _Reading:
    """A command to speak, and whether it is still wanted."""

    def __init__(self, speak: Speak) -> None:
        self.speak = speak
        self.unwanted = threading.Event()


class Speaker:
    """Does what it is told on threads of its own and tells what is heard.

    One thread makes the engine and alone uses it (engines demand that), another plays.

    Args:
        make_renderer: makes the engine; what it raises means that there is none.
        tell: takes events, from any thread.
        silent: nothing is to be heard (tests, drawings of the screens).

    """

    def __init__(
        self,
        make_renderer: Callable[[], Renderer],
        tell: Callable[[Event], None],
        *,
        silent: bool = False,
    ) -> None:
        self._tell = tell
        self._silent = silent
        self._wanted: queue.SimpleQueue[_Reading | None] = queue.SimpleQueue()
        self._latest: _Reading | None = None
        self._rendering = ThreadPoolExecutor(1, thread_name_prefix="render")
        self._engine = self._rendering.submit(make_renderer)
        self._playing = threading.Thread(target=self._run, name="play", daemon=True)
        self._playing.start()

    def speak(self, command: Speak) -> None:
        """Read, in place of anything that is being read."""
        self.stop()
        self._latest = _Reading(command)
        self._wanted.put(self._latest)

    def stop(self) -> None:
        """Be silent."""
        if self._latest:
            self._latest.unwanted.set()

    def close(self, *, patience: float) -> bool:
        """Stop, and let go of everything; False if the engine or the sound output hang.

        Args:
            patience: seconds to wait.

        """
        self.stop()
        self._wanted.put(None)
        self._playing.join(patience)
        return not self._playing.is_alive()

    def _run(self) -> None:
        voices = () if self._engine.exception() else self._engine.result().voices
        self._tell(Ready(spoken_languages(voices)))
        while reading := self._wanted.get():
            self._tell(self._read(reading))
        self._rendering.shutdown(cancel_futures=True)

    def _read(self, reading: _Reading) -> Event:
        """Read and say how it ended."""
        number = reading.speak.id
        if self._engine.exception():
            return Failed(number, "no_engine")
        try:
            with Loudspeaker(silent=self._silent) as output:
                for index, sound in enumerate(self._rendered(reading.speak)):
                    if reading.unwanted.is_set():
                        break
                    if sound is None:
                        lang = reading.speak.utterances[index].lang
                        self._tell(NoVoice(number, index, lang))
                    else:
                        self._play(sound, output, index=index, reading=reading)
        except RenderError:
            return Failed(number, "engine")
        except miniaudio.MiniaudioError:
            return Failed(number, "sound")
        return Stopped(number) if reading.unwanted.is_set() else Finished(number)

    def _play(self, sound: Sound, output: Loudspeaker, *, index: int, reading: _Reading) -> None:
        progress = _Progress(self._tell, reading.speak.id, index, sound)
        if not sound.frames:
            progress.begun()
            return
        if output.begin(sound) and not output.audible:
            self._tell(NoSound(reading.speak.id))
        output.follow(until=reading.unwanted, heard=progress.heard)

    def _rendered(self, speak: Speak) -> Iterator[Sound | None]:
        """Each utterance as sound, None where it has no voice, the next one already under way."""
        coming: deque[Future[Sound | None]] = deque()
        for utterance in speak.utterances:
            coming.append(self._rendering.submit(self._render, utterance, speak.rate))
            if len(coming) > 1:
                yield coming.popleft().result()
        while coming:
            yield coming.popleft().result()

    def _render(self, utterance: Utterance, pace: float) -> Sound | None:
        engine = self._engine.result()
        voice = voice_for(utterance.lang, engine.voices)
        return engine.render(utterance.text, voice=voice, pace=pace) if voice else None


class _Progress:
    """Tells how far an utterance has been heard."""

    def __init__(
        self, tell: Callable[[Event], None], number: int, index: int, sound: Sound
    ) -> None:
        self._tell = tell
        self._number = number
        self._index = index
        self._words = deque(sound.words)
        self._second = sound.rate
        self._told = 0
        self._begun = False

    def begun(self) -> None:
        """The utterance begins."""
        self._begun = True
        self._tell(Started(self._number, self._index))

    def heard(self, frames: int) -> None:
        """So many frames have been heard."""
        if not frames:
            return
        if not self._begun:
            self.begun()
        while self._words and self._words[0].frame <= frames:
            word = self._words.popleft()
            self._tell(Word(self._number, self._index, word.start, word.length))
        if frames - self._told >= self._second:
            self._told = frames
            self._tell(Playing(self._number, self._index))
