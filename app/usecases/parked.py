"""Pieces of a talk that were left for another day, and carrying on with them (moment Z8).

A talk can end early without losing anything: what was said is read back as always, and the pieces
that were not reached come back as a friendly list, never as something the person still owes.
So do pieces with words that could not be put on a card, such as words of somebody who was not named
(rule R1): they wait in their writing place until it is known whose they are.
"""

import dataclasses
import datetime
from collections.abc import Mapping

import msgspec

from app.model import halfsaid
from app.model.change import Change
from app.model.conversation import Step
from app.model.guide import Guide, Moment
from app.model.halfsaid import PICKING
from app.model.ids import RecordId
from app.model.record import Record
from app.model.session import AgendaTopic, Answer, Session
from app.usecases import open_talk, sessions, surroundings
from app.usecases.ports import Notebook, UnitOfWork


@dataclasses.dataclass(frozen=True, slots=True)
class Parked:
    """One piece left for another day: of which talk, in which guide.

    Attributes:
        half_said: words stand in its writing place that are on no card.

    """

    session: RecordId
    guide: Guide
    step: Step
    half_said: bool = False


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
            and not sessions.answered(work, session, body, step)
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

    Words that stand half said at a piece stand in its writing place again.

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
        begun = sessions.begin(
            work,
            person=person,
            guide=guide,
            by=by,
            now=now,
            only=tuple(dict.fromkeys(each.step.moment.id for each in pieces)),
            agenda=tuple(AgendaTopic(topic=topic) for topic in topics),
            answers=answers,
        )
        _bring_words(work, pieces, to=begun)
        return work.commit()


def parked_of(work: UnitOfWork, person: RecordId, guides: Mapping[str, Guide]) -> list[Parked]:
    """What was left for another day in talks that are over, the oldest first.

    A piece that was answered after all, by going back to it, is not left, unless words stand at it
    that are on no card. A talk that the person ended, because they are not safe or did not want to
    talk, asks for nothing again (rule R15): words that stand in it are told with that talk.
    """
    found = []
    places = work.unfinished.places()
    for each in work.records.find(Session, person=person):
        guide = guides.get(each.body.guide)
        if guide is None or each.body.open or each.body.stopped_by == "person":
            continue
        written = work.unfinished.of(session=each.id) if each.id in places else {}
        steps = (key.removeprefix(PICKING) for key in written)
        for key in dict.fromkeys((*each.body.parked, *steps)):
            name, _, about = key.partition(":")
            moment = guide.moment(name)
            if moment is None:
                continue
            half = _half_said(moment, key, written)
            if half or (key in each.body.parked and key not in each.body.answers):
                found.append(Parked(each.id, guide, Step(moment, about), half_said=half))
    return found


def _half_said(moment: Moment, key: str, written: Mapping[str, str]) -> bool:
    """Whether words, or promises, stand at a step that are on no card."""
    stands = halfsaid.read(written.get(key, ""))
    looked_for = halfsaid.read(written.get(PICKING + key, ""))
    said = moment.says is not None and not stands.blank
    return said or bool(stands.promises) or not looked_for.blank


def _is_of_the_end(step: Step) -> bool:
    return step.moment.part == "close" or step.moment.kind == "read_back"


def _answers_that_decide(
    work: UnitOfWork, guide: Guide, pieces: tuple[Parked, ...]
) -> dict[str, Answer]:
    """What was answered before and decides whether and for what the pieces, and the end, come."""
    wanted = {each.step.moment.id for each in pieces}
    wanted |= {moment.id for moment in guide.moments if moment.part or moment.sends_out}
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


def _bring_words(work: UnitOfWork, pieces: tuple[Parked, ...], *, to: RecordId) -> None:
    """Take what is half said along; where two talks have words at one step, the older come first.

    The words of the later talk stay where they are, and come back once more.
    """
    for each in pieces:
        if not each.half_said:
            continue
        for key in (each.step.key, PICKING + each.step.key):
            if not work.unfinished.get(session=to, moment=key):
                words = work.unfinished.get(session=each.session, moment=key)
                work.unfinished.keep(session=to, moment=key, words=words)
                work.unfinished.keep(session=each.session, moment=key, words="")


def _take_off(work: UnitOfWork, pieces: tuple[Parked, ...], by: RecordId) -> None:
    for session in dict.fromkeys(each.session for each in pieces):
        gone = {each.step.key for each in pieces if each.session == session}
        record: Record[Session] = work.records.get(session, Session)
        left = tuple(key for key in record.body.parked if key not in gone)
        if left != record.body.parked:
            body = msgspec.structs.replace(record.body, parked=left)
            work.records.revise(session, body, by=by, session=session)
