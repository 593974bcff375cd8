"""One sentence of a plan with everything that goes with it, read in one go."""

import dataclasses

from app.model import shape
from app.model.errors import NotFoundError
from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.record import Record
from app.model.statement import Statement
from app.model.translation import Translated
from app.model.wording import N_
from app.usecases import translated
from app.usecases.by_machine import Guarding
from app.usecases.ports import Notebook


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, whose words it is, and what the person replied to it.

    Attributes:
        reply: the person's reply, if it is somebody else's sentence and they gave one.
        easy_by: the name of who put it in easier words.
        translated: the same in other languages.
        recorded: there is a recording of it in this notebook, of this version or one before.

    """

    person: Record[Person]
    statement: Record[Statement]
    said_by: str
    scribed_by: str
    reply: Record[Statement] | None
    easy_by: str = ""
    translated: tuple[Translated, ...] = ()
    recorded: bool = False


def sentence(
    notebook: Notebook, *, statement: RecordId, guarding: Guarding | None = None
) -> Sentence:
    """Read one sentence.

    Args:
        notebook: the open notebook.
        statement: the sentence.
        guarding: says what only people translate (rule R12).

    Raises:
        NotFoundError: there is no such sentence, or it was taken out.

    """
    with notebook.unit_of_work() as work:
        record = work.records.get(statement, Statement)
        if record.withdrawn:
            raise NotFoundError(N_("This sentence was taken out of the plan."))
        body = record.body
        names = {
            each.id: each.body.name for each in work.records.find(Supporter, person=body.person)
        }
        replies = [
            each
            for each in work.records.find(Statement, person=body.person)
            if each.body.answer_to is not None and each.body.answer_to.statement == statement
        ]
        return Sentence(
            person=work.records.get(body.person, Person),
            statement=record,
            said_by=names.get(body.said_by, "") if body.said_by else "",
            scribed_by=names.get(body.scribed_by, "") if body.scribed_by else "",
            reply=replies[-1] if replies else None,
            easy_by=names.get(body.easy_by, "") if body.easy_by else "",
            translated=translated.beside(work, record, guarding=guarding),
            recorded=any(
                work.media.sound(ref) is not None
                for each in work.records.history(statement)
                for ref in shape.sounds(each.body)
            ),
        )
