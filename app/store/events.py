"""What was done with the notebook itself (``app.usecases.ports.Events``): only added to."""

import dataclasses
import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from app.model.event import Document, Event, ForWhom, What, refuse_words
from app.model.ids import EventId, RecordId, new_uuid7
from app.store import schema
from app.store.revisions import time_to_text

_table = schema.event
_ADD = insert(_table)
_LAST_FIRST = select(_table).order_by(_table.c.id.desc())


class NotebookEvents:
    """Reads and adds events through one connection."""

    def __init__(
        self, connection: Connection, *, worker: str, device: str, read_only: bool = False
    ) -> None:
        self._connection = connection
        self._read_only = read_only
        self._worker = worker
        self._device = device

    def note(
        self,
        what: What,
        *,
        person: RecordId | None = None,
        document: Document = "",
        for_whom: ForWhom = "",
    ) -> None:
        """Write down that something was done now; nothing where the notebook is only read.

        Raises:
            ValueError: something else than the name of a kind was to be written.

        """
        refuse_words(what=what, document=document, for_whom=for_whom)
        if self._read_only:
            return
        event = Event(
            id=EventId(new_uuid7()),
            at=datetime.datetime.now(datetime.UTC),
            what=what,
            worker=self._worker,
            device=self._device,
            person=person,
            document=document,
            for_whom=for_whom,
        )
        self._connection.execute(_ADD, to_row(event))

    def read(
        self,
        *,
        person: RecordId | None = None,
        before: EventId | None = None,
        latest: int | None = None,
    ) -> tuple[Event, ...]:
        """What was done, the first first; see :class:`app.usecases.ports.Events`."""
        asked = _LAST_FIRST.limit(latest)
        if person is not None:
            asked = asked.where(_table.c.person == person)
        if before is not None:
            asked = asked.where(_table.c.id < before)
        found = self._connection.execute(asked).mappings().all()
        return tuple(
            Event(
                id=EventId(row["id"]),
                at=datetime.datetime.fromisoformat(row["at"]),
                what=row["what"],
                worker=row["worker"],
                device=row["device"],
                person=row["person"],
                document=row["document"],
                for_whom=row["for_whom"],
            )
            for row in reversed(found)
        )


def to_row(event: Event) -> dict[str, Any]:
    """The row of ``event`` that keeps it."""
    return dataclasses.asdict(event) | {"at": time_to_text(event.at)}
