"""Goals and steps: for each goal room to draw it, a ladder, and boxes to tick."""

import dataclasses
import math
from collections.abc import Iterable, Iterator, Sequence

from app.model.goals import Goal, GoalStep
from app.model.plan import Line
from app.model.record import Record
from app.model.wording import N_
from app.paper.blocks import HeadedBlock, Part, SectionHead, SentenceBlock, under
from app.paper.desk import START_MARGIN, Desk
from app.paper.ends import credits_below
from app.paper.flow import Block, paginate
from app.paper.heads import head
from app.paper.job import Job
from app.paper.press import Printed
from app.paper.rungs import LEAST_TO_DRAW_IN, MOST_TO_DRAW_IN, RoomToDraw, rung
from app.paper.sheet import MM
from app.paper.story import sentence

_FACE = 22 * MM
_GOAL_GAP, _HOPE_GAP = 24.0, 12.0
_EMPTY_RUNGS = 3
"""Of a goal that has no steps yet: they can be written by hand."""


def make(job: Job) -> Printed:
    """Each goal that is open or reached, with its steps; what was let go is not held up."""
    title = job.words.t(N_("What I want next"))
    press = job.press(title)
    desk = press.desk
    plan = job.contents.plan
    top = head(desk, plan, title=title, side=_FACE, photo=plan.person.body.photo)
    goals = [list(each) for each in _goals(desk, job)]
    footer, credit = job.footer(press), list(credits_below(desk))
    goals[0].insert(0, top)
    goals[-1] += credit
    room = press.room(footer)
    blocks = [block for goal in goals for block in _to_draw_in(goal, room)]
    return press.bind(paginate(blocks, room), footer)


def _to_draw_in(goal: Sequence[Block], room: float) -> Iterator[Block]:
    """A goal with as much to draw in as its page has room for, so that all of it stands there.

    Where the ladder goes on to another page in any case, the drawing has its usual room.
    """
    used = sum(block.gap + block.height for block in goal) - goal[0].gap
    for block in goal:
        if isinstance(block, RoomToDraw):
            free = math.floor(room - used + block.high)
            high = min(MOST_TO_DRAW_IN, free) if free >= LEAST_TO_DRAW_IN else block.high
            yield dataclasses.replace(block, high=high)
        else:
            yield block


def _goals(desk: Desk, job: Job) -> Iterator[Iterable[Block]]:
    shown = [
        (record, line)
        for record in job.contents.of(Goal)
        if record.body.status not in {"let_go", "changed"}
        and (line := job.contents.line(record.body.words)) is not None
    ]
    shown.sort(key=lambda each: each[0].body.priority or 9)
    for number, (record, line) in enumerate(shown):
        yield _goal(desk, job, record, line, first=not number)
    if not shown:
        text = desk.body(job.words.t(N_("There are no goals yet.")), width=desk.width)
        none = SentenceBlock(theme=desk.theme, start=START_MARGIN, parts=(Part(text=text),))
        yield none, *under(_head(desk, N_("All the steps")), _empty(desk))


def _goal(desk: Desk, job: Job, goal: Record[Goal], line: Line, *, first: bool) -> Iterator[Block]:
    """What the person wants and hopes for, room to draw it on the same page, and the ladder."""
    wanted = sentence(desk, job.contents.plan, line)
    yield dataclasses.replace(wanted, new_page=not first, gap=_GOAL_GAP, keeps_next=True)
    if goal.body.anchors.hoped:
        label = job.words.t(N_("What I hope for"))
        hoped = job.words.t(N_("{label}: {value}"), label=label, value=goal.body.anchors.hoped)
        text = desk.body(hoped, width=desk.width)
        yield SentenceBlock(
            theme=desk.theme,
            start=START_MARGIN,
            parts=(Part(text=text),),
            gap=_HOPE_GAP,
            keeps_next=True,
        )
    yield RoomToDraw(
        theme=desk.theme,
        words=desk.label(job.words.t(N_("Here I can draw.")), width=desk.width),
    )
    steps = [
        each.body
        for each in job.contents.of(GoalStep)
        if each.body.goal == goal.id and each.body.status != "dropped"
    ]
    rungs: list[HeadedBlock] = [_step(desk, job, step) for step in steps]
    yield from under(_head(desk, N_("All the steps")), rungs or _empty(desk))


def _step(desk: Desk, job: Job, step: GoalStep) -> HeadedBlock:
    t, known = job.words.t, job.contents.known
    who = known.get(step.who, t(N_("Someone else")))
    with_whom = [known[each] for each in step.with_whom if each in known]
    names = job.words.listed([who, *with_whom])
    when = [step.when] if step.when else []
    if step.by:
        when.append(job.words.date(step.by))
    done = t(N_("Done")) if step.status == "done" else ""
    return rung(desk, step.words, job.words.beside((names, *when)), done=done)


def _empty(desk: Desk) -> list[HeadedBlock]:
    return [rung(desk) for _ in range(_EMPTY_RUNGS)]


def _head(desk: Desk, title: str) -> SectionHead:
    words = desk.words.t(title)
    return SectionHead(
        theme=desk.theme,
        title=desk.heading(words, desk.size),
        name=words,
        level=1,
        gap=18.0,
        keeps=1,
    )
