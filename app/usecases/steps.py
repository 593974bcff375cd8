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
from app.usecases import open_talk, statements
from app.usecases.ports import Notebook
from app.usecases.statements import Also, Said

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


def say(
    notebook: Notebook,
    said: Said,
    *,
    goal: RecordId | None,
    most: int,
    at: datetime.datetime,
    finishes_typing: bool = True,
    then: Also | None = None,
) -> Change:
    """Write down a small step as it was said. The person is the first choice of who does it.

    Args:
        notebook: the open notebook.
        said: the words, said at a step of a talk.
        goal: the goal it leads to, if to one.
        most: how many new ones this step of the talk takes; 0 for any number.
        at: when.
        finishes_typing: whether what stood in the writing place is finished with it.
        then: what else is written with the sentence.

    Raises:
        NotAllowedError: there are as many as one talk takes.
        BadWordsError: there are no words, or far too many.

    """
    session, moment, by = said.session, said.moment, said.by
    if session is None:
        raise ValueError("a step is said in a talk")
    with notebook.unit_of_work() as work:
        here = [
            each
            for each in work.records.find(GoalStep, session=session)
            if each.body.moment == moment
        ]
        if most and len(here) >= most:
            raise NotAllowedError(N_("That is enough for one time. The others can wait."))
        sentence = statements.write_down(work, said, finishes_typing=finishes_typing, then=then)
        body = GoalStep(
            person=sentence.body.person,
            goal=goal,
            said=sentence.id,
            words=sentence.body.original,
            who=sentence.body.person,
            session=session,
            moment=moment,
        )
        made = work.records.add(body, by=by, session=session)
        choices = (*(each.id for each in here), made.id)
        answer = Answer(response="chosen", choices=choices, at=at)
        open_talk.keep_answer(work, session, moment, answer, by=by)
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
            open_talk.keep_answer(work, session, answers, answer, by=by)
        return work.commit(N_("step changed"))
