"""Two made-up languages that say each sentence in that of all languages in which it is longest.

What has room in them has room in every one of them: one walk through the screens stands for many.
``en-XL`` takes the longest whole sentence, ``en-XW`` the one with the longest word.
"""

import datetime
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from app.model.wording import SourceWording, Wording

_TAKES_NO_ROOM = frozenset({"Mn", "Me", "Cf"})


def length(text: str) -> int:
    """About how wide a text is: signs that stand above or below a letter take no room."""
    return sum(unicodedata.category(each) not in _TAKES_NO_ROOM for each in text)


def longest_word(text: str) -> int:
    """About how wide its widest word is."""
    return max(map(length, text.split()), default=0)


MEASURES: dict[str, Callable[[str], int]] = {"en-XL": length, "en-XW": longest_word}
"""By tag: what makes one sentence longer than another."""


class Longest:
    """The wording of a made-up language.

    Args:
        lang: one of :data:`MEASURES`.
        all_wordings: every language of the program.

    """

    style = ""
    right_to_left = False

    def __init__(self, lang: str, all_wordings: Iterable[Wording]) -> None:
        self.lang = lang
        self._measure = MEASURES[lang]
        self._all = tuple(all_wordings)
        self._source = SourceWording()

    def knows(self, _sentence: str, /) -> bool:
        """English is among them."""
        return True

    def t(self, sentence: str, /, **values: object) -> str:
        """The sentence where it is longest, its places filled."""
        return self._longest(words.t(sentence, **values) for words in self._all)

    def tn(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The form for ``n`` where it is longest."""
        return self._longest(words.tn(one, many, n, **values) for words in self._all)

    def date(self, day: datetime.date, /) -> str:
        """The longest date."""
        return self._longest(words.date(day) for words in self._all)

    def listed(self, items: Sequence[str], /) -> str:
        """The longest list."""
        return self._longest(words.listed(items) for words in self._all)

    def beside(self, parts: Iterable[str], /) -> str:
        """As in English."""
        return self._source.beside(parts)

    def _longest(self, said: Iterable[str]) -> str:
        return max(said, key=self._measure)
