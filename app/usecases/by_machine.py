"""What a machine may translate of a plan, and what becomes of its words: a draft, never more.

The window asks :func:`guard` what may be translated, gives the texts of those sentences to
``ui.translating``, shows the answers beside the originals with what
:func:`app.usecases.machine_alarms.alarms` says of them, and writes down :func:`draft`.
"""

import dataclasses
from collections.abc import Mapping

from app.model import shape
from app.model.errors import NotAllowedError
from app.model.ids import RecordId
from app.model.kinds import KINDS
from app.model.never_by_machine import About, Never
from app.model.record import Record
from app.model.session import Session
from app.model.statement import Statement
from app.model.text import place_of_words
from app.model.translation import Translation
from app.model.wording import N_
from app.usecases.ports import UnitOfWork
from app.words.lexicon import Ideas
from app.words.matching import folded

WHY_NOT: Mapping[About, str] = {
    "consent": N_(
        "This is about saying yes or no, and about who may know. "
        "A machine does not translate it. Please ask an interpreter."
    ),
    "capacity": N_(
        "This is about a decision. A machine does not translate it. Please ask an interpreter."
    ),
    "limit": N_(
        "This is about a limit on somebody. "
        "A machine does not translate it. Please ask an interpreter."
    ),
    "risk": N_(
        "This is about worries and being safe. "
        "A machine does not translate it. Please ask an interpreter."
    ),
    "medicine": N_(
        "This is about health or medicine. "
        "A machine does not translate it. Please ask an interpreter."
    ),
    "safety": N_(
        "This is about a hard day, or about harm. "
        "A machine does not translate it. Please ask an interpreter."
    ),
}
"""Why only people translate a sentence, in words for whoever asked (rule R12)."""


@dataclasses.dataclass(frozen=True, slots=True)
class Guard:
    """Says of each sentence of one person whether a machine may translate it (rule R12).

    It knows the plan as it was when :func:`guard` looked: ask for a new one after a change.
    """

    _never: tuple[Never, ...]
    _ideas: Ideas
    _named: Mapping[RecordId, About]
    _said_in: Mapping[RecordId, About]

    def about(self, statement: Record[Statement]) -> About | None:
        """What the sentence is about that only people translate; None where a machine may."""
        body = statement.body
        for each in self._never:
            if body.section in each.sections or body.kind in each.kinds:
                return each.about
        session = body.session or statement.session
        found = self._named.get(statement.id) or self._said_in.get(session or RecordId(""))
        return found or self._in_words(body)

    def why_not(self, statement: Record[Statement]) -> str:
        """The sentence that says why not, marked for translation; empty where a machine may."""
        about = self.about(statement)
        return WHY_NOT[about] if about is not None else ""

    def _in_words(self, body: Statement) -> About | None:
        texts = (body.original, body.easy, body.meaning)
        lang = body.original_lang
        carried = {each.idea.id for text in texts for each in self._ideas.carried(text, lang=lang)}
        plain = tuple(folded(text) for text in texts)
        for each in self._never:
            words = each.words.get(lang.partition("-")[0].lower(), ())
            if carried & set(each.ideas) or any(_stands_in(word, plain) for word in words):
                return each.about
        return None


def _stands_in(word: str, texts: tuple[str, ...]) -> bool:
    return any(place_of_words(folded(word), text) is not None for text in texts)


def guard(work: UnitOfWork, *, person: RecordId, never: tuple[Never, ...], ideas: Ideas) -> Guard:
    """Look through a person's plan for what a machine may not translate (rule R12).

    Args:
        work: of the notebook.
        person: whose plan it is.
        never: what may not be translated, ``house.never_by_machine``.
        ideas: what words are about, ``house.ideas``.

    """
    named: dict[RecordId, About] = {}
    said_in: dict[RecordId, About] = {}
    for each in never:
        for kind in each.records:
            for record in work.records.find(KINDS[kind], person=person):
                for _, statement, lists in shape.names(record.body):
                    if "statements" in lists:
                        named.setdefault(statement, each.about)
    about_talk = {talk: each.about for each in never for talk in each.talks}
    for session in work.records.find(Session, person=person):
        if session.body.type in about_talk:
            said_in[session.id] = about_talk[session.body.type]
    return Guard(never, ideas, named, said_in)


def draft(
    statement: Record[Statement],
    *,
    lang: str,
    text: str,
    guarded: Guard,
    session: RecordId | None = None,
) -> Translation:
    """What a machine wrote, as a translation that nobody has checked.

    Args:
        statement: the sentence, as it was when the machine read it.
        lang: the language of ``text``, as a BCP 47 tag.
        text: what the machine wrote.
        guarded: of this person's plan.
        session: the talk in which it was asked for.

    Raises:
        NotAllowedError: only people translate this sentence (rule R12).

    """
    why_not = guarded.why_not(statement)
    if why_not:
        raise NotAllowedError(why_not)
    return Translation(
        person=statement.body.person,
        source=statement.id,
        source_version=statement.version,
        lang=lang,
        text=text,
        method="machine_offline",
        session=session,
    )
