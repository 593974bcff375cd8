"""What is offered one after the other: groups, then the things in them. Nothing of Qt is here."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Literal

Box = tuple[int, int, int, int]
"""Left, top, width and height on the window."""

Where = Literal["there", "above", "below"]

MOST_AT_ONCE = 6
"""As many things can be offered one by one before they are offered in groups."""


@dataclass(frozen=True, kw_only=True)
class Thing:
    """One thing that can be chosen.

    Attributes:
        key: by which it is known again.
        name: what is said of it.
        lang: the language of its name.
        box: where it is on the window.
        choose: what choosing it does.
        where: ``there`` for what stands on the screen itself; what scanning adds has a sign of its
            own at the top or at the bottom of its box.

    """

    key: Hashable
    name: str
    box: Box
    choose: Callable[[], None]
    lang: str = ""
    where: Where = "there"


@dataclass(frozen=True, kw_only=True)
class Group:
    """Things that are offered together first."""

    key: Hashable
    name: str
    inside: tuple["Thing | Group", ...]
    lang: str = ""

    @property
    def box(self) -> Box:
        """Around everything in it."""
        boxes = [each.box for each in self.inside]
        left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right = max(box[0] + box[2] for box in boxes)
        bottom = max(box[1] + box[3] for box in boxes)
        return left, top, right - left, bottom - top


Offer = Thing | Group


def rows(things: Sequence[Thing]) -> tuple[tuple[Thing, ...], ...]:
    """Things that stand beside each other, in their order; short rows are taken together."""
    packed: list[list[Thing]] = []
    for line in _lines(things):
        for start in range(0, len(line), MOST_AT_ONCE):
            part = line[start : start + MOST_AT_ONCE]
            alone = len(part) == 1 and packed and all(len(x) == 1 for x in _lines(packed[-1]))
            if alone and len(packed[-1]) < MOST_AT_ONCE - 1:
                packed[-1] += part
            else:
                packed.append(part)
    return tuple(tuple(each) for each in packed)


def group(key: str, name: str, things: Sequence[Thing], *, lang: str = "") -> tuple[Offer, ...]:
    """Things of one part of the screen, as few presses away as their number allows.

    Args:
        key: the part.
        name: what it is called.
        things: in the order in which they are seen.
        lang: the language of the name.

    Returns:
        A single thing, one group of them, or, where there are many, a group of rows; two rows
        are offered beside the other parts.

    """
    if len(things) <= 1:
        return tuple(things)
    if len(things) <= MOST_AT_ONCE:
        return (Group(key=key, name=name, inside=tuple(things), lang=lang),)
    parts = tuple(_row(key, place, row) for place, row in enumerate(rows(things)))
    if len(parts) <= 2:
        return parts
    return (Group(key=key, name=name, inside=parts, lang=lang),)


def flat(offers: Sequence[Offer]) -> tuple[Thing, ...]:
    """All things, in order."""
    found: list[Thing] = []
    for each in offers:
        found += flat(each.inside) if isinstance(each, Group) else (each,)
    return tuple(found)


def _row(key: str, place: int, row: tuple[Thing, ...]) -> Offer:
    if len(row) == 1:
        return row[0]
    names = ", ".join(dict.fromkeys(each.name for each in row))
    return Group(key=(key, place), name=names, inside=row, lang=row[0].lang)


def _lines(things: Sequence[Thing]) -> list[list[Thing]]:
    lines: list[list[Thing]] = []
    for thing in things:
        if lines and _beside(lines[-1][-1], thing):
            lines[-1].append(thing)
        else:
            lines.append([thing])
    return lines


def _beside(one: Thing, other: Thing) -> bool:
    """Whether two things overlap in height by more than half of the lower one."""
    top, bottom = max(one.box[1], other.box[1]), min(_end(one), _end(other))
    return bottom - top > min(one.box[3], other.box[3]) / 2


def _end(thing: Thing) -> int:
    return thing.box[1] + thing.box[3]
