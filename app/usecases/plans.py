"""Reading a person's plan, and finding words in it."""

import datetime

from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.plan import Plan, arrange
from app.model.record import Record
from app.model.sections import Sections
from app.model.statement import Statement
from app.usecases import plan_cards
from app.usecases.ports import Notebook


def plan(notebook: Notebook, *, person: RecordId, sections: Sections, today: datetime.date) -> Plan:
    """The whole plan as it stands, drafts among it marked by their own field.

    Risks, rules and decisions stand in their sections as cards.

    Raises:
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        return arrange(
            person=work.records.get(person, Person),
            supporters=work.records.find(Supporter, person=person),
            statements=work.records.find(Statement, person=person),
            sections=sections,
            today=today,
            cards=plan_cards.cards(work, person=person, sections=sections),
        )


def search(notebook: Notebook, *, person: RecordId, words: str) -> tuple[Record[Statement], ...]:
    """The person's sentences in which these words occur, the newest first."""
    with notebook.unit_of_work() as work:
        found = work.records.search(words, person=person, most=None)
    return tuple(each for each in found if isinstance(each.body, Statement))  # type: ignore[misc]
