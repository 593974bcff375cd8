"""Symbol drawings (SVG) as PDF operators.

The part of SVG that OpenMoji and symbol sets like it use: groups, basic shapes and paths, plain
colours, strokes, transforms, opacity. Anything else is refused, so that no picture is printed
with something missing. Entities and DOCTYPE are refused as well: a picture may come from a file.
"""

import dataclasses
import functools
import math
import re
from collections.abc import Callable, Mapping
from xml.parsers import expat

from PIL import ImageColor

from app.paper.svgpath import BadDrawingError, Pen, draw_path, is_plain_path, number, numbers
from app.paper.svgstyle import Sheet, declarations

_MOST_BYTES = 4_000_000
_DEEPEST = 64
_SVG = "http://www.w3.org/2000/svg"
_PASSED_OVER = frozenset({"title", "desc", "metadata", "defs", "style"})
_MUST_BE_NONE = frozenset({"clip-path", "mask", "filter", "marker", "marker-start", "marker-end"})
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_INITIAL = {
    "fill": "black",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-dasharray": "none",
    "fill-rule": "nonzero",
    "fill-opacity": "1",
    "stroke-opacity": "1",
    "color": "black",
    "visibility": "visible",
}
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_FUNCTION = re.compile(r"\s*,?\s*(\w+)\s*\(([^)]*)\)")

Matrix = tuple[float, float, float, float, float, float]
_Shape = Callable[[Mapping[str, str], Pen], None]


@dataclasses.dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing as PDF operators, in the drawing's own units with y downwards.

    Attributes:
        box: left, top, width and height of what is seen.
        operators: PDF content.
        alphas: the pairs of fill and stroke opacity, in thousandths, that the operators name as
            graphics states ``/A<fill>_<stroke>``.

    """

    box: tuple[float, float, float, float]
    operators: str
    alphas: frozenset[tuple[int, int]]


@functools.lru_cache(2048)
def read_svg(data: bytes) -> Drawing:
    """Read a drawing; the same bytes are read once.

    Raises:
        BadDrawingError: it is not SVG, or it uses something that is not drawn here.

    """
    if len(data) > _MOST_BYTES:
        raise BadDrawingError("larger than any symbol")
    return _read(data, _Reader())


def prints(data: bytes) -> bool:
    """Whether a drawing can be printed, found out several times as fast as by reading it."""
    try:
        _read(data, _Reader(_look_at_path))
    except BadDrawingError:
        return False
    return len(data) <= _MOST_BYTES


def _read(data: bytes, reader: "_Reader") -> Drawing:
    try:
        return reader.read(data)
    except BadDrawingError:
        raise
    except (ArithmeticError, ValueError, LookupError) as error:
        raise BadDrawingError(f"numbers that lead nowhere: {error}") from error


@dataclasses.dataclass(frozen=True, slots=True)
class _State:
    style: Mapping[str, str]
    opacity: float
    transformed: bool


class _Reader:
    """Follows the elements as they open and close."""

    def __init__(self, path: "_Shape | None" = None) -> None:
        self._states: list[_State] = []
        self._skipped = 0
        self._sheet = Sheet()
        self._styles: list[str] | None = None
        self._out: list[str] = []
        self._alphas: set[tuple[int, int]] = set()
        self._box: tuple[float, float, float, float] | None = None
        self._shapes: dict[str, _Shape] = {
            "path": path or _path,
            "circle": _circle,
            "ellipse": _ellipse,
            "line": _line,
            "polyline": _polyline,
            "polygon": _polygon,
            "rect": _rect,
        }

    def read(self, data: bytes) -> Drawing:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = _refuse_doctype
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            raise BadDrawingError(str(error)) from error
        if self._box is None:
            raise BadDrawingError("no drawing in it")
        return Drawing(self._box, "\n".join(self._out), frozenset(self._alphas))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if tag == "style" and space == _SVG and self._states:
            self._styles = []
        if self._skipped or space != _SVG or tag in _PASSED_OVER:
            if not self._states:
                raise BadDrawingError("not SVG")
            self._skipped += 1
            return
        values = (
            attributes | self._sheet.of(tag, attributes) | declarations(attributes.get("style", ""))
        )
        if values.get("display") == "none":
            self._skipped += 1
            return
        if len(self._states) >= _DEEPEST:
            raise BadDrawingError("nested too deeply")
        for key in _MUST_BE_NONE & values.keys():
            if values[key] != "none":
                raise BadDrawingError(f"{key} is not drawn")
        if not self._states:
            if tag != "svg":
                raise BadDrawingError("not SVG")
            self._box = _view_box(values)
        elif tag != "g" and tag not in self._shapes:
            raise BadDrawingError(f"<{tag}> is not drawn")
        self._open(tag, values)

    def _open(self, tag: str, values: Mapping[str, str]) -> None:
        parent = self._states[-1] if self._states else _State(_INITIAL, 1.0, transformed=False)
        own = {k: values[k] for k in _INITIAL if k in values and values[k] != "inherit"}
        style = {**parent.style, **own}
        opacity = parent.opacity * _share(values.get("opacity", "1"))
        transform = values.get("transform", "")
        if transform.strip():
            self._out.append(f"q {_matrix_numbers(_matrix(transform))} cm")
        self._states.append(_State(style, opacity, bool(transform.strip())))
        if tag in self._shapes and style["visibility"] == "visible":
            pen = Pen()
            self._shapes[tag](values, pen)
            if pen.operators:
                self._paint(tag, pen.operators, self._states[-1])

    def _text(self, text: str) -> None:
        if self._styles is not None:
            self._styles.append(text)

    def _end(self, _name: str) -> None:
        if self._styles is not None:
            self._sheet.add("".join(self._styles))
            self._styles = None
        if self._skipped:
            self._skipped -= 1
        elif self._states.pop().transformed:
            self._out.append("Q")

    def _paint(self, tag: str, path: list[str], state: _State) -> None:
        style = state.style
        fill = None if tag == "line" else _colour(style["fill"], style)
        width = _length(style["stroke-width"])
        stroke = _colour(style["stroke"], style) if width > 0 else None
        if fill is None and stroke is None:
            return
        alphas = tuple(
            round(1000 * state.opacity * _share(style[key]))
            for key in ("fill-opacity", "stroke-opacity")
        )
        see_through = min(alphas) < 1000
        if see_through:
            self._alphas.add((alphas[0], alphas[1]))
            self._out.append(f"q /A{alphas[0]}_{alphas[1]} gs")
        if fill is not None:
            self._out.append(f"{fill} rg")
        if stroke is not None:
            self._out.append(f"{stroke} RG {number(width)} w {_stroke_style(style)}")
        self._out += path
        even_odd = "*" if style["fill-rule"] == "evenodd" and fill is not None else ""
        painted = "B" if fill is not None and stroke is not None else "f" if fill else "S"
        self._out.append(painted + even_odd)
        if see_through:
            self._out.append("Q")


def _refuse_doctype(*_: object) -> None:
    raise BadDrawingError("it declares a document type")


def _view_box(values: Mapping[str, str]) -> tuple[float, float, float, float]:
    if "viewBox" in values:
        found = _list(values["viewBox"])
    else:
        found = [0.0, 0.0, _length(values.get("width", "0")), _length(values.get("height", "0"))]
    if len(found) != 4 or found[2] <= 0 or found[3] <= 0:
        raise BadDrawingError("it does not say how large it is")
    numbers(*found)
    return found[0], found[1], found[2], found[3]


def _list(text: str) -> list[float]:
    if _NUMBER.sub("", text).strip(" \t\r\n,"):
        raise BadDrawingError(f"not numbers: {text[:40]!r}")
    return [float(found) for found in _NUMBER.findall(text)]


def _length(text: str) -> float:
    found = re.fullmatch(rf"\s*({_NUMBER.pattern})\s*(?:px)?\s*", text)
    if found is None:
        raise BadDrawingError(f"not a length: {text[:40]!r}")
    return float(found[1])


def _share(text: str) -> float:
    percent = text.strip().endswith("%")
    value = _length(text.strip().rstrip("%")) / (100 if percent else 1)
    return min(1.0, max(0.0, value))


def _colour(text: str, style: Mapping[str, str]) -> str | None:
    """Three numbers for PDF; None for none."""
    name = text.strip()
    if name == "currentColor":
        name = style["color"].strip()
    if name in {"none", "transparent"}:
        return None
    try:
        red, green, blue = ImageColor.getrgb(name)[:3]
    except ValueError as error:
        raise BadDrawingError(f"not a colour: {name[:40]!r}") from error
    return numbers(red / 255, green / 255, blue / 255)


def _stroke_style(style: Mapping[str, str]) -> str:
    try:
        cap, join = _CAPS[style["stroke-linecap"]], _JOINS[style["stroke-linejoin"]]
    except KeyError as error:
        raise BadDrawingError(f"not a kind of line: {error}") from error
    miter = max(1.0, _length(style["stroke-miterlimit"]))
    dashes = style["stroke-dasharray"].strip()
    pattern = [] if dashes == "none" else _list(dashes)
    if any(dash < 0 for dash in pattern) or (pattern and not any(pattern)):
        pattern = []
    return f"{cap} J {join} j {number(miter)} M [{numbers(*pattern)}] 0 d"


def _times(a: Matrix, b: Matrix) -> Matrix:
    """The matrix that does ``b`` within the system of ``a``."""
    return (
        a[0] * b[0] + a[2] * b[1],
        a[1] * b[0] + a[3] * b[1],
        a[0] * b[2] + a[2] * b[3],
        a[1] * b[2] + a[3] * b[3],
        a[0] * b[4] + a[2] * b[5] + a[4],
        a[1] * b[4] + a[3] * b[5] + a[5],
    )


def _matrix(text: str) -> Matrix:
    if _FUNCTION.sub("", text).strip():
        raise BadDrawingError(f"not a transform: {text[:40]!r}")
    matrix: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    for name, arguments in _FUNCTION.findall(text):
        matrix = _times(matrix, _function(name, _list(arguments)))
    return matrix


def _function(name: str, values: list[float]) -> Matrix:
    match name, values:
        case "matrix", [a, b, c, d, e, f]:
            matrix: Matrix = (a, b, c, d, e, f)
        case "translate", [x, *rest] if len(rest) <= 1:
            matrix = (1, 0, 0, 1, x, rest[0] if rest else 0)
        case "scale", [x, *rest] if len(rest) <= 1:
            matrix = (x, 0, 0, rest[0] if rest else x, 0, 0)
        case "rotate", [turn, *middle] if len(middle) in {0, 2}:
            x, y = middle or (0.0, 0.0)
            cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
            matrix = (cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y)
        case "skewX", [turn]:
            matrix = (1, 0, math.tan(math.radians(turn)), 1, 0, 0)
        case "skewY", [turn]:
            matrix = (1, math.tan(math.radians(turn)), 0, 1, 0, 0)
        case _:
            raise BadDrawingError(f"not a transform: {name}")
    return matrix


def _matrix_numbers(matrix: Matrix) -> str:
    numbers(*matrix)
    return " ".join(f"{value:.6f}".rstrip("0").rstrip(".") for value in matrix)


def _of(values: Mapping[str, str], *keys: str) -> list[float]:
    return [_length(values[key]) if key in values else 0.0 for key in keys]


def _path(values: Mapping[str, str], pen: Pen) -> None:
    draw_path(values.get("d", ""), pen)


def _look_at_path(values: Mapping[str, str], pen: Pen) -> None:
    """Nothing is drawn of a path that can be; its colours are looked at as of any other."""
    if is_plain_path(values.get("d", "")):
        pen.close()
    else:
        _path(values, pen)


def _circle(values: Mapping[str, str], pen: Pen) -> None:
    x, y, radius = _of(values, "cx", "cy", "r")
    if radius > 0:
        pen.ellipse((x, y), radius, radius)


def _ellipse(values: Mapping[str, str], pen: Pen) -> None:
    x, y, rx, ry = _of(values, "cx", "cy", "rx", "ry")
    if rx > 0 and ry > 0:
        pen.ellipse((x, y), rx, ry)


def _line(values: Mapping[str, str], pen: Pen) -> None:
    x1, y1, x2, y2 = _of(values, "x1", "y1", "x2", "y2")
    pen.move((x1, y1))
    pen.line((x2, y2))


def _polyline(values: Mapping[str, str], pen: Pen) -> None:
    places = _list(values.get("points", ""))
    for at in range(0, len(places) - 1, 2):
        (pen.line if at else pen.move)((places[at], places[at + 1]))


def _polygon(values: Mapping[str, str], pen: Pen) -> None:
    _polyline(values, pen)
    if pen.operators:
        pen.close()


def _rect(values: Mapping[str, str], pen: Pen) -> None:
    x, y, width, height, rx, ry = _of(values, "x", "y", "width", "height", "rx", "ry")
    if width <= 0 or height <= 0:
        return
    rx = min(rx if "rx" in values else ry, width / 2)
    ry = min(ry if "ry" in values else rx, height / 2)
    if rx <= 0 or ry <= 0:
        pen.operators.append(f"{numbers(x, y, width, height)} re")
        return
    right, bottom = x + width, y + height
    corners = [
        ((right - rx, y), (right, y + ry)),
        ((right, bottom - ry), (right - rx, bottom)),
        ((x + rx, bottom), (x, bottom - ry)),
        ((x, y + ry), (x + rx, y)),
    ]
    pen.move((x + rx, y))
    for start, end in corners:
        pen.line(start)
        pen.arc((rx, ry), 0, large=False, sweep=True, to=end)
    pen.close()
