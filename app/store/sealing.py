"""Sealed notes: words for one reader, which nobody else can open (rule R14).

The data key of a notebook is every worker's; it keeps nothing from a keyworker. So each worker
also has pairs of X25519 keys for notes alone, the private ones wrapped under what their own PIN or
passphrase gives and nobody else's. A note is sealed to the public one with HPKE (RFC 9180: X25519,
HKDF-SHA256, AES-256-GCM), bound to the notebook, the note and the reader.

Unlike the pair that holds the data key, these pairs outlive a PIN that their owner changes: the old
ones are wrapped anew for old notes, and a new one is added, to which alone new notes are sealed.
"""

import base64
import binascii
import dataclasses
import secrets
from collections.abc import Iterator
from typing import Annotated

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.model.feedback import SealedBox

_KEY_BYTES = 32
_NONCE_BYTES = 12
_STEP_BYTES = 1_024
"""Sealed is a multiple of so many bytes: how long a note is says little of what is in it."""

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class NoteKey(msgspec.Struct, frozen=True, kw_only=True):
    """A pair of keys for sealed notes, in the slot of a worker.

    Attributes:
        public: what notes are sealed to.
        nonce: random bytes for AES-GCM.
        wrapped: the encrypted private key.

    """

    public: Annotated[bytes, msgspec.Meta(min_length=_KEY_BYTES, max_length=_KEY_BYTES)]
    nonce: Annotated[bytes, msgspec.Meta(min_length=_NONCE_BYTES, max_length=_NONCE_BYTES)]
    wrapped: bytes


@dataclasses.dataclass(frozen=True, slots=True)
class NoteReader:
    """Somebody to whom a note can be sealed.

    Attributes:
        worker: their identifier.
        name: what they are called.
        public: the public key of their newest pair.

    """

    worker: str
    name: str
    public: bytes = dataclasses.field(repr=False)


def new_private() -> bytes:
    """The private key of a new pair."""
    return X25519PrivateKey.generate().private_bytes_raw()


def wrap(private: bytes, *, wrapping: bytes, worker: str, notebook: str) -> NoteKey:
    """Put a pair into a worker's slot.

    Args:
        private: the private key.
        wrapping: what the worker's PIN or passphrase gives.
        worker: their identifier.
        notebook: the notebook's identifier.

    """
    public = X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
    nonce = secrets.token_bytes(_NONCE_BYTES)
    bound = _bound(worker, notebook, public)
    return NoteKey(
        public=public,
        nonce=nonce,
        wrapped=AESGCM(_own_key(wrapping)).encrypt(nonce, private, bound),
    )


def unwrap(
    pairs: tuple[NoteKey, ...], *, wrapping: bytes, worker: str, notebook: str
) -> tuple[bytes, ...]:
    """The private keys that a worker's PIN or passphrase gives, in the order of the pairs."""
    found = []
    key = AESGCM(_own_key(wrapping))
    for each in pairs:
        try:
            found.append(
                key.decrypt(each.nonce, each.wrapped, _bound(worker, notebook, each.public))
            )
        except InvalidTag:
            continue
    return tuple(found)


def seal(words: bytes, *, to: NoteReader, notebook: str, note: str) -> SealedBox:
    """Seal words to one reader; nobody can open it again, whoever sealed it neither.

    Args:
        words: JSON, to which spaces are added.
        to: the reader.
        notebook: the notebook's identifier.
        note: the identifier of the note's record.

    """
    padded = words + b" " * (-len(words) % _STEP_BYTES)
    public = X25519PublicKey.from_public_bytes(to.public)
    sealed = _SUITE.encrypt(padded, public, _info(notebook, note, to.worker))
    return SealedBox(key=to.worker, sealed=base64.b64encode(sealed).decode())


def unseal(
    boxes: tuple[SealedBox, ...],
    privates: tuple[bytes, ...],
    *,
    worker: str,
    notebook: str,
    note: str,
) -> bytes | None:
    """The words of a note for this worker, or None if none of the keys opens any of its boxes."""
    for box in (each for each in boxes if each.key == worker):
        for words in _tried(box, privates, _info(notebook, note, worker)):
            return words
    return None


def _tried(box: SealedBox, privates: tuple[bytes, ...], info: bytes) -> Iterator[bytes]:
    try:
        sealed = base64.b64decode(box.sealed, validate=True)
    except binascii.Error:
        return
    for each in reversed(privates):
        try:
            yield _SUITE.decrypt(sealed, X25519PrivateKey.from_private_bytes(each), info)
        except (InvalidTag, ValueError):  # ValueError: a public key that gives nothing secret
            continue


def _own_key(wrapping: bytes) -> bytes:
    info = b"alongside keys for sealed notes"
    return HKDF(algorithm=SHA256(), length=_KEY_BYTES, salt=None, info=info).derive(wrapping)


def _bound(worker: str, notebook: str, public: bytes) -> bytes:
    return f"alongside note key|1|{notebook}|{worker}|".encode() + public


def _info(notebook: str, note: str, worker: str) -> bytes:
    return f"alongside sealed note|1|{notebook}|{note}|{worker}".encode()
