"""From a page as it was printed to the picture of it: turned, slanted, seen from the side."""

import dataclasses
import math
from collections.abc import Sequence

Point = tuple[float, float]
Pair = tuple[Point, Point]
"""A point of the page, in points from its upper left corner, and the same in the picture."""

_ENOUGH_FOR_SLANT = 200.0
"""Points: how far apart codes must be for a view from the side to show in them."""
_DOTS_OFF, _POINTS_OFF = 1.0, 0.3
"""A corner is read so exactly and no better."""


@dataclasses.dataclass(frozen=True, slots=True)
class View:
    """How a page lies in a picture.

    Attributes:
        terms: the eight numbers of a projective map, from page to picture.

    """

    terms: tuple[float, ...]

    def at(self, point: Point) -> Point:
        """Where a point of the page is in the picture."""
        a, b, c, d, e, f, g, h = self.terms
        x, y = point
        below = g * x + h * y + 1
        return (a * x + b * y + c) / below, (d * x + e * y + f) / below

    def back(self, seen: Point) -> Point:
        """Which point of the page is seen there in the picture."""
        a, b, c, d, e, f, g, h = self.terms
        x, y = seen
        below = (d * h - e * g) * x + (b * g - a * h) * y + a * e - b * d
        return (
            ((e - f * h) * x + (c * h - b) * y + b * f - c * e) / below,
            ((f * g - d) * x + (a - c * g) * y + c * d - a * f) / below,
        )

    def off(self, pairs: Sequence[Pair]) -> float:
        """How far the map misses these points, in dots of the picture (root of mean square)."""
        if not pairs:
            return 0.0
        total = sum(math.dist(self.at(page), seen) ** 2 for page, seen in pairs)
        return math.sqrt(total / len(pairs))


def fit(pairs: Sequence[Pair]) -> View:
    """The simplest map that these points allow; there are four at least.

    A page that was only turned is taken for nothing else: a slant that is read out of the blur of
    a few corners would be many points off at the other edge. Where they stand close together, a
    view from the side cannot be told from blur, and the page is taken for flat.
    """
    turned = _turned(pairs)
    larger = math.hypot(turned.terms[0], turned.terms[1])
    if turned.off(pairs) <= max(_DOTS_OFF, _POINTS_OFF * larger):
        return turned
    return _slanted(pairs)


def _turned(pairs: Sequence[Pair]) -> View:
    """The map that turns, moves and enlarges, and nothing else."""
    pages, places = ([complex(*pair[side]) for pair in pairs] for side in (0, 1))
    page, place = sum(pages) / len(pages), sum(places) / len(places)
    spread = sum(abs(each - page) ** 2 for each in pages)
    turn = sum(
        (seen - place) * (each - page).conjugate() for each, seen in zip(pages, places, strict=True)
    ) / (spread or 1.0)
    begin = place - turn * page
    return View((turn.real, -turn.imag, begin.real, turn.imag, turn.real, begin.imag, 0.0, 0.0))


def _slanted(pairs: Sequence[Pair]) -> View:
    """The map that misses these points least."""
    wide = max(page[0] for page, _ in pairs) - min(page[0] for page, _ in pairs)
    slanted = len(pairs) > 4 and wide > _ENOUGH_FOR_SLANT
    middle = (
        sum(page[0] for page, _ in pairs) / len(pairs),
        sum(page[1] for page, _ in pairs) / len(pairs),
    )
    scale = max(1.0, *(math.dist(page, middle) for page, _ in pairs))
    rows, wanted = [], []
    for page, (u, v) in pairs:
        x, y = ((at - from_) / scale for at, from_ in zip(page, middle, strict=True))
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        wanted += [u, v]
    if not slanted:
        rows = [row[:6] for row in rows]
    terms = [*_least_squares(rows, wanted), 0.0, 0.0][:8]
    return View(_unscaled(terms, middle, scale))


def _unscaled(terms: Sequence[float], middle: Point, scale: float) -> tuple[float, ...]:
    a, b, c, d, e, f, g, h = terms
    x, y = middle
    below = 1 - (g * x + h * y) / scale
    made = (
        a / scale, b / scale, c - (a * x + b * y) / scale,
        d / scale, e / scale, f - (d * x + e * y) / scale,
        g / scale, h / scale,
    )  # fmt: skip
    return tuple(each / below for each in made)


def _least_squares(rows: Sequence[Sequence[float]], wanted: Sequence[float]) -> list[float]:
    size = len(rows[0])
    table = [
        [sum(row[i] * row[j] for row in rows) for j in range(size)]
        + [sum(row[i] * each for row, each in zip(rows, wanted, strict=True))]
        for i in range(size)
    ]
    for at in range(size):
        best = max(range(at, size), key=lambda row: abs(table[row][at]))
        table[at], table[best] = table[best], table[at]
        pivot = table[at][at] or 1e-12
        for row in range(size):
            if row != at:
                factor = table[row][at] / pivot
                table[row] = [x - factor * y for x, y in zip(table[row], table[at], strict=True)]
    return [row[-1] / (row[at] or 1e-12) for at, row in enumerate(table)]
