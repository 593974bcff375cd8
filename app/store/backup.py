"""Making backups of a notebook, checking them, and clearing away the old ones.

A backup is made under another name in the folder it is for, by SQLite's own backup, as the
notebook was at one moment and while people may go on writing. Only when it was read back from
there and found to be whole does it get its name. The form of the file is in
:mod:`app.store.backup_file`.
"""

import contextlib
import dataclasses
import datetime
import errno
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from app.model import retention
from app.model.errors import (
    AlongsideError,
    BadBackupError,
    CannotWriteError,
    NotAllowedError,
    NotANotebookError,
)
from app.model.wording import N_
from app.store import backup_file, cipher, faults, files, keyfile, migrations, snapshot, verify
from app.store.backup_file import SUFFIX, Label, Progress, nobody_asks
from app.store.keyfile import key_file_of
from app.store.notebook import NotebookFile

_PAGES_AT_ONCE = 256
_LONGEST_NAME_BYTES = 150
_LEFT_ALONE_SECONDS = 900.0
"""An unfinished backup that nobody wrote to for so long is nobody's any more."""

_NO_ROOM = N_(
    "There is not enough room for the backup in {folder}, so none was made. Make some room there, "
    "or choose another folder. Your notebook is as it was."
)
_OUT_OF_REACH = N_(
    "The backup could not be made, because nothing can be written in {folder}. Check that the "
    "disk or stick is still there, or choose another folder. Your notebook is as it was."
)
_NOT_THE_SAME = N_(
    "The backup in {folder} was not the same when it was read back, so it was removed. That disk "
    "or stick may be failing. Please choose another folder. Your notebook is as it was."
)


@dataclasses.dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made, read back and found whole.

    Attributes:
        file: where it is.
        at: when it was made, in UTC.
        removed: older backups that the rule no longer keeps, which were removed.

    """

    file: Path
    at: datetime.datetime
    removed: tuple[Path, ...] = ()


def make(
    notebook: NotebookFile,
    folder: Path,
    *,
    at: datetime.datetime,
    keep_all: bool = False,
    progress: Progress = nobody_asks,
) -> Made:
    """Make a backup, and remove those that :mod:`app.model.retention` no longer keeps.

    May run in a thread of its own; units of work go on meanwhile.

    Args:
        notebook: open, to write or to read only.
        folder: where to.
        at: now, in the time zone whose days are to count.
        keep_all: remove nothing.
        progress: told pages, first those that are written, then those that are read back.
            Whatever it raises stops the backup, and nothing is left of it.

    Raises:
        CannotWriteError: the folder is not there or cannot be written, or is full.
        NotANotebookError: the notebook itself is damaged; no backup was made of that.
        NotAllowedError: it is an example, which nobody could open again.
        InUseError: another window changed the keys while this one was reading.

    """
    _key_file(notebook)
    if not folder.is_dir():
        raise CannotWriteError(
            N_("There is no folder {folder}. Please make it first, or choose another."),
            folder=folder,
        )
    with _in_plain_words(folder):
        _clear_up(folder, _name(notebook))
        wanted = folder / f"{_name(notebook)} {at:%Y-%m-%d %H%M}{SUFFIX}"
        unfinished = files.beside(wanted)
        try:
            label = _copied(notebook, unfinished, at, progress)
            _finished(unfinished, label, progress)
            file = _placed(unfinished, wanted)
        finally:
            _remove(unfinished)
    removed = () if keep_all else _thin_out(notebook, file, at)
    return Made(file=file, at=label.made_at, removed=removed)


def made_in(folder: Path, notebook: str) -> dict[Path, datetime.datetime]:
    """When each backup of a notebook (by identifier) that lies in a folder was made, in UTC."""
    made = {}
    for file in folder.glob(f"*{SUFFIX}"):
        with contextlib.suppress(AlongsideError):
            label = backup_file.read(file).label
            if label.notebook == notebook:
                made[file] = label.made_at
    return made


@dataclasses.dataclass(frozen=True, slots=True)
class _Moment:
    """The notebook as it is at one moment, whatever is written after it.

    Attributes:
        reading: a connection in the middle of a transaction that only reads.
        key: the data key of that moment.
        key_file: the key file of that moment.
        form: the version of the tables.

    """

    reading: Connection
    key: bytes = dataclasses.field(repr=False)
    key_file: bytes
    form: int


@contextlib.contextmanager
def _now(notebook: NotebookFile) -> Iterator[_Moment]:
    with contextlib.ExitStack() as ending:
        with notebook.nobody_writing():  # nor changing the key between one line and the next
            key = notebook.key
            engine = cipher.open_engine(notebook.file, key, read_only=True)
            ending.callback(engine.dispose)
            reading = ending.enter_context(engine.connect())
            form = migrations.version_of(reading)
            key_file = _key_file(notebook)
        yield _Moment(reading=reading, key=key, key_file=key_file, form=form)


def _copied(notebook: NotebookFile, to: Path, at: datetime.datetime, progress: Progress) -> Label:
    """Copy the pages, make sure that they are the notebook's, and say what they are."""
    with _now(notebook) as now:
        counted = migrations.rows(now.reading)
        _refuse_damaged(notebook, now.reading)
        _copy_pages(now.reading, to, now.key, progress)
    _make_durable(to)
    _refuse_other(to, now.key, counted)
    with to.open("rb") as copied:
        sha256 = hashlib.file_digest(copied, "sha256").digest()
    return Label(
        version=backup_file.VERSION,
        notebook=notebook.id,
        made_at=at.astimezone(datetime.UTC),
        form=now.form,
        size=to.stat().st_size,
        sha256=sha256,
        key_file=now.key_file,
    ).sealed(now.key)


def _refuse_damaged(notebook: NotebookFile, reading: Connection) -> None:
    """Raise if pages of the notebook are damaged: SQLite would copy them as if they were empty."""
    if verify.pages_are_authentic(reading):
        return
    with notebook.nobody_writing():  # a page that was being written looks damaged
        if not verify.pages_are_authentic(reading):
            raise faults.damaged(notebook.path.name)


def _refuse_other(copy: Path, key: bytes, counted: dict[str, int]) -> None:
    """Raise if what was copied cannot be read back from the disk as the notebook that it was."""
    engine = cipher.open_engine(copy, key, still=True)
    try:
        with engine.connect() as reading:
            alike = verify.pages_are_whole(reading) and migrations.rows(reading) == counted
    except NotANotebookError:
        alike = False
    finally:
        engine.dispose()
    if not alike:
        raise CannotWriteError(_NOT_THE_SAME, folder=copy.parent)


def _copy_pages(reading: Connection, to: Path, key: bytes, progress: Progress) -> None:
    source: Any = reading.connection.driver_connection
    try:
        target = cipher.open_connection(to, key, mode="rwc", journal="OFF")
    except CannotWriteError as error:
        full = error.sentence == faults.DISK_FULL
        raise CannotWriteError(_NO_ROOM if full else _OUT_OF_REACH, folder=to.parent) from error

    def told(_status: int, left: int, pages: int) -> None:
        progress(pages - left, 2 * pages)

    try:
        source.backup(target, pages=_PAGES_AT_ONCE, progress=told)
    finally:
        target.close()


def _finished(unfinished: Path, label: Label, progress: Progress) -> None:
    """Write the end, then read all of it back from the disk."""
    with unfinished.open("r+b") as made:
        backup_file.finish(made, label)
        _forget_what_is_remembered(made.fileno())
    pages = label.size // cipher.PAGE_BYTES

    def told(done: int, _of: int) -> None:
        progress(pages + done // cipher.PAGE_BYTES, 2 * pages)

    found = backup_file.read(unfinished)
    if found.label != label:
        raise backup_file.altered(unfinished.name)
    backup_file.copy_database(found, None, told)


def _placed(unfinished: Path, wanted: Path) -> Path:
    """Give the backup its name, or the next that is free: two may be made in one minute."""
    number = 1
    while True:
        stem = wanted.name.removesuffix(SUFFIX)
        named = wanted if number == 1 else wanted.with_name(f"{stem} ({number}){SUFFIX}")
        with contextlib.suppress(FileExistsError):
            files.place_new(unfinished, named)
            return named
        number += 1


def _thin_out(notebook: NotebookFile, newest: Path, at: datetime.datetime) -> tuple[Path, ...]:
    """Remove what the rule no longer keeps, of this notebook's backups alone.

    One is known by the notebook's identifier inside and by its name: neither a copy of the
    notebook that lives on elsewhere nor anything else that lies in the folder is touched.
    """
    made = {
        file: when.astimezone(at.tzinfo)
        for file, when in made_in(newest.parent, notebook.id).items()
        if file != newest and file.name.startswith(f"{_name(notebook)} ")
    }
    stays = retention.kept((*made.values(), at))
    removed = []
    for file, when in sorted(made.items()):
        if when not in stays:
            with contextlib.suppress(OSError):  # one too many does no harm
                file.unlink()
                removed.append(file)
    return tuple(removed)


def _key_file(notebook: NotebookFile) -> bytes:
    """The key file's content, which somebody can open the notebook of this moment with.

    Raises:
        NotAllowedError: there is none.
        NotANotebookError: it is damaged.
        InUseError: another window has changed the keys since this one began to read.

    """
    path = key_file_of(notebook.path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise NotAllowedError(
            N_("There is no key file beside {name}. Nobody could open a backup of it."),
            name=notebook.path.name,
        ) from None
    fits = any(notebook.held.generation in slot.generations for slot in keyfile.read(path).slots)
    if not fits or path.read_bytes() != data:
        raise snapshot.in_motion(notebook.path.name)
    return data


def _name(notebook: NotebookFile) -> str:
    """How the notebook's backups begin."""
    stem = notebook.path.stem.encode("utf-8", "surrogateescape")[:_LONGEST_NAME_BYTES]
    return stem.decode("utf-8", "ignore").strip()


def _clear_up(folder: Path, name: str) -> None:
    """Remove what was left of this notebook's backups that were cut off long enough ago."""
    probe = files.beside(folder / f"{name}{SUFFIX}")
    files.write_private(probe, b"")  # which also shows whether the folder can be written
    now = probe.stat().st_mtime
    probe.unlink()
    for left in folder.glob(".*.unfinished*"):
        if left.name.startswith(f".{name} ") and SUFFIX in left.name:
            with contextlib.suppress(OSError):
                if now - left.stat().st_mtime > _LEFT_ALONE_SECONDS:
                    left.unlink()


def _remove(unfinished: Path) -> None:
    for tail in ("", "-journal", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            unfinished.with_name(unfinished.name + tail).unlink(missing_ok=True)


def _make_durable(file: Path) -> None:
    with file.open("rb+") as made:
        os.fsync(made.fileno())
        _forget_what_is_remembered(made.fileno())


def _forget_what_is_remembered(handle: int) -> None:
    """Have the next reading come from the disk, where the operating system can be asked to."""
    if hasattr(os, "posix_fadvise"):
        with contextlib.suppress(OSError):
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)


@contextlib.contextmanager
def _in_plain_words(folder: Path) -> Iterator[None]:
    """Say what happened to the backup, and that nothing happened to the notebook."""
    try:
        yield
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        raise CannotWriteError(_NO_ROOM if full else _OUT_OF_REACH, folder=folder) from error
    except cipher.DatabaseFault as error:
        if faults.is_full(error):
            raise CannotWriteError(_NO_ROOM, folder=folder) from error
        if faults.is_out_of_reach(error):
            raise CannotWriteError(_OUT_OF_REACH, folder=folder) from error
        raise
    except BadBackupError as error:
        raise CannotWriteError(_NOT_THE_SAME, folder=folder) from error
