"""Which microphones there are, and how one is turned on; or the sound files that stand for them."""

import os
import threading
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import miniaudio

from app.microphone import samples
from app.microphone.protocol import NONE, SETTING, Microphone
from app.microphone.samples import BYTES_PER_FRAME, NoRecordingError
from app.model.recordings import FRAMES_A_SECOND

Take = Callable[[bytes], None]
"""Is given samples of 16 bits as they come, from any thread."""

_BETWEEN = "|"
_PLAYED = b".monitor"
_PERIOD_MS = 50
_DENIED, _BUSY = -6, -19
"""Of miniaudio's results: Windows says that we may not, or that another program has it."""


def microphones() -> tuple[Microphone, ...]:
    """The microphones of this computer; none of them is turned on."""
    made_up = os.environ.get(SETTING, "")
    if made_up:
        paths = () if made_up == NONE else made_up.split(_BETWEEN)
        return tuple(Microphone(path, Path(path).stem) for path in paths)
    return tuple(Microphone(_name_of(each), each["name"]) for each in _there())


def turned_on(take: Take, microphone: str = "") -> Callable[[], None]:
    """Turn a microphone on.

    Args:
        take: is given what it hears.
        microphone: its ``id``, as :func:`microphones` says it; empty for the one that this computer
            is set to use.

    Returns:
        What turns it off.

    Raises:
        NoRecordingError: it cannot be turned on.

    """
    made_up = os.environ.get(SETTING, "")
    if made_up == NONE:
        raise NoRecordingError("not_there")
    if made_up:
        return _played(Path(microphone or made_up.split(_BETWEEN)[0]), take)
    chosen = _chosen(microphone) if microphone else None
    try:
        device: Any = miniaudio.CaptureDevice(
            input_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=FRAMES_A_SECOND,
            buffersize_msec=_PERIOD_MS,
            device_id=chosen,
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


def _there() -> list[dict[str, Any]]:
    """The microphones as miniaudio tells of them; Linux lists what loudspeakers play among them."""
    try:
        found = miniaudio.Devices()
        captures: list[dict[str, Any]] = found.get_captures()
    except miniaudio.MiniaudioError:
        return []
    if found.backend == "Null":
        return []
    return [each for each in captures if not _bytes_of(each).endswith(_PLAYED)]


def _bytes_of(device: dict[str, Any]) -> bytes:
    """What the system calls it; what is left of miniaudio's room for it is empty."""
    return bytes(miniaudio.ffi.buffer(device["id"])).rstrip(b"\0")


def _name_of(device: dict[str, Any]) -> str:
    return _bytes_of(device).hex()


def _chosen(microphone: str) -> Any:
    """The one of this name, for miniaudio.

    Raises:
        NoRecordingError: it is not there any more.

    """
    for each in _there():
        if _name_of(each) == microphone:
            return each["id"]
    raise NoRecordingError("not_there")


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
    return NoRecordingError("no_answer" if _there() else "not_there")


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
