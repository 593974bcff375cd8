"""What a sentence says "not" of, or says against: a picture alone would say the opposite."""

from collections.abc import Mapping

import msgspec

from app.model.record import Value
from app.words.matching import Claim, Token, folded, stands_negated, tokens

_JOINED = "n't"

_GAP = "..."
_GAP_WORDS = 4
"""At most so many stand where a phrase leaves some open: "keep my noisy brother away"."""


class DenialWords(Value, frozen=True, kw_only=True):
    """The words of all languages, by language.

    Attributes:
        negative: they say "not".
        negative_after: languages in which "not" stands after what it denies.
        against: they say that somebody does not want or like a thing, or that it does harm; words
            or phrases, in which "..." stands for a few words of any kind.

    """

    negative: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    negative_after: tuple[str, ...] = ()
    against: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


class Denial:
    """Asked for a text, or for one idea in it. Languages come without their region."""

    def __init__(self, words: DenialWords) -> None:
        self._negative = _folded(words.negative)
        self._against = {lang: _phrases(each) for lang, each in words.against.items()}
        self._after = frozenset(words.negative_after)

    def knows(self, lang: str) -> bool:
        """Whether the words for "not" in a language are known."""
        return lang in self._negative

    def negated(self, text: str, *, lang: str) -> bool:
        """Whether the text says "not"."""
        return any(self._says_not(token.word, lang) for token in tokens(text, frozenset()))

    def against(self, text: str, *, lang: str) -> bool:
        """Whether the text says that something is hated, feared or does harm."""
        begun = self._against.get(lang, {})
        said = tokens(text, frozenset())
        return any(
            _goes_on(phrase, said, at + 1)
            for at, token in enumerate(said)
            for phrase in begun.get(token.word, ())
        )

    def denies(self, claim: Claim, said: list[Token], *, lang: str) -> bool:
        """Whether a "not" is said of this one."""
        return stands_negated(
            claim, said, lambda word: self._says_not(word, lang), after=lang in self._after
        )

    def _says_not(self, word: str, lang: str) -> bool:
        negative = self._negative.get(lang, frozenset())
        return word in negative or (_JOINED in negative and word.endswith(_JOINED))


def _goes_on(phrase: tuple[str, ...], said: list[Token], at: int) -> bool:
    """Whether what is left of a phrase stands from here on, within the same clause."""
    if not phrase:
        return True
    gap = phrase[0] == _GAP
    wanted, left = phrase[gap], phrase[gap + 1 :]
    for token_at in range(at, min(at + 1 + (_GAP_WORDS if gap else 0), len(said))):
        if said[token_at].after_mark:
            return False
        if said[token_at].word == wanted and _goes_on(left, said, token_at + 1):
            return True
    return False


def _phrases(phrases: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """What may follow a first word, by that word."""
    begun: dict[str, tuple[tuple[str, ...], ...]] = {}
    for each in phrases:
        first, *more = folded(each).split()
        begun[first] = (*begun.get(first, ()), tuple(more))
    return begun


def _folded(words: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    return {lang: frozenset(map(folded, each)) for lang, each in words.items()}
