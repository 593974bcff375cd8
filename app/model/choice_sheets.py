"""Questions of a conversation on paper, to be ticked at home, and what came back of them."""

import datetime
from typing import Literal

from app.model import shape
from app.model.home_sheets import TickLine
from app.model.ids import RecordId
from app.model.packs import Area
from app.model.record import Body, Facets, Value
from app.model.shape import CircleRef, PersonRef, SessionRef, Words

HomeResponse = Literal["chosen", "said", "dont_know", "dont_want_to_say"]
"""As in a talk; whoever does not want to answer today leaves a page empty."""


class PaperChoice(Value, frozen=True, kw_only=True):
    """One thing to tick, in the words of its guide."""

    id: str
    words: str


class PaperAnswer(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What was ticked at home, as a person read it on the paper.

    It is no answer yet: the person says in a talk whether they mean it (rule R4).

    Attributes:
        brought_by: who brought the page back.
        at: when, in UTC.
        choices: what was ticked, in the order in which it was printed.
        words: what was written beside it.
        said: both in the language of the window in which they were read.
        told_in: the talk in which the person was asked about it.

    """

    brought_by: CircleRef
    at: datetime.datetime
    response: HomeResponse
    choices: tuple[str, ...] = ()
    words: Words = ""
    said: Words = ""
    told_in: SessionRef | None = None


class PaperQuestion(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One question as it was printed.

    Attributes:
        moment: of its guide.
        asked: in the words of the guide.

    """

    moment: str
    asked: str
    choices: tuple[PaperChoice, ...]
    answer: PaperAnswer | None = None


class ChoiceSheet(Body, frozen=True, kw_only=True, omit_defaults=True):
    """Questions that were printed to be ticked with a pencil, and what came back.

    Attributes:
        lines: where each question stands, and ``corners`` where the codes of each page are.

    """

    person: PersonRef
    guide: str
    on: datetime.date
    questions: tuple[PaperQuestion, ...]
    lines: tuple[TickLine, ...]
    corners: tuple[Area, ...]

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A sheet belongs to a person."""
        return Facets(person=self.person, words=shape.words(self))
