"""Which cameras there are, and how each is turned on, on the three systems."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import av
from av.device import enumerate_input_devices

from app.camera.protocol import NONE, SETTING, Camera, Reason

_BETWEEN = "|"
_MADE_UP = "lavfi"
_DRIVER = {"win32": "dshow", "darwin": "avfoundation"}.get(sys.platform, "v4l2")
_SCREEN = "Capture screen"
"""macOS lists the screen among the cameras; nobody wants a photo of their plan."""
_WISHES: tuple[dict[str, str], ...] = (
    {"video_size": "1280x720", "framerate": "30"},
    {"framerate": "30"},
    {},
)
"""How the camera is asked for its picture, until it can do what it is asked for."""
SAID_NO = (av.error.FFmpegError, OSError, ValueError)
"""What comes of a driver that does not do what it is asked for."""


class NoPictureError(Exception):
    """There is no picture from the camera."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


def cameras() -> tuple[Camera, ...]:
    """The cameras of this computer; none of them is turned on."""
    made_up = os.environ.get(SETTING, "")
    if made_up:
        graphs = () if made_up == NONE else made_up.split(_BETWEEN)
        return tuple(Camera(f"{_MADE_UP}:{graph}", graph) for graph in graphs)
    try:
        found = enumerate_input_devices(_DRIVER)
    except SAID_NO:
        return ()
    return tuple(
        Camera(f"{_DRIVER}:{_address(each.name)}", each.description or each.name)
        for each in found
        if _is_camera(each.name, each.description, each.media_types)
    )


def turned_on(camera: str) -> av.container.InputContainer:
    """The camera, turned on; closing what is given turns it off.

    Args:
        camera: its ``id``, as :func:`cameras` says it.

    Raises:
        NoPictureError: it cannot be turned on.

    """
    driver, _, address = camera.partition(":")
    last: Exception | None = None
    for wish in _wishes(driver):
        try:
            return av.open(address, format=driver, options=wish)
        except (PermissionError, FileNotFoundError) as error:
            raise NoPictureError(reason(error)) from error
        except SAID_NO as error:
            last = error
    raise NoPictureError(reason(last)) from last


def reason(error: BaseException | None) -> Reason:
    """Why there is no picture, from what the driver says."""
    if isinstance(error, PermissionError):
        return "not_allowed"
    gone = isinstance(error, FileNotFoundError) or getattr(error, "errno", None) in _GONE
    return "not_there" if gone else "no_answer"


_GONE = {6, 19}
"""ENXIO and ENODEV: unplugged."""


def _wishes(driver: str) -> Iterator[dict[str, str]]:
    if driver == _MADE_UP:
        yield {}
        return
    if driver == "v4l2":
        yield {**_WISHES[0], "input_format": "mjpeg"}
    yield from _WISHES


def _address(name: str) -> str:
    """How a camera is called when it is turned on."""
    is_plain = _DRIVER == "dshow" and not name.startswith("video=")
    return f"video={name}" if is_plain else name


def _is_camera(name: str, description: str, kinds: list[str]) -> bool:
    if kinds and "video" not in kinds:
        return False
    if description.startswith(_SCREEN):
        return False
    return _DRIVER != "v4l2" or _gives_pictures(Path(name))


def _gives_pictures(device: Path) -> bool:
    """Whether a device of Linux is the first of its camera; the others only describe pictures."""
    try:
        index = Path("/sys/class/video4linux", device.name, "index").read_text("ascii")
    except OSError:
        return True
    return index.strip() == "0"
