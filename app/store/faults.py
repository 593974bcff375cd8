"""What the database says went wrong, as something the user can understand and mend.

Only troubles of the user's world are translated: a full disk, a damaged file, somebody else's
lock. Whatever else the database refuses is a mistake of this program and stays as it is.
"""

import errno
import shutil
from pathlib import Path

from app.model.errors import AlongsideError, CannotWriteError, InUseError, NotANotebookError
from app.model.wording import N_

DISK_FULL = N_("The disk is full, so this could not be kept. Make some room, then try again.")

_BUSY = {5, 6}
_READ_ONLY = {3, 8}
_INPUT_OUTPUT = 10
_OUT_OF_REACH = {_INPUT_OUTPUT, 14}
_FULL = {13}
_DAMAGED_PAGE = 11
_DAMAGED = {_DAMAGED_PAGE, 26}
_LEAST_ROOM = 64 * 1024
"""Bytes. SQLite asks for half of that at once beside a file that it opens."""

_SENTENCES = {
    "database is locked": 5,
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
    "file is not a database": 26,
}


def damaged(name: str) -> NotANotebookError:
    """The file is not one of ours, or parts of it are broken."""
    return NotANotebookError(
        N_(
            "{name} cannot be read: it is not an Alongside notebook, or it is damaged. "
            "Please use your last backup, and keep this file."
        ),
        name=name,
    )


def in_use(name: str) -> InUseError:
    """Somebody else holds the notebook."""
    return InUseError(
        N_("{name} is in use by another window or program. Close it there, then try again."),
        name=name,
    )


def is_read_only(error: BaseException | None) -> bool:
    """Whether SQLite refused because the file may only be read."""
    return _code(error) in _READ_ONLY


def is_full(error: BaseException | None) -> bool:
    """Whether SQLite found no room on the disk."""
    return _code(error) in _FULL


def is_out_of_reach(error: BaseException | None) -> bool:
    """Whether SQLite could not read or write the file at all."""
    return _code(error) in _OUT_OF_REACH | _READ_ONLY


def from_database(error: BaseException | None, file: Path) -> AlongsideError | None:
    """The user's trouble behind an error of SQLite, or None if it is our own mistake.

    Args:
        error: what the driver raised, with SQLite's own number in ``sqlite_errorcode``.
        file: the database, for the sentence.

    """
    code, name = _code(error), file.name
    if code in _BUSY:
        return in_use(name)
    if code in _FULL or (code == _INPUT_OUTPUT and _is_without_room(file)):
        return CannotWriteError(DISK_FULL)
    if code in _READ_ONLY:
        return CannotWriteError(
            N_("{name} can only be read, not written. Copy it to a folder of your own."), name=name
        )
    if code in _OUT_OF_REACH:
        return CannotWriteError(
            N_("{name} cannot be reached. Check that its disk or stick is still there."), name=name
        )
    if code in _DAMAGED:
        return damaged(name)
    return None


def from_system(error: OSError, folder: Path) -> CannotWriteError:
    """What the operating system said when a file was to be written in a folder."""
    if finds_no_room(error):
        return CannotWriteError(DISK_FULL)
    return CannotWriteError(
        N_("Nothing can be written in the folder {folder}. Please choose another folder."),
        folder=folder,
    )


def in_own_folder(error: OSError, folder: Path) -> CannotWriteError:
    """The same of a folder that the window lets nobody choose: the account's own."""
    if finds_no_room(error):
        return CannotWriteError(DISK_FULL)
    return CannotWriteError(
        N_(
            "Nothing can be written in the folder {folder}. "
            "Please tell whoever looks after this computer."
        ),
        folder=folder,
    )


def finds_no_room(error: OSError) -> bool:
    """Whether the operating system refused because a disk, or somebody's share of it, is full."""
    return error.errno in {errno.ENOSPC, errno.EDQUOT}


def _is_without_room(file: Path) -> bool:
    """Whether the disk is full: SQLite does not say so of the files that it makes beside."""
    try:
        return shutil.disk_usage(file.absolute().parent).free < _LEAST_ROOM
    except OSError:
        return False


def _code(error: BaseException | None) -> int:
    """SQLite's own number, without what it adds for details.

    The driver leaves it out where a backup fails, and only repeats SQLite's sentence.
    """
    if isinstance(error, MemoryError):
        return _DAMAGED_PAGE  # what SQLCipher says when it met such a page before it has to write
    code: int = getattr(error, "sqlite_errorcode", 0) or _SENTENCES.get(str(error), 0)
    return code & 0xFF
