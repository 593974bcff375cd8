"""Who may see what of a plan, and what has left the program (domain record D11).

It is the person's say and the duty of confidence, not "consent" in the sense of data protection.
"""

import datetime
from typing import Annotated, Literal

import msgspec

from app.model import shape
from app.model.ids import RecordId
from app.model.person import SupporterRole
from app.model.record import Body, Facets, Value
from app.model.risks import DecisionRef
from app.model.shape import CircleRef, Names, PersonRef, SessionRef, Words

SharingChoiceRef = Annotated[RecordId, Names(("sharing_choices",))]

Part = Annotated[
    str, msgspec.Meta(pattern=r"^(plan|(section|document|sentence):[A-Za-z0-9._:-]{1,64})$")
]
"""What a choice is about: ``plan``, ``section:people``, ``document:booklet``, ``sentence:ID``."""

Purpose = Literal["support", "health", "family_life", "review", "speaking_up", "learning", "other"]

How = Literal["see_here", "paper", "file", "talk"]


class SharedWith(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Whom a choice is about: one of them is said.

    Attributes:
        supporter: somebody around the person.
        role: everybody around the person in this role.
        organisation: somebody outside, in words.

    """

    supporter: CircleRef | None = None
    role: SupporterRole | None = None
    organisation: Words = ""

    def __post_init__(self) -> None:
        """Refuse nobody, and several at once."""
        said = (self.supporter is not None, self.role is not None, bool(self.organisation.strip()))
        if sum(said) != 1:
            raise ValueError("a sharing choice is about one person, role or organisation")


class Override(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Sharing without the person's yes, on a basis that is named and told to them (rule R7)."""

    what: Words
    why: Words
    by: CircleRef
    on: datetime.date
    told_person_on: datetime.date | None = None
    why_not_told: Words = ""

    def __post_init__(self) -> None:
        """Refuse an override that names no reason, or is silent about telling the person."""
        if not self.why.strip():
            raise ValueError("sharing without a yes needs its reason")
        if self.told_person_on is None and not self.why_not_told.strip():
            raise ValueError("the person is told, or it is said why not")


class SharingChoice(Body, frozen=True, kw_only=True, omit_defaults=True):
    """The person's answer to: may they see this?

    Attributes:
        given_by: who said it; nobody where the law or an emergency asks for it.
        basis: on what it rests; without the person's choice it names an override.
        since: the first day on which it counts, and ``until`` the last.
        shown_example: the person was shown what would be seen.
        copies_to_collect: where paper copies lie that are to come back.

    """

    person: PersonRef
    to: SharedWith
    parts: tuple[Part, ...]
    purpose: Purpose = "support"
    how: tuple[How, ...] = ()
    since: datetime.date
    until: datetime.date | None = None
    choice: Literal["yes", "yes_some", "ask_each_time", "no", "not_decided"]
    how_explained: Words = ""
    shown_example: bool = False
    given_by: Literal["person", "attorney_or_deputy", "best_interests_decision", "nobody"] = (
        "person"
    )
    basis: Literal["persons_choice", "best_interests", "legal_duty", "vital_emergency"] = (
        "persons_choice"
    )
    decision: DecisionRef | None = None
    withdrawn_on: datetime.date | None = None
    copies_to_collect: tuple[Words, ...] = ()
    override: tuple[Override, ...] = ()
    session: SessionRef | None = None
    moment: str = ""

    def __post_init__(self) -> None:
        """Refuse a choice about nothing, and sharing without a yes that names no basis (R7)."""
        if not self.parts:
            raise ValueError("a sharing choice is about something")
        if self.basis in {"legal_duty", "vital_emergency"} and not self.override:
            raise ValueError("sharing on another basis than the person's choice is written down")

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A sharing choice belongs to a person and stands in its section of the plan."""
        return Facets(
            person=self.person, session=self.session, section="sharing", words=shape.words(self)
        )


class CopyMade(Body, frozen=True, kw_only=True, omit_defaults=True):
    """Something that left the program: what, to whom, on which choice (domain record D16).

    Attributes:
        document: the name of the kind of document.
        to: whom it was for; None for the person's own.
        choice: the sharing choice that covered it; None for the person's own copy.
        own_declined: the person was offered a copy of their own then, and did not want one.
        collected_on: when a paper copy came back.

    """

    person: PersonRef
    document: str
    to: SharedWith | None = None
    how: How = "paper"
    purpose: Purpose | None = None
    on: datetime.date
    choice: SharingChoiceRef | None = None
    own_declined: bool = False
    collected_on: datetime.date | None = None
    session: SessionRef | None = None

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A copy belongs to a person."""
        return Facets(person=self.person, session=self.session, words=shape.words(self))
