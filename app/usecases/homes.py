"""What a person's home shows, read in one go."""

import dataclasses

from app.model.conversation import Step
from app.model.guide import Guide
from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.session import Session
from app.model.statement import Statement
from app.usecases import surroundings
from app.usecases.ports import Notebook
from app.usecases.talks import unanswered


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A person, where their unfinished conversation stands, and how much their plan holds.

    Attributes:
        open_session: the conversation that can be carried on, if there is one. One that follows
            a guide this program does not have stays in the notebook, and waits for it.
        stopped_at: the step it stands at.

    """

    person: Record[Person]
    open_session: Record[Session] | None
    stopped_at: Step | None
    kept: int
    to_read_back: int


def home(notebook: Notebook, *, person: RecordId, guides: dict[str, Guide]) -> Home:
    """Read a person's home.

    Raises:
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        record = work.records.get(person, Person)
        sessions = [
            each
            for each in work.records.find(Session, person=person)
            if each.body.open and each.body.guide in guides
        ]
        statements = work.records.find(Statement, person=person)
        session = sessions[-1] if sessions else None
        stopped_at = None
        if session is not None:
            guide = guides[session.body.guide]
            stopped_at = surroundings.conversation(work, guide, session.body).step
    return Home(
        person=record,
        open_session=session,
        stopped_at=stopped_at,
        kept=sum(1 for each in statements if each.body.kept and each.body.answer_to is None),
        to_read_back=len(unanswered(statements)),
    )
