"""Filling the record that a talk is about (a hard day, feedback) with what is said in it."""

import datetime
from collections.abc import Iterable

from app.model import filling
from app.model.conversation import Step
from app.model.guide import Guide
from app.model.ids import RecordId
from app.model.kinds import KINDS
from app.model.record import Body, Record
from app.model.session import Session
from app.model.statement import Statement
from app.usecases.ports import UnitOfWork


def bring_up(
    work: UnitOfWork,
    *,
    session: RecordId,
    steps: Iterable[Step],
    by: RecordId,
    today: datetime.date,
) -> None:
    """Bring the records that these steps fill up to what was said and chosen at them.

    A record begins with the first thing that is said for it: a talk in which everything is
    answered by not answering leaves none.
    """
    for step in steps:
        if step.moment.fills:
            _bring_up(work, session, step, by, today)


def leave_out(
    work: UnitOfWork, *, session: RecordId, guide: Guide, steps: Iterable[Step], by: RecordId
) -> None:
    """Empty what was filled at moments that an answer has taken out of the talk again.

    What was said there and not kept is hidden with it: who changes to telling only the manager
    does not have it read back beside the keyworker (rule R14). Its history stays.
    """
    there = {step.moment.id for step in steps}
    gone = {each.id: each for each in guide.moments if each.fills and each.id not in there}
    for each in work.records.find(Statement, session=session):
        if each.body.moment.partition(":")[0] in gone and not each.body.kept:
            work.records.revise(each.id, each.body, by=by, session=session, withdrawn=True)
    for moment in gone.values():
        kind, field = filling.target(moment)
        now = of_session(work, session, KINDS[kind])
        if now is None:
            continue
        said = filling.writes_sentences(moment) or filling.picks_sentences(moment)
        empty = (
            filling.with_sentences(now.body, field, (), "")
            if said
            else filling.with_choices(now.body, field, (), "", None)
        )
        if empty != now.body:
            work.records.revise(now.id, empty, by=by, session=session)


def of_session(work: UnitOfWork, session: RecordId, kind: type[Body]) -> Record[Body] | None:
    """The record of this kind that a talk is filling, if it has begun one."""
    found = work.records.find(kind, session=session)
    return found[0] if found else None


def _bring_up(
    work: UnitOfWork, session: RecordId, step: Step, by: RecordId, today: datetime.date
) -> None:
    talk = work.records.get(session, Session).body
    kind, field = filling.target(step.moment)
    said = [
        each for each in work.records.find(Statement, session=session)
        if each.body.moment == step.key
    ]  # fmt: skip
    answer = talk.answers.get(step.key)
    choices = answer.choices if answer is not None else ()
    now = of_session(work, session, KINDS[kind])
    if now is None and not said and not choices:
        return
    before = now.body if now is not None else filling.begun(KINDS[kind], talk.person, session)
    if filling.picks_sentences(step.moment):
        picked = tuple(RecordId(each) for each in choices)
        body = filling.with_sentences(before, field, picked, "")
    elif filling.writes_sentences(step.moment):
        words = "\n".join(each.body.original for each in said)
        body = filling.with_sentences(before, field, tuple(each.id for each in said), words)
    else:
        days = next((o.days for o in step.moment.options if o.id in choices and o.days), 0)
        day = today + datetime.timedelta(days=days) if days else None
        words = answer.words if answer is not None else ""
        body = filling.with_choices(before, field, choices, words, day)
    if now is None:
        work.records.add(body, by=by, session=session)
    elif body != now.body:
        work.records.revise(now.id, body, by=by, session=session)
