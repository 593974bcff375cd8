"""Playing sound, and knowing what of it has been heard by now."""

import threading
import time
from collections.abc import Callable, Generator
from types import TracebackType
from typing import Any, Self

import miniaudio

from app.speech.sound import BYTES_PER_FRAME, Sound

_PERIOD_SECONDS = 0.02
_PERIODS = 3
"""The computer asks for one period while the others wait to be heard: 60 ms from here to the ear.
Less would leave gaps while a sentence is rendered; more would be heard after Stop."""

_TICK_SECONDS = 0.01


class _Track:
    """One sound on its way to the ear."""

    def __init__(self, sound: Sound) -> None:
        self._pcm = sound.pcm
        self._rate = sound.rate
        self._given = (0, time.monotonic())

    def take(self, frames: int) -> bytes:
        """The next frames, silence after the end."""
        given = self._given[0]
        chunk = self._pcm[given * BYTES_PER_FRAME : (given + frames) * BYTES_PER_FRAME]
        self._given = (given + frames, time.monotonic())
        return chunk.ljust(frames * BYTES_PER_FRAME, b"\0")

    @property
    def heard(self) -> int:
        """Frames that have been heard: what was given, less what still waits to be."""
        given, when = self._given
        waiting = _PERIODS * _PERIOD_SECONDS - (time.monotonic() - when)
        return max(0, given - max(0, round(waiting * self._rate)))


class Loudspeaker:
    """The computer's sound output, open for as long as one reading lasts.

    Where there is no output, or ``silent`` is wanted, sound is taken in real time and not heard,
    so that the words are still lit at their pace.

    Attributes:
        audible: whether anything can be heard; known once it is open.

    """

    def __init__(self, *, silent: bool = False) -> None:
        self.audible = not silent
        self._rate = 0
        self._frames = 0
        self._track: _Track | None = None
        self._device: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Be silent at once and give the output back."""
        if self._device:
            self._device.close()
            self._device = None

    def begin(self, sound: Sound) -> bool:
        """Start a sound; gives whether the output had to be opened for it.

        Raises:
            miniaudio.MiniaudioError: not even silence can be played.

        """
        self._frames = sound.frames
        self._track = _Track(sound)
        if self._device and self._rate == sound.rate:
            return False
        self.close()
        self._rate = sound.rate
        self._device = self._real() if self.audible else None
        self.audible = self._device is not None
        self._device = self._device or self._started([miniaudio.Backend.NULL])
        return True

    def follow(self, *, until: threading.Event, heard: Callable[[int], None]) -> None:
        """Wait until the sound was heard or is stopped.

        Args:
            until: stops it when set.
            heard: called about 100 times a second with the frames heard so far, while they grow.

        """
        last = -1
        while self._track and not until.wait(_TICK_SECONDS):
            now = min(self._track.heard, self._frames)
            if now > last:
                heard(now)
                last = now
            if now == self._frames:
                break
        self._track = None

    def _real(self) -> Any:
        """The output that the computer's user has chosen, or None where there is none."""
        try:
            device = self._started(None)
        except miniaudio.MiniaudioError:
            return None
        if device.backend != "Null":
            return device
        device.close()
        return None

    def _started(self, backends: list[miniaudio.Backend] | None) -> Any:
        """An output that already asks for sound, so that the first of it is heard at once."""
        device = miniaudio.PlaybackDevice(
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=self._rate,
            buffersize_msec=round(_PERIOD_SECONDS * 1000),
            callback_periods=_PERIODS,
            backends=backends,
            app_name="Alongside",
        )
        feed = self._feed()
        next(feed)
        device.start(feed)
        return device

    def _feed(self) -> Generator[bytes, int, None]:
        """What miniaudio's thread asks for: a number of frames in, their samples out."""
        frames = yield b""
        while True:
            track = self._track
            frames = yield (track.take(frames) if track else bytes(frames * BYTES_PER_FRAME))
