"""What an advocate's review pack says, ready to be set: the sentences, what is known of each, and
the lists at its end."""

import dataclasses
import datetime
from collections.abc import Mapping
from typing import Literal

from app.model.facts import Fact
from app.model.ids import RecordId
from app.model.plan import Plan
from app.model.wording import Phrase, Told

News = Literal["first", "new", "changed", "same"]
"""Whether a sentence is other than in the pack before; in a first pack there is none before."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PackSentence:
    """What is known of one sentence beside its words.

    Attributes:
        code: by which it is found again.
        version: how many versions there were, this one counted.
        written: when it was written down, and by whom.
        facts: what the person answered to it, and the like.
        changes: what was changed since the pack before.

    """

    code: str
    version: int
    written: Told
    facts: tuple[Fact, ...]
    news: News
    changes: tuple[Told, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PackItem:
    """One thing of a list, with what is known of it."""

    title: Told
    facts: tuple[Fact, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PackList:
    """One list at the end."""

    title: Phrase
    items: tuple[PackItem, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PackTold:
    """A whole pack.

    Attributes:
        pack: the record it will be.
        plan: exactly the sentences that its reader may see.
        reader: their name.
        last_on: the day of the pack before, if there was one.
        sentences: what is known of each.

    """

    pack: RecordId
    plan: Plan
    reader: str
    last_on: datetime.date | None
    sentences: Mapping[RecordId, PackSentence]
    lists: tuple[PackList, ...]
