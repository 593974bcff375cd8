"""Which pictures a person finds clear: their answer to one picture, and to nothing else."""

import datetime
from typing import Literal

from app.model import shape
from app.model.ids import PictureRef, RecordId
from app.model.record import Body, Facets
from app.model.shape import CircleRef, PersonRef, Words
from app.model.statement import Voice

Clear = Literal["clear", "not_clear", "not_sure"]


class PictureSaid(Body, frozen=True, kw_only=True, omit_defaults=True):
    """What the person said of one picture. Somebody who does not want to say leaves none.

    Attributes:
        clear: whether they find it clear.
        word: the words that stood under it when it was asked.
        voice: how they answered; it is always their own answer.
        asked_by: who asked.

    """

    person: PersonRef
    picture: PictureRef
    clear: Clear
    word: Words = ""
    voice: Voice = "own_choice_symbol"
    asked_by: CircleRef | None = None
    on: datetime.date

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """It belongs to the person who was asked."""
        return Facets(person=self.person, words=shape.words(self))
