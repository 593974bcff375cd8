"""The records of one notebook, within one unit of work (``app.usecases.ports.Records``)."""

import datetime
from typing import Any, TypeVar, cast

from sqlalchemy import INTEGER, TEXT, Connection, RowMapping, Select, bindparam, or_, select

from app.model.change import Change, Touched
from app.model.errors import NotFoundError
from app.model.ids import (
    RecordId,
    RevisionId,
    first_made_at,
    new_record_id,
    new_revision_id,
)
from app.model.kinds import SCHEMA, kind_of
from app.model.record import Body, Record, Revision
from app.model.wording import N_
from app.store import lately, read_model, revisions, schema, search
from app.store.read_model import Standing

BodyT = TypeVar("BodyT", bound=Body)

_current, _found = schema.current, schema.found
_WHOLE = select(*read_model.COLUMNS, _current.c.body)
_ONE = _WHOLE.where(_current.c.record == bindparam("which"))
_MATCHING = (
    _WHOLE.join_from(_found, _current, _current.c.number == _found.c.rowid)
    .where(_found.c.found.op("MATCH")(bindparam("query")))
    .where(or_(bindparam("whose", type_=TEXT).is_(None), _current.c.person == bindparam("whose")))
    .where(_current.c.withdrawn == 0)
    .order_by(_found.c.rowid.desc())
    .limit(bindparam("most", type_=INTEGER))
)
"""The index is walked from its newest end and left when there are enough: any ranking would have
to weigh every match first, and a common word has hundreds of thousands."""

_ALL_OF_THEM = -1


class NotebookRecords:
    """Reads and writes records through one connection."""

    def __init__(self, connection: Connection, *, device: str) -> None:
        self._connection = connection
        self._device = device
        self._touched: dict[RecordId, Touched] = {}
        self._written: list[Revision[Body]] = []
        self._kinds: set[str] = set()
        self._lately = lately.of(connection)

    @property
    def written(self) -> tuple[Revision[Body], ...]:
        """Every revision that was written so far, in their order."""
        return tuple(self._written)

    def change(self) -> Change:
        """What was written so far, each record once, in the order of its last writing."""
        return Change(tuple(self._touched.values()))

    def add(
        self,
        body: BodyT,
        *,
        by: RecordId,
        session: RecordId | None = None,
        record: RecordId | None = None,
        at: datetime.datetime | None = None,
    ) -> Record[BodyT]:
        """Write the first revision of a new record.

        Raises:
            ValueError: a record of this identifier exists, or ``at`` has no time zone.
            msgspec.ValidationError: the body holds what its type does not allow.

        """
        record = record or new_record_id()
        if read_model.load(self._connection, record) is not None:
            raise ValueError("there is a record of this identifier already")
        first = self._revision(record, body, based_on=(), by=by, session=session, at=at)
        return self._write(None, first)

    def revise(
        self,
        record: RecordId,
        body: BodyT,
        *,
        by: RecordId,
        session: RecordId | None = None,
        at: datetime.datetime | None = None,
        based_on: tuple[RevisionId, ...] | None = None,
        withdrawn: bool = False,
    ) -> Record[BodyT]:
        """Write a further revision.

        Args:
            based_on: the revisions it replaces; all that stand now if left out, which settles
                a difference of views. Revisions left out of it stand on as ``Record.others``.

        Raises:
            NotFoundError: there is no such record.
            ValueError: the body is of another kind than the record, ``based_on`` names no
                revision of it, or ``at`` has no time zone.
            msgspec.ValidationError: the body holds what its type does not allow.

        """
        before = read_model.load(self._connection, record)
        if before is None:
            raise _no_such_record()
        if kind_of(body) != before.kind:
            raise ValueError(f"a {before.kind} cannot become a {kind_of(body)}")
        if based_on is None:
            based_on = before.heads
        elif not based_on or not {each.id for each in self.history(record)}.issuperset(based_on):
            raise ValueError("a revision is based on revisions of the same record")
        further = self._revision(
            record,
            body,
            based_on=based_on,
            by=by,
            session=session,
            at=at,
            withdrawn=withdrawn,
        )
        return self._write(before, further)

    def get(self, record: RecordId, kind: type[BodyT]) -> Record[BodyT]:
        """What is true now of one record, withdrawn or not.

        Raises:
            NotFoundError: there is none of this kind under this identifier.

        """
        row = self._connection.execute(_ONE, {"which": record}).mappings().first()
        if row is None or row["kind"] != kind_of(kind):
            raise _no_such_record()
        return cast("Record[BodyT]", _from_row(row))

    def find(
        self,
        kind: type[BodyT],
        *,
        person: RecordId | None = None,
        session: RecordId | None = None,
        section: str | None = None,
        since: datetime.datetime | None = None,
        withdrawn: bool = False,
    ) -> tuple[Record[BodyT], ...]:
        """The records of a kind, in the order in which they were first written.

        ``since`` leaves out those first written in this notebook before that time: they stand
        in their own stretch of the index, and are not read. ``withdrawn`` also gives those that
        were hidden.
        """
        name = kind_of(kind)

        def read() -> tuple[Record[Body], ...]:
            wanted = _wanted(name, person, session, section, since, withdrawn=withdrawn)
            return tuple(_from_row(row) for row in self._connection.execute(wanted).mappings())

        if name in self._kinds:  # what was written of it may never be committed
            return cast("tuple[Record[BodyT], ...]", read())
        return self._lately.find(name, person, session, section, since, withdrawn, read=read)

    def search(
        self, words: str, *, person: RecordId | None = None, most: int | None = 50
    ) -> tuple[Record[Body], ...]:
        """The records in which all these words (or beginnings of words) occur, newest first.

        Nothing typed is an operator; without any letter or digit nothing is found.

        Args:
            words: what was typed.
            person: whose records are looked through; everybody's if left out.
            most: how many are wanted; None for all of them.

        """
        query = search.query(words, person=person)
        if query is None:
            return ()
        asked = {
            "query": query,
            "whose": person,
            "most": _ALL_OF_THEM if most is None else most,
        }
        return tuple(
            _from_row(row) for row in self._connection.execute(_MATCHING, asked).mappings()
        )

    def history(self, record: RecordId) -> tuple[Revision[Body], ...]:
        """Every revision of a record, the first first; empty if there is no such record."""
        return revisions.of_record(self._connection, record)

    def _revision(
        self,
        record: RecordId,
        body: BodyT,
        *,
        based_on: tuple[RevisionId, ...],
        by: RecordId,
        session: RecordId | None,
        at: datetime.datetime | None,
        withdrawn: bool = False,
    ) -> Revision[BodyT]:
        if at is not None and at.tzinfo is None:
            raise ValueError("a time without its zone could be any time")
        kind = kind_of(body)
        return Revision(
            id=new_revision_id(),
            record=record,
            kind=kind,
            based_on=based_on,
            session=session,
            by=by,
            device=self._device,
            at=(at or datetime.datetime.now(datetime.UTC)).astimezone(datetime.UTC),
            schema=SCHEMA[kind],
            withdrawn=withdrawn,
            body=body,
        )

    def _write(self, before: Standing | None, revision: Revision[BodyT]) -> Record[BodyT]:
        self._kinds.add(revision.kind)
        self._lately.forget(revision.kind)
        now = read_model.after(before, revision)
        body = revisions.write(self._connection, revision)
        read_model.save(self._connection, now, new=before is None)
        self._written.append(revision)
        self._touched.pop(now.record, None)
        self._touched[now.record] = Touched(now.kind, now.record, now.person)
        return _record(now, body)


def _wanted(
    kind: str,
    person: RecordId | None,
    session: RecordId | None,
    section: str | None,
    since: datetime.datetime | None,
    *,
    withdrawn: bool,
) -> Select[Any]:
    wanted = _WHOLE.where(_current.c.kind == kind).order_by(_current.c.first)
    if person is not None:
        wanted = wanted.where(_current.c.person == person)
    if session is not None:
        wanted = wanted.where(_current.c.session == session)
    if section is not None:
        wanted = wanted.where(_current.c.section == section)
    if since is not None:
        wanted = wanted.where(_current.c.first >= first_made_at(since))
    return wanted if withdrawn else wanted.where(_current.c.withdrawn == 0)


def _no_such_record() -> NotFoundError:
    return NotFoundError(N_("That is not in this notebook. Please go back and choose again."))


def _from_row(row: RowMapping) -> Record[Body]:
    return _record(read_model.from_row(row), revisions.body_of(row["kind"], row["body"]))


def _record(now: Standing, body: BodyT) -> Record[BodyT]:
    return Record(
        id=now.record,
        kind=now.kind,
        revision=now.revision,
        others=now.others,
        version=now.version,
        created_at=now.created_at,
        created_by=now.created_by,
        changed_at=now.changed_at,
        changed_by=now.changed_by,
        session=now.session,
        withdrawn=now.withdrawn,
        body=body,
    )
