"""The recovery code: what opens a notebook from paper when every PIN is forgotten.

160 random bits in the 32 signs of Crockford's base 32, which leave out I, L, O and U, in eight
groups of four, and a check sign at the end: the number modulo 37, as Crockford has it. Since 37
is prime and 32 and 31 are no multiples of it, every single wrong sign is noticed, and every swap
of two neighbours. Crockford needs five further signs for the check (``*~$=U``), which are hard to
read out and to find on a keyboard; so a code whose check would be one of them is drawn again,
which costs 0.2 of the 160 bits.
"""

import dataclasses
import secrets
import unicodedata

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.model.errors import BadSecretError
from app.model.wording import N_
from app.store import keyfile, keys
from app.store.keys import Held, Slot, Worker

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BITS = 160
LENGTH = BITS // 5 + 1
_GROUP = 4
_CHECK = 37
_READ_AS = str.maketrans("OIL", "011")


@dataclasses.dataclass(frozen=True, slots=True)
class RecoveryCode:
    """What stands on a recovery sheet.

    Attributes:
        signs: 32 signs and the check sign, in capitals, with nothing between them.

    """

    signs: str = dataclasses.field(repr=False)

    @classmethod
    def new(cls) -> "RecoveryCode":
        """A code that nobody has seen."""
        while True:
            number = secrets.randbits(BITS)
            if number % _CHECK < len(SIGNS):
                return cls(_signs(number))

    @classmethod
    def typed(cls, text: str) -> "RecoveryCode":
        """The code that somebody typed from a sheet, in capitals or not, with any gaps.

        Raises:
            BadSecretError: it cannot be right; something is missing or mistyped.

        """
        # Unicode's compatibility forms make one of the many digits and capitals of keyboards.
        typed = unicodedata.normalize("NFKC", text).upper().translate(_READ_AS)
        signs = "".join(_plain(sign) for sign in typed if _is_meant(sign))
        if len(signs) != LENGTH:
            raise BadSecretError(
                N_(
                    "The recovery sheet has {wanted} letters and digits, and you wrote {n}. "
                    "Please compare them group by group."
                ),
                wanted=LENGTH,
                n=len(signs),
            )
        if not _adds_up(signs):
            raise BadSecretError(
                N_(
                    "One of the letters or digits is not as on the sheet. "
                    "Please compare them group by group."
                )
            )
        return cls(signs)

    @property
    def groups(self) -> tuple[str, ...]:
        """Eight groups of four signs, and the check sign alone."""
        return tuple(self.signs[at : at + _GROUP] for at in range(0, LENGTH, _GROUP))

    def wrapping_key(self, slot: Slot) -> bytes | None:
        """What it opens; 160 random bits need no slow function."""
        return self._wrapping(slot.salt) if slot.kind == keyfile.RECOVERY else None

    def new_slot(self, held: Held) -> Slot:
        """The recovery sheet's slot, with no data key in it yet."""
        salt = keys.new_salt()
        return keys.wrapped_slot(
            Worker(id=keyfile.RECOVERY, name=""),
            kind=keyfile.RECOVERY,
            salt=salt,
            cost=None,
            wrapping=self._wrapping(salt),
            held=held,
        )

    def _wrapping(self, salt: bytes) -> bytes:
        secret = _number(self.signs[:-1]).to_bytes(BITS // 8)
        return HKDF(
            algorithm=SHA256(), length=keys.KEY_BYTES, salt=salt, info=b"alongside recovery sheet"
        ).derive(secret)


def _is_meant(sign: str) -> bool:
    """Letters and digits; gaps, dashes and what a keyboard adds to them are not."""
    return unicodedata.category(sign)[0] in {"L", "N"}


def _plain(sign: str) -> str:
    digit = unicodedata.decimal(sign, -1)
    return sign if digit < 0 else str(digit)


def _signs(number: int) -> str:
    places = range(BITS - 5, -1, -5)
    return "".join(SIGNS[number >> at & 31] for at in places) + SIGNS[number % _CHECK]


def _number(signs: str) -> int:
    number = 0
    for sign in signs:
        number = number << 5 | SIGNS.index(sign)
    return number


def _adds_up(signs: str) -> bool:
    if not set(signs) <= set(SIGNS):
        return False
    return _number(signs[:-1]) % _CHECK == SIGNS.index(signs[-1])
