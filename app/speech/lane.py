"""A thread of one's own: an engine is made, used and left on one and the same."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

_Result = TypeVar("_Result")


class Lane:
    """Does one thing after the other.

    Unlike those of an executor, its thread never holds up the end of the process: engines hang.
    """

    def __init__(self, name: str) -> None:
        self._waiting: queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = (
            queue.SimpleQueue()
        )
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[], _Result]) -> Future[_Result]:
        """Have something done; what it raises is in the future."""
        future: Future[_Result] = Future()
        self._waiting.put((future, work))
        return future

    def close(self, patience: float) -> bool:
        """End after what was asked for so far; False if it hangs for so many seconds."""
        self._waiting.put(None)
        self._thread.join(patience)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while waiting := self._waiting.get():
            future, work = waiting
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(work())
            except BaseException as error:  # noqa: BLE001 - whoever waits for it is told
                future.set_exception(error)
