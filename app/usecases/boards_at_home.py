"""Sorting boards that go home on paper, are filled in with a pencil, and come back.

A mark in a scan is only shown: whoever looks at it says where each card lies. What is kept so is a
board of its own. It says nothing of the person yet (rule R4): it waits for the next talk, where the
same board begins as it lay at home, to be moved, confirmed and read back like any other.
"""

import dataclasses
import datetime
from collections.abc import Iterable, Mapping

import msgspec

from app.model.change import Change
from app.model.errors import NotAllowedError
from app.model.home_sheets import BoardSheet, SheetLaid
from app.model.ids import RecordId
from app.model.record import Record
from app.model.session import Board, BoardCard, Session
from app.model.topics import Scale
from app.model.wording import N_
from app.readback.protocol import Opened
from app.usecases import sheets_at_home
from app.usecases.ports import Notebook, UnitOfWork
from app.usecases.sheets_at_home import LineBack


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CardBack:
    """A card as it came back, for a person to look at.

    Attributes:
        picture: of the card with its squares, as PNG; empty where its code was typed.
        inks: how much of the square of each pile is written over; this decides nothing.
        ticked: the piles whose squares were ticked on screen.

    """

    card: BoardCard
    picture: bytes
    inks: dict[str, float]
    ticked: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class BoardBack:
    """A board as it came back.

    Attributes:
        board: the one that was printed.
        piles: those that had a square, in the order of the scale.

    """

    sheet: RecordId
    board: Record[Board]
    piles: tuple[str, ...]
    cards: tuple[CardBack, ...]


def sheet_of(
    board: Record[Board], scale: Scale, laid: SheetLaid, *, on: datetime.date
) -> BoardSheet:
    """What is kept of a board that goes home on paper.

    Args:
        board: the board.
        scale: on which its cards are sorted.
        laid: where everything stands.
        on: the day.

    """
    return BoardSheet(
        person=board.body.person,
        board=board.id,
        on=on,
        piles=tuple(pile.id for pile in scale.piles),
        cards=laid.lines,
        corners=laid.corners,
    )


def of_file(
    notebook: Notebook, *, opened: Opened, person: RecordId | None = None
) -> tuple[BoardBack, ...]:
    """The boards that a file holds, with every card of the pages that were found."""
    with notebook.unit_of_work() as work:
        found = sheets_at_home.of_file(work, BoardSheet, opened=opened, person=person)
        return tuple(_came_back(work, sheet, lines) for sheet, lines in found)


def of_code(notebook: Notebook, *, typed: str, person: RecordId) -> BoardBack | None:
    """The board whose code was typed, with all its cards, for somebody who has the paper there.

    Raises:
        BadCodeError: there is a slip in the code.

    """
    with notebook.unit_of_work() as work:
        sheet = sheets_at_home.of_code(work, BoardSheet, typed=typed, person=person)
        if sheet is None:
            return None
        return _came_back(work, sheet, {line.card: LineBack() for line in sheet.body.lines})


def _came_back(
    work: UnitOfWork, sheet: Record[BoardSheet], lines: Mapping[str, LineBack]
) -> BoardBack:
    board = work.records.get(sheet.body.board, Board)
    piles = sheet.body.piles
    cards = tuple(
        CardBack(
            card=card,
            picture=line.picture,
            inks=dict(zip(piles, line.inks, strict=False)),
            ticked=tuple(piles[at] for at in line.ticked),
        )
        for card in board.body.cards
        if (line := lines.get(card.id)) is not None
    )
    return BoardBack(sheet=sheet.id, board=board, piles=piles, cards=cards)


def keep(
    notebook: Notebook,
    *,
    back: BoardBack,
    piles: Mapping[str, str],
    on: datetime.date,
    by: RecordId,
) -> Change:
    """Keep a board as it was sorted at home; it waits for the next talk with the person.

    Args:
        notebook: open, to be written to.
        back: the board that came back.
        piles: where each card lies, as somebody read it on the paper; other cards lie nowhere.
        on: the day on which it came back.
        by: who read it.

    Raises:
        NotAllowedError: no card lies anywhere.

    """
    if not any(piles.values()):
        raise NotAllowedError(N_("Nothing is written or ticked there."))
    orders: dict[str, int] = {}
    cards = []
    for each in back.board.body.cards:
        pile = piles.get(each.id, "")
        order = orders.setdefault(pile, 0) if pile else 0
        orders[pile] = order + 1
        cards.append(msgspec.structs.replace(each, pile=pile, order=order))
    home = msgspec.structs.replace(
        back.board.body, moment="", cards=tuple(cards), confirmed=False, picture=None,
        at_home=on, told_in=None,
    )  # fmt: skip
    with notebook.unit_of_work() as work:
        work.records.add(home, by=by, session=home.session)
        return work.commit()


def shown(work: UnitOfWork, record: RecordId, *, session: RecordId, by: RecordId) -> None:
    """Write down, within a unit of work, that the person was asked about it in a talk.

    Anything else than a board that came back and waits is left as it is.
    """
    person = work.records.get(session, Session).body.person
    for each in work.records.find(Board, person=person):
        if each.id == record and each.body.at_home is not None and each.body.told_in is None:
            told = msgspec.structs.replace(each.body, told_in=session)
            work.records.revise(record, told, by=by, session=session)


def as_at_home(
    work: UnitOfWork, body: Board, *, by: RecordId, session: RecordId
) -> tuple[BoardCard, ...]:
    """The cards of a board that is laid out, where they lay at home if it came back since.

    What was sorted in a talk since then counts, and not what came back before.
    """
    found = [
        each
        for each in work.records.find(Board, person=body.person)
        if (each.body.topic, each.body.scale) == (body.topic, body.scale) and not each.body.practice
    ]
    if body.practice or not found or found[-1].body.at_home is None:
        return body.cards
    shown(work, found[-1].id, session=session, by=by)
    return tuple(_placed(body.cards, found[-1].body.cards))


def _placed(cards: Iterable[BoardCard], home: Iterable[BoardCard]) -> Iterable[BoardCard]:
    """The cards, each on the pile on which it lay; a card of their own is known by its words."""
    lay = {each.words if each.added else each.id: each for each in home}
    for card in cards:
        there = lay.get(card.id) or lay.get(card.words)
        if there is None:
            yield card
        else:
            yield msgspec.structs.replace(card, pile=there.pile, order=there.order)
