"""What the window and the camera's process say to each other: one JSON object a line.

Commands go to the process's standard input, events come from its standard output. A picture is sent
only when the window asks for it, so that a camera whose picture nobody looks at can be noticed.
"""

from typing import Literal

import msgspec

SETTING = "ALONGSIDE_CAMERA"
"""Environment variable: ``none`` for no camera (tests, drawings of the screens), or the made-up
pictures that stand for cameras, each a graph of FFmpeg's ``lavfi``, with ``|`` between them."""

NONE = "none"

Reason = Literal["not_there", "not_allowed", "no_answer"]
"""Why there is no picture: the camera is not there or was unplugged, this computer does not let us
use it, or it gives none (another program has it, or its driver failed)."""


class Camera(msgspec.Struct, frozen=True):
    """A camera: how the process calls it, and how people may know it."""

    id: str
    name: str


class Find(msgspec.Struct, frozen=True, tag="find"):
    """Say which cameras there are, without turning any of them on."""


class Open(msgspec.Struct, frozen=True, tag="open"):
    """Turn a camera on. A process does so once."""

    camera: str


class Show(msgspec.Struct, frozen=True, tag="show"):
    """Send the next small picture. Without this for a while the camera goes off."""


class Take(msgspec.Struct, frozen=True, tag="take"):
    """Send what the camera sees now, as large as it is, and turn it off."""


class Quit(msgspec.Struct, frozen=True, tag="quit"):
    """Turn the camera off and end the process. The end of standard input means the same."""


class Found(msgspec.Struct, frozen=True, tag="found"):
    """Which cameras there are."""

    cameras: tuple[Camera, ...]


class Seen(msgspec.Struct, frozen=True, tag="seen"):
    """A small picture, as JPEG."""

    jpeg: bytes


class Taken(msgspec.Struct, frozen=True, tag="taken"):
    """The photo, as JPEG. The camera is off."""

    jpeg: bytes


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """There is no picture, or no other one. The camera is off."""

    reason: Reason


Command = Find | Open | Show | Take | Quit
Event = Found | Seen | Taken | Failed

read_command = msgspec.json.Decoder[Command](Command).decode
"""The command of a line; ``msgspec.DecodeError`` if it is none."""

read_event = msgspec.json.Decoder[Event](Event).decode
"""The event of a line; ``msgspec.DecodeError`` if it is none."""
