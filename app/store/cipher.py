"""The encrypted file: a SQLAlchemy engine over SQLCipher with a raw 32-byte key.

The raw key goes in as it is: SQLCipher's own passphrase function would cost 0.15 s for every
connection and be weaker than the Argon2id of the key file.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from app.model.errors import AlongsideError
from app.store import faults

KEY_BYTES = 32
DatabaseFault: type[Exception] = dbapi2.Error
PAGE_BYTES = 4096
PATIENCE_SECONDS = 5.0
"""How long to wait for somebody else's lock before saying so."""

_CACHE_KIB = 32_000


def open_engine(path: Path, key: bytes, *, make: bool = False) -> Engine:
    """An engine on a notebook's file, with one connection.

    Every transaction begins with ``BEGIN IMMEDIATE``, which takes the write lock at once: a unit
    of work never has to give up half-way because somebody wrote between its reading and its
    writing, and changes to tables roll back like everything else. An open transaction keeps
    other programs from writing, so it must not be held while somebody thinks.

    Troubles of the user's world come out of it as :class:`AlongsideError`.

    Args:
        path: the file.
        key: 32 bytes.
        make: make the file if there is none; else a missing file is an error.

    Raises:
        ValueError: the key has not 32 bytes, and SQLCipher would take it for a passphrase.

    """
    if len(key) != KEY_BYTES:
        raise ValueError("a data key has 32 bytes")

    def connect() -> Any:
        try:
            return _connection(path, key, make=make)
        except dbapi2.Error as error:
            trouble = faults.from_database(error, path.name)
            raise trouble or error from None

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
    event.listen(engine, "begin", _take_write_lock)
    event.listen(engine, "handle_error", _Translator(path.name))
    return engine


def is_cut_off(path: Path) -> bool:
    """Whether the file ends inside a page, and no journal is there to mend that.

    SQLite itself counts the stump as a page and would stumble over it only when it is read.
    """
    journal = path.with_name(path.name + "-wal")
    return path.stat().st_size % PAGE_BYTES != 0 and not journal.exists()


def _connection(path: Path, key: bytes, *, make: bool) -> Any:
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode={'rwc' if make else 'rw'}",
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
            "journal_mode = WAL",
            "synchronous = FULL",
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


class _Translator:
    """Turns the driver's errors of the user's world into sentences."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, context: Any) -> AlongsideError | None:
        return faults.from_database(context.original_exception, self._name)
