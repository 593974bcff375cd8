"""What a person lays out in pictures: who is close, how a day goes, topics of their own."""

import datetime
from typing import Annotated, Literal, get_args

import msgspec

from app.model import shape
from app.model.ids import PictureRef, RecordId
from app.model.record import Body, Facets, Value
from app.model.shape import CircleRef, PersonRef, SessionRef, StatementRef
from app.model.wording import N_

Ring = Literal["love", "like", "know", "paid"]
RINGS: tuple[Ring, ...] = get_args(Ring)
"""The nearest first."""

RING_WORDS: dict[Ring, tuple[str, PictureRef]] = {
    "love": (N_("I love them"), PictureRef("openmoji:2764")),
    "like": (N_("I like them"), PictureRef("openmoji:1F642")),
    "know": (N_("I know them"), PictureRef("openmoji:1F44B")),
    "paid": (N_("Paid to help me"), PictureRef("openmoji:1FAAA")),
}
"""What each ring is called, and its picture."""

CIRCLE_WORDS = N_("The people in my life")
"""What the circle is called in a copy of a plan, and ``DAY_WORDS`` what each day is."""

DAY_WORDS = {"good": N_("A good day"), "hard": N_("A hard day")}

CardName = Annotated[str, msgspec.Meta(min_length=1, max_length=200), shape.Found()]


class InCircle(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody in the circle.

    Attributes:
        supporter: who that is among those the notebook knows.
        ring: how close; empty while they are still to be placed.

    """

    name: CardName
    supporter: CircleRef | None = None
    photo: PictureRef | None = None
    ring: Ring | Literal[""] = ""


class Circle(Body, frozen=True, kw_only=True, omit_defaults=True):
    """The people in a person's life, in four rings: love, like, know, paid.

    Attributes:
        confirmed: the person said that it is right.

    """

    person: PersonRef
    people: tuple[InCircle, ...] = ()
    confirmed: bool = False
    session: SessionRef | None = None
    moment: str = ""

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A circle belongs to a person and stands with the people who matter."""
        return Facets(
            person=self.person, session=self.session, section="people", words=shape.words(self)
        )


DayTime = Literal["waking", "morning", "midday", "afternoon", "evening", "night"]
TIMES: tuple[DayTime, ...] = get_args(DayTime)
"""In the order in which a day goes."""

TIME_WORDS: dict[DayTime, tuple[str, PictureRef]] = {
    "waking": (N_("Waking up"), PictureRef("openmoji:23F0")),
    "morning": (N_("Morning"), PictureRef("openmoji:1F305")),
    "midday": (N_("Midday"), PictureRef("openmoji:1F37D")),
    "afternoon": (N_("Afternoon"), PictureRef("openmoji:1FAD6")),
    "evening": (N_("Evening"), PictureRef("openmoji:1F306")),
    "night": (N_("Night"), PictureRef("openmoji:1F319")),
}
"""What each part of a day is called, and its picture."""

Felt = Literal["sun", "cloud", "rain"]

FELT_WORDS: dict[Felt, tuple[str, PictureRef]] = {
    "sun": (N_("Sunny"), PictureRef("openmoji:2600")),
    "cloud": (N_("Cloudy"), PictureRef("openmoji:2601")),
    "rain": (N_("Rainy"), PictureRef("openmoji:1F327")),
}
"""How a part of a day was, as weather."""


class PartOfDay(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One stretch of a day: what happened, and how it was."""

    time: DayTime
    said: tuple[StatementRef, ...] = ()
    felt: Felt | None = None
    picture: PictureRef | None = None


class DayStory(Body, frozen=True, kw_only=True, omit_defaults=True):
    """A good day or a hard day as a line from waking up to the night.

    Attributes:
        confirmed: the person said that it is right as it is laid out.

    """

    person: PersonRef
    which: Literal["good", "hard"]
    parts: tuple[PartOfDay, ...] = ()
    confirmed: bool = False
    on: datetime.date | None = None
    session: SessionRef | None = None
    moment: str = ""

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A day belongs to a person and stands with good and hard days."""
        return Facets(
            person=self.person, session=self.session, section="good_days", words=shape.words(self)
        )


class OwnCard(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A card of somebody's own for a sorting board."""

    id: str
    words: CardName
    picture: PictureRef | None = None


class OwnTopic(Body, frozen=True, kw_only=True, omit_defaults=True):
    """A topic with cards that a person made and keeps for next time.

    Attributes:
        topic: the topic of the program to which the cards are added; empty for one of their own.

    """

    person: PersonRef
    words: CardName
    topic: str = ""
    picture: PictureRef | None = None
    cards: tuple[OwnCard, ...] = ()

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A topic belongs to a person."""
        return Facets(person=self.person, words=shape.words(self))


Page = Literal["one_page_profile", "passport"]
"""What a person picks sentences for."""


class ProfilePick(Body, frozen=True, kw_only=True, omit_defaults=True):
    """What the person chose to stand on one page, in their order."""

    person: PersonRef
    document: Page = "one_page_profile"
    picks: tuple[StatementRef, ...] = ()
    photo: PictureRef | None = None
    session: SessionRef | None = None
    moment: str = ""

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A pick belongs to a person."""
        return Facets(person=self.person, session=self.session)
