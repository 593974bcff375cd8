"""The list of what was done with a notebook itself, which is only added to."""

from app.model.event import Document, Event, ForWhom, What
from app.model.ids import EventId, RecordId
from app.usecases.ports import Notebook


def note(
    notebook: Notebook,
    *,
    what: What,
    person: RecordId | None = None,
    document: Document = "",
    for_whom: ForWhom = "",
) -> None:
    """Write down that something was done now, by whoever has the notebook open.

    Raises:
        ValueError: something else than the name of a kind was to be written.

    """
    with notebook.unit_of_work() as work:
        work.events.note(what, person=person, document=document, for_whom=for_whom)
        work.commit()


def read(
    notebook: Notebook,
    *,
    person: RecordId | None = None,
    before: EventId | None = None,
    latest: int | None = None,
) -> tuple[Event, ...]:
    """What was done, the first first; with one person's plan alone if one is named.

    Of many lines, only the ``latest`` so many, or so many ``before`` one of them.
    """
    with notebook.unit_of_work() as work:
        return work.events.read(person=person, before=before, latest=latest)
