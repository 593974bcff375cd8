"""A notebook as it is at one moment, copied to a private place to be read there.

The copy is as encrypted as the notebook. Nothing is locked and nothing is written beside the
notebook, so that whoever writes to it never waits, and it can lie where nothing can be written.
"""

import contextlib
import shutil
import tempfile
from pathlib import Path

from app import private_place
from app.model.errors import InUseError
from app.model.wording import N_
from app.store import faults

_ATTEMPTS = 10
_JOURNAL_HEADER = 32


def place_for_copy() -> Path:
    """A new folder that nobody else may look into; whoever asks for it discards it.

    Raises:
        CannotWriteError: there is no room for one.

    """
    try:
        return private_place.make()
    except OSError as error:
        raise faults.in_own_folder(error, Path(tempfile.gettempdir())) from error


def copy(notebook: Path, place: Path) -> Path:
    """Copy a notebook's file and its journal into a folder, as they are at one moment.

    The file goes first and the journal after it. Whatever is written into the file meanwhile
    has been in the journal before, stays there, and counts when the copy is opened; unless the
    journal was begun anew, which its first bytes betray. Then it is done again.

    Returns:
        The copy's file.

    Raises:
        InUseError: it is written to so fast that no moment could be caught.
        CannotWriteError: there is no room for the copy, or the notebook is out of reach.

    """
    copied = place / notebook.name
    journal, journal_copied = _journal_of(notebook), _journal_of(copied)
    try:
        for _ in range(_ATTEMPTS):
            before = _moment(notebook, journal)
            journal_copied.unlink(missing_ok=True)
            shutil.copyfile(notebook, copied)
            with contextlib.suppress(FileNotFoundError):
                shutil.copyfile(journal, journal_copied)
            if _moment(notebook, journal) == before:
                return copied
    except OSError as error:
        raise faults.from_system(error, place) from error
    raise in_motion(notebook.name)


def in_motion(name: str) -> InUseError:
    """What was copied is not of one moment: it changed too fast, or is only half here yet."""
    return InUseError(
        N_("{name} is being written to at this moment. Please try again in a minute."), name=name
    )


def _moment(notebook: Path, journal: Path) -> tuple[bytes, int, int]:
    """What stays the same as long as a copy of both is one of the same moment.

    Without a journal the file itself must not have changed.
    """
    try:
        with journal.open("rb") as content:
            header = content.read(_JOURNAL_HEADER)
    except FileNotFoundError:
        header = b""
    if header:
        return header, 0, 0
    known = notebook.stat()
    return header, known.st_mtime_ns, known.st_size


def _journal_of(notebook: Path) -> Path:
    return notebook.with_name(notebook.name + "-wal")
