"""What the window and the microphone's process say to each other: one JSON object a line.

Commands go to the process's standard input, events come from its standard output. Sound goes
through the pipe and never to disk.
"""

from typing import Literal

import msgspec

SETTING = "ALONGSIDE_MICROPHONE"
"""Environment variable: ``none`` for no microphone (tests, drawings of the screens), or the sound
files that stand for what is said, each into a microphone of its own, with ``|`` between them."""

NONE = "none"

Reason = Literal[
    "not_there", "not_allowed", "no_answer", "nothing_heard", "not_a_sound", "too_long",
    "too_large", "not_read",
]  # fmt: skip
"""Why there is no recording: no microphone is there or it was unplugged, this computer does not let
us use it, it gives nothing, all that came was silence; a file is no sound, is too long, is too
large to be looked at, or cannot be read."""


class Microphone(msgspec.Struct, frozen=True):
    """A microphone: how the process calls it, and how people may know it."""

    id: str
    name: str


class Find(msgspec.Struct, frozen=True, tag="find"):
    """Say which microphones there are, without turning any of them on."""


class Listen(msgspec.Struct, frozen=True, tag="listen"):
    """Turn the microphone on and record. A process does so once.

    Attributes:
        microphone: the ``id`` of one; empty for the one that this computer is set to use.

    """

    microphone: str = ""


class Done(msgspec.Struct, frozen=True, tag="done"):
    """Turn the microphone off and send what was recorded."""


class TakeIn(msgspec.Struct, frozen=True, tag="take_in"):
    """Make a recording of a sound file, as computers and phones record them: it is only read."""

    path: str


class Quit(msgspec.Struct, frozen=True, tag="quit"):
    """Forget everything and end the process. The end of standard input means the same."""


class Found(msgspec.Struct, frozen=True, tag="found"):
    """Which microphones there are."""

    microphones: tuple[Microphone, ...]


class Heard(msgspec.Struct, frozen=True, tag="heard"):
    """The microphone is on.

    Attributes:
        level: how loud it was just now, from 0 (silence) to 1.
        seconds: how long it has been on.

    """

    level: float
    seconds: float


class Recorded(msgspec.Struct, frozen=True, tag="recorded"):
    """What was recorded; the microphone is off.

    Attributes:
        flac: as it is kept (:mod:`app.model.recordings`).
        full: it ended by itself, because no recording is longer.

    """

    flac: bytes
    full: bool = False


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """There is no recording, and nothing of it is left. The microphone is off."""

    reason: Reason


Command = Find | Listen | Done | TakeIn | Quit
Event = Found | Heard | Recorded | Failed

read_command = msgspec.json.Decoder[Command](Command).decode
"""The command of a line; ``msgspec.DecodeError`` if it is none."""

read_event = msgspec.json.Decoder[Event](Event).decode
"""The event of a line; ``msgspec.DecodeError`` if it is none."""
