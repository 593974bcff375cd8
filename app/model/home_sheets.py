"""What is on paper to be filled in at home, and where everything stands on it."""

import dataclasses
import datetime
from typing import Annotated

import msgspec

from app.model.ids import RecordId
from app.model.packs import Area
from app.model.record import Body, Facets, Value
from app.model.shape import Names, PersonRef

BoardRef = Annotated[RecordId, Names(("boards",))]


class TickLine(Value, frozen=True, kw_only=True):
    """Where one thing stands on a sheet, and the squares in which something is ticked for it.

    Attributes:
        card: which card of a board, or which question.
        page: counted from 1.
        row: everything that belongs to it.
        squares: one for each answer, in the order in which they were printed.

    """

    card: str
    page: Annotated[int, msgspec.Meta(ge=1)]
    row: Area
    squares: tuple[Area, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SheetLaid:
    """Where everything stands on the pages of a sheet.

    Attributes:
        lines: in the order in which they were printed.
        corners: where the codes of each page are.

    """

    lines: tuple[TickLine, ...]
    corners: tuple[Area, ...]


class BoardSheet(Body, frozen=True, kw_only=True, omit_defaults=True):
    """A board that was printed to be filled in with a pencil.

    Attributes:
        piles: of its scale, in the order of the squares of each card.
        cards: see :class:`SheetLaid`.
        corners: likewise.

    """

    person: PersonRef
    board: BoardRef
    on: datetime.date
    piles: tuple[str, ...]
    cards: tuple[TickLine, ...]
    corners: tuple[Area, ...]

    @property
    def lines(self) -> tuple[TickLine, ...]:
        """Where each card stands."""
        return self.cards

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A sheet belongs to a person."""
        return Facets(person=self.person)
