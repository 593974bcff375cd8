"""What can be undone, in one notebook (``app.usecases.ports.Actions``).

An action is done, or it was taken back; which, its last undoing or redoing says. What was taken
back before a newer action was done cannot be done again.
"""

import dataclasses
import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, and_, bindparam, func, insert, select
from sqlalchemy.sql import ColumnElement

from app.model.action import Action
from app.model.ids import ActionId, RecordId, RevisionId, new_uuid7
from app.model.record import Body, Revision
from app.store import revisions, schema
from app.store.revisions import time_to_text

_table, _link = schema.action, schema.action_revision
_done = _table.alias("done")
_undoing = _table.alias("undoing")
_later = _table.alias("later")


def _newest(column: ColumnElement[Any], of: ColumnElement[Any]) -> Any:
    """The last action that took this one back (or did it again), as text to compare."""
    newest = select(func.max(_later.c.id)).where(column == of).scalar_subquery()
    return func.coalesce(newest, "")


_NEXT_UNDO = (
    select(_done)
    .where(_done.c.person == bindparam("whose"))
    .where(and_(_done.c.undoes.is_(None), _done.c.redoes.is_(None)))
    .where(_newest(_later.c.undoes, _done.c.id) <= _newest(_later.c.redoes, _done.c.id))
    .order_by(_done.c.id.desc())
    .limit(1)
)
_LAST_DONE = (
    select(func.max(_done.c.id))
    .where(_done.c.person == bindparam("whose"))
    .where(and_(_done.c.undoes.is_(None), _done.c.redoes.is_(None)))
    .scalar_subquery()
)
_NEXT_REDO = (
    select(_done)
    .join_from(_undoing, _done, _undoing.c.undoes == _done.c.id)
    .where(_undoing.c.person == bindparam("whose"))
    .where(_undoing.c.undoes.is_not(None))
    .where(_undoing.c.id > _LAST_DONE)
    .where(_undoing.c.id > _newest(_later.c.redoes, _undoing.c.undoes))
    .order_by(_undoing.c.id.desc())
    .limit(1)
)
_OF_RECORD = (
    select(_link.c.revision, _table)
    .join_from(_link, _table, _link.c.action == _table.c.id)
    .join(schema.revision, schema.revision.c.id == _link.c.revision)
    .where(schema.revision.c.record == bindparam("which"))
)
_ADD, _ADD_LINK = insert(_table), insert(_link)


class NotebookActions:
    """Reads actions through one connection, and names what was written through it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_undo(self, *, person: RecordId) -> Action | None:
        """The last thing done about this person that was not taken back."""
        return self._one(_NEXT_UNDO, person)

    def next_redo(self, *, person: RecordId) -> Action | None:
        """The last thing taken back, unless something new was done since."""
        return self._one(_NEXT_REDO, person)

    def written(self, action: ActionId) -> tuple[Revision[Body], ...]:
        """The revisions that an action wrote, in their order."""
        return revisions.of_action(self._connection, action)

    def of_record(self, record: RecordId) -> dict[RevisionId, Action]:
        """The action that wrote each revision of a record, where one did."""
        rows = self._connection.execute(_OF_RECORD, {"which": record}).mappings()
        return {row["revision"]: _from_row(row) for row in rows}

    def add(
        self,
        name: str,
        written: tuple[Revision[Body], ...],
        *,
        person: RecordId,
        undoes: ActionId | None,
        redoes: ActionId | None,
    ) -> None:
        """Name what was written in this unit of work."""
        action = Action(
            id=ActionId(new_uuid7()),
            name=name,
            by=written[-1].by,
            at=datetime.datetime.now(datetime.UTC),
            person=person,
            session=next((each.session for each in written if each.session), None),
            undoes=undoes,
            redoes=redoes,
        )
        self._connection.execute(_ADD, to_row(action))
        self._connection.execute(
            _ADD_LINK, [{"revision": each.id, "action": action.id} for each in written]
        )

    def _one(self, query: Any, person: RecordId) -> Action | None:
        row = self._connection.execute(query, {"whose": person}).mappings().first()
        return None if row is None else _from_row(row)


def to_row(action: Action) -> dict[str, Any]:
    """The row of ``action`` that keeps it."""
    return dataclasses.asdict(action) | {"at": time_to_text(action.at)}


def _from_row(row: RowMapping) -> Action:
    return Action(
        id=row["id"],
        name=row["name"],
        by=row["by"],
        at=datetime.datetime.fromisoformat(row["at"]),
        person=row["person"],
        session=row["session"],
        undoes=row["undoes"],
        redoes=row["redoes"],
    )
