"""A sentence in another language, with who stands for it (domain record D4, rule R12)."""

import datetime
from typing import Literal

from app.model import shape
from app.model.ids import RecordId
from app.model.person import LanguageTag
from app.model.record import Body, Facets
from app.model.shape import PersonRef, SessionRef, StatementRef, Words

_NEVER_FOR_DECISIONS = frozenset({"family"})
_STANDS_ALONE = frozenset({"professional"})


class Translation(Body, frozen=True, kw_only=True, omit_defaults=True):
    """What a sentence says in another language.

    Attributes:
        source: the sentence, and ``source_version`` how many versions it had then.
        method: how it was made; a machine's is always named as one.
        checker: the competent person who checked it, by name.
        use_for: to read along, or to decide something on.

    """

    person: PersonRef
    source: StatementRef
    source_version: int
    lang: LanguageTag
    text: Words
    method: Literal["professional", "bilingual_staff", "family", "machine_offline", "phrasebook"]
    checker: Words = ""
    checked_on: datetime.date | None = None
    back_translation: Words = ""
    status: Literal["draft", "checked", "rejected"] = "draft"
    use_for: Literal["reading", "decision"] = "reading"
    session: SessionRef | None = None

    def __post_init__(self) -> None:
        """Refuse to decide on what no competent person stands for (rule R12, domain D4)."""
        if self.status == "checked" and not self.checker.strip():
            raise ValueError("a checked translation names who checked it")
        if self.use_for == "decision" and not self.may_be_decided_on:
            raise ValueError("a decision needs a professional or a named checker, never family")

    @property
    def may_be_decided_on(self) -> bool:
        """Whether consent, a restriction or safeguarding may rest on it (rule R12)."""
        if self.method in _NEVER_FOR_DECISIONS or self.status == "rejected":
            return False
        return self.method in _STANDS_ALONE or self.status == "checked"

    def facets(self, record: RecordId) -> Facets:  # noqa: ARG002
        """A translation belongs to a person."""
        return Facets(person=self.person, session=self.session, words=shape.words(self))
