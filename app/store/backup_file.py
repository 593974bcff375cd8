"""The form of a backup: one file with all that is needed to have a notebook again.

``NAME YYYY-MM-DD HHMM.alongside-backup`` holds, one after the other:

1. the notebook's file as SQLCipher wrote it, under the notebook's own data key;
2. the :class:`Label` as JSON: which notebook, when, the SHA-256 of part 1, the key file, and a
   seal under the data key, so that nobody without it can change a word of the label;
3. the SHA-256 of part 2, 32 bytes;
4. the length of part 2, 4 bytes, the most significant first;
5. ``ALONGSIDE-BACKUP``, 16 bytes.

The label is at the end so that the database is written where it stays, once; and a file that was
cut off, however little, has no end and cannot be taken for a backup. Whoever holds the file
without a secret learns what the key file tells, the notebook's random identifier, and how large
it was on which day.

Version 1
    The first.
"""

import dataclasses
import datetime
import hashlib
import hmac
import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, BinaryIO

import msgspec

from app.model.errors import BadBackupError, NewerVersionError
from app.model.wording import N_

VERSION = 1
SUFFIX = ".alongside-backup"

_MAGIC = b"ALONGSIDE-BACKUP"
_HASH_BYTES = 32
_LENGTH_BYTES = 4
_END_BYTES = _HASH_BYTES + _LENGTH_BYTES + len(_MAGIC)
_LONGEST_LABEL = 2**24
_AT_ONCE = 2**20

Progress = Callable[[int, int], object]
"""Told how much is done and how much there is in all. Whatever it raises stops the work."""


def nobody_asks(_done: int, _of: int) -> None:
    """The progress that nobody wants to see."""


class Label(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a backup says of itself.

    Attributes:
        version: of this form.
        notebook: the notebook's identifier.
        made_at: when, in UTC.
        form: the version of the notebook's tables, as :mod:`app.store.migrations` counts.
        size: bytes of the database.
        sha256: of the database.
        key_file: the key file's content.
        seal: HMAC-SHA-256 of all the rest under the data key.

    """

    version: int
    notebook: str
    made_at: datetime.datetime
    form: int
    size: Annotated[int, msgspec.Meta(gt=0)]
    sha256: Annotated[bytes, msgspec.Meta(min_length=_HASH_BYTES, max_length=_HASH_BYTES)]
    key_file: bytes
    seal: bytes = b""

    def sealed(self, key: bytes) -> "Label":
        """The same, with the seal that this data key gives."""
        return msgspec.structs.replace(self, seal=self._seal(key))

    def is_sealed_with(self, key: bytes) -> bool:
        """Whether this data key made the seal."""
        return hmac.compare_digest(self.seal, self._seal(key))

    def _seal(self, key: bytes) -> bytes:
        bare = msgspec.structs.replace(self, seal=b"")
        return hmac.digest(key, b"alongside backup|" + msgspec.json.encode(bare), "sha256")


class _JustVersion(msgspec.Struct, frozen=True):
    version: int


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """A backup with its label read; its database may still be damaged."""

    file: Path
    label: Label


def finish(made: BinaryIO, label: Label) -> None:
    """Write what follows the database, and make all of it durable."""
    told = msgspec.json.encode(label)
    made.seek(0, os.SEEK_END)
    made.write(told + hashlib.sha256(told).digest() + len(told).to_bytes(_LENGTH_BYTES) + _MAGIC)
    made.flush()
    os.fsync(made.fileno())


def read(file: Path) -> Found:
    """Read a backup's label and check it; :func:`copy_database` checks the rest.

    Raises:
        BadBackupError: it is out of reach, cut off, altered, or something else.
        NewerVersionError: a newer program made it.

    """
    try:
        with file.open("rb") as backup:
            told, before = _told(backup, file.name)
    except OSError as error:
        raise BadBackupError(
            N_("The backup {name} cannot be read. Check that its disk or stick is still there."),
            name=file.name,
        ) from error
    try:
        if msgspec.json.decode(told, type=_JustVersion).version > VERSION:
            raise NewerVersionError(
                N_("{name} was made by a newer Alongside. Please update this one."), name=file.name
            )
        label = msgspec.json.decode(told, type=Label)
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise altered(file.name) from None
    if label.size != before or label.made_at.tzinfo is None:
        raise altered(file.name)
    return Found(file=file, label=label)


def copy_database(found: Found, to: BinaryIO | None, progress: Progress = nobody_asks) -> None:
    """Read the whole database, check it, and write it to ``to`` if that is given.

    Args:
        found: the backup.
        to: an empty file.
        progress: told bytes.

    Raises:
        BadBackupError: it cannot be read, or is not what was written; ``to`` is worth nothing.
        OSError: ``to`` cannot be written.

    """
    digest, left = hashlib.sha256(), found.label.size
    try:
        backup = found.file.open("rb")
    except OSError as error:
        raise _out_of_reach(found.file) from error
    with backup:
        while left:
            progress(found.label.size - left, found.label.size)
            try:
                part = backup.read(min(left, _AT_ONCE))
            except OSError as error:
                raise _out_of_reach(found.file) from error
            if not part:
                raise altered(found.file.name)
            digest.update(part)
            left -= len(part)
            if to is not None:
                to.write(part)
    if not hmac.compare_digest(digest.digest(), found.label.sha256):
        raise altered(found.file.name)
    progress(found.label.size, found.label.size)


def altered(name: str) -> BadBackupError:
    """It is not what was written."""
    return BadBackupError(
        N_("The backup {name} was altered or is damaged, so it was not used. Please use another."),
        name=name,
    )


def _out_of_reach(file: Path) -> BadBackupError:
    return BadBackupError(
        N_("The backup {name} cannot be read. Check that its disk or stick is still there."),
        name=file.name,
    )


def _told(backup: BinaryIO, name: str) -> tuple[bytes, int]:
    """The label's JSON, and how many bytes stand before it."""
    size = backup.seek(0, os.SEEK_END)
    if size < _END_BYTES:
        raise _cut_off(name)
    backup.seek(size - _END_BYTES)
    end = backup.read(_END_BYTES)
    if not end.endswith(_MAGIC):
        raise _cut_off(name)
    length = int.from_bytes(end[_HASH_BYTES : _HASH_BYTES + _LENGTH_BYTES])
    if length > min(size - _END_BYTES, _LONGEST_LABEL):
        raise altered(name)
    backup.seek(size - _END_BYTES - length)
    told = backup.read(length)
    if not hmac.compare_digest(hashlib.sha256(told).digest(), end[:_HASH_BYTES]):
        raise altered(name)
    return told, size - _END_BYTES - length


def _cut_off(name: str) -> BadBackupError:
    return BadBackupError(
        N_("{name} is cut off, or is not a backup of Alongside. Please use another backup."),
        name=name,
    )
