"""A session: one conversation between a person and who is with them (record D5)."""

import datetime
from typing import Literal

import msgspec

from app.model.ids import PictureRef, RecordId, SoundRef
from app.model.record import Body, Facets, Value
from app.model.shape import ChoiceSheetRef, CircleRef, PersonRef, SessionRef

SessionType = Literal[
    "review",
    "first_plan",
    "profile",
    "passport",
    "decision",
    "risk",
    "restriction",
    "staff_choice",
    "rule_change",
    "spot_check",
    "feedback",
    "hard_day",
    "path",
    "maps",
    "other",
]

Response = Literal["said", "chosen", "not_today", "dont_know", "dont_want_to_say", "skip"]
"""What was answered at a moment. The last four are real answers, kept as such (rule R3)."""

REFUSALS: frozenset[Response] = frozenset({"not_today", "dont_know", "dont_want_to_say", "skip"})


class Answer(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What the person answered at one moment.

    Attributes:
        field: the field of record D5 that this answers, such as ``mood_start``, if one does.
        choices: the options that were pressed, in the order of pressing.
        words: anything said beside them.
        at: when, in UTC.
        recording: what they said to it into the computer.
        from_paper: the page on which they ticked it at home, before they said that they mean it.

    """

    response: Response
    field: str = ""
    choices: tuple[str, ...] = ()
    words: str = ""
    at: datetime.datetime | None = None
    recording: SoundRef | None = None
    from_paper: ChoiceSheetRef | None = None


class Attendee(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Someone in the room, and whether the person is happy that they stay."""

    supporter: CircleRef
    ok_by_person: Literal["yes", "not_now", "some_of_it", "not_asked"] = "not_asked"
    parts: str = ""


class AgendaTopic(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A topic somebody put on the table."""

    topic: str
    added_by: Literal["person", "supporter"] = "person"
    covered: bool = False


class Session(Body, frozen=True, kw_only=True, omit_defaults=True):
    """One conversation, with where it stands: it can be left at any moment and carried on there.

    Attributes:
        guide: the guide it follows, and ``guide_version`` which edition of it.
        at_moment: the moment that is on screen, or was when it was left (rule R11).
        answers: what was answered, by moment.
        only: the moments it is about, where it carries on with what was left for another day.
        stopped_by: who ended it before its end, if somebody did.
        parked: the steps that were left for another day.

    """

    person: PersonRef
    type: SessionType
    guide: str
    guide_version: int = 1
    place: str = ""
    started: datetime.datetime
    ended: datetime.datetime | None = None
    pauses: tuple[datetime.datetime, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    led_by: Literal["person", "shared", "supporter"] = "shared"
    only: tuple[str, ...] = ()
    at_moment: str = ""
    answers: dict[str, Answer] = msgspec.field(default_factory=dict)
    agenda: tuple[AgendaTopic, ...] = ()
    interpreter_used: bool = False
    stopped_by: Literal["person", "supporter", ""] = ""
    parked: tuple[str, ...] = ()
    next_on: datetime.date | None = None
    coproduction_level: Literal["compliance", "recognition_support", "transformation", ""] = ""
    co_stage: tuple[Literal["co_design", "co_decide", "co_deliver", "co_evaluate"], ...] = ()
    keyworker_out_minutes: int = 0

    @property
    def open(self) -> bool:
        """Whether it can be carried on."""
        return self.ended is None

    def facets(self, record: RecordId) -> Facets:
        """A session belongs to a person and is its own session."""
        return Facets(person=self.person, session=record)


class BoardCard(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One card of a sorting board.

    Attributes:
        pile: where the person put it; empty while it is still to be placed.
        order: its place in the pile, counted from 0.
        added: whether it is a card of the person's own ("something else").

    """

    id: str
    words: str
    symbol: PictureRef | None = None
    pile: str = ""
    order: int = 0
    added: bool = False


class Board(Body, frozen=True, kw_only=True, omit_defaults=True):
    """A sorting board: a topic, its cards, and where the person put each (record D16).

    Attributes:
        confirmed: whether the person said "right" when the piles were read back.
        picture: how the finished board looked when they said so.
        at_home: the day on which it came back from home, sorted with a pencil on paper, and was
            typed as it stood there; None for a board of a talk.
        told_in: the talk in which the person was asked about what came back.

    """

    person: PersonRef
    session: SessionRef
    moment: str
    topic: str
    scale: str
    cards: tuple[BoardCard, ...] = ()
    practice: bool = False
    confirmed: bool = False
    picture: PictureRef | None = None
    at_home: datetime.date | None = None
    told_in: SessionRef | None = None

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A board belongs to the session it was laid out in."""
        return Facets(
            person=self.person, session=self.session, words=" ".join(c.words for c in self.cards)
        )
