"""Writing files whole or not at all, and never over something that must stay."""

import contextlib
import os
import secrets
from collections.abc import Callable
from pathlib import Path


def beside(path: Path) -> Path:
    """A name in the same folder for something not finished yet, which no program opens."""
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.unfinished")


def write_private(path: Path, data: bytes) -> None:
    """Make a file that only its owner may read, on the disk when this returns.

    Raises:
        FileExistsError: the file is there already.
        OSError: it cannot be written.

    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def write_whole(path: Path, data: bytes) -> None:
    """Put ``data`` in place of a file: after a power cut it is the old one or the new one.

    Raises:
        OSError: it cannot be written; the old file stands.

    """
    made = beside(path)
    try:
        write_private(made, data)
        made.replace(path)
    except BaseException:
        made.unlink(missing_ok=True)
        raise
    settle(path.parent)


def try_out(folder: Path, *, room: int = 64 * 1024) -> None:
    """See that files can be kept in a folder, and leave it as it was, there or not.

    Args:
        folder: it is made if need be, and goes again.
        room: for how many bytes there has to be room.

    Raises:
        OSError: they cannot.

    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    with contextlib.ExitStack() as leaving:
        for each in reversed(missing):
            each.mkdir(mode=0o700)
            leaving.callback(_take_away, each)
        tried = beside(folder / "tried")
        leaving.callback(tried.unlink, missing_ok=True)
        write_private(tried, bytes(room))


def _take_away(folder: Path) -> None:
    with contextlib.suppress(OSError):  # somebody may have put something there meanwhile
        folder.rmdir()


def free(path: Path, *, beside: Callable[[Path], Path] = lambda path: path) -> Path:
    """The path, or ``NAME (2)`` and so on: the first of which there is nothing yet.

    Args:
        path: what is wished for.
        beside: what has to be free with it.

    """
    wanted, number = path, 1
    while os.path.lexists(wanted) or os.path.lexists(beside(wanted)):
        number += 1
        wanted = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return wanted


def place_new(made: Path, path: Path) -> None:
    """Give a finished file its name, unless there is something of that name.

    Raises:
        FileExistsError: there is.
        OSError: it cannot be renamed.

    """
    if os.name == "nt":
        made.rename(path)  # which refuses to overwrite there
        return
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:  # a stick's file system without links: the check is the best there is
        if path.exists():
            raise FileExistsError(path) from None
        made.rename(path)
    else:
        made.unlink()
    settle(path.parent)


def settle(folder: Path) -> None:
    """Make the names in a folder durable, where the operating system lets a program do so."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):  # some network folders refuse; the files are durable
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
