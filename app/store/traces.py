"""Looking for traces of something in every page of a notebook's file, also in those not in use.

SQLite is not asked: each page is decrypted as it lies in the file and in its journal, so that
what is left over in free pages and between rows is seen too.
"""

import dataclasses
import itertools
import re
from collections.abc import Collection, Iterator
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from app.store import search
from app.store.cipher import PAGE_BYTES

_SALT_BYTES = 16
_IV_BYTES = 16
_RESERVED_BYTES = 80
"""What SQLCipher 4 keeps at the end of each page: how it was encrypted, and its seal."""

_JOURNAL_HEAD_BYTES = 32
_FRAME_HEAD_BYTES = 24
_PAGES_AT_ONCE = 2_048

_IDENTIFIER = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What came of looking through a file.

    Attributes:
        pages: how many were looked through.
        identifiers: every UUID that stands in them.
        pieces: which of the stretches of bytes that were looked for.

    """

    pages: int
    identifiers: frozenset[str]
    pieces: frozenset[bytes]


def forms(text: str) -> frozenset[bytes]:
    """A text as it stands in columns, in bodies, and in the search."""
    return frozenset((text.encode(), msgspec.json.encode(text)[1:-1], search.folded(text).encode()))


def look(path: Path, key: bytes, *, pieces: Collection[bytes] = ()) -> Looked:
    """Look through every page of a file that nobody writes to meanwhile.

    Args:
        path: the file of a notebook; a journal beside it is looked through too.
        key: its data key.
        pieces: stretches of bytes to look for, each short enough to lie on one page.

    """
    number, known, found = 0, set[bytes](), set[bytes]()
    reading = _pages(path, key)
    while some := tuple(itertools.islice(reading, _PAGES_AT_ONCE)):
        number += len(some)
        data = b"\n".join(some)
        known.update(identifiers_in(data))
        found.update(each for each in pieces if each not in found and each in data)
    return Looked(
        pages=number,
        identifiers=frozenset(each.decode() for each in known),
        pieces=frozenset(found),
    )


def identifiers_in(data: bytes) -> list[bytes]:
    """Every UUID that stands in some bytes."""
    return _IDENTIFIER.findall(data)


def _pages(path: Path, key: bytes) -> Iterator[bytes]:
    """What stands in each page of the file, then in each of its journal."""
    with path.open("rb") as file:
        while page := file.read(PAGE_BYTES):
            yield _decrypted(page, key, is_first=file.tell() == PAGE_BYTES)
    journal = path.with_name(path.name + "-wal")
    if not journal.exists():
        return
    with journal.open("rb") as file:
        file.seek(_JOURNAL_HEAD_BYTES)
        while head := file.read(_FRAME_HEAD_BYTES):
            yield _decrypted(file.read(PAGE_BYTES), key, is_first=head[:4] == b"\0\0\0\1")


def _decrypted(page: bytes, key: bytes, *, is_first: bool) -> bytes:
    end = PAGE_BYTES - _RESERVED_BYTES
    if len(page) < PAGE_BYTES:
        return b""  # the stump of a page that was never finished
    decryptor = Cipher(AES(key), CBC(page[end : end + _IV_BYTES])).decryptor()
    return decryptor.update(page[_SALT_BYTES if is_first else 0 : end])
