"""Having a notebook again from a backup, or looking into one. Nothing that is there is touched."""

import dataclasses
import datetime
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from app import private_place
from app.model.errors import NotANotebookError, WrongKeyError
from app.model.wording import N_
from app.store import backup_file, cipher, files, migrations, placing, snapshot, verify
from app.store.backup_file import SUFFIX, Found, Progress, nobody_asks
from app.store.device import Device
from app.store.keyfile import key_file_of
from app.store.keys import Unlocked
from app.store.notebook import NotebookFile
from app.store.opening import open_copy, open_unlocked

Unlock = Callable[[Path], Iterator[Unlocked]]
"""Given a key file, the ways in which a PIN, a passphrase or a recovery sheet opens it.

See :func:`app.store.unlocking.unlock`.
"""


_DAY_AND_TIME = re.compile(r" \d{4}-\d\d-\d\d \d{4}( \(\d+\))?$")


@dataclasses.dataclass(frozen=True, slots=True)
class About:
    """What a backup says of itself to anybody, whether they can open it or not.

    Attributes:
        name: what the notebook was called, as the file's name says.
        made_at: when, in UTC.

    """

    name: str
    made_at: datetime.datetime


def about(backup: Path) -> About:
    """Read which notebook a backup is of and when it was made; its database may be damaged.

    Raises:
        BadBackupError: it is cut off, altered, out of reach, or something else.
        NewerVersionError: a newer program made it.

    """
    found = _readable(backup)
    name = _DAY_AND_TIME.sub("", backup.name.removesuffix(SUFFIX))
    return About(name=name, made_at=found.label.made_at.astimezone(datetime.UTC))


def look_into(
    backup: Path, *, unlock: Unlock, device: Device, progress: Progress = nobody_asks
) -> NotebookFile:
    """Open a backup to read only, in a private place that is gone once it is closed.

    Args:
        backup: the file.
        unlock: opens its key file.
        device: this computer.
        progress: told bytes; whatever it raises stops it, and nothing is left.

    Raises:
        WrongKeyError: the secret does not open it on this computer.
        BadBackupError: it is cut off, altered, out of reach, or something else.
        NewerVersionError: a newer program made it.
        CannotWriteError: there is no room for a copy.

    """
    found = _readable(backup)
    place = snapshot.place_for_copy()
    try:
        copy = place / backup.name.removesuffix(SUFFIX)
        way = _unpack(found, copy, key_file_of(copy), unlock, progress)
        _refuse_unsound(copy, found, way)
        progress(found.label.size, found.label.size)  # the last moment at which it can be stopped
        return open_copy(
            copy,
            path=backup,
            held=way.held,
            worker=way.slot.worker,
            device_name=device.name,
            as_of=found.label.made_at,
        )
    except BaseException:
        private_place.discard(place)
        raise


def restore(
    backup: Path, to: Path, *, unlock: Unlock, device: Device, progress: Progress = nobody_asks
) -> NotebookFile:
    """Make a notebook of a backup, under a name that is free, and open it.

    It opens with the same PINs, passphrases and recovery sheet as the backed up one did then.

    Args:
        backup: the file.
        to: the new notebook.
        unlock: opens its key file: whoever cannot open it would have made nothing of use.
        device: this computer.
        progress: told bytes; whatever it raises stops it, and nothing is left.

    Raises:
        WrongKeyError: the secret does not open it on this computer.
        BadBackupError: it is cut off, altered, out of reach, or something else.
        NewerVersionError: a newer program made it.
        CannotWriteError: there is something of this name, or no folder, or no room.

    """
    placing.refuse_to_overwrite(to, key_file_of(to))
    found = _readable(backup)
    made, made_keys = files.beside(to), files.beside(key_file_of(to))
    with placing.in_plain_words(to), placing.cleared_away(made, made_keys):
        way = _unpack(found, made, made_keys, unlock, progress)
        _refuse_unsound(made, found, way)
        progress(found.label.size, found.label.size)  # the last moment at which it can be stopped
        placing.place(made, made_keys, to)
    return open_unlocked(to, iter((way,)), device=device)


def _readable(backup: Path) -> Found:
    found = backup_file.read(backup)
    try:
        migrations.refuse_unknown(found.label.form, name=backup.name)
    except NotANotebookError:
        raise backup_file.altered(backup.name) from None
    return found


def _unpack(
    found: Found, made: Path, made_keys: Path, unlock: Unlock, progress: Progress
) -> Unlocked:
    """Write the database and the key file, and say which way opens them.

    The secret is tried first: it takes less time than a large database.
    """
    with placing.in_plain_words(made):
        files.write_private(made_keys, found.label.key_file)
        way = _way(found, made_keys, unlock)
        files.write_private(made, b"")
        with made.open("r+b") as to:
            backup_file.copy_database(found, to, progress)
            to.flush()
            os.fsync(to.fileno())
    return way


def _way(found: Found, key_file: Path, unlock: Unlock) -> Unlocked:
    """The way with the data key that sealed the label."""
    try:
        ways = unlock(key_file)
    except WrongKeyError:
        raise WrongKeyError(
            N_(
                "That does not open this backup. A PIN opens it only on the computer where it "
                "opened the notebook. Anywhere else, use a passphrase or the recovery sheet."
            )
        ) from None
    except NotANotebookError:
        raise backup_file.altered(found.file.name) from None
    for way in ways:
        if found.label.is_sealed_with(way.held.data_key):
            return way
    raise backup_file.altered(found.file.name)


def _refuse_unsound(copy: Path, found: Found, way: Unlocked) -> None:
    """Raise unless every page is authentic and in order, and the notebook is the label's."""
    engine = cipher.open_engine(copy, way.held.data_key, still=True)
    try:
        with engine.connect() as reading:
            sound = (
                verify.pages_are_whole(reading)
                and migrations.version_of(reading) == found.label.form
            )
    except NotANotebookError:
        sound = False
    finally:
        engine.dispose()
    if not sound:
        raise backup_file.altered(found.file.name)
