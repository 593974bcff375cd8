"""Who is in a photo, and whether they said yes to it."""

import datetime
from typing import Literal

from app.model import shape
from app.model.ids import PictureRef, RecordId
from app.model.record import Body, Facets, Value
from app.model.shape import CircleRef, PersonRef, Words

Answered = Literal["said", "not_today", "dont_know", "dont_want_to_say", "skip"]
SaidYes = Literal["yes", "no", "not_asked", "not_today", "dont_know", "dont_want_to_say", "skip"]
"""Whether somebody said yes to a photo of them; not to tell is an answer too (rule R3)."""


class InPhoto(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody in a photo: the person or somebody around them, else a name.

    Attributes:
        agreed: whether they said yes to the photo; the person themselves is not asked, since
            it is they who choose it.

    """

    supporter: CircleRef | None = None
    name: Words = ""
    agreed: SaidYes = "not_asked"

    def __post_init__(self) -> None:
        """Refuse nobody, and two at once."""
        if (self.supporter is None) == (not self.name.strip()):
            raise ValueError("somebody in a photo is one person, or a name")


class PhotoFacts(Body, frozen=True, kw_only=True, omit_defaults=True):
    """What the person said about one photo.

    Attributes:
        picture: the photo.
        taken_for: what it shows: the names of those in it, or what the person called it.
        answer: whether they told who is in it, or did not want to.
        who: who is in it; nobody where the photo shows a place or a thing.
        written_by: who wrote it down.
        removed: the photo itself was taken out of the notebook; this is what is left of it.

    """

    person: PersonRef
    picture: PictureRef
    taken_for: Words = ""
    answer: Answered = "said"
    who: tuple[InPhoto, ...] = ()
    written_by: CircleRef | None = None
    on: datetime.date
    removed: bool = False

    @property
    def refused(self) -> bool:
        """Whether somebody in it said no."""
        return any(each.agreed == "no" for each in self.who)

    @property
    def agreed(self) -> bool:
        """Whether it is told who is in it, and everybody but the person was asked and said yes.

        Until then nobody else gets the photo: silence is no yes.
        """
        told = self.answer == "said" or bool(self.who)
        asked = (each for each in self.who if each.supporter != self.person)
        return told and not self.refused and all(each.agreed == "yes" for each in asked)

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """What is known of a photo belongs to the person who chose it."""
        return Facets(person=self.person, words=shape.words(self))
