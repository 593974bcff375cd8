"""Pictures, wherever they come from, as bytes that a screen or a page can draw."""

import dataclasses
from typing import Literal, Protocol

from app.model.ids import PictureRef

MediaType = Literal["image/svg+xml", "image/png", "image/jpeg"]

PHOTO = "photo:"
"""What the name of a photo begins with."""

OF_A_SET = "set:"
"""What the name of a picture of an imported set begins with."""

NOT = "not:"
"""What the name of a picture begins with that is shown with the mark for "not" over it."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Whose work a picture is, as its licence asks to be said where it is shown.

    Attributes:
        set_name: the set that it was imported with.
        author: who made it.
        licence: under which it may be used, in short.

    """

    set_name: str
    author: str
    licence: str


@dataclasses.dataclass(frozen=True, slots=True)
class Picture:
    """One picture's content.

    Attributes:
        credit: of a picture of an imported set.

    """

    media_type: MediaType
    data: bytes
    credit: Credit | None = None


class PictureFinder(Protocol):
    """Where pictures come from: the symbol sets and the notebook's own photos."""

    def picture(self, ref: PictureRef, /, skin_tone: int | None = None) -> Picture | None:
        """The picture, in the person's skin tone where it shows people; None if there is none."""


class PictureSource(PictureFinder, Protocol):
    """Pictures, and what they show in words."""

    def says(self, ref: PictureRef, /, lang: str) -> str:
        """What a picture shows, in a language; empty where nobody has said so."""


def is_kept(ref: PictureRef) -> bool:
    """Whether a picture lies in the notebook, and goes with its plan: a photo, or of a set."""
    return ref.startswith((PHOTO, OF_A_SET))


def with_not(ref: PictureRef) -> PictureRef:
    """The picture with the mark for "not" over it, as it is shown beside "I do not like coffee".

    A photo is left as it is: nobody is crossed out.
    """
    return ref if ref.startswith((NOT, PHOTO)) else PictureRef(f"{NOT}{ref}")


def without_not(ref: PictureRef) -> PictureRef:
    """The picture itself, whether the mark for "not" is over it or not."""
    return PictureRef(ref.removeprefix(NOT))


def has_not(ref: PictureRef) -> bool:
    """Whether a picture is shown with the mark for "not" over it."""
    return ref.startswith(NOT)
