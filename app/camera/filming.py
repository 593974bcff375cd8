"""A camera that is on: small pictures when they are asked for, one photo, and then it is off."""

import contextlib
import io
import threading
import time
from collections.abc import Callable, Iterator

import av
from PIL import Image

from app.camera.devices import SAID_NO, NoPictureError, reason, turned_on
from app.camera.protocol import Event, Failed, Reason, Seen, Taken

UNSEEN_SECONDS = 5.0
"""When nobody asked for a picture for so long, nobody looks: the camera goes off."""

_LEAST_BETWEEN = 1 / 15
"""Seconds from one small picture to the next."""
_SMALL = 640
_SMALL_QUALITY, _PHOTO_QUALITY = 75, 95
_FIRST_DARK = 5
"""Cameras begin in the dark: so many pictures pass before one can be the photo."""


class Filming:
    """Reads a camera on a thread of its own, since a driver may keep it waiting for ever.

    Args:
        tell: takes events, from any thread.
        camera: which one.

    """

    def __init__(
        self,
        tell: Callable[[Event], None],
        camera: str,
    ) -> None:
        self._tell = tell
        self._camera = camera
        self._wanted = threading.Event()
        self._photo = threading.Event()
        self._off = threading.Event()
        self._asked_at = time.monotonic()
        self._thread = threading.Thread(target=self._run, name="camera", daemon=True)
        self._thread.start()

    def show(self) -> None:
        """Send the next small picture."""
        self._asked_at = time.monotonic()
        self._wanted.set()

    def take(self) -> None:
        """Send the photo and turn the camera off."""
        self._asked_at = time.monotonic()
        self._photo.set()

    def end(self, *, patience: float) -> bool:
        """Turn the camera off; False where its driver does not let go of it in time."""
        self._off.set()
        self._thread.join(patience)
        return not self._thread.is_alive()

    def _run(self) -> None:
        failed: Reason | None = None
        photo: bytes | None = None
        try:
            with turned_on(self._camera) as container:
                photo = self._follow(container)
        except NoPictureError as error:
            failed = error.reason
        except SAID_NO as error:
            failed = reason(error)
        if photo is not None:  # the camera is off by now
            self._tell(Taken(photo))
        elif not self._off.is_set():
            self._tell(Failed(failed or "not_there"))

    def _follow(self, container: av.container.InputContainer) -> bytes | None:
        """Look at every picture until one is the photo, or none is wanted any more."""
        shown = 0.0
        for number, frame in enumerate(_pictures(container)):
            now = time.monotonic()
            if self._off.is_set():
                return None
            if now - self._asked_at > UNSEEN_SECONDS:
                raise NoPictureError("no_answer")
            if self._photo.is_set() and number >= _FIRST_DARK:
                return _jpeg(frame, _PHOTO_QUALITY)
            if self._wanted.is_set() and now - shown >= _LEAST_BETWEEN:
                self._wanted.clear()
                shown = now
                self._tell(Seen(_jpeg(_small(frame), _SMALL_QUALITY)))
        return None


def _pictures(container: av.container.InputContainer) -> Iterator[av.VideoFrame]:
    """Every picture that can be read; one that came damaged over the cable is no reason to end."""
    for packet in container.demux(video=0):
        with contextlib.suppress(av.error.InvalidDataError):
            yield from packet.decode()


def _small(frame: av.VideoFrame) -> av.VideoFrame:
    scale = min(1.0, _SMALL / max(frame.width, frame.height))
    width, height = (max(2, round(each * scale)) for each in (frame.width, frame.height))
    return frame.reformat(width=width, height=height)


def _jpeg(frame: av.VideoFrame, quality: int) -> bytes:
    plain = frame.reformat(format="rgb24")
    dots = plain.planes[0]
    size = (plain.width, plain.height)
    image = Image.frombuffer("RGB", size, bytes(dots), "raw", "RGB", dots.line_size, 1)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()
