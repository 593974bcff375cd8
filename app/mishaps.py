"""What went wrong since the program was started: what kind of error, and where in the code.

Nothing else of an error is kept: what it says may hold words of a plan, a name or a folder. It is
kept in memory alone and is gone when the program ends.
"""

import collections
import dataclasses
import datetime
import sys
import threading
import traceback
from collections.abc import Iterator
from types import TracebackType

MOST = 20
_DEEPEST = 12
"""Places of an error, the innermost last."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Mishap:
    """An error without what it said.

    Attributes:
        at: when, in UTC.
        kinds: the type of it, then of what it came from.
        places: module, line and function, the innermost last.

    """

    at: datetime.datetime
    kinds: tuple[str, ...]
    places: tuple[str, ...]


class Mishaps:
    """The last of them; may be told in any thread."""

    def __init__(self) -> None:
        self._kept: collections.deque[Mishap] = collections.deque(maxlen=MOST)

    def note(self, error: BaseException) -> None:
        """Keep what kind of error this was, and where."""
        self._kept.append(
            Mishap(
                at=datetime.datetime.now(datetime.UTC),
                kinds=tuple(
                    f"{type(e).__module__}.{type(e).__qualname__}" for e in _line_of(error)
                ),
                places=tuple(_places(error.__traceback__))[-_DEEPEST:],
            )
        )

    def listen(self) -> None:
        """Note from now on also what nobody caught, in the window's thread and in others."""
        before, before_threads = sys.excepthook, threading.excepthook

        def uncaught(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            self.note(error)
            before(kind, error, trace)

        def uncaught_in_thread(told: threading.ExceptHookArgs) -> None:
            if told.exc_value is not None:
                self.note(told.exc_value)
            before_threads(told)

        sys.excepthook, threading.excepthook = uncaught, uncaught_in_thread

    @property
    def latest(self) -> tuple[Mishap, ...]:
        """The newest first."""
        return tuple(reversed(self._kept))


def _line_of(error: BaseException) -> Iterator[BaseException]:
    """It, and what it came from."""
    seen: set[int] = set()
    found: BaseException | None = error
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        yield found
        found = found.__cause__ or found.__context__


def _places(trace: TracebackType | None) -> Iterator[str]:
    for frame, line in traceback.walk_tb(trace):
        yield f"{frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_qualname}"
