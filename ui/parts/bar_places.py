"""Where each kind of button stands in the lower bar: in one order, on every screen.

Somebody who presses the same place again must not stop a talk where they meant to go on, nor go
on where they meant to stop. So each kind has a place of its own, which stays empty where a screen
has no such button, and is as wide on every screen.
"""

import dataclasses
import itertools
from collections.abc import Sequence

from app.model.wording import N_


@dataclasses.dataclass(frozen=True)
class Place:
    """A place in the bar.

    Attributes:
        buttons: the names of the buttons that stand here, one on a screen.
        words: what mostly stands here, on one line where that can be.
        seldom: what also stands here, on two lines sooner than anything else.

    """

    buttons: tuple[str, ...]
    words: tuple[str, ...]
    seldom: tuple[str, ...] = ()


BACK = Place(("back", "home", "lock"), (N_("Back"), N_("Home"), N_("Lock")))
HEAR = Place(("hear",), (N_("Hear it"),))
HELP = Place(("stop", "how"), (N_("Stop or help"),), (N_("How this works"),))
ONWARD = Place(("next",), (N_("Next"), N_("Finish")))

FIRST = (BACK, HEAR, HELP)
"""From the side where reading starts. After them stands what a screen has of its own, and what can
be undone; at the other end, far from all of it, the way onward alone."""


@dataclasses.dataclass(frozen=True)
class Width:
    """How wide a place would be, in px.

    Attributes:
        roomy: everything on one line, and short words no narrower than others.
        usual: what mostly stands there on one line.
        two_lines: all of it on two lines at most.
        least: no word cut in two.

    """

    roomy: int
    usual: int
    two_lines: int
    least: int


def shared(wanted: Sequence[Width], room: int) -> tuple[int, ...]:
    """How wide each place is where they have so much room together.

    Args:
        wanted: what each would take; in a window, the same for every screen.
        room: px for all of them.

    Returns:
        Their widths in px, in the same order; together never more than ``room``.

    """
    steps = [
        [each.roomy for each in wanted],
        [each.usual for each in wanted],
        [each.two_lines for each in wanted],
        [each.least for each in wanted],
        [0 for _ in wanted],
    ]
    if sum(steps[0]) <= room:
        return tuple(steps[0])
    for wider, narrower in itertools.pairwise(steps):
        if sum(narrower) <= room:
            part = (room - sum(narrower)) / max(1, sum(wider) - sum(narrower))
            between = zip(wider, narrower, strict=True)
            return tuple(low + int((high - low) * part) for high, low in between)
    return tuple(steps[-1])
