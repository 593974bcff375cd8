"""A notebook: one encrypted file, with a key file beside it (``app.usecases.ports.Notebook``)."""

import contextlib
import secrets
import uuid
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Engine, insert, select

from app.model import text
from app.model.errors import AlongsideError, CannotWriteError, NotANotebookError
from app.model.ids import new_uuid7, stay_after
from app.model.wording import N_
from app.store import cipher, faults, files, keys, migrations, read_model, revisions, schema, verify
from app.store.device import Device, this_computer
from app.store.keys import SecretKind, Worker, key_file_of
from app.store.unit_of_work import NotebookUnitOfWork, Turn

_EXAMPLE = "example"


class NotebookFile:
    """An open notebook.

    Attributes:
        path: the file.
        worker: who opened it.
        example: whether it holds made-up people to look around with.

    """

    def __init__(self, path: Path, engine: Engine, *, worker: Worker, device_name: str) -> None:
        self.path = path
        self.worker = worker
        self._engine: Engine | None = engine
        self._turn = Turn(path.name)
        self._device_name = device_name
        with engine.connect() as connection:
            facts = {row.name: row.value for row in connection.execute(select(schema.about))}
            latest = revisions.latest(connection)
        self.example = facts.get(_EXAMPLE) == "yes"
        if latest is not None:
            stay_after(latest)

    def unit_of_work(self) -> NotebookUnitOfWork:
        """Start a unit of work; enter it with ``with``."""
        return NotebookUnitOfWork(self._open(), self._turn, device=self._device_name)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the file, in sentences marked for translation; empty if whole.

        Reads everything, and lets nobody write meanwhile.
        """
        with self._turn.taken(), self._open().connect() as connection:
            return verify.problems(connection)

    def rebuild(self) -> None:
        """Make the lists and the search anew from the revisions, with an identical result."""
        with self._turn.taken(), self._open().begin() as connection:
            read_model.rebuild(connection)

    def close(self) -> None:
        """Bring everything into the one file and let go of it; a second call does nothing."""
        engine, self._engine = self._engine, None
        if engine is None:
            return
        with contextlib.suppress(AlongsideError), self._turn.taken():
            # Without room for it the journal keeps what was said until the next opening.
            driver = engine.raw_connection()
            try:
                driver.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            except cipher.DatabaseFault as error:
                if faults.from_database(error, self.path.name) is None:
                    raise
            finally:
                driver.close()
        engine.dispose()

    def _open(self) -> Engine:
        if self._engine is None:
            raise RuntimeError("this notebook is closed")
        return self._engine


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
        BadWordsError: the worker's name cannot be used.
        CannotWriteError: there is a file of this name, or the folder cannot be written.

    """
    worker = Worker(id=new_uuid7(), name=text.name(worker_name))
    keys.tidy_secret(secret, kind)
    _refuse_to_overwrite(path, key_file_of(path))
    key = secrets.token_bytes(keys.KEY_BYTES)
    slot = keys.new_slot(key, worker=worker, secret=secret, kind=kind, device=device)
    _make(path, key, example=example, key_file=keys.encode((slot,)))
    return open_with_key(path, key=key, worker=worker, device_name=device.name)


def create_with_key(
    path: Path, *, key: bytes, worker: Worker, example: bool, device_name: str = ""
) -> NotebookFile:
    """Make a notebook without a key file, for whoever keeps the key: examples and tests.

    Raises:
        CannotWriteError: there is a file of this name, or the folder cannot be written.

    """
    _refuse_to_overwrite(path)
    _make(path, key, example=example)
    return open_with_key(path, key=key, worker=worker, device_name=device_name)


def open_with_secret(path: Path, *, secret: str, device: Device) -> NotebookFile:
    """Open a notebook with a worker's PIN or passphrase, trying every slot of the key file.

    Takes about half a second a slot that the secret could belong to.

    Raises:
        WrongKeyError: it opens no slot on this device.
        NotANotebookError: the file or its key file is missing, damaged or something else.
        NewerVersionError: a newer program made it.
        InUseError: another program holds it.

    """
    _refuse_what_is_none(path)
    slots = keys.read(key_file_of(path))
    key, worker = keys.unlock(slots, secret=secret, device=device)
    return open_with_key(path, key=key, worker=worker, device_name=device.name)


def open_with_key(path: Path, *, key: bytes, worker: Worker, device_name: str = "") -> NotebookFile:
    """Open a notebook whose key is known.

    Args:
        path: the file.
        key: the 32 bytes of its data key.
        worker: who opens it.
        device_name: what revisions say they were written on; this computer's name if empty.

    Raises:
        NotANotebookError: the file is missing, damaged, something else, or has another key.
        NewerVersionError: a newer program made it.
        InUseError: another program holds it.

    """
    _refuse_what_is_none(path)
    engine = cipher.open_engine(path, key)
    try:
        with engine.connect() as connection:
            version = migrations.version_of(connection)
        migrations.refuse_unknown(version, name=path.name)
        migrations.migrate(engine, name=path.name)
        return NotebookFile(path, engine, worker=worker, device_name=device_name or this_computer())
    except BaseException:
        engine.dispose()
        raise


def _refuse_to_overwrite(*paths: Path) -> None:
    for path in paths:
        if path.exists() or path.is_symlink():
            raise _already_there(path)
    folder = paths[0].absolute().parent
    if not folder.is_dir():
        raise CannotWriteError(
            N_("There is no folder {folder}. Please make it first, or choose another."),
            folder=folder,
        )


def _already_there(path: Path) -> CannotWriteError:
    return CannotWriteError(
        N_("There is something called {name} here already. Please choose another name."),
        name=path.name,
    )


def _refuse_what_is_none(path: Path) -> None:
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


def _make(path: Path, key: bytes, *, example: bool, key_file: bytes | None = None) -> None:
    """Build the whole notebook under other names, then give it its own."""
    made, made_keys = files.beside(path), files.beside(key_file_of(path))
    with _in_plain_words(path), _cleared_away(made, made_keys):
        _build(made, key, example=example)
        if key_file is None:
            files.place_new(made, path)
            return
        files.write_private(made_keys, key_file)
        files.place_new(made_keys, key_file_of(path))
        try:
            files.place_new(made, path)
        except BaseException:
            key_file_of(path).unlink()
            raise


def _build(made: Path, key: bytes, *, example: bool) -> None:
    engine = cipher.open_engine(made, key, make=True)
    try:
        migrations.migrate(engine, name=made.name)
        with engine.begin() as connection:
            connection.execute(
                insert(schema.about),
                [
                    {"name": "id", "value": str(uuid.uuid4())},
                    {"name": _EXAMPLE, "value": "yes" if example else "no"},
                ],
            )
    finally:
        engine.dispose()  # the last connection takes the journal into the file


@contextlib.contextmanager
def _cleared_away(*made: Path) -> Iterator[None]:
    """Leave nothing unfinished behind; a finished file has moved to its own name by then."""
    try:
        yield
    finally:
        for each in made:
            for tail in ("", "-wal", "-shm", "-journal"):
                each.with_name(each.name + tail).unlink(missing_ok=True)


@contextlib.contextmanager
def _in_plain_words(path: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise _already_there(path) from None
    except OSError as error:
        raise faults.from_system(error, path.absolute().parent) from error
