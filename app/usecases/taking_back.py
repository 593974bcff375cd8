"""Taking one person back into the notebook from a backup of it."""

import datetime

from app.model.change import Change
from app.model.errors import NotAllowedError
from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.sections import Sections
from app.model.wording import N_
from app.usecases import events
from app.usecases.planfile import export_plan, import_plan
from app.usecases.ports import Notebook


def missing(backup: Notebook, notebook: Notebook) -> tuple[Record[Person], ...]:
    """Whom the backup has, and the notebook has nothing of: those who can be taken back."""
    with backup.unit_of_work() as work:
        found = work.records.find(Person)
    with notebook.unit_of_work() as work:
        return tuple(each for each in found if not work.records.history(each.id))


def take_back(
    backup: Notebook,
    notebook: Notebook,
    *,
    person: RecordId,
    sections: Sections,
    at: datetime.datetime,
) -> Change:
    """Take in the plan of somebody who is not in the notebook, as it was in the backup.

    It goes the way of a plan file: everything comes with every earlier version, who wrote it and
    when, and so do words that nobody has finished. What was hidden stays hidden, and nothing of
    it can be undone.

    Args:
        backup: opened to look into.
        notebook: open, to write.
        person: as the backup calls them.
        sections: of a plan.
        at: now.

    Raises:
        NotAllowedError: the person is in the notebook. Nothing of theirs was lost there: every
            earlier word is in their history, and what stands must not be overwritten.
        NotFoundError: the backup has no such person.
        BadPlanFileError: another part of the plan is in the notebook.

    """
    with notebook.unit_of_work() as work:
        if work.records.history(person):
            raise NotAllowedError(
                N_(
                    "This person is in the notebook, with everything that was ever written. "
                    "Nothing was taken from the backup. Earlier words are in the history."
                )
            )
    with backup.unit_of_work() as work:
        work.records.get(person, Person)
    data = export_plan(backup, person=person, at=at)
    change = import_plan(notebook, data=data, sections=sections)
    events.note(notebook, what="restored", person=person, document="backup")
    return change
