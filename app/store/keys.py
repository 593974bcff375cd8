"""Keys and slots: how one data key is held by several people, none of whom knows another's secret.

A notebook's pages are encrypted with 32 random bytes, the data key. Every worker has a pair of
X25519 keys (RFC 7748) in a slot of the key file. The private one is wrapped with AES-256-GCM under
a key made from the worker's PIN or passphrase by Argon2id (RFC 9106). A PIN is mixed with the
secret of the device; a passphrase is long enough to stand alone and works on any computer. The
data key is sealed to the public one, so that whoever has the notebook open can seal a new data
key to everybody who stays, without their secrets.

Two things keep a slot from being slipped in by somebody who can write the key file and no more.
A seal takes the *membership*, 32 bytes that only those know who ever opened the notebook; and it
carries a proof of its slot under the data key, without which no new data key is sealed to it.
"""

import dataclasses
import hmac
import secrets
from collections.abc import Callable, Iterator
from typing import Annotated

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.store import sealing
from app.store.device import Device
from app.store.pins import SecretKind, as_used, tidy_secret
from app.store.sealing import NoteKey

KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
_USED_ONCE = bytes(_NONCE_BYTES)
"""The nonce under a key that encrypts one message only."""

_WORKER_KINDS = {"pin", "passphrase"}

_Nonce = Annotated[bytes, msgspec.Meta(min_length=_NONCE_BYTES, max_length=_NONCE_BYTES)]
_PublicKey = Annotated[bytes, msgspec.Meta(min_length=KEY_BYTES, max_length=KEY_BYTES)]


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


class Seal(msgspec.Struct, frozen=True, kw_only=True):
    """One data key, sealed to the public key of a slot.

    Attributes:
        generation: which of the notebook's data keys it is; the first is 1.
        sender: a public key made for this seal alone.
        sealed: the encrypted data key with its tag.
        proof: that somebody who had this data key vouched for the slot.

    """

    generation: Annotated[int, msgspec.Meta(ge=1)]
    sender: _PublicKey
    sealed: bytes
    proof: bytes


class Slot(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a worker, or whoever has the recovery sheet, opens the notebook with.

    Attributes:
        id: the worker's identifier.
        name: the worker's name; empty for the recovery sheet.
        kind: ``pin``, ``passphrase``, ``recovery``, or one that only a later program knows.
        cost: what Argon2id was told; None for a kind that needs no slow function.
        salt: random bytes for the making of the wrapping key.
        nonce: random bytes for AES-GCM.
        wrapped: the encrypted private key and membership. In a slot of version 1, which has no
            public key, the encrypted data key.
        public: the public key; None in a slot of version 1.
        seals: the data key, and the one that is to follow it while it is being changed.
        note_keys: a worker's keys for sealed notes, the newest last.

    """

    id: str
    name: str
    kind: str
    salt: bytes
    nonce: _Nonce
    wrapped: bytes
    cost: Cost | None = None
    public: _PublicKey | None = None
    seals: tuple[Seal, ...] = ()
    note_keys: tuple[NoteKey, ...] = ()

    @property
    def worker(self) -> Worker:
        """Whose slot this is."""
        return Worker(id=self.id, name=self.name)

    @property
    def generations(self) -> set[int]:
        """The data keys that it gives."""
        return {seal.generation for seal in self.seals} if self.public else {1}


@dataclasses.dataclass(frozen=True, slots=True)
class Held:
    """What somebody who opened the notebook holds.

    Attributes:
        data_key: what the pages are encrypted with.
        generation: how many data keys the notebook has had, this one included.
        membership: 32 bytes that everybody who opened the notebook knows.
        notebook: the identifier that slots are bound to; empty while the key file has none.

    """

    data_key: bytes = dataclasses.field(repr=False)
    generation: int
    membership: bytes = dataclasses.field(repr=False)
    notebook: str

    @classmethod
    def first(cls, data_key: bytes, notebook: str) -> "Held":
        """Of a notebook that never had another data key."""
        membership = _derived(data_key, b"alongside membership")
        return cls(data_key=data_key, generation=1, membership=membership, notebook=notebook)

    def with_new_key(self) -> "Held":
        """The same with another data key, the next."""
        return dataclasses.replace(
            self, data_key=secrets.token_bytes(KEY_BYTES), generation=self.generation + 1
        )


@dataclasses.dataclass(frozen=True, slots=True)
class Unlocked:
    """A slot that opened.

    Attributes:
        slot: which one.
        held: what it gave.
        wrapping: the key that opened it, with which it can be written anew.

    """

    slot: Slot = dataclasses.field(repr=False)
    held: Held
    wrapping: bytes = dataclasses.field(repr=False)


WrappingKey = Callable[[Slot], bytes | None]
"""The key under which a slot would be wrapped, or None if it cannot be one of this kind."""


def from_secret(secret: str, device: Device) -> WrappingKey:
    """What a PIN or passphrase opens; about half a second for each slot it is asked of."""

    def wrapping(slot: Slot) -> bytes | None:
        if slot.kind not in _WORKER_KINDS or slot.cost is None:
            return None
        tidied = as_used(secret, slot.kind)
        if tidied is None:
            return None
        return _slow_key(tidied, kind=slot.kind, salt=slot.salt, cost=slot.cost, device=device)

    return wrapping


def new_slot(
    *,
    worker: Worker,
    secret: str,
    kind: SecretKind,
    device: Device,
    held: Held,
    notes: tuple[bytes, ...] = (),
) -> Slot:
    """A slot for a worker, with no data key in it yet.

    Args:
        worker: whose it is.
        secret: their PIN or passphrase.
        kind: which of the two.
        device: this computer.
        held: what the slot is bound to.
        notes: the private keys for sealed notes that they had before.

    Raises:
        BadSecretError: the PIN or passphrase cannot be used.

    """
    tidied, salt = tidy_secret(secret, kind), new_salt()
    wrapping = _slow_key(tidied, kind=kind, salt=salt, cost=COST, device=device)
    slot = wrapped_slot(worker, kind=kind, salt=salt, cost=COST, wrapping=wrapping, held=held)
    return with_note_keys(slot, wrapping, held, notes)


def with_note_keys(slot: Slot, wrapping: bytes, held: Held, notes: tuple[bytes, ...] = ()) -> Slot:
    """The slot with a new pair of keys for sealed notes, after those that were there before."""
    pairs = tuple(
        sealing.wrap(each, wrapping=wrapping, worker=slot.id, notebook=held.notebook)
        for each in (*notes, sealing.new_private())
    )
    return msgspec.structs.replace(slot, note_keys=pairs)


def note_privates(opened: "Unlocked") -> tuple[bytes, ...]:
    """The private keys for sealed notes of whoever opened their slot."""
    slot = opened.slot
    return sealing.unwrap(
        slot.note_keys, wrapping=opened.wrapping, worker=slot.id, notebook=opened.held.notebook
    )


def new_salt() -> bytes:
    """Random bytes for one slot."""
    return secrets.token_bytes(_SALT_BYTES)


def wrapped_slot(
    worker: Worker, *, kind: str, salt: bytes, cost: Cost | None, wrapping: bytes, held: Held
) -> Slot:
    """A slot with a new pair of keys, with no data key in it yet."""
    private = X25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    nonce = secrets.token_bytes(_NONCE_BYTES)
    inside = private.private_bytes_raw() + held.membership
    return Slot(
        id=worker.id,
        name=worker.name,
        kind=kind,
        cost=cost,
        salt=salt,
        nonce=nonce,
        wrapped=AESGCM(wrapping).encrypt(
            nonce, inside, _bound_to(kind, worker.id, held.notebook, public)
        ),
        public=public,
    )


def sealed(slot: Slot, held: Held) -> Slot:
    """The slot with this data key in it too, in place of another of the same generation.

    Raises:
        ValueError: the slot has no public key, or none to which anything can be sealed.

    """
    if slot.public is None:
        raise ValueError("a slot of version 1 can only be written by its owner")
    sender = X25519PrivateKey.generate()
    sender_public = sender.public_key().public_bytes_raw()
    shared = sender.exchange(X25519PublicKey.from_public_bytes(slot.public))
    key = _sealing_key(shared, sender=sender_public, public=slot.public, held=held)
    seal = Seal(
        generation=held.generation,
        sender=sender_public,
        sealed=AESGCM(key).encrypt(_USED_ONCE, held.data_key, None),
        proof=_proof(slot, held),
    )
    others = (each for each in slot.seals if each.generation != held.generation)
    return msgspec.structs.replace(slot, seals=(*others, seal))


def is_vouched_for(slot: Slot, held: Held) -> bool:
    """Whether somebody who had this data key made the slot as it is."""
    proofs = (each.proof for each in slot.seals if each.generation == held.generation)
    return any(hmac.compare_digest(proof, _proof(slot, held)) for proof in proofs)


def unlock(
    slots: tuple[Slot, ...], *, notebook: str, wrapping_key: WrappingKey
) -> Iterator[Unlocked]:
    """Every way in which the slots open, one after the other as it is asked for.

    There is more than one while the data key is being changed: the newest comes first, and the
    notebook's file decides.
    """
    for slot in slots:
        wrapping = wrapping_key(slot)
        if wrapping is None:
            continue
        for held in _inside(slot, wrapping, notebook):
            yield Unlocked(slot=slot, held=held, wrapping=wrapping)


def _inside(slot: Slot, wrapping: bytes, notebook: str) -> Iterator[Held]:
    try:
        inside = AESGCM(wrapping).decrypt(
            slot.nonce, slot.wrapped, _bound_to(slot.kind, slot.id, notebook, slot.public)
        )
    except InvalidTag:
        return
    if slot.public is None:
        if len(inside) == KEY_BYTES:
            yield Held.first(inside, notebook)
        return
    private, membership = inside[:KEY_BYTES], inside[KEY_BYTES:]
    if len(membership) != KEY_BYTES:
        return
    for seal in sorted(slot.seals, key=lambda each: -each.generation):
        held = Held(
            data_key=b"", generation=seal.generation, membership=membership, notebook=notebook
        )
        data_key = _unsealed(seal, private, slot.public, held)
        if data_key is not None:
            yield dataclasses.replace(held, data_key=data_key)


def _unsealed(seal: Seal, private: bytes, public: bytes, held: Held) -> bytes | None:
    try:
        shared = X25519PrivateKey.from_private_bytes(private).exchange(
            X25519PublicKey.from_public_bytes(seal.sender)
        )
        key = _sealing_key(shared, sender=seal.sender, public=public, held=held)
        data_key = AESGCM(key).decrypt(_USED_ONCE, seal.sealed, None)
    except (InvalidTag, ValueError):  # ValueError: a public key that gives nothing secret
        return None
    return data_key if len(data_key) == KEY_BYTES else None


def _slow_key(secret: str, *, kind: str, salt: bytes, cost: Cost, device: Device) -> bytes:
    slow = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(secret.encode("utf-8", "surrogatepass"))
    mixed_in = device.secret if kind == "pin" else b""
    return hmac.digest(slow, b"alongside key slot|" + mixed_in, "sha256")


def _derived(key: bytes, purpose: bytes, *, salt: bytes | None = None) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=purpose).derive(key)


def _sealing_key(shared: bytes, *, sender: bytes, public: bytes, held: Held) -> bytes:
    place = f"alongside data key|{held.notebook}|{held.generation}|".encode()
    return _derived(shared, place + sender + public, salt=held.membership)


def _proof(slot: Slot, held: Held) -> bytes:
    """Under the data key, everything of a slot but its seals."""
    key = _derived(held.data_key, b"alongside proof of a slot")
    bare = msgspec.structs.replace(slot, seals=())
    return hmac.digest(key, msgspec.json.encode((held.notebook, bare)), "sha256")


def _bound_to(kind: str, worker: str, notebook: str, public: bytes | None) -> bytes:
    """What a slot is tied to, so that it cannot be passed off as another worker's or kind's."""
    if public is None:
        return f"{kind}|{worker}|1".encode()
    return f"{kind}|{worker}|2|{notebook}|".encode() + public
