"""Bringing a notebook of an older form up to date, with a copy beside it until that is certain.

The copy is named after the form it is older than (``Our notebook.alongside.before-2.0``) and has
the notebook's key: given the notebook's name again, it is the notebook as it was.
"""

import contextlib
import glob
from pathlib import Path

from sqlalchemy import Connection, Engine

from app.model.errors import CannotWriteError
from app.store import cipher, faults, files, migrations, verify

_FULL = "disk is full"
"""SQLite's own words: the driver hands no number on from a copy that failed."""


def bring_up_to_date(path: Path, engine: Engine, *, key: bytes) -> None:
    """Copy the notebook if its form is older, change the form, and remove the copy once checked.

    A copy stays where the check finds fault with the notebook, even if the fault is an old one.

    Raises:
        NotANotebookError: the notebook is damaged, its copy is not whole, or a step would lose
            something; the notebook is as it was.
        CannotWriteError: there is no room for the copy; the notebook is as it was.

    """
    with engine.connect() as connection:
        if not migrations.pending(migrations.version_of(connection)):
            return
        # A page that is damaged would be copied as an empty one, and nothing said.
        if not verify.pages_are_whole(connection):
            raise faults.damaged(path.name)
    copy = copy_of(path)
    _copy(path, engine, key=key, to=copy)
    migrations.migrate(engine, name=path.name)
    with engine.connect() as connection:
        whole = not verify.problems(connection)
    if whole:
        with contextlib.suppress(OSError):  # a copy too many does no harm
            copy.unlink()


def copy_of(path: Path) -> Path:
    """Where the copy of a notebook lies while it is brought up to date."""
    major, minor = divmod(migrations.STEPS[-1].version, migrations.MINORS)
    return path.with_name(f"{path.name}.before-{major}.{minor}")


def remove_copies(path: Path) -> None:
    """Remove copies of before earlier changes of form, whole or not: what was erased is in them."""
    name = glob.escape(path.name)
    for left in (*path.parent.glob(f"{name}.before-*"), *path.parent.glob(f".{name}.before-*")):
        left.unlink(missing_ok=True)


def _copy(path: Path, engine: Engine, *, key: bytes, to: Path) -> None:
    """Put a whole and checked copy in place, or none."""
    made = files.beside(to)
    try:
        copied = cipher.open_engine(made, key, make=True)
        try:
            _copy_pages(path, engine, copied)
            with engine.connect() as source, copied.connect() as target:
                if not _is_alike(source, target):
                    raise faults.damaged(path.name)
        finally:
            copied.dispose()  # the last connection takes the journal into the file
        made.replace(to)
        files.settle(to.absolute().parent)
    except OSError as error:
        raise faults.from_system(error, to.absolute().parent) from error
    finally:
        for tail in ("", "-wal", "-shm", "-journal"):
            made.with_name(made.name + tail).unlink(missing_ok=True)


def _copy_pages(path: Path, engine: Engine, copied: Engine) -> None:
    source, target = engine.raw_connection(), copied.raw_connection()
    try:
        source.driver_connection.backup(target.driver_connection)  # type: ignore[union-attr]
    except cipher.DatabaseFault as error:
        if _FULL in str(error):
            raise CannotWriteError(faults.DISK_FULL) from None
        raise faults.from_database(error, path) or error from None
    finally:
        source.close()
        target.close()


def _is_alike(source: Connection, target: Connection) -> bool:
    """Whether the copy's pages are whole and it has the version and the rows of the original."""
    return (
        verify.pages_are_whole(target)
        and migrations.version_of(target) == migrations.version_of(source)
        and migrations.rows(target) == migrations.rows(source)
    )
