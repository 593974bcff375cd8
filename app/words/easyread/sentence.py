"""One sentence as the rules look at it, and what they know beside it."""

import dataclasses
import functools
from collections.abc import Callable, Iterator

from app.words.easyread.lists import English, Found
from app.words.easyread.remarks import Remark, Rules
from app.words.matching import folded
from app.words.splitting import Span, word_spans


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
        uses_24_hours: the person tells the time in 24 hours.

    """

    rules: Rules
    english: English | None = None
    vocabulary: frozenset[str] = frozenset()
    explained: frozenset[str] = frozenset()
    uses_24_hours: bool = False
    _jargon: dict[Span, tuple[Found, ...]] = dataclasses.field(default_factory=dict)

    def jargon(self, text: str, start: int, end: int) -> tuple[Found, ...]:
        """Words of workers in a part of the text; several rules ask for them."""
        if self.english is None:
            return ()
        place = start, end
        if place not in self._jargon:
            self._jargon[place] = tuple(self.english.jargon.find(text, start, end))
        return self._jargon[place]


SentenceRule = Callable[[Sentence, Knowing], Iterator[Remark]]
