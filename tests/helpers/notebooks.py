"""Notebooks for tests: with a fixed key, so that no slow key derivation is waited for."""

import secrets
from pathlib import Path

from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.statement import Statement
from app.store import keyfile, keys
from app.store.device import Device
from app.store.keyfile import KeyFile
from app.store.keys import Held, Worker
from app.store.notebook import NotebookFile
from app.store.opening import create_with_key, open_with_key

KEY = bytes(range(32))
WORKER = Worker(id="worker-ana", name="Ana")
BY = RecordId("supporter-ana")
PIN = "4711"


def make_notebook(path: Path, *, key: bytes = KEY, example: bool = False) -> NotebookFile:
    """A new, empty notebook; whoever asks for it closes it."""
    return create_with_key(path, key=key, worker=WORKER, example=example, device_name="laptop")


def open_again(path: Path, *, key: bytes = KEY, read_only: bool = False) -> NotebookFile:
    """The notebook that :func:`make_notebook` made."""
    return open_with_key(path, key=key, worker=WORKER, device_name="laptop", read_only=read_only)


def key_file_for(notebook: str, device: Device) -> bytes:
    """A key file that :data:`PIN` opens, for the notebook of this identifier."""
    held = Held.first(KEY, notebook)
    slot = keys.new_slot(worker=WORKER, secret=PIN, kind="pin", device=device, held=held)
    return keyfile.encode(KeyFile(notebook=notebook, slots=(keys.sealed(slot, held),)))


def statement(person: RecordId, words: str, **more: object) -> Statement:
    """A sentence of the person's own, said aloud, about what they eat."""
    said = {"section": "food", "kind": "preference", "voice": "own_spoken", "original": words}
    return Statement(person=person, **(said | more))  # type: ignore[arg-type]


def add_person(notebook: NotebookFile, name: str = "Joe") -> Record[Person]:
    """A person, kept."""
    with notebook.unit_of_work() as work:
        person = work.records.add(Person(preferred_name=name), by=BY)
        work.commit()
    return person


def add_statement(
    notebook: NotebookFile, person: RecordId, words: str, **more: object
) -> Record[Statement]:
    """A sentence of a person, kept."""
    with notebook.unit_of_work() as work:
        kept = work.records.add(statement(person, words, **more), by=BY)
        work.commit()
    return kept


def new_key() -> bytes:
    """A random data key."""
    return secrets.token_bytes(32)
