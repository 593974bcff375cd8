"""The try-out week: whether a row of the communication chart was right, who saw it, and when."""

import datetime
from typing import Literal

import msgspec

from app.model import text
from app.model.agreements import RowCheck
from app.model.change import Change
from app.model.halfsaid import seen_key
from app.model.ids import RecordId
from app.model.record import Record
from app.model.session import Answer
from app.model.statement import ChartRow, Statement
from app.model.wording import N_
from app.usecases import open_talk
from app.usecases.ports import Notebook, UnitOfWork
from app.usecases.statements import standing

Result = Literal["right", "wrong", "new"]


def check(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    row: RecordId,
    result: Result,
    on: datetime.date,
    seen_by: RecordId | None,
    by: RecordId,
    at: datetime.datetime,
    note: str = "",
) -> Change:
    """Keep what somebody saw of a row on a day; saying it again for the same day changes it.

    A row that was right was seen once more; one that was wrong, or seen with something new, keeps
    its words: only the person and those who wrote it put it differently.

    Raises:
        NotFoundError: the row was taken out of the plan.

    """
    with notebook.unit_of_work() as work:
        body = standing(work, row).body
        before = _same(work, session, row, on, seen_by)
        checked = RowCheck(
            person=body.person,
            statement=row,
            on=on,
            result=result,
            seen_by=seen_by,
            note=text.without_controls(note).strip(),
            session=session,
            moment=step,
        )
        if before is None:
            work.records.add(checked, by=by, session=session)
        else:
            work.records.revise(before.id, checked, by=by, session=session)
        was_right = before is not None and before.body.result == "right"
        more = int(result == "right") - int(was_right)
        work.records.revise(row, _seen(body, on, more), by=by, session=session)
        given = Answer(response="chosen", choices=(result,), at=at)
        open_talk.keep_answer(work, session, step, given, by=by)
        work.unfinished.keep(session=session, moment=seen_key(row), words="")
        return work.commit(N_("row checked"))


def of_row(checks: tuple[Record[RowCheck], ...], row: RecordId) -> tuple[Record[RowCheck], ...]:
    """The checks of one row, the latest day last."""
    found = (each for each in checks if each.body.statement == row)
    return tuple(sorted(found, key=lambda each: (each.body.on, each.id)))


def _same(
    work: UnitOfWork,
    session: RecordId,
    row: RecordId,
    on: datetime.date,
    seen_by: RecordId | None,
) -> Record[RowCheck] | None:
    found = (
        each
        for each in work.records.find(RowCheck, session=session)
        if each.body.statement == row and each.body.on == on and each.body.seen_by == seen_by
    )
    return next(found, None)


def _seen(body: Statement, on: datetime.date, more: int) -> Statement:
    chart = body.chart or ChartRow()
    last = chart.last_row_check
    seen = msgspec.structs.replace(
        chart,
        seen_count=max(0, chart.seen_count + more),
        last_row_check=on if last is None else max(last, on),
    )
    return msgspec.structs.replace(body, chart=seen)
