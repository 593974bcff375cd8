"""The path data of SVG 1.1 as PDF path operators."""

import math
import re
from collections.abc import Callable, Iterator

import regex

_LARGEST = 1e6
_TOKEN = re.compile(
    r"\s*,?\s*(?:([MmLlHhVvCcSsQqTtAaZz])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?))"
)
_SHORT = r"\s*+,?\s*+[+-]?(?>\d{1,3}+(?!\d)(?:\.\d*+)?|\.\d++)(?![eE])"
"""A number below 1000: a thousand of them lead nowhere that is out of range."""
# Python's own re lets "C" stand without its numbers (3.11.2): it loses count of nested groups.
_PLAIN = regex.compile(
    rf"\s*+(?:(?:[MmLl](?:{_SHORT}{_SHORT})++|[HhVv](?:{_SHORT})++|[Cc](?:(?:{_SHORT}){{6}})++"
    rf"|[SsQq](?:(?:{_SHORT}){{4}})++|[Zz])\s*+)++"
)
_LONGEST_PLAIN = 2_000
_FLAG = re.compile(r"\s*,?\s*([01])")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_QUARTER = math.pi / 2

Point = tuple[float, float]


class BadDrawingError(ValueError):
    """A drawing that cannot be read, or that uses what is not drawn here."""


def number(value: float) -> str:
    """A number as PDF writes it: no exponent.

    Raises:
        BadDrawingError: it is no number, or far larger than any page.

    """
    if not -_LARGEST <= value <= _LARGEST:
        raise BadDrawingError(f"a number out of range: {value}")
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in {"", "-0"} else text


def numbers(*values: float) -> str:
    """Several numbers with spaces between them."""
    return " ".join(map(number, values))


class Pen:
    """Collects PDF path operators."""

    def __init__(self) -> None:
        self.operators: list[str] = []
        self.at: Point = (0.0, 0.0)
        self._start: Point = (0.0, 0.0)

    def move(self, to: Point) -> None:
        """Start a new figure."""
        self.operators.append(f"{numbers(*to)} m")
        self.at = self._start = to

    def line(self, to: Point) -> None:
        """A straight line."""
        self.operators.append(f"{numbers(*to)} l")
        self.at = to

    def curve(self, first: Point, second: Point, to: Point) -> None:
        """A cubic Bezier curve."""
        self.operators.append(f"{numbers(*first, *second, *to)} c")
        self.at = to

    def quadratic(self, control: Point, to: Point) -> None:
        """A quadratic Bezier curve."""
        (x, y), (cx, cy), (tx, ty) = self.at, control, to
        self.curve(
            (x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y)),
            (tx + 2 / 3 * (cx - tx), ty + 2 / 3 * (cy - ty)),
            to,
        )

    def close(self) -> None:
        """Back to where the figure started."""
        self.operators.append("h")
        self.at = self._start

    def arc(self, radii: Point, turn: float, *, large: bool, sweep: bool, to: Point) -> None:
        """An elliptical arc (SVG 1.1, appendix F.6), ``turn`` in degrees."""
        rx, ry = abs(radii[0]), abs(radii[1])
        if self.at == to:
            return
        if not rx or not ry:
            self.line(to)
            return
        cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        half = ((self.at[0] - to[0]) / 2, (self.at[1] - to[1]) / 2)
        x, y = cos * half[0] + sin * half[1], -sin * half[0] + cos * half[1]
        grow = math.sqrt(max(1.0, (x / rx) ** 2 + (y / ry) ** 2))
        rx, ry = rx * grow, ry * grow
        flat = (rx * y) ** 2 + (ry * x) ** 2
        far = math.sqrt(max(0.0, (rx * ry) ** 2 / flat - 1)) * (-1 if large == sweep else 1)
        cx, cy = far * rx * y / ry, -far * ry * x / rx
        begin = math.atan2((y - cy) / ry, (x - cx) / rx)
        span = math.atan2((-y - cy) / ry, (-x - cx) / rx) - begin
        if sweep and span < 0:
            span += 2 * math.pi
        elif not sweep and span > 0:
            span -= 2 * math.pi
        middle = (
            cos * cx - sin * cy + (self.at[0] + to[0]) / 2,
            sin * cx + cos * cy + (self.at[1] + to[1]) / 2,
        )

        def place(u: float, v: float) -> Point:
            return (
                middle[0] + cos * rx * u - sin * ry * v,
                middle[1] + sin * rx * u + cos * ry * v,
            )

        self._sweep(place, begin, span)
        self.at = to

    def _sweep(self, place: Callable[[float, float], Point], begin: float, span: float) -> None:
        """Part of a circle, in curves of at most a quarter."""
        pieces = max(1, math.ceil(abs(span) / _QUARTER - 1e-9))
        step = span / pieces
        reach = 4 / 3 * math.tan(step / 4)
        for piece in range(pieces):
            a, b = begin + piece * step, begin + (piece + 1) * step
            self.curve(
                place(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a)),
                place(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b)),
                place(math.cos(b), math.sin(b)),
            )

    def ellipse(self, middle: Point, rx: float, ry: float) -> None:
        """A whole ellipse."""
        self.move((middle[0] + rx, middle[1]))
        self._sweep(lambda u, v: (middle[0] + rx * u, middle[1] + ry * v), 0.0, 2 * math.pi)
        self.close()


def draw_path(data: str, pen: Pen) -> None:
    """Draw what a ``d`` attribute says.

    Raises:
        BadDrawingError: it is not path data.

    """
    reflected: tuple[str, Point] = ("", (0.0, 0.0))
    for name, values in _commands(data):
        if name.upper() != "M" and not pen.operators:
            raise BadDrawingError("a path that starts nowhere")
        reflected = _draw(name, values, pen, reflected)


def is_plain_path(data: str) -> bool:
    """Whether this is path data of the usual kind, which surely can be drawn."""
    return (
        len(data) <= _LONGEST_PLAIN
        and data.lstrip()[:1] in {"M", "m"}
        and _PLAIN.fullmatch(data) is not None
    )


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    at, name, fresh = 0, "", False
    text = data.strip()
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            raise BadDrawingError(f"not path data: {text[at : at + 20]!r}")
        if token[1]:
            if fresh and name.upper() != "Z":
                raise BadDrawingError(f"{name} without numbers")
            name, fresh, at = token[1], True, token.end()
            if name.upper() == "Z":
                yield name, []
            continue
        if not name or name.upper() == "Z":
            raise BadDrawingError("numbers without a command")
        values, at = _arguments(name.upper(), text, at)
        yield name, values
        fresh = False
        name = {"M": "L", "m": "l"}.get(name, name)
    if fresh and name.upper() != "Z":
        raise BadDrawingError(f"{name} without numbers")


def _arguments(name: str, text: str, at: int) -> tuple[list[float], int]:
    values = []
    for place in range(_ARGUMENTS[name]):
        flag = name == "A" and place in {3, 4}
        token = (_FLAG if flag else _TOKEN).match(text, at)
        value = None if token is None else token[1] if flag else token[2]
        if token is None or value is None:
            raise BadDrawingError(f"{name} with too few numbers")
        values.append(float(value))
        at = token.end()
    return values, at


def _draw(
    name: str, values: list[float], pen: Pen, reflected: tuple[str, Point]
) -> tuple[str, Point]:
    """Draw one command; give back the control point that a smooth one would mirror."""
    kind = name.upper()
    x, y = pen.at if name.islower() else (0.0, 0.0)
    if kind == "A":
        to = (values[5] + x, values[6] + y)
        pen.arc((values[0], values[1]), values[2], large=values[3] > 0, sweep=values[4] > 0, to=to)
        return "", pen.at
    if kind in {"H", "V"}:
        pen.line((values[0] + x, pen.at[1]) if kind == "H" else (pen.at[0], values[0] + y))
        return "", pen.at
    points = [(a + x, b + y) for a, b in zip(values[::2], values[1::2], strict=True)]
    mirrored = (2 * pen.at[0] - reflected[1][0], 2 * pen.at[1] - reflected[1][1])
    if kind in {"S", "T"}:
        points.insert(0, mirrored if reflected[0] == ("C" if kind == "S" else "Q") else pen.at)
        kind = "C" if kind == "S" else "Q"
    if kind == "C":
        pen.curve(*points)
        return "C", points[1]
    if kind == "Q":
        pen.quadratic(*points)
        return "Q", points[0]
    if kind == "Z":
        pen.close()
    else:
        (pen.move if kind == "M" else pen.line)(points[0])
    return "", pen.at
