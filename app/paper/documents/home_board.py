"""You said, we did, for the wall at home: no names, no faces, nothing that tells who asked."""

from app.model.promises import Promise
from app.model.wording import N_
from app.paper.blocks import Part, SentenceBlock
from app.paper.desk import START_MARGIN
from app.paper.ends import credits_below
from app.paper.flow import Block, paginate
from app.paper.heads import head
from app.paper.job import Job
from app.paper.press import Printed
from app.paper.promised import promise


def make(job: Job) -> Printed:
    """Every promise that others may read."""
    title = job.words.t(N_("You said, we did"))
    press = job.press(title)
    desk = press.desk
    told: list[Block] = [
        block for each in job.contents.of(Promise) for block in promise(desk, job, each)
    ]
    if not told:
        nothing = job.words.t(N_("Nothing is printed here yet"))
        part = Part(text=desk.body(nothing, width=desk.width))
        told.append(SentenceBlock(theme=desk.theme, start=START_MARGIN, parts=(part,)))
    top = head(desk, job.contents.plan, title=title, below=(job.contents.reader,), named=False)
    footer = press.footer(job.words.t(N_("Made on {day}"), day=job.words.date(job.made_on)))
    blocks = [top, *told, *credits_below(desk)]
    return press.bind(paginate(blocks, press.room(footer)), footer)
