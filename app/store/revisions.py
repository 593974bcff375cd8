"""Revisions, as rows: written once, read in the order in which they were made."""

import datetime
import itertools
from collections.abc import Iterator
from typing import Any, TypeVar, cast

import msgspec
from sqlalchemy import Connection, RowMapping, bindparam, insert, select

from app.model.errors import NotANotebookError
from app.model.ids import ActionId, RecordId, RevisionId
from app.model.kinds import read_body, write_body
from app.model.record import Body, Revision
from app.model.wording import N_
from app.store import schema

BodyT = TypeVar("BodyT", bound=Body)

_table = schema.revision
_INSERT = insert(_table)
_OF_RECORD = select(_table).where(_table.c.record == bindparam("which")).order_by(_table.c.id)
_OF_ACTION = (
    select(_table)
    .join_from(schema.action_revision, _table, schema.action_revision.c.revision == _table.c.id)
    .where(schema.action_revision.c.action == bindparam("which"))
    .order_by(_table.c.id)
)
_EVERY = select(_table).order_by(_table.c.record, _table.c.id)


class UnreadableBodyError(NotANotebookError):
    """A body in the file is not what its kind says. It quotes nothing of it."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "Something in this notebook is damaged and cannot be read. "
                "Please use your last backup, and keep this file."
            )
        )


def write(connection: Connection, revision: Revision[BodyT]) -> BodyT:
    """Add a revision.

    Returns:
        Its body as it will be read.

    Raises:
        msgspec.ValidationError: the body holds what its type does not allow.

    """
    row = to_row(revision)
    connection.execute(_INSERT, row)
    return cast("BodyT", read_body(revision.kind, row["body"]))


def to_row(revision: Revision[BodyT]) -> dict[str, Any]:
    """The row of ``revision`` that keeps it.

    Raises:
        msgspec.ValidationError: the body holds what its type does not allow.

    """
    return {
        "id": revision.id,
        "record": revision.record,
        "kind": revision.kind,
        "based_on": ids_to_text(revision.based_on),
        "session": revision.session,
        "by": revision.by,
        "device": revision.device,
        "at": time_to_text(revision.at),
        "schema": revision.schema,
        "withdrawn": int(revision.withdrawn),
        "body": write_body(revision.body),
    }


def of_record(connection: Connection, record: RecordId) -> tuple[Revision[Body], ...]:
    """Every revision of a record, the first first; empty if there is no such record.

    Raises:
        UnreadableBodyError: one of them is damaged.

    """
    rows = connection.execute(_OF_RECORD, {"which": record}).mappings()
    return tuple(_from_row(row) for row in rows)


def of_action(connection: Connection, action: ActionId) -> tuple[Revision[Body], ...]:
    """What an action wrote, in the order in which it was written.

    Raises:
        UnreadableBodyError: one of them is damaged.

    """
    rows = connection.execute(_OF_ACTION, {"which": action}).mappings()
    return tuple(_from_row(row) for row in rows)


def by_record(connection: Connection) -> Iterator[tuple[Revision[Body], ...]]:
    """The revisions of every record in turn, without holding more than one record.

    Raises:
        UnreadableBodyError: one of them is damaged.

    """
    rows = connection.execute(_EVERY).mappings()
    for _record, group in itertools.groupby(rows, key=lambda row: row["record"]):
        yield tuple(_from_row(row) for row in group)


def body_of(kind: str, data: bytes) -> Body:
    """A body as it was written.

    Raises:
        UnreadableBodyError: it is damaged, or of a kind this program does not know.

    """
    try:
        return read_body(kind, data)
    except (msgspec.DecodeError, KeyError, UnicodeDecodeError):
        raise UnreadableBodyError from None  # the cause could quote what was said


def time_to_text(at: datetime.datetime) -> str:
    """ISO 8601 in UTC with microseconds, which sorts as time does."""
    return at.astimezone(datetime.UTC).isoformat(timespec="microseconds")


def ids_to_text(ids: tuple[RevisionId, ...]) -> str:
    """A JSON list."""
    return msgspec.json.encode(ids).decode()


def ids_from_text(text: str) -> tuple[RevisionId, ...]:
    """What :func:`ids_to_text` wrote."""
    return msgspec.json.decode(text, type=tuple[RevisionId, ...])


def _from_row(row: RowMapping) -> Revision[Body]:
    return Revision(
        id=row["id"],
        record=row["record"],
        kind=row["kind"],
        based_on=ids_from_text(row["based_on"]),
        session=row["session"],
        by=row["by"],
        device=row["device"],
        at=datetime.datetime.fromisoformat(row["at"]),
        schema=row["schema"],
        withdrawn=bool(row["withdrawn"]),
        body=body_of(row["kind"], row["body"]),
    )
