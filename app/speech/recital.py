"""One reading: sentence after sentence, paused, slowed and begun again as it is told."""

import dataclasses
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol

from app.speech.engines import Spoken
from app.speech.player import Loudspeaker
from app.speech.protocol import (
    Again,
    Event,
    Failed,
    Finished,
    Go,
    Instead,
    NoSound,
    NoVoice,
    Pace,
    Pause,
    Paused,
    Playing,
    Resume,
    Resumed,
    Speak,
    Started,
    Timing,
    Utterance,
    Word,
)
from app.speech.sound import RenderError, Sound

_AHEAD = 2
"""Sentences that are rendered while one is heard."""

_SEEN_LATER_SECONDS = 0.015
"""What it takes from here until a word is lit: the wait between two looks, the pipe, the window."""


class Render(Protocol):
    """Has an utterance turned into sound."""

    def __call__(self, speak: Speak, utterance: Utterance, pace: float) -> Future[Spoken | None]:
        """Its sound, None where its language has no voice."""


class Recital:
    """Does what it is told about one reading, and moves on by itself.

    Args:
        speak: what is read.
        render: has an utterance turned into sound; returns at once.
        output: where it is heard.
        tell: takes events.

    Attributes:
        over: how it ended, None while it goes on.

    """

    def __init__(
        self, speak: Speak, render: Render, output: Loudspeaker, tell: Callable[[Event], None]
    ) -> None:
        self.over: Event | None = None
        self._speak = speak
        self._render = render
        self._output = output
        self._tell = tell
        self._pace = speak.rate
        self._place = speak.start
        self._paused = False
        self._coming: dict[int, Future[Spoken | None]] = {}
        self._heard: _Progress | None = None
        self._next: _Progress | None = None
        self._pace_changes = False
        self._said_no_sound = False
        self._ask_ahead()

    @property
    def moves(self) -> bool:
        """Whether it goes on by itself, so that :meth:`step` is wanted soon."""
        return self._heard is not None and not self._paused

    def obey(self, command: Pause | Resume | Again | Go | Pace) -> None:
        """Do as it is told; what makes no sense now is left."""
        match command:
            case Pause() if not self._paused:
                self._output.pause()
                self._paused = True
                self._tell(Paused(self._speak.id))
            case Resume() if self._paused:
                self._go_on()
            case Again():
                self._go(self._place)
            case Go(index=index) if index < len(self._speak.utterances):
                self._go(index)
            case Pace(rate=rate) if rate != self._pace:
                self._change_pace(rate)

    def step(self) -> None:
        """Begin what is ready, tell what has been heard, move on.

        Raises:
            miniaudio.MiniaudioError: not even silence can be played.

        """
        if self._paused:
            return
        try:
            if self._heard is None:
                self._begin()
                return
            if self._pace_changes:
                self._swap()
            self._queue_next()
            self._follow()
        except RenderError:
            self.over = Failed(self._speak.id, "engine")

    def close(self) -> None:
        """Nothing more of it is wanted."""
        for future in self._coming.values():
            future.cancel()
        self._coming.clear()
        self._output.close()

    def _begin(self) -> None:
        """Begin the sentences from here that can be had; those without sound are passed over."""
        while self._place < len(self._speak.utterances):
            if not (coming := self._coming[self._place]).done():
                return
            spoken = self._take(self._place, coming)
            if spoken and spoken.sound.frames:
                self._output.play(self._place, spoken.sound)
                self._heard = _Progress(self._tell, self._speak.id, self._place, spoken.sound)
                self._say_if_silent()
                return
            if spoken:
                self._tell(Started(self._speak.id, self._place, "none"))
            self._place += 1
            self._ask_ahead()
        self.over = Finished(self._speak.id)

    def _take(self, place: int, coming: "Future[Spoken | None]") -> Spoken | None:
        spoken = coming.result()
        number = self._speak.id
        if spoken is None:
            self._tell(NoVoice(number, place, self._speak.utterances[place].lang))
        elif spoken.instead:
            self._tell(Instead(number, place, spoken.instead))
        return spoken

    def _say_if_silent(self) -> None:
        if not self._output.audible and not self._said_no_sound:
            self._said_no_sound = True
            self._tell(NoSound(self._speak.id))

    def _queue_next(self) -> None:
        """Have the next sentence follow without a gap, if it can be heard."""
        place = self._place + 1
        coming = self._coming.get(place)
        if self._next or self._pace_changes or coming is None or not coming.done():
            return
        if (error := coming.exception()) and isinstance(error, RenderError):
            return  # it is met when its turn comes
        spoken = coming.result()
        if spoken and spoken.sound.frames:
            self._take(place, coming)
            self._output.then(place, spoken.sound)
            self._next = _Progress(self._tell, self._speak.id, place, spoken.sound)

    def _follow(self) -> None:
        """Tell what was heard since."""
        now = self._output.heard()
        if now is None or self._heard is None:
            return
        place, frames, at_end = now
        if self._next and place != self._place:
            self._heard.to_the_end()
            self._heard, self._next, self._place = self._next, None, place
            self._ask_ahead()
        self._heard.heard(frames)
        if at_end and not self._next:
            self._heard = None
            self._place += 1
            self._pace_changes = False
            self._ask_ahead()
            self._begin()

    def _go_on(self) -> None:
        self._paused = False
        self._output.resume()
        self._tell(Resumed(self._speak.id))

    def _go(self, place: int) -> None:
        """Read from the beginning of this sentence; whoever asks for it does not want a pause."""
        if self._paused:
            self._paused = False
            self._tell(Resumed(self._speak.id))
        self._output.close()
        self._place, self._heard, self._next, self._pace_changes = place, None, None, False
        self._ask_ahead()

    def _change_pace(self, rate: float) -> None:
        self._pace = rate
        for future in self._coming.values():
            future.cancel()
        self._coming.clear()
        self._output.only(self._place)
        self._next = None
        self._pace_changes = self._heard is not None
        self._ask_ahead()

    def _swap(self) -> None:
        """Go on with this word at the new pace, once that is rendered."""
        coming = self._coming[self._place]
        if not coming.done() or self._heard is None:
            return
        self._pace_changes = False
        spoken = coming.result()
        if spoken is None or not spoken.sound.words:
            return  # a recording keeps its own
        self._heard = self._heard.at_another_pace(spoken.sound)
        self._output.play(self._place, spoken.sound, skip=self._heard.word_frame)

    def _ask_ahead(self) -> None:
        """Have this sentence and some after it rendered; earlier ones are let go."""
        utterances = self._speak.utterances
        wanted = range(self._place, min(self._place + 1 + _AHEAD, len(utterances)))
        for place in set(self._coming) - set(wanted):
            self._coming.pop(place).cancel()
        for place in wanted:
            if place not in self._coming:
                self._coming[place] = self._render(self._speak, utterances[place], self._pace)


@dataclasses.dataclass(slots=True)
class _Progress:
    """Tells how far an utterance has been heard.

    Attributes:
        word_frame: where in the sound the word begins that is being heard.

    """

    tell: Callable[[Event], None]
    number: int
    index: int
    sound: Sound
    word_frame: int = 0
    begun: bool = False
    told: int = 0
    word: int = -1
    words: deque[tuple[int, int, int]] = dataclasses.field(default_factory=deque)

    def __post_init__(self) -> None:
        self.words.extend((word.frame, word.start, word.length) for word in self.sound.words)

    def heard(self, frames: int) -> None:
        """So many frames have been heard."""
        if not frames:
            return
        if not self.begun:
            self.begun = True
            self.tell(Started(self.number, self.index, _timing(self.sound)))
        seen = frames + round(_SEEN_LATER_SECONDS * self.sound.rate)
        while self.words and self.words[0][0] <= seen:
            self.word_frame, self.word, length = self.words.popleft()
            self.tell(Word(self.number, self.index, self.word, length))
        if frames - self.told >= self.sound.rate:
            self.told = frames
            self.tell(Playing(self.number, self.index))

    def to_the_end(self) -> None:
        """All of it was heard."""
        self.heard(self.sound.frames)

    def at_another_pace(self, sound: Sound) -> "_Progress":
        """The same with the sound at another pace, from the word that is being heard."""
        frame = next((word.frame for word in sound.words if word.start >= self.word), 0)
        other = _Progress(self.tell, self.number, self.index, sound)
        other.words = deque(each for each in other.words if each[1] > self.word)
        other.begun, other.word, other.word_frame, other.told = self.begun, self.word, frame, frame
        return other


def _timing(sound: Sound) -> Timing:
    if not sound.words:
        return "none"
    return "estimated" if sound.estimated else "exact"
