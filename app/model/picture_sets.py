"""Picture sets that were imported: what they are called, whose they are, and what was left out."""

import dataclasses
import datetime
import hashlib
from collections.abc import Mapping
from typing import Literal

from app.model.ids import PictureRef
from app.model.pictures import OF_A_SET, Picture

Reason = Literal[
    "only_an_address", "not_there", "unsafe", "no_picture", "too_large", "not_for_plans",
    "no_name", "unsafe_place", "locked",
]  # fmt: skip
"""Why a picture of a file was left out: in the words of :mod:`app.usecases.picture_sets`."""

Names = Mapping[str, tuple[str, ...]]
"""What a picture is called, the usual name first, by language tag; empty where it is not known."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SetDetails:
    """What a set says about itself.

    Attributes:
        id: made from the content of a file, or the place of a folder, so that the same one is the
            same set, also when a folder has got more pictures.
        name: what it is called.
        author: who made it; empty if nobody says.
        licence: in short, such as "CC BY-SA 4.0"; empty if nobody says.
        source: the name of the file.

    """

    id: str
    name: str
    author: str
    licence: str
    source: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PictureSet:
    """A set that is in the notebook.

    Attributes:
        at: when its import began.
        pictures: how many it has.
        of: how many its file has, while they are not all taken in; 0 once they are.

    """

    details: SetDetails
    at: datetime.datetime
    pictures: int
    of: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class NamedPicture:
    """One name of a picture of a set, in one language; empty for a name of no language."""

    set_id: str
    lang: str
    name: str
    ref: PictureRef


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class NewPicture:
    """A picture about to be kept with its set.

    Attributes:
        source_id: what its file calls it; the same file is taken up again by it.
        names: what it is called.
        picture: what it shows.
        tags: what else it may be found by, after everything that is called so.
        author: who made it, where that is not whoever made the set.
        licence: its own, where it is not that of the set.

    """

    source_id: str
    names: Names
    picture: Picture
    tags: Names = dataclasses.field(default_factory=dict)
    author: str = ""
    licence: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class FoundPicture:
    """A picture of an imported set that a search found.

    Attributes:
        name: by which it was found.
        lang: the language of that name; empty where it is not known.
        set_id: the set that it is of.

    """

    ref: PictureRef
    name: str
    lang: str
    set_id: str


def set_ref(data: bytes) -> PictureRef:
    """How a picture of an imported set with these bytes is called."""
    return PictureRef(OF_A_SET + hashlib.sha256(data).hexdigest())
