"""Goals and steps: a ladder for each goal, boxes to tick, and room to draw."""

import dataclasses
from collections.abc import Iterator

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
from app.paper.rungs import RoomToDraw, rung
from app.paper.sheet import MM
from app.paper.story import sentence

_FACE = 30 * MM
_EMPTY_RUNGS = 3
"""Of a goal that has no steps yet: they can be written by hand."""


def make(job: Job) -> Printed:
    """Each goal that is open or reached, with its steps; what was let go is not held up."""
    title = job.words.t(N_("What I want next"))
    press = job.press(title)
    desk = press.desk
    plan = job.contents.plan
    blocks: list[Block] = [
        head(desk, plan, title=title, side=_FACE, photo=plan.person.body.photo),
        *_goals(desk, job),
    ]
    footer = job.footer(press)
    blocks += credits_below(desk)
    return press.bind(paginate(blocks, press.room(footer)), footer)


def _goals(desk: Desk, job: Job) -> Iterator[Block]:
    shown = [
        (record, line)
        for record in job.contents.of(Goal)
        if record.body.status not in {"let_go", "changed"}
        and (line := job.contents.line(record.body.words)) is not None
    ]
    shown.sort(key=lambda each: each[0].body.priority or 9)
    for number, (record, line) in enumerate(shown):
        yield from _goal(desk, job, record, line, first=not number)
    if not shown:
        text = desk.body(job.words.t(N_("There are no goals yet.")), width=desk.width)
        yield SentenceBlock(theme=desk.theme, start=START_MARGIN, parts=(Part(text=text),))
        yield from under(_head(desk, N_("All the steps")), _empty(desk))


def _goal(desk: Desk, job: Job, goal: Record[Goal], line: Line, *, first: bool) -> Iterator[Block]:
    """What the person wants, what they hope for, the ladder towards it."""
    yield dataclasses.replace(sentence(desk, job.contents.plan, line), new_page=not first)
    if goal.body.anchors.hoped:
        label = job.words.t(N_("What I hope for"))
        hoped = job.words.t(N_("{label}: {value}"), label=label, value=goal.body.anchors.hoped)
        text = desk.body(hoped, width=desk.width)
        yield SentenceBlock(theme=desk.theme, start=START_MARGIN, parts=(Part(text=text),))
    steps = [
        each.body
        for each in job.contents.of(GoalStep)
        if each.body.goal == goal.id and each.body.status != "dropped"
    ]
    rungs: list[HeadedBlock] = [_step(desk, job, step) for step in steps]
    yield from under(_head(desk, N_("All the steps")), rungs or _empty(desk))
    yield RoomToDraw(
        theme=desk.theme,
        words=desk.label(job.words.t(N_("Here I can draw.")), width=desk.width),
    )


def _step(desk: Desk, job: Job, step: GoalStep) -> HeadedBlock:
    t, known = job.words.t, job.contents.known
    who = known.get(step.who, t(N_("Someone else")))
    with_whom = [known[each] for each in step.with_whom if each in known]
    names = job.words.listed([who, *with_whom])
    when = [step.when] if step.when else []
    if step.by:
        when.append(job.words.date(step.by))
    done = t(N_("Done")) if step.status == "done" else ""
    return rung(desk, step.words, names, *when, done=done)


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
