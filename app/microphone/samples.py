"""Samples of a recording: how loud they are, where speech begins and ends, how they are kept."""

import array
import io
import math
import sys
from collections.abc import Iterator
from pathlib import Path

import av
import av.error
from av.container import InputContainer

from app.microphone.protocol import Reason
from app.model.recordings import FRAMES_A_SECOND, LONGEST_SECONDS

BYTES_PER_FRAME = 2
LARGEST_FILE = 80_000_000
"""Bytes of a file that is taken in: three minutes are at most half of it, in any usual form."""
_FORMS = "wav,aiff,flac,mp3,ogg,mov,amr,aac"
"""What phones and computers record: others name further files and places, which would be read."""
_SPOKEN = ("aac", "alac", "amrnb", "amrwb", "flac", "mp3", "mp3float", "opus", "vorbis")
_PLAIN = "pcm_"

_FULL = 32_768
_QUIETEST_DECIBELS = -60.0
_BLOCK = FRAMES_A_SECOND // 50
_BEFORE, _AFTER = FRAMES_A_SECOND // 4, FRAMES_A_SECOND // 2
"""So much of the silence around speech stays, so that nothing soft at its edges is cut off."""
_FADE = FRAMES_A_SECOND // 100
_SPEECH = 4
"""Times as loud as the quietest tenth: that is speech, or something else than the room."""
_FINEST_BITS, _MOST_LEFT_OUT = 12, 3
"""Of a loud recording the lowest bits hold the microphone's own noise, which is a third of a file:
what is left out of it lies 70 decibels below what is said."""
_WITHOUT_ROOM = {"metadata_header_padding": "0"}
"""Nobody writes titles and names into it later."""
_LEAST = 160
"""Of 32 768; nothing below it is taken for speech."""


class NoRecordingError(Exception):
    """There is no recording."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


def samples_of(data: bytes) -> "array.array[int]":
    """Samples of 16 bits, from little-endian bytes."""
    samples = array.array("h", data)
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def level(samples: "array.array[int]") -> float:
    """How loud samples are, from 0 to 1, in steps that sound alike to the ear."""
    peak = _peak(samples)
    if not peak:
        return 0.0
    decibels = 20 * math.log10(peak / _FULL)
    return round(min(max(1 - decibels / _QUIETEST_DECIBELS, 0.0), 1.0), 3)


def trimmed(samples: "array.array[int]") -> "array.array[int]":
    """The same without the silence at its beginning and end, of which a little stays.

    Raises:
        NoRecordingError: all of it is silence, as of a microphone that is switched off.

    """
    peaks = [_peak(samples[at : at + _BLOCK]) for at in range(0, len(samples), _BLOCK)]
    if not any(peaks):
        raise NoRecordingError("nothing_heard")
    room = sorted(peaks)[len(peaks) // 10]
    # Where somebody speaks all the time, the quietest tenth is speech too.
    loud = max(_LEAST, min(room * _SPEECH, max(peaks) // _SPEECH))
    spoken = [number for number, peak in enumerate(peaks) if peak >= loud]
    if not spoken:  # very quiet, and perhaps all there is
        return samples
    start = max(0, spoken[0] * _BLOCK - _BEFORE)
    end = min(len(samples), (spoken[-1] + 1) * _BLOCK + _AFTER)
    return _faded(samples[start:end])


def kept_of(samples: "array.array[int]") -> bytes:
    """What is kept of a recording, as FLAC: speech, with less than a megabyte a minute.

    Raises:
        NoRecordingError: all of it is silence.

    """
    return as_flac(coarser(trimmed(samples)))


def coarser(samples: "array.array[int]") -> "array.array[int]":
    """The same without the bits that hold nothing but noise."""
    bits = min(max(_peak(samples).bit_length() - _FINEST_BITS, 0), _MOST_LEFT_OUT)
    if not bits:
        return samples
    half, most = 1 << bits - 1, (_FULL - 1) >> bits
    every = (*range(_FULL), *range(-_FULL, 0))
    of_each = [min(each + half >> bits, most) << bits for each in every]
    return array.array("h", map(of_each.__getitem__, samples))  # negative ones count from the end


def as_flac(samples: "array.array[int]") -> bytes:
    """The bytes of a FLAC file: much less than WAV would be, and nothing of these is lost."""
    out = io.BytesIO()
    with av.open(out, "w", format="flac", options=_WITHOUT_ROOM) as file:
        stream = file.add_stream("flac", rate=FRAMES_A_SECOND, layout="mono")
        stream.format = "s16"
        stream.options = {"compression_level": "8"}
        frame = av.AudioFrame(format="s16", layout="mono", samples=len(samples))
        frame.sample_rate = FRAMES_A_SECOND
        frame.pts = 0
        frame.planes[0].update(samples.tobytes().ljust(frame.planes[0].buffer_size, b"\0"))
        for each in (frame, None):
            file.mux(stream.encode(each))
    return out.getvalue()


def read_file(path: Path) -> bytes:
    """What stands in a sound file; pipes and devices, which may never end, are none.

    Raises:
        NoRecordingError: it cannot be read, or is far too large.

    """
    try:
        if not path.is_file():
            raise NoRecordingError("not_read")
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise NoRecordingError("not_read") from error
    if len(data) > LARGEST_FILE:
        raise NoRecordingError("too_large")
    return data


def of_file(data: bytes) -> "array.array[int]":
    """The samples of a sound file; what is damaged in it is left out.

    Raises:
        NoRecordingError: it is none that can be read, or too long.

    """
    most = (LONGEST_SECONDS + 1) * FRAMES_A_SECOND
    samples = array.array("h")
    try:
        with av.open(io.BytesIO(data), "r", options={"format_whitelist": _FORMS}) as file:
            for chunk in _unfolded(file):  # a few bytes may unfold to hours
                samples.frombytes(chunk)
                if len(samples) > most:
                    raise NoRecordingError("too_long")
    except (av.error.FFmpegError, ValueError) as error:
        raise NoRecordingError("not_a_sound") from error
    if not samples:
        raise NoRecordingError("not_a_sound")
    return samples


def _unfolded(file: InputContainer) -> Iterator[bytes]:
    """The first sound in a file, as samples of one channel at our speed."""
    if not file.streams.audio:
        return
    stream = file.streams.audio[0]
    if stream.codec_context.name not in _SPOKEN and not stream.codec_context.name.startswith(
        _PLAIN
    ):
        return
    even = av.AudioResampler(format="s16", layout="mono", rate=FRAMES_A_SECOND)
    for packet in file.demux(stream):
        try:
            frames = packet.decode()
        except av.error.InvalidDataError:
            continue
        for frame in frames:
            yield from map(_bytes_of, even.resample(frame))
    yield from map(_bytes_of, even.resample(None))


def _bytes_of(frame: av.AudioFrame) -> bytes:
    """Without what is left of the room that FFmpeg made for it."""
    return bytes(frame.planes[0])[: frame.samples * BYTES_PER_FRAME]


def _peak(samples: "array.array[int]") -> int:
    if not samples:
        return 0
    highest, lowest = max(samples), min(samples)
    return max(highest, -lowest)


def _faded(samples: "array.array[int]") -> "array.array[int]":
    """The same with soft edges: a cut in the middle of a wave is heard as a click."""
    for place in range(min(_FADE, len(samples) // 2)):
        samples[place] = samples[place] * place // _FADE
        samples[-1 - place] = samples[-1 - place] * place // _FADE
    return samples
