"""Sessions: starting a conversation, moving through it, leaving it and carrying on."""

import datetime

import msgspec

from app.model.change import Change
from app.model.conversation import Conversation, Step
from app.model.errors import NotAllowedError
from app.model.guide import Guide
from app.model.ids import RecordId
from app.model.record import Record
from app.model.session import AgendaTopic, Answer, Attendee, Board, Session
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases.ports import Notebook, UnitOfWork

_NEVER_SKIPPED = frozenset({"settings", "read_back"})
"""Moments whose answers stand elsewhere: with the person, and with each sentence."""


def open_session(notebook: Notebook, *, person: RecordId) -> Record[Session] | None:
    """The person's conversation that was not finished, the latest if there are several."""
    with notebook.unit_of_work() as work:
        found = [each for each in work.records.find(Session, person=person) if each.body.open]
    return found[-1] if found else None


def session(notebook: Notebook, *, session: RecordId) -> Record[Session]:
    """One session.

    Raises:
        NotFoundError: there is none.

    """
    with notebook.unit_of_work() as work:
        return work.records.get(session, Session)


def start(
    notebook: Notebook, *, person: RecordId, guide: Guide, by: RecordId, now: datetime.datetime
) -> Change:
    """Begin a conversation at its first moment.

    Raises:
        NotAllowedError: one of this kind with this person is not finished.

    """
    with notebook.unit_of_work() as work:
        open_ones = [each for each in work.records.find(Session, person=person) if each.body.open]
        if any(each.body.guide == guide.id for each in open_ones):
            raise NotAllowedError(
                N_("There is a talk that is not finished. Carry on with it, or end it first.")
            )
        body = Session(
            person=person,
            type=guide.type,
            guide=guide.id,
            guide_version=guide.version,
            started=now,
            at_moment=guide.moments[0].id,
            attendees=(Attendee(supporter=by),),
        )
        work.records.add(body, by=by)
        return work.commit()


def answer(
    notebook: Notebook, *, session: RecordId, step: str, answer: Answer, by: RecordId
) -> Change:
    """Keep what the person answered at one step; a refusal is an answer like any other (R3)."""
    with notebook.unit_of_work() as work:
        body = work.records.get(session, Session).body
        _revise(work, session, by, answers={**body.answers, step: answer})
        return work.commit()


def set_agenda(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    topics: tuple[AgendaTopic, ...],
    by: RecordId,
    at: datetime.datetime,
) -> Change:
    """Put topics on the table: the person's first, in their order (guide moment O6)."""
    ordered = tuple(sorted(topics, key=lambda topic: topic.added_by != "person"))
    with notebook.unit_of_work() as work:
        body = work.records.get(session, Session).body
        chosen = Answer(
            response="chosen", field="agenda", choices=tuple(t.topic for t in ordered), at=at
        )
        _revise(work, session, by, agenda=ordered, answers={**body.answers, step: chosen})
        return work.commit()


def set_attendees(
    notebook: Notebook,
    *,
    session: RecordId,
    step: str,
    attendees: tuple[Attendee, ...],
    by: RecordId,
    at: datetime.datetime,
) -> Change:
    """Keep who is here and whether the person is happy that they stay (guide moment O2)."""
    with notebook.unit_of_work() as work:
        body = work.records.get(session, Session).body
        said = Answer(
            response="chosen",
            field="attendees",
            choices=tuple(f"{each.supporter}:{each.ok_by_person}" for each in attendees),
            at=at,
        )
        _revise(work, session, by, attendees=attendees, answers={**body.answers, step: said})
        return work.commit()


def move(notebook: Notebook, *, session: RecordId, to: str, by: RecordId) -> Change:
    """Put another moment on screen; nothing that was said is changed."""
    with notebook.unit_of_work() as work:
        _revise(work, session, by, at_moment=to)
        return work.commit()


def go_on(
    notebook: Notebook,
    *,
    session: RecordId,
    step: Step,
    to: str | None,
    by: RecordId,
    now: datetime.datetime,
) -> Change:
    """Leave a step for the next one, or end the conversation where ``to`` is None.

    A step that was left without an answer was skipped, and that is kept as its answer (rule R3).
    Whether there is one is asked of the notebook, not of the screen, which may be behind.
    """
    with notebook.unit_of_work() as work:
        body = work.records.get(session, Session).body
        answers = body.answers
        if step.moment.kind not in _NEVER_SKIPPED and not _answered(work, session, body, step.key):
            skip = Answer(response="skip", field=step.moment.field, at=now)
            answers = {**answers, step.key: skip}
        if to is None:
            _revise(work, session, by, answers=answers, ended=now)
        else:
            _revise(work, session, by, answers=answers, at_moment=to)
        return work.commit()


def _answered(work: UnitOfWork, session: RecordId, body: Session, step: str) -> bool:
    if step in body.answers:
        return True
    if any(each.body.moment == step for each in work.records.find(Statement, session=session)):
        return True
    boards = (each.body for each in work.records.find(Board, session=session))
    return any(card.pile for board in boards if board.moment == step for card in board.cards)


def pause(notebook: Notebook, *, session: RecordId, by: RecordId, now: datetime.datetime) -> Change:
    """Note a break. The conversation waits where it is, as long as it takes (rule R11)."""
    with notebook.unit_of_work() as work:
        body = work.records.get(session, Session).body
        _revise(work, session, by, pauses=(*body.pauses, now))
        return work.commit()


def set_next(
    notebook: Notebook, *, session: RecordId, day: datetime.date | None, by: RecordId
) -> Change:
    """Keep when to talk again."""
    with notebook.unit_of_work() as work:
        _revise(work, session, by, next_on=day)
        return work.commit()


def finish(
    notebook: Notebook,
    *,
    session: RecordId,
    by: RecordId,
    now: datetime.datetime,
    stopped_by: str = "",
    guide: Guide | None = None,
) -> Change:
    """End a conversation, at its end or before. What was not reached is parked, not lost."""
    with notebook.unit_of_work() as work:
        body = work.records.get(session, Session).body
        parked: tuple[str, ...] = ()
        if stopped_by and guide is not None:
            walk = Conversation(guide, body)
            parked = tuple(step.key for step in walk.steps[walk.position :])
        _revise(work, session, by, ended=now, stopped_by=stopped_by, parked=parked)
        return work.commit()


def not_safe(
    notebook: Notebook, *, session: RecordId, by: RecordId, now: datetime.datetime
) -> Change:
    """Keep that the person said they are not safe. No question follows (rule R15).

    The conversation ends here and nothing is decided: the screen shows who to tell.
    """
    with notebook.unit_of_work() as work:
        body = work.records.get(session, Session).body
        said = Answer(response="said", field="not_safe", at=now)
        _revise(
            work,
            session,
            by,
            answers={**body.answers, "not_safe": said},
            ended=now,
            stopped_by="person",
        )
        return work.commit()


def boards(notebook: Notebook, *, session: RecordId) -> tuple[Record[Board], ...]:
    """The sorting boards laid out in this session."""
    with notebook.unit_of_work() as work:
        return work.records.find(Board, session=session)


def keep_typing(notebook: Notebook, *, session: RecordId, moment: str, words: str) -> Change:
    """Keep what stands in the writing place, so that a power cut does not lose it."""
    with notebook.unit_of_work() as work:
        work.unfinished.keep(session=session, moment=moment, words=words)
        return work.commit()


def typing(notebook: Notebook, *, session: RecordId, moment: str) -> str:
    """What stood in the writing place when it was last kept."""
    with notebook.unit_of_work() as work:
        return work.unfinished.get(session=session, moment=moment)


def _revise(work: UnitOfWork, session: RecordId, by: RecordId, **fields: object) -> None:
    now = work.records.get(session, Session)
    body = msgspec.structs.replace(now.body, **fields)
    if body != now.body:
        work.records.revise(session, body, by=by, session=session)
