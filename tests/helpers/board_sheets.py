"""Sorting boards to be filled in at home, printed, and squares ticked on them."""

from pathlib import Path

from app.bootstrap import House
from app.model import pack_marks
from app.model.contents import Contents
from app.model.documents import document
from app.model.home_sheets import SheetLaid
from app.model.ids import RecordId
from app.model.session import Board, BoardCard
from app.model.wording import Wording
from app.paper.documents import make
from app.paper.job import Job
from app.paper.press import Printed
from app.readback.protocol import Sheet
from tests.helpers.printing import DAY, OpenMoji, plan, record

PERSON = RecordId("person")
SHEET = RecordId("0190-sheet")


def printed(*, topic: str = "food", scale: str = "doing_ok", lang: str = "en-GB") -> Printed:
    """A board on this topic of the program, with all its cards."""
    house = House(Path("/nonexistent"), Path("/nonexistent"))
    return of_board(board(house, house.wording(lang), topic, scale), house, house.wording(lang))


def board(house: House, words: Wording, topic: str, scale: str) -> Board:
    """The board itself, with no card on a pile."""
    found = house.topics.topic(topic)
    assert found is not None
    cards = tuple(
        BoardCard(id=card.id, words=words.t(card.words), symbol=card.picture)
        for card in found.cards
    )
    return Board(
        person=PERSON, session=RecordId("s"), moment="m", topic=topic, scale=scale, cards=cards
    )


def of_board(which: Board, house: House, words: Wording) -> Printed:
    """A board on paper, with where everything stands on it."""
    found = record(which, "board")
    return make(
        document("board_to_fill"),
        Job(
            contents=Contents(
                plan=plan(), reader="Rosa", own=True, others=(found,), about=found.id,
                topics=house.topics, sheet=SHEET,
            ),
            made_on=DAY, words=words, look=house.look, fonts=house.fonts, pictures=OpenMoji(),
        ),
    )  # fmt: skip


def laid(made: Printed) -> SheetLaid:
    """Where everything stands on it."""
    assert made.laid_sheet is not None
    return made.laid_sheet


def sheet(made: Printed) -> Sheet:
    """The same, as the reading process is told."""
    first, *others = laid(made).corners
    return Sheet(
        pack_marks.plan_signs(PERSON), pack_marks.pack_signs(SHEET), (), first,
        cards=laid(made).lines, corners=tuple(others),
    )  # fmt: skip
