"""Reading aloud, one sentence after the other: the next ones are rendered while one is heard."""

import dataclasses
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future

import miniaudio

from app.speech import sound_files
from app.speech.engines import Engines, Spoken, Wish
from app.speech.lane import Lane
from app.speech.player import Loudspeaker
from app.speech.protocol import (
    Again,
    Command,
    Event,
    Failed,
    Go,
    KnownVoice,
    Pace,
    Pause,
    Quit,
    Ready,
    Resume,
    Speak,
    Stop,
    Stopped,
    Utterance,
)
from app.speech.recital import Recital
from app.speech.voices import Voice, spoken_languages

_TICK_SECONDS = 0.01


class Speaker:
    """Does what it is told on threads of its own and tells what is heard.

    One thread has sounds made, another plays. Neither holds up the end of the process.

    Args:
        make_engines: makes the engines.
        tell: takes events, from any thread.
        silent: nothing is to be heard (tests, drawings of the screens).

    """

    def __init__(
        self,
        make_engines: Callable[[], Engines],
        tell: Callable[[Event], None],
        *,
        silent: bool = False,
    ) -> None:
        self._tell = tell
        self._output = Loudspeaker(silent=silent)
        self._engines = make_engines()
        self._voices: tuple[Voice, ...] = ()
        self._commands: queue.SimpleQueue[Command | None] = queue.SimpleQueue()
        """None only wakes: a sound is ready."""
        self._rendering = Lane("render")
        self._playing = threading.Thread(target=self._run, name="play", daemon=True)
        self._playing.start()

    def obey(self, command: Command) -> None:
        """Have a command done; returns at once."""
        self._commands.put(command)

    def close(self, *, patience: float) -> bool:
        """Stop, and let go of everything; False if an engine or the sound output hangs.

        Args:
            patience: seconds to wait for each.

        """
        self._commands.put(Quit())
        self._playing.join(patience)
        if self._playing.is_alive() or self._engines.hang:
            return False
        return self._rendering.close(patience) and self._engines.close(patience)

    def _run(self) -> None:
        self._voices = self._engines.voices
        self._tell(Ready(spoken_languages(self._voices), tuple(map(_known, self._voices))))
        command: Command | None = None
        while not isinstance(command, Quit):
            # While nothing is read there is nothing to pause, to stop or to go on with.
            command = self._read(command) if isinstance(command, Speak) else self._commands.get()

    def _read(self, speak: Speak) -> Command | None:
        """Read, and tell how it ended; gives the command that ended it, if one did."""
        if not self._voices and not any(each.recording for each in speak.utterances):
            self._tell(Failed(speak.id, "no_engine"))
            return None
        recital = Recital(speak, self._render, self._output, self._tell)
        over: Event = Stopped(speak.id)
        command: Command | None = None
        try:
            while not recital.over:
                recital.step()
                if recital.over:
                    break
                command = self._next_command(recital)
                match command:
                    case Stop() | Speak() | Quit():
                        break
                    case Pause() | Resume() | Again() | Go() | Pace():
                        recital.obey(command)
                command = None
        except miniaudio.MiniaudioError:
            over = Failed(speak.id, "sound")
        finally:
            recital.close()
        self._tell(recital.over or over)
        return command

    def _next_command(self, recital: Recital) -> Command | None:
        try:
            return self._commands.get(timeout=_TICK_SECONDS if recital.moves else None)
        except queue.Empty:
            return None

    def _render(self, speak: Speak, utterance: Utterance, pace: float) -> "Future[Spoken | None]":
        wish = Wish(speak.voices, speak.names, speak.bundled_only)
        future = self._rendering.submit(lambda: self._spoken(utterance, pace, wish))
        future.add_done_callback(lambda _: self._commands.put(None))
        return future

    def _spoken(self, utterance: Utterance, pace: float, wish: Wish) -> Spoken | None:
        """A recording as it is; else the text in a voice of its language."""
        if utterance.recording:
            try:
                return Spoken(sound_files.read_recording(utterance.recording), voice=None)
            except sound_files.UnreadableSoundError:
                spoken = self._engines.render(
                    utterance.text, lang=utterance.lang, pace=pace, wish=wish
                )
                return dataclasses.replace(spoken, instead="recording") if spoken else None
        return self._engines.render(utterance.text, lang=utterance.lang, pace=pace, wish=wish)


def _known(voice: Voice) -> KnownVoice:
    return KnownVoice(voice.key, voice.engine, voice.name, voice.languages, voice.gender)
