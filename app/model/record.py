"""Records and their revisions: the one mechanism that keeps everything people say and decide.

A record is a person, a sentence, a session. Each change to it is a new, immutable revision that
names the revisions it is based on. Nothing is overwritten.
"""

import dataclasses
import datetime
from typing import Generic, TypeVar

import msgspec

from app.model.ids import RecordId, RevisionId


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A frozen value that is part of a body; unknown fields are refused when it is read."""


class Facets(msgspec.Struct, frozen=True, kw_only=True):
    """What lists and searches need of a body without reading it.

    Attributes:
        person: whose record it is; None only for a record that belongs to no one person.
        session: the session in which it was said.
        section: the plan's section.
        words: what a search looks through.

    """

    person: RecordId | None = None
    session: RecordId | None = None
    section: str = ""
    words: str = ""


class Body(Value, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What one revision of a record says. Each kind of record has one subclass."""

    def facets(self, record: RecordId) -> Facets:
        """What lists and searches need. ``record`` is the identifier of this body's record."""
        raise NotImplementedError(record)


BodyT = TypeVar("BodyT", bound=Body)
BodyT_co = TypeVar("BodyT_co", bound=Body, covariant=True)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Revision(Generic[BodyT_co]):
    """One immutable version of a record.

    Attributes:
        based_on: the revisions it replaces: none for the first, several where views are settled.
        session: the session it was made in, if any.
        by: the supporter or person who wrote it.
        device: a name of the device it was written on.
        at: when, in UTC.
        schema: the version of the body's form.
        withdrawn: whether the record is hidden from now on.

    """

    id: RevisionId
    record: RecordId
    kind: str
    based_on: tuple[RevisionId, ...]
    session: RecordId | None
    by: RecordId
    device: str
    at: datetime.datetime
    schema: int
    withdrawn: bool
    body: BodyT_co


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Record(Generic[BodyT_co]):
    """What is true now of one record.

    Attributes:
        revision: the revision that says so.
        others: revisions that say otherwise and have not been settled (a difference of views).
        version: how many revisions led here, 1 for a record that was never changed.

    """

    id: RecordId
    kind: str
    revision: RevisionId
    others: tuple[RevisionId, ...]
    version: int
    created_at: datetime.datetime
    created_by: RecordId
    changed_at: datetime.datetime
    changed_by: RecordId
    session: RecordId | None
    withdrawn: bool
    body: BodyT_co


def heads(revisions: tuple[Revision[BodyT], ...]) -> tuple[Revision[BodyT], ...]:
    """The revisions of one record on which no other is based, the latest first.

    More than one is a difference of views: shown side by side, never merged (rule R6).
    """
    replaced = {old for revision in revisions for old in revision.based_on}
    ends = (revision for revision in revisions if revision.id not in replaced)
    return tuple(sorted(ends, key=lambda revision: revision.id, reverse=True))
