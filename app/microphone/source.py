"""The microphone that the computer's user has chosen, or the sound file that stands for it."""

import os
import threading
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import miniaudio

from app.microphone import samples
from app.microphone.protocol import NONE, SETTING
from app.microphone.samples import BYTES_PER_FRAME, NoRecordingError
from app.model.recordings import FRAMES_A_SECOND

Take = Callable[[bytes], None]
"""Is given samples of 16 bits as they come, from any thread."""

_PERIOD_MS = 50
_DENIED, _BUSY = -6, -19
"""Of miniaudio's results: Windows says that we may not, or that another program has it."""


def turned_on(take: Take) -> Callable[[], None]:
    """Turn the microphone on.

    Returns:
        What turns it off.

    Raises:
        NoRecordingError: it cannot be turned on.

    """
    made_up = os.environ.get(SETTING, "")
    if made_up == NONE:
        raise NoRecordingError("not_there")
    if made_up:
        return _played(Path(made_up), take)
    try:
        device: Any = miniaudio.CaptureDevice(
            input_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=FRAMES_A_SECOND,
            buffersize_msec=_PERIOD_MS,
            app_name="Alongside",
        )
        if device.backend == "Null":
            device.close()
            raise NoRecordingError("not_there")
        feed = _feed(take)
        next(feed)
        device.start(feed)
    except miniaudio.MiniaudioError as error:
        raise _why(error) from error
    close: Callable[[], None] = device.close
    return close


def _feed(take: Take) -> Generator[None, bytes, None]:
    """What miniaudio's thread gives samples to."""
    while True:
        data = yield
        take(data)


def _why(error: miniaudio.MiniaudioError) -> NoRecordingError:
    """Why a microphone could not be turned on; drivers hardly ever say that there is none."""
    if _DENIED in error.args:
        return NoRecordingError("not_allowed")
    if _BUSY in error.args:
        return NoRecordingError("no_answer")
    try:
        there = miniaudio.Devices().get_captures()
    except miniaudio.MiniaudioError:
        there = []
    return NoRecordingError("no_answer" if there else "not_there")


def _played(path: Path, take: Take) -> Callable[[], None]:
    """A file as if somebody said it now; at its end the microphone is unplugged."""
    data = samples.of_file(path.read_bytes()).tobytes()
    off = threading.Event()
    step = FRAMES_A_SECOND * _PERIOD_MS // 1000 * BYTES_PER_FRAME

    def play() -> None:
        begun = time.monotonic()
        for number, at in enumerate(range(0, len(data), step), 1):
            if off.wait(max(0.0, begun + number * _PERIOD_MS / 1000 - time.monotonic())):
                return
            take(data[at : at + step])

    threading.Thread(target=play, name="made-up microphone", daemon=True).start()
    return off.set
