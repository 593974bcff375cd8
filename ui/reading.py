"""Reading aloud from the window's side: hand over sentences, hear how far the voice has got.

The voice itself lives in a process of its own (:mod:`app.speech.worker`), so that an engine or a
sound driver that crashes or hangs costs nothing but a moment. Nothing is ever read unless it is
asked for (rule R11).
"""

import dataclasses
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app import pipes
from app.model.wording import N_
from app.speech import protocol
from app.speech.protocol import (
    Again,
    Command,
    Event,
    Failed,
    Finished,
    Go,
    KnownVoice,
    NoSound,
    NoVoice,
    Pace,
    Pause,
    Quit,
    Ready,
    Resume,
    Speak,
    Started,
    Stop,
    Stopped,
    Utterance,
    Word,
)
from ui.process import Process, command_of

__all__ = ["NOT_WORKING", "NO_SOUND", "NO_VOICE", "Reader", "Utterance"]

NO_VOICE = N_(
    "There is no voice for this language on this computer. You can read it together instead, "
    "or somebody who speaks it can say it into the computer."
)
NO_SOUND = N_(
    "No sound comes out of this computer. Plug in a loudspeaker or headphones, "
    "or read it together instead."
)
NOT_WORKING = N_("Reading aloud is not working just now. You can read it together instead.")

PATIENCE_MS = 5_000
"""Without a word from the voice for so long while it should read, it hangs."""


@dataclasses.dataclass(slots=True)
class _Reading:
    """What is being read, and how far it got.

    Attributes:
        reached: the utterance that was last begun.
        failures: how often it broke off at ``reached``.
        bundled_only: a voice of the operating system may have broken it off.
        paused: nothing is to be heard until somebody goes on.
        said: troubles that were told already.

    """

    utterances: tuple[Utterance, ...]
    rate: float
    voices: dict[str, str]
    names: dict[str, str]
    reached: int = 0
    failures: int = 0
    bundled_only: bool = False
    paused: bool = False
    said: set[str] = dataclasses.field(default_factory=set)


class Reader(QObject):
    """Reads sentences aloud, one after the other, and says which one is being heard.

    Signals:
        started: an utterance begins to be heard; its place in what was given to ``read``.
        word: a word begins: the utterance's place, start and length in its text (positions of a
            Python string, not of Qt's UTF-16).
        timing: how well the times of the words of the utterance are known that was started:
            "exact", "estimated", or "none" for recordings.
        finished: nothing is being read any more: it came to its end, was stopped, or trouble ended
            it. Not sent when ``read`` puts one reading in place of another.
        trouble: a sentence for people, marked for the catalogs, once for each reading. The reading
            goes on silently after "no sound", and with the next utterance after "no voice".
        voices_known: ``voices`` are there.

    Attributes:
        voices: the voices of this computer that can be chosen; empty until the worker told them.

    Args:
        command: how the worker is started, for tests.
        patience_ms: milliseconds without progress after which the worker is taken to hang.

    """

    started = Signal(int)
    word = Signal(int, int, int)
    timing = Signal(str)
    finished = Signal()
    trouble = Signal(str)
    voices_known = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        command: Sequence[str] | None = None,
        patience_ms: int = PATIENCE_MS,
    ) -> None:
        super().__init__(parent)
        self._command = tuple(command or command_of("app.speech.worker", packaged="--tts-worker"))
        self.voices: tuple[KnownVoice, ...] = ()
        self._number = 0
        self._reading: _Reading | None = None
        self._worker: Process | None = None
        self._spare: Process | None = None
        self._watchdog = QTimer(self, singleShot=True, interval=patience_ms)
        self._watchdog.timeout.connect(self._no_progress)

    @property
    def reading(self) -> bool:
        """Whether something is being read."""
        return self._reading is not None

    def warm_up(self) -> None:
        """Start the worker, so that the first sentence is heard sooner."""
        if self._worker:
            return
        spare, self._spare = self._spare, None
        if spare and not spare.runs:
            spare.deleteLater()
            spare = None
        self._worker = spare or self._new_process()
        self._worker.told.connect(self._told)
        self._worker.lost.connect(self._broke_off)

    @property
    def paused(self) -> bool:
        """Whether something is being read and is silent until somebody goes on."""
        return self._reading is not None and self._reading.paused

    def read(
        self,
        utterances: Sequence[Utterance],
        *,
        rate: float = 1.0,
        start: int = 0,
        voices: Mapping[str, str] | None = None,
        names: Mapping[str, str] | None = None,
    ) -> None:
        """Read these, in place of what was being read.

        Args:
            utterances: one sentence each, in its own language.
            rate: times the usual speed; held between 0.6 and 1.2.
            start: the place of the first one to read.
            voices: the key of the voice that was chosen for a language.
            names: each name and how it is spelt for a voice to say it right.

        """
        self._reading = _Reading(
            tuple(
                Utterance(protocol.speakable(each.text), each.lang, each.recording)
                for each in utterances
            ),
            _held(rate),
            dict(voices or {}),
            {name: protocol.speakable(said) for name, said in (names or {}).items()},
            reached=start,
        )
        self._send()

    def pause(self) -> None:
        """Be silent and keep the place."""
        if self._reading and not self._reading.paused:
            self._reading.paused = True
            self._watchdog.stop()
            self._tell(Pause())

    def resume(self) -> None:
        """Go on from there."""
        if self._reading and self._reading.paused:
            self._reading.paused = False
            if self._worker:
                self._tell(Resume())
            else:  # it was lost meanwhile
                self._send()

    def again(self) -> None:
        """Read this sentence once more from its beginning, and go on from there."""
        self._move(Again())

    def go(self, place: int) -> None:
        """Read on from another of the sentences, without a pause."""
        if self._reading and 0 <= place < len(self._reading.utterances):
            self._reading.reached = place
            self._reading.failures = 0
            self._move(Go(place))

    def set_rate(self, rate: float) -> None:
        """Read faster or slower from this word on; held between 0.6 and 1.2."""
        if self._reading:
            self._reading.rate = _held(rate)
            self._tell(Pace(self._reading.rate))

    def stop(self) -> None:
        """Be silent."""
        if self._reading and self._worker:
            self._worker.send(pipes.line(Stop()))
        self._end()

    def close(self) -> None:
        """End the worker; returns when it is gone. Another ``read`` would start a new one."""
        self._end()
        for process in filter(None, (self._worker, self._spare)):
            process.ask_to_end(pipes.line(Quit()))
        self._spare = None
        self._forget_worker()
        for worker in self.findChildren(Process):
            worker.wait_until_gone()

    def _send(self) -> None:
        """Have the worker read what is left."""
        if not self._reading:
            return
        self.warm_up()
        self._number += 1
        reading = self._reading
        if self._worker:
            speak = Speak(
                self._number,
                reading.utterances,
                reading.rate,
                reading.reached,
                reading.voices,
                reading.names,
                reading.bundled_only,
            )
            self._worker.send(pipes.line(speak))
        self._watchdog.start()

    def _move(self, command: Command) -> None:
        """Go to a sentence, which ends a pause."""
        if not self._reading:
            return
        self._reading.paused = False
        if self._worker:
            self._tell(command)
        else:
            self._send()

    def _tell(self, command: Command) -> None:
        if self._worker:
            self._worker.send(pipes.line(command))
            if not self.paused:
                self._watchdog.start()

    def _told(self, event: Event) -> None:
        if isinstance(event, Ready):
            self.voices = event.voices
            self.voices_known.emit()
        reading = self._reading
        if reading is None:
            return
        if getattr(event, "id", self._number) != self._number:
            return
        if not reading.paused:
            self._watchdog.start()
        match event:
            case Started(index=index, words=words):
                self._reached(reading, index)
                self.timing.emit(words)
            case Word(index=index, start=start, length=length):
                self.word.emit(index, start, length)
            case NoVoice():
                self._say(NO_VOICE)
            case NoSound():
                self._say(NO_SOUND)
            case Failed(reason="no_engine"):
                self._give_up()
            case Failed():
                self._broke_off()
            case Finished() | Stopped():
                self._end()

    def _reached(self, reading: _Reading, place: int) -> None:
        if place != reading.reached:
            reading.reached = place
            reading.failures = 0
        if not self._spare:
            # Should the worker break off, the sentence goes on without waiting for another start.
            self._spare = self._new_process()
        self.started.emit(place)

    def _no_progress(self) -> None:
        """The worker hangs, or the window was busy itself and has not listened."""
        if self._worker and self._worker.listen():
            self._watchdog.start()
        else:
            self._broke_off()

    def _broke_off(self) -> None:
        """Begin again with the sentence that broke off, with a new worker, but once only.

        The second time no voice of the operating system is asked, because one may have done it.
        """
        if self._worker:
            self._worker.kill()
        self._forget_worker()
        if not self._reading or self._reading.paused:
            return
        self._reading.failures += 1
        self._reading.bundled_only = True
        if self._reading.failures > 1:
            self._give_up()
        else:
            self._send()

    def _give_up(self) -> None:
        reading = self._reading
        self._say(NOT_WORKING)
        if self._reading is reading:  # whoever was told may have begun another
            self._end()

    def _say(self, sentence: str) -> None:
        if self._reading and sentence not in self._reading.said:
            self._reading.said.add(sentence)
            self.trouble.emit(sentence)

    def _end(self) -> None:
        self._watchdog.stop()
        if self._reading:
            self._reading = None
            self.finished.emit()

    def _new_process(self) -> Process:
        process = Process(self._command, protocol.read_event, self)
        process.start()
        return process

    def _forget_worker(self) -> None:
        if self._worker:
            self._worker.told.disconnect(self._told)
            self._worker.lost.disconnect(self._broke_off)
            self._worker = None


def _held(rate: float) -> float:
    return min(max(rate, protocol.SLOWEST), protocol.FASTEST)
