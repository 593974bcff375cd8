"""Pieces of a talk that were left for another day, and carrying on with them (moment Z8).

A talk can end early without losing anything: what was said is read back as always, and the pieces
that were not reached come back as a friendly list, never as something the person still owes.
"""

import dataclasses
import datetime
from collections.abc import Mapping

import msgspec

from app.model.change import Change
from app.model.conversation import Step
from app.model.guide import Guide
from app.model.ids import RecordId
from app.model.record import Record
from app.model.session import AgendaTopic, Answer, Session
from app.usecases import open_talk, sessions, surroundings
from app.usecases.ports import Notebook, UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class Parked:
    """One piece left for another day: of which talk, in which guide."""

    session: RecordId
    guide: Guide
    step: Step


def wind_up(
    notebook: Notebook,
    *,
    session: RecordId,
    guide: Guide,
    by: RecordId,
    now: datetime.datetime,
) -> Change:
    """Enough for today: leave what was not reached for another day, and go to the end.

    What stands in writing places becomes drafts, so that it is read back with the rest.
    """
    with notebook.unit_of_work() as work:
        body = work.records.get(session, Session).body
        walk = surroundings.conversation(work, guide, body)
        ahead = walk.steps[walk.position :]
        end = next((step for step in ahead if _is_of_the_end(step)), walk.steps[-1])
        left = [
            step.key
            for step in ahead
            if not (step.moment.part or _is_of_the_end(step))
            and not sessions.answered(work, session, body, step.key)
        ]
        sessions.finish_writing(work, session=session, walk=walk, by=by, today=now.date())
        parked = tuple(dict.fromkeys((*body.parked, *left)))
        open_talk.revise(work, session, by, parked=parked, at_moment=end.key)
        return work.commit()


def carry_on(
    notebook: Notebook,
    *,
    person: RecordId,
    pieces: tuple[Parked, ...],
    by: RecordId,
    now: datetime.datetime,
) -> Change:
    """Begin a talk about these pieces, which are of one guide: hello, the pieces, the end.

    Raises:
        NotAllowedError: a talk of this kind with this person is not finished.

    """
    guide = pieces[0].guide
    topics = dict.fromkeys(
        each.step.about for each in pieces if each.step.moment.for_each == "agenda"
    )
    with notebook.unit_of_work() as work:
        answers = _answers_that_decide(work, guide, pieces)
        _take_off(work, pieces, by)
        sessions.begin(
            work,
            person=person,
            guide=guide,
            by=by,
            now=now,
            only=tuple(dict.fromkeys(each.step.moment.id for each in pieces)),
            agenda=tuple(AgendaTopic(topic=topic) for topic in topics),
            answers=answers,
        )
        return work.commit()


def parked_of(work: UnitOfWork, person: RecordId, guides: Mapping[str, Guide]) -> list[Parked]:
    """What was left for another day in talks that are over, the oldest first.

    A piece that was answered after all, by going back to it, is not left.
    """
    found = []
    for each in work.records.find(Session, person=person):
        guide = guides.get(each.body.guide)
        if guide is None or each.body.open:
            continue
        for key in each.body.parked:
            name, _, about = key.partition(":")
            moment = guide.moment(name)
            if moment is not None and key not in each.body.answers:
                found.append(Parked(each.id, guide, Step(moment, about)))
    return found


def _is_of_the_end(step: Step) -> bool:
    return step.moment.part == "close" or step.moment.kind == "read_back"


def _answers_that_decide(
    work: UnitOfWork, guide: Guide, pieces: tuple[Parked, ...]
) -> dict[str, Answer]:
    """What was answered before and decides whether and for what the pieces, and the end, come."""
    wanted = {each.step.moment.id for each in pieces}
    wanted |= {moment.id for moment in guide.moments if moment.part}
    asked: set[str] = set()
    while wanted:
        moments = [each for each in guide.moments if each.id in wanted]
        sources = {each.wanted[0] for each in moments} | {e.repeats_answer_of for e in moments}
        wanted = sources - asked - {""}
        asked |= wanted
    found: dict[str, Answer] = {}
    for session in dict.fromkeys(each.session for each in pieces):
        answers = work.records.get(session, Session).body.answers
        found |= {key: given for key, given in answers.items() if key in asked}
    return found


def _take_off(work: UnitOfWork, pieces: tuple[Parked, ...], by: RecordId) -> None:
    for session in dict.fromkeys(each.session for each in pieces):
        gone = {each.step.key for each in pieces if each.session == session}
        record: Record[Session] = work.records.get(session, Session)
        left = tuple(key for key in record.body.parked if key not in gone)
        work.records.revise(
            session, msgspec.structs.replace(record.body, parked=left), by=by, session=session
        )
