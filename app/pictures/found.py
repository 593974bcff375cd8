"""What a reader finds in a file: pictures with their names, each read only when it is wanted."""

import dataclasses
from collections import Counter
from collections.abc import Callable, Sequence

from app.model.picture_sets import Names, Reason, SetDetails

MOST_PICTURES = 20_000
"""The largest open sets have some 13,000."""

LARGEST_DRAWING = 4_000_000
"""Bytes of one drawing; those of symbol sets have about 10,000."""

LARGEST_PHOTO = 40_000_000
"""Bytes of one photo or other picture made of dots."""


class LeftOutError(Exception):
    """One picture cannot be used; the others of its file are not concerned."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One picture of a file.

    Attributes:
        source_id: what the file calls it.
        names: what it is called; nothing where nobody says.
        tags: what else it may be found by, such as what kind of thing it is.
        read: gives its bytes, and raises :class:`LeftOutError` where there are none to be had.
        author: whose it is, where that is said for this picture alone.
        licence: under which, where that is said for this picture alone.

    """

    source_id: str
    names: Names
    read: Callable[[], bytes]
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

    """

    details: SetDetails
    pictures: Sequence[Found]
    left_out: Counter[Reason]

    @property
    def needs_licence(self) -> bool:
        """Whether somebody has to say under which licence these pictures may be used."""
        return not self.details.licence and any(not each.licence for each in self.pictures)
