"""What is true now of each record, worked out from its revisions.

:func:`standing` says it for a set of revisions, whatever their order; :func:`after` says what one
more revision makes of it, which is all that has to be done while people talk. Both must agree: a
property test writes at random and compares.
"""

import dataclasses
import datetime
import itertools
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, delete, insert, select, update

from app.model.ids import RecordId, RevisionId
from app.model.record import Body, Revision, heads
from app.store import revisions, schema, search
from app.store.revisions import ids_from_text, ids_to_text, time_to_text

_table = schema.current
COLUMNS = tuple(column for column in _table.c if column.name not in {"number", "body"})
"""What there is to know of a record; ``number`` only ties it to the full-text index, and triggers
keep ``body``."""

_AT_ONCE = 500

_INSERT = insert(_table)
_UPDATE = (
    update(_table)
    .where(_table.c.record == bindparam("which"))
    .values({column.name: bindparam(column.name) for column in COLUMNS})
)
_ONE = select(*COLUMNS).where(_table.c.record == bindparam("which"))
_ALL = select(*COLUMNS).order_by(_table.c.record)
_KINDS = """WITH RECURSIVE each (kind) AS (
    SELECT min(kind) FROM current
    UNION ALL
    SELECT (SELECT min(kind) FROM current WHERE kind > each.kind) FROM each WHERE kind IS NOT NULL
) SELECT kind FROM each WHERE kind IS NOT NULL"""
"""From one kind to the next by the index: a plain DISTINCT would read all of it."""

_OTHER_BODIES = (
    select(_table.c.record)
    .join_from(_table, schema.revision, _table.c.revision == schema.revision.c.id)
    .where(_table.c.body != schema.revision.c.body)
    .limit(1)
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is true now of one record, without its body. The fields are the table's columns."""

    record: RecordId
    kind: str
    revision: RevisionId
    others: tuple[RevisionId, ...]
    first: RevisionId
    version: int
    created_at: datetime.datetime
    created_by: RecordId
    changed_at: datetime.datetime
    changed_by: RecordId
    withdrawn: bool
    person: RecordId | None
    session: RecordId | None
    section: str
    words: str

    @property
    def heads(self) -> tuple[RevisionId, ...]:
        """The revisions on which no other is based, the latest first."""
        return (self.revision, *self.others)


def standing(history: tuple[Revision[Body], ...]) -> Standing:
    """What a record's revisions come to.

    Args:
        history: all of them, sorted by identifier, at least one.

    """
    first = next((each for each in history if not each.based_on), history[0])
    latest, *others = heads(history)
    return Standing(
        first=first.id,
        version=len(history),
        created_at=first.at,
        created_by=first.by,
        others=tuple(each.id for each in others),
        **_said_by(latest),
    )


def after(before: Standing | None, revision: Revision[Body]) -> Standing:
    """What one more revision makes of a record; ``before`` is None for its first."""
    if before is None:
        return standing((revision,))
    left = (head for head in before.heads if head not in revision.based_on)
    latest, *others = sorted((*left, revision.id), reverse=True)
    grown = dataclasses.replace(before, others=tuple(others), version=before.version + 1)
    if latest != revision.id:
        return grown
    return dataclasses.replace(grown, **_said_by(revision))


def load(connection: Connection, record: RecordId) -> Standing | None:
    """What is true now of a record, or None if there is no such record."""
    row = connection.execute(_ONE, {"which": record}).mappings().first()
    return None if row is None else from_row(row)


def save(connection: Connection, *standings: Standing, new: bool) -> None:
    """Write what is true now of records, all of them new or none."""
    if new:
        connection.execute(_INSERT, [_to_row(now) for now in standings])
    else:
        connection.execute(_UPDATE, [_to_row(now) | {"which": now.record} for now in standings])


def rebuild(connection: Connection) -> None:
    """Make the read model and the full-text index anew from the revisions."""
    # The index first: rows can only be taken out of an index that agrees with them.
    connection.exec_driver_sql("INSERT INTO found (found) VALUES ('rebuild')")
    connection.execute(delete(_table))
    made = (standing(history) for history in revisions.by_record(connection))
    while some := tuple(itertools.islice(made, _AT_ONCE)):
        save(connection, *some, new=True)


def agrees(connection: Connection) -> bool:
    """Whether the read model is what :func:`rebuild` would make of it."""
    if connection.execute(_OTHER_BODIES).first() is not None:
        return False
    # Both go by record, so that one of each is held at a time, however large the notebook is.
    kept = connection.execute(_ALL).mappings()
    return all(
        row is not None and history is not None and from_row(row) == standing(history)
        for row, history in itertools.zip_longest(kept, revisions.by_record(connection))
    )


def kinds(connection: Connection) -> frozenset[str]:
    """Which kinds of records there are, whether this program knows them or not."""
    return frozenset(connection.exec_driver_sql(_KINDS).scalars())


def from_row(row: RowMapping) -> Standing:
    """A row of ``current``."""
    return Standing(
        record=row["record"],
        kind=row["kind"],
        revision=row["revision"],
        others=ids_from_text(row["others"]),
        first=row["first"],
        version=row["version"],
        created_at=datetime.datetime.fromisoformat(row["created_at"]),
        created_by=row["created_by"],
        changed_at=datetime.datetime.fromisoformat(row["changed_at"]),
        changed_by=row["changed_by"],
        withdrawn=bool(row["withdrawn"]),
        person=row["person"],
        session=row["session"],
        section=row["section"],
        words=row["words"],
    )


def _to_row(now: Standing) -> dict[str, Any]:
    row = dataclasses.asdict(now)
    return row | {
        "others": ids_to_text(now.others),
        "created_at": time_to_text(now.created_at),
        "changed_at": time_to_text(now.changed_at),
        "withdrawn": int(now.withdrawn),
    }


def _said_by(latest: Revision[Body]) -> dict[str, Any]:
    """What the revision that counts says."""
    facets = latest.body.facets(latest.record)
    return {
        "record": latest.record,
        "kind": latest.kind,
        "revision": latest.id,
        "changed_at": latest.at,
        "changed_by": latest.by,
        "withdrawn": latest.withdrawn,
        "person": facets.person,
        "session": facets.session,
        "section": facets.section,
        "words": search.folded(facets.words),
    }
