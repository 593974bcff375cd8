"""How long a drawing would keep the screen busy, worked out without drawing it.

It is gone through as it would be drawn: what is drawn again from elsewhere counts each time, and
a line counts by how far it goes. The figures are Qt's, measured for a picture of 400 dots; lines
that cross each other again and again cost it far more than any number of small shapes.
"""

import dataclasses
import math
import re
from collections.abc import Mapping
from typing import Self

from app.pictures.found import LeftOutError
from app.pictures.path_length import NUMBER, Length, of_path, of_points

Matrix = tuple[float, float, float, float]

MOST = 350_000.0
"""Millionths of a second that one drawing may take."""
_SIDE = 400.0
_PART = 10.0
_RULE = 0.16
_DOT = 0.3
_CROSSING = 0.045
_PLAIN, _SHADED = 0.0004, 0.003
"""For each dot of an area in one colour, and in one that changes."""
_MASK = 3_000.0
_TILE = 500.0
_DASH = 2.0
_FINEST_DASH = _SIDE / 500
_BROADEST = 2 * _SIDE
_LETTER, _LARGEST_LETTER = 3.0, 1_200.0
"""For each dot of its height, and at most."""
_DEEPEST = 64
_NOT_DRAWN = frozenset(
    {
        "defs", "symbol", "marker", "pattern", "mask", "clipPath", "linearGradient",
        "radialGradient", "style", "title", "desc", "metadata", "font", "font-face",
    }
)  # fmt: skip
_TILES = frozenset({"pattern", "marker", "mask", "clipPath"})
_ENDS = ("x1", "y1", "x2", "y2")
_AROUND = {
    "rect": (2, "width", "height"),
    "circle": (8, "r"),
    "ellipse": (4, "rx", "ry"),
}
"""How often which of their measures make up the way around a shape, across and down."""
MARKERS = ("marker", "marker-start", "marker-mid", "marker-end")
_WITHIN = re.compile(r"url\(\s*['\"]?\s*#([^'\")]*)")
_FUNCTION = re.compile(r"(\w+)\s*\(([^)]*)\)")


@dataclasses.dataclass(slots=True)
class Part:
    """An element of a drawing: its kind, what it says, its letters, and what stands in it."""

    tag: str
    values: Mapping[str, str]
    letters: int = 0
    parts: "list[Part]" = dataclasses.field(default_factory=list)


@dataclasses.dataclass(frozen=True, slots=True)
class _Look:
    """What a part has from those around it."""

    scale: float
    finest: float
    times: float = 1.0
    fill: str = "black"
    stroke: str = "none"
    width: float = 1.0
    dashes: float = 0.0
    font: float = 16.0
    markers: tuple[str, ...] = ()
    depth: int = 0
    tile: bool = False

    def of(self, values: Mapping[str, str]) -> Self:
        """The look of a part within."""
        most, least = _scaled(values.get("transform", ""))
        width = values.get("stroke-width")
        dashes = values.get("stroke-dasharray")
        font = values.get("font-size")
        own = tuple(name for key in MARKERS for name in _WITHIN.findall(values.get(key, "")))
        return dataclasses.replace(
            self,
            scale=self.scale * most,
            finest=self.finest * min(1.0, least),
            fill=values.get("fill", self.fill),
            stroke=values.get("stroke", self.stroke),
            width=self.width if width is None else length(width),
            dashes=self.dashes if dashes is None else sum(map(abs, figures(dashes))),
            font=self.font if font is None else length(font),
            markers=own or self.markers,
            depth=self.depth + 1,
        )


class Work:
    """Counts what a drawing takes.

    Raises:
        LeftOutError: it is more than a screen can do while somebody waits.

    """

    def __init__(self, root: Part, rules: int) -> None:
        self._left = MOST
        self._named: dict[str, Part] = {}
        self._open: set[int] = set()
        self._name(root, rules)
        side = _side(root.values)
        self._draw(root, _Look(scale=_SIDE / side, finest=_SIDE / side))

    def _name(self, root: Part, rules: int) -> None:
        waiting = [root]
        while waiting:
            part = waiting.pop()
            if name := part.values.get("id"):
                self._named.setdefault(name, part)
            self._spend(_RULE * rules * (1 + part.values.get("class", "").count(" ")))
            waiting += part.parts

    def _spend(self, much: float) -> None:
        self._left -= much
        if not self._left >= 0:
            raise LeftOutError("too_large")

    def _draw(self, part: Part, around: _Look) -> None:
        look = around.of(part.values)
        self._spend(_PART * look.times)
        if look.depth > _DEEPEST or id(part) in self._open:
            raise LeftOutError("too_large")
        self._open.add(id(part))
        for key in ("mask", "clip-path"):
            for name in _WITHIN.findall(part.values.get(key, "")):
                self._spend(_MASK * look.times)
                self._again(name, look)
        if part.tag == "use":
            self._again(part.values.get("href", "").strip()[1:], look)
        if part.letters:
            high = _LETTER * (1 + look.font * look.scale)
            self._spend(look.times * part.letters * min(_LARGEST_LETTER, high))
        self._shape(_length_of(part), look)
        for each in part.parts:
            if each.tag not in _NOT_DRAWN:
                self._draw(each, _zoomed(each, look))
        self._open.discard(id(part))

    def _again(self, name: str, look: _Look) -> None:
        """What is drawn from elsewhere in the drawing; no tile may be drawn with further ones."""
        part = self._named.get(name)
        if part is None or part.tag in {"linearGradient", "radialGradient"}:
            return
        if look.depth > _DEEPEST or (look.tile and part.tag in _TILES):
            raise LeftOutError("too_large")
        within = _zoomed(part, look)
        if part.tag in _TILES:
            within = dataclasses.replace(within, fill="black", markers=(), tile=True)
            like = part.values.get("href", "").strip()[1:]
            self._again(like, dataclasses.replace(look, depth=look.depth + 1))
        self._draw(part, within)

    def _shape(self, line: Length, look: _Look) -> None:
        if not line.length:
            return
        dots, broad = line.length * look.scale, min(look.width * look.scale, _BROADEST)
        if look.fill.strip() != "none":
            self._fill(dots, dots * dots / 16, look, look.fill)
        if look.stroke.strip() == "none" or not broad:
            return
        corners = float(line.corners)
        if look.dashes:
            period = look.dashes * look.finest
            if period < _FINEST_DASH:
                raise LeftOutError("too_large")
            self._spend(_DASH * look.times * dots / period)
            corners += dots / period
        self._fill(2 * dots + 2 * corners * broad, dots * broad, look, look.stroke)
        for name in look.markers:
            self._again(name, dataclasses.replace(look, times=look.times * line.corners))

    def _fill(self, dots: float, area: float, look: _Look, colour: str) -> None:
        crossings = min(dots / _SIDE, _SIDE / 2)
        self._spend(look.times * dots * (_DOT + _CROSSING * crossings))
        shaded = _WITHIN.findall(colour)
        self._spend(look.times * min(area, _SIDE**2) * (_SHADED if shaded else _PLAIN))
        for name in shaded:
            self._spend(_TILE * look.times * (name in self._named))
            self._again(name, look)


def figures(text: str) -> list[float]:
    """The numbers of a text."""
    return [float(each) for each in NUMBER.findall(text)]


def length(text: str) -> float:
    """A length in dots, or in parts of a drawing of 100."""
    found = figures(text)
    return abs(found[0]) if found else 0.0


def _side(values: Mapping[str, str]) -> float:
    """The longer side of a drawing, which fills the picture.

    Raises:
        LeftOutError: it does not say how large it is.

    """
    box = figures(values.get("viewBox", ""))[2:4]
    sides = box or [length(values.get(key, "")) for key in ("width", "height")]
    if len(sides) < 2 or not 0 < min(sides) <= max(sides) < math.inf:
        raise LeftOutError("no_picture")
    return max(sides)


def _zoomed(part: Part, look: _Look) -> _Look:
    """A part with a view of its own may show it as large as the picture."""
    if "viewBox" not in part.values:
        return look
    scale = max(look.scale, _SIDE / _side(part.values))
    return dataclasses.replace(look, scale=scale)


def _scaled(transform: str) -> tuple[float, float]:
    """How much larger a transform makes a line at most, and at least."""
    most = least = 1.0
    for name, text in _FUNCTION.findall(transform):
        values = figures(text)
        if name == "scale" and values:
            most *= max(map(abs, values))
            least *= min(map(abs, values))
        elif name == "matrix" and len(values) >= 4:
            a, b, c, d = values[:4]
            both, turned = a * a + b * b + c * c + d * d, 2 * (a * d - b * c)
            far = math.sqrt((both + math.sqrt(max(0.0, both * both - turned * turned))) / 2)
            most *= far
            least *= abs(a * d - b * c) / far if far else 0.0
        elif name.startswith("skew") and values:
            slant = abs(math.tan(math.radians(values[0] % 180)))
            most *= 1 + slant
            least /= 1 + slant
    return most, least


def _length_of(part: Part) -> Length:
    values = part.values
    match part.tag:
        case "path":
            return of_path(values.get("d", ""))
        case "polyline" | "polygon":
            return of_points(values.get("points", ""))
        case "line":
            x1, y1, x2, y2 = (figures(values.get(key, "0"))[:1] or [0.0] for key in _ENDS)
            return Length(2 * (abs(x2[0] - x1[0]) + abs(y2[0] - y1[0])), 2)
        case tag:
            times, *keys = _AROUND.get(tag, (0,))
            around = sum(length(values.get(str(key), "")) for key in keys)
            return Length(float(times) * around, 8)
