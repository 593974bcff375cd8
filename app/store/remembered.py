"""What the program remembers on this computer, outside any notebook: places and a language.

Whoever looks at this file learns where notebooks and their backups lie and nothing of who is in
them.
"""

import contextlib
import datetime
import stat
from pathlib import Path

import msgspec

from app.store import files

MOST_NOTEBOOKS = 12


class _Remembered(msgspec.Struct, frozen=True, omit_defaults=True):
    """The file's form.

    Attributes:
        notebooks: opened last first.
        language: of the window.
        backup_folder: where backups go.
        backups: when each notebook's last good one was made.

    """

    notebooks: tuple[str, ...] = ()
    language: str = ""
    backup_folder: str = ""
    backups: dict[str, datetime.datetime] = {}


class Remembered:
    """A small file that may be lost: damaged or not there, it counts as empty."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def notebooks(self) -> tuple[Path, ...]:
        """Notebooks that were opened and are still there, each once, the last one first."""
        once: dict[Path | tuple[int, int], Path] = {}
        for path in map(Path, self._read().notebooks):
            with contextlib.suppress(OSError, ValueError):
                about = path.stat()  # one may have been opened by several ways: a link, or "../"
                if stat.S_ISREG(about.st_mode):
                    # Drives that number no files, as some of a network, give each of them 0.
                    known_by = (about.st_dev, about.st_ino) if about.st_ino else path
                    once.setdefault(known_by, path)
        return tuple(once.values())

    def notebook_opened(self, path: Path) -> None:
        """Remember a notebook as the one opened last."""
        known = self._read()
        paths = dict.fromkeys((str(path.absolute()), *known.notebooks))
        self._write(msgspec.structs.replace(known, notebooks=tuple(paths)[:MOST_NOTEBOOKS]))

    def language(self) -> str:
        """The language chosen for the window, as a BCP 47 tag; empty if none was."""
        return self._read().language

    def language_chosen(self, tag: str) -> None:
        """Remember the language of the window."""
        self._write(msgspec.structs.replace(self._read(), language=tag))

    def backup_folder(self) -> Path | None:
        """Where backups go, whether the folder is there now or not; None if nobody chose one."""
        folder = self._read().backup_folder
        return Path(folder) if folder else None

    def backup_folder_chosen(self, folder: Path | None) -> None:
        """Remember where backups go."""
        chosen = "" if folder is None else str(folder.absolute())
        self._write(msgspec.structs.replace(self._read(), backup_folder=chosen))

    def last_backup(self, path: Path) -> datetime.datetime | None:
        """When the last good backup of a notebook was made on this computer, if one was."""
        at = self._read().backups.get(str(path.absolute()))
        return at if at is None or at.tzinfo else None

    def backed_up(self, path: Path, at: datetime.datetime) -> None:
        """Remember that a good backup was made."""
        known = self._read()
        path = path.absolute()
        others = {file: when for file, when in known.backups.items() if file in known.notebooks}
        backups = others | {str(path): at.astimezone(datetime.UTC)}
        self._write(msgspec.structs.replace(known, backups=backups))

    def _read(self) -> _Remembered:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=_Remembered)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return _Remembered()

    def _write(self, remembered: _Remembered) -> None:
        """Keep it if that can be done: nobody's work depends on it."""
        with contextlib.suppress(OSError, UnicodeEncodeError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            files.write_whole(self._file, msgspec.json.encode(remembered))
