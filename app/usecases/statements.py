"""Sentences: saying them, choosing their picture, and the person's answer to each."""

import dataclasses
import datetime
from collections.abc import Callable

import msgspec

from app.model import text
from app.model.change import Change
from app.model.errors import NotAllowedError, NotFoundError
from app.model.halfsaid import change_key
from app.model.ids import PictureRef, RecordId
from app.model.record import Record, Revision
from app.model.session import REFUSALS, Session
from app.model.statement import (
    AnswerTo,
    ReadBack,
    ReadBackResult,
    Statement,
    StatementKind,
    Sure,
    View,
    Voice,
    voice_group,
)
from app.model.wording import N_
from app.usecases import open_talk
from app.usecases.pictures_follow import Denies, follow
from app.usecases.ports import Notebook, UnitOfWork

_ANSWERED: dict[ReadBackResult, str] = {
    "keep": N_("sentence kept"),
    "changed_then_keep": N_("sentence kept"),
    "not_mine": N_("sentence marked as not mine"),
    "not_sure": N_("sentence marked as not sure"),
    "not_done": N_("answer taken away"),
}
"""What the person's answer to a sentence is called where it can be undone."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence as it was said, before it is written down.

    Attributes:
        person: whose plan it is for.
        by: who writes it down.
        session: the talk in which it was said, and ``moment`` the step of it.
        symbols: the pictures beside it.
        said_by: whose words, where they are somebody else's.
        meaning: what it may mean, where it was seen and not said.
        recording: the sentence as it was said into the computer; then its words may be missing.
        conflicts_with: sentences that say something else: both stand side by side (rule R6).

    """

    person: RecordId
    words: str
    lang: str
    section: str
    kind: StatementKind
    voice: Voice
    by: RecordId
    session: RecordId | None = None
    moment: str = ""
    symbols: tuple[PictureRef, ...] = ()
    key_words: tuple[str, ...] = ()
    said_by: RecordId | None = None
    meaning: str = ""
    meaning_confidence: Sure | None = None
    conflicts_with: tuple[RecordId, ...] = ()
    recording: bytes = b""


Also = Callable[[UnitOfWork, Record[Statement]], None]
"""What else is to be written with a sentence, which it is given."""


def say(
    notebook: Notebook, said: Said, *, finishes_typing: bool = True, then: Also | None = None
) -> Change:
    """Write down what was said, as it was said. It is a draft until it was read back (R4).

    Whatever stood unfinished in the writing place of this moment is finished with it, unless the
    answer came by another way (a picture) while somebody was still writing. What else is to be
    written with it (in which part of a day it belongs) is written by ``then``, or else nothing is.

    Raises:
        BadWordsError: there are no words and no recording, or far too many words for one sentence.
        BadSoundError: the recording is none that can be kept.
        NotAllowedError: somebody else's words without saying whose (rule R1).

    """
    with notebook.unit_of_work() as work:
        write_down(work, said, finishes_typing=finishes_typing, then=then)
        return work.commit(N_("sentence added"))


def write_down(
    work: UnitOfWork,
    said: Said,
    *,
    finishes_typing: bool = True,
    answers: bool = True,
    then: Also | None = None,
) -> Record[Statement]:
    """The same as :func:`say`, beside something else that is made of the sentence.

    Saying something takes a refusal at its moment back, unless it ``answers`` nothing: words that
    were left half written may be older than the refusal, which stays (rule R3).
    """
    others = voice_group(said.voice) == "others"
    if others and said.voice != "from_old_record" and said.said_by is None:
        raise NotAllowedError(N_("Please choose whose words these are."))
    only_heard = bool(said.recording) and text.is_blank(said.words)
    body = Statement(
        person=said.person,
        section=said.section,
        kind=said.kind,
        voice=said.voice,
        original="" if only_heard else text.spoken_words(said.words),
        original_lang=said.lang,
        said_by=said.said_by if others else None,
        scribed_by=said.by if said.by != said.person else None,
        symbols=said.symbols,
        key_words=said.key_words,
        meaning=text.without_controls(said.meaning).strip(),
        meaning_confidence=said.meaning_confidence,
        conflicts_with=said.conflicts_with,
        session=said.session,
        moment=said.moment,
        recording=work.media.put_sound(said.recording) if said.recording else None,
    )
    written = work.records.add(body, by=said.by, session=said.session)
    if said.session is not None:
        if finishes_typing:
            work.unfinished.keep(session=said.session, moment=said.moment, words="")
        if answers:
            take_refusal_back(work, said.session, said.moment, said.by)
    if then is not None:
        then(work, written)
    return written


def read_back(
    notebook: Notebook,
    *,
    statement: RecordId,
    result: ReadBackResult,
    method: str,
    on: datetime.date,
    by: RecordId,
    session: RecordId | None = None,
    seen: str | None = None,
) -> Change:
    """Keep the person's answer to one sentence: keep, not mine, not sure (rule R4).

    A sentence whose words were changed before it was kept is noted as changed, then kept.

    Args:
        notebook: the open notebook.
        statement: the sentence.
        result: the answer.
        method: how it was read back and answered.
        on: the day.
        by: who writes it down.
        session: the session in which it was read back.
        seen: the words that were on screen: an answer never counts for other words.

    Raises:
        NotAllowedError: the words are not those that were seen.

    """
    with notebook.unit_of_work() as work:
        now = standing(work, statement)
        if seen is not None and seen != now.body.original:
            raise NotAllowedError(
                N_("These words were changed meanwhile. Please read them once more.")
            )
        if result == "keep" and _words_were_changed(work.records.history(statement)):
            result = "changed_then_keep"
        body = msgspec.structs.replace(
            now.body, read_back=ReadBack(result=result, method=method, on=on)
        )
        work.records.revise(statement, body, by=by, session=session)
        return work.commit(_ANSWERED[result])


def change_words(
    notebook: Notebook,
    *,
    statement: RecordId,
    words: str,
    by: RecordId,
    session: RecordId | None = None,
    denies: Denies | None = None,
) -> Change:
    """Say it differently. The earlier words stay in its history (R5); it is a draft again (R4).

    Pictures that no longer go with the words go, as :func:`pictures_follow.follow` says. A
    recording says the words before; only where there were none are these the words of it. What
    was being written for it in this talk, or outside any talk, is finished with it.

    Raises:
        BadWordsError: there are no words, or far too many for one sentence.
        NotAllowedError: they are somebody else's words, which nobody changes for them (R6).

    """
    with notebook.unit_of_work() as work:
        now = own(standing(work, statement))
        body = msgspec.structs.replace(
            follow(now.body, text.spoken_words(words), denies),
            recording=None if now.body.original else now.body.recording,
            read_back=ReadBack(),
            easy="",
            easy_by=None,
            easy_ok_by_person=False,
            easy_unsure_on=None,
        )
        work.records.revise(statement, body, by=by, session=session)
        key = change_key(statement)
        work.unfinished.keep(session=session or body.person, moment=key, words="")
        return work.commit(N_("words changed"))


def change_pictures(
    notebook: Notebook,
    *,
    statement: RecordId,
    symbols: tuple[PictureRef, ...],
    key_words: tuple[str, ...] = (),
    by: RecordId,
) -> Change:
    """Choose other pictures for a sentence, or none; with the words that they stand for."""
    with notebook.unit_of_work() as work:
        now = standing(work, statement)
        body = msgspec.structs.replace(now.body, symbols=symbols, key_words=key_words)
        work.records.revise(statement, body, by=by)
        return work.commit(N_("picture changed"))


def set_private(notebook: Notebook, *, statement: RecordId, private: bool, by: RecordId) -> Change:
    """Keep a sentence for the person alone, or stop doing so."""
    with notebook.unit_of_work() as work:
        now = standing(work, statement)
        work.records.revise(statement, msgspec.structs.replace(now.body, private=private), by=by)
        return work.commit(N_("kept private") if private else N_("no longer private"))


def withdraw(notebook: Notebook, *, statement: RecordId, by: RecordId) -> Change:
    """Hide a sentence, as its person wishes. Its history stays."""
    with notebook.unit_of_work() as work:
        now = standing(work, statement)
        work.records.revise(statement, now.body, by=by, withdrawn=True)
        return work.commit(N_("sentence hidden"))


def reply(
    notebook: Notebook,
    *,
    to: RecordId,
    view: View,
    words: str,
    lang: str,
    on: datetime.date,
    by: RecordId,
) -> Change:
    """Keep the person's reply to somebody else's sentence beside it (rule R6).

    Replying again changes the reply; the one before stays in its history.
    """
    with notebook.unit_of_work() as work:
        put_reply(work, to=to, view=view, words=words, lang=lang, on=on, by=by)
        return work.commit(N_("reply given"))


def put_reply(
    work: UnitOfWork,
    *,
    to: RecordId,
    view: View,
    words: str,
    lang: str,
    on: datetime.date,
    by: RecordId,
    session: RecordId | None = None,
) -> None:
    """The same, within a unit of work."""
    other = standing(work, to)
    body = Statement(
        person=other.body.person,
        section=other.body.section,
        kind="quote",
        voice="own_choice_symbol",
        original=text.spoken_words(words),
        original_lang=lang,
        scribed_by=by,
        read_back=ReadBack(result="keep", method="pressed", on=on),
        answer_to=AnswerTo(statement=to, view=view),
        session=session,
    )
    before = [
        each
        for each in work.records.find(Statement, person=other.body.person)
        if each.body.answer_to is not None and each.body.answer_to.statement == to
    ]
    if before:
        work.records.revise(before[-1].id, body, by=by, session=session)
    else:
        work.records.add(body, by=by, session=session)


def take_refusal_back(work: UnitOfWork, session: RecordId, moment: str, by: RecordId) -> None:
    """Whoever says something after all has not refused."""
    body = work.records.get(session, Session).body
    given = body.answers.get(moment)
    if given is not None and given.response in REFUSALS:
        open_talk.keep_answer(work, session, moment, None, by=by)


def standing(work: UnitOfWork, statement: RecordId) -> Record[Statement]:
    """The sentence, if it was not taken out: changing it must not bring it back."""
    found = work.records.get(statement, Statement)
    if found.withdrawn:
        raise NotFoundError(N_("This sentence was taken out of the plan."))
    return found


def own(said: Record[Statement]) -> Record[Statement]:
    """The same sentence, if it is not somebody else's, which nobody changes for them (rule R6).

    Raises:
        NotAllowedError: it is.

    """
    if said.body.voice_group == "others":
        raise NotAllowedError(
            N_("These are somebody else’s words. You can say that you do not agree.")
        )
    return said


def _words_were_changed(history: tuple[Revision, ...]) -> bool:  # type: ignore[type-arg]
    said = {r.body.original for r in history if isinstance(r.body, Statement)}
    return len(said - {""}) > 1  # a recording had no words before they were written
