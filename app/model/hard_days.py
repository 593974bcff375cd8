"""A hard day, told by the person first (domain record D13)."""

import datetime
from typing import Annotated, Literal

from app.model import shape
from app.model.ids import RecordId
from app.model.record import Body, Facets, Value
from app.model.shape import Names, PersonRef, SessionRef, StatementRef, Words

RestrictionRef = Annotated[RecordId, Names(("restrictions",))]


class Safeguarding(Value, frozen=True, kw_only=True, omit_defaults=True):
    """That somebody thought about harm, and what the person wants. No threshold is applied (R9).

    Attributes:
        considered: a manager thought about it; what follows is theirs to decide and stands
            elsewhere.

    """

    considered: bool = False
    raised_on: datetime.date | None = None
    what_person_wants: Words = ""


class HardDay(Body, frozen=True, kw_only=True, omit_defaults=True):
    """What happened, what it may have been telling us, what helped and what changes.

    Attributes:
        account: what the person told, their own words before all others'.
        others_account: what others saw.
        before: what was happening before.
        telling_us: what we think it was telling us, each sentence with how sure we are.

    """

    person: PersonRef
    on: datetime.date | None = None
    time_band: Literal["morning", "midday", "afternoon", "evening", "night"] | None = None
    place: Words = ""
    pinch_point: (
        Literal[
            "waking", "meal", "medication", "personal_care", "going_out", "transport", "handover",
            "staff_change", "shared_space", "visitors", "bedtime", "other",
        ]
        | None
    ) = None  # fmt: skip
    account: tuple[StatementRef, ...] = ()
    others_account: tuple[StatementRef, ...] = ()
    before: tuple[StatementRef, ...] = ()
    telling_us: tuple[StatementRef, ...] = ()
    helped: tuple[StatementRef, ...] = ()
    made_worse: tuple[StatementRef, ...] = ()
    next_time: tuple[StatementRef, ...] = ()
    limit_used: Literal["yes", "no", "not_sure"] | None = None
    limits: tuple[RestrictionRef, ...] = ()
    harm: tuple[Literal["none", "person", "other", "property"], ...] = ()
    safe_now: Literal["yes", "not_sure", "no"] | None = None
    safeguarding: Safeguarding = Safeguarding()
    plan_lines: tuple[StatementRef, ...] = ()
    debrief_person_on: datetime.date | None = None
    debrief_staff_on: datetime.date | None = None
    severity: Literal["small", "medium", "big"] | None = None
    session: SessionRef | None = None
    moment: str = ""

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A hard day belongs to a person."""
        return Facets(person=self.person, session=self.session, words=shape.words(self))
