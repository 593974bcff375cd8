"""Playing sound, and knowing what of it has been heard by now."""

import threading
import time
from collections.abc import Generator
from types import TracebackType
from typing import Any, Self

import miniaudio

from app.speech.sound import BYTES_PER_FRAME, FRAMES_A_SECOND, Sound

_PERIOD_SECONDS = 0.02
_PERIODS = 3
"""The computer asks for one period while the others wait to be heard: 60 ms from here to the ear.
Less would leave gaps while a sentence is rendered. Pause and Stop do not wait for it: they take
the output away, and what is in it."""


class _Track:
    """One sound on its way to the ear.

    Attributes:
        tag: what it is known by.
        frames: how long it is.
        skipped: frames left out at its beginning.
        begins: the frame of the output's own time at which it begins; None until it does.

    """

    def __init__(self, tag: int, sound: Sound, skipped: int) -> None:
        self.tag = tag
        self.frames = sound.frames
        self.skipped = min(max(skipped, 0), sound.frames)
        self.begins: int | None = None
        self._pcm = sound.pcm
        self._given = self.skipped

    def take(self, frames: int) -> bytes:
        """The next frames, fewer at the end."""
        chunk = self._pcm[self._given * BYTES_PER_FRAME : (self._given + frames) * BYTES_PER_FRAME]
        self._given += len(chunk) // BYTES_PER_FRAME
        return chunk

    def heard(self, now: int) -> int:
        """Frames of the whole sound that are over at this frame of the output's time."""
        if self.begins is None or now < self.begins:
            return 0
        return min(self.skipped + now - self.begins, self.frames)


class Loudspeaker:
    """The computer's sound output.

    Where there is no output, or ``silent`` is wanted, sound is taken in real time and not heard,
    so that the words are still lit at their pace. Opening it takes some milliseconds; it is given
    back between readings.

    Attributes:
        audible: whether anything can be heard; known once it is open.

    """

    def __init__(self, *, silent: bool = False) -> None:
        self._silent = silent
        self.audible = not silent
        self._device: Any = None
        self._running = False
        self._lock = threading.Lock()
        self._tracks: list[_Track] = []
        self._forget()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def play(self, tag: int, sound: Sound, *, skip: int = 0) -> None:
        """Be heard at once, in place of anything that is.

        Args:
            tag: what :meth:`heard` calls it.
            sound: what to play.
            skip: frames to leave out at its beginning.

        Raises:
            miniaudio.MiniaudioError: not even silence can be played.

        """
        self._check(sound)
        with self._lock:
            self._tracks = [_Track(tag, sound, skip)]
        if self._device is None:
            self._open()

    def then(self, tag: int, sound: Sound) -> None:
        """Be heard right after what is heard now, without a gap."""
        self._check(sound)
        with self._lock:
            self._tracks.append(_Track(tag, sound, 0))

    def only(self, tag: int) -> None:
        """Leave out what was to come after this."""
        with self._lock:
            self._tracks = [each for each in self._tracks if each.tag == tag]

    def pause(self) -> None:
        """Be silent at once, and keep the place."""
        if self._device and self._running:
            self._paused_at = self._now()
            self._running = False
            self._device.stop()

    def resume(self) -> None:
        """Go on from there.

        Raises:
            miniaudio.MiniaudioError: the output is gone.

        """
        if self._device and not self._running:
            self._asked = time.monotonic()
            self._start(self._device)
            self._running = True

    def close(self) -> None:
        """Be silent at once, forget what was to come and give the output back."""
        device, self._device = self._device, None
        if device:
            device.close()
        self._running = False
        self._forget()

    def heard(self) -> tuple[int, int, bool] | None:
        """The tag of what is being heard, its frames heard so far, whether this is the end of all.

        None before anything is heard.
        """
        now = self._now()
        with self._lock:
            begun = [each for each in self._tracks if each.begins is not None]
            heard = [each for each in begun if each.begins is not None and each.begins <= now]
            if not heard:
                return None
            last = heard[-1]
            self._tracks = self._tracks[self._tracks.index(last) :]
            frames = last.heard(now)
            return last.tag, frames, frames == last.frames and len(self._tracks) == 1

    def _forget(self) -> None:
        self._tracks = []
        self._given = 0
        self._asked = time.monotonic()
        self._paused_at = 0
        self._latest = 0

    def _now(self) -> int:
        """The frame of the output's own time that is being heard."""
        if not self._running:
            return self._paused_at
        with self._lock:
            waiting = _PERIODS * _PERIOD_SECONDS - (time.monotonic() - self._asked)
            now = self._given - max(0, round(waiting * FRAMES_A_SECOND))
            self._latest = max(self._latest, now)  # an output that asks late does not go back
            return self._latest

    def _check(self, sound: Sound) -> None:
        if sound.rate != FRAMES_A_SECOND:
            raise ValueError("sound is brought to one speed before it is played")

    def _open(self) -> None:
        self._device = None if self._silent else self._real()
        self.audible = self._device is not None
        if not self._device:
            self._device = self._made([miniaudio.Backend.NULL])
            self._start(self._device)
        self._running = True

    def _real(self) -> Any:
        """The output that the computer's user has chosen, or None where there is none."""
        try:
            device = self._made(None)
            if device.backend != "Null":
                self._start(device)
                return device
            device.close()
        except miniaudio.MiniaudioError:
            pass
        return None

    def _made(self, backends: list[miniaudio.Backend] | None) -> Any:
        return miniaudio.PlaybackDevice(
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=FRAMES_A_SECOND,
            buffersize_msec=round(_PERIOD_SECONDS * 1000),
            callback_periods=_PERIODS,
            backends=backends,
            app_name="Alongside",
        )

    def _start(self, device: Any) -> None:
        feed = self._feed()
        next(feed)
        device.start(feed)

    def _feed(self) -> Generator[bytes, int, None]:
        """What miniaudio's thread asks for: a number of frames in, their samples out."""
        frames = yield b""
        while True:
            frames = yield self._take(frames)

    def _take(self, frames: int) -> bytes:
        """The next frames of what is to be heard, silence where there is nothing."""
        out = bytearray()
        with self._lock:
            for track in self._tracks:
                left = frames - len(out) // BYTES_PER_FRAME
                if not left:
                    break
                if track.begins is None:
                    track.begins = self._given + len(out) // BYTES_PER_FRAME
                out += track.take(left)
            self._given += frames
            self._asked = time.monotonic()
        return bytes(out.ljust(frames * BYTES_PER_FRAME, b"\0"))
