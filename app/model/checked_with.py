"""That somebody who uses easy read has read a plan, and what was hard for them (rule L24)."""

import datetime
from typing import Annotated

import msgspec

from app.model import shape
from app.model.ids import RecordId
from app.model.person import LanguageTag
from app.model.record import Body, Facets, Value
from app.model.shape import CircleRef, PersonRef, StatementRef, Words

WordsMark = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}$")]
"""Stands for the words of one sentence, or of a piece of a card: others have another mark."""


class HardHere(Value, frozen=True, kw_only=True):
    """What the reader said about one sentence."""

    statement: StatementRef
    said: Words = ""


class CheckedWith(Body, frozen=True, kw_only=True, omit_defaults=True):
    """One reading of a plan by somebody who uses easy read, told by them.

    Attributes:
        reader: who it was: the person whose plan it is, or somebody around them.
        named: who it was, where it is nobody around the person.
        lang: the language that they read it in.
        read: the marks of all the sentences that they read, and of what is printed of cards.
        hard: the sentences that were hard, with what they said about each.
        said: what they said about the whole.
        written_by: who wrote down what they said.

    """

    person: PersonRef
    reader: CircleRef | None = None
    named: Words = ""
    on: datetime.date
    lang: LanguageTag
    read: tuple[WordsMark, ...] = ()
    hard: tuple[HardHere, ...] = ()
    said: Words = ""
    written_by: CircleRef | None = None

    def __post_init__(self) -> None:
        """Refuse nobody, and two at once."""
        if (self.reader is None) == (not self.named.strip()):
            raise ValueError("a reader is one person, or a name")

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A reading belongs to the person whose plan it is."""
        return Facets(person=self.person, words=shape.words(self))
