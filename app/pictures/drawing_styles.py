"""What the style sheet of a drawing says of each of its elements.

Only sheets as drawing programs write them are taken in. Which of several rules wins is not worked
out here: whatever any of them says counts as if it did, so that no rule hides behind another.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from app.pictures.drawing_work import MARKERS, figures, length
from app.pictures.found import LeftOutError

_ASIDE = re.compile(r"/\*.*?(?:\*/|$)|<!--|-->|\"[^\"]*(?:\"|$)|'[^']*(?:'|$)", re.DOTALL)
"""Notes, and words in quotes: whichever begins first ends first."""
_HIDING = re.compile(r"[{};]|/\*|\*/|<!--|-->")
_LETTERS = re.compile(r"@font-face\s*\{[^}]*\}")
_DATA = re.compile(r"""url\(\s*['"]?data:[^'")]*['"]?\s*\)""", re.IGNORECASE)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(?:\*|[\w-]+)?(?:[.#][\w-]+)*")
_TOKEN = re.compile(r"[.#]?[\w-]+")
_MOST_CLASSES = 50
_JOINED = frozenset({"fill", "stroke", "mask", "clip-path", *MARKERS})
_LARGEST = frozenset({"stroke-width", "font-size"})
_COUNTED = _JOINED | _LARGEST | {"stroke-dasharray", "transform"}
"""What a rule can say that makes a drawing take longer; to draw "as around" adds nothing to it."""

Said = tuple[tuple[str, str], ...]
"""What is said of an element: of each matter as often as it is said."""


class Styles:
    """The rules of a drawing.

    Attributes:
        rules: how many there are.

    Raises:
        LeftOutError: they choose in a way that is not known here.

    """

    def __init__(self, text: str) -> None:
        self.rules = 0
        self._by_token: dict[str, list[tuple[frozenset[str], Said]]] = defaultdict(list)
        plain = _LETTERS.sub("", _without_notes(_DATA.sub("", text)))
        if "@" in plain:  # what holds only at times, for paper or for a wide screen
            raise LeftOutError("too_large")
        for selectors, body in _RULE.findall(plain):
            said = declarations(body)
            for selector in selectors.split(","):
                self._add(selector.strip().casefold(), said)

    def _add(self, selector: str, said: Said) -> None:
        if not selector or not _SELECTOR.fullmatch(selector):
            raise LeftOutError("too_large")
        tokens = _TOKEN.findall(selector)
        self.rules += 1
        self._by_token[tokens[-1] if tokens else "*"].append((frozenset(tokens), said))

    def of(self, tag: str, attributes: Mapping[str, str]) -> dict[str, str]:
        """An element's own words; where rules and its style say more, what takes longest."""
        said = [*self._matching(tag, attributes), *declarations(attributes.get("style", ""))]
        by_key: dict[str, set[str]] = defaultdict(set)
        for key, value in (*attributes.items(), *said):
            if key in _COUNTED and value.strip().casefold() != "inherit":
                by_key[key].add(value)
        others = {key: value for key, value in attributes.items() if key not in _COUNTED}
        return others | {key: _dearest(key, values) for key, values in by_key.items()}

    def _matching(self, tag: str, attributes: Mapping[str, str]) -> Iterable[tuple[str, str]]:
        if not self.rules:
            return
        classes = [f".{each}" for each in attributes.get("class", "").casefold().split()]
        if len(classes) > _MOST_CLASSES:
            raise LeftOutError("too_large")
        tokens = ["*", tag.casefold(), *classes, f"#{attributes.get('id', '').casefold()}"]
        known = frozenset(tokens)
        for token in dict.fromkeys(tokens):
            for wanted, said in self._by_token.get(token, ()):
                if wanted <= known:
                    yield from said


def _dearest(key: str, values: set[str]) -> str:
    """Of all that is said of one matter, what takes longest to draw."""
    if key in _JOINED:
        return " ".join(sorted(values))
    if key in _LARGEST:
        return max(values, key=length)
    if key == "stroke-dasharray":
        return min(values, key=lambda each: sum(map(abs, figures(each))) or float("inf"))
    if len(values) > 1:
        raise LeftOutError("too_large")
    return next(iter(values))


def declarations(text: str) -> Said:
    """What a ``style`` attribute or the body of a rule says."""
    pairs = (part.split(":", 1) for part in _without_notes(text).split(";") if ":" in part)
    return tuple(
        (key.strip().casefold(), value.replace("!important", "").strip()) for key, value in pairs
    )


def _without_notes(text: str) -> str:
    """A sheet without its notes.

    Raises:
        LeftOutError: something in quotes could be taken for more than words.

    """

    def kept(found: re.Match[str]) -> str:
        aside = found[0]
        if aside[0] not in "\"'":
            return ""
        if len(aside) < 2 or aside[-1] != aside[0] or _HIDING.search(aside):
            raise LeftOutError("too_large")
        return aside

    return _ASIDE.sub(kept, text)
