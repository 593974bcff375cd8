"""What stands in a writing place and is not on a card yet: nobody has said these are the words."""

import datetime
from typing import Annotated, Literal

import msgspec

from app.model.drawing import Drawing
from app.model.drawn import DayTime
from app.model.ids import PictureRef, RecordId
from app.model.promises import Theme
from app.model.record import Value
from app.model.shape import CircleRef, StatementRef
from app.model.statement import Voice
from app.model.text import is_blank

OTHERS = "others"
"""How it was told, when the words are somebody else's."""

PICKING = "picking:"
"""Before the step at whose page of pictures the words are being written."""

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


class HalfPromise(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A promise that is being written for something the person said.

    Attributes:
        said: what the person said.
        open: it is the one on screen.

    """

    said: StatementRef
    words: str = ""
    owner: CircleRef | None = None
    due: datetime.date | None = None
    theme: Theme = "other"
    open: bool = False


class HalfSaid(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Words being written down, with everything already said about them.

    Attributes:
        how: the voice in which it was told, or :data:`OTHERS`; empty while nobody has said.
        said_by: whose words, where they are somebody else's.
        picture_chosen: the picture was chosen, and is not only suggested by the words.
        drawing: what is being drawn.
        row: the row of a chart that is being written; ``words`` then hold it in one text.
        part: the part of a day that it is about, where a day is told.
        promises: those that are being written; ``words`` then hold them in one text.

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
    promises: tuple[HalfPromise, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether there are no words."""
        return is_blank(self.words)

    @property
    def nothing_stands(self) -> bool:
        """Whether there are no words, and nothing was drawn or chosen that stands for them."""
        made = self.how == "own_made" and self.picture is not None
        words = self.words + self.meaning
        return is_blank(words) and not (self.drawing or self.promises or made)


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
