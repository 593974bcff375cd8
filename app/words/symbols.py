"""The picture sets that ship with the program, asked as one."""

import functools
import re
from collections.abc import Callable
from pathlib import Path

from app.model.ids import PictureRef
from app.model.pictures import Picture, PictureFinder

WordsFor = Callable[[PictureRef, str], str]
"""The words for a picture in a language (the second)."""

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TONES = (b"#FADCBC", b"#DEBB90", b"#C19A65", b"#A57939", b"#61493C")
"""The five skin tones in OpenMoji's colours."""


class DrawnSet:
    """The pictures of a folder of SVG files, each called by its name: ``healthicons:cane``."""

    def __init__(self, prefix: str, folder: Path, *, skin: bytes = b"") -> None:
        """Take what they are called by and where they lie.

        Args:
            prefix: what stands before the colon of their names.
            folder: where the files are.
            skin: the colour that only skin has in them; empty if they show none.

        """
        self._prefix = f"{prefix}:"
        self._folder = folder
        self._skin = skin
        self._read = functools.cache(self._read_file)

    def picture(self, ref: PictureRef, /, skin_tone: int | None = None) -> Picture | None:
        """The picture, in a skin tone of 1 to 5 where it shows skin."""
        name = ref.removeprefix(self._prefix)
        if name == ref or not _NAME.fullmatch(name):
            return None
        found = self._read(name)
        if found is None or skin_tone is None or not self._skin:
            return found
        tone = dict(enumerate(_TONES, 1)).get(skin_tone, self._skin)
        return Picture(found.media_type, found.data.replace(self._skin, tone))

    def _read_file(self, name: str) -> Picture | None:
        try:
            return Picture("image/svg+xml", (self._folder / f"{name}.svg").read_bytes())
        except FileNotFoundError:
            return None


class Symbols:
    """Several sets: the first that has a picture gives it."""

    def __init__(self, *sets: PictureFinder, words: WordsFor = lambda _ref, _lang: "") -> None:
        """Take the sets, and what finds the words for what a picture shows."""
        self._sets = sets
        self._words = words

    def picture(self, ref: PictureRef, /, skin_tone: int | None = None) -> Picture | None:
        """The picture, in a skin tone where its set has them; None if no set has it."""
        for each in self._sets:
            found = each.picture(ref, skin_tone)
            if found is not None:
                return found
        return None

    def says(self, ref: PictureRef, /, lang: str) -> str:
        """What a picture shows, in a language; empty where nobody has said so."""
        return self._words(ref, lang)
