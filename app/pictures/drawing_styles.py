"""What the style sheet of a drawing says of each of its elements.

Only sheets as drawing programs write them are taken in. How others choose is not worked out here,
and what is not known cannot be counted.
"""

import re
from collections import defaultdict
from collections.abc import Mapping

from app.pictures.found import LeftOutError

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_FONT = re.compile(r"@font-face\s*\{[^}]*\}")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(?:\*|[\w-]+)?(?:[.#][\w-]+)*")
_TOKEN = re.compile(r"[.#]?[\w-]+")
_MOST_CLASSES = 50


class Styles:
    """The rules of a drawing.

    Attributes:
        rules: how many there are.

    Raises:
        LeftOutError: they choose in a way that is not known here.

    """

    def __init__(self, text: str) -> None:
        self.rules = 0
        self._by_token: dict[str, list[tuple[frozenset[str], dict[str, str]]]] = defaultdict(list)
        plain = _FONT.sub("", _COMMENT.sub("", text))
        for selectors, body in _RULE.findall(plain):
            said = declarations(body)
            for selector in selectors.split(","):
                self._add(selector.strip(), said)

    def _add(self, selector: str, said: dict[str, str]) -> None:
        if not selector or not _SELECTOR.fullmatch(selector):
            raise LeftOutError("too_large")
        tokens = _TOKEN.findall(selector)
        self.rules += 1
        self._by_token[tokens[-1] if tokens else "*"].append((frozenset(tokens), said))

    def of(self, tag: str, attributes: Mapping[str, str]) -> dict[str, str]:
        """An element's own words, and those of the rules: what stands with it counts most."""
        values = dict(attributes)
        if self.rules:
            classes = [f".{each}" for each in attributes.get("class", "").split()]
            if len(classes) > _MOST_CLASSES:
                raise LeftOutError("too_large")
            tokens = ["*", tag, *classes, f"#{attributes.get('id')}"]
            known = frozenset(tokens)
            for token in tokens:
                for wanted, said in self._by_token.get(token, ()):
                    if wanted <= known:
                        values |= said
        if "style" in attributes:
            values |= declarations(attributes["style"])
        return values


def declarations(text: str) -> dict[str, str]:
    """What a ``style`` attribute or the body of a rule says."""
    pairs = (part.split(":", 1) for part in _COMMENT.sub("", text).split(";") if ":" in part)
    return {key.strip(): value.replace("!important", "").strip() for key, value in pairs}
