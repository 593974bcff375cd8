"""Reading a screen aloud: its words split into sentences, each lit while it is said.

The reader and the rules of sentences are loaded when something is first heard.
"""
# ruff: noqa: PLC0415

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from ui.screens.base import Readable

if TYPE_CHECKING:
    from ui.reading import Reader


class Aloud(QObject):
    """Reads what can be heard on a screen. It never begins by itself.

    Signals:
        trouble: it cannot be read; carries a sentence marked for translation.

    """

    trouble = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reader: Reader | None = None
        self._places: list[tuple[Readable, int, int]] = []
        self._lit: Readable | None = None

    @property
    def reading(self) -> bool:
        """Whether something is being read."""
        return self._reader is not None and self._reader.reading

    def read(
        self,
        readables: Sequence[Readable],
        *,
        rate: float,
        sounds: Mapping[int, bytes] | None = None,
    ) -> None:
        """Read these one after the other, sentence by sentence.

        Args:
            readables: what is read.
            rate: times the usual speed.
            sounds: recordings that are heard in place of a voice, by the place of what they say.

        """
        from app.words.splitting import sentences
        from ui.reading import Utterance

        self.stop()
        self._places = []
        utterances = []
        for place, readable in enumerate(readables):
            if recording := (sounds or {}).get(place):
                self._places.append((readable, 0, len(readable.words)))
                utterances.append(Utterance(readable.words, readable.lang, recording))
                continue
            end = 0
            for sentence in sentences(readable.words):
                start = readable.words.find(sentence, end)
                end = start + len(sentence)
                self._places.append((readable, start, len(sentence)))
                utterances.append(Utterance(text=sentence, lang=readable.lang))
        if utterances:
            self._ready_reader().read(utterances, rate=rate)

    def stop(self) -> None:
        """Be quiet at once."""
        if self._reader is not None:
            self._reader.stop()
        self._unlight()

    def close(self) -> None:
        """End the reader's process."""
        if self._reader is not None:
            self._reader.close()

    def _ready_reader(self) -> "Reader":
        if self._reader is None:
            from ui.reading import Reader

            self._reader = Reader(self)
            self._reader.started.connect(self._light)
            self._reader.finished.connect(self._unlight)
            self._reader.trouble.connect(self.trouble)
        return self._reader

    def _light(self, index: int) -> None:
        self._unlight()
        if index < len(self._places):
            readable, start, length = self._places[index]
            if shiboken6.isValid(readable):
                readable.light(start, length)
                self._lit = readable

    def _unlight(self) -> None:
        if self._lit is not None and shiboken6.isValid(self._lit):
            self._lit.light(0, 0)
        self._lit = None
