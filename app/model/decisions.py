"""One decision at one time, with the help given to decide it (domain record D10).

There is no flag that a person "lacks capacity" (rule R8), and nothing here concludes anything:
what an assessor and a decision-maker found stands in their words, with what they saw (rule R9).
"""

import datetime
from typing import Literal

from app.model import shape
from app.model.errors import NotWholeError
from app.model.ids import PictureRef, RecordId
from app.model.record import Body, Facets, Value
from app.model.shape import CircleRef, PersonRef, SessionRef, Words
from app.model.wording import N_


class DecisionOption(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that can be chosen, leaving it as it is among them.

    Attributes:
        no_change: it is leaving things as they are.

    """

    text: Words
    picture: PictureRef | None = None
    good: Words = ""
    not_good: Words = ""
    no_change: bool = False


class SupportTried(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One way of helping the person decide, and what came of it."""

    kind: Literal[
        "relevant_information",
        "all_alternatives",
        "simpler_words",
        "pictures_objects",
        "non_verbal",
        "other_helper",
        "best_time",
        "best_place",
        "delayed",
        "someone_to_speak_up",
        "tried_it_out",
    ]
    result: Words = ""
    on: datetime.date | None = None


class Ability(Value, frozen=True, kw_only=True):
    """What was seen of one part of deciding this. Without what was seen it is not kept."""

    found: Literal["yes", "with_help", "no"]
    seen: Words

    def __post_init__(self) -> None:
        """Refuse a tick without evidence (domain record D10)."""
        if not self.seen.strip():
            raise NotWholeError(N_("Please write down what was seen."))


class CapacityAssessment(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What a competent assessor found about this one decision, at this one time.

    Attributes:
        impairment_link: why, if any part was not possible even with help.

    """

    assessor: Words
    on: datetime.date
    place: Words = ""
    understand: Ability
    retain: Ability
    weigh: Ability
    communicate: Ability
    impairment_link: Words = ""
    conclusion: Literal["can", "cannot_now", "fluctuates_wait"]
    likely_to_regain: Words = ""
    present: tuple[CircleRef, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a link to a condition where everything was possible (Mental Capacity Act)."""
        parts = (self.understand, self.retain, self.weigh, self.communicate)
        if self.impairment_link and all(part.found != "no" for part in parts):
            raise NotWholeError(
                N_("Why it was not possible is only said where something was not possible.")
            )


class Consulted(Value, frozen=True, kw_only=True):
    """Somebody who was asked, and their view."""

    who: Words
    view: Words


class Imca(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Whether an Independent Mental Capacity Advocate was needed, asked and heard."""

    needed: Literal["yes", "no", "not_sure"] = "not_sure"
    asked_on: datetime.date | None = None
    report_on: datetime.date | None = None


class WeighedOption(Value, frozen=True, kw_only=True, omit_defaults=True):
    """An option with what speaks for and against it.

    Attributes:
        less_restrictive_rank: 1 for the one that limits the person least.

    """

    text: Words
    benefit: Words = ""
    burden: Words = ""
    less_restrictive_rank: int = 0


class BestInterests(Value, frozen=True, kw_only=True, omit_defaults=True):
    """How a decision-maker decided for the person, and with whom."""

    decision_maker: Words
    wishes_past: Words = ""
    wishes_now: Words
    beliefs_values: Words = ""
    other_factors: Words = ""
    consulted: tuple[Consulted, ...] = ()
    imca: Imca = Imca()
    weighed: tuple[WeighedOption, ...] = ()
    decided: Words
    reasons: Words
    disagreements: tuple[Words, ...] = ()
    review_due: datetime.date


class Decision(Body, frozen=True, kw_only=True, omit_defaults=True):
    """One thing to be decided.

    Attributes:
        whose: whose decision it is: the person's, shared, or of somebody with legal power.
        others_think_unwise: others would have chosen differently; that changes nothing.

    """

    person: PersonRef
    question: Words
    decide_by: datetime.date | None = None
    can_wait: bool = False
    whose: Literal["mine", "shared", "legal_power"] = "mine"
    options: tuple[DecisionOption, ...] = ()
    support_tried: tuple[SupportTried, ...] = ()
    person_choice: Words = ""
    consistency: Literal["same_twice", "changed", "unsure", "not_checked"] = "not_checked"
    outcome: (
        Literal[
            "decided_by_person",
            "put_off",
            "assessment_asked",
            "best_interests_made",
            "court_or_attorney",
            "withdrawn",
        ]
        | None
    ) = None
    put_off_until: datetime.date | None = None
    others_think_unwise: bool = False
    assessment: CapacityAssessment | None = None
    best_interests: BestInterests | None = None
    told_on: datetime.date | None = None
    challenge_route: Words = ""
    review_due: datetime.date | None = None
    session: SessionRef | None = None
    moment: str = ""

    def __post_init__(self) -> None:
        """Refuse an assessment before any help was given, and best interests before one (D10)."""
        if self.assessment is not None and not self.support_tried:
            raise NotWholeError(N_("Help to decide comes first. Please write down what was tried."))
        if self.best_interests is not None and (
            self.assessment is None or self.assessment.conclusion == "can"
        ):
            raise NotWholeError(
                N_("Others decide for the person only after it was found that they cannot now.")
            )
        if self.outcome == "best_interests_made" and self.best_interests is None:
            raise NotWholeError(N_("Please write down who decided for the person, what, and why."))

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A decision belongs to a person and stands in its section of the plan."""
        return Facets(
            person=self.person, session=self.session, section="decisions", words=shape.words(self)
        )
