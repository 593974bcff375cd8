"""The rules of a drawing's own style sheet, as far as drawing programs write them.

Selectors are one class, one kind of element, one name, or all. What chooses in any other way is
refused, so that no picture is printed in other colours than it has on screen.
"""

import re
from collections.abc import Mapping

from app.paper.svgpath import BadDrawingError

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_FONT = re.compile(r"@font-face\s*\{[^}]*\}")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"\*|[\w-]+|[.#][\w-]+")

Declarations = dict[str, str]


def declarations(style: str) -> Declarations:
    """What a ``style`` attribute or the body of a rule says."""
    pairs = (part.split(":", 1) for part in style.split(";") if ":" in part)
    return {
        key.strip(): value.replace("!important", "").strip() for key, value in pairs if key.strip()
    }


class Sheet:
    """The rules of a drawing, in the order in which they stand."""

    def __init__(self) -> None:
        self._rules: list[tuple[str, Declarations]] = []

    def add(self, text: str) -> None:
        """Take in the text of a ``style`` element.

        Raises:
            BadDrawingError: a rule chooses in a way that is not known here.

        """
        plain = _FONT.sub("", _COMMENT.sub("", text))
        if _RULE.sub("", plain).strip():
            raise BadDrawingError("a style sheet that is not read")
        for selectors, body in _RULE.findall(plain):
            for selector in selectors.split(","):
                if not _SELECTOR.fullmatch(selector.strip()):
                    raise BadDrawingError(f"not a selector: {selector.strip()[:40]!r}")
                self._rules.append((selector.strip(), declarations(body)))

    def of(self, tag: str, attributes: Mapping[str, str]) -> Declarations:
        """What the rules say of an element: names before classes, classes before kinds."""
        if not self._rules:
            return {}
        classes = attributes.get("class", "").split()
        found: Declarations = {}
        for chosen in (
            {"*"},
            {tag},
            {f".{each}" for each in classes},
            {f"#{attributes.get('id')}"},
        ):
            for selector, body in self._rules:
                if selector in chosen:
                    found |= body
        return found
