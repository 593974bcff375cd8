"""Shapes as the operators that draw them on a page: a tick, the mark for "not", round corners."""

from app.model import not_mark as signs
from app.paper.svgpath import number, numbers

_ROUND = 0.5523
_TICK_STROKES = ((0.1, 0.45, "m"), (0.38, 0.15, "l"), (0.9, 0.85, "l"))
_TICK_WEIGHT = 0.17


def tick(x: float, y: float, side: float, colour: str) -> str:
    """A tick in a square with this lower left corner."""
    strokes = " ".join(
        f"{numbers(x + u * side, y + v * side)} {verb}" for u, v, verb in _TICK_STROKES
    )
    width = number(side * _TICK_WEIGHT)
    return f"q {rgb(colour)} RG {width} w 1 J 1 j {strokes} S Q"


def not_mark(x: float, y: float, width: float, height: float) -> str:
    """The mark for "not" in the middle of a picture, as large as its shorter side."""
    side = min(width, height)
    left, top = x + (width - side) / 2, y + (height + side) / 2
    near, far = side * signs.BEGINS, side * (1 - signs.BEGINS)
    line = f"{numbers(left + near, top - near)} m {numbers(left + far, top - far)} l S"
    strokes = (
        f"{rgb(colour)} RG {numbers(side * wide)} w {line}" for colour, wide in signs.STROKES
    )
    return f"q 1 J {' '.join(strokes)} Q"


def rgb(colour: str) -> str:
    """A colour of six hexadecimal digits after a ``#`` as three numbers from 0 to 1."""
    return numbers(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))


def rounded(x: float, y: float, wide: float, high: float, r: float) -> str:
    """A rectangle with round corners as a closed path."""
    c, right, upper = r * (1 - _ROUND), x + wide, y + high
    return " ".join(
        (
            f"{numbers(x + r, y)} m {numbers(right - r, y)} l",
            f"{numbers(right - c, y, right, y + c, right, y + r)} c",
            f"{numbers(right, upper - r)} l",
            f"{numbers(right, upper - c, right - c, upper, right - r, upper)} c",
            f"{numbers(x + r, upper)} l",
            f"{numbers(x + c, upper, x, upper - c, x, upper - r)} c",
            f"{numbers(x, y + r)} l {numbers(x, y + c, x + c, y, x + r, y)} c",
        )
    )
