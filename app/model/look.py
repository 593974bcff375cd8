"""The look of resources/look.toml: one set of sizes and colours for screen and paper."""

from collections.abc import Mapping
from typing import Any

import msgspec

from app.model.errors import BadDataError
from app.model.record import Value
from app.model.wording import N_


class Size(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A named size of type.

    Attributes:
        px: on screen at 100 %.
        growth: how far it follows the person's text size; 1 follows fully. Headings that are
            large already grow less, so that 300 % still leaves room for what they head.

    """

    px: int
    bold: bool = False
    growth: float = 1.0

    def at(self, percent: int) -> int:
        """Pixels at the person's text size."""
        return round(self.px * (1 + (percent / 100 - 1) * self.growth))


class Marked(Value, frozen=True, kw_only=True):
    """The two colours of a voice mark or a card."""

    fill: str
    edge: str


class Theme(Value, frozen=True, kw_only=True):
    """The colours of one theme, as ``#RRGGBB``."""

    ink: str
    quiet_ink: str
    paper: str
    card: str
    line: str
    helper: str
    action: str
    action_ink: str
    stop_edge: str
    stop_ink: str
    lit: str
    own: Marked
    shown: Marked
    joint: Marked
    others: Marked
    done: str
    dark: bool = False


class Shape(Value, frozen=True, kw_only=True):
    """Sizes of shapes on screen, in px at 100 %."""

    card_radius: int
    card_edge: int
    button_radius: int
    button_height: int
    target_least: int
    gap_small: int
    gap: int
    gap_large: int
    focus_ring: int
    focus_gap: int


class Look(Value, frozen=True, kw_only=True):
    """Everything that decides how Alongside looks."""

    sizes: dict[str, Size]
    themes: dict[str, Theme]
    shape: Shape

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Look":
        """Read what ``resources/look.toml`` holds.

        Raises:
            BadDataError: a size or colour is missing or has another form.

        """
        try:
            return msgspec.convert(data, cls)
        except msgspec.ValidationError as error:
            raise BadDataError(
                N_("The file that describes the look is wrong: {problem}."), problem=error
            ) from error
