"""Finding the phrases of a vocabulary in a sentence."""

import dataclasses
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from app.model.errors import BadDataError
from app.model.wording import N_
from app.words import english
from app.words.splitting import word_spans
from app.words.terms import COMPANION_MARK, WHOLE_MARK

_MANY_SPELLINGS = str.maketrans(
    {
        "\u2019": "'",
        "\u02bc": "'",
        "\u064a": "\u06cc",  # Arabic yeh as Urdu and Persian write it
        "\u0643": "\u06a9",  # and kaf
        "\u0647": "\u06c1",  # and heh
        "\u015f": "\u0219",  # Romanian s and t with a cedilla for a comma below
        "\u0163": "\u021b",
        "\u0640": None,  # the stretching mark
        "\u200c": None,
        "\u200d": None,
        **{chr(mark): None for mark in range(0x064B, 0x0653)},  # vowel marks
    }
)
_CLAUSE_MARKS = frozenset(".,;:!?\u2026\u060c\u06d4\u061f\u0964\n")
_BEGIN_AFTER = frozenset('.:!?\u2026\n"\u201c\u2018\u2022')
_BUT = frozenset(
    {"but", "ond", "ale", "dar", "însă", "laakiin", "لیکن", "مگر", "لکن", "কিন্তু", "ਪਰ", "પણ"}
)
_NEGATION_REACHES = 4
"""Words. "I do not feel very happy": the "not" is three words before."""


@dataclasses.dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence.

    Attributes:
        word: folded, for comparing.
        begins: a sentence, a line or a quotation begins with it.
        capital: it begins with a capital and goes on in small letters.
        after_mark: a comma or the like stands before it.

    """

    word: str
    start: int
    end: int
    begins: bool
    capital: bool
    after_mark: bool

    @property
    def looks_like_a_name(self) -> bool:
        """Whether it has a capital where no sentence begins."""
        return self.capital and not self.begins


@dataclasses.dataclass(frozen=True, slots=True)
class Claim:
    """An idea's hold on some neighbouring tokens, first and last included."""

    idea: int
    first: int
    last: int


def folded(text: str) -> str:
    """The text as it is compared: one spelling for letters that are written in several ways."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", text).casefold().translate(_MANY_SPELLINGS)


def tokens(text: str, skipped: frozenset[str]) -> list[Token]:
    """The words of a text without the skipped ones."""
    spans = word_spans(text)
    gaps = [text[last:start] for (_, last), (start, _) in pairwise(((0, 0), *spans))]
    begins = [not at or any(mark in _BEGIN_AFTER for mark in gap) for at, gap in enumerate(gaps)]
    shouted = _is_title_or_shout(
        [text[start] for (start, _), first in zip(spans, begins, strict=True) if not first]
    )
    found = []
    for (start, end), gap, first in zip(spans, gaps, begins, strict=True):
        said = text[start:end]
        word = folded(said).removesuffix("'s")
        if word not in skipped:
            capital = not shouted and said[0].isupper() and said[1:].islower()
            marked = any(mark in _CLAUSE_MARKS for mark in gap)
            found.append(Token(word, start, end, first, capital, marked))
    return found


def stretches(said: list[Token], words: tuple[str, ...]) -> Iterator[list[Token]]:
    """Where these words stand in a sentence, whole and one after the other."""
    for first in range(len(said) - len(words) + 1 if words else 0):
        held = said[first : first + len(words)]
        if tuple(token.word for token in held) == words:
            yield held


def stands_negated(
    claim: Claim, said: list[Token], is_negative: Callable[[str], bool], *, after: bool = False
) -> bool:
    """Whether a "not" stands shortly before the claim in the same clause.

    ``after``: it may stand behind it too, as it does in Urdu or Bengali.
    """
    return _negated_before(claim, said, is_negative) or (
        after and _negated_after(claim, said, is_negative)
    )


def _negated_after(claim: Claim, said: list[Token], is_negative: Callable[[str], bool]) -> bool:
    for token in said[claim.last + 1 : claim.last + 1 + _NEGATION_REACHES]:
        if token.after_mark or token.word in _BUT:
            return False
        if is_negative(token.word):
            return True
    return False


def _negated_before(claim: Claim, said: list[Token], is_negative: Callable[[str], bool]) -> bool:
    for back in range(claim.first - 1, max(-1, claim.first - 1 - _NEGATION_REACHES), -1):
        if said[back + 1].after_mark or said[back].word in _BUT:
            return False
        if is_negative(said[back].word):
            return True
    return False


class Vocabulary:
    """The phrases of one language and the ideas that they carry."""

    def __init__(
        self,
        lang: str,
        ideas: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...],
        *,
        bases: Mapping[str, str] | None = None,
        called: tuple[str, ...] = (),
    ) -> None:
        """Take identifier, terms and never-with list of each idea.

        Args:
            lang: the language, without its region.
            ideas: for each idea its identifier, its terms and its never-with list.
            bases: the base form of every other form that is known.
            called: what else brings each idea up, unless a term of another is the same.

        Raises:
            BadDataError: two ideas claim the same words.

        """
        self.lang = lang
        self._english = lang == "en"
        self._ideas: dict[tuple[str, ...], int] = {}
        self._whole: dict[tuple[str, ...], int] = {}
        self._followed: dict[tuple[str, ...], int] = {}
        self._proper: set[tuple[str, ...]] = set()
        self._never = [[self._phrase(each) for each in never] for _, _, never in ideas]
        made: dict[tuple[str, ...], int] = {}
        for at, (name, terms, _) in enumerate(ideas):
            for term in terms:
                for form in self._claim(term, at, name):
                    made.setdefault(form, at)
        for at, name in enumerate(called):
            if name:
                made.setdefault(self._phrase(name), at)
        self._ideas = made | self._ideas
        self._bases = bases or {}
        self._by_base = self._of_base_forms() if self._bases else {}
        self._longest = self._longest_by_first_word()

    def _claim(self, term: str, at: int, name: str) -> list[tuple[str, ...]]:
        """Take a term as it is written; its other forms are given back."""
        plain = term.removeprefix(WHOLE_MARK)
        written = plain.removeprefix(english.VERB_MARK) if self._english else plain
        phrase = self._phrase(written.replace(COMPANION_MARK, ""))
        whole = plain is not term
        if (self._whole if whole else self._ideas).setdefault(phrase, at) != at:
            raise BadDataError(
                N_("The list of ideas is wrong: {problem}."),
                problem=f"{term!r} of {name!r} belongs to another idea too",
            )
        if whole:
            return []
        forms = english.made_forms(phrase, verb=written is not plain) if self._english else []
        if not written.islower() and written != written.lower():
            self._proper.update((phrase, *forms))
        if COMPANION_MARK in written:
            follow = len(phrase) - len(self._phrase(written.partition(COMPANION_MARK)[0]))
            self._followed |= dict.fromkeys((phrase, *forms), follow)
        return forms

    def _longest_by_first_word(self) -> dict[str, int]:
        """How many words the longest phrase has that begins with a word."""
        longest: dict[str, int] = {}
        for phrase in (*self._ideas, *self._by_base):
            longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
        return longest

    def __bool__(self) -> bool:
        return bool(self._ideas)

    def idea_of(self, text: str) -> int | None:
        """The idea that these words carry by themselves."""
        phrase = self._phrase(text)
        return self._whole.get(phrase, self._carried_by(phrase))

    def _of_base_forms(self) -> dict[tuple[str, ...], int]:
        """Which idea a phrase carries in any of its forms; none that could be two ideas."""
        found: dict[tuple[str, ...], set[int]] = {}
        for phrase, at in self._ideas.items():
            found.setdefault(self._base(phrase), set()).add(at)
        return {
            phrase: self._ideas.get(phrase, min(ideas))
            for phrase, ideas in found.items()
            if phrase in self._ideas or len(ideas) == 1
        }

    def _base(self, phrase: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self._bases.get(word, word) for word in phrase)

    def _carried_by(self, phrase: tuple[str, ...]) -> int | None:
        """A written form wins over one that was made."""
        written = self._ideas.get(phrase)
        if written is not None or not self._bases:
            return written
        return self._by_base.get(self._base(phrase))

    def claims(self, said: list[Token], also_names: frozenset[str]) -> list[Claim]:
        """The ideas' holds on a sentence, none overlapping another: the longest phrases first."""
        whole = self._whole.get(tuple(token.word for token in said))
        if whole is not None:
            return [Claim(whole, 0, len(said) - 1)]
        possible = sorted(
            self._possible(said), key=lambda claim: (claim.first - claim.last, claim.first)
        )
        present = " " + " ".join(token.word for token in said) + " "
        taken: set[int] = set()
        kept = []
        for claim in possible:
            places = range(claim.first, claim.last + 1)
            if taken.isdisjoint(places):
                taken.update(places)
                if not self._is_another(claim, said, present, also_names):
                    kept.append(claim)
        return kept

    def _possible(self, said: list[Token]) -> Iterable[Claim]:
        for first, token in enumerate(said):
            base = self._bases.get(token.word, token.word)
            reach = max(self._longest.get(token.word, 0), self._longest.get(base, 0))
            reach = min(reach, len(said) - first)
            for inner in range(1, reach):
                if said[first + inner].after_mark:
                    reach = inner
                    break
            for length in range(reach, 0, -1):
                last = first + length - 1
                phrase = tuple(each.word for each in said[first : last + 1])
                idea = self._carried_by(phrase)
                if idea is not None:
                    yield Claim(idea, first, last - self._followed.get(phrase, 0))
                    break

    def _is_another(
        self, claim: Claim, said: list[Token], present: str, also_names: frozenset[str]
    ) -> bool:
        """Whether the words are a name, or in the company of a word that changes them."""
        if any(f" {' '.join(never)} " in present for never in self._never[claim.idea]):
            return True
        held = said[claim.first : claim.last + 1]
        if tuple(token.word for token in held) in self._proper:
            return False
        if any(token.looks_like_a_name for token in held):
            return True
        follows = said[claim.last + 1] if claim.last + 1 < len(said) else None
        if len(held) > 1 or not held[0].capital or follows is None or follows.after_mark:
            return False
        return held[0].word in also_names or (follows.capital and follows.word != "i")

    def _phrase(self, text: str) -> tuple[str, ...]:
        skipped = english.SKIPPED if self._english else frozenset()
        split = _words_of(text)
        if skipped.isdisjoint(split):
            return split
        return tuple(word for word in split if word not in skipped) or split


def _words_of(text: str) -> tuple[str, ...]:
    if text.isascii() and text.replace(" ", "").isalpha():
        return tuple(text.lower().split())
    return tuple(folded(text[start:end]).removesuffix("'s") for start, end in word_spans(text))


def _is_title_or_shout(initials: list[str]) -> bool:
    """Whether nearly every word has a capital, so that a capital says nothing about names."""
    letters = [initial for initial in initials if initial.isalpha()]
    return len(letters) > 2 and sum(map(str.isupper, letters)) > 0.8 * len(letters)
