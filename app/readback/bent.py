"""A page that does not lie quite flat: how it would lie, and how far from there points are seen.

A page that was folded or held by its corner is seen some points off the flat view of it, in one
place to one side and in another to the other. What is printed on it says how far: its codes, and
the borders of its boxes. Between them paper bends softly, so that near points tell most.
"""

import itertools
import math
from collections.abc import Iterator, Sequence

from PIL import Image

from app.readback.flat import Point, View

_NEAR = 24.0
"""Points: what is nearer than this tells no more than what is here."""
_STIFF = 15.0**2
"""Square points: known points that stand closer together say little of a slope."""
_PIECE = 24.0
"""Points: so small a piece of paper is taken for flat when it is drawn."""

_Known = tuple[Point, float]


class Bent:
    """How a page lies in a picture, as far as is known; more can be learnt.

    Attributes:
        view: how it would lie if it were flat.

    """

    def __init__(self, view: View) -> None:
        self.view = view
        self._known: tuple[list[_Known], list[_Known]] = ([], [])

    def learn(self, point: Point, seen: Point, *, axes: Sequence[int] = (0, 1)) -> None:
        """Learn where a point of the page is seen in the picture.

        Args:
            point: of the page.
            seen: in the picture.
            axes: 0 where how far to the right it is seen is known, 1 where how far down.

        """
        there = self.view.back(seen)
        for axis in axes:
            self._known[axis].append((point, there[axis] - point[axis]))

    def at(self, point: Point) -> Point:
        """Where a point of the page is in the picture."""
        right, down = (_off(known, point) for known in self._known)
        return self.view.at((point[0] + right, point[1] + down))

    def cut(
        self,
        image: Image.Image,
        *,
        left: float,
        top: float,
        wide: float,
        high: float,
        dots: float,
    ) -> Image.Image:
        """A part of the page, made straight, with so many dots a point."""
        size = (max(1, round(wide * dots)), max(1, round(high * dots)))
        places = {
            (x, y): self.at((left + x / dots, top + y / dots))
            for x in _steps(size[0], dots)
            for y in _steps(size[1], dots)
        }
        pieces = [
            ((x, y, x1, y1), (*places[x, y], *places[x, y1], *places[x1, y1], *places[x1, y]))
            for x, x1 in itertools.pairwise(_steps(size[0], dots))
            for y, y1 in itertools.pairwise(_steps(size[1], dots))
        ]
        mesh = Image.Transform.MESH
        return image.transform(size, mesh, pieces, Image.Resampling.BICUBIC, fillcolor=255)


def _off(known: Sequence[_Known], point: Point) -> float:
    """How far off a point is seen, as those near it are (moving least squares)."""
    if not known:
        return 0.0
    weights = [1 / (math.dist(at, point) ** 2 + _NEAR**2) ** 2 for at, _ in known]
    total = sum(weights)
    shares = [weight / total for weight in weights]
    x = sum(share * at[0] for share, (at, _) in zip(shares, known, strict=True))
    y = sum(share * at[1] for share, (at, _) in zip(shares, known, strict=True))
    usual = sum(share * off for share, (_, off) in zip(shares, known, strict=True))
    xx = yy = _STIFF
    xy = x_off = y_off = 0.0
    for share, (at, off) in zip(shares, known, strict=True):
        right, down = at[0] - x, at[1] - y
        xx, yy, xy = xx + share * right**2, yy + share * down**2, xy + share * right * down
        x_off += share * right * (off - usual)
        y_off += share * down * (off - usual)
    right, down, space = point[0] - x, point[1] - y, xx * yy - xy * xy
    return usual + ((yy * x_off - xy * y_off) * right + (xx * y_off - xy * x_off) * down) / space


def _steps(long: int, dots: float) -> list[int]:
    return list(_pieces(long, max(1, round(_PIECE * dots))))


def _pieces(long: int, step: int) -> Iterator[int]:
    yield from range(0, long, step)
    yield long
