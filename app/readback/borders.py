"""Finding the printed borders of a box, so that what is cut out is the box and nothing beside it.

A border is looked for as a whole: the place counts in which every side of it is seen at once, which
no writing and no row of words is likely to make.
"""

import dataclasses
import functools
import operator
from collections.abc import Iterator, Sequence

from PIL import Image, ImageChops, ImageFilter

from app.model.packs import Area
from app.readback import shade
from app.readback.bent import Bent
from app.readback.flat import Point
from app.readback.marks import A4_HIGH

_DOTS = 3.0
_FAR, _NEAR = 12.0, 5.0
"""Points around the place of a border in which it is looked for: one that is a shape, and a part
of one that is a mere line, next to parts that were found."""
_LOOSE = 7
"""Dots: of a long box that is bent, sides fit too that are seen so far off; of a square, where a
wrong place would be taken for a tick, none do."""
_ALL_SIDES = 4
_SEEN = 40
"""Of 200, which is black on white: so dark each side is at least, over all of its length."""
_SMALL = 60.0
_END, _STEP = 24.0, 30.0
"""Points: how much of a long box is looked for at its ends, and how much in between at a time."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Side:
    """A straight line of a border, in points from the upper left corner of the page."""

    middle: Point
    long: float
    upright: bool


def settle(image: Image.Image, page: Bent, area: Area) -> bool:
    """Find the border of a box, and have the page learn where it is.

    Args:
        image: the picture of the page, in greys.
        page: how it lies, as far as is known; learns where the box lies.
        area: the middle of the lines of its border.

    Returns:
        Whether every part of the border was seen.

    """
    found = [_learn(image, page, sides) for sides in _parts(area)]
    return all(found)


def _parts(area: Area) -> Iterator[Sequence[_Side]]:
    """A small box as a whole; of a long one the ends, and its long sides piece by piece."""
    left, right = area.left, area.left + area.wide
    lower = A4_HIGH - area.bottom
    upper = lower - area.high
    middle = (upper + lower) / 2

    def along(begin: float, end: float) -> tuple[_Side, _Side]:
        at, long = (begin + end) / 2, end - begin
        return _Side((at, upper), long, upright=False), _Side((at, lower), long, upright=False)

    near = _Side((left, middle), area.high, upright=True)
    far = _Side((right, middle), area.high, upright=True)
    if area.wide < _SMALL:
        yield (near, far, *along(left, right))
        return
    yield near, *along(left, left + _END)
    pieces = max(1, round((area.wide - 2 * _END) / _STEP))
    step = (area.wide - 2 * _END) / pieces
    for at in range(pieces):
        yield along(left + _END + at * step, left + _END + (at + 1) * step)
    yield far, *along(right - _END, right)


def _learn(image: Image.Image, page: Bent, sides: Sequence[_Side]) -> bool:
    """Find some sides; where none is upright, nothing is known of how far to the right they are."""
    shape = any(side.upright for side in sides)
    about = (_FAR, _FAR) if shape else (0.0, _NEAR)
    shift = _seen(image, page, sides, about)
    if shift is None:
        return False
    places = [side.middle for side in sides]
    seen = [page.at((x + shift[0], y + shift[1])) for x, y in places]
    for place, at in zip(places, seen, strict=True):
        page.learn(place, at, axes=(0, 1) if shape else (1,))
    return True


def _seen(image: Image.Image, page: Bent, sides: Sequence[_Side], about: Point) -> Point | None:
    """How far from its place a border is seen; None if it is not."""
    reach = [0 if side.upright else side.long / 2 for side in sides]
    left = min(side.middle[0] - each for side, each in zip(sides, reach, strict=True)) - about[0]
    right = max(side.middle[0] + each for side, each in zip(sides, reach, strict=True)) + about[0]
    top = min(side.middle[1] for side in sides) - about[1]
    bottom = max(side.middle[1] for side in sides) + about[1]
    part = page.cut(image, left=left, top=top, wide=right - left, high=bottom - top, dots=_DOTS)
    dark = shade.darkness(part)
    loose = () if len(sides) == _ALL_SIDES else (dark.filter(ImageFilter.MaxFilter(_LOOSE)),)
    for each in (dark, *loose):
        found = [_along(each, side, (left, top), about) for side in sides]
        both = functools.reduce(ImageChops.darker, found)
        most = max(both.tobytes())
        if most >= _SEEN:
            return _middle(both, most)
    return None


def _along(dark: Image.Image, side: _Side, corner: Point, about: Point) -> Image.Image:
    """How dark a line is over its whole length, for each place about its own."""
    reach = side.long * _DOTS / 2
    blur = ImageFilter.BoxBlur((1, reach) if side.upright else (reach, 1))
    left, top, right, lower = (
        round((side.middle[axis] - corner[axis] + way * about[axis]) * _DOTS - 0.5)
        for way in (-1, 1)
        for axis in (0, 1)
    )
    return dark.filter(blur).crop((left, top, right + 1, lower + 1))


def _middle(both: Image.Image, most: int) -> Point:
    """Where it is darkest, about the middle, in points."""
    wide, high = both.size
    places = [
        (at % wide - wide // 2, at // wide - high // 2)
        for at, level in enumerate(both.tobytes())
        if level >= most - 1
    ]
    return (
        sum(map(operator.itemgetter(0), places)) / len(places) / _DOTS,
        sum(map(operator.itemgetter(1), places)) / len(places) / _DOTS,
    )
