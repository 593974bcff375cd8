"""What the person thinks of what others say of them: beside it, never instead of it (R6)."""

import datetime

import msgspec

from app.model import text
from app.model.change import Change
from app.model.halfsaid import change_key
from app.model.ids import RecordId
from app.model.record import Record
from app.model.session import Answer, Session
from app.model.statement import ReadBack, Statement, View, Voice
from app.model.wording import N_
from app.usecases import open_talk
from app.usecases.ports import Notebook, UnitOfWork
from app.usecases.statements import put_reply, standing


def answer(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    to: RecordId,
    view: View,
    words: str,
    lang: str,
    on: datetime.date,
    at: datetime.datetime,
    by: RecordId,
) -> Change:
    """Keep the person's view of somebody else's sentence, as their answer to this step.

    Raises:
        NotFoundError: the sentence was taken out of the plan.

    """
    with notebook.unit_of_work() as work:
        put_reply(work, to=to, view=view, words=words, lang=lang, on=on, by=by, session=session)
        chosen = Answer(response="chosen", choices=(view,), at=at)
        open_talk.keep_answer(work, session, step, chosen, by=by)
        return work.commit(N_("reply given"))


def no_answer(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    to: RecordId,
    answer: Answer | None,
    by: RecordId,
) -> Change:
    """Take the person's view back; not answering is kept as their answer, if it is one (R3).

    A reply that they gave before this talk stands again: only what was said in it goes.
    """
    with notebook.unit_of_work() as work:
        reply = reply_to(work.records.find(Statement, session=session), to)
        if reply is not None:
            _take_back(work, reply, session, by)
        open_talk.keep_answer(work, session, step, answer, by=by)
        return work.commit(open_talk.deed(answer))


def _take_back(work: UnitOfWork, reply: Record[Statement], session: RecordId, by: RecordId) -> None:
    earlier = [
        each
        for each in work.records.history(reply.id)
        if isinstance(each.body, Statement) and each.body.session != session
    ]
    body = earlier[-1].body if earlier else reply.body
    gone = earlier[-1].withdrawn if earlier else True
    work.records.revise(reply.id, body, by=by, session=session, withdrawn=gone)


def say_own(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    to: RecordId,
    words: str,
    lang: str,
    voice: Voice,
    at: datetime.datetime,
    by: RecordId,
) -> Change:
    """Keep how the person says it in their own words; both sentences stand side by side (R6).

    Saying it again changes the person's sentence; the words before stay in its history (R5).

    Raises:
        BadWordsError: there are no words, or far too many.
        NotFoundError: the other sentence was taken out of the plan.

    """
    with notebook.unit_of_work() as work:
        other = standing(work, to).body
        before = own_words(work.records.find(Statement, session=session), step, to)
        body = Statement(
            person=other.person,
            section=other.section,
            kind=other.kind,
            voice=voice,
            original=text.spoken_words(words),
            original_lang=lang,
            scribed_by=by,
            conflicts_with=(to,),
            session=session,
            moment=step,
        )
        if before is None:
            work.records.add(body, by=by, session=session)
        else:
            said = msgspec.structs.replace(
                before.body, original=body.original, voice=voice, read_back=ReadBack()
            )
            work.records.revise(before.id, said, by=by, session=session)
        given = work.records.get(session, Session).body.answers.get(step)
        chosen = given.choices if given is not None else ()
        said_too = Answer(response="said", choices=chosen, at=at)
        open_talk.keep_answer(work, session, step, said_too, by=by)
        work.unfinished.keep(session=session, moment=change_key(to), words="")
        return work.commit(N_("said in own words"))


def reply_to(said: tuple[Record[Statement], ...], to: RecordId) -> Record[Statement] | None:
    """The person's reply to a sentence, among these."""
    found = (
        each
        for each in said
        if each.body.answer_to is not None and each.body.answer_to.statement == to
    )
    return next(found, None)


def own_words(
    said: tuple[Record[Statement], ...], step: str, to: RecordId
) -> Record[Statement] | None:
    """The person's own sentence beside somebody else's that was said at this step."""
    found = (each for each in said if each.body.moment == step and to in each.body.conflicts_with)
    return next(found, None)
