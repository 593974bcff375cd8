"""What stands in a writing place and is not on a card yet: nobody has said these are the words."""

from typing import Annotated, Literal

import msgspec

from app.model.drawing import Drawing
from app.model.drawn import DayTime
from app.model.ids import PictureRef, RecordId
from app.model.record import Value
from app.model.shape import CircleRef, StatementRef
from app.model.statement import Voice
from app.model.text import is_blank

OTHERS = "others"
"""How it was told, when the words are somebody else's."""

How = Literal[Voice, "others", ""]


class HalfRow(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A row of the communication chart being written, or something seen being written down.

    Attributes:
        part: which part of it is on screen; empty for its first.
        means_else: a second thing that it may mean.
        unsure: nobody is sure what it means, and that was said.
        seen_count: how often it was seen, and ``seen_by`` who saw it.
        changes: the row that is put differently, if it is no new one.

    """

    part: str = ""
    happening: str = ""
    does: str = ""
    means: str = ""
    means_else: str = ""
    unsure: bool = False
    please_do: str = ""
    seen_count: int = 0
    seen_by: CircleRef | None = None
    changes: StatementRef | None = None


class HalfSaid(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Words being written down, with everything already said about them.

    Attributes:
        how: the voice in which it was told, or :data:`OTHERS`; empty while nobody has said.
        said_by: whose words, where they are somebody else's.
        picture_chosen: the picture was chosen, and is not only suggested by the words.
        drawing: what is being drawn.
        row: the row of a chart that is being written; ``words`` then hold it in one text.
        part: the part of a day that it is about, where a day is told.

    """

    words: str = ""
    how: How = "own_spoken"
    said_by: RecordId | None = None
    meaning: str = ""
    sure: Literal["sure", "think", "guess"] | None = None
    lang: Annotated[str, msgspec.Meta(pattern="^(|.{2,})$", max_length=35)] = ""
    picture: PictureRef | None = None
    picture_chosen: bool = False
    drawing: Drawing = ()
    row: HalfRow | None = None
    part: DayTime | Literal[""] = ""

    @property
    def blank(self) -> bool:
        """Whether there are no words."""
        return is_blank(self.words)


_decoder = msgspec.json.Decoder(HalfSaid)


def write(said: HalfSaid) -> str:
    """One line of text that :func:`read` reads; an empty one where nothing was changed."""
    return "" if said == HalfSaid() else msgspec.json.encode(said).decode()


def read(text: str) -> HalfSaid:
    """What :func:`write` wrote; plain words where a line is only words."""
    try:
        return _decoder.decode(text.encode()) if text else HalfSaid()
    except msgspec.DecodeError:
        return HalfSaid(words=text)
