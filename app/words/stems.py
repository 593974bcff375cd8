"""Words in any of their forms, by what stays of them: ``hit*``, ``they … lock``, ``*ضرب*``."""

import functools
import re
import unicodedata
from collections.abc import Iterable

from app.words.matching import folded
from app.words.splitting import words

ANY_LETTERS = "*"
ANY_WORDS = "…"
"""Stands for up to three words."""

_LEFT_OUT = re.compile("[\u0300-\u036f\u0653-\u0655]")
"""What many leave out where they write in a hurry: accents, and the hamza of Arabic."""
_ALIKE = str.maketrans({"ł": "l", "đ": "d", "'": " "})


def stands_in(stems: tuple[str, ...], texts: Iterable[str]) -> bool:
    """Whether one of the words or phrases stands in one of the texts.

    Args:
        stems: words and phrases; ``*`` is any letters, ``…`` is up to three words.
        texts: in any script.

    """
    found = _pattern(stems)
    return any(found.search(f" {_bare(text)} ") for text in texts)


@functools.cache
def _pattern(stems: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(" (?:" + "|".join(_of_words(stem.split()) for stem in stems) + ") ")


def _of_words(stem: list[str]) -> str:
    made = ""
    for word in stem:
        if word == ANY_WORDS:
            made += "(?:[^ ]+ ){0,3}"
        else:
            parts = (_bare(part).replace(" ", "") for part in word.split(ANY_LETTERS))
            made += "[^ ]*".join(re.escape(part) for part in parts) + " "
    return made.removesuffix(" ")


def _bare(text: str) -> str:
    """Its words and nothing between them, without what many leave out."""
    apart = unicodedata.normalize("NFD", " ".join(words(folded(text))))
    return " ".join(_LEFT_OUT.sub("", apart).translate(_ALIKE).split())
