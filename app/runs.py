"""Whether the program was cut off: killed, or with the power gone, before anybody closed it.

As long as a window is open, a small file in the program's own folder says since when, and a lock
holds it. One that nobody holds any more is of a run that was cut off; whoever starts the program
next takes it away. It holds a time and nothing else.
"""

import contextlib
import datetime
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from app import locks


class Runs:
    """The runs of the program on this account.

    Args:
        folder: where their files lie.

    Attributes:
        cut_off: when those began that were found to be cut off, the newest first; empty until
            :meth:`begin`.

    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own: tuple[Path, int] | None = None
        self.cut_off: tuple[datetime.datetime, ...] = ()

    def begin(self) -> None:
        """Look for runs that were cut off, and let this one be known.

        Where nothing can be written or locked, nothing is found: nobody's work depends on it.
        """
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self.cut_off = tuple(sorted(self._left(), reverse=True))
            path = self._folder / secrets.token_hex(8)
            self._own = path, os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            if locks.taken(self._own[1]) is None:
                self.end()
            else:
                now = datetime.datetime.now(datetime.UTC)
                os.write(self._own[1], now.isoformat(timespec="minutes").encode())

    def end(self) -> None:
        """The program was closed."""
        if self._own is None:
            return
        path, handle = self._own
        self._own = None
        os.close(handle)  # Windows removes no open file
        with contextlib.suppress(OSError):
            path.unlink()

    def _left(self) -> Iterator[datetime.datetime]:
        for path in self._folder.iterdir():
            handle = os.open(path, os.O_RDWR)
            try:
                left = locks.taken(handle) is True
                written = os.read(handle, 100) if left else b""
            finally:
                os.close(handle)
            if left:
                path.unlink()
                with contextlib.suppress(ValueError):
                    yield datetime.datetime.fromisoformat(written.decode())
