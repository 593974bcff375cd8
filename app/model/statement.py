"""One sentence of a plan, with whose words it is and what the person answered (record D3)."""

import datetime
from typing import Annotated, Literal

import msgspec

from app.model.ids import PictureRef, RecordId, SoundRef
from app.model.person import LanguageTag, SupporterRole
from app.model.record import Body, Facets, Value
from app.model.shape import CircleRef, PersonRef, SessionRef, StatementRef
from app.model.text import LONGEST_SENTENCE

Voice = Literal[
    "own_spoken",
    "own_written",
    "own_signed",
    "own_choice_symbol",
    "own_made",
    "shown_by_behaviour",
    "joint_wording",
    "family",
    "staff",
    "advocate",
    "professional",
    "peer",
    "from_old_record",
]

VoiceGroup = Literal["own", "shown", "joint", "others"]

StatementKind = Literal[
    "fact",
    "preference",
    "important_to",
    "important_for",
    "please_do",
    "please_dont",
    "working",
    "not_working",
    "strength",
    "hope",
    "worry",
    "trigger",
    "helps",
    "wellness_sign",
    "illness_sign",
    "chart_row",
    "appreciation",
    "quote",
]

View = Literal["agree", "disagree", "part", "no_view"]
"""What the person thinks of somebody else's sentence."""

Sure = Literal["sure", "think", "guess"]
"""How sure it is what something means."""

ReadBackResult = Literal["keep", "changed_then_keep", "not_mine", "not_sure", "not_done"]

KeyWord = Annotated[str, msgspec.Meta(max_length=LONGEST_SENTENCE)]

_GROUPS: dict[str, VoiceGroup] = {
    "own_spoken": "own",
    "own_written": "own",
    "own_signed": "own",
    "own_choice_symbol": "own",
    "own_made": "own",
    "shown_by_behaviour": "shown",
    "joint_wording": "joint",
}


def voice_group(voice: Voice) -> VoiceGroup:
    """Whose words: the person's own, shown by them, written together, or someone else's (R1)."""
    return _GROUPS.get(voice, "others")


_VOICE_OF: dict[SupporterRole, Voice] = {
    "family": "family",
    "friend": "family",
    "unpaid_carer": "family",
    "peer": "peer",
    "advocate": "advocate",
    "imca": "advocate",
    "keyworker": "staff",
    "support_worker": "staff",
    "manager": "staff",
}


def voice_of(role: SupporterRole) -> Voice:
    """The voice in which a supporter of this role speaks."""
    return _VOICE_OF.get(role, "professional")


class ReadBack(Value, frozen=True, kw_only=True, omit_defaults=True):
    """The person's answer when the sentence was read back to them (rule R4).

    Attributes:
        method: how it was read back and answered, such as "heard it" or "pointed".

    """

    result: ReadBackResult = "not_done"
    method: str = ""
    on: datetime.date | None = None


class AnswerTo(Value, frozen=True, kw_only=True):
    """The person's reply to somebody else's sentence."""

    statement: StatementRef
    view: View


class ChartRow(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A row of the communication chart: what happens, what I do, what it means, please do.

    Something that was seen, and is no row of the chart, has only what was done and what it means.

    Attributes:
        seen_count: how often it was seen, and ``seen_by`` who saw it first.

    """

    direction: Literal["from_person", "to_person"] = "from_person"
    happening: str = ""
    does: str = ""
    means: str = ""
    please_do: str = ""
    seen_count: Annotated[int, msgspec.Meta(ge=0)] = 0
    seen_by: CircleRef | None = None
    last_row_check: datetime.date | None = None


class Statement(Body, frozen=True, kw_only=True, omit_defaults=True):
    """One idea in the plan.

    Attributes:
        original: the words as they were said, never corrected (rule R5).
        said_by: the supporter whose words they are, where they are not the person's.
        scribed_by: who wrote them down.
        symbols: the pictures beside the words, the main one first.
        key_words: of each picture the words of the sentence that it stands for, as they stand in
            it; nothing for a picture of which nobody chose that.
        moment: the moment of the conversation in which it was said.
        card: the card of a sorting board that says it, if one does.
        private: for the person alone.
        recording: the sentence as it was said into the computer. Its words may still have to be
            written; no sentence has neither.

    """

    person: PersonRef
    section: str
    kind: StatementKind
    voice: Voice
    original: Annotated[str, msgspec.Meta(max_length=LONGEST_SENTENCE)]
    original_lang: LanguageTag = "en-GB"
    said_by: CircleRef | None = None
    scribed_by: CircleRef | None = None
    interpreter_id: CircleRef | None = None
    easy: str = ""
    easy_by: CircleRef | None = None
    easy_ok_by_person: bool = False
    easy_unsure_on: datetime.date | None = None
    symbols: tuple[PictureRef, ...] = ()
    key_words: tuple[KeyWord, ...] = ()
    read_back: ReadBack = ReadBack()
    meaning: str = ""
    meaning_confidence: Sure | None = None
    consistency: Literal["same_twice", "changed", "unsure", "not_checked"] = "not_checked"
    importance: Annotated[int, msgspec.Meta(ge=1, le=3)] | None = None
    must_know: bool = False
    conflicts_with: tuple[StatementRef, ...] = ()
    answer_to: AnswerTo | None = None
    private: bool = False
    audience: tuple[str, ...] = ()
    chart: ChartRow | None = None
    session: SessionRef | None = None
    moment: str = ""
    card: str = ""
    recording: SoundRef | None = None

    def __post_init__(self) -> None:
        """Refuse what says nothing, and behaviour without how sure its reading is (record D3)."""
        if not self.original and self.recording is None:
            raise ValueError('there is nothing in "original", and no recording')
        if self.voice == "shown_by_behaviour" and self.meaning_confidence is None:
            raise ValueError("words shown by behaviour need meaning_confidence")

    @property
    def voice_group(self) -> VoiceGroup:
        """Whose words these are, of four."""
        return voice_group(self.voice)

    @property
    def kept(self) -> bool:
        """Whether the person said it may stay; until then it is a draft (rule R4)."""
        return self.read_back.result in {"keep", "changed_then_keep"}

    @property
    def disowned(self) -> bool:
        """Whether the person said that these are not their words."""
        return self.read_back.result == "not_mine"

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A sentence is found by its words, in its section."""
        words = "\n".join(part for part in (self.original, self.easy, self.meaning) if part)
        return Facets(person=self.person, session=self.session, section=self.section, words=words)
