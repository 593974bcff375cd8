"""What a house knows of sealed notes: who could read one, sealing it, and opening it with a PIN.

Like :mod:`app.bootstrap`, of which it is a part, it loads what it needs when it is asked.
"""
# ruff: noqa: PLC0415

import datetime
from typing import TYPE_CHECKING

from app.doorkeeper import Doorkeeper
from app.model.change import Change
from app.model.ids import RecordId

if TYPE_CHECKING:
    from app.model.feedback import SealedWords
    from app.model.person import Person
    from app.model.record import Record
    from app.store.notebook import NotebookFile
    from app.usecases.sealed_notes import Opened, To


class Sealkeeper(Doorkeeper):
    """Words for the manager or the advocate alone (rule R14)."""

    def note_readers(
        self, notebook: "NotebookFile", *, person: RecordId
    ) -> "dict[To, tuple[str, ...]]":
        """The names of those who could read a note of this person, by role."""
        from app.store import keyring
        from app.usecases import sealed_notes

        holders = keyring.note_readers(notebook)
        found = sealed_notes.readers(notebook, person=person, holders=holders)
        return {to: tuple(each.name for each in who) for to, who in found.items()}

    def unheard(self, notebook: "NotebookFile") -> "tuple[Record[Person], ...]":
        """The people who could tell nobody in sealed words."""
        from app.store import keyring
        from app.usecases import sealed_notes

        return sealed_notes.unheard(notebook, holders=keyring.note_readers(notebook))

    def seal_note(
        self,
        notebook: "NotebookFile",
        *,
        person: RecordId,
        to: "To",
        said: "SealedWords",
        on: datetime.date,
        session: RecordId | None = None,
        step: str = "",
        by: RecordId,
    ) -> Change:
        """Seal words; see :func:`app.usecases.sealed_notes.seal`.

        Raises:
            BadWordsError: nothing was said.
            NotAllowedError: nobody of this role could open it, or the notebook is only read.

        """
        from app.store import keyring
        from app.usecases import sealed_notes

        return sealed_notes.seal(
            notebook,
            person=person,
            to=to,
            said=said,
            notebook_id=notebook.id,
            holders=keyring.note_readers(notebook),
            on=on,
            session=session,
            step=step,
            by=by,
        )

    def open_notes(
        self, notebook: "NotebookFile", *, secret: str, on: datetime.date
    ) -> "tuple[Opened, ...]":
        """Open what was sealed to the worker who has the notebook open, with their secret.

        Raises:
            WrongKeyError: it is not their PIN or passphrase.
            TooSoonError: too many tries were wrong; this one was not made.

        """
        from app.store import keys
        from app.usecases import sealed_notes

        opened = self._opened(notebook, secret=secret, worker=notebook.worker.id)
        return sealed_notes.open_notes(
            notebook,
            notebook_id=notebook.id,
            worker=notebook.worker.id,
            worker_name=notebook.worker.name,
            privates=keys.note_privates(opened),
            on=None if notebook.read_only else on,
        )
