"""The communication passport, in a pocket: a topic a page, what is seen before what it may mean."""

import dataclasses
import functools
from collections.abc import Iterator, Sequence

from app.model import booklet_words
from app.model.ids import PictureRef
from app.model.look import Marked
from app.model.plan import Line
from app.model.signals import signs
from app.model.wording import N_
from app.paper.blocks import Part, SentenceBlock
from app.paper.boxes import Box, box, item, with_views, written
from app.paper.chart import row, to_me
from app.paper.desk import START_MARGIN, Desk
from app.paper.ends import credits_below, nothing_kept
from app.paper.flow import Block, paginate
from app.paper.heads import head, whose_page
from app.paper.items import Item
from app.paper.job import Job
from app.paper.one_page import chosen, in_order
from app.paper.press import Printed
from app.paper.sheet import MM

_SIZE = 16.0
_FACE = 40 * MM
_FACT_GAP = 4.0
_AIDS = "my_aids"


def make(job: Job) -> Printed:
    """Signs first, then each row of the chart, how to tell me things, what helps, how I decide."""
    title = job.words.t(N_("Communication passport"))
    press = job.press(title, size=_SIZE)
    desk = press.desk
    footer = job.footer(press)
    topics: list[Block] = [*_topics(desk, job)] or [*nothing_kept(desk)]
    blocks = [*_front(desk, job, title), *topics, *credits_below(desk)]
    return press.bind(paginate(blocks, press.room(footer)), footer)


def _front(desk: Desk, job: Job, title: str) -> Iterator[Block]:
    """Whose it is, with whom it was made, and when it is looked at again."""
    plan = job.contents.plan
    picks, photo = chosen(job, "passport")
    facts = booklet_words.facts(
        plan, copy_for=job.contents.reader, made_on=job.made_on, words=job.words
    )
    yield head(
        desk,
        plan,
        title=title,
        below=whose_page(job.contents, in_order(plan.lines, picks), job.words),
        side=min(_FACE, desk.paper.height / 4),
        photo=photo or plan.person.body.photo,
    )
    for fact in facts:
        part = Part(text=desk.label(fact, width=desk.width, bold=False))
        yield SentenceBlock(theme=desk.theme, start=START_MARGIN, parts=(part,), gap=_FACT_GAP)


def _topics(desk: Desk, job: Job) -> Iterator[Box]:
    picks, _ = chosen(job, "passport")
    lines = in_order(job.contents.plan.lines, picks)
    talking = [line for line in lines if line.statement.body.section == "communication"]
    signals = signs(talking)
    rows = [line for line in talking if line.statement.body.chart and line not in signals]
    aids = [line for line in talking if line.statement.body.moment == _AIDS]
    told = [*signals, *rows, *aids]
    rest = [line for line in talking if line not in told]
    yield from _topic(desk, N_("How I say it"), "openmoji:270B", _items(desk, job, signals))
    from_me = [line for line in rows if not to_me(line)]
    yield from _topic(desk, N_("What it means"), "openmoji:1F4CB", _rows(desk, job, from_me))
    told_me = [line for line in rows if to_me(line)]
    yield from _topic(desk, N_("How to tell me"), "openmoji:1F442", _rows(desk, job, told_me))
    helps = [*_items(desk, job, aids), *_needs(desk, job)]
    yield from _topic(desk, N_("What helps me"), "openmoji:1F9BB", helps)
    for section in job.contents.plan.sections:
        own = {line.statement.id for line in section.lines}
        here = [line for line in lines if line.statement.id in own]
        if section.section.id == "communication":
            here = rest
        yield from _topic(
            desk, section.section.easy, section.section.picture, _items(desk, job, here)
        )


def _items(desk: Desk, job: Job, lines: Sequence[Line]) -> list[Item]:
    set_line = functools.partial(item, desk, job.contents.plan)
    return list(with_views(desk, job.contents, lines, set_line))


def _needs(desk: Desk, job: Job) -> Iterator[Item]:
    """What has to be flagged and shared, in the words in which it was written down."""
    for need in job.contents.plan.person.body.ais_need:
        if need.detail:
            yield written(desk, need.detail)


def _rows(desk: Desk, job: Job, lines: Sequence[Line]) -> list[Item]:
    set_row = functools.partial(row, desk, job.contents.plan)
    return list(with_views(desk, job.contents, lines, set_row))


def _topic(desk: Desk, title: str, picture: str, items: Sequence[Item]) -> Iterator[Box]:
    """A topic on its own page; nothing where nothing is known."""
    if items:
        made = box(
            desk,
            desk.words.t(title),
            items,
            colours=desk.theme.own,
            picture=desk.picture((PictureRef(picture),)),
        )
        card = Marked(fill=desk.theme.card, edge=desk.theme.own.edge)
        yield dataclasses.replace(made, new_page=True, colours=card)
