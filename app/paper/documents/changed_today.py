"""What changed today: the new words of one talk, who does what, and what came of promises."""

from collections.abc import Iterator

from app.model.ids import PictureRef
from app.model.promises import Promise
from app.model.session import Session
from app.model.wording import N_
from app.paper.blocks import Part, SectionHead, SentenceBlock, under
from app.paper.desk import START_MARGIN, Desk
from app.paper.ends import credits_below
from app.paper.flow import Block, paginate
from app.paper.heads import head
from app.paper.job import Job
from app.paper.press import Printed
from app.paper.promised import promise
from app.paper.sheet import MM
from app.paper.story import sentence

_FACE = 30 * MM


def make(job: Job) -> Printed:
    """One talk: nothing that was not kept is told of it (rule R4)."""
    title = job.words.t(N_("What changed today"))
    press = job.press(title)
    desk = press.desk
    plan = job.contents.plan
    talk = job.contents.one(Session)
    day = job.words.date(talk.body.started.astimezone().date())
    blocks: list[Block] = [
        head(desk, plan, title=title, below=(day,), side=_FACE, photo=plan.person.body.photo)
    ]
    told = list(_told(desk, job))
    if not told:
        nothing = job.words.t(N_("No words have been kept yet. First we read my words together."))
        part = Part(text=desk.body(nothing, width=desk.width))
        told.append(SentenceBlock(theme=desk.theme, start=START_MARGIN, parts=(part,)))
    footer = job.footer(press)
    blocks += [*told, *credits_below(desk)]
    return press.bind(paginate(blocks, press.room(footer)), footer)


def _told(desk: Desk, job: Job) -> Iterator[Block]:
    plan, talk = job.contents.plan, job.contents.about
    new = [line for line in plan.lines if line.statement.body.session == talk]
    if new:
        title = _title(desk, N_("What I said"), "openmoji:1F4AC")
        yield from under(title, [sentence(desk, plan, line) for line in new])
    promises = job.contents.of(Promise)
    made = [each for each in promises if each.body.session == talk]
    if made:
        yield _title(desk, N_("Who does what, by when?"), "openmoji:1F91D")
        for each in made:
            yield from promise(desk, job, each)
    came = [each for each in promises if each.body.told_in == talk and each not in made]
    if came:
        yield _title(desk, N_("What came of it"), "openmoji:1F4E3")
        for each in came:
            yield from promise(desk, job, each)


def _title(desk: Desk, title: str, picture: str) -> SectionHead:
    words = desk.words.t(title)
    return SectionHead(
        theme=desk.theme,
        title=desk.heading(words, desk.heading_size),
        name=words,
        picture=desk.ornament(PictureRef(picture)),
        keeps=1,
    )
