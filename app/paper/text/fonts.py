"""The fonts there are, which script each of them serves, and shaping with HarfBuzz."""

import functools
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import uharfbuzz as hb

from app.model.errors import BadDataError
from app.model.wording import N_

_LONGEST_REMEMBERED = 64
_MOST_REMEMBERED = 20_000
_MOST_TEXTS = 2_000


class Glyph(NamedTuple):
    """One placed glyph, sizes in thousandths of the type size.

    Attributes:
        gid: its number in the font.
        cluster: the first character of the shaped text that it stands for.

    """

    gid: int
    advance: float
    dx: float
    dy: float
    cluster: int


class Face:
    """One font file, read when it is first needed.

    Attributes:
        leading: the least line spacing it needs, in times of the type size; 0 for the usual.

    """

    def __init__(self, path: Path, *, leading: float = 0.0) -> None:
        self._path = path
        self.leading = leading
        self._extents: dict[int, tuple[float, float]] = {}
        self._shaped: dict[tuple[str, str, str, bool], tuple[Glyph, ...]] = {}

    def forget(self) -> None:
        """Let go of the words that were shaped."""
        self._shaped.clear()

    @functools.cached_property
    def file(self) -> Any:
        """The font as HarfBuzz holds it.

        Raises:
            BadDataError: the file is missing or no font.

        """
        try:
            face = hb.Face(hb.Blob.from_file_path(str(self._path)))
        except hb.HarfBuzzError as error:
            raise BadDataError(
                N_("The font {name} cannot be read. Please install Alongside again."),
                name=self._path.name,
            ) from error
        if not face.glyph_count:
            raise BadDataError(
                N_("The font {name} cannot be read. Please install Alongside again."),
                name=self._path.name,
            )
        return face

    @functools.cached_property
    def _font(self) -> Any:
        return hb.Font(self.file)

    @functools.cached_property
    def _scale(self) -> float:
        return 1000 / float(self.file.upem)

    @functools.cached_property
    def _characters(self) -> frozenset[int]:
        return frozenset(self.file.unicodes)

    @property
    def name(self) -> str:
        """The PostScript name that goes into a document."""
        return str(self.file.get_name(6) or self._path.stem).replace(" ", "")

    @functools.cached_property
    def height(self) -> tuple[float, float]:
        """How far the font reaches above and below the baseline, in thousandths."""
        extents = self._font.get_font_extents("ltr")
        return extents.ascender * self._scale, -extents.descender * self._scale

    def has(self, text: str) -> bool:
        """Whether there is a glyph for every character."""
        return self._characters.issuperset(map(ord, text))

    def glyph(self, character: str) -> int:
        """The number of the glyph of one character that the font has."""
        return int(self._font.get_nominal_glyph(ord(character)))

    def advance(self, glyph: int) -> float:
        """How wide a glyph is before it is shaped, in thousandths."""
        return float(self._font.get_glyph_h_advance(glyph) * self._scale)

    def ink(self, glyph: int) -> tuple[float, float]:
        """How far a glyph's ink reaches above and below the baseline, in thousandths."""
        reach = self._extents.get(glyph)
        if reach is None:
            box = self._font.get_glyph_extents(glyph)
            top = box.y_bearing * self._scale if box else 0.0
            bottom = -(box.y_bearing + box.height) * self._scale if box else 0.0
            reach = self._extents[glyph] = (top, bottom)
        return reach

    def shape(self, text: str, *, script: str, lang: str, rtl: bool) -> tuple[Glyph, ...]:
        """The glyphs of a text in one script and direction, from left to right."""
        key = (text, script, lang, rtl)
        glyphs = self._shaped.get(key)
        if glyphs is None:
            glyphs = self._shape(text, script, lang, rtl=rtl)
            if len(text) <= _LONGEST_REMEMBERED:
                if len(self._shaped) >= _MOST_REMEMBERED:
                    self._shaped.clear()
                self._shaped[key] = glyphs
        return glyphs

    def _shape(self, text: str, script: str, lang: str, *, rtl: bool) -> tuple[Glyph, ...]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        if script:
            buffer.script = script
        else:
            buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.language = lang
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        # Arabic ligatures that a reader does not need would hide letters from copy and search.
        hb.shape(self._font, buffer, {"liga": script != "Arab", "dlig": False})
        scale = self._scale
        return tuple(
            Glyph(
                info.codepoint,
                place.x_advance * scale,
                place.x_offset * scale,
                place.y_offset * scale,
                info.cluster,
            )
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        )


class FontBook:
    """Which faces to try for a script, in which order.

    Attributes:
        remembered: texts that were set, by what they say and how: a document is set again and
            again while somebody looks at it, and each time most of it is the same.

    """

    def __init__(
        self,
        families: Mapping[str, tuple[Face, ...]],
        scripts: Mapping[str, tuple[str, ...]],
        languages: Mapping[str, tuple[str, ...]],
    ) -> None:
        self._families = families
        self._scripts = scripts
        self._languages = languages
        self._orders: dict[tuple[str, str, bool], tuple[Face, ...]] = {}
        self.remembered: dict[object, object] = {}

    @classmethod
    def load(cls, data: Mapping[str, Any], find: Callable[[str], Path]) -> "FontBook":
        """Read what ``resources/fonts/fonts.toml`` holds.

        Args:
            data: families with their files, and the order for each script and language.
            find: where a font file of this name lies.

        Raises:
            BadDataError: a family, its file or the default order is missing.

        """
        try:
            families = {
                key: tuple(
                    Face(find(family[weight]), leading=float(family.get("leading", 0)))
                    for weight in ("regular", "bold")
                )
                for key, family in data["families"].items()
            }
            scripts = {key: tuple(order) for key, order in data["scripts"].items()}
            languages = {key: tuple(order) for key, order in data.get("languages", {}).items()}
            known = [
                *scripts["default"],
                *(f for o in (scripts, languages) for n in o.values() for f in n),
            ]
            for family in known:
                families[family]
        except (KeyError, TypeError, FileNotFoundError) as error:
            raise BadDataError(
                N_("The list of fonts is wrong: {problem}."), problem=error
            ) from error
        return cls(families, scripts, languages)

    def faces(self, *, script: str, lang: str, bold: bool) -> tuple[Face, ...]:
        """Every face, those that serve this script in this language first.

        Args:
            script: ISO 15924, such as ``Arab``; empty for signs of no script.
            lang: BCP 47 tag; ``ur-Aran`` asks for Nastaliq.
            bold: whether bold is wanted.

        """
        key = (script, lang, bold)
        order = self._orders.get(key)
        if order is None:
            names = dict.fromkeys(self._names(script, lang))
            order = self._orders[key] = tuple(self._families[name][bold] for name in names)
        return order

    def remember(self, key: object, text: object) -> None:
        """Keep a text that was set, and let go of all others once there are too many."""
        if len(self.remembered) >= _MOST_TEXTS:
            self.remembered.clear()
        self.remembered[key] = text

    def forget(self) -> None:
        """Let go of every word that was set: nothing of a plan outlives its notebook being open."""
        self.remembered.clear()
        for family in self._families.values():
            for face in family:
                face.forget()

    def _names(self, script: str, lang: str) -> Iterator[str]:
        subtags = lang.split("-")
        if script == "Arab" and "Aran" in subtags:
            yield from self._scripts.get("Aran", ())
        yield from self._scripts.get(script, ())
        yield from self._languages.get(subtags[0], ())
        yield from self._scripts["default"]
        yield from self._families


@functools.lru_cache(4096)
def script_of(character: str) -> str:
    """ISO 15924 code of a character's script; empty for what many scripts share."""
    buffer = hb.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    script = buffer.script
    return "" if script in {None, "Zyyy", "Zinh", "Zzzz"} else str(script)
