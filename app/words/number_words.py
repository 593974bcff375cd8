"""Numbers that are written as words, in the languages that the program speaks."""

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

import msgspec

from app.model.record import Value
from app.words.matching import folded, tokens

_APART = 2
"""Tokens: "twenty two", "veinte y dos" are one number, of which no part is said."""


class _Words(Value, frozen=True, kw_only=True):
    sure: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    perhaps: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


class Numbers(Value, frozen=True, kw_only=True):
    """The numbers that a text says in words.

    Attributes:
        sure: how often each is said, in digits.
        perhaps: what some of its words may also mean, as "neuf" is nine or new.

    """

    sure: Counter[str]
    perhaps: frozenset[str] = frozenset()


class NumberWords:
    """Asked for what a text says. Languages come without their region."""

    def __init__(self, words: Mapping[str, _Words]) -> None:
        self._sure = {lang: _by_word(each.sure) for lang, each in words.items()}
        self._perhaps = {lang: _by_word(each.perhaps) for lang, each in words.items()}

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> "NumberWords":
        """Made from the data file; ``msgspec.ValidationError`` where it is wrong."""
        return cls(msgspec.convert(data, dict[str, _Words]))

    def known(self, lang: str) -> frozenset[str]:
        """The numbers for which a language has a word here."""
        return frozenset(
            {*self._sure.get(lang, {}).values(), *self._perhaps.get(lang, {}).values()}
        )

    def said_in(self, text: str, lang: str) -> Numbers | None:
        """What a text says in words.

        Returns:
            None where that cannot be told: nobody wrote the words of the language down, or several
            words are one number.

        """
        sure, perhaps = self._sure.get(lang), self._perhaps.get(lang)
        if sure is None or perhaps is None:
            return None
        words = [each.word for each in tokens(text, frozenset())]
        at = [place for place, word in enumerate(words) if word in sure]
        if any(later - earlier <= _APART for earlier, later in pairwise(at)):
            return None
        maybe = frozenset(perhaps[word] for word in words if word in perhaps)
        return Numbers(sure=Counter(sure[words[place]] for place in at), perhaps=maybe)


def _by_word(numbers: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {folded(word): number for number, words in numbers.items() for word in words}
