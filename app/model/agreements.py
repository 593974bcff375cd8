"""Agreeing a plan or not, an advocate's look at it, and four plus one (domain records of D16)."""

import datetime
from typing import Literal

from app.model import shape
from app.model.ids import PictureRef, RecordId
from app.model.record import Body, Facets, Value
from app.model.shape import CircleRef, PersonRef, SessionRef, StatementRef, Words


class PlanAgreement(Body, frozen=True, kw_only=True, omit_defaults=True):
    """What the person says to their plan as a whole, with the parts they leave open.

    Attributes:
        how: how they said it. A signature of staff never stands in for it.
        not_agreed: the sections they do not agree with, or leave open.
        representative: who agreed for them, where the law gives somebody that power.

    """

    person: PersonRef
    on: datetime.date
    agrees: Literal["yes", "part", "no", "not_today", "dont_know", "dont_want_to_say"]
    how: Literal["said", "signed", "mark", "photo", "thumb", "recorded", "pressed"] = "pressed"
    mark: PictureRef | None = None
    not_agreed: tuple[str, ...] = ()
    words: tuple[StatementRef, ...] = ()
    representative: CircleRef | None = None
    session: SessionRef | None = None
    moment: str = ""

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """An agreement belongs to a person."""
        return Facets(person=self.person, session=self.session, words=shape.words(self))


class MarkedLine(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What a person said to their advocate about one line, in private."""

    statement: StatementRef
    mark: Literal["yes", "no", "unsure"]
    note: Words = ""


class Query(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A question of the advocate, answered with a date.

    Attributes:
        asked_by: who wrote the question down: the advocate, or somebody with the notebook open.
        asked_on: the day of the question; a question without one is as old as the look itself.

    """

    text: Words
    about: StatementRef | None = None
    asked_by: CircleRef | None = None
    asked_on: datetime.date | None = None
    reply: Words = ""
    replied_by: CircleRef | None = None
    reply_on: datetime.date | None = None
    reply_due: datetime.date | None = None


class FormalReport(Value, frozen=True, kw_only=True, omit_defaults=True):
    """That an advocate sent a report to the council, which must meet them and answer.

    Attributes:
        written_by: who wrote these days down last, and ``written_on`` on which day.

    """

    sent_on: datetime.date
    meeting_on: datetime.date | None = None
    reply_due: datetime.date | None = None
    reply_on: datetime.date | None = None
    written_by: CircleRef | None = None
    written_on: datetime.date | None = None


class AdvocateReview(Body, frozen=True, kw_only=True, omit_defaults=True):
    """An advocate's look at the plan, with the person, in private.

    Attributes:
        private_time: they had time together without staff.
        out_at: when the keyworker went out, in UTC, and ``back_at`` when they were asked in again.

    """

    person: PersonRef
    advocate: CircleRef
    on: datetime.date
    private_time: bool = False
    out_at: datetime.datetime | None = None
    back_at: datetime.datetime | None = None
    lines: tuple[MarkedLine, ...] = ()
    queries: tuple[Query, ...] = ()
    formal_report: FormalReport | None = None
    ended_on: datetime.date | None = None

    @property
    def minutes_out(self) -> int | None:
        """For how long they were alone; None while nobody has come back, or nobody went out."""
        if self.out_at is None or self.back_at is None:
            return None
        return max(0, round((self.back_at - self.out_at).total_seconds() / 60))

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A review belongs to a person."""
        return Facets(person=self.person, words=shape.words(self))


class FourPlusOne(Body, frozen=True, kw_only=True, omit_defaults=True):
    """What we tried, learned, are pleased and worried about, and what comes next.

    Attributes:
        about: the sentence that is not working.

    """

    person: PersonRef
    about: StatementRef | None = None
    tried: tuple[StatementRef, ...] = ()
    learned: tuple[StatementRef, ...] = ()
    pleased: tuple[StatementRef, ...] = ()
    worried: tuple[StatementRef, ...] = ()
    next: tuple[StatementRef, ...] = ()
    session: SessionRef | None = None
    moment: str = ""

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """Four plus one belongs to a person."""
        return Facets(person=self.person, session=self.session, words=shape.words(self))


class RowCheck(Body, frozen=True, kw_only=True, omit_defaults=True):
    """Whether a row of the communication chart was right, in a week of trying it out.

    Attributes:
        statement: the row.
        seen_by: who saw it. The person answers what they think of it in the row itself.

    """

    person: PersonRef
    statement: StatementRef
    on: datetime.date
    result: Literal["right", "wrong", "new"]
    seen_by: CircleRef | None = None
    note: Words = ""
    session: SessionRef | None = None
    moment: str = ""

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A check belongs to a person and stands with how they communicate."""
        return Facets(
            person=self.person,
            session=self.session,
            section="communication",
            words=shape.words(self),
        )
