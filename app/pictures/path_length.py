"""How far a line goes that a drawing describes, and over how many corners: never less than it is.

What it is for is how long the drawing takes. Whether it can be drawn shows elsewhere: what cannot
be read here counts as nothing, for nothing is drawn of it either.
"""

import math
import re
from collections.abc import Sequence
from operator import sub
from typing import NamedTuple

NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_COMMAND = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_ARC = re.compile(
    rf"\s*,?\s*({NUMBER.pattern})\s*,?\s*({NUMBER.pattern})\s*,?\s*{NUMBER.pattern}"
    rf"\s*,?\s*([01])\s*,?\s*[01]\s*,?\s*({NUMBER.pattern})\s*,?\s*({NUMBER.pattern})"
)
_TAKES = {"M": 2, "L": 2, "C": 6, "S": 4, "Q": 4, "T": 2}
_TURNS = 2 * math.pi


class Length(NamedTuple):
    """How long a line is across and down, both together, and how many corners it has."""

    length: float
    corners: int


def of_path(data: str) -> Length:
    """The length of what a ``d`` attribute says; a figure is closed, as for filling it."""
    length, corners = 0.0, 0
    at = begin = (0.0, 0.0)
    for name, text in _COMMAND.findall(data):
        kind, own = name.upper(), name.islower()
        if kind in {"M", "Z"}:
            length += abs(at[0] - begin[0]) + abs(at[1] - begin[1])
            at = begin if kind == "Z" else at
        if kind == "A":
            far, ends, at = _arcs(text, at, own=own)
        else:
            numbers = [float(each) for each in NUMBER.findall(text)]
            if kind in {"H", "V"}:
                far, at = _straight(numbers, at, down=kind == "V", own=own)
                ends = len(numbers)
            elif kind == "Z" or len(numbers) < 2:
                continue
            else:
                if kind == "M":
                    at = begin = (numbers[0] + at[0] * own, numbers[1] + at[1] * own)
                    numbers = numbers[2:]
                if len(numbers) < _TAKES[kind]:
                    continue
                far, at = (_relative if own else _absolute)(numbers, at, _TAKES[kind])
                ends = len(numbers) // _TAKES[kind]
                far *= 2 * ends if kind == "T" else 2 if kind == "S" else 1
        length += far
        corners += ends
    return Length(length + abs(at[0] - begin[0]) + abs(at[1] - begin[1]), corners)


def of_points(points: str) -> Length:
    """The length of what a ``points`` attribute says, closed."""
    numbers = [float(each) for each in NUMBER.findall(points)]
    return Length(2 * _apart(numbers), len(numbers) // 2)


def _apart(numbers: Sequence[float]) -> float:
    """From each point to the next, across and down."""
    return float(sum(map(abs, map(sub, numbers[2:], numbers))))


def _absolute(
    numbers: list[float], at: tuple[float, float], _takes: int
) -> tuple[float, tuple[float, float]]:
    whole = len(numbers) // 2 * 2
    return _apart([*at, *numbers[:whole]]), (numbers[whole - 2], numbers[whole - 1])


def _relative(
    numbers: list[float], at: tuple[float, float], takes: int
) -> tuple[float, tuple[float, float]]:
    """Each curve is measured over its handles, which are never shorter than it."""
    far = 0.0
    for first in range(takes):
        places = numbers[first::takes]
        if first >= 2:
            places = list(map(sub, places, numbers[first - 2 :: takes]))
        far += sum(map(abs, places))
    x, y = sum(numbers[takes - 2 :: takes]), sum(numbers[takes - 1 :: takes])
    return far, (at[0] + x, at[1] + y)


def _straight(
    numbers: list[float], at: tuple[float, float], *, down: bool, own: bool
) -> tuple[float, tuple[float, float]]:
    if not numbers:
        return 0.0, at
    begin = at[1] if down else at[0]
    far = sum(map(abs, numbers)) if own else sum(map(abs, map(sub, numbers, [begin, *numbers])))
    end = begin + sum(numbers) if own else numbers[-1]
    return far, ((at[0], end) if down else (end, at[1]))


def _arcs(
    text: str, at: tuple[float, float], *, own: bool
) -> tuple[float, int, tuple[float, float]]:
    length, corners = 0.0, 0
    for rx, ry, large, x, y in _ARC.findall(text):
        to = (float(x) + at[0], float(y) + at[1]) if own else (float(x), float(y))
        apart = abs(to[0] - at[0]) + abs(to[1] - at[1])
        wide = max(abs(float(rx)), abs(float(ry)))
        slim = min(abs(float(rx)), abs(float(ry)))
        way = _TURNS * max(wide, apart)
        if large == "0" and slim > 0:
            way = min(way, 2 * apart * wide / slim)
        length += way
        corners += 4
        at = to
    return length, corners, at
