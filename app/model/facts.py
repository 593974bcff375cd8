"""What is known, ready to be said: one fact under its name, and a record as a card of facts."""

import dataclasses

from app.model.ids import PictureRef, RecordId
from app.model.wording import N_, Phrase, Told, Wording, said


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that is known, under its name.

    Attributes:
        items: what is known; each has one line, or several that belong together.

    """

    label: Phrase
    items: tuple[tuple[Told, ...], ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A record of a plan that is more than one sentence: a risk, a rule, a decision.

    Attributes:
        title: what it is called, in plain words.
        status: where it stands, in a word or two; ``mark`` is the picture beside it.
        missing: what keeps it from being complete; such a card stands first and stands out
            (rule R10).
        facts: what is read on screen.
        brief: the few of them that are printed.
        written: who wrote it down as it stands, and when: its words are not the person's alone
            (rule R1).

    """

    record: RecordId
    kind: str
    title: Told
    status: Phrase
    mark: PictureRef
    missing: tuple[Phrase, ...] = ()
    facts: tuple[Fact, ...] = ()
    brief: tuple[Fact, ...] = ()
    written: Told = ""

    def standing(self, words: Wording) -> str:
        """Where it stands, or that it is not complete, and what is missing."""
        if self.missing:
            parts = said(self.missing, words)
            return words.t(N_("Not complete. Still missing: {parts}"), parts=parts)
        status = self.status.said(words)
        return status[:1].upper() + status[1:]
