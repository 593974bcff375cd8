"""How often a wrong PIN was tried, so that each further try waits longer; never for good.

It is remembered on the computer, not beside the notebook, so that a copy of the notebook in
another folder does not start anew. Whoever can delete files of this account can make it forget;
it keeps somebody at the keyboard from trying all PINs, and not somebody who owns the computer.
"""

import contextlib
import math
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import msgspec

from app.model.errors import TooSoonError
from app.store import files

FREE = 3
"""Wrong tries without a wait."""
WAITS = (2, 5, 15, 30, 60, 120, 300)
"""Seconds after each wrong try from then on; the last for all that follow."""


class _Wrong(msgspec.Struct, frozen=True):
    """The wrong tries of one notebook.

    Attributes:
        count: how many, without a right one between them.
        at: when the last one was, in seconds of the computer's clock.
        ticks: the same in seconds since the computer was started, which nobody can set.

    """

    count: Annotated[int, msgspec.Meta(ge=1)]
    at: float
    ticks: float


class Tries:
    """A small file; damaged or not there, it counts as empty."""

    def __init__(
        self,
        file: Path,
        *,
        clock: Callable[[], float] = time.time,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._file = file
        self._clock = clock
        self._ticks = ticks
        self._turn = threading.Lock()

    def begin(self, lock: str) -> None:
        """Count a try before it is made, so that breaking it off wins nothing.

        Args:
            lock: what is tried, as :attr:`app.store.keyfile.KeyFile.lock` calls it.

        Raises:
            TooSoonError: it has to wait; this try does not count.

        """
        with self._turn:
            known = self._read()
            before = known.get(lock)
            count = before.count if before else 0
            since = self._since(before) if before else 0.0
            left = _wait(count) - since
            if left > 0:
                self._write(known | {lock: self._ago(since, count)})
                raise TooSoonError(math.ceil(left))
            self._write(known | {lock: self._ago(0.0, count + 1)})

    def succeeded(self, lock: str) -> None:
        """Forget the wrong tries: somebody opened it."""
        with self._turn:
            known = self._read()
            if known.pop(lock, None):
                self._write(known)

    def _since(self, wrong: _Wrong) -> float:
        """Seconds since the last wrong try; none if nothing tells.

        The clock can be set, and the ticks begin anew with the computer: the one that shows less
        is believed, and one that runs backwards is not.
        """
        shown = (self._clock() - wrong.at, self._ticks() - wrong.ticks)
        return min((each for each in shown if each >= 0), default=0.0)

    def _ago(self, seconds: float, count: int) -> _Wrong:
        """A wrong try so long ago, as the clock and the ticks are now."""
        return _Wrong(count=count, at=self._clock() - seconds, ticks=self._ticks() - seconds)

    def _read(self) -> dict[str, _Wrong]:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=dict[str, _Wrong])
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return {}

    def _write(self, known: dict[str, _Wrong]) -> None:
        """Keep it if that can be done: a full disk must not shut anybody out."""
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            files.write_whole(self._file, msgspec.json.encode(known))


def _wait(count: int) -> int:
    return WAITS[min(count - FREE, len(WAITS)) - 1] if count > FREE else 0
