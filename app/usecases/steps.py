"""Small steps: what they are, who does them, with whom, when, with how much help, how they go."""

import datetime
from typing import Literal

import msgspec

from app.model.change import Change
from app.model.errors import NotAllowedError
from app.model.goals import GoalStep
from app.model.ids import RecordId
from app.model.record import Record
from app.model.session import Answer
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import sessions
from app.usecases.ports import Notebook

Status = Literal["to_do", "doing", "done", "stuck", "dropped"]
Help = Literal["do_myself", "bit_of_help", "lots_of_help"]


def words_of(step: GoalStep, statements: tuple[Record[Statement], ...]) -> str:
    """The words of a step: those of the sentence in which it was said, as they stand now."""
    said = next((each.body.original for each in statements if each.id == step.said), "")
    return said or step.words


def standing(
    steps: tuple[Record[GoalStep], ...],
    statements: tuple[Record[Statement], ...],
    *,
    goal: RecordId | None = None,
) -> tuple[Record[GoalStep], ...]:
    """The steps of a goal, or all; not those of which the person said they are not their words."""
    disowned = {each.id for each in statements if each.body.disowned}
    return tuple(
        each
        for each in steps
        if each.body.said not in disowned and (goal is None or each.body.goal == goal)
    )


def take(
    notebook: Notebook,
    *,
    statement: RecordId,
    goal: RecordId | None,
    session: RecordId,
    step: str,
    most: int,
    by: RecordId,
    at: datetime.datetime,
) -> Change:
    """Make a step of a sentence that was just said. The person is the first choice of who does it.

    Args:
        notebook: the open notebook.
        statement: the sentence.
        goal: the goal it leads to, if to one.
        session: the talk.
        step: the step of the talk at which it was said.
        most: how many new ones this step of the talk takes; 0 for any number.
        by: who writes.
        at: when.

    Raises:
        NotAllowedError: there are as many as one talk takes.

    """
    with notebook.unit_of_work() as work:
        said = work.records.get(statement, Statement).body
        here = [
            each
            for each in work.records.find(GoalStep, session=session)
            if each.body.moment == step
        ]
        if any(each.body.said == statement for each in here):
            return Change()
        if most and len(here) >= most:
            raise NotAllowedError(N_("That is enough for one time. The others can wait."))
        body = GoalStep(
            person=said.person,
            goal=goal,
            said=statement,
            words=said.original,
            who=said.person,
            session=session,
            moment=step,
        )
        work.records.add(body, by=by, session=session)
        answer = Answer(response="chosen", choices=(*(e.id for e in here), statement), at=at)
        sessions.keep_answer(work, session=session, step=step, answer=answer, by=by)
        return work.commit(N_("step added"))


def change(
    notebook: Notebook,
    *,
    step: RecordId,
    by: RecordId,
    session: RecordId | None = None,
    **fields: object,
) -> Change:
    """Keep who does it, with whom, when, how much help, or why it is stuck.

    Raises:
        msgspec.ValidationError: a field holds what its type does not allow.

    """
    with notebook.unit_of_work() as work:
        now = work.records.get(step, GoalStep).body
        changed = msgspec.structs.replace(now, **fields)
        if changed != now:
            work.records.revise(step, changed, by=by, session=session)
        return work.commit(N_("step changed"))


def go(
    notebook: Notebook,
    *,
    step: RecordId,
    status: Status,
    today: datetime.date,
    by: RecordId,
    session: RecordId | None = None,
    answers: str = "",
    at: datetime.datetime | None = None,
) -> Change:
    """Keep how a step goes. What kept it stuck, and when it was done, belongs to that alone.

    Args:
        notebook: the open notebook.
        step: the step.
        status: how it goes.
        today: the day.
        by: who writes.
        session: the talk in which it is said, if in one.
        answers: the step of that talk which is answered by it.
        at: when.

    """
    with notebook.unit_of_work() as work:
        now = work.records.get(step, GoalStep).body
        stuck = status == "stuck"
        changed = msgspec.structs.replace(
            now,
            status=status,
            done_on=(now.done_on or today) if status == "done" else None,
            stuck_because=now.stuck_because if stuck else None,
            owner_of_block=now.owner_of_block if stuck else None,
        )
        if changed != now:
            work.records.revise(step, changed, by=by, session=session)
        if session is not None and answers:
            answer = Answer(response="chosen", choices=(step, status), at=at)
            sessions.keep_answer(work, session=session, step=answers, answer=answer, by=by)
        return work.commit(N_("step changed"))
