"""The one thread that works on the notebook, and how its results come back to the window."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from app.model.change import Change
from app.model.errors import AlongsideError, OwnFaultError

T = TypeVar("T")


PUT_AWAY = "putAway"
"""The property of a widget to which nothing is delivered any more, nor to what stands on it."""


class Stopped(Exception):  # noqa: N818 - nothing went wrong
    """Somebody stopped what was being done. It is no error, and nobody is told of one."""


class Desk(QObject):
    """Runs use cases one after the other, off the window's thread.

    Signals:
        changed: a use case changed something; carries its :class:`~app.model.change.Change`.
        trouble: the user's world said no; carries the :class:`AlongsideError`.

    """

    changed = Signal(object)
    trouble = Signal(object)
    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="notebook")
        self._closed = False
        self._waiting = self._stoppable = 0
        self._asked: list[Future[Any]] = []
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def somebody_waits(self) -> bool:
        """Whether more was asked for than what is being done; may be read in any thread."""
        return self._waiting > 1

    @property
    def busy(self) -> bool:
        """Whether something asked for has not come back yet."""
        return self._waiting > 0

    @property
    def must_wait(self) -> bool:
        """Whether people can only wait until the screen shows what was asked for.

        Where somebody can stop what is being done, which may take minutes, they need not.
        """
        return self.busy and not self._stoppable

    def do(
        self,
        work: Callable[[], T],
        *,
        owner: QObject,
        then: Callable[[T], None] | None = None,
        failed: Callable[[AlongsideError], None] | None = None,
        stopped: Callable[[], None] | None = None,
    ) -> None:
        """Do ``work`` on the notebook's thread and hand its result to ``then`` in the window's.

        Args:
            work: a use case with its arguments.
            owner: whoever asks; when it is gone by then, the result is not delivered to it.
            then: gets the result.
            failed: gets an error of the user's world; without it :attr:`trouble` tells the window.
            stopped: called when the work was left with :class:`Stopped`. Given where the screen
                offers a way to stop it.

        """
        if self._closed:  # a preview that a timer asks for, while the window is going
            return
        self._waiting += 1
        self._stoppable += stopped is not None
        future = self._pool.submit(work)
        self._asked.append(future)
        future.add_done_callback(
            lambda done: (
                self._done.emit((done, owner, then, failed, stopped))
                if shiboken6.isValid(self)
                else None
            )
        )

    def finish(self) -> AlongsideError | None:
        """Wait for everything that was asked for, and say what of it was refused."""
        refused = None
        for future in list(self._asked):
            error = future.exception()
            if isinstance(error, AlongsideError):
                refused = error
        return refused

    def close(self) -> None:
        """Finish what was asked for and end the thread; what is asked for later is not done."""
        self._closed = True
        self._pool.shutdown(wait=True)

    def _deliver(self, parcel: tuple[Any, QObject, Any, Any, Any]) -> None:
        future, owner, then, failed, stopped = parcel
        self._waiting -= 1
        self._stoppable -= stopped is not None
        self._asked.remove(future)
        error = future.exception()
        if error is None:
            result = future.result()
            if isinstance(result, Change) and result.touched:
                self.changed.emit(result)
            if then is not None and _is_there(owner):
                then(result)
        elif isinstance(error, Stopped):
            if stopped is not None and _is_there(owner):
                stopped()
        elif not isinstance(error, AlongsideError):
            if failed is not None and _is_there(owner):
                failed(OwnFaultError())  # whoever waits for an answer must not wait for ever
            else:
                self.trouble.emit(OwnFaultError())
            raise error
        elif failed is not None and _is_there(owner):
            failed(error)
        else:
            self.trouble.emit(error)


def _is_there(owner: QObject) -> bool:
    """Whether whoever asked is still there: neither gone nor part of a screen that was put away."""
    if not shiboken6.isValid(owner):
        return False
    part: QObject | None = owner
    while part is not None:
        if part.property(PUT_AWAY):
            return False
        part = part.parent()
    return True
