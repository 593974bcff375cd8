"""Who can open the notebooks of this house, and what becomes of a forgotten PIN.

Like :mod:`app.bootstrap`, of which it is a part, it loads what it needs when it is asked.
"""
# ruff: noqa: PLC0415

import abc
import functools
from pathlib import Path
from typing import TYPE_CHECKING

from app.model import text
from app.model.errors import KeysError, WrongKeyError
from app.model.wording import N_

if TYPE_CHECKING:
    from app.store.device import Device
    from app.store.keys import Unlocked, Worker
    from app.store.notebook import NotebookFile
    from app.store.pins import SecretKind
    from app.store.recovery import RecoveryCode
    from app.store.tries import Tries


class Doorkeeper(abc.ABC):
    """What a house knows of keys.

    Every function that changes them needs the notebook open; what ends somebody's PIN,
    passphrase or sheet encrypts the whole notebook anew, which takes some seconds for a large
    one, and is refused while another program has it open.

    Attributes:
        home: what belongs to this computer alone.

    """

    home: Path

    @functools.cached_property
    def device(self) -> "Device":
        """This computer, whose secret makes a PIN worth something."""
        from app.store.device import Device

        return Device.load(self.home)

    @functools.cached_property
    def tries(self) -> "Tries":
        """How often a wrong PIN was tried on this computer."""
        from app.store.tries import Tries

        return Tries(self.home / "tries.json")

    @abc.abstractmethod
    def remember(self, path: Path) -> None:
        """Know a notebook from now on."""

    def workers(self, notebook: "NotebookFile") -> "tuple[Worker, ...]":
        """Who can open the notebook, in the order in which they were added.

        Of an example, which has no keys, whoever has it open.
        """
        from app.store import keyring

        return keyring.workers(notebook)

    def workers_of(self, path: Path) -> "tuple[Worker, ...]":
        """The same for a notebook that is not open.

        Raises:
            NotANotebookError: its key file is missing or damaged.
            NewerVersionError: a newer program wrote it.

        """
        from app.store import keyfile

        return keyfile.read(keyfile.key_file_of(path)).workers

    def check_secret(self, secret: str, kind: "SecretKind") -> str:
        """A new PIN or passphrase as it will be used, before anything slow is done with it.

        Raises:
            BadSecretError: it cannot be used.

        """
        from app.store import pins

        return pins.tidy_secret(secret, kind)

    def check_sheet(self, typed: str) -> str:
        """What was typed from a recovery sheet, if it can be right.

        Raises:
            BadSecretError: something is missing or mistyped.

        """
        from app.store.recovery import RecoveryCode

        RecoveryCode.typed(typed)
        return typed

    def confirm(self, notebook: "NotebookFile", *, secret: str) -> None:
        """Make sure that it is really the worker who has the notebook open.

        Raises:
            WrongKeyError: it is not their PIN or passphrase.
            TooSoonError: too many tries were wrong; this one was not made.

        """
        self._opened(notebook, secret=secret, worker=notebook.worker.id)

    def _opened(self, notebook: "NotebookFile", *, secret: str, worker: str) -> "Unlocked":
        """What a worker's secret opens; the errors are those of :meth:`confirm`."""
        from app.store import keyfile, keys, unlocking

        # A backup that is looked into has its key file beside the copy.
        beside = notebook.path if notebook.as_of is None else notebook.file
        ways = unlocking.unlock(
            keyfile.key_file_of(beside),
            wrapping_key=keys.from_secret(secret, self.device),
            tries=self.tries,
        )
        for way in ways:
            if way.slot.id == worker:
                return way
        raise WrongKeyError

    def has_recovery_sheet(self, notebook: "NotebookFile") -> bool:
        """Whether there is a recovery sheet that opens the notebook."""
        from app.store import keyring

        return keyring.has_recovery_sheet(notebook)

    def add_worker(
        self, notebook: "NotebookFile", *, name: str, secret: str, kind: "SecretKind"
    ) -> "Worker":
        """Let somebody else open the notebook; with a PIN, on this computer alone.

        Raises:
            BadSecretError: the PIN or passphrase cannot be used, or is somebody else's.
            BadWordsError: the name cannot be used, or is somebody else's.
            CannotWriteError: the key file cannot be written.
            KeysError: the notebook is an example.
            NotAllowedError: the notebook is open to read only.

        """
        from app.store import keyring

        return keyring.add_worker(notebook, name=name, secret=secret, kind=kind, device=self.device)

    def rename_worker(self, notebook: "NotebookFile", *, worker: str, name: str) -> "Worker":
        """Call a worker (by identifier) something else.

        Raises:
            BadWordsError: the name cannot be used, or is somebody else's.
            KeysError: there is no such worker.
            CannotWriteError: the key file cannot be written.
            NotAllowedError: the notebook is open to read only.

        """
        from app.store import keyring

        return keyring.rename_worker(notebook, worker=worker, name=name)

    def change_secret(
        self,
        notebook: "NotebookFile",
        *,
        worker: str,
        secret: str,
        kind: "SecretKind",
        present: str = "",
    ) -> None:
        """Give a worker (by identifier) another PIN or passphrase, which ends the old one.

        Args:
            notebook: open.
            worker: whose it is.
            secret: the new one.
            kind: which of the two.
            present: the one they have now. Where it is not known, notes that were sealed to them
                can never be opened again.

        Raises:
            WrongKeyError: the present one is not theirs.
            TooSoonError: too many tries were wrong; this one was not made.
            BadSecretError: the PIN or passphrase cannot be used, or is somebody else's.
            KeysError: there is no such worker, or the keys do not allow it.
            InUseError: another program has the notebook open.
            CannotWriteError: the disk is full or gone; everything is as it was.
            NotAllowedError: the notebook is open to read only.

        """
        from app.store import keyring

        keyring.change_secret(
            notebook,
            worker=worker,
            secret=secret,
            kind=kind,
            device=self.device,
            before=self._opened(notebook, secret=present, worker=worker) if present else None,
        )

    def remove_worker(self, notebook: "NotebookFile", *, worker: str) -> None:
        """Let somebody (by identifier) no longer open the notebook.

        Raises:
            KeysError: there is no such worker, or nobody could open the notebook then.
            InUseError: another program has the notebook open.
            CannotWriteError: the disk is full or gone; everything is as it was.
            NotAllowedError: the notebook is open to read only.

        """
        from app.store import keyring

        keyring.remove_worker(notebook, worker=worker)

    def make_recovery(self, notebook: "NotebookFile") -> "RecoveryCode":
        """Make a recovery code, which ends an older one; :meth:`House.recovery_sheet` prints it.

        Raises:
            KeysError: the keys do not allow it, or the notebook is an example.
            InUseError: another program has the notebook open.
            CannotWriteError: the disk is full or gone; everything is as it was.
            NotAllowedError: the notebook is open to read only.

        """
        from app.store import keyring

        return keyring.make_recovery(notebook)

    def recover(
        self, path: Path, *, sheet: str, worker_name: str, secret: str, kind: "SecretKind"
    ) -> "NotebookFile":
        """Open a notebook with its recovery sheet, and give a worker a new PIN or passphrase.

        A worker of this name loses the forgotten one; if there is none, they are added. The
        sheet stays good.

        Args:
            path: the notebook.
            sheet: what was typed from the sheet.
            worker_name: who opens it from now on.
            secret: their new PIN or passphrase.
            kind: which of the two.

        Raises:
            BadSecretError: the sheet was mistyped, or the PIN or passphrase cannot be used.
            WrongKeyError: the sheet is not this notebook's, or a newer one has taken its place.
            TooSoonError: too many tries were wrong; this one was not made.
            KeysError: the notebook has no recovery sheet.
            AlongsideError: as of :meth:`House.open_notebook`.

        """
        from app.store import keyfile, keyring, opening, pins, unlocking
        from app.store.recovery import RecoveryCode

        path, code = path.absolute(), RecoveryCode.typed(sheet)
        name = text.name(worker_name)
        pins.tidy_secret(secret, kind)
        opening.refuse_what_is_none(path)
        key_file = keyfile.key_file_of(path)
        if not keyfile.read(key_file).has_recovery_sheet:
            raise KeysError(N_("There is no recovery sheet for this notebook."))
        try:
            ways = unlocking.unlock(key_file, wrapping_key=code.wrapping_key, tries=self.tries)
            opened = opening.open_unlocked(path, ways, device=self.device)
        except WrongKeyError:
            raise WrongKeyError(
                N_(
                    "That recovery sheet does not open this notebook. "
                    "Perhaps a newer one has taken its place."
                )
            ) from None
        try:
            keyring.recover_as(opened, name=name, secret=secret, kind=kind, device=self.device)
            opened.note_opening()
        except BaseException:
            opened.close()
            raise
        self.remember(path)
        return opened
