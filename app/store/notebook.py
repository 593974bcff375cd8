"""An open notebook: one encrypted file, with a key file beside it.

It is what ``app.usecases.ports.Notebook`` asks for; :mod:`app.store.opening` makes and opens it.
"""

import contextlib
import ctypes
import dataclasses
import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select

from app import private_place
from app.model.errors import AlongsideError
from app.model.ids import RecordId, made_at, stay_after
from app.store import (
    cipher,
    erasing,
    faults,
    keyfile,
    lately,
    read_model,
    schema,
    traces,
    verify,
)
from app.store.erasing import Erased
from app.store.events import NotebookEvents
from app.store.keyfile import KeyFile, key_file_of
from app.store.keys import Held, Worker
from app.store.one_writer import OneWriter
from app.store.unit_of_work import NotebookUnitOfWork, Turn

EXAMPLE = "example"
"""The fact about a notebook that says whether it holds made-up people."""


_LAST_CHANGE = """SELECT max(id) FROM (SELECT max(id) AS id FROM revision
    UNION ALL SELECT max(id) FROM event WHERE what NOT IN ('opened', 'closed', 'backed_up'))"""


class NotebookFile:
    """An open notebook.

    Attributes:
        path: the file that was opened.
        worker: who opened it.
        held: its data key, and what else lets another worker in.
        id: what names this notebook, wherever its file lies.
        example: whether it holds made-up people to look around with.
        read_only: whether it is the notebook as it was when it was opened, to look at.
        file: what is really read: the file, or a private copy of it.
        as_of: when the backup was made that is looked into, in UTC; None for a notebook.

    """

    def __init__(
        self,
        path: Path,
        engine: Engine,
        *,
        held: Held,
        worker: Worker,
        device_name: str,
        writer: OneWriter | None = None,
        copy: Path | None = None,
        as_of: datetime.datetime | None = None,
    ) -> None:
        self.path = path
        self.as_of = as_of
        self.worker = worker
        self.file = copy or path
        self.read_only = copy is not None
        self._writer = writer
        self._engine: Engine | None = engine
        self._turn = Turn(path.name)
        self._device_name = device_name
        self._opening_noted = False
        with engine.connect() as connection:
            facts = {row.name: row.value for row in connection.execute(select(schema.about))}
            latest = _latest_identifier(connection)
        self.id = facts.get("id", "")
        self.held = held if held.notebook else dataclasses.replace(held, notebook=self.id)
        self.example = facts.get(EXAMPLE) == "yes"
        if latest is not None:
            stay_after(latest)

    @property
    def key(self) -> bytes:
        """The data key, for what makes a copy of the notebook."""
        return self.held.data_key

    def unit_of_work(self) -> NotebookUnitOfWork:
        """Start a unit of work; enter it with ``with``.

        Raises:
            OpenElsewhereError: another computer took the notebook over while this one slept.

        """
        if self._writer is not None:
            self._writer.check()
        self._open()
        return NotebookUnitOfWork(
            self._open,
            self._turn,
            device=self._device_name,
            worker=self.worker.id,
            read_only=self.read_only,
        )

    def note_opening(self) -> None:
        """Write down that it was opened, and when it is closed then that too."""
        with self.unit_of_work() as work:
            work.events.note("opened")
            work.commit()
        self._opening_noted = True

    def check(self) -> tuple[str, ...]:
        """What is wrong with the file, in sentences marked for translation; empty if whole.

        Reads everything, and lets nobody write meanwhile.
        """
        with self._turn.taken(), self._open().connect() as connection:
            if self.read_only:  # the copy is ours, and the search is checked by a kind of writing
                connection.exec_driver_sql("PRAGMA query_only = OFF")
            try:
                return verify.problems(connection)
            finally:
                if self.read_only:
                    connection.exec_driver_sql("PRAGMA query_only = ON")

    def last_change(self) -> datetime.datetime | None:
        """When something was last written that a backup should hold, in UTC; None if never.

        What was taken in from a file keeps its own times, but its identifiers are of that moment.
        """
        with self._turn.taken(), self._open().connect() as connection:
            latest = connection.exec_driver_sql(_LAST_CHANGE).scalar()
        return None if latest is None else made_at(latest)

    def look_for(self, text: str) -> traces.Looked:
        """Look for a text or an identifier in every page of the file, also in those not in use.

        Lets nobody write meanwhile.
        """
        with self._turn.taken():
            # Not a copy that is read: making one leaves out what no row holds.
            file = self.path if self.as_of is None else self.file
            return traces.look(file, self.key, pieces=traces.forms(text) - {b""})

    def rebuild(self) -> bool:
        """Make the lists and the search anew from the revisions.

        Returns:
            Whether they were what they are now; they are, unless the file was damaged.

        """
        if self._writer is not None:
            self._writer.check()
        with self._turn.taken(), self._open().begin() as connection:
            were_right = verify.lists_are_right(connection)
            read_model.rebuild(connection)
            lately.of(connection).forget_all()
        return were_right

    @contextlib.contextmanager
    def nobody_writing(self) -> Iterator[None]:
        """Keep units of work waiting for a block."""
        with self._turn.taken():
            yield

    def change_key(self, new: Held, key_files: Callable[[], tuple[KeyFile, KeyFile]]) -> None:
        """Encrypt every page anew, while nobody else has the file open.

        Args:
            new: what is held from now on.
            key_files: makes the key file with both data keys, and the one with the new alone;
                called once nobody else can change it.

        Raises:
            InUseError: another program has the file open.
            NotAllowedError: the notebook is open to read only.
            CannotWriteError: the disk is full or gone. :attr:`held` says which key holds now.

        """
        if self.read_only:
            raise cipher.only_to_read(self.path.name)
        if self._writer is not None:
            self._writer.check()
        with self._turn.taken():
            self._open().dispose()
            try:
                with cipher.alone(self.path, self.key) as connection:
                    between, after = key_files()
                    keyfile.write(key_file_of(self.path), between)
                    cipher.rekey(connection, new.data_key)
            finally:
                if cipher.opens(self.path, new.data_key):
                    self.held = new
                self._engine = cipher.open_engine(self.path, self.key)
            if self.held != new:
                raise cipher.not_changed(self.path.name)
            if not cipher.is_authentic(self.path, self.key):
                raise faults.damaged(self.path.name)
            keyfile.write(key_file_of(self.path), after)

    def erase(self, person: RecordId) -> Erased:
        """Erase everything about a person, and look through the whole file for what is left.

        Kept is only a line in the list of events that somebody was erased, and when.

        Raises:
            NotFoundError: there is no such person.
            NotAllowedError: the notebook is open to read only.
            NotErasedError: everything is taken out, but the file could not be written anew, or
                something is left in it; the next opening tries again.
            CannotWriteError: there is no room; nothing was erased.

        """
        if self.read_only:
            raise cipher.only_to_read(self.path.name)
        if self._writer is not None:
            self._writer.check()
        with self._turn.taken():
            engine = self._open()
            with cipher.without_foreign_keys(engine) as connection, connection.begin():
                gone = erasing.take_out(connection, person, name=self.path.name)
                NotebookEvents(connection, worker=self.worker.id, device=self._device_name).note(
                    "erased"
                )
            pages = erasing.finish(self.path, engine, self.key, pieces=gone.pieces)
        return dataclasses.replace(gone.erased, pages=pages)

    def close(self) -> None:
        """Bring everything into the one file and let go of it; a second call does nothing."""
        if self._engine is None:
            return
        try:
            self._note_closing()
        finally:
            engine, self._engine = self._engine, None
            self._let_go(engine)

    def _note_closing(self) -> None:
        if self._opening_noted:
            self._opening_noted = False
            with contextlib.suppress(AlongsideError), self.unit_of_work() as work:
                work.events.note("closed")
                work.commit()

    def _let_go(self, engine: Engine) -> None:
        if self.read_only:
            engine.dispose()
            private_place.discard(self.file.parent)
            return
        try:
            if self._writer is None or self._writer.is_still():
                self._into_one_file(engine)
            else:
                _let_be(engine)
        finally:
            if self._writer is not None:
                self._writer.give_back()

    def _into_one_file(self, engine: Engine) -> None:
        with contextlib.suppress(AlongsideError), self._turn.taken():
            # Without room for it the journal keeps what was said until the next opening.
            driver = engine.raw_connection()
            try:
                driver.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            except (cipher.DatabaseFault, MemoryError) as error:
                if faults.from_database(error, self.path) is None:
                    raise
            finally:
                driver.close()
        engine.dispose()

    def _open(self) -> Engine:
        if self._engine is None:
            raise RuntimeError("this notebook is closed")
        return self._engine


def _let_be(engine: Engine) -> None:
    """Leave the file alone that somebody else writes to by now.

    SQLite would bring the journal into the file when the connection is closed, over what the
    other one wrote. So it is never closed: the operating system does that when the program ends.
    """
    connection = engine.raw_connection()
    driver = connection.driver_connection
    connection.detach()
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(driver))


def _latest_identifier(connection: Connection) -> str | None:
    """The identifier made last of all that sort by time."""
    tables = (schema.revision, schema.action, schema.event)
    found = (connection.execute(select(func.max(each.c.id))).scalar() for each in tables)
    return max((each for each in found if each), default=None)
