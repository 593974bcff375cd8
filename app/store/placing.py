"""Putting a finished notebook and its key file in their place, both or neither."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from app.model.errors import CannotWriteError
from app.model.wording import N_
from app.store import faults, files
from app.store.keyfile import key_file_of


def refuse_to_overwrite(*paths: Path) -> None:
    """Make sure that there is nothing of these names, and a folder for them.

    Raises:
        CannotWriteError: there is, or is not.

    """
    for path in paths:
        if path.exists() or path.is_symlink():
            raise _already_there(path)
    folder = paths[0].absolute().parent
    if not folder.is_dir():
        raise CannotWriteError(
            N_("There is no folder {folder}. Please make it first, or choose another."),
            folder=folder,
        )


def place(made: Path, made_keys: Path, path: Path) -> None:
    """Give a notebook and its key file their names, the key file first.

    However it is interrupted, there is never a notebook that nobody can open.

    Raises:
        FileExistsError: there is something of one of the names.
        OSError: it cannot be done; nothing of it is left.

    """
    files.place_new(made_keys, key_file_of(path))
    try:
        files.place_new(made, path)
    except BaseException:
        key_file_of(path).unlink()
        raise


@contextlib.contextmanager
def cleared_away(*made: Path) -> Iterator[None]:
    """Leave nothing unfinished behind; a finished file has moved to its own name by then."""
    try:
        yield
    finally:
        for each in made:
            for tail in ("", "-wal", "-shm", "-journal"):
                with contextlib.suppress(OSError):  # the stick may be gone, with all that is on it
                    each.with_name(each.name + tail).unlink(missing_ok=True)


@contextlib.contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Say what the operating system did not let a file of this name be made."""
    try:
        yield
    except FileExistsError:
        raise _already_there(path) from None
    except OSError as error:
        raise faults.from_system(error, path.absolute().parent) from error


def _already_there(path: Path) -> CannotWriteError:
    return CannotWriteError(
        N_("There is something called {name} here already. Please choose another name."),
        name=path.name,
    )
