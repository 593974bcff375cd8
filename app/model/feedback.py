"""What a person thinks of their support, what they get for their time, and what only they may
pass on (domain records D14 and D15, rule R14)."""

import datetime
from typing import Annotated, Literal

import msgspec

from app.model import shape
from app.model.ids import PictureRef, RecordId
from app.model.promises import PromiseRef
from app.model.record import Body, Facets, Value
from app.model.shape import CircleRef, PersonRef, SessionRef, StatementRef, Words
from app.model.text import is_blank


class Feedback(Body, frozen=True, kw_only=True, omit_defaults=True):
    """How something was for the person, and what should come of it.

    Attributes:
        words: what they said about it. Words that somebody must not see are a sealed note.
        keyworker_present: whether the keyworker was there while it was said.
        wants_reply: whether an answer is wanted, and ``reply_by`` until when.

    """

    person: PersonRef
    about: Literal["session", "worker", "plan", "rule", "home", "app", "other"] | None = None
    face: Literal["like", "not_sure", "do_not_like"] | None = None
    listened: Literal["yes", "sometimes", "no"] | None = None
    words: tuple[StatementRef, ...] = ()
    route: Literal["open", "manager_sealed", "advocate_sealed", "just_me"] = "open"
    keyworker_present: bool = False
    should_happen: Literal["do_something", "just_know", "complaint", "thank_someone"] | None = None
    wants_reply: Literal["yes", "no"] | None = None
    reply_by: datetime.date | None = None
    replied_on: datetime.date | None = None
    promise: PromiseRef | None = None
    public_ok: bool = False
    session: SessionRef | None = None
    moment: str = ""

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """Feedback belongs to a person."""
        return Facets(person=self.person, session=self.session, words=shape.words(self))


class SealedBox(Value, frozen=True, kw_only=True):
    """One sealing of a note.

    Attributes:
        key: the identifier of the worker to whose public key it is sealed.
        sealed: the ciphertext in Base64.

    """

    key: str
    sealed: Annotated[str, msgspec.Meta(min_length=1)]


class SealedNote(Body, frozen=True, kw_only=True, omit_defaults=True):
    """Words for the manager or the advocate that nobody else can read (rule R14).

    Attributes:
        to: for whom.
        on: the day. No field holds the time, and none is shown, since it would tell who was in
            the room; but like every record the note has it in its identifier and in when it was
            written, for whoever can open the notebook and looks there.
        boxes: the words, sealed once to each key of those it is for.
        read_on: when one of them opened it.

    """

    person: PersonRef
    to: Literal["manager", "advocate"]
    on: datetime.date
    boxes: tuple[SealedBox, ...]
    read_on: datetime.date | None = None

    def __post_init__(self) -> None:
        """Refuse a note that nobody could ever open."""
        if not self.boxes:
            raise ValueError("a sealed note is sealed to somebody")

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A sealed note belongs to a person; there is nothing in it to find."""
        return Facets(person=self.person)


class SealedWords(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What a sealed note says. It is never kept but sealed; only its reader ever has it again."""

    words: Words = ""
    pictures: tuple[PictureRef, ...] = ()
    lang: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing was said."""
        return is_blank(self.words) and not self.pictures


class Expense(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Money the person spent to take part. Expenses are always paid."""

    what: Words
    amount: Words
    paid_on: datetime.date | None = None


class Recognition(Body, frozen=True, kw_only=True, omit_defaults=True):
    """What the person gets for their time. It never depends on what they said.

    Attributes:
        offered_on: when it was offered, which should be before the work began.
        advice_offered: free advice about benefits was offered first; none is given here.
        thanked: whom the person wants to thank, in their words.

    """

    person: PersonRef
    for_what: Words = ""
    offered_on: datetime.date | None = None
    menu_shown: bool = False
    chosen: (
        Literal[
            "none", "thanks", "certificate", "reference", "treat", "time_credit", "voucher",
            "payment", "lower_payment", "charity",
        ]
        | None
    ) = None  # fmt: skip
    other_choice: Words = ""
    expenses: tuple[Expense, ...] = ()
    advice_offered: bool = False
    given_on: datetime.date | None = None
    given_by: CircleRef | None = None
    words: Words = ""
    thanked: tuple[StatementRef, ...] = ()
    session: SessionRef | None = None
    moment: str = ""

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A recognition belongs to a person."""
        return Facets(person=self.person, session=self.session, words=shape.words(self))
