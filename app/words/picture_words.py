"""What a picture shows, in words, for whoever does not see it."""

import functools
import re
import unicodedata
from collections.abc import Callable

from app.model.ids import PictureRef
from app.words.lexicon import Ideas
from app.words.names import PREFIX, SOURCE, PictureNames

_TONES = re.compile("-1F3F[B-F]")
_CODES = re.compile("[0-9A-F]{4,5}(?:-[0-9A-F]{4,5})*")


class PictureWords:
    """The words for the built-in pictures: their names, or else those of the ideas they stand for.

    In English a sign that has neither is called as Unicode calls it. The ideas are only asked for
    when a picture has no name of its own.
    """

    def __init__(self, names: PictureNames, ideas: Callable[[], Ideas]) -> None:
        self._names = names
        self._ideas = functools.cache(ideas)
        self._of_ideas = functools.cache(self._words_by_picture)

    def __call__(self, picture: PictureRef, lang: str) -> str:
        """What it shows, in a language; empty where nobody has said so."""
        lang = lang.partition("-")[0]
        picture = PictureRef(_TONES.sub("", picture))
        named = self._names.name(picture, lang=lang) or self._of_ideas(lang).get(picture, "")
        return named or (_sign(picture.removeprefix(PREFIX)) if lang == SOURCE else "")

    def _words_by_picture(self, lang: str) -> dict[PictureRef, str]:
        """The first word of each idea, for the pictures that stand for it; main ones go first."""
        ideas = self._ideas()
        said = [(idea.pictures, ideas.words_for(idea, lang)) for idea in ideas]
        words: dict[PictureRef, str] = {}
        for pictures, called in said:
            if pictures and called:
                words.setdefault(pictures[0], called[0])
        for pictures, called in said:
            for picture in pictures if called else ():
                words.setdefault(picture, called[0])
        return words


def _sign(codes: str) -> str:
    """What Unicode calls the signs of a picture; empty where one of them has no name."""
    if not _CODES.fullmatch(codes):
        return ""
    signs = [chr(int(code, 16)) for code in codes.split("-")]
    seen = [sign for sign in signs if unicodedata.category(sign) not in {"Cf", "Mn"}]
    names = [unicodedata.name(sign, "").lower() for sign in seen]
    return " ".join(names) if all(names) else ""
