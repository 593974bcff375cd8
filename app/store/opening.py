"""Making a notebook, and opening it with what somebody knows: a secret, or its key."""

import contextlib
import datetime
import secrets
import uuid
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Engine, insert

from app import private_place
from app.model import text
from app.model.errors import AlongsideError, NotANotebookError, OpenElsewhereError, WrongKeyError
from app.model.ids import new_uuid7
from app.model.kinds import KINDS
from app.model.wording import N_
from app.store import (
    cipher,
    erasing,
    faults,
    files,
    keyfile,
    keyring,
    keys,
    migrations,
    one_writer,
    pins,
    placing,
    read_model,
    schema,
    snapshot,
    unlocking,
    upgrade,
    verify,
)
from app.store.device import Device, this_computer
from app.store.keyfile import KeyFile, key_file_of
from app.store.keys import Held, Unlocked, Worker
from app.store.notebook import EXAMPLE, NotebookFile
from app.store.one_writer import OneWriter
from app.store.pins import SecretKind
from app.store.tries import Tries


def create(
    path: Path,
    *,
    worker_name: str,
    secret: str,
    kind: SecretKind,
    device: Device,
    example: bool = False,
) -> NotebookFile:
    """Make a notebook and its key file, and open it.

    Both are made under other names and only then put in place, the key file first: however it is
    interrupted, there is never a notebook that nobody can open.

    Raises:
        BadSecretError: the PIN or passphrase cannot be used.
        BadWordsError: the worker's or the file's name cannot be used.
        CannotWriteError: there is a file of this name, or the folder cannot be written.

    """
    worker = Worker(id=new_uuid7(), name=text.name(worker_name))
    pins.tidy_secret(secret, kind)
    text.name(path.name)
    placing.refuse_to_overwrite(path, key_file_of(path))
    held = Held.first(secrets.token_bytes(keys.KEY_BYTES), str(uuid.uuid4()))
    slot = keys.new_slot(worker=worker, secret=secret, kind=kind, device=device, held=held)
    key_file = KeyFile(notebook=held.notebook, slots=(keys.sealed(slot, held),))
    _make(path, held, example=example, key_file=keyfile.encode(key_file))
    return _open_held(path, held=held, worker=worker, device_name=device.name, mark=device.mark)


def create_with_key(
    path: Path, *, key: bytes, worker: Worker, example: bool, device_name: str = ""
) -> NotebookFile:
    """Make a notebook without a key file, for whoever keeps the key: examples and tests.

    Raises:
        CannotWriteError: there is a file of this name, or the folder cannot be written.

    """
    placing.refuse_to_overwrite(path)
    _make(path, Held.first(key, str(uuid.uuid4())), example=example)
    return open_with_key(path, key=key, worker=worker, device_name=device_name)


def open_with_secret(
    path: Path,
    *,
    secret: str,
    device: Device,
    read_only: bool = False,
    tries: Tries | None = None,
) -> NotebookFile:
    """Open a notebook with a worker's PIN or passphrase, trying every slot of the key file.

    Takes about half a second a slot that the secret could belong to.

    Args:
        path: the file.
        secret: the PIN or passphrase, as it was typed.
        device: this computer.
        read_only: open a private copy of it as it is now.
        tries: where wrong tries are counted.

    Raises:
        WrongKeyError: it opens no slot on this device.
        TooSoonError: too many were wrong; this one was not tried.
        NotANotebookError: the file or its key file is missing, damaged or something else.
        NewerVersionError: a newer program made it.
        InUseError: another program holds it.

    """
    refuse_what_is_none(path)
    ways = unlocking.unlock(
        key_file_of(path), wrapping_key=keys.from_secret(secret, device), tries=tries
    )
    return open_unlocked(path, ways, device=device, read_only=read_only)


def open_unlocked(
    path: Path,
    ways: Iterator[Unlocked],
    *,
    device: Device,
    read_only: bool = False,
    or_read_only: bool = False,
) -> NotebookFile:
    """Open a notebook with what opened its key file.

    Args:
        path: the file.
        ways: what :func:`app.store.unlocking.unlock` found.
        device: this computer.
        read_only: open a private copy of it as it is now.
        or_read_only: do so if somebody has it open.

    Raises:
        WrongKeyError: a change of keys was cut off, and this secret is not one that holds.
        AlongsideError: as of :func:`open_with_key`.

    """
    refused: AlongsideError = WrongKeyError()
    for way in ways:
        try:
            try:
                opened = _open_way(path, way, device, read_only=read_only)
            except OpenElsewhereError:
                if not or_read_only:
                    raise
                opened = _open_way(path, way, device, read_only=True)
        except NotANotebookError as error:
            refused = error
        else:
            if not opened.read_only:
                keyring.settle(opened, way)
            return opened
    if keyfile.read(key_file_of(path)).in_between:
        raise WrongKeyError from None
    raise refused


def _open_way(path: Path, way: Unlocked, device: Device, *, read_only: bool) -> NotebookFile:
    return _open_held(
        path,
        held=way.held,
        worker=way.slot.worker,
        device_name=device.name,
        mark=device.mark,
        read_only=read_only,
    )


def open_with_key(
    path: Path,
    *,
    key: bytes,
    worker: Worker,
    device_name: str = "",
    mark: str = "",
    read_only: bool = False,
) -> NotebookFile:
    """Open a notebook whose key is known.

    Args:
        path: the file.
        key: the 32 bytes of its data key.
        worker: who opens it.
        device_name: what revisions say they were written on; this computer's name if empty.
        mark: what sets this computer apart from another of its name.
        read_only: open a private copy of it as it is now, which nobody can be in the way of.

    Raises:
        NotANotebookError: the file is missing, damaged, something else, or has another key.
        NewerVersionError: a newer program made it.
        OpenElsewhereError: somebody has it open, so that it can only be read.
        InUseError: another program holds it.
        CannotWriteError: nothing can be written beside it.

    """
    return _open_held(
        path,
        held=Held.first(key, ""),
        worker=worker,
        device_name=device_name,
        mark=mark,
        read_only=read_only,
    )


def _open_held(
    path: Path,
    *,
    held: Held,
    worker: Worker,
    device_name: str,
    mark: str = "",
    read_only: bool = False,
) -> NotebookFile:
    refuse_what_is_none(path)
    device_name = device_name or this_computer()
    if read_only:
        return _open_to_read(path, held=held, worker=worker, device_name=device_name, mark=mark)
    with contextlib.ExitStack() as undo:
        writer = OneWriter.take(path, computer=device_name, mark=mark)
        undo.callback(writer.give_back)
        engine = cipher.open_engine(path, held.data_key)
        undo.callback(engine.dispose)
        _refuse_unknown_form(engine, path.name)
        upgrade.bring_up_to_date(path, engine, key=held.data_key)
        erasing.finish_what_was_begun(path, engine, held.data_key)
        opened = NotebookFile(
            path, engine, held=held, worker=worker, device_name=device_name, writer=writer
        )
        undo.pop_all()
    return opened


def open_copy(
    copy: Path,
    *,
    path: Path,
    held: Held,
    worker: Worker,
    device_name: str = "",
    as_of: datetime.datetime | None = None,
) -> NotebookFile:
    """Open a copy of a notebook to look at it; closing it removes the copy's folder.

    Args:
        copy: a notebook's file in a private place.
        path: what it is a copy of.
        held: its data key.
        worker: who opens it.
        device_name: this computer's name.
        as_of: when it was made, if it comes from a backup.

    Raises:
        NotANotebookError: it is damaged, something else, or has another key.
        NewerVersionError: a newer program made it.

    """
    engine = cipher.open_engine(copy, held.data_key)
    try:
        _refuse_unknown_form(engine, path.name)
        migrations.migrate(engine, name=path.name)
    finally:
        engine.dispose()
    engine = cipher.open_engine(copy, held.data_key, read_only=True)
    try:
        return NotebookFile(
            path,
            engine,
            held=held,
            worker=worker,
            device_name=device_name,
            copy=copy,
            as_of=as_of,
        )
    except BaseException:
        engine.dispose()
        raise


def _open_to_read(
    path: Path, *, held: Held, worker: Worker, device_name: str, mark: str
) -> NotebookFile:
    place = snapshot.place_for_copy()
    try:
        copy = snapshot.copy(path, place)
        if one_writer.is_open_elsewhere(path, computer=device_name, mark=mark):
            _refuse_half(copy, held.data_key, name=path.name)
        return open_copy(copy, path=path, held=held, worker=worker, device_name=device_name)
    except BaseException:
        private_place.discard(place)
        raise


def _refuse_half(copy: Path, key: bytes, *, name: str) -> None:
    """Raise if what came from another computer is not all of one moment.

    What it wrote may still be on its way through a network share or a synchronised folder.
    """
    engine = cipher.open_engine(copy, key)
    try:
        with engine.connect() as connection:
            whole = verify.pages_are_whole(connection)
    finally:
        engine.dispose()
    if not whole:
        raise snapshot.in_motion(name)


def _refuse_unknown_form(engine: Engine, name: str) -> None:
    with engine.connect() as connection:
        migrations.refuse_unknown(migrations.version_of(connection), name=name)
        if not KINDS.keys() >= read_model.kinds(connection):
            raise migrations.newer(name)


def refuse_what_is_none(path: Path) -> None:
    """Raise for a file that cannot be a notebook, before any key is tried.

    Raises:
        NotANotebookError: it is missing, empty, cut off, or no file.

    """
    if not path.exists():
        raise NotANotebookError(
            N_("There is no notebook called {name} here. Please choose another file."),
            name=path.name,
        )
    if not path.is_file() or path.stat().st_size == 0:
        raise NotANotebookError(
            N_("{name} is not an Alongside notebook. Please choose another file."), name=path.name
        )
    if cipher.is_cut_off(path):
        raise faults.damaged(path.name)


def _make(path: Path, held: Held, *, example: bool, key_file: bytes | None = None) -> None:
    """Build the whole notebook under other names, then give it its own."""
    made, made_keys = files.beside(path), files.beside(key_file_of(path))
    with placing.in_plain_words(path), placing.cleared_away(made, made_keys):
        _build(made, held, example=example)
        if key_file is None:
            files.place_new(made, path)
            return
        files.write_private(made_keys, key_file)
        placing.place(made, made_keys, path)


def _build(made: Path, held: Held, *, example: bool) -> None:
    engine = cipher.open_engine(made, held.data_key, make=True)
    try:
        migrations.migrate(engine, name=made.name)
        with engine.begin() as connection:
            connection.execute(
                insert(schema.about),
                [
                    {"name": "id", "value": held.notebook},
                    {"name": EXAMPLE, "value": "yes" if example else "no"},
                ],
            )
    finally:
        engine.dispose()  # the last connection takes the journal into the file
