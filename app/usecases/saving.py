"""Writing a record whole: a new one, or what stands in one that is there."""

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from app.model.change import Change
from app.model.ids import RecordId
from app.model.record import Body
from app.usecases.ports import Notebook

BodyT = TypeVar("BodyT", bound=Body)


def add(
    notebook: Notebook, body: Body, *, by: RecordId, session: RecordId | None, called: str
) -> Change:
    """Write a new record; ``called`` is what the change is called where it can be undone."""
    with notebook.unit_of_work() as work:
        work.records.add(body, by=by, session=session)
        return work.commit(called)


def revise(
    notebook: Notebook,
    record: RecordId,
    kind: type[BodyT],
    changes: Mapping[str, Any],
    *,
    by: RecordId,
    session: RecordId | None,
    called: str,
) -> Change:
    """Write some fields of a record anew; writing what stands there already changes nothing.

    Raises:
        NotFoundError: there is no such record.
        NotAllowedError: the rules of the record do not take it.

    """
    with notebook.unit_of_work() as work:
        now = work.records.get(record, kind)
        body = msgspec.structs.replace(now.body, **changes)
        if body == now.body:
            return Change()
        work.records.revise(record, body, by=by, session=session)
        return work.commit(called)
