"""Finding the codes in a picture of a page."""

import dataclasses
import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import zxingcpp
from PIL import Image, ImageFilter

from app.model import pack_marks
from app.model.pack_marks import PageMark, SentenceMark
from app.model.packs import Area
from app.readback.bent import Bent
from app.readback.flat import Pair, Point, fit

A4_HIGH = 841.89
"""Points; areas are counted from below, pictures from above."""

Marked = SentenceMark | PageMark
_CORNERS = ("top_left", "top_right", "bottom_right", "bottom_left")
_DATA_MATRIX = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.DataMatrix)
_LOCAL, _GLOBAL = zxingcpp.Binarizer.LocalAverage, zxingcpp.Binarizer.GlobalHistogram
_AROUND = 6.0
"""Points around a code that are looked at with it."""
_FINE = (6.0, 4.0, 9.0)
"""Dots a point in which a part of a page is drawn to look for a code in it."""
_FAR_OFF = 3.0
"""A code that lies so many times farther off than the others was read in the wrong place."""
_AT_LEAST = 2.0
_MOST_BENT = 30.0
"""Points: no page that can be read at all is bent more."""


@dataclasses.dataclass(frozen=True, slots=True)
class Seen:
    """A code in a picture, with its corners as it was printed: upper left first, clockwise."""

    mark: Marked
    corners: tuple[Point, ...]


def looks(image: Image.Image) -> Iterator[tuple[Seen, ...]]:
    """The codes of ours in a picture, looked for in one way after the other.

    Each way finds what others do not: the grain of a photo in dim light hides dots until it is
    smoothed away, and smoothing hides the small dots of a coarse scan.
    """
    yield tuple(_read(image, _LOCAL))
    yield tuple(_read(image.filter(ImageFilter.GaussianBlur(1)), _LOCAL))
    yield tuple(_read(image, _GLOBAL))


def lie_of(seen: Sequence[Seen], areas: Mapping[Marked, Area]) -> tuple[Bent, float] | None:
    """How the page lies in the picture, and how far the codes are off; None without any.

    Args:
        seen: the codes that were found.
        areas: where each code stands on the page.

    """
    pairs = {each.mark: _pairs(each, areas[each.mark]) for each in seen if each.mark in areas}
    if not pairs:
        return None
    view = fit([pair for each in pairs.values() for pair in each])
    offs = {mark: view.off(each) for mark, each in pairs.items()}
    usual = sorted(offs.values())[len(offs) // 2]
    kept = [
        pair
        for mark, each in pairs.items()
        if offs[mark] <= max(_AT_LEAST, _FAR_OFF * usual)
        for pair in each
    ]
    page = Bent(fit(kept))
    for point, at in (pair for each in pairs.values() for pair in each):
        if math.dist(page.view.back(at), point) < _MOST_BENT:
            page.learn(point, at)
    return page, page.view.off(kept)


def look_closer(image: Image.Image, page: Bent, areas: Mapping[Marked, Area]) -> Iterator[Seen]:
    """The codes that should be at these places, each looked for by itself, made straight."""
    for mark, area in areas.items():
        left, top = area.left - _AROUND, A4_HIGH - area.bottom - area.high - _AROUND
        wide, high = area.wide + 2 * _AROUND, area.high + 2 * _AROUND
        for dots in _FINE:
            part = page.cut(image, left=left, top=top, wide=wide, high=high, dots=dots)
            codes = itertools.chain.from_iterable(looks(part))
            found = next((each for each in codes if each.mark == mark), None)
            if found is not None:
                places = ((left + x / dots, top + y / dots) for x, y in found.corners)
                yield Seen(mark, tuple(page.at(place) for place in places))
                break


def _read(image: Image.Image, binarizer: Any) -> Iterator[Seen]:
    for each in zxingcpp.read_barcodes(image, formats=_DATA_MATRIX, binarizer=binarizer):
        mark = pack_marks.read(each.text)
        if mark is not None:
            places = (getattr(each.position, corner) for corner in _CORNERS)
            yield Seen(mark, tuple((float(at.x), float(at.y)) for at in places))


def _pairs(seen: Seen, area: Area) -> list[Pair]:
    return list(zip(_corners(area), seen.corners, strict=True))


def _corners(area: Area) -> tuple[Point, ...]:
    left, right = area.left, area.left + area.wide
    lower = A4_HIGH - area.bottom
    upper = lower - area.high
    return (left, upper), (right, upper), (right, lower), (left, lower)
