"""What people say into the computer: one channel, as FLAC, so that a minute is under a megabyte.

FLAC loses nothing of what it is given, and every file of it says how long it is.
"""

import hashlib
from typing import Final

from app.model.errors import BadSoundError
from app.model.ids import SoundRef
from app.model.wording import N_

SOUND: Final = "sound:"
"""What the name of a recording begins with."""

MEDIA_TYPE: Final = "audio/flac"
FRAMES_A_SECOND: Final = 16_000
"""All of speech is below 8 kHz."""

LONGEST_SECONDS: Final = 180
LARGEST_SOUND: Final = 6 * 2**20
"""Bytes: more than three minutes of one channel of 16 bits can ever be."""

_START = b"fLaC"
_STREAM_INFO = 34
"""Bytes of what a FLAC file says first: speed, channels, how long it is."""


def sound_ref(data: bytes) -> SoundRef:
    """How a recording of these bytes is called."""
    return SoundRef(SOUND + hashlib.sha256(data).hexdigest())


def check(data: bytes) -> None:
    """Make sure that bytes are a recording as it is kept.

    Raises:
        BadSoundError: they are of another kind, or too long.

    """
    if len(data) > LARGEST_SOUND or seconds(data) > LONGEST_SECONDS + 1:
        raise BadSoundError(
            N_("That recording is too long. Please keep to {most} minutes at a time."),
            most=LONGEST_SECONDS // 60,
        )


def seconds(data: bytes) -> float:
    """How long a recording is.

    Raises:
        BadSoundError: these bytes are no recording as it is kept.

    """
    info = data[8 : 8 + _STREAM_INFO]
    if not data.startswith(_START) or len(info) < _STREAM_INFO or data[4] & 0x7F:
        raise not_kept()
    told = int.from_bytes(info[10:18], "big")
    rate, channels, bits = told >> 44, (told >> 41 & 0x7) + 1, (told >> 36 & 0x1F) + 1
    frames = told & 0xF_FFFF_FFFF
    if (rate, channels, bits) != (FRAMES_A_SECOND, 1, 16) or not frames:
        raise not_kept()
    return frames / rate


def not_kept() -> BadSoundError:
    """The error for what is no recording as it is kept."""
    return BadSoundError(N_("That is not a recording that can be kept. Please record it again."))
