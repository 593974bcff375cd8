"""Things a person wants to do that have a risk, decided openly together (domain record D8).

Nothing here is a number, and nothing decides: worries are said in words, each with whose it is
(rule R9).
"""

import datetime
from typing import Annotated, Literal

from app.model import shape
from app.model.errors import NotWholeError
from app.model.ids import RecordId
from app.model.record import Body, Facets, Value
from app.model.shape import CircleRef, Names, PersonRef, SessionRef, Words
from app.model.wording import N_

DecisionRef = Annotated[RecordId, Names(("decisions",))]


class Past(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What went well or badly before, with its day: an old story without one is not kept."""

    what: Words
    on: datetime.date
    went: Literal["well", "badly", "mixed"] = "mixed"


class Worry(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A worry and whose it is, in words."""

    text: Words
    whose: CircleRef
    likely: Literal["hardly", "might", "often"] | None = None
    bad: Literal["small", "middling", "serious"] | None = None


class RiskSupport(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What would help a worry, and how much it limits the person."""

    text: Words
    limits_person: Literal["none", "a_bit", "a_lot"] = "none"


class RiskOption(Value, frozen=True, kw_only=True, omit_defaults=True):
    """An idea, placed by the person where happy and safe meet, or do not."""

    text: Words
    quadrant: Literal["happy_safe", "happy_less_safe", "safe_unhappy", "neither"] | None = None


class Trigger(Value, frozen=True, kw_only=True):
    """If this happens: do that, tell them, within this time."""

    if_this: Words
    do: Words
    tell: Words
    within: Words


class RiskTrial(Value, frozen=True, kw_only=True, omit_defaults=True):
    """When it is tried, and when it is stopped."""

    begins: datetime.date | None = None
    ends: datetime.date | None = None
    stop_rule: Words = ""


class Agreement(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Who agrees or does not, and why."""

    who: CircleRef
    view: Literal["agree", "disagree", "part", "no_view"]
    why: Words = ""


class RiskPlan(Body, frozen=True, kw_only=True, omit_defaults=True):
    """Something a person wants to do, what is good about it, the worries and what helps.

    Attributes:
        cost_of_not: what the person loses if they do not do it.
        my_limit: what would be too far for the person; ``team_limit`` for those who support them.

    """

    person: PersonRef
    what: Words
    why_matters: Words = ""
    benefits: Words = ""
    cost_of_not: Words = ""
    strengths: Words = ""
    past: tuple[Past, ...] = ()
    worries: tuple[Worry, ...] = ()
    supports: tuple[RiskSupport, ...] = ()
    options: tuple[RiskOption, ...] = ()
    my_limit: Words = ""
    team_limit: Words = ""
    triggers: tuple[Trigger, ...] = ()
    safeguarding_trigger: Words = ""
    decision: DecisionRef | None = None
    trial: RiskTrial = RiskTrial()
    agreements: tuple[Agreement, ...] = ()
    manager_seen: datetime.date | None = None
    learning: tuple[Words, ...] = ()
    result: Literal["enabled", "enabled_changed", "trying", "not_enabled"] | None = None
    not_enabled_because: Words = ""
    review_due: datetime.date | None = None
    status: Literal["being_written", "agreed", "ended"] = "being_written"
    session: SessionRef | None = None
    moment: str = ""

    def __post_init__(self) -> None:
        """Refuse an agreed plan that lacks what it must have (domain record D8)."""
        if self.status == "agreed" and self.missing:
            raise NotWholeError(
                N_("This cannot be agreed yet. Please look at what is still missing.")
            )

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that an agreed plan needs and that are not filled."""
        needed = (
            "what", "why_matters", "benefits", "cost_of_not", "triggers", "agreements",
            "review_due",
        )  # fmt: skip
        return tuple(each for each in needed if not getattr(self, each))

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A risk plan belongs to a person and stands in its section of the plan."""
        return Facets(
            person=self.person, session=self.session, section="risks", words=shape.words(self)
        )
