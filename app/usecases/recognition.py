"""What a person gets for their time: offered, chosen, given, and whom they thank (record D15).

It never depends on what they said: nothing here reads an answer to any other question.
"""

import datetime
import typing

import msgspec

from app.model import shape, text
from app.model.change import Change
from app.model.feedback import Expense, Recognition
from app.model.ids import RecordId
from app.model.record import Record
from app.model.session import Answer, Session
from app.model.statement import Statement, Voice
from app.model.wording import N_
from app.usecases import open_talk
from app.usecases.ports import Notebook, UnitOfWork

CHOICES: frozenset[str] = frozenset(
    typing.get_args(shape.single(shape.hints(Recognition)["chosen"]))
)
"""What can be chosen, as the record knows it; anything else is kept in the person's words."""


def offer(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    answer: Answer | None,
    for_what: str,
    on: datetime.date,
    by: RecordId,
) -> Change:
    """Keep that the choices were shown, and what the person answered, if they did.

    Args:
        notebook: the open notebook.
        session: the talk.
        step: where in it.
        answer: what was chosen, or a refusal; None takes an answer back.
        for_what: what the talk is called.
        on: the day.
        by: who writes it down.

    """
    with notebook.unit_of_work() as work:
        chosen = answer.choices[0] if answer is not None and answer.choices else ""
        said = text.without_controls(answer.words).strip() if answer is not None else ""
        now = _record(work, session)
        body = now.body if now is not None else _empty(work, session)
        body = msgspec.structs.replace(
            body,
            for_what=body.for_what or for_what,
            offered_on=body.offered_on or on,
            menu_shown=True,
            chosen=chosen if chosen in CHOICES else None,
            other_choice=said,
            moment=body.moment or step,
        )
        _write(work, session, now, body, by)
        open_talk.keep_answer(work, session, step, answer, by=by)
        if answer is not None and answer.response == "skip":
            return work.commit()
        return work.commit(open_talk.deed(answer, chosen=N_("thank you chosen")))


def advise(notebook: Notebook, *, session: RecordId, offered: bool, by: RecordId) -> Change:
    """Keep whether free advice about benefits was offered."""
    return _change(notebook, session, by, N_("advice offered"), advice_offered=offered)


def spend(notebook: Notebook, *, session: RecordId, what: str, amount: str, by: RecordId) -> Change:
    """Keep money that the person spent to take part: it is always paid back.

    Raises:
        BadWordsError: nothing is written about what it was for, or how much.

    """
    spent = Expense(what=text.spoken_words(what), amount=text.spoken_words(amount))
    with notebook.unit_of_work() as work:
        now = _record(work, session)
        body = now.body if now is not None else _empty(work, session)
        body = msgspec.structs.replace(body, expenses=(*body.expenses, spent))
        _write(work, session, now, body, by)
        return work.commit(N_("money spent written down"))


def give(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    on: datetime.date | None,
    by: RecordId,
    at: datetime.datetime,
) -> Change:
    """Keep that the thank-you was given now, by whoever writes; no day takes it back."""
    with notebook.unit_of_work() as work:
        now = _record(work, session)
        body = now.body if now is not None else _empty(work, session)
        body = msgspec.structs.replace(body, given_on=on, given_by=by if on else None)
        _write(work, session, now, body, by)
        given = work.records.get(session, Session).body.answers.get(step)
        if given is None and on is not None:
            seen = Answer(response="chosen", field="recognition", choices=("given",), at=at)
            open_talk.keep_answer(work, session, step, seen, by=by)
        return work.commit(N_("thank you given") if on else N_("thank you taken back"))


def thank(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    section: str,
    words: str,
    lang: str,
    voice: Voice,
    by: RecordId,
) -> Change:
    """Keep whom the person thanks, in their words: thanking goes both ways.

    Raises:
        BadWordsError: there are no words, or far too many.

    """
    with notebook.unit_of_work() as work:
        talk = work.records.get(session, Session).body
        said = work.records.add(
            Statement(
                person=talk.person,
                section=section,
                kind="quote",
                voice=voice,
                original=text.spoken_words(words),
                original_lang=lang,
                scribed_by=by,
                session=session,
                moment=step,
            ),
            by=by,
            session=session,
        )
        now = _record(work, session)
        body = now.body if now is not None else _empty(work, session)
        body = msgspec.structs.replace(body, thanked=(*body.thanked, said.id))
        _write(work, session, now, body, by)
        return work.commit(N_("thank you said"))


def _change(
    notebook: Notebook, session: RecordId, by: RecordId, name: str, **fields: object
) -> Change:
    with notebook.unit_of_work() as work:
        now = _record(work, session)
        body = now.body if now is not None else _empty(work, session)
        _write(work, session, now, msgspec.structs.replace(body, **fields), by)
        return work.commit(name)


def _record(work: UnitOfWork, session: RecordId) -> Record[Recognition] | None:
    found = work.records.find(Recognition, session=session)
    return found[0] if found else None


def _empty(work: UnitOfWork, session: RecordId) -> Recognition:
    person = work.records.get(session, Session).body.person
    return Recognition(person=person, session=session)


def _write(
    work: UnitOfWork,
    session: RecordId,
    now: Record[Recognition] | None,
    body: Recognition,
    by: RecordId,
) -> None:
    if now is None:
        work.records.add(body, by=by, session=session)
    elif body != now.body:
        work.records.revise(now.id, body, by=by, session=session)
