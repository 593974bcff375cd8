"""A drawing as it is made, stroke by stroke, so that the last can always be taken back."""

from typing import Literal

from app.model.record import Value
from app.model.wording import N_

Pen = Literal["black", "blue", "red", "green", "brown", "rubber", "clear"]
"""What a stroke is drawn with. ``clear`` wipes the sheet, and can be taken back like a stroke."""

SHEET = (1200, 800)
"""How wide and high the sheet is, in the units of the points."""

INKS: dict[Pen, str] = {
    "black": "#1C2430",
    "blue": "#1B4F9C",
    "red": "#B3261E",
    "green": "#2B6B32",
    "brown": "#7A4A1E",
}

INK_WORDS: dict[Pen, str] = {
    "black": N_("Black"),
    "blue": N_("Blue"),
    "red": N_("Red"),
    "green": N_("Green"),
    "brown": N_("Brown"),
}

PAPER = "#FFFFFF"
LINE_WIDTH = 14
RUBBER_WIDTH = 60

MOST_POINTS = 200_000
"""Far more than anybody draws; a stroke beyond it is not taken, so that a drawing stays quick."""


class Stroke(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One line, from where the pen was put down to where it was lifted.

    Attributes:
        points: x and y of each point, one after the other.

    """

    pen: Pen
    points: tuple[int, ...] = ()

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """The points as pairs."""
        return tuple(zip(self.points[::2], self.points[1::2], strict=False))

    @property
    def width(self) -> int:
        """How thick it is."""
        return RUBBER_WIDTH if self.pen == "rubber" else LINE_WIDTH

    @property
    def colour(self) -> str:
        """Its colour; that of the paper for the rubber."""
        return INKS.get(self.pen, PAPER)


Drawing = tuple[Stroke, ...]


def seen(drawing: Drawing) -> Drawing:
    """The strokes since the sheet was last cleared."""
    for place in range(len(drawing) - 1, -1, -1):
        if drawing[place].pen == "clear":
            return drawing[place + 1 :]
    return drawing


def is_blank(drawing: Drawing) -> bool:
    """Whether nothing was drawn since the sheet was last cleared."""
    return all(stroke.pen == "rubber" for stroke in seen(drawing))


def with_stroke(drawing: Drawing, stroke: Stroke) -> Drawing:
    """The drawing with one stroke more; what would make it too long is not taken."""
    so_far = sum(len(each.points) for each in drawing)
    if so_far + len(stroke.points) > 2 * MOST_POINTS:
        return drawing
    return (*drawing, stroke)


def cleared(drawing: Drawing) -> Drawing:
    """An empty sheet, from which the last stroke can still be reached again."""
    return drawing if not seen(drawing) else (*drawing, Stroke(pen="clear"))


def taken_back(drawing: Drawing) -> Drawing:
    """The drawing before its last stroke, or before it was cleared."""
    return drawing[:-1]
