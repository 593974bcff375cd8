"""What a person wants, the steps towards it, and how it moves (domain record D6)."""

import datetime
from typing import Annotated, Literal

import msgspec

from app.model import shape
from app.model.ids import PictureRef, RecordId
from app.model.record import Body, Facets, Value
from app.model.shape import CircleRef, Names, PersonRef, SessionRef, StatementRef, Words
from app.model.wording import N_

GoalRef = Annotated[RecordId, Names(("goals",))]

Point = Literal["harder", "same", "getting_there", "hoped", "better", "much_better"]
"""A place on the way to a goal, from harder than at the start to much better than hoped."""

POINTS: dict[Point, float] = {
    "harder": -2, "same": -1, "getting_there": -0.5, "hoped": 0, "better": 1, "much_better": 2,
}  # fmt: skip
"""The value of each point: a convention adapted from goal attainment scaling (domain D6).

It is for sums that a service makes over many goals. No person is ever shown a number.
"""

FACES: dict[str, tuple[Point, ...]] = {
    "faces3": ("same", "getting_there", "hoped"),
    "faces5": ("harder", "same", "getting_there", "hoped", "better"),
    "ladder5": ("harder", "same", "getting_there", "hoped", "better"),
}
"""Which points each way of showing a goal has. The first and last of three faces ask further:
harder than before, even better."""

FACE_PICTURES: dict[Point, PictureRef] = {
    "harder": PictureRef("openmoji:1F61F"),
    "same": PictureRef("openmoji:1F641"),
    "getting_there": PictureRef("openmoji:1F610"),
    "hoped": PictureRef("openmoji:1F642"),
    "better": PictureRef("openmoji:1F603"),
    "much_better": PictureRef("openmoji:1F31F"),
}
FACE_WORDS: dict[Point, str] = {
    "harder": N_("Harder than before"),
    "same": N_("Not yet"),
    "getting_there": N_("Getting there"),
    "hoped": N_("What I hoped"),
    "better": N_("Even better"),
    "much_better": N_("Much better"),
}
"""How each point is shown and said where nothing was agreed for one goal."""


class Anchors(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What each point means for one goal, in easy words agreed before starting.

    Attributes:
        same: how it is now, and ``hoped`` what the person hopes for: the two that it takes.

    """

    harder: Words = ""
    same: Words = ""
    getting_there: Words = ""
    hoped: Words = ""
    better: Words = ""
    much_better: Words = ""

    def at(self, point: Point) -> str:
        """What was agreed for a point; empty if nothing was."""
        words: str = getattr(self, point)
        return words


class Goal(Body, frozen=True, kw_only=True, omit_defaults=True):
    """Something a person wants, in their words.

    Attributes:
        words: the sentence in which they said it.
        anchors: what "the same as now" and "what I hope for" mean, agreed before it is tried.
        wellbeing: the part of wellbeing it serves, by the code of the law in ``jurisdiction``.
        outcome: the outcome it serves, by the same.

    """

    person: PersonRef
    words: StatementRef
    why_matters: Words = ""
    wellbeing: str = ""
    outcome: str = ""
    priority: Annotated[int, msgspec.Meta(ge=1, le=3)] | None = None
    confidence: Literal["sure", "not_sure", "no"] | None = None
    baseline: Words = ""
    anchors: Anchors = Anchors()
    scale_shown: Literal["faces3", "faces5", "ladder5"] = "faces3"
    started: datetime.date | None = None
    target: datetime.date | None = None
    review_due: datetime.date | None = None
    status: Literal[
        "hoped", "planning", "trying", "paused", "reached", "part_reached", "changed", "let_go"
    ] = "hoped"
    let_go_because: (
        Literal[
            "mind_changed",
            "done_another_way",
            "not_now",
            "blocked_by_service",
            "health",
            "other",
        ]
        | None
    ) = None
    celebrated: bool = False
    session: SessionRef | None = None
    moment: str = ""

    def __post_init__(self) -> None:
        """Refuse trying a goal whose two needed anchors nobody agreed (domain record D6)."""
        if self.status == "trying" and not self.can_be_tried:
            raise ValueError("a goal that is being tried needs its two anchors")

    @property
    def can_be_tried(self) -> bool:
        """Whether it was agreed what "the same as now" and "what I hope for" mean."""
        return bool(self.anchors.same.strip() and self.anchors.hoped.strip())

    @property
    def open(self) -> bool:
        """Whether it is still wanted and not reached."""
        return self.status in {"hoped", "planning", "trying", "paused", "part_reached"}

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A goal belongs to a person and stands with the goals of the plan."""
        return Facets(
            person=self.person, session=self.session, section="goals", words=shape.words(self)
        )


class GoalRating(Body, frozen=True, kw_only=True, omit_defaults=True):
    """How a goal stands for one of the two who rate it, neither having seen the other's.

    Attributes:
        rater: the person, or whoever supports them; never one for the other.
        by: who that supporter is. In a file ``by`` is who wrote a version.
        value: the point, or that the question got no answer.
        seen_other_first: whether the other's rating was known: it must not be.

    """

    person: PersonRef
    goal: GoalRef
    on: datetime.date
    rater: Literal["person", "supporter"]
    by: CircleRef | None = msgspec.field(default=None, name="rated_by")
    value: Point | Literal["no_answer"]
    scale_shown: Literal["faces3", "faces5", "ladder5"] = "faces3"
    words: Words = ""
    seen_other_first: Literal[False] = False
    session: SessionRef | None = None
    moment: str = ""

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A rating belongs to a person."""
        return Facets(person=self.person, session=self.session, words=shape.words(self))


class GoalStep(Body, frozen=True, kw_only=True, omit_defaults=True):
    """A small thing towards a goal. The person is the first choice of who does it.

    Attributes:
        said: the sentence in which it was said, where it was said in a talk: it says whose words
            they are, and may be put differently; ``words`` are those of the day.
        who: whose step it is.
        with_whom: who is there.
        when: in words, such as "on Saturday"; ``by`` is the day by which, if there is one.

    """

    person: PersonRef
    goal: GoalRef | None = None
    said: StatementRef | None = None
    words: Words
    who: CircleRef
    with_whom: tuple[CircleRef, ...] = ()
    when: Words = ""
    by: datetime.date | None = msgspec.field(default=None, name="by_day")
    help_needed: Literal["do_myself", "bit_of_help", "lots_of_help"] | None = None
    status: Literal["to_do", "doing", "done", "stuck", "dropped"] = "to_do"
    stuck_because: (
        Literal[
            "staff_not_there",
            "money",
            "transport",
            "health",
            "risk_not_agreed",
            "waiting_for_others",
            "did_not_want",
            "place_not_accessible",
            "other",
        ]
        | None
    ) = None
    owner_of_block: CircleRef | None = None
    done_on: datetime.date | None = None
    session: SessionRef | None = None
    moment: str = ""

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A step belongs to a person and stands with the goals of the plan."""
        return Facets(
            person=self.person, session=self.session, section="goals", words=shape.words(self)
        )
