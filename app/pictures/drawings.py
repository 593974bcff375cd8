"""Which drawings (SVG) are taken in: those that draw, and do nothing else.

A drawing can also run a script, ask for an address, or unfold one line into millions. The sets
that people use have none of it, so that whatever does is left out whole.
"""

import re
from typing import NoReturn
from xml.parsers import expat

from app.pictures.found import LARGEST_DRAWING, LeftOutError

_SVG = "http://www.w3.org/2000/svg"
_REFUSED = frozenset(
    {
        "script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler",
        "listener", "animate", "animatemotion", "animatetransform", "animatecolor", "set",
        "discard", "filter", "image", "feimage", "a",
    }
)  # fmt: skip
_DEEPEST = 64
_MOST_PARTS = 20_000
_MOST_REPEATED = 16
"""How many parts may be drawn from a pattern elsewhere in the drawing: each can double the rest."""
_ADDRESS = re.compile(r"url\(\s*['\"]?\s*(.{0,40})", re.IGNORECASE | re.DOTALL)
_WITHIN = re.compile(r"#|data:(?:;base64|font/|application/(?:x-)?font)", re.IGNORECASE)
"""A part of the same drawing, or letters that it brings along."""
_SHORTEST_DASH = 0.01


def check_drawing(data: bytes) -> None:
    """Make sure that a drawing is safe to keep and to draw.

    Raises:
        LeftOutError: it is too large, no drawing at all, or does something other than draw.

    """
    if len(data) > LARGEST_DRAWING:
        raise LeftOutError("too_large")
    _Check().look(data)


class _Check:
    """Follows the elements as they open and close."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._parts = 0
        self._repeated = 0
        self._style: list[str] = []

    def look(self, data: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = _refuse
        parser.EntityDeclHandler = _refuse
        parser.ProcessingInstructionHandler = _refuse
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise LeftOutError("no_picture") from error
        _check_style("".join(self._style))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if not self._open and (space != _SVG or tag != "svg"):
            raise LeftOutError("no_picture")
        self._open.append(tag)
        self._parts += 1
        if tag == "use":
            self._repeated += 1
        if len(self._open) > _DEEPEST or self._parts > _MOST_PARTS:
            raise LeftOutError("too_large")
        if self._repeated > _MOST_REPEATED:
            raise LeftOutError("too_large")
        if tag.casefold() in _REFUSED:
            raise LeftOutError("unsafe")
        for key, value in attributes.items():
            _check_attribute(key.rpartition(" ")[2].casefold(), value)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        if self._open and self._open[-1] == "style":
            self._style.append(text)


def _check_attribute(key: str, value: str) -> None:
    if key.startswith("on") or key == "base":
        raise LeftOutError("unsafe")
    if key in {"href", "src"} and not value.strip().startswith("#"):
        raise LeftOutError("unsafe")
    if key == "style" or "(" in value or "\\" in value:
        _check_style(value)
    if key == "stroke-dasharray":
        _check_dashes(value)


def _check_style(style: str) -> None:
    """No address but one within the drawing; and no signs that could hide one."""
    if "\\" in style or "@import" in style.casefold() or "expression(" in style.casefold():
        raise LeftOutError("unsafe")
    if not all(_WITHIN.match(address) for address in _ADDRESS.findall(style)):
        raise LeftOutError("unsafe")
    for dashes in re.findall(r"stroke-dasharray\s*:([^;}]*)", style):
        _check_dashes(dashes)


def _check_dashes(dashes: str) -> None:
    """A line in millions of pieces would keep the screen busy for minutes."""
    lengths = [float(each) for each in re.findall(r"\d*\.?\d+", dashes)]
    if lengths and 0 < sum(lengths) < _SHORTEST_DASH:
        raise LeftOutError("too_large")


def _refuse(*_: object) -> NoReturn:
    raise LeftOutError("unsafe")
