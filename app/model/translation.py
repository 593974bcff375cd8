"""A sentence in another language, with who stands for it (domain record D4, rule R12)."""

import dataclasses
import datetime
import re
from collections.abc import Sequence
from typing import Literal

from app.model import shape
from app.model.ids import RecordId, SoundRef
from app.model.person import LanguageTag, SupporterRole
from app.model.record import Body, Facets, Record, Revision
from app.model.shape import CircleRef, PersonRef, SessionRef, StatementRef, Words
from app.model.statement import Statement
from app.model.wording import N_

Method = Literal[
    "professional", "bilingual_staff", "family", "machine_offline", "phrasebook", "somebody_else"
]
"""Who or what translated."""

Answer = Literal["", "yes", "no", "not_sure"]
"""What the person said to "Is this what I said?"."""

State = Literal["out_of_date", "checked", "draft"]

LEAST_ALLOWED_FIRST: tuple[Method, ...] = (
    "family", "somebody_else", "bilingual_staff", "professional",
)  # fmt: skip
BY_PEOPLE: frozenset[Method] = frozenset(LEAST_ALLOWED_FIRST)
"""Made by somebody who read the sentence; a machine and a list of sentences read nothing."""

_NEVER_FOR_DECISIONS = frozenset({"family"})
_STANDS_ALONE = frozenset({"professional"})

_METHODS: dict[SupporterRole, Method] = {
    "interpreter": "professional",
    "keyworker": "bilingual_staff",
    "support_worker": "bilingual_staff",
    "manager": "bilingual_staff",
    "social_worker": "bilingual_staff",
    "nurse": "bilingual_staff",
    "slt": "bilingual_staff",
    "family": "family",
    "friend": "family",
    "unpaid_carer": "family",
    "attorney": "family",
    "deputy": "family",
}

METHOD_WORDS: dict[Method, str] = {
    "professional": N_("professional interpreter"),
    "bilingual_staff": N_("staff who speak both languages"),
    "family": N_("family or friend"),
    "machine_offline": N_("Computer translation"),
    "phrasebook": N_("from a list of sentences"),
    "somebody_else": N_("somebody who speaks both languages"),
}


def method_of(role: SupporterRole) -> Method:
    """As what somebody of this role translates.

    Who decides for a person by law is most often family, and is taken for it.
    """
    return _METHODS.get(role, "somebody_else")


class Translation(Body, frozen=True, kw_only=True, omit_defaults=True):
    """What a sentence says in another language.

    Attributes:
        source: the sentence, and ``source_version`` how many versions it had then.
        text: what it says; empty where it is only said into the computer.
        method: how it was made; a machine's is always named as one.
        made_by: who made it, where they are somebody around the person; else ``made_by_name``.
        made_with: the name, the version and the mark of the machine that made it.
        recording: the same, as it was said into the computer.
        checker: the competent person who checked it, by name.
        back_translation: what it says when it is said back in the first language.
        answer: what the person said to it, and ``answered_on`` when.
        use_for: to read along, or to decide something on.

    """

    person: PersonRef
    source: StatementRef
    source_version: int
    lang: LanguageTag
    text: Words
    method: Method
    made_by: CircleRef | None = None
    made_by_name: Words = ""
    made_with: Words = ""
    recording: SoundRef | None = None
    checker: Words = ""
    checked_on: datetime.date | None = None
    back_translation: Words = ""
    answer: Answer = ""
    answered_on: datetime.date | None = None
    status: Literal["draft", "checked", "rejected"] = "draft"
    use_for: Literal["reading", "decision"] = "reading"
    session: SessionRef | None = None

    def __post_init__(self) -> None:
        """Refuse to decide on what no competent person stands for (rule R12, domain D4)."""
        if not self.text and self.recording is None:
            raise ValueError('there is nothing in "text", and no recording')
        if self.status == "checked" and not self.checker.strip():
            raise ValueError("a checked translation names who checked it")
        if self.use_for == "decision" and not self.may_be_decided_on:
            raise ValueError("a decision needs a professional or a named checker, never family")

    @property
    def may_be_decided_on(self) -> bool:
        """Whether consent, a restriction or safeguarding may rest on it (rule R12)."""
        if self.method in _NEVER_FOR_DECISIONS or not self.stands:
            return False
        return self.method in _STANDS_ALONE or self.status == "checked"

    @property
    def is_stood_for(self) -> bool:
        """Whether a person stands for it: they made it themselves, or checked it."""
        return self.method in BY_PEOPLE or self.status == "checked"

    @property
    def stands(self) -> bool:
        """Whether nobody has turned it down: who checked it, or the person themselves."""
        return self.status != "rejected" and self.answer != "no"

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A translation belongs to a person."""
        return Facets(person=self.person, session=self.session, words=shape.words(self))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """A translation as it stands beside its sentence.

    Attributes:
        by: the name of who made it; empty for a machine, and where nobody said.
        out_of_date: the sentence says something else by now.
        why_not: why only people translate its sentence as that is now, where no person stands
            for it (rule R12); empty where a machine may, None where nobody looked.

    """

    record: Record[Translation]
    by: str = ""
    out_of_date: bool = False
    why_not: str | None = None

    @property
    def body(self) -> Translation:
        """What it says."""
        return self.record.body

    @property
    def state(self) -> State:
        """How far it can be relied on, in one word."""
        if self.out_of_date:
            return "out_of_date"
        return "checked" if self.body.status == "checked" else "draft"

    @property
    def agreed(self) -> bool:
        """Whether the person said yes to it, as the sentence is now."""
        return self.body.answer == "yes" and not self.out_of_date

    @property
    def counts(self) -> bool:
        """Whether the person said yes to it, and nothing stands there that only people translate.

        The sentence may have come to be one of those long after a machine translated it.
        """
        return self.agreed and (self.body.is_stood_for or self.why_not == "")

    @property
    def may_stand_alone(self) -> bool:
        """Whether it may be read without the original: a person made or checked it."""
        return self.counts and self.body.is_stood_for

    @property
    def may_be_decided_on(self) -> bool:
        """Whether consent, a restriction or safeguarding may rest on it today (rule R12)."""
        return self.body.use_for == "decision" and self.counts and self.body.may_be_decided_on

    @property
    def rank(self) -> tuple[bool | datetime.datetime, ...]:
        """Of two into one language the greater is shown: how much rests on it, then how new.

        A draft that somebody made later does not hide what the person said yes to.
        """
        return (
            not self.out_of_date,
            self.counts,
            self.may_be_decided_on,
            self.body.status == "checked",
            self.body.is_stood_for,
            self.record.created_at,
        )


def same_language(one: str, other: str) -> bool:
    """Whether two tags are of one language, written in one way: Panjabi has two scripts."""
    return language_key(one) == language_key(other)


def language_key(tag: str) -> tuple[str, str]:
    """The same for all tags of one language; digits and a style of letters make no other."""
    named = re.split("-[a-z0-9]-", tag.replace("_", "-").casefold())[0]
    language, *others = named.split("-")
    scripts = (part for part in others if len(part) == _SCRIPT and part not in _STYLES)
    return language, next(scripts, "")


_SCRIPT = 4
"""Letters of the name of a script in a tag, as in pa-Arab."""

_STYLES = frozenset({"aran"})
"""Named like scripts, but every reader of the script reads them: Nastaliq."""


def is_out_of_date(version: int, now: Record[Statement], history: Sequence[Revision[Body]]) -> bool:
    """Whether a sentence says something else than it did when it had so many versions.

    Its pictures, who may see it and the person's answer to it may change; undone words are the
    same words again. Two views that nobody has settled are not what was translated.
    """
    if now.others or not 1 <= version <= len(history):
        return True
    then = history[version - 1].body
    return not isinstance(then, Statement) or _said_in(then) != _said_in(now.body)


def _said_in(statement: Statement) -> tuple[str, str, str]:
    """Its words; of a recording that nobody wrote down yet, that."""
    sound = "" if statement.original else statement.recording or ""
    return statement.original, statement.original_lang, sound
