"""Who got what of a person's plan, and when: their own copies, and what others were given."""

import dataclasses
import datetime
from collections.abc import Iterable, Iterator, Mapping

from app.model.event import Event
from app.model.ids import EventId, RecordId
from app.model.record import Record
from app.model.sharing import CopyMade, How, SharedWith, SharingChoice
from app.model.sharing_rules import counts
from app.usecases.ports import Notebook, UnitOfWork
from app.usecases.sharing import Sharing, read_sharing

_TOGETHER = datetime.timedelta(seconds=2)
"""A copy and the line about it are written at once; a slow computer may take a moment."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Something that left the program, or that was shown on its screen.

    Attributes:
        on: the day.
        document: the name of the kind of document; empty for the plan on the screen.
        to: who got it; None for the person.
        name: what whoever got it is called, as far as that is known.
        came_back: when a paper copy came back.
        ended: the yes that it rests on was taken back, or is over.
        record: what is written about it; None for the person's own.

    """

    at: datetime.datetime
    on: datetime.date
    document: str
    how: How
    to: SharedWith | None = None
    name: str = ""
    came_back: datetime.date | None = None
    ended: bool = False
    record: RecordId | None = None

    @property
    def is_out(self) -> bool:
        """Whether somebody else still has it."""
        return self.to is not None and self.how in {"paper", "file"} and self.came_back is None


def copies(notebook: Notebook, *, person: RecordId, today: datetime.date) -> tuple[Copy, ...]:
    """Every copy, the last first.

    Args:
        notebook: the open notebook.
        person: whose plan it is.
        today: the day on which a yes counts or does not.

    Raises:
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        found = read_sharing(work, person)
        events = work.events.read(person=person)
    choices = {each.id: each.body for each in found.choices}
    given = (_given(each, found, choices, today) for each in found.copies if each.body.to)
    own = _own(events, found.person.body.preferred_name)
    return tuple(sorted((*given, *own), key=lambda each: each.at, reverse=True))


def _given(
    record: Record[CopyMade],
    found: Sharing,
    choices: Mapping[RecordId, SharingChoice],
    today: datetime.date,
) -> Copy:
    body = record.body
    rests = choices.get(body.choice) if body.choice is not None else None
    return Copy(
        at=record.created_at,
        on=body.on,
        document=body.document,
        how=body.how,
        to=body.to,
        name=found.name_of(body.to),
        came_back=body.collected_on,
        ended=rests is not None and not counts(rests, today),
        record=record.id,
    )


def _own(events: Iterable[Event], name: str) -> Iterator[Copy]:
    for each in events:
        if each.what == "printed" and each.for_whom == "person":
            on = each.at.astimezone().date()
            yield Copy(at=each.at, on=on, document=each.document, how="paper", name=name)


def readers(work: UnitOfWork, person: RecordId, events: Iterable[Event]) -> dict[EventId, str]:
    """Who got what these lines of the list are about, by name, as far as that is known.

    The list itself names nobody (:mod:`app.model.event`); a copy that was made at the same moment,
    of the same document, says who got it.
    """
    found = read_sharing(work, person)
    left = [each for each in found.copies if each.body.to is not None]
    named: dict[EventId, str] = {}
    for event in events:
        if event.what not in {"printed", "shared"} or event.for_whom in {"", "person"}:
            continue
        made = min(
            (each for each in left if each.body.document == event.document),
            key=lambda each: abs(each.created_at - event.at),
            default=None,
        )
        if made is not None and abs(made.created_at - event.at) <= _TOGETHER:
            left.remove(made)
            named[event.id] = found.name_of(made.body.to)
    return named
