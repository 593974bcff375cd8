"""Which pictures stay beside a sentence whose words were changed: none may say the opposite."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Protocol

import msgspec

from app.model.ids import PictureRef
from app.model.showing import is_photo
from app.model.statement import Statement
from app.words.matching import stretches, tokens


class Denies(Protocol):
    """Tells whether words in a language say "not", or speak against something."""

    def __call__(self, text: str, /, *, lang: str) -> bool:
        """Whether they do."""


def follow(said: Statement, words: str, denies: Denies | None) -> Statement:
    """A sentence with these words and those of its pictures that still go with them.

    A picture goes with the words that it stands for. Where only one of the old and the new words
    denies something, a drawing would say the opposite, with the mark for "not" or without it.

    Args:
        said: the sentence as it was.
        words: what it says now.
        denies: tells whether words deny something; without it no drawing is trusted to stay.

    """
    if words == said.original:
        return said
    lang = said.original_lang
    turned = denies is None or denies(words, lang=lang) != denies(said.original, lang=lang)
    stay = [(ref, word) for ref, word in _standing(said, words) if is_photo(ref) or not turned]
    return msgspec.structs.replace(
        said,
        original=words,
        symbols=tuple(ref for ref, _ in stay),
        key_words=tuple(word for _, word in stay) if any(word for _, word in stay) else (),
    )


def _standing(said: Statement, words: str) -> Iterator[tuple[PictureRef, str]]:
    """The pictures whose words still stand, each with these as they stand now."""
    for ref, key in zip_longest(said.symbols, said.key_words[: len(said.symbols)], fillvalue=""):
        now = _as_it_stands(key, words) if key else ""
        if now is not None:
            yield PictureRef(ref), now


def _as_it_stands(key: str, words: str) -> str | None:
    """A key word as whole words of a text, however they are written there; None if they are not."""
    wanted = tuple(token.word for token in tokens(key, frozenset()))
    held = next(stretches(tokens(words, frozenset()), wanted), None)
    return words[held[0].start : held[-1].end] if held is not None else None
