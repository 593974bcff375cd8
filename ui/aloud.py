"""Reading a screen aloud: its words split into sentences, each lit while it is said.

The reader and the rules of sentences are loaded when something is first heard.
"""
# ruff: noqa: PLC0415

import dataclasses
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from ui.context import Context
from ui.own_voice import Recordings
from ui.parts.heard import Part
from ui.parts.pressable import Pressable
from ui.screens.base import Readable

if TYPE_CHECKING:
    from app.speech.protocol import KnownVoice
    from ui.reading import Reader, Utterance


_NONE = Recordings()


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """One sentence, and where it stands in what can be heard; or all that a recording says.

    Attributes:
        said: what is heard in its place, in another language; empty where it is heard as it is.
        said_in: the language of that.

    """

    readable: Readable
    part: Part
    recording: bytes = b""
    said: str = ""
    said_in: str = ""

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.part.start

    @property
    def words(self) -> str:
        """What it says."""
        return self.part.words

    @property
    def lang(self) -> str:
        """The language in which it is heard."""
        return self.said_in or self.part.lang

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.part.start + len(self.part.words)

    def within(self, heard: "Place | None") -> bool:
        """Whether it was heard: alone, or as part of a recording."""
        return (
            heard is not None
            and self.readable is heard.readable
            and heard.start <= self.start < heard.end
        )


class Aloud(QObject):
    """Reads what can be heard on a screen. It never begins by itself.

    While a microphone is on it says nothing: a recording is what somebody says, and that alone.

    Signals:
        trouble: it cannot be read; carries a sentence marked for translation.
        reached: a sentence begins to be heard; carries what it stands on.
        turned: it went silent and keeps its place, or goes on.
        ended: a reading came to its end, or was stopped.

    """

    trouble = Signal(str)
    reached = Signal(object)
    turned = Signal()
    ended = Signal()

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._reader: Reader | None = None
        self._places: list[Place] = []
        self._now = 0
        self._paused = False
        self._aside = False
        self._lit: Place | None = None
        self._sure = False

    @property
    def reading(self) -> bool:
        """Whether something is being said just now."""
        sounds = self._reader is not None and self._reader.reading
        return sounds and (self._aside or not self._paused)

    @property
    def underway(self) -> bool:
        """Whether a reading has begun and has not ended; it may be paused."""
        return bool(self._places)

    @property
    def paused(self) -> bool:
        """Whether it keeps its place and is silent."""
        return self._paused

    @property
    def goes_on(self) -> bool:
        """Whether a reading is not paused, even where something is said aside just now."""
        return self.underway and not self._paused

    @property
    def place(self) -> Place | None:
        """The sentence that is being heard, or will be when it goes on."""
        return self._places[self._now] if self._places else None

    def read(
        self,
        readables: Sequence[Readable],
        *,
        at: int | None = None,
        recordings: Recordings = _NONE,
    ) -> None:
        """Read these one after the other, sentence by sentence.

        Args:
            readables: what can be heard.
            at: read only the sentence in which this character stands.
            recordings: what is heard in place of a voice.

        """
        self.stop()
        if self._ctx.ear.listening:
            return
        places = self._places_of(readables, recordings)
        if at is not None:
            after = [each for each in places if each.end > at] or places[-1:]
            places = sorted(after, key=lambda each: each.start)[:1]
        self._places, self._now = places, 0
        if places:
            self._send()

    def _places_of(self, readables: Sequence[Readable], recordings: Recordings) -> list[Place]:
        """What is heard one after the other: sentences, and recordings in place of the words."""
        places: list[Place] = []
        for index, each in enumerate(readables):
            recording = recordings.at.get(index, b"")
            for part in _parts(each):
                if recording and not part.start:
                    places.append(Place(each, part, recording))
                elif said := self._in_other_language(part):
                    lang = self._ctx.house.wording(self._ctx.settings.aloud_in).lang
                    places.append(Place(each, part, said=said, said_in=lang))
                else:
                    places += _split(each, part, recordings.names)
        return places

    def _in_other_language(self, part: Part) -> str:
        """A sentence of the program as the person wants to hear it; empty if as it is shown."""
        wanted, shown = self._ctx.settings.aloud_in, self._ctx.words.lang
        if not wanted or part.lang != shown:
            return ""
        return self._ctx.house.retelling.retold(part.words, shown=shown, wanted=wanted)

    def say(self, words: str, lang: str) -> None:
        """Say this aside. What is being read goes on after it; what is paused stays paused."""
        from ui.reading import Utterance

        if self._ctx.ear.listening:
            return
        self._unlight()
        self._aside = True
        self._begin([Utterance(text=words, lang=lang)])

    def hush(self) -> None:
        """Say no more of what was said aside."""
        if self._aside and self._reader is not None:
            self._reader.stop()

    def pause(self) -> None:
        """Be silent and keep the place."""
        if self.underway and not self._paused and self._reader is not None:
            self._paused = True
            self._reader.pause()
            self.turned.emit()

    def resume(self) -> None:
        """Go on from there; from the beginning of the sentence, if something else was said."""
        if not self._paused or self._reader is None:
            return
        self._paused = False
        if self._reader.paused:
            self._reader.resume()
        else:
            self._send()
        self.turned.emit()

    def again(self) -> None:
        """Read this sentence once more, and go on from there."""
        if self.underway and self._reader is not None:
            if self._reader.reading and not self._aside:
                self._paused = False
                self._reader.again()
            else:
                self._send()

    def set_rate(self, rate: float) -> None:
        """Read faster or slower from this word on."""
        if self._reader is not None:
            self._reader.set_rate(rate)

    def voices_for(self, lang: str) -> "tuple[KnownVoice, ...]":
        """The voices of this computer for a language, once they are known."""
        from app.speech.voices import Voice, speaks

        voices = self._reader.voices if self._reader is not None else ()
        return tuple(each for each in voices if speaks(Voice(each.key, each.languages), lang))

    @property
    def choice(self) -> tuple[str, ...]:
        """The keys of the voices for the sentence that is heard."""
        found = self.voices_for(self.place.lang) if self.place is not None else ()
        return tuple(each.key for each in found)

    def warm_up(self) -> None:
        """Start the voice's process, so that the first sentence is heard sooner."""
        self._ready_reader().warm_up()

    def stop(self) -> None:
        """Be quiet at once."""
        underway, self._places = self.underway, []
        self._aside = self._paused = False
        if self._reader is not None:
            self._reader.stop()
        self._unlight()
        if underway:
            self.ended.emit()

    def close(self) -> None:
        """End the reader's process."""
        if self._reader is not None:
            self._reader.close()

    def _send(self) -> None:
        """Read from the sentence that is reached."""
        from ui.reading import Utterance

        self._aside = self._paused = False
        utterances = [
            Utterance(
                text=(each.said or each.words) + each.part.mark,
                lang=each.lang,
                recording=each.recording,
            )
            for each in self._places
        ]
        self._begin(utterances, start=self._now)

    def _begin(self, utterances: "Sequence[Utterance]", *, start: int = 0) -> None:
        settings = self._ctx.settings
        self._ready_reader().read(
            utterances,
            rate=settings.speech_rate,
            start=start,
            voices=settings.voices,
            names=self._ctx.taught,
        )

    def _ready_reader(self) -> "Reader":
        if self._reader is None:
            from ui.reading import Reader

            self._reader = Reader(self)
            self._reader.started.connect(self._light)
            self._reader.timing.connect(self._timing)
            self._reader.word.connect(self._light_word)
            self._reader.finished.connect(self._over)
            self._reader.trouble.connect(self.trouble)
        return self._reader

    def _over(self) -> None:
        if self._aside:
            self._aside = False
            if self.underway and not self._paused:
                self._send()
        elif self.underway:
            self.stop()

    def _light(self, index: int) -> None:
        self._unlight()
        if self._aside or index >= len(self._places):
            return
        self._now, place = index, self._places[index]
        if not _stands(place):
            self._pass_over()
            return
        place.readable.light(place.start, len(place.words))
        self._lit = place
        self.reached.emit(place.readable)

    def _pass_over(self) -> None:
        """Go on with the next that still says what was to be read, or be quiet."""
        later = range(self._now + 1, len(self._places))
        found = next((each for each in later if _stands(self._places[each])), None)
        if found is None or self._reader is None:
            self.stop()
        else:
            self._now = found
            self._reader.go(found)

    def _timing(self, how: str) -> None:
        self._sure = how == "exact" or (how == "estimated" and self._ctx.settings.guess_words)

    def _light_word(self, index: int, start: int, length: int) -> None:
        if self._lit is None or index != self._now:
            return
        if not _stands(self._lit):
            self._unlight()
            self._pass_over()
        elif self._sure and not self._lit.said:
            self._lit.readable.light_word(self._lit.start + start, length)

    def _unlight(self) -> None:
        if self._lit is not None and _there(self._lit):
            self._lit.readable.light(0, 0)
        self._lit = None


def _there(place: Place) -> bool:
    """Whether what it stands on is still on the screen."""
    return not isinstance(place.readable, QObject) or shiboken6.isValid(place.readable)


def _stands(place: Place) -> bool:
    """Whether it still says on the screen what is read of it."""
    if not _there(place):
        return False
    readable = place.readable
    said = readable.all_words if isinstance(readable, Pressable) else readable.words
    return said[place.start : place.end] == place.words


def sentences_of(readables: Sequence[Readable]) -> list[Place]:
    """The sentences of what can be heard, in their order."""
    return [place for each in readables for part in _parts(each) for place in _split(each, part)]


def _parts(readable: Readable) -> tuple[Part, ...]:
    """What is said of it: of a card its note too."""
    if isinstance(readable, Pressable):
        return readable.parts()
    return (Part(0, readable.words, readable.lang),)


def _split(readable: Readable, part: Part, names: Mapping[str, bytes] = _NONE.names) -> list[Place]:
    from app.words.splitting import sentences

    found, end = [], 0
    for sentence in sentences(part.words):
        start = part.words.find(sentence, end)
        end = start + len(sentence)
        mark = part.mark if end == len(part.words) else ""
        stretch = Part(part.start + start, sentence, part.lang, mark)
        found.append(Place(readable, stretch, names.get(sentence, b"")))
    return found
