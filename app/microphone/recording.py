"""One recording: sound as it comes, how loud it is, and at the end what is kept of it."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from app.microphone import samples, source
from app.microphone.protocol import Event, Failed, Heard, Reason, Recorded
from app.microphone.samples import BYTES_PER_FRAME, NoRecordingError
from app.model.recordings import FRAMES_A_SECOND, LONGEST_SECONDS

SILENT_SECONDS = 2.0
"""When nothing came for so long, not even silence, the microphone was unplugged."""

_MOST = LONGEST_SECONDS * FRAMES_A_SECOND * BYTES_PER_FRAME
_LOOK_SECONDS = 0.1


class Recording:
    """Records on a thread of its own, since a driver may keep it waiting for ever.

    Args:
        tell: takes events, from any thread.
        microphone: which one; empty for the one that this computer is set to use.

    """

    def __init__(self, tell: Callable[[Event], None], microphone: str = "") -> None:
        self._tell = tell
        self._microphone = microphone
        self._pcm = bytearray()
        self._done = threading.Event()
        self._off = threading.Event()
        self._came_at = time.monotonic()
        self._thread = threading.Thread(target=self._run, name="recording", daemon=True)
        self._thread.start()

    def done(self) -> None:
        """Send what was recorded."""
        self._done.set()

    def end(self, *, patience: float) -> bool:
        """Forget all of it; False where the driver does not let go of the microphone in time."""
        self._off.set()
        self._done.set()
        self._thread.join(patience)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            turn_off = source.turned_on(self._take, self._microphone)
            try:
                self._came_at = time.monotonic()
                self._wait()
            finally:
                turn_off()
            if not self._off.is_set():
                self._tell(self._recorded())
        except NoRecordingError as error:
            self._fail(error.reason)
        except OSError:
            self._fail("no_answer")

    def _wait(self) -> None:
        """Until it is done, is full, or the microphone gives nothing any more."""
        while not self._done.wait(_LOOK_SECONDS):
            if len(self._pcm) >= _MOST:
                return
            if time.monotonic() - self._came_at > SILENT_SECONDS:
                raise NoRecordingError("not_there")

    def _take(self, data: bytes) -> None:
        if self._done.is_set() or len(self._pcm) >= _MOST:
            return
        self._came_at = time.monotonic()
        self._pcm += bytes(data)
        seconds = len(self._pcm) / BYTES_PER_FRAME / FRAMES_A_SECOND
        self._tell(Heard(samples.level(samples.samples_of(bytes(data))), round(seconds, 2)))

    def _recorded(self) -> Recorded:
        pcm = bytes(self._pcm[:_MOST])
        flac = samples.kept_of(samples.samples_of(pcm))
        return Recorded(flac, full=len(self._pcm) >= _MOST)

    def _fail(self, reason: Reason) -> None:
        if not self._off.is_set():
            self._tell(Failed(reason))


def taken_in(path: Path) -> Event:
    """The recording that a sound file is made to, or why there is none."""
    try:
        return Recorded(samples.kept_of(samples.of_file(samples.read_file(path))))
    except NoRecordingError as error:
        return Failed(error.reason)
