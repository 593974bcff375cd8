"""What a language tag asks for besides the language: a style of letters, and digits.

A language may be written in two ways that a reader chooses between. Both ways fit into one tag of
BCP 47: ``ur-Aran-u-nu-arabext`` is Urdu in Nastaliq with Urdu digits.
"""

import dataclasses
from collections.abc import Mapping

LATIN = "latn"
"""The digits 0 to 9, which everybody who uses a telephone knows."""

_ZEROS = {"arab": 0x0660, "arabext": 0x06F0, "beng": 0x09E6, "guru": 0x0A66, "gujr": 0x0AE6}
"""The zero of each kind of digits, by its name in CLDR; the other nine follow it."""

_STYLES = frozenset({"Aran"})
"""Script subtags that name a style of a script, in which every reader of it reads."""


@dataclasses.dataclass(frozen=True, slots=True)
class Asked:
    """A language tag taken apart.

    Attributes:
        lang: the language itself, with script and region as they were given.
        style: script subtag of a style of letters (``Aran``); empty for the usual letters.
        digits: name of digits in CLDR.

    """

    lang: str
    style: str = ""
    digits: str = LATIN

    @property
    def tag(self) -> str:
        """All of it in one tag again."""
        styled = "-".join(filter(None, (self.lang, self.style)))
        return styled if self.digits == LATIN else f"{styled}-u-nu-{self.digits}"


def asked(tag: str) -> Asked:
    """Take a tag apart; what it says of digits that nobody knows is passed over."""
    named, _, extension = tag.replace("_", "-").partition("-u-")
    parts = named.split("-")
    style = next((part.title() for part in parts[1:] if part.title() in _STYLES), "")
    lang = "-".join(part for part in parts if part.title() not in _STYLES)
    wanted = extension.split("-")
    digits = wanted[wanted.index("nu") + 1] if "nu" in wanted[:-1] else LATIN
    return Asked(lang, style, digits if digits in _ZEROS else LATIN)


def digits_table(name: str) -> Mapping[int, str]:
    """For ``str.translate``: digits 0 to 9 in the kind of this name; nothing for Latin ones."""
    zero = _ZEROS.get(name)
    return {} if zero is None else {ord("0") + n: chr(zero + n) for n in range(10)}
