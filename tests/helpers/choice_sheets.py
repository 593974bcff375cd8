"""Questions to be ticked at home, printed, and what the reading process is told of them."""

from pathlib import Path

from app.bootstrap import House
from app.model import home_questions, pack_marks
from app.model.contents import Contents
from app.model.documents import document
from app.model.home_sheets import SheetLaid
from app.model.ids import RecordId
from app.paper.documents import make
from app.paper.job import Job
from app.paper.press import Printed
from app.readback.protocol import Sheet
from tests.helpers.printing import DAY, OpenMoji, plan

SHEET = RecordId("0190-choices")


def printed(asked: str = "passport", *, lang: str = "en-GB") -> Printed:
    """Questions of a guide of the program."""
    house = House(Path("/nonexistent"), Path("/nonexistent"))
    return make(
        document("choice_page"),
        Job(
            contents=Contents(
                plan=plan(), reader="Rosa", own=True, sheet=SHEET,
                questions=home_questions.named(house.guides, asked),
            ),
            made_on=DAY, words=house.wording(lang), look=house.look, fonts=house.fonts,
            pictures=OpenMoji(),
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
        pack_marks.plan_signs(plan().person.id), pack_marks.pack_signs(SHEET), (), first,
        cards=laid(made).lines, corners=tuple(others),
    )  # fmt: skip
