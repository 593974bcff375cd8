"""How a sentence of the program reaches a person in their language.

The model and the printouts do not know catalogs. They mark their sentences with :func:`N_` and
are handed a :class:`Wording` that says them.
"""

import dataclasses
import datetime
from typing import Protocol


def N_(sentence: str) -> str:  # noqa: N802 - gettext's own name for "to be translated later"
    """Mark a sentence for the catalogs and give it back unchanged."""
    return sentence


class Wording(Protocol):
    """One language of the program."""

    @property
    def lang(self) -> str:
        """BCP 47 tag."""

    @property
    def right_to_left(self) -> bool:
        """Whether the script runs from right to left."""

    def t(self, sentence: str, /, **values: object) -> str:
        """The sentence in this language, its ``{name}`` places filled from ``values``."""

    def tn(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The form of the sentence that this language uses for ``n``; ``{n}`` is filled too."""

    def date(self, day: datetime.date, /) -> str:
        """A date with weekday, day, month and year in words (easy-read rule W18)."""


@dataclasses.dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of the program with what fills its places, ready to be said in any language."""

    sentence: str
    values: "tuple[tuple[str, str | Phrase], ...]" = ()

    def said(self, words: Wording) -> str:
        """The sentence in the language of ``words``."""
        values = {
            name: value.said(words) if isinstance(value, Phrase) else value
            for name, value in self.values
        }
        return words.t(self.sentence, **values)


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
# strftime would answer in the computer's language: Qt sets the C locale when it starts.


class SourceWording:
    """The program's own language, British English, with no catalog."""

    lang = "en-GB"
    right_to_left = False

    def t(self, sentence: str, /, **values: object) -> str:
        """The sentence with its places filled."""
        return sentence.format(**values) if values else sentence

    def tn(self, one: str, many: str, n: int, /, **values: object) -> str:
        """``one`` for exactly one, else ``many``."""
        return self.t(one if n == 1 else many, n=n, **values)

    def date(self, day: datetime.date, /) -> str:
        """A date such as "Tuesday 4 March 2026"."""
        return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"
