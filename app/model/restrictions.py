"""Rules and limits on a person, made visible, dated and challengeable (domain record D9).

The program works out no deprivation of liberty and no threshold (rule R9). What it does work out
is whether the record of a limit is complete: one that is not is still kept, shown first and
counted, because refusing it would hide a limit that is really in place (rule R10).
"""

import datetime
from typing import Literal

from app.model import shape
from app.model.errors import NotWholeError
from app.model.ids import RecordId
from app.model.record import Body, Facets, Value
from app.model.risks import DecisionRef
from app.model.shape import CircleRef, PersonRef, SessionRef, StatementRef, Words
from app.model.wording import N_


class Evidence(Value, frozen=True, kw_only=True):
    """Something that happened, with its day."""

    what: Words
    on: datetime.date


class Alternative(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Something less limiting: tried, or considered and why it was not tried."""

    what: Words
    tried: Literal["tried", "considered_not_tried"] = "tried"
    begins: datetime.date | None = None
    ends: datetime.date | None = None
    result: Words = ""
    why_not: Words = ""

    def __post_init__(self) -> None:
        """Refuse what was not tried and nobody says why."""
        if self.tried == "considered_not_tried" and not self.why_not.strip():
            raise NotWholeError(N_("Please say why it was not tried."))


class Sign(Value, frozen=True, kw_only=True):
    """A sign of being content, or of saying no: what was seen, when and by whom."""

    what: Words
    on: datetime.date
    seen_by: CircleRef


class Authorisation(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A paper that authorises a limit. Which schemes there are is for the law, which moves."""

    scheme: Words = ""
    reference: Words = ""
    begins: datetime.date | None = None
    ends: datetime.date | None = None
    conditions: tuple[Words, ...] = ()
    conditions_met: bool = False


class StepDown(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One step towards the end of a limit."""

    what: Words
    when: Words = ""
    test: Words = ""


class RestrictionReview(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A day on which a limit was looked at again."""

    on: datetime.date
    by: CircleRef
    person_present: bool
    advocate_told: bool = False
    still_needed: Words = ""
    tried_since: Words = ""
    outcome: Literal["end", "reduce", "keep", "increase"]
    reason: Words = ""


class HuddleCheck(Value, frozen=True, kw_only=True, omit_defaults=True):
    """The short daily look: was it applied, why, and what else was tried."""

    on: datetime.date
    applied: bool
    why: Words = ""
    else_tried: Words = ""


class Restriction(Body, frozen=True, kw_only=True, omit_defaults=True):
    """Anything that stops or limits what the person would otherwise do.

    Attributes:
        stage: where whoever wrote it says it stands; :attr:`status` is what counts.
        end_when: what has to be so for the limit to end.

    """

    person: PersonRef
    plain_title: Words
    what: Words = ""
    applies_to: Literal["me", "some_here", "everyone_here"] = "me"
    type: Literal[
        "locked_space", "locked_item", "food_drink", "time_routine", "going_out", "supervision",
        "visitors_contact", "phone_internet", "money_property", "clothing_appearance", "activity",
        "monitoring_tech", "movement_equipment", "physical_hold", "medicine_for_behaviour",
        "seclusion", "privacy_search", "blanket_rule", "other",
    ] = "other"  # fmt: skip
    origin: Literal["risk", "convenience", "court_or_law", "tenancy", "unknown"] = "unknown"
    rationale: Words = ""
    evidence: tuple[Evidence, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    person_view: Literal["agrees", "mixed", "objects", "not_known", "not_asked"] = "not_asked"
    person_view_statement: StatementRef | None = None
    contentment_signs: tuple[Sign, ...] = ()
    objection_signs: tuple[Sign, ...] = ()
    legal_basis: Literal[
        "person_consents", "best_interests", "authorisation", "court_order", "law_for_everyone",
        "tenancy_term", "emergency", "none_found",
    ] = "none_found"  # fmt: skip
    decision: DecisionRef | None = None
    authorisation: Authorisation = Authorisation()
    authorised_by: Words = ""
    started: datetime.date | None = None
    frequency: Words = ""
    review_due: datetime.date | None = None
    step_down: tuple[StepDown, ...] = ()
    end_when: Words = ""
    stage: Literal["proposed", "in_place", "reducing", "ended"] = "in_place"
    reviews: tuple[RestrictionReview, ...] = ()
    told_person_on: datetime.date | None = None
    huddle_checks: tuple[HuddleCheck, ...] = ()
    session: SessionRef | None = None
    moment: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """What keeps the record of a limit from being complete (rule R10, domain record D9)."""
        lacking = {
            "rationale": not self.rationale.strip(),
            "alternatives": not self.alternatives,
            "review_due": self.review_due is None,
            "legal_basis": self.legal_basis == "none_found",
            "person_view": self.person_view == "not_asked",
        }
        return tuple(field for field, is_so in lacking.items() if is_so)

    @property
    def status(self) -> Literal["proposed", "incomplete", "active", "reducing", "ended"]:
        """Where it stands: nobody can set a limit whose record is incomplete to active (R10)."""
        if self.stage in {"proposed", "ended"}:
            return self.stage
        if self.missing:
            return "incomplete"
        return "reducing" if self.stage == "reducing" else "active"

    @property
    def in_force(self) -> bool:
        """Whether it limits the person now."""
        return self.stage in {"in_place", "reducing"}

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A restriction belongs to a person and stands in its section of the plan."""
        return Facets(
            person=self.person,
            session=self.session,
            section="restrictions",
            words=shape.words(self),
        )
