"""Goals: from a hope to agreed words for the faces, trying it, and what becomes of it."""

import dataclasses
import datetime
from typing import Literal

import msgspec

from app.model import text
from app.model.change import Change
from app.model.errors import NotAllowedError
from app.model.goals import Goal, GoalRating, GoalStep, Point
from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.record import Record
from app.model.session import Answer
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import open_talk
from app.usecases.ports import Notebook, UnitOfWork

LOOK_AGAIN_AFTER = datetime.timedelta(weeks=6)
"""When a goal that is being tried is looked at again, unless a day is chosen."""

LetGoBecause = Literal[
    "mind_changed", "done_another_way", "not_now", "blocked_by_service", "health", "other"
]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A goal with the sentence in which it was said, its steps and its ratings.

    Attributes:
        said: the sentence; one that the person said is not theirs has no goal any more.

    """

    goal: Record[Goal]
    said: Record[Statement]
    steps: tuple[Record[GoalStep], ...]
    ratings: tuple[Record[GoalRating], ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Aims:
    """What a person wants next, and who is around them.

    Attributes:
        loose_steps: steps that lead to none of the goals.

    """

    person: Record[Person]
    supporters: tuple[Record[Supporter], ...]
    statements: tuple[Record[Statement], ...]
    aims: tuple[Aim, ...]
    loose_steps: tuple[Record[GoalStep], ...]


def of_person(notebook: Notebook, *, person: RecordId) -> Aims:
    """A person's goals with all that belongs to them, those still wanted first.

    Raises:
        NotFoundError: there is no such person.

    """
    with notebook.unit_of_work() as work:
        statements = work.records.find(Statement, person=person)
        steps = work.records.find(GoalStep, person=person)
        found = aims(
            work.records.find(Goal, person=person),
            statements,
            steps=steps,
            ratings=work.records.find(GoalRating, person=person),
        )
        return Aims(
            person=work.records.get(person, Person),
            supporters=work.records.find(Supporter, person=person),
            statements=statements,
            aims=tuple(sorted(found, key=lambda each: not each.goal.body.open)),
            loose_steps=tuple(each for each in steps if each.body.goal is None),
        )


def aims(
    goals: tuple[Record[Goal], ...],
    statements: tuple[Record[Statement], ...],
    *,
    steps: tuple[Record[GoalStep], ...] = (),
    ratings: tuple[Record[GoalRating], ...] = (),
) -> tuple[Aim, ...]:
    """Goals with what belongs to each, in the order in which they were first said."""
    said = {each.id: each for each in statements if not each.body.disowned}
    return tuple(
        Aim(
            goal=goal,
            said=said[goal.body.words],
            steps=tuple(each for each in steps if each.body.goal == goal.id),
            ratings=tuple(each for each in ratings if each.body.goal == goal.id),
        )
        for goal in goals
        if goal.body.words in said
    )


def hopes(statements: tuple[Record[Statement], ...]) -> tuple[Record[Statement], ...]:
    """The person's sentences of which a goal can be made: their hopes, never another's words.

    What is for the person alone is not among them: a goal is something to do with others.
    """
    return tuple(
        each
        for each in statements
        if each.body.kind == "hope"
        and each.body.voice_group != "others"
        and not each.body.disowned
        and not each.body.private
    )


def begin(
    notebook: Notebook,
    *,
    statement: RecordId,
    session: RecordId,
    step: str,
    by: RecordId,
    at: datetime.datetime,
) -> Change:
    """Take a hope as a goal. One that is a goal already, and still wanted, is that goal.

    Raises:
        NotAllowedError: they are somebody else's words (rule R1).

    """
    with notebook.unit_of_work() as work:
        said = work.records.get(statement, Statement).body
        if said.voice_group == "others":
            raise NotAllowedError(N_("A goal begins with the person’s own words."))
        there = [
            each
            for each in work.records.find(Goal, person=said.person)
            if each.body.words == statement and each.body.open
        ]
        goal = there[0] if there else None
        if goal is None:
            body = Goal(
                person=said.person,
                words=statement,
                status="planning",
                session=session,
                moment=step,
            )
            goal = work.records.add(body, by=by, session=session)
        answer = Answer(response="chosen", choices=(goal.id,), at=at)
        open_talk.keep_answer(work, session, step, answer, by=by)
        return work.commit(N_("goal begun"))


def choose_another(notebook: Notebook, *, session: RecordId, step: str, by: RecordId) -> Change:
    """Take another hope at this step. A goal about which nothing was agreed yet goes away."""
    with notebook.unit_of_work() as work:
        for each in work.records.find(Goal, session=session):
            if each.body.moment == step and _nothing_agreed(each.body):
                work.records.revise(each.id, each.body, by=by, session=session, withdrawn=True)
        open_talk.keep_answer(work, session, step, None, by=by)
        return work.commit(N_("goal taken back"))


def agree_words(
    notebook: Notebook,
    *,
    goal: RecordId,
    point: Point,
    words: str,
    by: RecordId,
    session: RecordId | None = None,
) -> Change:
    """Keep what a face means for this goal.

    Raises:
        NotAllowedError: the goal is being tried, and it takes these words.
        BadWordsError: far too many words.

    """
    said = "" if text.is_blank(words) else text.spoken_words(words)
    with notebook.unit_of_work() as work:
        now = work.records.get(goal, Goal).body
        if not said and now.status == "trying" and point in {"same", "hoped"}:
            raise NotAllowedError(_TWO_FACES_FIRST)
        anchors = msgspec.structs.replace(now.anchors, **{point: said})
        baseline = said if point == "same" and not now.baseline else now.baseline
        _revise(work, goal, by, session, anchors=anchors, baseline=baseline)
        return work.commit(N_("words for a face agreed"))


def say_why(
    notebook: Notebook, *, goal: RecordId, words: str, by: RecordId, session: RecordId | None = None
) -> Change:
    """Keep why it matters to the person, in their words."""
    said = "" if text.is_blank(words) else text.spoken_words(words)
    with notebook.unit_of_work() as work:
        _revise(work, goal, by, session, why_matters=said)
        return work.commit(N_("why it matters said"))


def say_how_sure(
    notebook: Notebook,
    *,
    goal: RecordId,
    sure: Literal["sure", "not_sure", "no"] | None,
    by: RecordId,
    session: RecordId | None = None,
) -> Change:
    """Keep how sure the person feels; None takes it back."""
    with notebook.unit_of_work() as work:
        _revise(work, goal, by, session, confidence=sure)
        return work.commit(N_("how sure changed"))


def choose_faces(
    notebook: Notebook,
    *,
    goal: RecordId,
    scale: Literal["faces3", "faces5", "ladder5"],
    by: RecordId,
    session: RecordId | None = None,
) -> Change:
    """Keep how this goal is shown: three faces, five, or the steps of a ladder."""
    with notebook.unit_of_work() as work:
        _revise(work, goal, by, session, scale_shown=scale)
        return work.commit(N_("faces changed"))


def start(
    notebook: Notebook,
    *,
    goal: RecordId,
    now: bool,
    today: datetime.date,
    by: RecordId,
    session: RecordId | None = None,
) -> Change:
    """Begin to try it, or leave it for later. It is looked at again after six weeks.

    Raises:
        NotAllowedError: it is not agreed what the two faces mean that it takes (domain D6).

    """
    with notebook.unit_of_work() as work:
        body = work.records.get(goal, Goal).body
        if not now:
            _revise(work, goal, by, session, status="planning")
        else:
            _try(work, goal, body, today=today, by=by, session=session)
        return work.commit(N_("goal started") if now else N_("goal left for later"))


def decide(
    notebook: Notebook,
    *,
    goal: RecordId,
    status: Literal["trying", "paused", "reached", "part_reached", "changed", "let_go"],
    today: datetime.date,
    by: RecordId,
    because: LetGoBecause | None = None,
    session: RecordId | None = None,
) -> Change:
    """Keep what becomes of a goal: carry on, change it, let it go, reached.

    Raises:
        NotAllowedError: it is to be tried and its two faces have no words.

    """
    with notebook.unit_of_work() as work:
        body = work.records.get(goal, Goal).body
        if status == "trying":
            _try(work, goal, body, today=today, by=by, session=session)
        else:
            let_go = because if status == "let_go" else None
            _revise(work, goal, by, session, status=status, let_go_because=let_go)
        return work.commit(N_("goal changed"))


def celebrate(
    notebook: Notebook,
    *,
    goal: RecordId,
    celebrated: bool,
    by: RecordId,
    session: RecordId | None = None,
) -> Change:
    """Keep whether it was celebrated."""
    with notebook.unit_of_work() as work:
        _revise(work, goal, by, session, celebrated=celebrated)
        return work.commit(N_("goal changed"))


_TWO_FACES_FIRST = N_(
    "First agree what two faces mean: the same as now, and what you hope for. Then try it."
)


def _try(
    work: UnitOfWork,
    goal: RecordId,
    body: Goal,
    *,
    today: datetime.date,
    by: RecordId,
    session: RecordId | None,
) -> None:
    if not body.can_be_tried:
        raise NotAllowedError(_TWO_FACES_FIRST)
    _revise(
        work,
        goal,
        by,
        session,
        status="trying",
        let_go_because=None,
        started=body.started or today,
        review_due=today + LOOK_AGAIN_AFTER,
    )


def _nothing_agreed(body: Goal) -> bool:
    fresh = Goal(
        person=body.person,
        words=body.words,
        status="planning",
        session=body.session,
        moment=body.moment,
        scale_shown=body.scale_shown,
    )
    return body == fresh


def _revise(
    work: UnitOfWork, goal: RecordId, by: RecordId, session: RecordId | None, **fields: object
) -> None:
    now = work.records.get(goal, Goal).body
    changed = msgspec.structs.replace(now, **fields)
    if changed != now:
        work.records.revise(goal, changed, by=by, session=session)
