"""What pictures are called: their set's own names, and CLDR's words for them, for a wider search.

Never offered by itself: by these words "weight" is somebody lifting weights. Only what an adult
may want in a plan is on the lists (``resources/words/names/allowed.toml``).
"""

import dataclasses
import functools
from collections.abc import Callable

from app.model.ids import PictureRef
from app.words.matching import folded

PREFIX = "openmoji:"
SOURCE = "en"

ReadLines = Callable[[str], str | None]
"""The list of a language, a line a picture; None if there is none."""


@dataclasses.dataclass(frozen=True, slots=True)
class Named:
    """A picture that may be looked for.

    Attributes:
        name: what it is called, as written.
        words: its name and the other words by which people look for it, folded, the name first.
        together: all of them in one text, to see quickly that none of them is meant.

    """

    picture: PictureRef
    name: str
    words: tuple[str, ...]
    together: str


class PictureNames:
    """The pictures by their names, in any language of which there is a list."""

    def __init__(self, read: ReadLines) -> None:
        self._read = read
        self.of = functools.cache(self._of)
        self._by_picture = functools.cache(self._names_by_picture)

    def name(self, picture: PictureRef, *, lang: str) -> str:
        """What a picture is called in a language; empty where nobody has said so."""
        return self._by_picture(lang).get(picture, "")

    def search(self, text: str, *, langs: tuple[str, ...]) -> tuple[Named, ...]:
        """Pictures of which a word is, or begins with, the text: the closest first.

        Names in the first language come before equally close ones in the others or in English.
        """
        wanted = " ".join(folded(text).split())
        if not wanted:
            return ()
        found: dict[PictureRef, tuple[int, int, Named]] = {}
        for nth, language in enumerate(dict.fromkeys((*langs, SOURCE))):
            for place, named in enumerate(self.of(language)):
                rank = _rank(named, wanted)
                if rank is not None and named.picture not in found:
                    found[named.picture] = (rank + min(nth, 1), place, named)
        return tuple(each[2] for each in sorted(found.values(), key=lambda each: each[:2]))

    def _of(self, lang: str) -> tuple[Named, ...]:
        lines = (self._read(lang) or "").splitlines()
        return tuple(_named(line) for line in lines if line)

    def _names_by_picture(self, lang: str) -> dict[PictureRef, str]:
        """Read without the words to search by: that is needed later, if at all."""
        parts = (line.split("\t", 2) for line in (self._read(lang) or "").splitlines() if line)
        return {PictureRef(PREFIX + code): name for code, name, _ in parts}


def _named(line: str) -> Named:
    code, name, more = line.split("\t")
    words = (name, *(each for each in more.split("|") if each))
    together = folded("\n".join(words))
    return Named(PictureRef(PREFIX + code), name, tuple(together.split("\n")), together)


def _rank(named: Named, wanted: str) -> int | None:
    """0 for its name, then another of its words, then the beginning of one of them."""
    if wanted not in named.together:
        return None
    if named.words[0] == wanted:
        return 0
    if wanted in named.words:
        return 2
    beginning = (word.startswith(wanted) or f" {wanted}" in word for word in named.words)
    return 4 if len(wanted) > 1 and any(beginning) else None
