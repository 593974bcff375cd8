"""Reading aloud from the window's side: hand over sentences, hear how far the voice has got.

The voice itself lives in a process of its own (:mod:`app.speech.worker`), so that an engine or a
sound driver that crashes or hangs costs nothing but a moment. Nothing is ever read unless it is
asked for (rule R11).
"""

import dataclasses
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.wording import N_
from app.speech import protocol
from app.speech.protocol import (
    Event,
    Failed,
    Finished,
    NoSound,
    NoVoice,
    Quit,
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
    "There is no voice for this language on this computer. You can read it together instead."
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
        sent_from: the utterance with which the worker was told to begin, last time.
        reached: the utterance that was last begun.
        failures: how often it broke off at ``reached``.
        said: troubles that were told already.

    """

    utterances: tuple[Utterance, ...]
    rate: float
    sent_from: int = 0
    reached: int = 0
    failures: int = 0
    said: set[str] = dataclasses.field(default_factory=set)


class Reader(QObject):
    """Reads sentences aloud, one after the other, and says which one is being heard.

    Signals:
        started: an utterance begins to be heard; its place in what was given to ``read``.
        word: a word begins: the utterance's place, start and length in its text (positions of a
            Python string, not of Qt's UTF-16).
        finished: nothing is being read any more: it came to its end, was stopped, or trouble ended
            it. Not sent when ``read`` puts one reading in place of another.
        trouble: a sentence for people, marked for the catalogs, once for each reading. The reading
            goes on silently after "no sound", and with the next utterance after "no voice".

    Args:
        command: how the worker is started, for tests.
        patience_ms: milliseconds without progress after which the worker is taken to hang.

    """

    started = Signal(int)
    word = Signal(int, int, int)
    finished = Signal()
    trouble = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        command: Sequence[str] | None = None,
        patience_ms: int = PATIENCE_MS,
    ) -> None:
        super().__init__(parent)
        self._command = tuple(command or command_of("app.speech.worker", packaged="--tts-worker"))
        self._number = 0
        self._reading: _Reading | None = None
        self._worker: Process | None = None
        self._watchdog = QTimer(self, singleShot=True, interval=patience_ms)
        self._watchdog.timeout.connect(self._no_progress)

    @property
    def reading(self) -> bool:
        """Whether something is being read."""
        return self._reading is not None

    def warm_up(self) -> None:
        """Start the worker, so that the first sentence is heard sooner."""
        if not self._worker:
            self._worker = Process(self._command, protocol.read_event, self)
            self._worker.told.connect(self._told)
            self._worker.lost.connect(self._broke_off)
            self._worker.start()

    def read(self, utterances: Sequence[Utterance], *, rate: float = 1.0) -> None:
        """Read these, in place of what was being read.

        Args:
            utterances: one sentence each, in its own language.
            rate: times the usual speed; held between 0.6 and 1.2.

        """
        pace = min(max(rate, protocol.SLOWEST), protocol.FASTEST)
        self._reading = _Reading(
            tuple(Utterance(protocol.speakable(each.text), each.lang) for each in utterances), pace
        )
        self._send()

    def stop(self) -> None:
        """Be silent."""
        if self._reading and self._worker:
            self._worker.send(protocol.line(Stop()))
        self._end()

    def close(self) -> None:
        """End the worker; returns when it is gone. Another ``read`` would start a new one."""
        self._end()
        if self._worker:
            self._worker.ask_to_end(protocol.line(Quit()))
        self._forget_worker()
        for worker in self.findChildren(Process):
            worker.wait_until_gone()

    def _send(self) -> None:
        """Have the worker read what is left."""
        if not self._reading:
            return
        self.warm_up()
        self._number += 1
        self._reading.sent_from = self._reading.reached
        left = self._reading.utterances[self._reading.sent_from :]
        if self._worker:
            self._worker.send(protocol.line(Speak(self._number, left, self._reading.rate)))
        self._watchdog.start()

    def _told(self, event: Event) -> None:
        reading = self._reading
        if reading is None:
            return
        if getattr(event, "id", self._number) != self._number:
            return
        self._watchdog.start()
        match event:
            case Started(index=index):
                self._reached(reading, reading.sent_from + index)
            case Word(index=index, start=start, length=length):
                self.word.emit(reading.sent_from + index, start, length)
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
        if place > reading.reached:
            reading.reached = place
            reading.failures = 0
        self.started.emit(place)

    def _no_progress(self) -> None:
        """The worker hangs, or the window was busy itself and has not listened."""
        if self._worker and self._worker.listen():
            self._watchdog.start()
        else:
            self._broke_off()

    def _broke_off(self) -> None:
        """Begin again with the sentence that broke off, with a new worker, but once only."""
        if self._worker:
            self._worker.kill()
        self._forget_worker()
        if not self._reading:
            return
        self._reading.failures += 1
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

    def _forget_worker(self) -> None:
        if self._worker:
            self._worker.told.disconnect(self._told)
            self._worker.lost.disconnect(self._broke_off)
            self._worker = None
