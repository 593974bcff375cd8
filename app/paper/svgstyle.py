"""The rules of a drawing's own style sheet, as far as drawing programs write them.

Selectors are one class, one kind of element, one name, or all. What chooses in any other way is
refused, so that no picture is printed in other colours than it has on screen.
"""

import re
from collections.abc import Iterator, Mapping

from app.paper.svgpath import BadDrawingError

_FONT = "@font-face"
_MOST_RULES = 1_000
"""Those of symbols have some ten; each is compared with what chooses each element."""
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
        self._rules: dict[str, list[tuple[int, Declarations]]] = {}
        self._count = 0

    def add(self, text: str) -> None:
        """Take in the text of a ``style`` element.

        Raises:
            BadDrawingError: a rule chooses in a way that is not known here, or there are too many.

        """
        for selectors, body in _rules(_without_comments(text)):
            if selectors == _FONT:
                continue
            declared = declarations(body)
            for selector in selectors.split(","):
                self._take_in(selector.strip(), declared)

    def _take_in(self, selector: str, declared: Declarations) -> None:
        if not _SELECTOR.fullmatch(selector):
            raise BadDrawingError(f"not a selector: {selector[:40]!r}")
        self._count += 1 + len(declared)
        if self._count > _MOST_RULES:
            raise BadDrawingError("a longer style sheet than any symbol has")
        self._rules.setdefault(selector, []).append((self._count, declared))

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
            said = (rule for selector in chosen for rule in self._rules.get(selector, ()))
            for _, body in sorted(said, key=lambda rule: rule[0]):
                found |= body
        return found


def _without_comments(text: str) -> str:
    kept, at = [], 0
    while (start := text.find("/*", at)) >= 0:
        end = text.find("*/", start + 2)
        if end < 0:
            raise BadDrawingError("a style sheet that is not read")
        kept.append(text[at:start])
        at = end + 2
    kept.append(text[at:])
    return "".join(kept).replace("<!--", "").replace("-->", "")


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """What chooses, and what it says; read from left to right once, however it is written."""
    at = 0
    while (start := text.find("{", at)) >= 0:
        end = text.find("}", start)
        body = text[start + 1 : end]
        if end < 0 or "{" in body or "}" in text[at:start]:
            raise BadDrawingError("a style sheet that is not read")
        yield text[at:start].strip(), body
        at = end + 1
    if text[at:].strip():
        raise BadDrawingError("a style sheet that is not read")
