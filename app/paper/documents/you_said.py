"""You said, we did, for one person."""

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
from app.paper.sheet import MM

_FACE = 30 * MM


def make(job: Job) -> Printed:
    """Every promise, the newest first, as the person's own list on the screen has them."""
    title = job.words.t(N_("You said, we did"))
    press = job.press(title)
    desk = press.desk
    plan = job.contents.plan
    made = reversed(job.contents.of(Promise))
    told: list[Block] = [block for each in made for block in promise(desk, job, each)]
    if not told:
        nothing = job.words.t(N_("Nothing is promised yet. Promises are made in a talk."))
        part = Part(text=desk.body(nothing, width=desk.width))
        told.append(SentenceBlock(theme=desk.theme, start=START_MARGIN, parts=(part,)))
    top = head(desk, plan, title=title, side=_FACE, photo=plan.person.body.photo)
    footer = job.footer(press)
    blocks = [top, *told, *credits_below(desk)]
    return press.bind(paginate(blocks, press.room(footer)), footer)
