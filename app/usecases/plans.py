"""Reading a person's plan, and finding words in it."""

import datetime

import msgspec

from app.model.drawn import Circle, DayStory
from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.plan import Drawn, Plan, arrange
from app.model.record import Record
from app.model.sections import Sections
from app.model.statement import Statement
from app.model.translation import Translation
from app.usecases import circles, plan_cards, translated
from app.usecases.by_machine import Guarding
from app.usecases.ports import Notebook, UnitOfWork


def plan(
    notebook: Notebook,
    *,
    person: RecordId,
    sections: Sections,
    today: datetime.date,
    with_drawn: bool = False,
    guarding: Guarding | None = None,
) -> Plan:
    """The whole plan as it stands, drafts among it marked by their own field.

    Risks, rules and decisions stand in their sections as cards.

    Args:
        notebook: the open notebook.
        person: whose plan it is.
        sections: of the plan.
        today: the day of the reading.
        with_drawn: the people circle and the days that were told are in it too. They are for the
            person's own copy alone: what others may see is asked for each sentence (rule R7).
        guarding: says what only people translate (rule R12).

    Raises:
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        statements = work.records.find(Statement, person=person)
        return arrange(
            person=work.records.get(person, Person),
            supporters=work.records.find(Supporter, person=person),
            statements=statements,
            sections=sections,
            today=today,
            cards=plan_cards.cards(work, person=person, sections=sections),
            drawn=_drawn(work, person) if with_drawn else {},
            translated=translated.beside_all(
                work, person=person, statements=statements, guarding=guarding
            ),
        )


def _drawn(work: UnitOfWork, person: RecordId) -> dict[str, tuple[Drawn, ...]]:
    """The circle with the names of today, and every day that was told, by section."""
    around = {each.id: each.body for each in work.records.find(Supporter, person=person)}
    found: dict[str, tuple[Drawn, ...]] = {}
    records: tuple[Record[Circle] | Record[DayStory], ...] = (
        *work.records.find(Circle, person=person),
        *work.records.find(DayStory, person=person),
    )
    for each in sorted(records, key=lambda record: record.changed_at):
        body: Drawn = each.body
        if isinstance(body, Circle):
            body = msgspec.structs.replace(body, people=circles.as_known(body.people, around))
        section = body.facets(each.id).section
        found[section] = (*found.get(section, ()), body)
    return found


def search(notebook: Notebook, *, person: RecordId, words: str) -> tuple[Record[Statement], ...]:
    """The person's sentences in which these words occur, in any language, the newest first."""
    with notebook.unit_of_work() as work:
        found = work.records.search(words, person=person, most=None)
        said = {each.id: each for each in work.records.find(Statement, person=person)}
    names = (
        each.body.source if isinstance(each.body, Translation) and each.body.stands else each.id
        for each in found
    )
    return tuple(said[each] for each in dict.fromkeys(names) if each in said)
