"""Spelling, for whoever helps: which words no dictionary knows, and what may have been meant.

It marks and never changes anything. A language without a dictionary has nothing to say.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from app.words.splitting import Span, word_spans, words

MOST = 3
LONGEST = 40
"""Letters; looking for what was meant by a longer word would take long, and find nothing."""

DICTIONARIES = {"en": "en_GB"}
"""Which dictionary a language has."""


class Spelling:
    """The dictionaries of one folder, each loaded when a text in its language is first read.

    Not to be used by two threads at a time: the window asks on the notebook's thread.

    Args:
        folder: holds an ``.aff`` and a ``.dic`` for each.
        known: further words of languages, such as those of the glossary.

    """

    def __init__(self, folder: Path, known: Mapping[str, Callable[[], Iterable[str]]]) -> None:
        self._folder, self._known = folder, known
        self._loaded: dict[str, tuple[Any, frozenset[str]]] = {}

    def unknown(self, text: str, *, lang: str, known: Collection[str] = ()) -> tuple[Span, ...]:
        """Where words stand that nobody knows: neither the dictionary nor whoever wrote the plan.

        Names are left alone where they are written large within a sentence, and so are words with
        figures in them or all in capitals.

        Args:
            text: what was written.
            lang: its language.
            known: names and own words of the plan.

        """
        loaded = self._load(lang)
        if loaded is None:
            return ()
        dictionary, ours = loaded
        theirs = {_folded(word) for word in known}
        return tuple(
            (start, end)
            for start, end in word_spans(text)
            if _is_looked_at(text, start, end)
            and (word := _folded(text[start:end])) not in theirs
            and word not in ours
            and not dictionary.spell(text[start:end].replace("’", "'"))
        )

    def meant(self, word: str, *, lang: str) -> tuple[str, ...]:
        """What may have been meant, the likeliest first; it takes up to half a second."""
        loaded = self._load(lang)
        if loaded is None or len(word) > LONGEST:
            return ()
        return tuple(loaded[0].suggest(word.replace("’", "'"))[:MOST])

    def _load(self, lang: str) -> tuple[Any, frozenset[str]] | None:
        short = lang.partition("-")[0].lower()
        name = DICTIONARIES.get(short)
        if name is None:
            return None
        if short not in self._loaded:
            from hunspell import Hunspell  # noqa: PLC0415 - loaded only where it is wanted

            dictionary = Hunspell(name, hunspell_data_dir=str(self._folder))
            terms = self._known[short]() if short in self._known else ()
            ours = frozenset(_folded(word) for term in terms for word in words(term))
            self._loaded[short] = dictionary, ours
        return self._loaded[short]


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s")


def _is_looked_at(text: str, start: int, end: int) -> bool:
    word = text[start:end]
    if len(word) < 2 or any(each.isdigit() for each in word) or word.isupper():
        return False
    begins = text[:start].rstrip(" “\"'(")
    return not word[0].isupper() or not begins or begins[-1] in ".!?:\n"
