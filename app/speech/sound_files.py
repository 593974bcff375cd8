"""Sound as it stands in a file: WAV, AIFF, FLAC, MP3 or Ogg Vorbis are read, WAV is written.

Windows hands speech over as WAV, macOS as AIFF, people have recordings of any kind. All become one
channel of 16 bits at one speed, so that they can follow each other without a gap.
"""

import array
import io
import sys
import wave
from collections.abc import Iterator

import miniaudio

from app.model import recordings
from app.speech.sound import BYTES_PER_FRAME, FRAMES_A_SECOND, Sound

_LONGEST_SPEECH = 3_600
"""Seconds: no voice says one sentence for an hour."""


class UnreadableSoundError(Exception):
    """These bytes are not sound that can be played."""


def read(data: bytes, *, most_seconds: int = _LONGEST_SPEECH) -> Sound:
    """The sound of a file's bytes; it has no words.

    Raises:
        UnreadableSoundError: it is of another kind, damaged, or there is nothing in it; or it is
            longer than that.

    """
    samples = array.array("h")
    for chunk in _unfolded(data, FRAMES_A_SECOND):
        samples.extend(chunk)
        if len(samples) > most_seconds * FRAMES_A_SECOND:  # a few bytes may unfold to hours
            raise UnreadableSoundError("too long")
    if not samples:
        raise UnreadableSoundError("nothing in it")
    if sys.byteorder == "big":
        samples.byteswap()
    return Sound(samples.tobytes(), FRAMES_A_SECOND)


def read_recording(data: bytes) -> Sound:
    """The sound of a recording as it is kept: no longer than one may be, whatever it says of it.

    Raises:
        UnreadableSoundError: it is damaged, or longer.

    """
    return read(data, most_seconds=recordings.LONGEST_SECONDS + 1)


def is_as_long_as_it_says(data: bytes) -> bool:
    """Whether a recording unfolds to so much as its first bytes say, and no more of it is read.

    Raises:
        BadSoundError: it is no recording as it is kept.

    """
    told, there = round(recordings.seconds(data) * recordings.FRAMES_A_SECOND), 0
    try:
        for chunk in _unfolded(data, recordings.FRAMES_A_SECOND):
            there += len(chunk)
            if there > told:
                return False
    except UnreadableSoundError:
        return False
    return there == told


def _unfolded(data: bytes, rate: int) -> Iterator["array.array[int]"]:
    try:
        yield from miniaudio.stream_memory(
            data,
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=rate,
        )
    except miniaudio.MiniaudioError as error:
        raise UnreadableSoundError("not a sound that can be played") from error


def as_wav(sound: Sound) -> bytes:
    """The bytes of a WAV file."""
    data = io.BytesIO()
    with wave.open(data, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(BYTES_PER_FRAME)
        file.setframerate(sound.rate)
        file.writeframes(sound.pcm)
    return data.getvalue()
