"""The key file: who can open a notebook, and with what.

``NAME.alongside.keys`` beside ``NAME.alongside`` holds the slots of :mod:`app.store.keys`. Whoever
has it without any of the secrets learns how many people can open the notebook and what they are
called. Slots of a kind that this program does not know are kept as they are.

Version 1
    A slot wraps the data key itself. Read for ever; written as version 2 when its owner opens the
    notebook the next time.
Version 2
    A slot wraps a private key; ``notebook`` is the identifier of the notebook, to which slots are
    bound.
Version 3
    A worker's slot also holds their keys for sealed notes (:mod:`app.store.sealing`). An older
    program would take them out, and the notes could never be opened again. A slot without them
    gets them when its owner opens the notebook the next time.
"""

import hashlib
from pathlib import Path

import msgspec

from app.model.errors import AlongsideError, NewerVersionError, NotANotebookError
from app.model.wording import N_
from app.store import faults, files
from app.store.keys import Slot, Worker

VERSION = 3
RECOVERY = "recovery"
"""The kind of the recovery sheet's slot."""


class KeyFile(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The slots of a notebook."""

    slots: tuple[Slot, ...]
    notebook: str = ""

    @property
    def workers(self) -> tuple[Worker, ...]:
        """Who can open it, in the order in which they were added."""
        whose = {slot.id: slot.worker for slot in self.slots if slot.kind != RECOVERY}
        return tuple(whose.values())

    @property
    def has_recovery_sheet(self) -> bool:
        """Whether a recovery sheet opens it."""
        return any(slot.kind == RECOVERY for slot in self.slots)

    @property
    def in_between(self) -> bool:
        """Whether a change of the data key was begun and not ended."""
        return len({each for slot in self.slots for each in slot.generations}) > 1

    @property
    def lock(self) -> str:
        """What tells this key file from others, and says nothing about it."""
        told = self.notebook.encode() or b"".join(slot.salt for slot in self.slots)
        return hashlib.sha256(b"alongside lock|" + told).hexdigest()[:32]

    def only(self, generation: int) -> "KeyFile":
        """Without any other data key, and without slots that have only others."""
        return msgspec.structs.replace(
            self,
            slots=tuple(
                msgspec.structs.replace(
                    slot, seals=tuple(s for s in slot.seals if s.generation == generation)
                )
                for slot in self.slots
                if generation in slot.generations
            ),
        )


class _Stored(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The file's form."""

    version: int
    slots: tuple[Slot, ...]
    notebook: str = ""


class _JustVersion(msgspec.Struct, frozen=True):
    version: int


def key_file_of(notebook: Path) -> Path:
    """Where the key file of a notebook lies."""
    return notebook.with_name(notebook.name + ".keys")


def encode(file: KeyFile) -> bytes:
    """A key file's content."""
    stored = _Stored(version=VERSION, notebook=file.notebook, slots=file.slots)
    return msgspec.json.format(msgspec.json.encode(stored), indent=1)


def read(path: Path) -> KeyFile:
    """The slots of a key file.

    Raises:
        NotANotebookError: it is missing, or damaged.
        NewerVersionError: a newer program wrote it.

    """
    try:
        data = path.read_bytes()
        if msgspec.json.decode(data, type=_JustVersion).version > VERSION:
            raise NewerVersionError(
                N_("{name} was made by a newer Alongside. Please update this one."), name=path.name
            )
        stored = msgspec.json.decode(data, type=_Stored)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise _unusable(path) from None
    except OSError as error:
        raise _unusable(path) from error
    return KeyFile(slots=stored.slots, notebook=stored.notebook)


def write(path: Path, file: KeyFile) -> None:
    """Put a key file in the place of the old one, whole.

    Raises:
        CannotWriteError: it cannot be written; the old one stands.

    """
    try:
        files.write_whole(path, encode(file))
    except OSError as error:
        raise faults.from_system(error, path.absolute().parent) from error


def _unusable(path: Path) -> AlongsideError:
    return NotANotebookError(
        N_(
            "The key file {name} is missing or damaged. It belongs in the same folder as the "
            "notebook: put it back there, from a copy if need be."
        ),
        name=path.name,
    )
