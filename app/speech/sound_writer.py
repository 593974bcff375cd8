"""Sound written to a file as it is made: WAV, MP3 or Ogg (Opus), with titles and chapters.

However long it is, no more than one sentence of it is in memory. FFmpeg, which PyAV brings, puts
chapters into the beginning of a file, and where they begin is known only at the end: so what was
written is copied into a second file with its chapters, packet by packet, without being coded anew.
"""

import dataclasses
import os
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

import av
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import OutputContainer

from app.speech.sound import BYTES_PER_FRAME, FRAMES_A_SECOND

if TYPE_CHECKING:
    from av.container.core import Chapter

Form = Literal["wav", "mp3", "ogg"]

HOLDS_CHAPTERS: frozenset[Form] = frozenset({"mp3", "ogg"})
"""In which all parts can be one file. Hardly any player finds a part within a WAV file."""

_CODECS: dict[Form, tuple[str, int, int]] = {
    "wav": ("pcm_s16le", FRAMES_A_SECOND, 0),
    "mp3": ("libmp3lame", FRAMES_A_SECOND, 48_000),
    "ogg": ("libopus", 24_000, 32_000),
}
"""The codec, frames a second, and bits a second: enough for one voice. Opus knows no 22,050 frames.
FFmpeg's own Vorbis is marked as an experiment, and the wheels hold no other."""

_TIME = Fraction(1, FRAMES_A_SECOND)
_NOTHING_OF_US = {"fflags": "+bitexact"}
"""No version of a program stands in the file."""


@dataclasses.dataclass(frozen=True, slots=True)
class Mark:
    """Where a chapter begins, in frames, and what it is called."""

    frame: int
    title: str


class _Disk:
    """A new file for FFmpeg to write to, which only its owner may read.

    What goes wrong is kept for :meth:`check`, and nothing is written after it: FFmpeg would try
    again while it tidies up, and tell of it in its own words.
    """

    def __init__(self, path: Path) -> None:
        binary = getattr(os, "O_BINARY", 0)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | binary, 0o600)
        self._file = os.fdopen(handle, "wb", buffering=0)
        self._wrong: OSError | None = None

    def write(self, data: bytes) -> int:
        """Write all of it."""
        rest = memoryview(data)
        while rest and self._wrong is None:
            try:
                rest = rest[self._file.write(rest) or 0 :]
            except OSError as error:
                self._wrong = error
        return len(data)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place in it."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """The place that it is at."""
        return self._file.tell()

    def check(self) -> None:
        """Say what went wrong, if anything did."""
        if self._wrong is not None:
            raise self._wrong

    def settle(self) -> None:
        """Have it all on the disk."""
        self.check()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Let go of it."""
        self._file.close()


class SoundFile:
    """A sound file that is being written. What goes wrong with the disk is an ``OSError``.

    Args:
        path: a new file, which only its owner may read.
        form: what it is.
        title: what players show.
        lang: the language of the title.

    Attributes:
        frames: how much there is so far, ``FRAMES_A_SECOND`` of them a second.

    """

    def __init__(self, path: Path, form: Form, *, title: str, lang: str) -> None:
        self.path, self.frames = path, 0
        codec, rate, bits = _CODECS[form]
        self._form: Form = form
        self._about = {"title": title, "language": lang}
        self._disk = _Disk(path)
        self._container = _opened(self._disk, form)
        self._container.metadata.update(self._about)
        stream = self._container.add_stream(codec, rate=rate, layout="mono")
        self._stream = cast("AudioStream", stream)
        if bits:
            self._stream.bit_rate = bits
        coding = self._stream.codec_context
        self._resampler = AudioResampler(format=coding.format, layout="mono", rate=rate)

    def write(self, pcm: bytes) -> None:
        """Add samples: 16 bits, one channel, ``FRAMES_A_SECOND`` a second."""
        samples = len(pcm) // BYTES_PER_FRAME
        if not samples:
            return
        frame = av.AudioFrame(format="s16", layout="mono", samples=samples)
        frame.planes[0].update(pcm)
        frame.sample_rate, frame.pts, frame.time_base = FRAMES_A_SECOND, self.frames, _TIME
        self.frames += samples
        self._encode(frame)

    def finish(self, marks: Sequence[Mark] = ()) -> None:
        """Nothing more comes; on the disk when this returns, with its chapters if there are any."""
        self._encode(None)
        for packet in self._stream.encode(None):
            self._container.mux(packet)
        self._container.close()
        self._disk.settle()
        self._disk.close()
        if marks:
            self._add(marks)

    def close(self) -> None:
        """Let go of the file as it is; once more does nothing."""
        self._container.close()
        self._disk.close()

    def _encode(self, frame: av.AudioFrame | None) -> None:
        for each in self._resampler.resample(frame):
            for packet in self._stream.encode(each):
                self._container.mux(packet)
        self._disk.check()

    def _add(self, marks: Sequence[Mark]) -> None:
        """Copy the file into one with chapters, and put that in its place."""
        whole = self.path.with_name(f"{self.path.name}.chapters")
        disk = _Disk(whole)
        try:
            with (
                self.path.open("rb") as old,
                av.open(old, "r") as source,
                _opened(disk, self._form) as target,
            ):
                target.metadata.update(self._about)
                target.set_chapters(self._chapters(marks))
                stream = target.add_stream_from_template(source.streams.audio[0])
                for packet in source.demux(source.streams.audio[0]):
                    if packet.dts is not None:
                        packet.stream = stream
                        target.mux(packet)
            disk.settle()
            disk.close()
            whole.replace(self.path)
        finally:
            disk.close()
            whole.unlink(missing_ok=True)

    def _chapters(self, marks: Sequence[Mark]) -> list["Chapter"]:
        ends = (*(mark.frame for mark in marks[1:]), self.frames)
        return [
            {
                "id": number,
                "start": mark.frame,
                "end": end,
                "time_base": _TIME,
                "metadata": {"title": mark.title},
            }
            for number, (mark, end) in enumerate(zip(marks, ends, strict=True))
        ]


def _opened(disk: _Disk, form: Form) -> OutputContainer:
    return av.open(disk, "w", format=form, options=_NOTHING_OF_US)
