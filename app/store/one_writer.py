"""One writer at a time: who has a notebook open, said beside it for every other window.

While ``NAME.alongside`` is open to write, ``NAME.alongside.open`` lies beside it. The operating
system's lock on that file says surely, on one computer and on most network shares, whether its
holder still lives: after a crash the lock is free and the next one takes over at once. Where
locks do not reach (a file system without them, a folder that two computers synchronise), the
file itself must do: its holder writes it anew every minute, and as long as it is fresh nobody
else begins to write.

Whoever looks at the file learns the name of a computer and since when; nothing of who works
there, and nothing of what the notebook holds.
"""

import contextlib
import datetime
import errno
import os
import secrets
import threading
from pathlib import Path
from typing import Self

import msgspec

from app import locks
from app.model.errors import AlongsideError, CannotWriteError, OpenElsewhereError
from app.model.wording import N_
from app.store import faults, files

FRESH_SECONDS = 300.0
"""How long a file that nobody wrote anew still counts, where no lock says more."""

REFRESH_SECONDS = 60.0

_MOST_BYTES = 4096
_ATTEMPTS = 10


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """The content of the file.

    Attributes:
        computer: its name.
        mark: which computer it is, where two bear one name; a hash that says nothing else.
        since: when the notebook was opened.
        seen: when this was last written anew.
        opening: a random word for this one opening.

    """

    computer: str
    mark: str = ""
    since: datetime.datetime
    seen: datetime.datetime
    opening: str


def open_file_of(notebook: Path) -> Path:
    """Where it is said who has a notebook open."""
    return notebook.with_name(notebook.name + ".open")


def is_open_elsewhere(notebook: Path, *, computer: str, mark: str) -> bool:
    """Whether another computer says that it has the notebook open, or had when it crashed."""
    other = _read(open_file_of(notebook))
    return other is not None and (other.computer, other.mark) != (computer, mark)


class OneWriter:
    """The right to write to a notebook, held until it is given back."""

    def __init__(self, notebook: Path, handle: int, said: Said) -> None:
        self._name = notebook.name
        self._file = open_file_of(notebook)
        self._handle: int | None = handle
        self._said = said
        self._lost = False
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._keeping_fresh = threading.Thread(
            target=self._keep_fresh, name="notebook is open", daemon=True
        )
        self._keeping_fresh.start()

    @classmethod
    def take(cls, notebook: Path, *, computer: str, mark: str = "") -> Self:
        """Become the notebook's one writer.

        Args:
            notebook: its file.
            computer: this computer's name, for others to read.
            mark: what sets this computer apart from another of the same name.

        Raises:
            OpenElsewhereError: somebody has it open.
            CannotWriteError: nothing can be written beside it.

        """
        file = open_file_of(notebook)
        now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
        said = Said(computer=computer, mark=mark, since=now, seen=now, opening=secrets.token_hex(8))
        try:
            for _ in range(_ATTEMPTS):
                handle = _taken(file, notebook.name, said)
                if handle is not None:
                    return cls(notebook, handle, said)
        except OSError as error:
            raise _cannot_write(error, notebook) from error
        raise elsewhere(notebook.name, None, said)

    def check(self) -> None:
        """Make sure, before something is written, that this is still the one writer.

        Raises:
            OpenElsewhereError: somebody else took over.

        """
        if not self.is_still():
            raise elsewhere(self._name, _read(self._file), self._said)

    def is_still(self) -> bool:
        """Whether this is the one writer, and nobody took over while the computer slept."""
        with self._lock:
            if self._handle is not None and not self._lost:
                self._lost = not self._is_ours()
            return not self._lost

    def give_back(self) -> None:
        """Let the next one write; a second call does nothing."""
        self._ended.set()
        self._keeping_fresh.join()
        with self._lock:
            handle, self._handle = self._handle, None
            if handle is None:
                return
            ours = not self._lost and self._is_ours()
            if os.name == "nt":  # which removes no open file
                os.close(handle)
            with contextlib.suppress(OSError):
                if ours:
                    self._file.unlink(missing_ok=True)
            if os.name != "nt":
                os.close(handle)

    def _keep_fresh(self) -> None:
        while not self._ended.wait(REFRESH_SECONDS):
            self.refresh()

    def refresh(self) -> None:
        """Say once more that the notebook is open, unless somebody else says so by now."""
        with self._lock:
            if self._handle is None or self._lost:
                return
            self._lost = not self._is_ours()
            if not self._lost:
                now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
                with contextlib.suppress(OSError):  # a share that is away may come back
                    _write(self._handle, msgspec.structs.replace(self._said, seen=now))

    def _is_ours(self) -> bool:
        """Whether the file still says what was written here, put back if it was tidied away."""
        try:
            data = self._file.read_bytes()
        except FileNotFoundError:
            return self._put_back()
        except OSError:
            return True  # out of reach: the notebook beside it will say so itself
        said = _decoded(data)
        return said is not None and said.opening == self._said.opening

    def _put_back(self) -> bool:
        try:
            handle = _taken(self._file, self._name, self._said)
        except OpenElsewhereError:
            return False
        except OSError:
            return True  # the whole folder may be away for a moment
        if handle is not None and self._handle is not None:
            os.close(self._handle)
            self._handle = handle
        return handle is not None


def elsewhere(name: str, other: Said | None, own: Said) -> OpenElsewhereError:
    """What the second one is told."""
    if other is None:
        return OpenElsewhereError(
            N_(
                "{name} is open in another window or on another computer. "
                "Close it there, or open it here to read only."
            ),
            name=name,
        )
    since = other.since.astimezone()
    is_today = since.date() == datetime.datetime.now().astimezone().date()
    when = since.strftime("%H:%M" if is_today else "%Y-%m-%d %H:%M")
    if _same_computer(other, own):
        return OpenElsewhereError(
            N_(
                "{name} is open in another window on this computer, since {when}. "
                "Go on there, or open it here to read only."
            ),
            name=name,
            when=when,
        )
    return OpenElsewhereError(
        N_(
            "{name} is open on the computer {computer}, since {when}. "
            "Close it there, or open it here to read only. If that computer was switched off, "
            "try again in five minutes."
        ),
        name=name,
        computer=other.computer,
        when=when,
    )


def _taken(file: Path, name: str, said: Said) -> int | None:
    """The open file, locked and written; None if it has just gone and must be tried again.

    Raises:
        OpenElsewhereError: somebody holds it.
        OSError: it cannot be written.

    """
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
    handle = os.open(file, flags, 0o600)
    try:
        locked = locks.taken(handle)
        if locked is not False and not _is_at(handle, file):
            os.close(handle)
            return None
        _refuse_if_held(file, name, said, locked)
        _write(handle, said)
    except BaseException:
        os.close(handle)
        raise
    return handle


def _refuse_if_held(file: Path, name: str, said: Said, locked: bool | None) -> None:
    other = _read(file)
    if locked is False or (other is not None and _still_counts(file, other, said, locked)):
        raise elsewhere(name, other, said)


def _still_counts(file: Path, other: Said, own: Said, locked: bool | None) -> bool:
    """Whether what another one wrote still means that they have the notebook open.

    With the lock in our hand, what this same computer wrote is left from a crash. What another
    computer wrote may not be: its lock need not reach as far as here.
    """
    if other.opening == own.opening or (locked and _same_computer(other, own)):
        return False
    return abs(_age(file)) < FRESH_SECONDS


def _age(file: Path) -> float:
    """Seconds since it was written, by the clock of the folder and of no computer."""
    probe = files.beside(file)
    try:
        files.write_private(probe, b"")
        return probe.stat().st_mtime - file.stat().st_mtime
    finally:
        probe.unlink(missing_ok=True)


def _same_computer(one: Said, other: Said) -> bool:
    return (one.computer, one.mark) == (other.computer, other.mark)


def _read(file: Path) -> Said | None:
    try:
        with file.open("rb") as content:
            return _decoded(content.read(_MOST_BYTES))
    except OSError:
        return None


def _decoded(data: bytes) -> Said | None:
    try:
        return msgspec.json.decode(data, type=Said)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _write(handle: int, said: Said) -> None:
    """Put the content in place of the old, which is never shorter: a reader finds a whole one."""
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, msgspec.json.encode(said))
    os.ftruncate(handle, os.lseek(handle, 0, os.SEEK_CUR))
    os.fsync(handle)


def _is_at(handle: int, file: Path) -> bool:
    """Whether the name still leads to the open file."""
    if os.name == "nt":  # which lets nobody remove an open file
        return True
    try:
        return os.path.samestat(os.fstat(handle), file.stat())
    except FileNotFoundError:
        return False


def _cannot_write(error: OSError, notebook: Path) -> AlongsideError:
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return CannotWriteError(
            N_(
                "Nothing can be written beside {name}. Open it to read only, "
                "or copy it and its key file to a folder of your own."
            ),
            name=notebook.name,
        )
    return faults.from_system(error, notebook.absolute().parent)
