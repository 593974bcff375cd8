"""Pictures, wherever they come from, as bytes that a screen or a page can draw."""

import dataclasses
from typing import Literal, Protocol

from app.model.ids import PictureRef

MediaType = Literal["image/svg+xml", "image/png", "image/jpeg"]


@dataclasses.dataclass(frozen=True, slots=True)
class Picture:
    """One picture's content."""

    media_type: MediaType
    data: bytes


class PictureSource(Protocol):
    """Where pictures come from: the symbol sets and the notebook's own photos."""

    def picture(self, ref: PictureRef, /, skin_tone: int | None = None) -> Picture | None:
        """The picture, in the person's skin tone where it shows people; None if there is none."""
