"""Sound as it stands in a file: WAV, AIFF, FLAC, MP3 or Ogg Vorbis are read, WAV is written.

Windows hands speech over as WAV, macOS as AIFF, people have recordings of any kind. All become one
channel of 16 bits at one speed, so that they can follow each other without a gap.
"""

import array
import io
import sys
import wave

import miniaudio

from app.speech.sound import BYTES_PER_FRAME, FRAMES_A_SECOND, Sound


class UnreadableSoundError(Exception):
    """These bytes are not sound that can be played."""


def read(data: bytes) -> Sound:
    """The sound of a file's bytes; it has no words.

    Raises:
        UnreadableSoundError: it is of another kind, damaged, or there is nothing in it.

    """
    try:
        decoded = miniaudio.decode(
            data,
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=FRAMES_A_SECOND,
        )
    except miniaudio.MiniaudioError as error:
        raise UnreadableSoundError("not a sound that can be played") from error
    samples: array.array[int] = decoded.samples
    if not samples:
        raise UnreadableSoundError("nothing in it")
    if sys.byteorder == "big":
        samples.byteswap()
    return Sound(samples.tobytes(), FRAMES_A_SECOND)


def as_wav(sound: Sound) -> bytes:
    """The bytes of a WAV file."""
    data = io.BytesIO()
    with wave.open(data, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(BYTES_PER_FRAME)
        file.setframerate(sound.rate)
        file.writeframes(sound.pcm)
    return data.getvalue()
