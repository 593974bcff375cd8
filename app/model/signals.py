"""The signs by which a person says yes, no, stop and other things that others must know at once."""

from collections.abc import Iterable
from typing import Literal

from app.model.plan import Line

Signal = Literal["say_yes", "say_no", "say_stop", "say_hurt", "say_enough", "say_happy"]
AT_ONCE: tuple[Signal, ...] = ("say_yes", "say_no", "say_stop")
ALL: tuple[Signal, ...] = (*AT_ONCE, "say_hurt", "say_enough", "say_happy")
"""As the moments of the talk about the passport are called in which they are asked for."""

_OWN = "_own"
_SIGNS = frozenset({"fact", "please_do"})


def signs(lines: Iterable[Line], wanted: tuple[Signal, ...] = ALL) -> list[Line]:
    """The sentences that tell such signs, in the order of ``wanted``.

    Where nobody was asked for them one by one, it is what everybody must know of how the person
    talks; where nothing is marked so, nothing.
    """
    lines = list(lines)
    place: dict[str, int] = {name: at for at, name in enumerate(wanted)}
    asked = [line for line in lines if _moment(line) in place]
    if asked:
        return sorted(asked, key=lambda line: place[_moment(line)])
    return [
        line
        for line in lines
        if line.statement.body.section == "communication"
        and line.statement.body.kind in _SIGNS
        and line.statement.body.must_know
    ]


def _moment(line: Line) -> str:
    return line.statement.body.moment.removesuffix(_OWN)
