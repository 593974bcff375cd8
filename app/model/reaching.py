"""How somebody reaches what is on screen, where a mouse or a finger is not what they use."""

from typing import Annotated

import msgspec

from app.model.record import Value

Switch = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
"""A key by its portable name, such as ``Space`` or ``F13``; or :data:`CLICK`."""

CLICK = "Click"
"""The switch that presses a mouse's button, wherever the pointer is."""


class Reaching(Value, frozen=True, kw_only=True, omit_defaults=True):
    """How things are offered one after the other, how a rest of the pointer chooses, its size.

    Attributes:
        scan_seconds: how long each thing is offered; the first one half as long again.
        rounds: after so many rounds it waits for the switch.
        say_names: the name of each thing is read aloud as it is offered.
        first_switch: with one switch it chooses; with two it goes on to the next thing.
        second_switch: chooses, with two switches.
        hold_ms: a press counts once the switch was held so long.
        ignore_ms: after a press, others are not counted for so long.
        dwell_seconds: a pointer that rests so long on a thing chooses it.
        pointer: the size of the pointer, in its usual sizes.

    """

    scan_seconds: Annotated[float, msgspec.Meta(ge=0.5, le=8)] = 2.0
    rounds: Annotated[int, msgspec.Meta(ge=1, le=9)] = 3
    say_names: bool = False
    first_switch: Switch = "Space"
    second_switch: Switch = "Return"
    hold_ms: Annotated[int, msgspec.Meta(ge=0, le=2000)] = 0
    ignore_ms: Annotated[int, msgspec.Meta(ge=0, le=2000)] = 200
    dwell_seconds: Annotated[float, msgspec.Meta(ge=0.6, le=4)] = 1.2
    pointer: Annotated[int, msgspec.Meta(ge=1, le=3)] = 1
