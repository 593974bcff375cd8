"""The microphone from the window's side: record, how loud it is, done; or a sound file taken in.

The microphone itself is read in a process of its own (:mod:`app.microphone.worker`), so that a
driver that crashes or hangs costs nothing but a sentence. That process ends with every way out: no
process, no microphone, and nothing left of what it heard. It is never turned on unless somebody
pressed for it.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.microphone import protocol
from app.microphone.protocol import (
    Command,
    Done,
    Event,
    Failed,
    Find,
    Found,
    Heard,
    Listen,
    Microphone,
    Quit,
    Reason,
    Recorded,
    TakeIn,
)
from app.model.recordings import LONGEST_SECONDS
from app.model.wording import N_
from ui.one_process import OneProcess
from ui.process import Process, command_of

NOT_THERE = N_("There is no microphone, or it was unplugged. Plug one in, and try again.")
NOT_ALLOWED = N_(
    "This computer does not let Alongside use the microphone. "
    "You can allow it in the computer's own settings, under privacy."
)
NO_ANSWER = N_(
    "Nothing comes from the microphone. Another program may be using it: close that one, "
    "and try again."
)
NOTHING_HEARD = N_(
    "The microphone heard nothing at all. Look whether it is switched off, or whether the "
    "computer's own settings, under privacy, let Alongside use it."
)
NOT_A_SOUND = N_(
    "That is not a sound that can be played here. Please choose another file: M4A, MP3, WAV, Ogg, "
    "Opus, AMR, AIFF or FLAC."
)
TOO_LONG = N_("That is longer than three minutes. Please choose a shorter one, or record in parts.")
TOO_LARGE = N_("That file is too large. Please choose a shorter sound.")
NOT_READ = N_("That file cannot be read. Please choose another one.")
WHY: dict[Reason, str] = {
    "not_there": NOT_THERE,
    "not_allowed": NOT_ALLOWED,
    "no_answer": NO_ANSWER,
    "nothing_heard": NOTHING_HEARD,
    "not_a_sound": NOT_A_SOUND,
    "too_long": TOO_LONG,
    "too_large": TOO_LARGE,
    "not_read": NOT_READ,
}

PATIENCE_MS = 5_000
"""Without a word from it for so long, the driver hangs."""
FIRST_PATIENCE_MS = 20_000
"""So long it may take until the first: computers ask whether we may."""


class Ear(OneProcess):
    """One microphone at a time.

    Attributes:
        known: the microphones that were there when somebody last looked.

    Signals:
        opening: a microphone is about to be turned on; whatever sounds has to be silent by then.
        found: which microphones there are; carries a tuple of
            :class:`~app.microphone.protocol.Microphone`. None of them was turned on for it.
        heard: it is on; carries how loud it was just now (0 to 1) and the seconds so far.
        recorded: it is off; carries the recording as it is kept, and whether it ended by itself
            because no recording is longer.
        trouble: there is no recording and the microphone is off; carries a sentence for people,
            marked for the catalogs.

    Args:
        command: how the process is started, for tests.
        patience_ms: as :data:`PATIENCE_MS`.
        first_patience_ms: as :data:`FIRST_PATIENCE_MS`.

    """

    opening = Signal()
    found = Signal(object)
    heard = Signal(float, float)
    recorded = Signal(bytes, bool)
    trouble = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        command: Sequence[str] | None = None,
        patience_ms: int = PATIENCE_MS,
        first_patience_ms: int = FIRST_PATIENCE_MS,
    ) -> None:
        packaged = "--microphone-worker"
        super().__init__(
            parent,
            command=command or command_of("app.microphone.worker", packaged=packaged),
            read_event=protocol.read_event,
            patience_ms=patience_ms,
            first_patience_ms=first_patience_ms,
        )
        self._finding = self._listening = False
        self._why_lost = NO_ANSWER
        self.known: tuple[Microphone, ...] = ()

    @property
    def on(self) -> bool:
        """Whether the microphone is on, or about to be; or a file is being read."""
        return self._process is not None and not self._finding

    @property
    def listening(self) -> bool:
        """Whether a microphone is on, or about to be: what sounds now would be recorded."""
        return self._listening

    def find(self) -> None:
        """Look for microphones; the answer comes as :attr:`found`, also where there is none."""
        if os.environ.get(protocol.SETTING) != protocol.NONE and not self.on:
            self._start(Find())
            self._finding = True

    def listen(self, microphone: str = "") -> None:
        """Turn a microphone on and record. Only ever because somebody pressed.

        Args:
            microphone: which of :attr:`known`; empty for the one that this computer is set to use.

        """
        self.opening.emit()
        self._start(Listen(microphone))
        self._listening = True

    def take_in(self, path: Path) -> None:
        """Make a recording of a sound file."""
        self._start(TakeIn(str(path)))

    def done(self) -> None:
        """Turn it off; the answer comes as :attr:`recorded`."""
        self._send(Done())
        self._expect(first=True)

    def close(self) -> None:
        """Turn it off at once and forget what it heard; nothing more is heard of it."""
        self._let_go()

    def _start(self, command: Command) -> None:
        self._begin()
        # A file that kills or holds up whatever reads it says nothing of the microphone.
        self._why_lost = NOT_A_SOUND if isinstance(command, TakeIn) else NO_ANSWER
        self._send(command)
        self._expect(first=True)

    def _forget(self) -> Process | None:
        self._finding = self._listening = False
        return super()._forget()

    def _told(self, event: Event) -> None:
        match event:
            case Found(microphones=microphones):
                self._part(Quit())
                self._know(microphones)
            case Heard(level=level, seconds=seconds):
                self._expect()
                self.heard.emit(level, min(seconds, LONGEST_SECONDS))
            case Recorded(flac=flac, full=full):
                self._part(Quit())
                self.recorded.emit(flac, full)
            case Failed(reason=reason):
                self._fail(WHY[reason])

    def _know(self, microphones: tuple[Microphone, ...]) -> None:
        self.known = microphones
        self.found.emit(microphones)

    def _broke_off(self) -> None:
        self._fail(self._why_lost)

    def _fail(self, why: str) -> None:
        finding = self._finding
        self.close()
        if finding:
            self._know(())
        else:
            self.trouble.emit(why)
