"""How names are said: the spelling in which a voice says each name right, as people taught it."""

import msgspec

from app.model import text
from app.model.change import Change
from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.record import Record
from app.model.wording import N_
from app.usecases.ports import Notebook

Named = Record[Person] | Record[Supporter]


def named(notebook: Notebook, *, person: RecordId) -> tuple[Named, ...]:
    """The person, then everybody around them who has not left.

    Raises:
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        whose = work.records.get(person, Person)
        around = work.records.find(Supporter, person=person)
    return (whose, *(each for each in around if each.body.left_on is None))


def name_of(each: Named) -> str:
    """The name that is shown."""
    body = each.body
    return body.preferred_name if isinstance(body, Person) else body.name


def taught(notebook: Notebook, *, person: RecordId) -> dict[str, str]:
    """Each name that is said otherwise than a voice would, and how it is spelt for the voice."""
    names: dict[str, str] = {}
    for each in named(notebook, person=person):
        for name, said in sounds(name_of(each), each.body.said_as).items():
            names.setdefault(name, said)
    return names


def sounds(name: str, said_as: str) -> dict[str, str]:
    """A name and its spelling, and those of its parts where there are as many of both.

    Plans mostly use the first name alone: of "Niamh Byrne" as "Neev Burn", "Niamh" is "Neev".
    """
    if not said_as.strip():
        return {}
    parts, spelt = name.split(), said_as.split()
    found = {name: said_as}
    if len(parts) == len(spelt):
        pairs = zip(parts, spelt, strict=True)
        found |= {part: said for part, said in pairs if part != said}
    return found


def teach(
    notebook: Notebook, *, person: RecordId, record: RecordId, said_as: str, by: RecordId
) -> Change:
    """Keep how a name is said; empty for as it is written. Nothing is written if it was so.

    Args:
        notebook: the open notebook.
        person: whose plan it is.
        record: the person, or somebody around them.
        said_as: the spelling in which a voice says it right.
        by: who writes it.

    Raises:
        BadWordsError: it is far too long.

    """
    said = text.name(said_as) if said_as.strip() else ""
    with notebook.unit_of_work() as work:
        now: Named = (
            work.records.get(record, Person)
            if record == person
            else work.records.get(record, Supporter)
        )
        if now.body.said_as == said:
            return Change()
        work.records.revise(record, msgspec.structs.replace(now.body, said_as=said), by=by)
        return work.commit(N_("how a name is said"))
