"""The encrypted file: a SQLAlchemy engine over SQLCipher with a raw 32-byte key.

The raw key goes in as it is: SQLCipher's own passphrase function would cost 0.15 s for every
connection and be weaker than the Argon2id of the key file.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from app.model.errors import (
    AlongsideError,
    CannotWriteError,
    NotAllowedError,
    NotANotebookError,
)
from app.model.wording import N_
from app.store import faults

KEY_BYTES = 32
DatabaseFault: type[Exception] = dbapi2.Error
PAGE_BYTES = 4096
PATIENCE_SECONDS = 5.0
"""How long to wait for somebody else's lock before saying so."""

_CACHE_KIB = 32_000


def open_engine(
    path: Path, key: bytes, *, make: bool = False, read_only: bool = False, still: bool = False
) -> Engine:
    """An engine on a notebook's file, with one connection.

    Unless it is only to be read, every transaction begins with ``BEGIN IMMEDIATE``, which takes
    the write lock at once: a unit of work never has to give up half-way because somebody wrote
    between its reading and its writing, and changes to tables roll back like everything else. An
    open transaction keeps other programs from writing, so it must not be held while somebody
    thinks.

    Troubles of the user's world come out of it as :class:`AlongsideError`.

    Args:
        path: the file.
        key: 32 bytes.
        make: make the file if there is none; else a missing file is an error.
        read_only: whoever tries to write gets a :class:`NotAllowedError`.
        still: nobody writes to the file: nothing is locked, and nothing is made beside it.

    Raises:
        ValueError: the key has not 32 bytes, and SQLCipher would take it for a passphrase.

    """

    def connect() -> Any:
        if still:
            return open_connection(path, key, mode="immutable", journal="")
        connection = open_connection(path, key, mode="rwc" if make else "rw")
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        return connection

    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=PATIENCE_SECONDS,
        hide_parameters=True,  # what people said must not get into an error message
    )
    event.listen(engine, "begin", _begin if read_only or still else _take_write_lock)
    event.listen(engine, "handle_error", _Translator(path, read_only=read_only))
    return engine


def open_connection(path: Path, key: bytes, *, mode: str, journal: str = "WAL") -> Any:
    """The driver's own connection, for what SQLAlchemy does not know how to do.

    Args:
        path: the file.
        key: 32 bytes.
        mode: ``rw``, ``rwc`` (make it if need be), or ``immutable``.
        journal: SQLite's way of keeping one; left as it is if empty.

    Raises:
        AlongsideError: a trouble of the user's world.
        ValueError: the key has not 32 bytes, and SQLCipher would take it for a passphrase.

    """
    if len(key) != KEY_BYTES:
        raise ValueError("a data key has 32 bytes")
    try:
        return _connection(path, key, mode=mode, journal=journal)
    except dbapi2.Error as error:
        trouble = faults.from_database(error, path)
        raise trouble or error from None


@contextlib.contextmanager
def alone(path: Path, key: bytes) -> Iterator[Any]:
    """A connection while which nobody else can open the file.

    SQLite gives the journal up only to somebody who is alone, and in exclusive mode does not let
    go of the file after that.

    Raises:
        InUseError: somebody else has it open.
        AlongsideError: another trouble of the user's world.

    """
    connection = open_connection(path, key, mode="rw")
    try:
        try:
            for setting in ("locking_mode = EXCLUSIVE", "journal_mode = DELETE"):
                connection.execute(f"PRAGMA {setting}")
            connection.execute("PRAGMA journal_mode = WAL")
        except dbapi2.Error as error:
            raise faults.from_database(error, path) or error from None
        yield connection
    finally:
        connection.close()


@contextlib.contextmanager
def without_foreign_keys(engine: Engine) -> Iterator[Connection]:
    """A connection that does not look after foreign keys: whoever asks checks them at the end.

    SQLite only lets them be switched outside of a transaction. It would look through a whole
    table for each row that is deleted, and delete what refers to a table that is made anew.
    """
    with engine.connect() as connection:
        driver = connection.connection
        driver.execute("PRAGMA foreign_keys = OFF")
        try:
            yield connection
        finally:
            driver.execute("PRAGMA foreign_keys = ON")


def rekey(connection: Any, key: bytes) -> None:
    """Encrypt every page with another key, in one transaction, or none.

    SQLCipher says "ok" even where it had to give up: :func:`opens` tells which key holds.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("a data key has 32 bytes")
    with contextlib.suppress(dbapi2.Error):
        connection.execute(f"PRAGMA rekey = \"x'{key.hex()}'\"")


def is_authentic(path: Path, key: bytes) -> bool:
    """Whether every page was written with this key; reads all of them."""
    with contextlib.closing(open_connection(path, key, mode="rw")) as connection:
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except dbapi2.Error:
            return True  # without room for it the pages stay in the journal, which is checked too
        return connection.execute("PRAGMA cipher_integrity_check").fetchone() is None


def opens(path: Path, key: bytes) -> bool:
    """Whether this is the key of the file."""
    try:
        open_connection(path, key, mode="rw", journal="").close()
    except NotANotebookError:
        return False
    return True


def not_changed(name: str) -> CannotWriteError:
    """What somebody is told who could not have the pages encrypted anew."""
    return CannotWriteError(
        N_(
            "The keys of {name} could not be changed, and are as they were. "
            "Perhaps the disk is full: make some room, then try again."
        ),
        name=name,
    )


def only_to_read(name: str) -> NotAllowedError:
    """What somebody is told who tries to change a notebook that is open to read only."""
    return NotAllowedError(N_("{name} is open to read only here. Nothing was changed."), name=name)


def is_cut_off(path: Path) -> bool:
    """Whether the file ends inside a page, and no journal is there to mend that.

    SQLite itself counts the stump as a page and would stumble over it only when it is read.
    """
    journal = path.with_name(path.name + "-wal")
    return path.stat().st_size % PAGE_BYTES != 0 and not journal.exists()


def _connection(path: Path, key: bytes, *, mode: str, journal: str) -> Any:
    wanted = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?{wanted}",
        uri=True,
        isolation_level=None,  # the driver's own way does not roll changes to tables back
        check_same_thread=False,
        timeout=PATIENCE_SECONDS,
    )
    try:
        for setting in (
            "cipher_log_level = NONE",  # first: a wrong key would write to standard error
            f"key = \"x'{key.hex()}'\"",
            "cipher_compatibility = 4",
            *((f"journal_mode = {journal}",) if journal else ()),
            "synchronous = FULL",
            "secure_delete = ON",  # what was erased is written over, not only let go
            "foreign_keys = ON",
            "temp_store = MEMORY",
            f"cache_size = -{_CACHE_KIB}",
        ):
            connection.execute(f"PRAGMA {setting}")
        connection.execute("SELECT count(*) FROM sqlite_master")
    except BaseException:
        connection.close()
        raise
    return connection


def _take_write_lock(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


class _Translator:
    """Turns the driver's errors of the user's world into sentences."""

    def __init__(self, file: Path, *, read_only: bool) -> None:
        self._file = file
        self._read_only = read_only

    def __call__(self, context: Any) -> AlongsideError | None:
        if self._read_only and faults.is_read_only(context.original_exception):
            return only_to_read(self._file.name)
        return faults.from_database(context.original_exception, self._file)
