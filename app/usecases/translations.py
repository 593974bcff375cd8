"""Putting sentences into other languages: by whom, said back, answered by the person (R12, D4).

A translation stands beside its sentence and never takes its place. Another one does not overwrite
the one before: the newest that nobody turned down is shown. That a sentence was changed since is
seen whenever it is read, and kept nowhere.
"""

import dataclasses
import datetime
from typing import TYPE_CHECKING, Literal

import msgspec

from app.model import text
from app.model.change import Change
from app.model.errors import NotAllowedError, NotFoundError
from app.model.halfsaid import said_back_key, translation_key
from app.model.ids import RecordId
from app.model.person import KnownLanguage, Person, Supporter
from app.model.record import Record
from app.model.statement import Statement
from app.model.translation import (
    BY_PEOPLE,
    LEAST_ALLOWED_FIRST,
    Answer,
    Method,
    Translation,
    method_of,
    same_language,
)
from app.model.wording import N_
from app.usecases import translated
from app.usecases.ports import Notebook, UnitOfWork
from app.usecases.statements import standing

if TYPE_CHECKING:
    from app.usecases.by_machine import Guarding

NO_CHILDREN = N_("Please ask an interpreter. A child should not carry this.")
"""What is said to whoever lets a child translate, and to the child."""

NEVER_FAMILY = N_(
    "Family and friends can help to read along. To decide something, please ask an interpreter: "
    "somebody who is close may leave out what is hard to hear."
)
NEVER_A_MACHINE = N_(
    "A computer may not translate this: too much rests on it. Please ask an interpreter, or "
    "somebody who speaks both languages."
)
CHANGED = N_("These words were changed meanwhile. Please read them once more.")
TAKEN_AWAY = N_("This translation was taken away. Another one can be made.")
TRANSLATE_ANEW = N_("The first words were changed since. Please translate them once more.")

_ANSWERED: dict[Answer, str] = {
    "": N_("answer taken away"),
    "yes": N_("translation kept"),
    "no": N_("translation marked as not right"),
    "not_sure": N_("translation marked as not sure"),
}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Interpreter:
    """Who or what translates.

    Attributes:
        method: as what; a child is never one.
        supporter: who it is, if they are around the person, and ``name`` what they are called.

    """

    method: Method | Literal["child"]
    supporter: RecordId | None = None
    name: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A translation, before it is written down.

    Attributes:
        statement: the sentence, and ``seen`` its words as they were on screen.
        recording: the translation as it was said into the computer; then its words may be missing.
        back_translation: what it says when it is said back, if that is known already.
        made_with: which machine made it, if one did.
        guarding: says what a machine may translate, and a list of sentences; without it nothing
            of theirs is written down.

    """

    statement: RecordId
    lang: str
    who: Interpreter
    by: RecordId
    words: str = ""
    recording: bytes = b""
    back_translation: str = ""
    seen: str | None = None
    session: RecordId | None = None
    made_with: str = ""
    guarding: "Guarding | None" = None


def put(notebook: Notebook, given: Put) -> Change:
    """Put a translation beside a sentence: a draft, until the person says that it is theirs.

    Raises:
        BadWordsError: there are no words and no recording, or far too many words.
        BadSoundError: the recording is none that can be kept.
        NotAllowedError: whoever translated may not; or the sentence says something else by now.
        NotFoundError: the sentence was taken out of the plan.

    """
    with notebook.unit_of_work() as work:
        write_down(work, given)
        return work.commit(N_("translation added"))


def write_down(work: UnitOfWork, given: Put) -> Record[Translation]:
    """The same as :func:`put`, beside others that are taken in together."""
    said = standing(work, given.statement)
    person = said.body.person
    who = allowed(work, person, given.who)
    if who.method not in BY_PEOPLE:
        _refuse_machine(work, said, given.guarding)
    if same_language(said.body.original_lang, given.lang):
        raise NotAllowedError(N_("This sentence was said in that language already."))
    if given.seen is not None and given.seen != said.body.original:
        raise NotAllowedError(CHANGED)
    only_heard = bool(given.recording) and text.is_blank(given.words)
    body = Translation(
        person=person,
        source=said.id,
        source_version=said.version,
        lang=given.lang,
        text="" if only_heard else text.spoken_words(given.words),
        method=who.method,  # type: ignore[arg-type]
        made_by=who.supporter,
        made_by_name="" if who.supporter else who.name,
        made_with=given.made_with if who.method == "machine_offline" else "",
        recording=work.media.put_sound(given.recording) if given.recording else None,
        back_translation=_said_back(given.back_translation),
        session=given.session,
    )
    key = translation_key(said.id, given.lang)
    work.unfinished.keep(session=given.session or person, moment=key, words="")
    return work.records.add(body, by=given.by, session=given.session)


def _refuse_machine(work: UnitOfWork, said: Record[Statement], guarding: "Guarding | None") -> None:
    """Raise where only people translate a sentence (rule R12)."""
    if guarding is None:
        raise NotAllowedError(NEVER_A_MACHINE)
    if why_not := guarding(work, said.body.person).why_not(said):
        raise NotAllowedError(why_not)


def say_back(
    notebook: Notebook,
    *,
    translation: RecordId,
    words: str,
    by: RecordId,
    session: RecordId | None = None,
) -> Change:
    """Keep what a translation says when it is said back in the first language.

    The person's yes and the check were given to what was said back before: they are asked for
    again where it is another now.

    Raises:
        BadWordsError: there are no words, or far too many.
        NotFoundError: there is no such translation any more.

    """
    with notebook.unit_of_work() as work:
        now = _standing(work, translation)
        said = text.spoken_words(words)
        first = not (now.body.answer or now.body.back_translation)
        settled = first or said == now.body.back_translation
        body = now.body if settled else _unsettled(now.body)
        body = msgspec.structs.replace(body, back_translation=said)
        work.records.revise(translation, body, by=by, session=session)
        key = said_back_key(translation)
        work.unfinished.keep(session=session or body.person, moment=key, words="")
        return work.commit(N_("said back in the first language"))


def _unsettled(body: Translation) -> Translation:
    """A draft again, to which nobody has said anything."""
    return msgspec.structs.replace(
        body, answer="", answered_on=None, status="draft", checker="", checked_on=None,
        use_for="reading",
    )  # fmt: skip


def answer(
    notebook: Notebook,
    *,
    translation: RecordId,
    answer: Answer,
    seen: str,
    on: datetime.date,
    by: RecordId,
    session: RecordId | None = None,
) -> Change:
    """Keep what the person says to "Is this what I said?". After a no, the one before is shown.

    Args:
        notebook: the open notebook.
        translation: what they were asked about.
        answer: yes, no, not sure; nothing takes the answer back.
        seen: the words that were on screen: an answer never counts for others.
        on: the day.
        by: who writes it down.
        session: the talk in which it was asked, if in one.

    Raises:
        NotAllowedError: the sentence or its translation is not what was seen.

    """
    with notebook.unit_of_work() as work:
        now = _standing(work, translation)
        _refuse_old(work, now)
        if seen != now.body.text:
            raise NotAllowedError(CHANGED)
        body = msgspec.structs.replace(
            now.body,
            answer=answer,
            answered_on=on if answer else None,
            use_for="reading" if answer != "yes" else now.body.use_for,
        )
        work.records.revise(translation, body, by=by, session=session)
        return work.commit(_ANSWERED[answer])


def check(
    notebook: Notebook,
    *,
    translation: RecordId,
    who: Interpreter,
    on: datetime.date,
    by: RecordId,
) -> Change:
    """Keep that somebody competent read both and stands for it, by name.

    Raises:
        NotAllowedError: they may not (a child, family, a machine), they made it themselves, or the
            sentence says something else by now.

    """
    with notebook.unit_of_work() as work:
        now = _standing(work, translation)
        _refuse_old(work, now)
        checker = allowed(work, now.body.person, who)
        if checker.method not in BY_PEOPLE:
            raise NotAllowedError(N_("A translation is checked by a person who has a name."))
        if checker.method == "family":
            raise NotAllowedError(NEVER_FAMILY)
        name = checker.name
        if _folded(name) == _folded(_name(work, now.body.made_by, now.body.made_by_name)):
            raise NotAllowedError(
                N_("{name} made this translation. Somebody else has to check it."), name=name
            )
        body = msgspec.structs.replace(now.body, status="checked", checker=name, checked_on=on)
        work.records.revise(translation, body, by=by)
        return work.commit(N_("translation checked"))


def reject(notebook: Notebook, *, translation: RecordId, by: RecordId) -> Change:
    """Turn a translation down; it stays in the history, and the one before is shown again."""
    with notebook.unit_of_work() as work:
        now = _standing(work, translation)
        body = msgspec.structs.replace(
            now.body, status="rejected", checker="", checked_on=None, use_for="reading"
        )
        work.records.revise(translation, body, by=by)
        return work.commit(N_("translation taken away"))


def use(
    notebook: Notebook,
    *,
    translation: RecordId,
    use_for: Literal["reading", "decision"],
    by: RecordId,
) -> Change:
    """Say what a translation may be used for: to read along, or to decide something on (R12).

    Raises:
        NotAllowedError: nobody may decide on it; the sentence says why.

    """
    with notebook.unit_of_work() as work:
        now = _standing(work, translation)
        if use_for == "decision":
            _refuse_old(work, now)
            _refuse_to_decide(now.body)
        body = msgspec.structs.replace(now.body, use_for=use_for)
        work.records.revise(translation, body, by=by)
        return work.commit(N_("use of a translation changed"))


def _refuse_to_decide(body: Translation) -> None:
    if body.method == "family":
        raise NotAllowedError(NEVER_FAMILY)
    if body.answer != "yes":
        raise NotAllowedError(
            N_("The person has not said yes to this translation yet. Please ask them first.")
        )
    if not body.may_be_decided_on:
        raise NotAllowedError(
            N_("Nobody has checked this translation. To decide on it, name who checked it.")
        )


def _refuse_old(work: UnitOfWork, now: Record[Translation]) -> None:
    """Raise where the sentence is not what was translated any more."""
    said = standing(work, now.body.source)
    if translated.translated(work, now, of=said, names={}).out_of_date:
        raise NotAllowedError(TRANSLATE_ANEW)


def _standing(work: UnitOfWork, translation: RecordId) -> Record[Translation]:
    """The translation, if it was not taken away: answering must not bring it back."""
    found = work.records.get(translation, Translation)
    if found.withdrawn or found.body.status == "rejected":
        raise NotFoundError(TAKEN_AWAY)
    standing(work, found.body.source)
    return found


def allow(notebook: Notebook, *, person: RecordId, who: Interpreter) -> Interpreter:
    """Whoever wants to translate, as they may.

    Raises:
        BadWordsError: somebody without a name.
        NotAllowedError: a child; somebody of the family who says that they are none; somebody
            around another person.

    """
    with notebook.unit_of_work() as work:
        return allowed(work, person, who)


def allowed(work: UnitOfWork, person: RecordId, who: Interpreter) -> Interpreter:
    """The same as :func:`allow`, within a unit of work."""
    if who.method == "child":
        raise NotAllowedError(NO_CHILDREN)
    if who.method not in BY_PEOPLE:
        return Interpreter(method=who.method)
    around = work.records.find(Supporter, person=person)
    if who.supporter is not None:
        known = next((each for each in around if each.id == who.supporter), None)
        if known is None:
            raise NotAllowedError(N_("Please choose somebody who is around this person."))
        return _as_they_are(known, who.method)
    name = text.name(who.name)
    called = [
        _as_they_are(each, who.method)
        for each in around
        if _folded(each.body.name) == _folded(name)
    ]
    if called:  # of several of one name it is whoever may least: nobody said which of them
        return min(called, key=lambda each: LEAST_ALLOWED_FIRST.index(each.method))
    return Interpreter(method=who.method, name=name)


def _as_they_are(known: Record[Supporter], method: Method) -> Interpreter:
    """Somebody around the person, as what they are to them, whatever was pressed.

    Whoever says that they help as family does, also where their work is to interpret.
    """
    if method != "family":
        method = method_of(known.body.role)
    return Interpreter(method=method, supporter=known.id, name=known.body.name)


def _name(work: UnitOfWork, supporter: RecordId | None, name: str) -> str:
    return work.records.get(supporter, Supporter).body.name if supporter else name


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _said_back(words: str) -> str:
    return "" if text.is_blank(words) else text.spoken_words(words)


def keep_languages(
    notebook: Notebook, *, person: RecordId, languages: tuple[KnownLanguage, ...], by: RecordId
) -> Change:
    """Keep which languages a person speaks and reads, and so in which their plan is kept."""
    with notebook.unit_of_work() as work:
        now = work.records.get(person, Person)
        body = msgspec.structs.replace(now.body, languages=languages)
        work.records.revise(person, body, by=by)
        return work.commit(N_("languages changed"))
