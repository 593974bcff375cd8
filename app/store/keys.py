"""The key file: who can open a notebook, and with what.

A notebook's pages are encrypted with 32 random bytes, the data key. ``NAME.alongside.keys``
beside ``NAME.alongside`` holds that key once for every worker, each time wrapped with AES-256-GCM
under a key made from the worker's PIN or passphrase by Argon2id (RFC 9106). A PIN is mixed with
the secret of the device; a passphrase is long enough to stand alone and works on any computer.
Slots of a kind that this program does not know are kept as they are.
"""

import dataclasses
import hmac
import secrets
import unicodedata
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from app.model.errors import (
    AlongsideError,
    BadSecretError,
    NewerVersionError,
    NotANotebookError,
    WrongKeyError,
)
from app.model.wording import N_
from app.store.device import Device

KEY_BYTES = 32
VERSION = 1
FEWEST_PIN_DIGITS = 4
MOST_PIN_DIGITS = 12
SHORTEST_PASSPHRASE = 12
_LONGEST_PASSPHRASE = 1_000
_SALT_BYTES = 16
_NONCE_BYTES = 12

SecretKind = Literal["pin", "passphrase"]


@dataclasses.dataclass(frozen=True, slots=True)
class Worker:
    """Someone who holds a key to the notebook."""

    id: str
    name: str


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """How hard Argon2id makes it to guess: passes, KiB of memory, lanes.

    The upper bounds keep an altered key file from using up the computer.
    """

    passes: Annotated[int, msgspec.Meta(ge=1, le=64)]
    memory_kib: Annotated[int, msgspec.Meta(ge=64, le=2**21)]
    lanes: Annotated[int, msgspec.Meta(ge=1, le=16)]


COST = Cost(passes=4, memory_kib=128 * 1024, lanes=2)
"""About half a second on an ordinary laptop. Each slot keeps its own, so this can be raised."""


class Slot(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The data key, wrapped for one worker.

    Attributes:
        id: the worker's identifier.
        name: the worker's name.
        kind: ``pin``, ``passphrase``, or one that only a later program knows.
        cost: what Argon2id was told; None for a kind that needs no slow function.
        salt: random bytes for Argon2id.
        nonce: random bytes for AES-GCM.
        wrapped: the encrypted data key with its tag.

    """

    id: str
    name: str
    kind: str
    salt: bytes
    nonce: Annotated[bytes, msgspec.Meta(min_length=_NONCE_BYTES, max_length=_NONCE_BYTES)]
    wrapped: bytes
    cost: Cost | None = None

    @property
    def worker(self) -> Worker:
        """Whose slot this is."""
        return Worker(id=self.id, name=self.name)


class _KeyFile(msgspec.Struct, frozen=True, kw_only=True):
    version: int
    slots: tuple[Slot, ...]


class _JustVersion(msgspec.Struct, frozen=True):
    version: int


def key_file_of(notebook: Path) -> Path:
    """Where the key file of a notebook lies."""
    return notebook.with_name(notebook.name + ".keys")


def tidy_secret(secret: str, kind: SecretKind) -> str:
    """A new PIN or passphrase in the form that is used, whatever keyboard it was typed on.

    Raises:
        BadSecretError: it is too short, too long, or a PIN with something else than digits.

    """
    tidied = _tidied(secret, kind)
    if tidied is not None:
        return tidied
    if kind == "pin":
        raise BadSecretError(
            N_("A PIN needs {fewest} to {most} digits, and nothing else."),
            fewest=FEWEST_PIN_DIGITS,
            most=MOST_PIN_DIGITS,
        )
    raise BadSecretError(
        N_("A passphrase needs at least {fewest} letters. Three or four words are good."),
        fewest=SHORTEST_PASSPHRASE,
    )


def new_slot(key: bytes, *, worker: Worker, secret: str, kind: SecretKind, device: Device) -> Slot:
    """Wrap the data key for a worker.

    Raises:
        BadSecretError: the PIN or passphrase cannot be used.

    """
    tidied = tidy_secret(secret, kind)
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    wrapping = _wrapping_key(tidied, kind=kind, salt=salt, cost=COST, device=device)
    return Slot(
        id=worker.id,
        name=worker.name,
        kind=kind,
        cost=COST,
        salt=salt,
        nonce=nonce,
        wrapped=AESGCM(wrapping).encrypt(nonce, key, _bound_to(kind, worker.id)),
    )


def unlock(slots: tuple[Slot, ...], *, secret: str, device: Device) -> tuple[bytes, Worker]:
    """The data key, and whose slot gave it.

    Raises:
        WrongKeyError: no slot opens with this on this device.

    """
    for slot in slots:
        key = _open_slot(slot, secret, device)
        if key is not None:
            return key, slot.worker
    raise WrongKeyError


def encode(slots: tuple[Slot, ...]) -> bytes:
    """A key file's content."""
    data = msgspec.json.encode(_KeyFile(version=VERSION, slots=slots))
    return msgspec.json.format(data, indent=1)


def read(path: Path) -> tuple[Slot, ...]:
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
        return msgspec.json.decode(data, type=_KeyFile).slots
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise _unusable(path) from None
    except OSError as error:
        raise _unusable(path) from error


def _unusable(path: Path) -> AlongsideError:
    return NotANotebookError(
        N_(
            "The key file {name} is missing or damaged. It belongs in the same folder as the "
            "notebook: put it back there, from a copy if need be."
        ),
        name=path.name,
    )


def _tidied(secret: str, kind: str) -> str | None:
    """The secret as it is used, or None if it cannot be one of this kind."""
    if kind == "pin":
        digits = [unicodedata.decimal(each, -1) for each in secret.strip()]
        if FEWEST_PIN_DIGITS <= len(digits) <= MOST_PIN_DIGITS and -1 not in digits:
            return "".join(str(digit) for digit in digits)
        return None
    words = " ".join(unicodedata.normalize("NFC", secret).split())
    return words if SHORTEST_PASSPHRASE <= len(words) <= _LONGEST_PASSPHRASE else None


def _open_slot(slot: Slot, secret: str, device: Device) -> bytes | None:
    if slot.kind not in {"pin", "passphrase"} or slot.cost is None:
        return None
    tidied = _tidied(secret, slot.kind)
    if tidied is None:
        return None
    wrapping = _wrapping_key(tidied, kind=slot.kind, salt=slot.salt, cost=slot.cost, device=device)
    try:
        key = AESGCM(wrapping).decrypt(slot.nonce, slot.wrapped, _bound_to(slot.kind, slot.id))
    except InvalidTag:
        return None
    return key if len(key) == KEY_BYTES else None


def _wrapping_key(secret: str, *, kind: str, salt: bytes, cost: Cost, device: Device) -> bytes:
    slow = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(secret.encode("utf-8", "surrogatepass"))
    mixed_in = device.secret if kind == "pin" else b""
    return hmac.digest(slow, b"alongside key slot|" + mixed_in, "sha256")


def _bound_to(kind: str, worker: str) -> bytes:
    """What a slot is tied to, so that it cannot be passed off as another worker's or kind's."""
    return f"{kind}|{worker}|{VERSION}".encode()
