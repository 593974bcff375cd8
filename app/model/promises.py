"""What others owe a person: you said, we will (domain record D7, there called an action)."""

import datetime
from typing import Annotated, Literal

from app.model import shape
from app.model.ids import RecordId
from app.model.record import Body, Facets
from app.model.shape import CircleRef, Names, PersonRef, SessionRef, StatementRef, Words

PromiseRef = Annotated[RecordId, Names(("promises",))]

Theme = Literal[
    "food", "staff", "activity", "privacy", "routine", "money", "health", "communication", "home",
    "relationships", "safety", "information", "other",
]  # fmt: skip

CouldNotBecause = Literal[
    "law",
    "tenancy_or_landlord",
    "money",
    "another_persons_rights",
    "serious_safety_now",
    "not_our_decision",
    "not_physically_possible",
    "other",
]


class Promise(Body, frozen=True, kw_only=True, omit_defaults=True):
    """Something that somebody has said they will do because the person asked for it.

    Attributes:
        said: the sentence in which the person asked, and ``words`` what is to be done.
        owner: who does it, by name: there is no promise of nobody, or without a day.
        because_plain: why it could not be changed, in plain words; ``instead`` what can be done
            instead, which may be "nothing yet"; ``how_to_challenge`` what the person can do.
        told_on: when the person was told what came of it; only then can it be closed.
        told_in: the talk in which they were told.

    """

    person: PersonRef
    said: StatementRef | None = None
    words: Words
    raised_in: Literal[
        "session",
        "feedback",
        "hard_day",
        "spot_check",
        "restriction",
        "rule",
        "advocate_review",
        "complaint",
    ] = "session"
    theme: Theme = "other"
    scope: Literal["me", "home", "service", "organisation"] = "me"
    owner: CircleRef
    due: datetime.date
    response: Literal["we_will", "trying", "we_did", "not_yet", "could_not_change"] = "we_will"
    could_not_because: CouldNotBecause | None = None
    because_plain: Words = ""
    instead: Words = ""
    how_to_challenge: Words = ""
    told_on: datetime.date | None = None
    told_how: Words = ""
    told_in: SessionRef | None = None
    reaction: Literal["like", "not_sure", "do_not_like"] | None = None
    what_changed: Words = ""
    impact_by_person: Literal["better", "same", "worse", "not_sure", "not_asked"] = "not_asked"
    evidence: tuple[Words, ...] = ()
    closed_on: datetime.date | None = None
    public_ok: bool = False
    session: SessionRef | None = None
    moment: str = ""

    def __post_init__(self) -> None:
        """Refuse what is closed untold, and a no without its reasons (rule R13)."""
        if self.closed_on is not None and self.told_on is None:
            raise ValueError("a promise is closed when the person was told")
        if self.response == "could_not_change" and self.missing_reasons:
            raise ValueError("could not change needs a reason, instead, and how to challenge it")

    @property
    def missing_reasons(self) -> tuple[str, ...]:
        """The fields that "could not change" needs and that are not filled (rule R13)."""
        needed = ("could_not_because", "because_plain", "instead", "how_to_challenge")
        return tuple(each for each in needed if not str(getattr(self, each) or "").strip())

    @property
    def owed(self) -> bool:
        """Whether it is still to be done."""
        return self.response in {"we_will", "trying", "not_yet"} and self.closed_on is None

    def late(self, today: datetime.date) -> bool:
        """Whether it is still to be done and its day is over."""
        return self.owed and self.due < today

    @property
    def to_be_told(self) -> bool:
        """Whether something came of it that the person was not told yet."""
        return self.told_on is None and self.response != "we_will"

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A promise belongs to a person."""
        return Facets(person=self.person, session=self.session, words=shape.words(self))
