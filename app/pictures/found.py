"""What a reader finds in a file: pictures with their names, each read only when it is wanted."""

import dataclasses
from collections import Counter
from collections.abc import Callable, Sequence

from app.model.picture_sets import Names, Reason, SetDetails
from app.pictures.naming import shown

MOST_PICTURES = 20_000
"""The largest open sets have some 13,000."""

LARGEST_DRAWING = 4_000_000
"""Bytes of one drawing; those of symbol sets have about 10,000."""

LARGEST_PHOTO = 40_000_000
"""Bytes of one photo or other picture made of dots."""

MOST_NAMED = 5
"""So many of those left out for one reason are named; more would hide the other sentences."""


class LeftOutError(Exception):
    """One picture cannot be used; the others of its file are not concerned."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


class LeftOut(Counter[Reason]):
    """How many pictures were left out, by why.

    Attributes:
        named: what the first of them are called.

    """

    def __init__(self) -> None:
        super().__init__()
        self.named: dict[Reason, list[str]] = {}

    def leave(self, reason: Reason, name: str) -> None:
        """Count one."""
        self[reason] += 1
        names = self.named.setdefault(reason, [])
        if name and len(names) < MOST_NAMED:
            names.append(shown(name))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One picture of a file.

    Attributes:
        source_id: what tells it from all others of its file, today and the next time.
        file: what the file calls it.
        names: what it is called; nothing where nobody says.
        tags: what else it may be found by, such as what kind of thing it is.
        read: gives its bytes, and raises :class:`LeftOutError` where there are none to be had.
        author: whose it is, where that is said for this picture alone.
        licence: under which, where that is said for this picture alone.
        is_drawing: it is called a drawing, so that it is no photo.

    """

    source_id: str
    file: str
    names: Names
    read: Callable[[], bytes]
    is_drawing: bool = False
    tags: Names = dataclasses.field(default_factory=dict)
    author: str = ""
    licence: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class OpenedSet:
    """A file that is a set of pictures, open to be read.

    Attributes:
        details: what it says about itself.
        pictures: its pictures, in the order of the file.
        left_out: how many were left out before anything was read, and why.
        told_of: a table, data or a licence says something about them.

    """

    details: SetDetails
    pictures: Sequence[Found]
    left_out: LeftOut
    told_of: bool = True

    @property
    def may_show_people(self) -> bool:
        """Whether these may be somebody's photos: nothing says what they are, nor whose."""
        return not self.told_of and not all(each.is_drawing for each in self.pictures)

    @property
    def needs_licence(self) -> bool:
        """Whether somebody has to say under which licence these pictures may be used."""
        return not self.details.licence and any(not each.licence for each in self.pictures)
