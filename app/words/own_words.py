"""The words of a person's own plan, offered while somebody writes: what was said is said again."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from app.words.splitting import words

_SHORTEST = 2


class OwnWords:
    """Knows which words were used, how often, and which came after which.

    Args:
        sentences: what was said, the oldest first.

    """

    def __init__(self, sentences: Iterable[str]) -> None:
        self._used: Counter[str] = Counter()
        self._after: dict[str, Counter[str]] = defaultdict(Counter)
        self._first: Counter[str] = Counter()
        self._written: dict[str, str] = {}
        for sentence in sentences:
            self._learn(words(sentence))

    def offer(self, text: str, *, most: int) -> tuple[str, ...]:
        """The words to offer at the end of a text, the likeliest first.

        Args:
            text: what stands there; its last word may be half written.
            most: no more than so many.

        Returns:
            Words as they were written before; those that can end the half word, or where none
            is half written, those that came next before.

        """
        before = words(text)
        half = before[-1] if before and not text[-1:].isspace() else ""
        last = before[:-1] if half else before
        follows = self._after[last[-1].casefold()] if last else self._first
        likely = [*_by_use(follows), *_by_use(self._used)]
        start = half.casefold()
        fits = (each for each in likely if each.startswith(start) and each != start)
        return tuple(self._written[each] for each in dict.fromkeys(fits))[:most]

    def _learn(self, said: tuple[str, ...]) -> None:
        known = [(word.casefold(), word) for word in said]
        for place, (word, written) in enumerate(known):
            if len(word) < _SHORTEST and not place:
                continue
            self._used[word] += 1
            # What begins a sentence has a capital letter that says nothing of the word.
            if place or word not in self._written:
                self._written[word] = written
            if place:
                self._after[known[place - 1][0]][word] += 1
            else:
                self._first[word] += 1


def _by_use(counted: Counter[str]) -> list[str]:
    return [word for word, _ in counted.most_common()]


def put_in(text: str, word: str) -> str:
    """A text with a word that was offered: it ends the half word, and a space comes after it."""
    before = words(text)
    if before and not text[-1:].isspace():
        text = text[: text.rindex(before[-1])]
    return f"{text}{word} "
