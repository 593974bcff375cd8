"""How a sentence of the program reaches a person in their language.

The model and the printouts do not know catalogs. They mark their sentences with :func:`N_` and
are handed a :class:`Wording` that says them.
"""

import dataclasses
import datetime
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeAlias

from app.model.places import Filling


def N_(sentence: str) -> str:  # noqa: N802 - gettext's own name for "to be translated later"
    """Mark a sentence for the catalogs and give it back unchanged."""
    return sentence


class Wording(Protocol):
    """One language of the program."""

    @property
    def lang(self) -> str:
        """BCP 47 tag."""

    @property
    def style(self) -> str:
        """Script subtag of the style of letters it is set in; empty for the usual letters."""

    @property
    def right_to_left(self) -> bool:
        """Whether the script runs from right to left."""

    def knows(self, sentence: str, /) -> bool:
        """Whether the sentence is said in this language, and not in English for want of it."""

    def t(self, sentence: str, /, **values: object) -> str:
        """The sentence in this language, its ``{name}`` places filled from ``values``."""

    def tn(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The form of the sentence that this language uses for ``n``; ``{n}`` is filled too."""

    def date(self, day: datetime.date, /) -> str:
        """A date with weekday, day, month and year in words (easy-read rule W18)."""

    def listed(self, items: Sequence[str], /) -> str:
        """Things one after the other, as this language lists them: "a, b and c"."""

    def beside(self, parts: Iterable[str], /) -> str:
        """Short notes on one line that do not make a sentence; empty ones are left out."""


def set_as(words: Wording, lang: str = "") -> str:
    """The tag by which fonts are chosen for text of a language, the window's if none is named."""
    lang = lang or words.lang
    same = lang.partition("-")[0] == words.lang.partition("-")[0]
    return f"{lang}-{words.style}" if words.style and same else lang


BESIDE = " · "
"""Between notes that stand beside each other."""

Told: TypeAlias = "str | Phrase | datetime.date | tuple[Told, ...]"
"""Something to be said: own words as they are, a sentence of the program, a day, or a list."""


@dataclasses.dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of the program with what fills its places, ready to be said in any language."""

    sentence: str
    values: tuple[tuple[str, Told], ...] = ()

    def said(self, words: Wording) -> str:
        """The sentence in the language of ``words``."""
        return words.t(self.sentence, **{name: said(value, words) for name, value in self.values})


def said(told: Told, words: Wording) -> str:
    """Anything to be said, in the language of ``words``; a time as its day where the laptop is."""
    match told:
        case str():
            return told
        case Phrase():
            return told.said(words)
        case datetime.datetime():
            return words.date(told.astimezone().date())
        case datetime.date():
            return words.date(told)
        case _:
            return strung(words, (said(each, words) for each in told))


def strung(words: Wording, parts: Iterable[str]) -> str:
    """Parts with the commas of the language between them, where "and" would say too much."""
    return ("، " if words.right_to_left else ", ").join(parts)


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
# strftime would answer in the computer's language: Qt sets the C locale when it starts.

_FILLING = Filling(right_to_left=False)


class SourceWording:
    """The program's own language, British English, with no catalog."""

    lang = "en-GB"
    style = ""
    right_to_left = False

    def knows(self, _sentence: str, /) -> bool:
        """It is the language in which all sentences are written."""
        return True

    def t(self, sentence: str, /, **values: object) -> str:
        """The sentence with its places filled."""
        return _FILLING.filled(sentence, values) if values else sentence

    def tn(self, one: str, many: str, n: int, /, **values: object) -> str:
        """``one`` for exactly one, else ``many``."""
        return self.t(one if n == 1 else many, n=n, **values)

    def date(self, day: datetime.date, /) -> str:
        """A date such as "Tuesday 4 March 2026"."""
        return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"

    def listed(self, items: Sequence[str], /) -> str:
        """Such as "a, b and c"."""
        apart = [_FILLING.isolated(each) for each in items]
        return " and ".join(filter(None, (", ".join(apart[:-1]), *apart[-1:])))

    def beside(self, parts: Iterable[str], /) -> str:
        """Such as "a · b"."""
        return BESIDE.join(_FILLING.apart(each) for each in parts if each)
