"""The English words that the rules know: hard ones with plain ones to use, and everyday ones."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping

import msgspec
import regex

from app.model.errors import BadDataError
from app.model.record import Value
from app.model.wording import N_
from app.words import english
from app.words.matching import Vocabulary, folded, tokens
from app.words.splitting import words


class SameThing(Value, frozen=True, kw_only=True):
    """Words for one thing, of which a text uses one (W10)."""

    words: tuple[str, ...]


class EnglishData(Value, frozen=True, kw_only=True):
    """What ``english.toml`` holds."""

    joins: tuple[str, ...]
    negatives: frozenset[str]
    nobody_words: frozenset[str]
    turned_words: frozenset[str]
    about_the_reader: tuple[str, ...]
    known_initials: frozenset[str]
    number_words: dict[str, str]
    part_words: tuple[str, ...]
    states: frozenset[str]
    also_with_by: frozenset[str]
    no_participles: frozenset[str]
    participles: frozenset[str]
    long_and_known: frozenset[str]
    everyday: frozenset[str]
    same_thing: tuple[SameThing, ...]
    abbreviations: dict[str, str]
    initials: dict[str, str]
    idioms: dict[str, str]
    jargon: dict[str, str]
    office: dict[str, str]


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """A phrase of a list that stands in a text, and what the list says about it.

    Attributes:
        start: where it begins, and ``end`` where it ends.
        value: what the list says.
        term: the phrase as the list has it, "to ..." if it is a verb; empty if it has many.

    """

    start: int
    end: int
    value: str
    term: str = ""


class Phrases:
    """Phrases to be found in a text in any of their forms, the longest first."""

    def __init__(self, phrases: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        """Take what is said when one is found, each with the phrases that it is about."""
        values, terms = zip(*phrases, strict=True)
        self._values = [
            (value, each[0] if len(each) == 1 else "")
            for value, each in zip(values, terms, strict=True)
        ]
        self._vocabulary = Vocabulary("en", tuple((repr(each), each, ()) for each in terms))

    @classmethod
    def with_plain_words(cls, plain: Mapping[str, str]) -> "Phrases":
        """Phrases, each with what to say in its place."""
        return cls((value, (term,)) for term, value in plain.items())

    def find(self, text: str, start: int, end: int) -> Iterator[Found]:
        """Those that stand in a part of the text, in order."""
        said = [
            dataclasses.replace(token, capital=False)
            for token in tokens(text[start:end], english.SKIPPED)
        ]
        claims = self._vocabulary.claims(said, frozenset())
        for claim in sorted(claims, key=lambda each: each.first):
            place = (start + said[claim.first].start, start + said[claim.last].end)
            yield Found(*place, *self._values[claim.idea])


class English:
    """The English lists, made ready for looking up."""

    def __init__(
        self, data: EnglishData, *, common: Iterable[str], pictured: Iterable[str]
    ) -> None:
        """Take the lists by hand, the common words, and the words that have a picture."""
        self.data = data
        self.jargon = Phrases.with_plain_words(data.jargon)
        self.office = Phrases.with_plain_words(data.office)
        self.idioms = Phrases.with_plain_words(data.idioms)
        self.thing_of = {
            term: nth for nth, each in enumerate(data.same_thing) for term in each.words
        }
        self.same_things = Phrases((term, (term,)) for term in self.thing_of)
        self.common = frozenset(common)
        known = {word for term in pictured for word in words(folded(term))}
        self.known = frozenset(known | data.everyday)
        self.long_and_known = data.long_and_known
        self.joins = any_of(data.joins)
        self.abbreviations = any_of(data.abbreviations)
        self.about_the_reader = any_of(data.about_the_reader)

    @classmethod
    def from_data(
        cls, data: Mapping[str, object], *, common: Iterable[str], pictured: Iterable[str]
    ) -> "English":
        """Read the lists.

        Raises:
            BadDataError: a list is missing or has something else in it.

        """
        try:
            return cls(msgspec.convert(data, EnglishData), common=common, pictured=pictured)
        except msgspec.ValidationError as error:
            raise BadDataError(
                N_("The list of easy-read words is wrong: {problem}."), problem=str(error)
            ) from error

    def is_everyday(self, word: str) -> bool:
        """Whether a folded word, or what it is a form of, is an everyday word."""
        return any(form in self.common or form in self.known for form in (word, *base_forms(word)))

    def is_well_known(self, word: str) -> bool:
        """Whether it has a picture, or is a word of care and home that everybody here uses."""
        return any(
            form in self.known or form in self.long_and_known for form in (word, *base_forms(word))
        )


def any_of(phrases: Iterable[str]) -> "regex.Pattern[str]":
    """A pattern that finds any of the phrases as whole words, the longest first."""
    longest = sorted(phrases, key=len, reverse=True)
    written = "|".join(r"\s+".join(map(regex.escape, each.split())) for each in longest)
    return regex.compile(
        rf"(?<![\p{{L}}\p{{M}}\p{{N}}])(?:{written})(?![\p{{L}}\p{{M}}\p{{N}}])", regex.I
    )


def base_forms(word: str) -> Iterator[str]:
    """What a word may be a form of: cups -> cup, babies -> baby, hoisting -> hoist."""
    bare = word.removesuffix("'s").removesuffix("'")
    if bare != word:
        yield bare
    for ending, instead in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) > 1:
            stem = bare[: -len(ending)]
            yield stem + instead
            if ending in _DOUBLING and len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]


_DOUBLING = frozenset({"ing", "ed", "er", "y"})
_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"),
    ("ied", "y"), ("er", ""), ("er", "e"), ("ers", ""), ("est", ""), ("est", "e"), ("ier", "y"),
    ("iest", "y"), ("ly", ""), ("y", ""), ("y", "e"), ("less", ""), ("ful", ""),
)  # fmt: skip
