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
from app.model.statement import KeyWord, Statement, Voice
from app.model.text import is_blank

OTHERS = "others"
"""How it was told, when the words are somebody else's."""

PICKING = "picking:"
"""Before the step at whose page of pictures the words are being written."""

_CHANGE, _EASIER, _SEEN, _FACE, _WHY, _BY_WHEN, _ANSWER, _TRANSLATION, _SAID_BACK = (
    "change", "easier", "what_was_seen", "face", "why", "by_when", "answer", "translation",
    "said_back",
)  # fmt: skip
KEPT_APART = frozenset(
    {
        PICKING.rstrip(":"), _CHANGE, _EASIER, _SEEN, _FACE, _WHY, _BY_WHEN, _ANSWER, _TRANSLATION,
        _SAID_BACK,
    }
)  # fmt: skip
"""What words that are no answer to a step are kept under, before a colon: no step is called so."""

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


class FurtherPicture(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A second or third picture, with the word of the sentence that it stands for."""

    ref: PictureRef
    word: KeyWord = ""


class Offered(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A translation that was put into a writing place because somebody pressed for it.

    Attributes:
        words: as they were put there; what stands there now may be others.
        method: where they came from.
        made_with: which machine made them, if one did.
        left: what of them stands as it was said: somebody has to translate it, whose words they
            are from then on.

    """

    words: str
    method: Literal["machine_offline", "phrasebook"]
    made_with: str = ""
    left: tuple[str, ...] = ()

    def made(self, words: str) -> bool:
        """Whether these words are still its own, and not of whoever looked at them.

        What a machine wrote stays a machine's while it is mended: nobody has stood for it yet.
        """
        return self.method == "machine_offline" or words.strip() == self.words.strip()


class HalfSaid(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Words being written down, with everything already said about them.

    Attributes:
        how: the voice in which it was told, or :data:`OTHERS`; empty while nobody has said.
        said_by: whose words, where they are somebody else's.
        key_word: the word of the sentence that the picture stands for, where that is shown.
        further: more pictures with their words.
        picture_chosen: the picture was chosen, and is not only suggested by the words.
        drawing: what is being drawn.
        row: the row of a chart that is being written; ``words`` then hold it in one text.
        part: the part of a day that it is about, where a day is told.
        promises: those that are being written; ``words`` then hold them in one text.
        offered: a translation that was put there; None where somebody wrote all of it.
        of: the words of the sentence, where these put it into another language.

    """

    words: str = ""
    how: How = "own_spoken"
    said_by: RecordId | None = None
    meaning: str = ""
    sure: Literal["sure", "think", "guess"] | None = None
    lang: Annotated[str, msgspec.Meta(pattern="^(|.{2,})$", max_length=35)] = ""
    picture: PictureRef | None = None
    key_word: KeyWord = ""
    further: tuple[FurtherPicture, ...] = ()
    picture_chosen: bool = False
    drawing: Drawing = ()
    row: HalfRow | None = None
    part: DayTime | Literal[""] = ""
    promises: tuple[HalfPromise, ...] = ()
    offered: Offered | None = None
    of: str = ""

    def is_of_other_words(self, now: Statement) -> bool:
        """Whether these put words into another language that the sentence does not have now."""
        return not self.blank and self.of != now.original

    @property
    def blank(self) -> bool:
        """Whether there are no words."""
        return is_blank(self.words)

    @property
    def symbols(self) -> tuple[PictureRef, ...]:
        """Every picture that was chosen, the main one first."""
        if self.picture is None:
            return ()
        return (self.picture, *(each.ref for each in self.further))

    @property
    def key_words(self) -> tuple[str, ...]:
        """The word of each of :attr:`symbols`; nothing where none of them has one."""
        words = (self.key_word, *(each.word for each in self.further))
        return words if self.picture is not None and any(words) else ()

    @property
    def nothing_stands(self) -> bool:
        """Whether there are no words, and nothing was drawn or chosen that stands for them."""
        made = self.how == "own_made" and self.picture is not None
        words = self.words + self.meaning
        return is_blank(words) and not (self.drawing or self.promises or made)


def change_key(statement: RecordId) -> str:
    """Under which name the new words of a sentence are kept until they are said."""
    return f"{_CHANGE}:{statement}"


def changed_sentence(key: str) -> RecordId | None:
    """Of which sentence new words are kept under this name; None where none are."""
    start, _, name = key.partition(":")
    return RecordId(name) if start == _CHANGE else None


def easier_key(statement: RecordId) -> str:
    """Under which name easier words for a sentence are kept until they stand beside it."""
    return f"{_EASIER}:{statement}"


def translation_key(statement: RecordId, lang: str) -> str:
    """Under which name a translation is kept until it stands beside its sentence."""
    return f"{_TRANSLATION}:{statement}:{lang}"


def said_back_key(translation: RecordId) -> str:
    """Under which name it is kept what a translation says when it is said back."""
    return f"{_SAID_BACK}:{translation}"


def seen_key(row: RecordId) -> str:
    """Under which name it is kept what somebody saw of a row, until it is checked."""
    return f"{_SEEN}:{row}"


def face_key(goal: RecordId, point: int) -> str:
    """Under which name the words of one face of a goal's scale are kept."""
    return f"{_FACE}:{goal}:{point}"


def why_key(goal: RecordId) -> str:
    """Under which name it is kept why a goal matters."""
    return f"{_WHY}:{goal}"


def by_when_key(step: RecordId) -> str:
    """Under which name it is kept when a small step is done."""
    return f"{_BY_WHEN}:{step}"


def answer_key(promise: RecordId, field: str) -> str:
    """Under which name the answer to one field about a promise is kept."""
    return f"{_ANSWER}:{promise}:{field}"


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
