"""Folders that nobody else may look into, for what is needed for a moment and then gone.

A process that is killed cannot remove its own. So each is held by a lock as long as its process
lives, and whoever makes the next one removes those that nobody holds any more.
"""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

from app import locks

_PREFIX = "alongside-place-"
_HELD = ".held"

_handles: dict[Path, int] = {}


def make() -> Path:
    """A new folder, held until :func:`discard` or the end of this process.

    Raises:
        OSError: there is no room for one.

    """
    clear_up()
    while True:
        place = Path(tempfile.mkdtemp(prefix=_PREFIX))
        handle = os.open(place / _HELD, os.O_RDWR | os.O_CREAT, 0o600)
        # Between these two lines another process may have taken it for one that was left.
        if locks.taken(handle) is not False and place.exists():
            _handles[place] = handle
            return place
        os.close(handle)


def discard(place: Path) -> None:
    """Remove a folder that :func:`make` made, with all that is in it.

    Raises:
        ValueError: it is none, and somebody's folder would be gone.

    """
    if not place.name.startswith(_PREFIX):
        raise ValueError("that is no private place")
    handle = _handles.pop(place, None)
    if handle is not None:
        os.close(handle)  # Windows removes no open file
    shutil.rmtree(place, ignore_errors=True)


def clear_up() -> None:
    """Remove what processes left behind that were killed."""
    for place in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if place not in _handles and _is_left(place):
                shutil.rmtree(place, ignore_errors=True)


def _is_left(place: Path) -> bool:
    """Whether nobody holds it; one that is just being made has nothing to hold yet."""
    handle = os.open(place / _HELD, os.O_RDWR)
    try:
        return locks.taken(handle) is True
    finally:
        os.close(handle)
