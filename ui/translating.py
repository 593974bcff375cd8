"""Translating by machine, from the window's side: texts out, their translations back, or none.

The translator itself runs in a process of its own (:mod:`app.translate.worker`), so that one that
crashes, hangs or is slow costs nothing but a sentence, and the window is never held up. It runs
only because somebody pressed for it. What it writes is a draft that nobody has checked:
:mod:`app.usecases.by_machine` says what it may be asked for, and
:mod:`app.usecases.machine_alarms` what to look at in each answer.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from app.model.wording import N_
from app.translate import protocol
from app.translate.protocol import (
    Event,
    Failed,
    Load,
    Loaded,
    Reason,
    Translate,
    Translated,
)
from ui.one_process import OneProcess
from ui.process import Process, command_of

if TYPE_CHECKING:
    from app.translate.shelf import Translator
    from app.words.splitting import Span

CANNOT_LOAD = N_(
    "This translator does not work any more. Take it out, and take it in again from a new copy."
)
NO_ANSWER = N_("Nothing comes from the translator. Please try again, or ask an interpreter.")

PATIENCE_MS = 20_000
"""Without an answer for so long, it hangs: a sentence takes less than one of these seconds."""
FIRST_PATIENCE_MS = 60_000
"""So long a large one may take to load from a slow disk."""
REST_MS = 60_000
"""When nobody asked for anything for so long, it goes, and half a gigabyte of memory with it."""


class Machine(OneProcess):
    """One translator at a time, and one order: a new one takes the place of the one before.

    Signals:
        translated: a text is done; carries which of them, from 0, and the translation. They come
            in their order, the first before the last is begun.
        finished: all of them are done.
        trouble: there is no translation, and no other one comes of this order; carries a sentence
            for people, marked for the catalogs.

    Args:
        command: how the process is started, for tests.
        patience_ms: as :data:`PATIENCE_MS`.
        first_patience_ms: as :data:`FIRST_PATIENCE_MS`.
        rest_ms: as :data:`REST_MS`.

    """

    translated = Signal(int, str)
    finished = Signal()
    trouble = Signal(str)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        command: Sequence[str] | None = None,
        patience_ms: int = PATIENCE_MS,
        first_patience_ms: int = FIRST_PATIENCE_MS,
        rest_ms: int = REST_MS,
    ) -> None:
        packaged = "--translate-worker"
        super().__init__(
            parent,
            command=command or command_of("app.translate.worker", packaged=packaged),
            read_event=protocol.read_event,
            patience_ms=patience_ms,
            first_patience_ms=first_patience_ms,
        )
        self._loaded: Translator | None = None
        self._number = 0
        self._texts: tuple[str, ...] = ()
        self._done = 0
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether an order is not done yet."""
        return self._done < len(self._texts)

    def warm_up(self, translator: "Translator") -> None:
        """Load a translator, so that its first sentence comes at once; not while one is at work.

        Where that fails nothing is said before somebody asks for something.
        """
        if not self.busy and self._loaded != translator:
            self.stop()
            self._start(translator)

    def translate(self, translator: "Translator", texts: Sequence[str]) -> None:
        """Have texts translated, each for itself; the answers come as :attr:`translated`.

        Args:
            translator: one of ``house.translators``.
            texts: in its language; only those that a machine may translate (rule R12).

        """
        if self.busy or self._loaded != translator:
            self.stop()
        self._rest.stop()
        if not texts:
            QTimer.singleShot(0, self, self.finished.emit)
            return
        if self._process is None:
            self._start(translator)
        self._number += 1
        self._texts, self._done = tuple(texts), 0
        cut = tuple(_pieces(text) for text in self._texts)
        self._send(Translate(self._number, cut))

    def give_up(self) -> None:
        """Hear nothing more of this order; a translator that is done waits for the next one."""
        if self.busy:
            self.stop()

    def stop(self) -> None:
        """End it at once; nothing more is heard of it, and its memory is free."""
        self._let_go()

    def _start(self, translator: "Translator") -> None:
        self._begin()
        self._loaded = translator
        super()._send(Load(str(translator.folder.absolute()), translator.details.prefix))
        self._expect(first=True)

    def _send(self, command: msgspec.Struct) -> None:
        super()._send(command)
        if self._process is not None and not self._watchdog.isActive():
            self._expect()

    def _forget(self) -> Process | None:
        self._rest.stop()
        self._texts, self._done, self._loaded = (), 0, None
        return super()._forget()

    def _told(self, event: Event) -> None:
        match event:
            case Loaded() if self.busy:
                self._expect()
            case Loaded():
                self._watchdog.stop()
                self._rest.start()
            case Translated(number=number, at=at, sentences=sentences):
                if number == self._number and self.busy:
                    self._take(at, sentences)
            case Failed(reason=reason):
                self._fail(_why(reason))

    def _take(self, at: int, sentences: tuple[str, ...]) -> None:
        text = _joined(self._texts[at], sentences)
        self._done += 1
        number, last = self._number, not self.busy
        if last:
            self._watchdog.stop()
            self._rest.start()
        else:
            self._expect()
        self.translated.emit(at, text)
        if last and number == self._number:  # whoever heard it may have asked for something else
            self.finished.emit()

    def _broke_off(self) -> None:
        self._fail(NO_ANSWER)

    def _fail(self, why: str) -> None:
        asked = self.busy
        self.stop()
        if asked:
            self.trouble.emit(why)


def _why(reason: Reason) -> str:
    if reason == "not_installed":
        from app.translate import shelf  # noqa: PLC0415 - the window starts without it

        return shelf.missing() or CANNOT_LOAD
    return CANNOT_LOAD if reason == "cannot_load" else NO_ANSWER


def _pieces(text: str) -> tuple[str, ...]:
    """A text as its sentences: translators know one at a time."""
    return tuple(text[start:end] for start, end in _spans(text))


def _joined(text: str, sentences: tuple[str, ...]) -> str:
    """The sentences with what stood between them: a space, a new line."""
    joined, last = "", 0
    for (start, end), sentence in zip(_spans(text), sentences, strict=True):
        joined += text[last:start] + sentence
        last = end
    return joined.strip()


def _spans(text: str) -> "tuple[Span, ...]":
    from app.words.splitting import sentence_spans  # noqa: PLC0415 - as above

    return sentence_spans(text)
