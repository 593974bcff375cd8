"""What the moments of a conversation are repeated for, beside what was chosen in it."""

from collections.abc import Callable

from app.model.conversation import Conversation
from app.model.goals import Goal
from app.model.guide import Guide
from app.model.ids import RecordId
from app.model.session import Session
from app.model.statement import Statement
from app.usecases.ports import UnitOfWork


def conversation(work: UnitOfWork, guide: Guide, body: Session) -> Conversation:
    """A guide as a session walks it now.

    What was answered in this session stays a step of it, also when the answer settled it (a goal
    that was let go): nobody is moved on by an answer, and going back finds it.
    """
    wanted = {moment.for_each for moment in guide.moments}
    around = {
        name: tuple(dict.fromkeys((*_answered_for(name, guide, body), *find(work, body.person))))
        for name, find in _SURROUNDINGS.items()
        if name in wanted
    }
    return Conversation(guide, body, around)


def _answered_for(name: str, guide: Guide, body: Session) -> tuple[RecordId, ...]:
    """What moments that are repeated for this were answered about, in this session."""
    moments = {each.id for each in guide.moments if each.for_each == name}
    keys = (key.partition(":") for key in body.answers)
    return tuple(RecordId(about) for moment, _, about in keys if about and moment in moments)


def views_to_answer(work: UnitOfWork, person: RecordId) -> tuple[RecordId, ...]:
    """Others' sentences to which the person has not said anything, the first said first.

    What they did not want to answer in an earlier talk is not asked again (rule R3).
    """
    found = work.records.find(Statement, person=person)
    refused = _refused(work, person)
    answered = {each.body.answer_to.statement for each in found if each.body.answer_to is not None}
    return tuple(
        each.id
        for each in found
        if each.body.voice_group == "others"
        and not each.body.disowned
        and each.id not in answered
        and each.id not in refused
    )


def _refused(work: UnitOfWork, person: RecordId) -> frozenset[str]:
    """What was asked about, in talks that have ended, where "I don't want to say" was answered."""
    return frozenset(
        key.partition(":")[2]
        for each in work.records.find(Session, person=person)
        if not each.body.open
        for key, answer in each.body.answers.items()
        if answer.response == "dont_want_to_say"
    )


def _goals(work: UnitOfWork, person: RecordId) -> tuple[RecordId, ...]:
    return tuple(each.id for each in work.records.find(Goal, person=person) if each.body.open)


_SURROUNDINGS: dict[str, Callable[[UnitOfWork, RecordId], tuple[RecordId, ...]]] = {
    "goals": _goals,
    "views": views_to_answer,
}
