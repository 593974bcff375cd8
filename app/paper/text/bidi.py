"""Which way each character runs: the Unicode Bidirectional Algorithm (UAX #9).

Paragraph separators are not looked for (rule P1): a paragraph is handed in on its own.
"""

import dataclasses
import itertools
import unicodedata
from collections.abc import Iterator, Sequence

_DEEPEST = 125
_OPEN_BRACKETS_KEPT = 63

_EMBEDDINGS = {"LRE": 0, "RLE": 1, "LRO": 0, "RLO": 1}
_OVERRIDES = {"LRO": "L", "RLO": "R"}
_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_STRONG = frozenset({"L", "R", "AL"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
_TURNS = frozenset({"R", "AL", "AN", "PDF"}) | _ISOLATES | frozenset(_EMBEDDINGS)

# BidiBrackets.txt of Unicode 15: every opening bracket followed by its closing one.
_PAIRS = (
    "\u0028\u0029\u005b\u005d\u007b\u007d\u0f3a\u0f3b\u0f3c\u0f3d\u169b\u169c\u2045\u2046"
    "\u207d\u207e\u208d\u208e\u2308\u2309\u230a\u230b\u2329\u232a\u2768\u2769\u276a\u276b"
    "\u276c\u276d\u276e\u276f\u2770\u2771\u2772\u2773\u2774\u2775\u27c5\u27c6\u27e6\u27e7"
    "\u27e8\u27e9\u27ea\u27eb\u27ec\u27ed\u27ee\u27ef\u2983\u2984\u2985\u2986\u2987\u2988"
    "\u2989\u298a\u298b\u298c\u298d\u2990\u298f\u298e\u2991\u2992\u2993\u2994\u2995\u2996"
    "\u2997\u2998\u29d8\u29d9\u29da\u29db\u29fc\u29fd\u2e22\u2e23\u2e24\u2e25\u2e26\u2e27"
    "\u2e28\u2e29\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c\u3008\u3009\u300a\u300b"
    "\u300c\u300d\u300e\u300f\u3010\u3011\u3014\u3015\u3016\u3017\u3018\u3019\u301a\u301b"
    "\ufe59\ufe5a\ufe5b\ufe5c\ufe5d\ufe5e\uff08\uff09\uff3b\uff3d\uff5b\uff5d\uff5f\uff60"
    "\uff62\uff63"
)
_CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}
_CLOSES = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_CLOSING = frozenset(_PAIRS[1::2])


@dataclasses.dataclass(frozen=True, slots=True)
class Directions:
    """The embedding levels of one paragraph, before it is broken into lines.

    Attributes:
        base: the paragraph's own level, 0 from left to right and 1 from right to left.
        levels: one for each character; None for those that rule X9 takes out.
    """

    base: int
    levels: tuple[int | None, ...]


def directions(text: str, *, base: int | None = None, otherwise: int = 0) -> Directions:
    """Resolve one paragraph (rules P2 to I2).

    Args:
        text: the paragraph.
        base: 0 from left to right, 1 from right to left, None to take it from the text.
        otherwise: the base of a text that does not say, such as a number.

    """
    classes = tuple(unicodedata.bidirectional(character) or "L" for character in text)
    if base is None:
        base = _first_strong(classes, 0, len(classes), otherwise)
    if base == 0 and _TURNS.isdisjoint(classes):
        levels = tuple(None if kind == "BN" else 0 for kind in classes)
        return Directions(base, levels)
    matches = _matching_isolates(classes)
    explicit = _Explicit(classes, base, matches)
    for sequence in list(_sequences(explicit, matches)):
        _resolve(text, classes, sequence, explicit)
    return Directions(base, tuple(explicit.levels))


def visual_order(levels: Sequence[int]) -> list[int]:
    """The positions of a line from left to right (rule L2)."""
    order = list(range(len(levels)))
    lowest_odd = min((level for level in levels if level & 1), default=0)
    if not lowest_odd:
        return order
    for level in range(max(levels), lowest_odd - 1, -1):
        start = 0
        while start < len(order):
            if levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order


def _first_strong(classes: Sequence[str], start: int, end: int, otherwise: int = 0) -> int:
    """The level that the first strong character asks for, isolates passed over (P2, P3)."""
    depth = 0
    for kind in classes[start:end]:
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif kind in _STRONG and depth == 0:
            return 0 if kind == "L" else 1
    return otherwise


def _matching_isolates(classes: Sequence[str]) -> dict[int, int]:
    """Where each isolate initiator is closed (BD9), for those that are."""
    waiting: list[int] = []
    matches = {}
    for at, kind in enumerate(classes):
        if kind in _ISOLATES:
            waiting.append(at)
        elif kind == "PDI" and waiting:
            matches[waiting.pop()] = at
    return matches


@dataclasses.dataclass(frozen=True, slots=True)
class _Status:
    level: int
    override: str | None
    isolate: bool


class _Explicit:
    """Rules X1 to X9: the levels that embeddings, overrides and isolates ask for."""

    def __init__(self, classes: Sequence[str], base: int, matches: dict[int, int]) -> None:
        self.base = base
        self.levels: list[int | None] = []
        self.types = list(classes)
        self._matches = matches
        self._stack = [_Status(base, None, isolate=False)]
        self._isolates_over = self._embeddings_over = self._isolates_open = 0
        for at, kind in enumerate(classes):
            self._read(at, kind)

    def _read(self, at: int, kind: str) -> None:
        if kind in _EMBEDDINGS:
            self._embed(kind)
            self.levels.append(None)
        elif kind in _ISOLATES:
            self._place(at)
            self._isolate(at, kind)
        elif kind == "PDI":
            self._end_isolate()
            self._place(at)
        elif kind == "PDF":
            self._end_embedding()
            self.levels.append(None)
        elif kind == "BN":
            self.levels.append(None)
        else:
            self._place(at)

    def _place(self, at: int) -> None:
        top = self._stack[-1]
        self.levels.append(top.level)
        if top.override:
            self.types[at] = top.override

    def _next_level(self, direction: int) -> int:
        level = self._stack[-1].level + 1
        return level if level & 1 == direction else level + 1

    def _embed(self, kind: str) -> None:
        level = self._next_level(_EMBEDDINGS[kind])
        if level <= _DEEPEST and not self._isolates_over and not self._embeddings_over:
            self._stack.append(_Status(level, _OVERRIDES.get(kind), isolate=False))
        elif not self._isolates_over:
            self._embeddings_over += 1

    def _isolate(self, at: int, kind: str) -> None:
        direction = int(kind == "RLI")
        if kind == "FSI":
            end = self._matches.get(at, len(self.types))
            direction = _first_strong(self.types, at + 1, end)
        level = self._next_level(direction)
        if level <= _DEEPEST and not self._isolates_over and not self._embeddings_over:
            self._isolates_open += 1
            self._stack.append(_Status(level, None, isolate=True))
        else:
            self._isolates_over += 1

    def _end_isolate(self) -> None:
        if self._isolates_over:
            self._isolates_over -= 1
        elif self._isolates_open:
            self._embeddings_over = 0
            while not self._stack[-1].isolate:
                self._stack.pop()
            self._stack.pop()
            self._isolates_open -= 1

    def _end_embedding(self) -> None:
        if self._isolates_over:
            return
        if self._embeddings_over:
            self._embeddings_over -= 1
        elif not self._stack[-1].isolate and len(self._stack) > 1:
            self._stack.pop()


@dataclasses.dataclass(slots=True)
class _Sequence:
    """An isolating run sequence (BD13) with the directions at its two ends."""

    places: list[int]
    level: int
    before: str
    after: str


def _sequences(explicit: _Explicit, matches: dict[int, int]) -> Iterator[_Sequence]:
    """Rule X10."""
    levels = explicit.levels
    kept = [at for at, level in enumerate(levels) if level is not None]
    runs: list[list[int]] = []
    for at in kept:
        if runs and levels[runs[-1][-1]] == levels[at]:
            runs[-1].append(at)
        else:
            runs.append([at])
    starting = {run[0]: run for run in runs}
    closers = set(matches.values())
    neighbours = dict(itertools.pairwise(kept))
    previous = {later: earlier for earlier, later in neighbours.items()}
    for run in runs:
        if run[0] in closers:
            continue
        places = list(run)
        while (closer := matches.get(places[-1])) is not None:
            places += starting[closer]
        yield _Sequence(places, *_ends(places, explicit, previous, neighbours))


def _ends(
    places: list[int], explicit: _Explicit, previous: dict[int, int], following: dict[int, int]
) -> tuple[int, str, str]:
    levels = explicit.levels
    level = levels[places[0]] or 0
    earlier = levels[previous[places[0]]] if places[0] in previous else explicit.base
    open_ended = explicit.types[places[-1]] in _ISOLATES or places[-1] not in following
    later = explicit.base if open_ended else levels[following[places[-1]]]
    return (
        level,
        "R" if max(level, earlier or 0) & 1 else "L",
        "R" if max(level, later or 0) & 1 else "L",
    )


def _resolve(text: str, classes: Sequence[str], run: _Sequence, explicit: _Explicit) -> None:
    """Rules W1 to I2 for one isolating run sequence; its levels are written into ``explicit``."""
    types = [explicit.types[at] for at in run.places]
    _weak(types, run.before)
    _brackets([text[at] for at in run.places], [classes[at] for at in run.places], types, run)
    _neutral(types, run)
    for at, kind in zip(run.places, types, strict=True):
        if run.level & 1:
            explicit.levels[at] = run.level + (kind != "R")
        else:
            explicit.levels[at] = run.level + {"L": 0, "R": 1}.get(kind, 2)


def _weak(types: list[str], before: str) -> None:
    """Rules W1 to W7."""
    _marks_and_numbers(types, before)
    _between_numbers(types)
    _beside_numbers(types)
    strong = before
    for at, kind in enumerate(types):
        if kind in {"L", "R"}:
            strong = kind
        elif kind in {"ES", "ET", "CS"}:
            types[at] = "ON"
        elif kind == "EN" and strong == "L":
            types[at] = "L"


def _marks_and_numbers(types: list[str], before: str) -> None:
    """Rules W1 to W3."""
    last, strong = before, before
    for at, original in enumerate(types):
        kind = original
        if kind == "NSM":
            kind = "ON" if last in _ISOLATES or last == "PDI" else last
        last = kind
        if kind in _STRONG:
            strong = kind
        if kind == "EN" and strong == "AL":
            kind = "AN"
        types[at] = kind
    types[:] = ["R" if kind == "AL" else kind for kind in types]


def _between_numbers(types: list[str]) -> None:
    """Rule W4."""
    for at in range(1, len(types) - 1):
        left, kind, right = types[at - 1 : at + 2]
        if left == right and (
            (kind == "CS" and left in {"EN", "AN"}) or (kind == "ES" and left == "EN")
        ):
            types[at] = left


def _beside_numbers(types: list[str]) -> None:
    """Rule W5."""
    at = 0
    while at < len(types):
        if types[at] != "ET":
            at += 1
            continue
        end = at
        while end < len(types) and types[end] == "ET":
            end += 1
        if (at and types[at - 1] == "EN") or (end < len(types) and types[end] == "EN"):
            types[at:end] = ["EN"] * (end - at)
        at = end


def _side(kind: str) -> str | None:
    """Numbers count as right to left where neutrals and brackets are resolved."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind)


def _brackets(
    characters: list[str], originals: list[str], types: list[str], run: _Sequence
) -> None:
    """Rule N0."""
    embedding = "R" if run.level & 1 else "L"
    for start, end in _bracket_pairs(characters, types):
        inside = {_side(kind) for kind in types[start + 1 : end]} - {None}
        if not inside:
            continue
        side = embedding
        if embedding not in inside:
            sides = (_side(types[at]) for at in range(start - 1, -1, -1))
            side = next((found for found in sides if found), run.before)
        for bracket in (start, end):
            types[bracket] = side
            mark = bracket + 1
            while mark < len(types) and originals[mark] == "NSM":
                types[mark] = side
                mark += 1


def _bracket_pairs(characters: list[str], types: list[str]) -> list[tuple[int, int]]:
    """Which brackets belong together (BD16), by where they open."""
    waiting: list[tuple[str, int]] = []
    pairs = []
    for at, character in enumerate(characters):
        if types[at] != "ON":
            continue
        if character in _CLOSES:
            if len(waiting) == _OPEN_BRACKETS_KEPT:
                return []
            closer = _CLOSES[character]
            waiting.append((_CANONICAL.get(closer, closer), at))
        elif character in _CLOSING:
            closer = _CANONICAL.get(character, character)
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == closer:
                    pairs.append((waiting[depth][1], at))
                    del waiting[depth:]
                    break
    return sorted(pairs)


def _neutral(types: list[str], run: _Sequence) -> None:
    """Rules N1 and N2."""
    embedding = "R" if run.level & 1 else "L"
    at = 0
    while at < len(types):
        if types[at] not in _NEUTRAL:
            at += 1
            continue
        end = at
        while end < len(types) and types[end] in _NEUTRAL:
            end += 1
        left = _side(types[at - 1]) if at else run.before
        right = _side(types[end]) if end < len(types) else run.after
        types[at:end] = [left if left == right and left else embedding] * (end - at)
        at = end
