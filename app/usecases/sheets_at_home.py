"""Sheets that a person takes home, fills in with a pencil or on screen, and brings back.

What is on them is known where it is used: boards and choices each say what a line means. What a
scan looks like decides nothing: the picture is shown to a person, who says what is ticked.
"""

import dataclasses
from collections.abc import Callable, Iterator
from typing import TypeVar

from app.model import pack_marks, review_codes
from app.model.choice_sheets import ChoiceSheet
from app.model.home_sheets import BoardSheet
from app.model.ids import RecordId
from app.model.record import Record
from app.readback.protocol import Opened, Sheet
from app.usecases.ports import Notebook, UnitOfWork

SheetBody = BoardSheet | ChoiceSheet
SheetT = TypeVar("SheetT", BoardSheet, ChoiceSheet)


@dataclasses.dataclass(frozen=True, slots=True)
class LineBack:
    """One line of a sheet as it came back.

    Attributes:
        picture: of the line with its squares, as PNG; empty where there is none.
        inks: how much of each square is written over; this decides nothing.
        ticked: the squares that were ticked on screen, counted from 0.
        words: what was typed there on screen.

    """

    picture: bytes = b""
    inks: tuple[float, ...] = ()
    ticked: tuple[int, ...] = ()
    words: str = ""


def put(
    notebook: Notebook,
    *,
    sheet: RecordId,
    body: SheetBody,
    by: RecordId,
    write: Callable[[], object],
) -> None:
    """Keep where everything stands on a sheet, then put it in its place.

    A sheet that could not be put anywhere is hidden again.

    Args:
        notebook: the open notebook.
        sheet: as the codes on its pages name it.
        body: what is on it, and where.
        by: who prints it.
        write: puts it in its place.

    """
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
    """Where everything stands on the sheets of a person, or of anybody, that were printed."""
    with notebook.unit_of_work() as work:
        boards = work.records.find(BoardSheet, person=person)
        questions = work.records.find(ChoiceSheet, person=person)
    return (
        *(_sheet(each.id, each.body) for each in boards if each.body.corners),
        *(_sheet(each.id, each.body) for each in questions if each.body.corners),
    )


def _sheet(sheet: RecordId, body: SheetBody) -> Sheet:
    return Sheet(
        pack_marks.plan_signs(body.person),
        pack_marks.pack_signs(sheet),
        (),
        body.corners[0],
        cards=body.lines,
        corners=body.corners[1:],
    )


def of_file(
    work: UnitOfWork, kind: type[SheetT], *, opened: Opened, person: RecordId | None = None
) -> Iterator[tuple[Record[SheetT], dict[str, LineBack]]]:
    """The sheets of a kind that a file holds, with what was found of each of their lines.

    What was ticked on screen and what the picture of the page shows stand together. A page that
    was scanned twice comes twice, so that what is on either is seen.
    """
    for sheet in work.records.find(kind, person=person):
        signs, lines = pack_marks.pack_signs(sheet.id), sheet.body.lines
        times: list[dict[str, LineBack]] = []
        for box in (box for page in opened.pages for box in page.cards if box.pack == signs):
            _first_without(box.card, times)[box.card] = LineBack(box.picture, box.inks)
        for each in opened.ticked:
            if each.code == review_codes.of_sheet(sheet.id) and 1 <= each.line <= len(lines):
                line = lines[each.line - 1]
                found = times[0] if times else _first_without(line.card, times)
                found[line.card] = dataclasses.replace(
                    found.get(line.card, LineBack()),
                    ticked=tuple(at for at in each.squares if 0 <= at < len(line.squares)),
                    words=each.words,
                )
        for found in times:
            yield sheet, found


def _first_without(card: str, times: list[dict[str, LineBack]]) -> dict[str, LineBack]:
    """Where a line belongs that may have been found before."""
    if all(card in each for each in times):
        times.append({})
    return next(each for each in times if card not in each)


def of_code(
    work: UnitOfWork, kind: type[SheetT], *, typed: str, person: RecordId
) -> Record[SheetT] | None:
    """The sheet of this kind whose code somebody typed, if it is one of this person.

    Raises:
        BadCodeError: there is a slip in the code.

    """
    code = review_codes.typed(typed)
    found = work.records.find(kind, person=person)
    return next((each for each in found if review_codes.of_sheet(each.id) == code), None)
