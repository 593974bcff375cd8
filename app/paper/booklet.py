"""The easy-read booklet of a plan, in the person's own words (domain section E.3)."""

from collections.abc import Iterable

from app.model.wording import N_
from app.paper.desk import SMALLEST
from app.paper.ends import cover, last_page, nothing_kept
from app.paper.flow import Block, paginate
from app.paper.job import Job
from app.paper.press import Printed
from app.paper.story import tell


def set_booklet(job: Job, *, size: float = 0.0, least: float = SMALLEST) -> Printed:
    """Print the plan; drafts are never in it (rule R4).

    ``size`` is of its body text in points; as the person likes it if left out. Nothing
    is printed smaller than ``least``.
    """
    kept, t = job.contents.plan, job.words.t
    press = job.press(t(N_("The plan of {name}"), name=job.name), size=size, least=least)
    desk = press.desk
    footer = job.footer(press)
    room = press.room(footer)
    front = cover(
        desk,
        kept,
        copy_for=job.contents.reader,
        made_on=job.made_on,
        called=job.called,
        lacking=job.lacking,
        room=room,
    )
    inside: Iterable[Block] = tell(desk, kept) if kept.sections else nothing_kept(desk)
    pages = [
        *paginate([front], room),
        *paginate([*inside, *last_page(desk, kept, job.hard_words)], room),
    ]
    return press.bind(pages, footer)
