"""What is given to an advocate on paper, where each sentence stands on it, and what comes back."""

import dataclasses
import datetime
from typing import Annotated, Literal

import msgspec

from app.model import shape
from app.model.ids import RecordId, RevisionId
from app.model.record import Body, Facets, Value
from app.model.shape import CircleRef, Names, PersonRef, SessionRef, StatementRef, Words
from app.model.sharing import SharedWith
from app.model.statement import Statement
from app.model.wording import N_, Phrase

PackRef = Annotated[RecordId, Names(("review_packs",))]
Code = Annotated[str, msgspec.Meta(pattern="^[23456789CDFHJKMNPRTVWXY]{8}$")]
"""As :mod:`app.model.review_codes` makes it."""

Mark = Literal["yes", "unsure", "no"]
"""What was ticked beside: is this what they mean?"""
MARKS: tuple[Mark, ...] = ("yes", "unsure", "no")
"""In the order in which they are printed."""
MARK_WORDS: dict[Mark, str] = {"yes": N_("Yes"), "unsure": N_("Not sure"), "no": N_("No")}


Points = Annotated[float, msgspec.Meta(ge=-14_400, le=14_400)]
"""As far as a page of PDF can reach."""


def question(about: Statement, *, name: str) -> Phrase:
    """What is asked beside a sentence; words that others said are not what the person means."""
    theirs = about.voice_group != "others"
    asked = N_("Is this what {name} means?") if theirs else N_("Is this right for {name}?")
    return Phrase(asked, (("name", name),))


class Area(Value, frozen=True, kw_only=True):
    """A part of a page, in points from its lower left corner."""

    left: Points
    bottom: Points
    wide: Points
    high: Points


class PackLine(Value, frozen=True, kw_only=True):
    """Where one sentence stands in a pack.

    Attributes:
        version: the revision of the sentence that was printed.
        page: counted from 1.
        matrix: where its code is, as a pattern of dots.
        ticks: the squares of :data:`MARKS`, in that order.
        box: where a comment is written.

    """

    statement: StatementRef
    version: RevisionId
    code: Code
    page: Annotated[int, msgspec.Meta(ge=1)]
    matrix: Area
    ticks: tuple[Area, ...]
    box: Area


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PackLaid:
    """Where everything stands on the pages of a pack."""

    lines: tuple[PackLine, ...]
    page_matrix: Area


class ReviewPack(Body, frozen=True, kw_only=True, omit_defaults=True):
    """A pack that was printed for somebody to look through a plan, sentence by sentence.

    Attributes:
        to: whom it is for; None for the person.
        lines: its sentences, in their order on paper.
        page_matrix: where the code of each page is.

    """

    person: PersonRef
    to: SharedWith | None = None
    on: datetime.date
    lines: tuple[PackLine, ...] = ()
    page_matrix: Area

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A pack belongs to a person."""
        return Facets(person=self.person, words=shape.words(self))


class PackComment(Body, frozen=True, kw_only=True, omit_defaults=True):
    """What came back about one sentence. It waits for the next talk with the person.

    Attributes:
        pack: the pack it was written on, if that is known.
        version: the revision of the sentence that it is about.
        mark: what was ticked, as a person read it.
        words: what was written, as a person typed it.
        commenter: whose words they are.
        status: whether the person was told of it, and whether it was answered.
        session: the talk in which the person was told of it.

    """

    person: PersonRef
    pack: PackRef | None = None
    statement: StatementRef
    version: RevisionId
    mark: Mark | None = None
    words: Words = ""
    commenter: CircleRef | None = None
    on: datetime.date
    status: Literal["waiting", "shown", "answered"] = "waiting"
    reply: Words = ""
    reply_on: datetime.date | None = None
    session: SessionRef | None = None

    def __post_init__(self) -> None:
        """Refuse a comment that says nothing."""
        if self.mark is None and not self.words.strip():
            raise ValueError("a comment ticks something, or says something")

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A comment belongs to a person."""
        return Facets(person=self.person, session=self.session, words=shape.words(self))
