"""Changing who can open a notebook, while it is open.

Adding and renaming write the key file alone, in one piece. Whatever ends somebody's secret also
changes the data key: they could have kept a copy of the key file, and what it gave them must not
open what is written from now on. The order makes that safe at every moment:

1. nobody else has the notebook open, and nobody can open it until this is over;
2. the key file is written with both data keys: whoever stays has the old one and the new one,
   whoever goes has the old one, whoever comes has the new one;
3. SQLCipher encrypts every page anew, in one transaction, and reads all of it back;
4. the key file is written with the new data key alone.

Cut off before the transaction ends, the old secrets open the notebook; after it, the new ones.
The next opening sees which, and takes the other data key out of the key file.
"""

import contextlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from app.model import text
from app.model.errors import (
    AlongsideError,
    CannotWriteError,
    KeysError,
)
from app.model.event import What
from app.model.ids import new_uuid7
from app.model.wording import N_
from app.store import admitting, cipher, keyfile, keys, pins
from app.store.device import Device
from app.store.keyfile import RECOVERY, KeyFile, key_file_of
from app.store.keys import Held, Slot, Unlocked, Worker
from app.store.pins import SecretKind
from app.store.recovery import RecoveryCode
from app.store.sealing import NoteReader

if TYPE_CHECKING:
    from app.store.notebook import NotebookFile


def workers(notebook: "NotebookFile") -> tuple[Worker, ...]:
    """Who can open the notebook, in the order in which they were added.

    Of an example, which has no keys, whoever has it open.
    """
    return (notebook.worker,) if notebook.example else _now(notebook).workers


def has_recovery_sheet(notebook: "NotebookFile") -> bool:
    """Whether there is a recovery sheet that opens the notebook."""
    return _now(notebook).has_recovery_sheet


def named(known: tuple[Worker, ...], name: str) -> Worker:
    """The worker of this name, in capitals or not.

    Raises:
        KeysError: there is none.

    """
    wanted = text.name(name).casefold()
    for worker in known:
        if worker.name.casefold() == wanted:
            return worker
    raise KeysError(
        N_("Nobody called {name} can open this notebook. These can: {names}."),
        name=name,
        names=", ".join(worker.name for worker in known),
    )


def add_worker(
    notebook: "NotebookFile", *, name: str, secret: str, kind: SecretKind, device: Device
) -> Worker:
    """Let somebody else open the notebook. A PIN will do so on this computer alone.

    Raises:
        BadSecretError: the PIN or passphrase cannot be used, or is somebody else's.
        BadWordsError: the name cannot be used, or is somebody else's.
        CannotWriteError: the key file cannot be written.
        KeysError: the notebook has no keys of its own: an example.

    """
    worker = Worker(id=new_uuid7(), name=text.name(name))
    pins.tidy_secret(secret, kind)
    admitting.refuse_known_name(_now(notebook), worker)
    admitting.refuse_known_secret(_now(notebook), worker, secret, device)
    slot = keys.new_slot(
        worker=worker, secret=secret, kind=kind, device=device, held=_held(notebook)
    )
    with _changing(notebook, "worker_added"):
        file = _now(notebook)
        admitting.refuse_known_name(file, worker)
        _write(notebook, file.slots, keys.sealed(slot, _held(notebook)))
    return worker


def rename_worker(notebook: "NotebookFile", *, worker: str, name: str) -> Worker:
    """Call a worker something else; their PIN or passphrase stays.

    Args:
        notebook: open.
        worker: the worker's identifier.
        name: the new name.

    Raises:
        BadWordsError: the name cannot be used, or is somebody else's.
        KeysError: there is no such worker.
        CannotWriteError: the key file cannot be written.

    """
    called = Worker(id=worker, name=text.name(name))
    with _changing(notebook, "worker_renamed"):
        file, held = _now(notebook), _held(notebook)
        old = admitting.slot_of(file, worker)
        admitting.refuse_known_name(file, called)
        slot = msgspec.structs.replace(old, name=called.name)
        if keys.is_vouched_for(old, held):
            slot = keys.sealed(slot, held)
        _write(notebook, (slot if each == old else each for each in file.slots))
    if notebook.worker.id == worker:
        notebook.worker = called
    return called


def change_secret(
    notebook: "NotebookFile",
    *,
    worker: str,
    secret: str,
    kind: SecretKind,
    device: Device,
    before: Unlocked | None = None,
) -> None:
    """Give a worker another PIN or passphrase; the old one opens nothing any more.

    Args:
        notebook: open.
        worker: the worker's identifier.
        secret: the new PIN or passphrase.
        kind: which of the two.
        device: this computer.
        before: what their present one opens. Without it, notes that were sealed to them before
            can never be opened again: nobody may read them by setting a PIN for somebody else.

    Raises:
        BadSecretError: the PIN or passphrase cannot be used, or is somebody else's.
        KeysError: there is no such worker, or somebody's slot cannot be written anew.
        InUseError: another window or program has the notebook open.
        CannotWriteError: the disk is full or gone; everything is as it was.

    """
    old, held = admitting.slot_of(_now(notebook), worker), _held(notebook)
    pins.tidy_secret(secret, kind)
    admitting.refuse_known_secret(_now(notebook), old.worker, secret, device)
    if before is not None and before.slot.id != worker:
        raise ValueError("what was opened is somebody else's")
    slot = keys.new_slot(
        worker=old.worker,
        secret=secret,
        kind=kind,
        device=device,
        held=held,
        notes=keys.note_privates(before) if before is not None else (),
    )
    _change_data_key(notebook, "key_changed", ends=worker, begins=slot)


def remove_worker(notebook: "NotebookFile", *, worker: str) -> None:
    """Let somebody no longer open the notebook.

    Raises:
        KeysError: there is no such worker; or nobody could open the notebook then; or somebody's
            slot cannot be written anew.
        InUseError: another window or program has the notebook open.
        CannotWriteError: the disk is full or gone; everything is as it was.

    """
    _change_data_key(notebook, "worker_removed", ends=worker)


def make_recovery(notebook: "NotebookFile") -> RecoveryCode:
    """Make a recovery code; an older one opens nothing any more.

    Raises:
        KeysError: somebody's slot cannot be written anew.
        InUseError: another window or program has the notebook open.
        CannotWriteError: the disk is full or gone; everything is as it was.

    """
    code = RecoveryCode.new()
    begins = code.new_slot(_held(notebook))
    _change_data_key(notebook, "recovery_sheet_made", ends=RECOVERY, begins=begins)
    return code


def recover_as(
    notebook: "NotebookFile", *, name: str, secret: str, kind: SecretKind, device: Device
) -> Worker:
    """In a notebook opened with the sheet, give a worker a new secret for a forgotten one.

    If there is nobody of this name they are added. From then on it is they who have it open. The
    data key stays: what nobody remembers opens nothing.

    Raises:
        BadSecretError: the PIN or passphrase cannot be used, or is somebody else's.
        BadWordsError: the name cannot be used.
        CannotWriteError: the key file cannot be written.

    """
    asked = text.name(name)
    same = (w for w in _now(notebook).workers if w.name.casefold() == asked.casefold())
    known = next(same, None)
    worker = known or Worker(id=new_uuid7(), name=asked)
    held = _held(notebook)
    admitting.refuse_known_secret(_now(notebook), worker, secret, device)
    slot = keys.new_slot(worker=worker, secret=secret, kind=kind, device=device, held=held)
    notebook.worker = worker
    done: tuple[What, ...] = ("recovered",) if known else ("recovered", "worker_added")
    with _changing(notebook, *done):
        staying = (each for each in _now(notebook).slots if each.id != worker.id)
        _write(notebook, staying, keys.sealed(slot, held))
    return worker


def settle(notebook: "NotebookFile", opened: Unlocked) -> None:
    """After an opening, bring the key file up to date as far as this worker's secret goes.

    A slot of version 1 is written anew, one without keys for sealed notes gets them, and what a
    cut-off change left is taken out. If it cannot be done it waits for the next opening; nobody
    is kept from the notebook.
    """
    if notebook.read_only:
        return
    with contextlib.suppress(AlongsideError):
        if _is_old(opened.slot) or _stored(notebook).in_between:
            with notebook.unit_of_work():
                slots = _now(notebook).slots
                _write(notebook, (_renewed(each, opened, _held(notebook)) for each in slots))


def note_readers(notebook: "NotebookFile") -> tuple[NoteReader, ...]:
    """The workers to whom a note can be sealed, in the order in which they were added.

    One whose slot was altered by somebody without the data key is not among them, nor one who has
    not opened the notebook since there are sealed notes. An example has none.
    """
    if notebook.example:
        return ()
    held = _held(notebook)
    return tuple(
        NoteReader(worker=slot.id, name=slot.name, public=slot.note_keys[-1].public)
        for slot in _now(notebook).slots
        if slot.kind != RECOVERY and slot.note_keys and keys.is_vouched_for(slot, held)
    )


def _is_old(slot: Slot) -> bool:
    return slot.public is None or (slot.kind != RECOVERY and not slot.note_keys)


def _renewed(slot: Slot, opened: Unlocked, held: Held) -> Slot:
    ours = slot.id == opened.slot.id and slot.salt == opened.slot.salt
    if not ours or not _is_old(slot):
        return slot
    if slot.public is None:
        slot = keys.wrapped_slot(
            slot.worker,
            kind=slot.kind,
            salt=slot.salt,
            cost=slot.cost,
            wrapping=opened.wrapping,
            held=held,
        )
    elif not keys.is_vouched_for(slot, held):
        return slot
    return keys.sealed(keys.with_note_keys(slot, opened.wrapping, held), held)


def _change_data_key(
    notebook: "NotebookFile", what: What, *, ends: str, begins: Slot | None = None
) -> None:
    """Change the data key, and with it the slot of whoever has this identifier."""
    old = _held(notebook)
    new = old.with_new_key()

    def key_files() -> tuple[KeyFile, KeyFile]:
        before = _now(notebook)
        between = _between(before, old, new, ends=ends, begins=begins)
        return between, between.only(new.generation)

    try:
        notebook.change_key(new, key_files)
    except CannotWriteError:
        if notebook.held != new:
            raise
    finally:
        with contextlib.suppress(AlongsideError):
            if _stored(notebook).in_between:
                _write(notebook, _now(notebook).slots)
    # It is done, and whoever asked must hear so (of a new code above all), even on a full disk.
    with contextlib.suppress(CannotWriteError), notebook.unit_of_work() as work:
        work.events.note(what)
        work.commit()


def _between(before: KeyFile, old: Held, new: Held, *, ends: str, begins: Slot | None) -> KeyFile:
    """The key file while either data key may be the notebook's."""
    if ends != RECOVERY:
        admitting.slot_of(before, ends)
    slots: list[Slot] = []
    for slot in before.slots:
        if slot.id == ends:
            slots.append(slot)
            continue
        admitting.refuse_stranger(slot, old)
        slots.append(keys.sealed(slot, new))
    at = next((n + 1 for n, slot in enumerate(slots) if slot.id == ends), len(slots))
    if begins is not None:
        slots.insert(at, keys.sealed(begins, new))
    between = msgspec.structs.replace(before, slots=tuple(slots))
    if not between.only(new.generation).slots:
        raise KeysError(
            N_("This is the only key to the notebook. Add somebody or make a recovery sheet first.")
        )
    return between


@contextlib.contextmanager
def _changing(notebook: "NotebookFile", *done: What) -> Iterator[None]:
    """Let nobody else change the key file, and write down what was done."""
    if notebook.read_only:
        raise cipher.only_to_read(notebook.path.name)
    with notebook.unit_of_work() as work:
        for what in done:
            work.events.note(what)
        yield
        work.commit()


def _stored(notebook: "NotebookFile") -> KeyFile:
    return keyfile.read(key_file_of(notebook.path))


def _now(notebook: "NotebookFile") -> KeyFile:
    """The key file, with what belongs to the notebook's present data key alone."""
    held = _held(notebook)
    file = _stored(notebook).only(held.generation)
    return msgspec.structs.replace(file, notebook=held.notebook)


def _write(notebook: "NotebookFile", slots: Iterable[Slot], *more: Slot) -> None:
    file = KeyFile(notebook=_held(notebook).notebook, slots=(*slots, *more))
    keyfile.write(key_file_of(notebook.path), file)


def _held(notebook: "NotebookFile") -> Held:
    if notebook.example:
        raise KeysError(N_("This is an example. It has no keys, and is gone when it is closed."))
    return notebook.held
