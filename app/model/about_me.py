"""Everything that is written about one person, ready to be read: parts, groups, entries, facts.

It knows the kinds of record no more than a page does, so that a kind that is added later needs no
place of its own to be shown.
"""

import dataclasses
import datetime

from app.model.facts import Fact
from app.model.ids import PictureRef
from app.model.plan import Line, Plan
from app.model.wording import Phrase, Told


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A change that was made.

    Attributes:
        at: when, in UTC.
        by: the name of who wrote it; empty if they are not around the person.
        notes: what was done.
        before: what was known until then, and is no longer.

    """

    at: datetime.datetime
    by: str
    notes: tuple[Told, ...]
    before: tuple[Fact, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that is kept, with how it was before.

    Attributes:
        title: what it is called; empty where its words stand for themselves.
        line: the sentence, where it is one.
        pictures: the first stands beside it.
        notes: what to know about it first, such as that it is hidden.

    """

    title: Told = ""
    line: Line | None = None
    pictures: tuple[PictureRef, ...] = ()
    notes: tuple[Told, ...] = ()
    facts: tuple[Fact, ...] = ()
    earlier: tuple[Earlier, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Entries that belong together, such as the sentences of one section."""

    entries: tuple[Entry, ...]
    title: Told = ""
    pictures: tuple[PictureRef, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part, which starts a page.

    Attributes:
        none: what is said where nothing is kept.

    """

    title: Phrase
    picture: PictureRef
    groups: tuple[Group, ...]
    none: Phrase


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class AboutMe:
    """Everything about one person.

    Attributes:
        plan: the person, those around them, and every sentence, also hidden ones.

    """

    plan: Plan
    parts: tuple[Part, ...]
