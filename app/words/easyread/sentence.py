"""One sentence as the rules look at it, and what they know beside it."""

import dataclasses
import functools
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from app.model.wording import Phrase
from app.words.easyread.lists import English, Found
from app.words.easyread.remarks import Remark, Rules
from app.words.matching import folded
from app.words.splitting import Span, word_spans

if TYPE_CHECKING:
    from app.words.easyread.respect import Respect


@dataclasses.dataclass(frozen=True)
class Sentence:
    """A sentence in its text. All places are those of the text.

    Attributes:
        text: the whole text.
        start: where the sentence begins, and ``end`` where it ends.

    """

    text: str
    start: int
    end: int

    @property
    def said(self) -> str:
        """The sentence itself."""
        return self.text[self.start : self.end]

    @functools.cached_property
    def spans(self) -> tuple[Span, ...]:
        """Where its words lie."""
        return tuple(
            (self.start + first, self.start + last) for first, last in word_spans(self.said)
        )

    @functools.cached_property
    def words(self) -> tuple[str, ...]:
        """Its words, folded for comparing."""
        return tuple(folded(self.text[first:last]) for first, last in self.spans)

    @functools.cached_property
    def written(self) -> tuple[str, ...]:
        """Its words as they are written."""
        return tuple(self.text[first:last] for first, last in self.spans)

    @property
    def place(self) -> Span:
        """All of it."""
        return self.start, self.end

    def gap_before(self, nth: int) -> str:
        """What stands between a word and the one before it."""
        return self.text[self.spans[nth - 1][1] if nth else self.start : self.spans[nth][0]]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Knowing:
    """What a rule may know beside the sentence: made anew for each text.

    Attributes:
        rules: the table.
        english: the English lists; None where the text is in another language.
        vocabulary: words and names that the person uses, folded.
        explained: initials that the text itself explains.
        respect: words that hurt; None where the text is in another language.
        uses_24_hours: the person tells the time in 24 hours.

    """

    rules: Rules
    english: English | None = None
    vocabulary: frozenset[str] = frozenset()
    explained: frozenset[str] = frozenset()
    uses_24_hours: bool = False
    respect: "Respect | None" = None
    _jargon: dict[Span, tuple[Found, ...]] = dataclasses.field(default_factory=dict)
    _hurtful: dict[Span, tuple[tuple[Found, Phrase], ...]] = dataclasses.field(default_factory=dict)

    def jargon(self, text: str, start: int, end: int) -> tuple[Found, ...]:
        """Words of workers in a part of the text; several rules ask for them."""
        if self.english is None:
            return ()
        place = start, end
        if place not in self._jargon:
            hurtful = [found for found, _ in self.hurtful(text, start, end)]
            self._jargon[place] = tuple(
                each
                for each in self.english.jargon.find(text, start, end)
                if not any(of.start < each.end and each.start < of.end for of in hurtful)
            )
        return self._jargon[place]

    def hurtful(self, text: str, start: int, end: int) -> tuple[tuple[Found, Phrase], ...]:
        """Words that hurt in a part of the text, with what would be better."""
        if self.respect is None:
            return ()
        place = start, end
        if place not in self._hurtful:
            self._hurtful[place] = tuple(self.respect.find(text, start, end))
        return self._hurtful[place]


SentenceRule = Callable[[Sentence, Knowing], Iterator[Remark]]
