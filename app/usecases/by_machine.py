"""What a machine may translate of a plan (rule R12).

The window asks :func:`guard` what may be translated, gives the texts of those sentences to
``ui.translating``, and shows the answers with what
:func:`app.usecases.machine_alarms.alarms` says of them. They are written down as any translation
is, by :func:`app.usecases.translations.put`, which asks once more.
"""

import dataclasses
from collections.abc import Callable, Mapping

from app.model import shape
from app.model.ids import RecordId
from app.model.kinds import KINDS
from app.model.never_by_machine import About, Rules
from app.model.record import Record
from app.model.session import Session
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases.ports import UnitOfWork
from app.words import stems
from app.words.languages import is_written_in
from app.words.lexicon import Ideas

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
    "unknown": N_(
        "Alongside cannot tell what this is about in this language. "
        "A machine does not translate it. Please ask an interpreter."
    ),
}
"""Why only people translate a sentence, in words for whoever asked (rule R12)."""


@dataclasses.dataclass(frozen=True, slots=True)
class Guard:
    """Says of each sentence of one person whether a machine may translate it (rule R12).

    It knows the plan as it was when :func:`guard` looked: ask for a new one after a change.
    """

    _rules: Rules
    _ideas: Ideas
    _named: Mapping[RecordId, About]
    _said_in: Mapping[RecordId, About]

    def about(self, statement: Record[Statement]) -> About | None:
        """What the sentence is about that only people translate; None where a machine may."""
        body = statement.body
        for each in self._rules.never:
            if body.section in each.sections or body.kind in each.kinds:
                return each.about
        session = body.session or statement.session
        found = self._named.get(statement.id) or self._said_in.get(session or RecordId(""))
        found = found or self._in_words(body) or self._must_be_known(body)
        return found or self._cannot_be_told(body)

    def why_not(self, statement: Record[Statement]) -> str:
        """The sentence that says why not, marked for translation; empty where a machine may."""
        about = self.about(statement)
        return WHY_NOT[about] if about is not None else ""

    def _must_be_known(self, body: Statement) -> About | None:
        """What everybody has to know says nothing of its subject, so that it is asked last."""
        must = (each.about for each in self._rules.never if each.must_know and body.must_know)
        return next(must, None)

    def _in_words(self, body: Statement) -> About | None:
        texts, lang = _texts(body), _language(body)
        carried = {each.idea.id for text in texts for each in self._ideas.carried(text, lang=lang)}
        for each in self._rules.never:
            words = each.words.get(lang)
            if carried & set(each.ideas) or (words and stems.stands_in(words, texts)):
                return each.about
        return None

    def _cannot_be_told(self, body: Statement) -> About | None:
        """Nobody has given words, or they are in other letters: pa-Arab, or Urdu in Latin ones."""
        if body.section in self._rules.safe:
            return None
        texts, lang = _texts(body), _language(body)
        known = self._rules.knows(lang) and all(is_written_in(text, lang) for text in texts)
        return None if known else "unknown"


def _texts(body: Statement) -> tuple[str, ...]:
    return body.original, body.easy, body.meaning


def _language(body: Statement) -> str:
    return body.original_lang.partition("-")[0].lower()


Guarding = Callable[[UnitOfWork, RecordId], Guard]
"""Looks through a person's plan for what a machine may not translate, as ``house.guard`` does."""


def guard(work: UnitOfWork, *, person: RecordId, rules: Rules, ideas: Ideas) -> Guard:
    """Look through a person's plan for what a machine may not translate (rule R12).

    Args:
        work: of the notebook.
        person: whose plan it is.
        rules: what may not be translated, ``house.never_by_machine``.
        ideas: what words are about, ``house.ideas``.

    """
    named: dict[RecordId, About] = {}
    said_in: dict[RecordId, About] = {}
    for each in rules.never:
        for kind in each.records:
            for record in work.records.find(KINDS[kind], person=person):
                for _, statement, lists in shape.names(record.body):
                    if "statements" in lists:
                        named.setdefault(statement, each.about)
    about_talk = {talk: each.about for each in rules.never for talk in each.talks}
    for session in work.records.find(Session, person=person):
        if session.body.type in about_talk:
            said_in[session.id] = about_talk[session.body.type]
    return Guard(rules, ideas, named, said_in)
