"""A sorting board on paper to be filled in at home, and where everything stands on it."""

import dataclasses
import datetime
from typing import Annotated

import msgspec

from app.model.ids import RecordId
from app.model.packs import Area
from app.model.record import Body, Facets, Value
from app.model.shape import Names, PersonRef

BoardRef = Annotated[RecordId, Names(("boards",))]


class CardLine(Value, frozen=True, kw_only=True):
    """Where one card stands on a sheet.

    Attributes:
        card: which card of the board.
        page: counted from 1.
        row: the card with everything beside it.
        squares: one for each pile, in the order of the scale.

    """

    card: str
    page: Annotated[int, msgspec.Meta(ge=1)]
    row: Area
    squares: tuple[Area, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class BoardLaid:
    """Where everything stands on the pages of a sheet.

    Attributes:
        piles: of the scale, in the order of the squares.
        corners: where the codes of each page are.

    """

    piles: tuple[str, ...]
    cards: tuple[CardLine, ...]
    corners: tuple[Area, ...]


class BoardSheet(Body, frozen=True, kw_only=True, omit_defaults=True):
    """A board that was printed to be filled in with a pencil; see :class:`BoardLaid`."""

    person: PersonRef
    board: BoardRef
    on: datetime.date
    piles: tuple[str, ...]
    cards: tuple[CardLine, ...]
    corners: tuple[Area, ...]

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A sheet belongs to a person."""
        return Facets(person=self.person)
