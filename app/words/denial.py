"""What a sentence says "not" of, or says against: a picture alone would say the opposite."""

from collections.abc import Mapping

import msgspec

from app.model.record import Value
from app.words.matching import Claim, Token, folded, stands_negated, tokens

_JOINED = "n't"


class DenialWords(Value, frozen=True, kw_only=True):
    """The words of all languages, by language.

    Attributes:
        negative: they say "not".
        negative_after: languages in which "not" stands after what it denies.
        against: they say that somebody does not want or like a thing, or that it does harm.

    """

    negative: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    negative_after: tuple[str, ...] = ()
    against: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


class Denial:
    """Asked for a text, or for one idea in it. Languages come without their region."""

    def __init__(self, words: DenialWords) -> None:
        self._negative = _folded(words.negative)
        self._against = _folded(words.against)
        self._after = frozenset(words.negative_after)

    def negated(self, text: str, *, lang: str) -> bool:
        """Whether the text says "not"."""
        return any(self._says_not(token.word, lang) for token in tokens(text, frozenset()))

    def against(self, text: str, *, lang: str) -> bool:
        """Whether the text says that something is hated, feared or does harm."""
        words = self._against.get(lang, frozenset())
        return any(token.word in words for token in tokens(text, frozenset()))

    def denies(self, claim: Claim, said: list[Token], *, lang: str) -> bool:
        """Whether a "not" is said of this one."""
        return stands_negated(
            claim, said, lambda word: self._says_not(word, lang), after=lang in self._after
        )

    def _says_not(self, word: str, lang: str) -> bool:
        negative = self._negative.get(lang, frozenset())
        return word in negative or (_JOINED in negative and word.endswith(_JOINED))


def _folded(words: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    return {lang: frozenset(map(folded, each)) for lang, each in words.items()}
