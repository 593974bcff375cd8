"""Sentences: saying them, choosing their picture, and the person's answer to each."""

import datetime
from typing import Literal

import msgspec

from app.model import text
from app.model.change import Change
from app.model.errors import NotAllowedError
from app.model.ids import PictureRef, RecordId
from app.model.record import Revision
from app.model.statement import (
    AnswerTo,
    ReadBack,
    ReadBackResult,
    Statement,
    StatementKind,
    Voice,
    voice_group,
)
from app.model.wording import N_
from app.usecases.ports import Notebook


def say(
    notebook: Notebook,
    *,
    person: RecordId,
    words: str,
    lang: str,
    section: str,
    kind: StatementKind,
    voice: Voice,
    by: RecordId,
    session: RecordId | None = None,
    moment: str = "",
    symbols: tuple[PictureRef, ...] = (),
    said_by: RecordId | None = None,
    meaning: str = "",
    meaning_confidence: Literal["sure", "think", "guess"] | None = None,
) -> Change:
    """Write down what was said, as it was said. It is a draft until it was read back (R4).

    Whatever stood unfinished in the writing place of this moment is finished with it.

    Raises:
        BadWordsError: there are no words, or far too many for one sentence.
        NotAllowedError: somebody else's words without saying whose (rule R1).

    """
    if voice_group(voice) == "others" and voice != "from_old_record" and said_by is None:
        raise NotAllowedError(N_("Please choose whose words these are."))
    body = Statement(
        person=person,
        section=section,
        kind=kind,
        voice=voice,
        original=text.spoken_words(words),
        original_lang=lang,
        said_by=said_by if voice_group(voice) == "others" else None,
        scribed_by=by if by != person else None,
        symbols=symbols,
        meaning=text.without_controls(meaning).strip(),
        meaning_confidence=meaning_confidence,
        session=session,
        moment=moment,
    )
    with notebook.unit_of_work() as work:
        work.records.add(body, by=by, session=session)
        if session is not None:
            work.unfinished.keep(session=session, moment=moment, words="")
        return work.commit()


def read_back(
    notebook: Notebook,
    *,
    statement: RecordId,
    result: ReadBackResult,
    method: str,
    on: datetime.date,
    by: RecordId,
    session: RecordId | None = None,
) -> Change:
    """Keep the person's answer to one sentence: keep, not mine, not sure (rule R4).

    A sentence whose words were changed before it was kept is noted as changed, then kept.
    """
    with notebook.unit_of_work() as work:
        now = work.records.get(statement, Statement)
        if result == "keep" and _words_were_changed(work.records.history(statement)):
            result = "changed_then_keep"
        body = msgspec.structs.replace(
            now.body, read_back=ReadBack(result=result, method=method, on=on)
        )
        work.records.revise(statement, body, by=by, session=session)
        return work.commit()


def change_words(
    notebook: Notebook,
    *,
    statement: RecordId,
    words: str,
    by: RecordId,
    session: RecordId | None = None,
) -> Change:
    """Say it differently. The earlier words stay in its history (R5); it is a draft again (R4).

    Raises:
        BadWordsError: there are no words, or far too many for one sentence.

    """
    with notebook.unit_of_work() as work:
        now = work.records.get(statement, Statement)
        body = msgspec.structs.replace(
            now.body,
            original=text.spoken_words(words),
            read_back=ReadBack(),
            easy="",
            easy_by=None,
            easy_ok_by_person=False,
        )
        work.records.revise(statement, body, by=by, session=session)
        return work.commit()


def change_pictures(
    notebook: Notebook, *, statement: RecordId, symbols: tuple[PictureRef, ...], by: RecordId
) -> Change:
    """Choose another picture for a sentence, or none."""
    with notebook.unit_of_work() as work:
        now = work.records.get(statement, Statement)
        work.records.revise(statement, msgspec.structs.replace(now.body, symbols=symbols), by=by)
        return work.commit()


def set_private(notebook: Notebook, *, statement: RecordId, private: bool, by: RecordId) -> Change:
    """Keep a sentence for the person alone, or stop doing so."""
    with notebook.unit_of_work() as work:
        now = work.records.get(statement, Statement)
        work.records.revise(statement, msgspec.structs.replace(now.body, private=private), by=by)
        return work.commit()


def withdraw(notebook: Notebook, *, statement: RecordId, by: RecordId) -> Change:
    """Hide a sentence, as its person wishes. Its history stays."""
    with notebook.unit_of_work() as work:
        now = work.records.get(statement, Statement)
        work.records.revise(statement, now.body, by=by, withdrawn=True)
        return work.commit()


def reply(
    notebook: Notebook,
    *,
    to: RecordId,
    view: Literal["agree", "disagree", "part", "no_view"],
    words: str,
    lang: str,
    on: datetime.date,
    by: RecordId,
) -> Change:
    """Keep the person's reply to somebody else's sentence beside it (rule R6).

    Replying again changes the reply; the one before stays in its history.
    """
    with notebook.unit_of_work() as work:
        other = work.records.get(to, Statement)
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
        )
        before = [
            each
            for each in work.records.find(Statement, person=other.body.person)
            if each.body.answer_to is not None and each.body.answer_to.statement == to
        ]
        if before:
            work.records.revise(before[-1].id, body, by=by)
        else:
            work.records.add(body, by=by)
        return work.commit()


def _words_were_changed(history: tuple[Revision, ...]) -> bool:  # type: ignore[type-arg]
    return len({r.body.original for r in history if isinstance(r.body, Statement)}) > 1
