"""How the notebooks of this house are kept safe: backups, and having a notebook again from one.

Like :mod:`app.bootstrap`, of which it is a part, it loads what it needs when it is asked.
"""
# ruff: noqa: PLC0415

import contextlib
import datetime
import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.doorkeeper import Doorkeeper
from app.model.change import Change
from app.model.errors import AlongsideError, CannotWriteError
from app.model.ids import RecordId
from app.model.sections import Sections
from app.model.wording import N_

if TYPE_CHECKING:
    from app.store.backup import Made
    from app.store.erasing import Erased
    from app.store.keys import Unlocked, WrappingKey
    from app.store.notebook import NotebookFile
    from app.store.remembered import Remembered
    from app.store.restore import About

OLD_AFTER = datetime.timedelta(days=7)

Progress = Callable[[int, int], object]


def _nobody_asks(_done: int, _of: int) -> None:
    """The progress that nobody wants to see."""


class Safekeeper(Doorkeeper):
    """What a house knows of backups. Each of these may run in a thread of its own."""

    @functools.cached_property
    def _remembered(self) -> "Remembered":
        from app.store.remembered import Remembered

        return Remembered(self.home / "remembered.json")

    def backup_folder(self) -> Path | None:
        """Where backups go, whether it is there now or not; None if nobody chose a folder."""
        return self._remembered.backup_folder()

    def set_backup_folder(self, folder: Path | None) -> None:
        """Know on this computer where backups go from now on."""
        self._remembered.backup_folder_chosen(folder)

    def last_backup(self, path: Path) -> datetime.datetime | None:
        """When the last good backup of a notebook was made on this computer, in UTC."""
        return self._remembered.last_backup(path)

    def backup(
        self,
        notebook: "NotebookFile",
        folder: Path | None = None,
        *,
        keep_all: bool = False,
        progress: Progress = _nobody_asks,
    ) -> "Made":
        """Make a backup, read it back, and remove those that are kept no longer.

        Args:
            notebook: open, to write or to read only.
            folder: where to; the one that was chosen, if left out.
            keep_all: remove no older one.
            progress: told pages done and pages in all. Whatever it raises stops the backup, and
                nothing is left of it.

        Raises:
            CannotWriteError: no folder was chosen, or it is not there, full, or cannot be written.
            NotANotebookError: the notebook itself is damaged; no backup was made of that.
            NotAllowedError: it is an example, which nobody could open again.

        """
        from app.store import backup
        from app.usecases import events

        folder = folder or self.backup_folder()
        if folder is None:
            raise CannotWriteError(N_("Please choose a folder or a stick for backups first."))
        now = datetime.datetime.now().astimezone()
        made = backup.make(notebook, folder, at=now, keep_all=keep_all, progress=progress)
        self._remembered.backed_up(notebook.path, made.at)
        with contextlib.suppress(AlongsideError):  # the notebook's own disk may be full
            events.note(notebook, what="backed_up", document="backup")
        return made

    def backup_is_old(self, path: Path, *, now: datetime.datetime) -> bool:
        """Whether the last good backup is old, or there is none: worth a quiet word.

        One of the future says nothing: the clock was wrong then, or is now.
        """
        last = self.last_backup(path)
        return last is None or last > now or now - last > OLD_AFTER

    def backup_is_due(self, notebook: "NotebookFile") -> bool:
        """Whether something was written since the last good backup, and there is a folder for one.

        Where the stick or disk is not there now, that is only worth a word once the last backup
        is old.
        """
        folder = self.backup_folder()
        if folder is None or notebook.example or notebook.read_only:
            return False
        now = datetime.datetime.now(datetime.UTC)
        last, changed = self.last_backup(notebook.path), notebook.last_change()
        if changed is None or (last is not None and changed <= last <= now):
            return False
        return folder.is_dir() or self.backup_is_old(notebook.path, now=now)

    def about_backup(self, backup: Path) -> "About":
        """What a backup says of itself without a key.

        Raises:
            BadBackupError: it is cut off, altered, out of reach, or something else.
            NewerVersionError: a newer program made it.

        """
        from app.store import restore

        return restore.about(backup)

    def look_into(
        self, backup: Path, *, secret: str = "", sheet: str = "", progress: Progress = _nobody_asks
    ) -> "NotebookFile":
        """Open a backup to read only; closing it leaves nothing behind.

        Args:
            backup: the file.
            secret: a worker's PIN or passphrase at the time of the backup.
            sheet: or what was typed from the recovery sheet of that time.
            progress: told bytes done and bytes in all. Whatever it raises stops it.

        Raises:
            WrongKeyError: neither opens it on this computer.
            TooSoonError: too many tries were wrong; this one was not made.
            BadSecretError: the sheet was mistyped.
            BadBackupError: it is cut off, altered, out of reach, or something else.
            NewerVersionError: a newer program made it.
            CannotWriteError: there is no room for a copy.

        """
        from app.store import restore

        return restore.look_into(
            backup, unlock=self._unlock(secret, sheet), device=self.device, progress=progress
        )

    def restore(
        self,
        backup: Path,
        to: Path,
        *,
        secret: str = "",
        sheet: str = "",
        progress: Progress = _nobody_asks,
    ) -> "NotebookFile":
        """Make a notebook of a backup, under a name that is free, and open it.

        Args:
            backup: the file.
            to: the new notebook.
            secret: as of :meth:`look_into`.
            sheet: as of :meth:`look_into`.
            progress: as of :meth:`look_into`.

        Raises:
            CannotWriteError: there is something of this name, or no folder, or no room.
            AlongsideError: as of :meth:`look_into`.

        """
        from app.store import restore

        opened = restore.restore(
            backup,
            to.absolute(),
            unlock=self._unlock(secret, sheet),
            device=self.device,
            progress=progress,
        )
        try:
            opened.note_opening()
            with opened.unit_of_work() as work:
                work.events.note("restored", document="backup")
                work.commit()
        except BaseException:
            opened.close()
            raise
        self.remember(opened.path)
        return opened

    def take_back(
        self,
        backup: "NotebookFile",
        notebook: "NotebookFile",
        *,
        person: RecordId,
        sections: Sections,
    ) -> Change:
        """Take one person from a backup that is looked into back into the open notebook.

        Raises:
            NotAllowedError: the person is there, and must not be overwritten.
            AlongsideError: as of :func:`app.usecases.taking_back.take_back`.

        """
        from app.usecases import taking_back

        now = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
        return taking_back.take_back(backup, notebook, person=person, sections=sections, at=now)

    def erase(self, notebook: "NotebookFile", *, person: RecordId) -> "Erased":
        """Erase everything about a person, and look through the whole file for what is left.

        What was printed or exported before is not in the notebook, and backups of before still
        hold the person: :meth:`backups_of` says which.

        Raises:
            AlongsideError: as of :meth:`app.store.notebook.NotebookFile.erase`.

        """
        return notebook.erase(person)

    def backups_of(self, notebook: "NotebookFile") -> tuple[Path, ...]:
        """The backups of this notebook in the folder that was chosen, the oldest first.

        Under whatever name: a notebook may have been called something else then. There may be
        others where nobody can look now; :meth:`last_backup` says whether there ever was one.
        """
        from app.store import backup

        folder = self.backup_folder()
        made = {} if folder is None else backup.made_in(folder, notebook.id)
        return tuple(sorted(made, key=lambda file: (made[file], file)))

    def _unlock(self, secret: str, sheet: str) -> "Callable[[Path], Iterator[Unlocked]]":
        from app.store import keys, unlocking
        from app.store.recovery import RecoveryCode

        wrapping_key: WrappingKey = (
            RecoveryCode.typed(sheet).wrapping_key
            if sheet
            else keys.from_secret(secret, self.device)
        )
        return functools.partial(unlocking.unlock, wrapping_key=wrapping_key, tries=self.tries)
