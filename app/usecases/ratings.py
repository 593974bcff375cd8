"""How a goal stands: the person says it first, a supporter unseen, then both are side by side."""

import dataclasses
import datetime

import msgspec

from app.model.change import Change
from app.model.errors import NotAllowedError
from app.model.goals import Goal, GoalRating, Point
from app.model.ids import RecordId
from app.model.record import Record
from app.model.session import REFUSALS, Answer, Response, Session
from app.model.wording import N_
from app.usecases import open_talk
from app.usecases.ports import Notebook, UnitOfWork

_SHOWN = "shown:"
_NOT_FOR_OTHERS: frozenset[Point | Response] = frozenset({"not_today", "dont_want_to_say"})
"""The person's no to talking about a goal: no helper is asked about it in their stead."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """What was answered about one goal at one step of a talk.

    Attributes:
        uncovered: the person's answer was shown without a supporter's, or they would not talk
            about it; no supporter's can follow it.

    """

    person: Record[GoalRating] | None
    supporter: Record[GoalRating] | None
    uncovered: bool

    @property
    def covered(self) -> bool:
        """Whether the person's answer is there and not to be seen yet."""
        return self.person is not None and self.supporter is None and not self.uncovered


def both(
    ratings: tuple[Record[GoalRating], ...],
    *,
    goal: RecordId,
    session: RecordId,
    step: str,
    given: Answer | None,
) -> Both:
    """What was answered about a goal at a step; ``given`` is the answer kept for the step."""
    here = [
        each
        for each in ratings
        if each.body.goal == goal and each.body.session == session and each.body.moment == step
    ]
    return Both(
        person=next((each for each in here if each.body.rater == "person"), None),
        supporter=next((each for each in here if each.body.rater == "supporter"), None),
        uncovered=given is not None and f"{_SHOWN}{goal}" in given.choices,
    )


def rate(
    notebook: Notebook,
    *,
    goal: RecordId,
    value: Point | Response,
    session: RecordId,
    step: str,
    by: RecordId,
    at: datetime.datetime,
    today: datetime.date,
) -> Change:
    """Keep how the goal stands for the person; a refusal is kept as no answer (rule R3).

    After "not today" and "I don't want to say" no supporter can answer about this goal.

    Raises:
        NotAllowedError: a supporter's rating stands beside it already.

    """
    with notebook.unit_of_work() as work:
        now = _now(work, goal, session, step)
        if now.supporter is not None:
            raise NotAllowedError(
                N_("Both answers are on the table. You can both answer again from the start.")
            )
        point: object = "no_answer" if value in REFUSALS else value
        _write(
            work, now.person, goal, session=session, step=step, by=by, today=today,
            rater="person", value=point,
        )  # fmt: skip
        answer = _answer(work, goal, session, step, value=value, at=at)
        open_talk.keep_answer(work, session, step, answer, by=by)
        return work.commit(N_("goal rated"))


def rate_as_supporter(
    notebook: Notebook,
    *,
    goal: RecordId,
    value: Point | None,
    supporter: RecordId,
    session: RecordId,
    step: str,
    by: RecordId,
    today: datetime.date,
) -> Change:
    """Keep how the goal stands for a supporter, who has not seen the person's answer.

    Args:
        notebook: the open notebook.
        goal: the goal.
        value: the point; None for no answer.
        supporter: who rates.
        session: the talk.
        step: the step of it.
        by: who writes it down.
        today: the day.

    Raises:
        NotAllowedError: the person has not answered yet, or their answer was shown already.

    """
    with notebook.unit_of_work() as work:
        now = _now(work, goal, session, step)
        if now.person is None:
            raise NotAllowedError(N_("The person answers first. Then it is the helper’s turn."))
        if now.uncovered:
            raise NotAllowedError(
                N_("The person’s answer was shown. The helper can answer another time.")
            )
        point: object = value or "no_answer"
        _write(
            work, now.supporter, goal, session=session, step=step, by=by, today=today,
            rater="supporter", value=point, supporter=supporter,
        )  # fmt: skip
        return work.commit(N_("goal rated"))


def uncover(
    notebook: Notebook, *, goal: RecordId, session: RecordId, step: str, by: RecordId
) -> Change:
    """Show the person's answer without one of a supporter; none can follow it in this talk."""
    with notebook.unit_of_work() as work:
        given = work.records.get(session, Session).body.answers.get(step)
        choices = given.choices if given is not None else ()
        shown = Answer(
            response=given.response if given is not None else "chosen",
            choices=tuple(dict.fromkeys((*choices, f"{_SHOWN}{goal}"))),
            at=given.at if given is not None else None,
        )
        open_talk.keep_answer(work, session, step, shown, by=by)
        return work.commit(N_("answer shown"))


def answer_again(
    notebook: Notebook, *, goal: RecordId, session: RecordId, step: str, by: RecordId
) -> Change:
    """Both answer again from the start: what they said in this talk about the goal is put away."""
    with notebook.unit_of_work() as work:
        now = _now(work, goal, session, step)
        for each in (now.person, now.supporter):
            if each is not None:
                work.records.revise(each.id, each.body, by=by, session=session, withdrawn=True)
        given = work.records.get(session, Session).body.answers.get(step)
        left = tuple(each for each in (given.choices if given else ()) if each != f"{_SHOWN}{goal}")
        others = _others_rated(work, goal, session, step)
        if given is None or not others:
            open_talk.keep_answer(work, session, step, None, by=by)
        else:
            kept = Answer(response="chosen", choices=left, at=given.at)
            open_talk.keep_answer(work, session, step, kept, by=by)
        return work.commit(N_("answer taken back"))


def _now(work: UnitOfWork, goal: RecordId, session: RecordId, step: str) -> Both:
    given = work.records.get(session, Session).body.answers.get(step)
    ratings = work.records.find(GoalRating, session=session)
    return both(ratings, goal=goal, session=session, step=step, given=given)


def _others_rated(work: UnitOfWork, goal: RecordId, session: RecordId, step: str) -> bool:
    """Whether the step, where it is about several goals, has an answer about another one."""
    return any(
        each.body.rater == "person" and each.body.moment == step and each.body.goal != goal
        for each in work.records.find(GoalRating, session=session)
    )


def _answer(
    work: UnitOfWork,
    goal: RecordId,
    session: RecordId,
    step: str,
    *,
    value: Point | Response,
    at: datetime.datetime,
) -> Answer:
    """The step's answer: a refusal, unless another goal of the same step got a rating."""
    given = work.records.get(session, Session).body.answers.get(step)
    choices = given.choices if given is not None else ()
    shown = tuple(each for each in choices if each.startswith(_SHOWN))
    if value in _NOT_FOR_OTHERS:
        shown = tuple(dict.fromkeys((*shown, f"{_SHOWN}{goal}")))
    if value not in REFUSALS:
        return Answer(response="chosen", choices=(value, *shown), at=at)
    if _others_rated(work, goal, session, step) and given is not None:
        said = tuple(each for each in choices if not each.startswith(_SHOWN))
        return msgspec.structs.replace(given, choices=(*said, *shown))
    return Answer(response=value, choices=shown, at=at)


def _write(
    work: UnitOfWork,
    before: Record[GoalRating] | None,
    goal: RecordId,
    *,
    session: RecordId,
    step: str,
    by: RecordId,
    today: datetime.date,
    rater: str,
    value: object,
    supporter: RecordId | None = None,
) -> None:
    about = work.records.get(goal, Goal).body
    body = GoalRating(
        person=about.person,
        goal=goal,
        on=today,
        rater=rater,  # type: ignore[arg-type]
        by=supporter,
        value=value,  # type: ignore[arg-type]
        scale_shown=about.scale_shown,
        session=session,
        moment=step,
    )
    if before is None:
        work.records.add(body, by=by, session=session)
    elif before.body != body:
        work.records.revise(before.id, body, by=by, session=session)
