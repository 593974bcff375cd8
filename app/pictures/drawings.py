"""Which drawings (SVG) are taken in: those that draw, and do nothing else.

A drawing can also run a script, ask for an address, or unfold one line into millions. The sets
that people use have none of it, so that whatever does is left out whole.
"""

import re
from typing import NoReturn
from xml.parsers import expat

from app.pictures.drawing_styles import Styles
from app.pictures.drawing_work import Part, Work
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
_ADDRESS = re.compile(r"url\(\s*['\"]?\s*(.{0,40})", re.IGNORECASE | re.DOTALL)
_WITHIN = re.compile(r"#|data:(?:;base64|font/|application/(?:x-)?font)", re.IGNORECASE)
"""A part of the same drawing, or letters that it brings along."""
_LETTERS = frozenset({"text", "tspan", "textArea"})
_LINK = "http://www.w3.org/1999/xlink href"


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
        self._root: Part | None = None
        self._open: list[Part] = []
        self._parts: list[Part] = []
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
        if self._root is not None:
            styles = Styles("".join(self._style))
            for part in self._parts:
                part.values = styles.of(part.tag, part.values)
            Work(self._root, styles.rules)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if not self._open and (space != _SVG or tag != "svg"):
            raise LeftOutError("no_picture")
        self._add(Part(tag, _own(attributes)))
        if tag.casefold() in _REFUSED:
            raise LeftOutError("unsafe")
        for key, value in attributes.items():
            _check_attribute(key.rpartition(" ")[2].casefold(), value)

    def _add(self, part: Part) -> None:
        if self._open:
            self._open[-1].parts.append(part)
        else:
            self._root = part
        self._open.append(part)
        self._parts.append(part)
        if len(self._open) > _DEEPEST or len(self._parts) > _MOST_PARTS:
            raise LeftOutError("too_large")

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        if not self._open:
            return
        if self._open[-1].tag == "style":
            self._style.append(text)
        elif self._open[-1].tag in _LETTERS:
            self._open[-1].letters += len(text)


def _own(attributes: dict[str, str]) -> dict[str, str]:
    """What an element says of itself; what drawing programs note for themselves is not drawn."""
    values = {key: value for key, value in attributes.items() if " " not in key}
    if _LINK in attributes:
        if "href" in values:
            raise LeftOutError("unsafe")
        values["href"] = attributes[_LINK]
    return values


def _check_attribute(key: str, value: str) -> None:
    if key.startswith("on") or key == "base":
        raise LeftOutError("unsafe")
    if key in {"href", "src"} and not value.strip().startswith("#"):
        raise LeftOutError("unsafe")
    if key == "style" or "(" in value or "\\" in value:
        _check_style(value)


def _check_style(style: str) -> None:
    """No address but one within the drawing; and no signs that could hide one."""
    if "\\" in style or "@import" in style.casefold() or "expression(" in style.casefold():
        raise LeftOutError("unsafe")
    if not all(_WITHIN.match(address) for address in _ADDRESS.findall(style)):
        raise LeftOutError("unsafe")


def _refuse(*_: object) -> NoReturn:
    raise LeftOutError("unsafe")
