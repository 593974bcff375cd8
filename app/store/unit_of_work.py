"""One change to a notebook: all of it or nothing (``app.usecases.ports.UnitOfWork``)."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from app.model.change import Change
from app.model.ids import ActionId, RecordId
from app.store import cipher, faults
from app.store.actions import NotebookActions
from app.store.events import NotebookEvents
from app.store.facts import NotebookFacts
from app.store.media import NotebookMedia
from app.store.picture_sets import NotebookPictureSets
from app.store.records import NotebookRecords
from app.store.unfinished import NotebookUnfinished


class Turn:
    """Lets one unit of work of this process at the notebook at a time, in turn.

    SQLite would make the others sleep for ever longer; a lock wakes them at once.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._holder: int | None = None

    def take(self) -> None:
        """Wait for the turn.

        Raises:
            InUseError: it did not come.
            RuntimeError: this thread has it already and would wait for itself.

        """
        if self._holder == threading.get_ident():
            raise RuntimeError("a unit of work is open in this thread; leave it first")
        if not self._lock.acquire(timeout=cipher.PATIENCE_SECONDS):
            raise faults.in_use(self._name)
        self._holder = threading.get_ident()

    def give(self) -> None:
        """Let the next one."""
        self._holder = None
        self._lock.release()

    @contextlib.contextmanager
    def taken(self) -> Iterator[None]:
        """Hold the turn for a block."""
        self.take()
        try:
            yield
        finally:
            self.give()


class NotebookUnitOfWork:
    """Records, photos, sets, unfinished typing, actions, events and facts of one transaction.

    It holds the notebook's write lock from entering to leaving: read what is needed, write,
    commit, leave, and do the slow things afterwards. After ``commit`` it is over.
    """

    def __init__(
        self,
        engine: Callable[[], Engine],
        turn: Turn,
        *,
        device: str,
        worker: str,
        read_only: bool = False,
    ) -> None:
        self._engine = engine
        self._turn = turn
        self._device = device
        self._worker = worker
        self._read_only = read_only
        self._connection: Connection | None = None
        self._records: NotebookRecords | None = None

    @property
    def records(self) -> NotebookRecords:
        """The notebook's records."""
        if self._records is None:
            raise RuntimeError("this unit of work is not open")
        return self._records

    @property
    def media(self) -> NotebookMedia:
        """The notebook's photos."""
        return NotebookMedia(self._open())

    @property
    def sets(self) -> NotebookPictureSets:
        """The picture sets that were imported."""
        return NotebookPictureSets(self._open())

    @property
    def unfinished(self) -> NotebookUnfinished:
        """Typing that is not finished."""
        return NotebookUnfinished(self._open())

    @property
    def actions(self) -> NotebookActions:
        """What can be undone."""
        return NotebookActions(self._open())

    @property
    def events(self) -> NotebookEvents:
        """What was done with the notebook itself."""
        return NotebookEvents(
            self._open(), worker=self._worker, device=self._device, read_only=self._read_only
        )

    @property
    def facts(self) -> NotebookFacts:
        """What was decided about the notebook."""
        return NotebookFacts(self._open())

    def commit(
        self,
        action: str = "",
        *,
        undoes: ActionId | None = None,
        redoes: ActionId | None = None,
    ) -> Change:
        """Make the change durable and say what it touched.

        Args:
            action: what was done, in plain words marked for translation, if it can be undone.
                Nothing is named if nothing was written.
            undoes: the action that this takes back.
            redoes: the action that this does again.

        Raises:
            CannotWriteError: the disk is full or gone; nothing of the change was kept.
            ValueError: an action that concerns several people, or nobody.

        """
        connection, change = self._open(), self.records.change()
        if action and self.records.written:
            self.actions.add(
                action, self.records.written, person=_whose(change), undoes=undoes, redoes=redoes
            )
        self._records = None
        connection.commit()
        return change

    def __enter__(self) -> Self:
        """Begin.

        Raises:
            InUseError: somebody else is writing and does not let go.

        """
        self._turn.take()
        try:
            connection = self._engine().connect()
            try:
                connection.begin()
            except BaseException:
                connection.close()
                raise
        except BaseException:
            self._turn.give()
            raise
        self._connection = connection
        self._records = NotebookRecords(connection, device=self._device)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Roll back whatever was not committed."""
        connection, self._connection, self._records = self._connection, None, None
        try:
            if connection is not None:
                connection.close()
        finally:
            self._turn.give()

    def _open(self) -> Connection:
        if self._connection is None or self._records is None:
            raise RuntimeError("this unit of work is not open")
        return self._connection


def _whose(change: Change) -> RecordId:
    """The one person about whom an action is: nobody else's may be undone with it."""
    people = {each.person for each in change.touched}
    person = people.pop()
    if people or person is None:
        raise ValueError("an action concerns one person")
    return person
