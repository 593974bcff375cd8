"""Who is here in a talk, and whether the person is happy that they stay (moment O2)."""

import datetime

from app.model.change import Change
from app.model.ids import RecordId
from app.model.session import Answer, Attendee, Session
from app.model.wording import N_
from app.usecases import open_talk
from app.usecases.ports import Notebook, UnitOfWork


def welcome(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    attendee: Attendee,
    by: RecordId,
    at: datetime.datetime,
) -> Change:
    """Keep whether the person is happy that somebody stays (moment O2)."""
    with notebook.unit_of_work() as work:
        body = work.records.get(session, Session).body
        here = {each.supporter: each for each in body.attendees}
        here[attendee.supporter] = attendee
        _keep_attendees(work, session, step, tuple(here.values()), by=by, at=at)
        return work.commit(N_("who is here changed"))


def gone_out(
    notebook: Notebook,
    *,
    session: RecordId,
    supporter: RecordId,
    by: RecordId,
    at: datetime.datetime,
    step: str = "",
) -> Change:
    """Keep that somebody is not here any more.

    Args:
        notebook: the open notebook.
        session: the talk.
        supporter: who went out.
        by: who writes it down.
        at: when, in UTC.
        step: the moment whose answer it is who is here; empty where something else was asked, and
            what was answered there stays.

    """
    with notebook.unit_of_work() as work:
        body = work.records.get(session, Session).body
        here = tuple(each for each in body.attendees if each.supporter != supporter)
        if step:
            _keep_attendees(work, session, step, here, by=by, at=at)
        else:
            open_talk.revise(work, session, by, attendees=here)
        return work.commit(N_("who is here changed"))


def _keep_attendees(
    work: UnitOfWork,
    session: RecordId,
    step: str,
    here: tuple[Attendee, ...],
    *,
    by: RecordId,
    at: datetime.datetime,
) -> None:
    body = work.records.get(session, Session).body
    said = Answer(
        response="chosen",
        field="attendees",
        choices=tuple(f"{each.supporter}:{each.ok_by_person}" for each in here),
        at=at,
    )
    open_talk.revise(work, session, by, attendees=here, answers={**body.answers, step: said})
