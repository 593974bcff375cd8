"""What can be a PIN or a passphrase, and the form in which it is used."""

import unicodedata
from typing import Literal

from app.model.errors import BadSecretError
from app.model.wording import N_

FEWEST_PIN_DIGITS = 4
MOST_PIN_DIGITS = 12
SHORTEST_PASSPHRASE = 12
_LONGEST_PASSPHRASE = 1_000

SecretKind = Literal["pin", "passphrase"]


def tidy_secret(secret: str, kind: SecretKind) -> str:
    """A new PIN or passphrase in the form that is used, whatever keyboard it was typed on.

    Raises:
        BadSecretError: it is too short, too long, or a PIN with something else than digits.

    """
    tidied = as_used(secret, kind)
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


def as_used(secret: str, kind: str) -> str | None:
    """The secret as it is used, or None if it cannot be one of this kind."""
    if kind == "pin":
        digits = [unicodedata.decimal(each, -1) for each in secret.strip()]
        if FEWEST_PIN_DIGITS <= len(digits) <= MOST_PIN_DIGITS and -1 not in digits:
            return "".join(str(digit) for digit in digits)
        return None
    words = " ".join(unicodedata.normalize("NFC", secret).split())
    return words if SHORTEST_PASSPHRASE <= len(words) <= _LONGEST_PASSPHRASE else None
