"""What the window and the speech process say to each other: one JSON object a line.

Commands go to the process's standard input, events come from its standard output. A reading has a
number that the window gives it; every event about it carries that number, so that the end of an
old reading is never taken for the end of a new one.
"""

import unicodedata
from typing import Annotated, Literal

import msgspec

SLOWEST, FASTEST = 0.6, 1.2
"""Times the usual speed (domain E.4)."""

Reason = Literal["bad_command", "no_engine", "engine", "sound"]
"""Why something failed: a line that is no command, no espeak-ng, a text that cannot be rendered,
or sound that cannot be played, not even silently."""


class Utterance(msgspec.Struct, frozen=True, omit_defaults=True):
    """One sentence and its language, a BCP 47 tag.

    Attributes:
        recording: what a person recorded of it, as the bytes of a WAV, FLAC, MP3 or Ogg Vorbis
            file: played in place of a machine's voice. It goes through the pipe and never to disk.

    """

    text: str
    lang: str
    recording: bytes = b""


Rate = Annotated[float, msgspec.Meta(ge=SLOWEST, le=FASTEST)]
Place = Annotated[int, msgspec.Meta(ge=0)]


class Speak(msgspec.Struct, frozen=True, tag="speak", omit_defaults=True):
    """Read these aloud, in place of anything that is being read.

    Attributes:
        rate: times the usual speed; recordings keep their own.
        start: the place of the first one that is read.
        voices: the key of a voice for each language for which somebody chose one.
        names: each name and the spelling in which a voice says it right.
        bundled_only: leave the operating system's voices out, because one has just failed.

    """

    id: int
    utterances: tuple[Utterance, ...]
    rate: Rate = 1.0
    start: Place = 0
    voices: dict[str, str] = {}
    names: dict[str, str] = {}
    bundled_only: bool = False


class Pause(msgspec.Struct, frozen=True, tag="pause"):
    """Be silent, and keep the place."""


class Resume(msgspec.Struct, frozen=True, tag="resume"):
    """Go on from there."""


class Again(msgspec.Struct, frozen=True, tag="again"):
    """Read this sentence once more from its beginning, and go on from there."""


class Go(msgspec.Struct, frozen=True, tag="go"):
    """Read on from the beginning of another of the sentences."""

    index: Place


class Pace(msgspec.Struct, frozen=True, tag="pace"):
    """Read faster or slower from this word on."""

    rate: Rate


class Stop(msgspec.Struct, frozen=True, tag="stop"):
    """Be silent."""


class Quit(msgspec.Struct, frozen=True, tag="quit"):
    """End the process. The end of standard input means the same."""


class KnownVoice(msgspec.Struct, frozen=True):
    """A voice that can be chosen.

    Attributes:
        key: its name for ``Speak.voices`` and a person's settings.
        engine: ``espeak-ng``, ``sapi5`` (Windows) or ``nsss`` (macOS).
        languages: BCP 47 tags.
        gender: ``male``, ``female`` or empty.

    """

    key: str
    engine: str
    name: str
    languages: tuple[str, ...]
    gender: str = ""


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """The process listens. It can say these primary languages; none if it has no engine."""

    languages: tuple[str, ...]
    voices: tuple[KnownVoice, ...] = ()


Timing = Literal["exact", "estimated", "none"]
"""How well it is known when a word is heard: none for recordings."""


class Started(msgspec.Struct, frozen=True, tag="started"):
    """An utterance begins to be heard, or once more after Again."""

    id: int
    index: int
    words: Timing = "exact"


class Word(msgspec.Struct, frozen=True, tag="word"):
    """A word of the utterance begins to be heard; positions are those of a Python string."""

    id: int
    index: int
    start: int
    length: int


class Playing(msgspec.Struct, frozen=True, tag="playing"):
    """Sound still flows: said each second, so that a long sentence is not taken for a hang."""

    id: int
    index: int


class NoVoice(msgspec.Struct, frozen=True, tag="no_voice"):
    """An utterance is left out, because no voice speaks its language."""

    id: int
    index: int
    lang: str


class Instead(msgspec.Struct, frozen=True, tag="instead"):
    """A voice failed or hung, or a recording cannot be played; the bundled voice stands in.

    Nobody needs to be told of it: the sentence is heard.
    """

    id: int
    index: int
    of: Literal["voice", "recording"]


class Paused(msgspec.Struct, frozen=True, tag="paused"):
    """It is silent and keeps the place."""

    id: int


class Resumed(msgspec.Struct, frozen=True, tag="resumed"):
    """It goes on."""

    id: int


class NoSound(msgspec.Struct, frozen=True, tag="no_sound"):
    """Nothing can be heard on this computer; the reading goes on silently at its usual pace."""

    id: int


class Finished(msgspec.Struct, frozen=True, tag="finished"):
    """The last utterance was heard."""

    id: int


class Stopped(msgspec.Struct, frozen=True, tag="stopped"):
    """The reading ended early, by Stop or by another Speak."""

    id: int


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """The reading ended early, by itself. ``id`` is 0 where it concerns none."""

    id: int
    reason: Reason


Command = Speak | Pause | Resume | Again | Go | Pace | Stop | Quit
Event = (
    Ready
    | Started
    | Word
    | Playing
    | Paused
    | Resumed
    | Instead
    | NoVoice
    | NoSound
    | Finished
    | Stopped
    | Failed
)

read_command = msgspec.json.Decoder[Command](Command).decode
"""The command of a line; ``msgspec.DecodeError`` if it is none, and that may quote it: no log."""

read_event = msgspec.json.Decoder[Event](Event).decode
"""The event of a line; ``msgspec.DecodeError`` if it is none."""


def speakable(text: str) -> str:
    """The text with a space for each control character and lone surrogate.

    No engine can say those, some stop at them; positions of words stay what they were.
    """
    return "".join(" " if unicodedata.category(c) in {"Cc", "Cs"} else c for c in text)
