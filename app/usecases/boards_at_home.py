"""Sorting boards that go home on paper, are filled in with a pencil, and come back.

A mark in a scan is only shown: whoever looks at it says where each card lies. What is kept so is a
board of its own. It says nothing of the person yet (rule R4): it waits for the next talk, where the
same board begins as it lay at home, to be moved, confirmed and read back like any other.
"""

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Mapping

import msgspec

from app.model import pack_marks
from app.model.board_sheets import BoardLaid, BoardSheet
from app.model.change import Change
from app.model.errors import NotAllowedError
from app.model.ids import RecordId
from app.model.record import Record
from app.model.session import Board, BoardCard, Session
from app.model.wording import N_
from app.readback.protocol import CardBox, Opened, Sheet
from app.usecases.ports import Notebook, UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CardBack:
    """A card as it came back, for a person to look at.

    Attributes:
        picture: of the card with its squares, as PNG.
        inks: how much of the square of each pile is written over; this decides nothing.

    """

    card: BoardCard
    picture: bytes
    inks: dict[str, float]


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


def put(
    notebook: Notebook,
    *,
    sheet: RecordId,
    person: RecordId,
    board: RecordId,
    laid: BoardLaid,
    on: datetime.date,
    by: RecordId,
    write: Callable[[], object],
) -> None:
    """Keep where everything stands on a sheet, then put it in its place.

    A sheet that could not be put anywhere is hidden again.

    Args:
        notebook: the open notebook.
        sheet: as the codes on its pages name it.
        person: whose board it is.
        board: the board.
        laid: where everything stands.
        on: the day.
        by: who prints it.
        write: puts it in its place.

    """
    body = BoardSheet(
        person=person, board=board, on=on,
        piles=laid.piles, cards=laid.cards, corners=laid.corners,
    )  # fmt: skip
    with notebook.unit_of_work() as work:
        work.records.add(body, by=by, record=sheet)
        work.commit()
    try:
        write()
    except BaseException:
        with notebook.unit_of_work() as work:
            work.records.revise(sheet, body, by=by, withdrawn=True)
            work.commit()
        raise


def sheets(notebook: Notebook, *, person: RecordId | None = None) -> tuple[Sheet, ...]:
    """Where everything stands on the boards of a person, or of anybody, that were printed."""
    with notebook.unit_of_work() as work:
        found = work.records.find(BoardSheet, person=person)
    return tuple(
        Sheet(
            pack_marks.plan_signs(each.body.person),
            pack_marks.pack_signs(each.id),
            (),
            each.body.corners[0],
            cards=each.body.cards,
            corners=each.body.corners[1:],
        )
        for each in found
        if each.body.corners
    )


def of_file(
    notebook: Notebook, *, opened: Opened, person: RecordId | None = None
) -> tuple[BoardBack, ...]:
    """The boards that a file holds, with every card of the pages that were found."""
    boxes: dict[str, dict[str, CardBox]] = {}
    for box in (box for page in opened.pages for box in page.cards):
        boxes.setdefault(box.pack, {})[box.card] = box
    with notebook.unit_of_work() as work:
        printed = {
            pack_marks.pack_signs(each.id): each
            for each in work.records.find(BoardSheet, person=person)
        }
        return tuple(
            _came_back(work, printed[signs], found)
            for signs, found in boxes.items()
            if signs in printed
        )


def _came_back(
    work: UnitOfWork, sheet: Record[BoardSheet], boxes: Mapping[str, CardBox]
) -> BoardBack:
    board = work.records.get(sheet.body.board, Board)
    piles = sheet.body.piles
    cards = tuple(
        CardBack(card=card, picture=box.picture, inks=dict(zip(piles, box.inks, strict=False)))
        for card in board.body.cards
        if (box := boxes.get(card.id)) is not None
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
