"""What a person chose for one page, laid out as it is printed, to see whether it fits.

It is measured with the real paragraphs, fonts and pictures: a count of sentences or letters would
promise a page that is not there.
"""

import dataclasses
import functools
from collections.abc import Iterator, Sequence

from app.model.drawn import ProfilePick
from app.model.ids import PictureRef, RecordId
from app.model.plan import Line
from app.model.wording import N_
from app.paper.boxes import box, item, with_views
from app.paper.desk import SMALLEST, Desk
from app.paper.ends import credit_lines, nothing_kept
from app.paper.flow import Block, Placed, paginate
from app.paper.heads import head, whose_page
from app.paper.job import Job
from app.paper.press import Press, Printed
from app.paper.sheet import MM
from app.paper.text.layout import SetText

USUAL = 16.0
"""Points of the body text. ``SMALLEST`` is the floor, which nothing goes under."""

_FACE = 45 * MM


@dataclasses.dataclass(frozen=True, slots=True)
class Fit:
    """Whether it fits on one page.

    Attributes:
        size: the size of the text at which it does, in points; 0 where it does not at any.
        pages: how many pages it takes at the smallest size.

    """

    size: float
    pages: int


@dataclasses.dataclass(frozen=True, slots=True)
class _LaidOut:
    press: Press
    footer: tuple[SetText, ...]
    pages: list[list[Placed]]


def fit(job: Job, *, picks: Sequence[RecordId], photo: PictureRef | None) -> Fit:
    """Lay the page out at its usual size, and at the smallest if it does not fit.

    Raises:
        BadDataError: a font file is missing or damaged.

    """
    pages = 0
    for size in (USUAL, SMALLEST):
        pages = len(_lay_out(job, size, picks, photo).pages)
        if pages <= 1:
            return Fit(size, pages)
    return Fit(0.0, pages)


def one_page(job: Job) -> Printed:
    """Print the page. What does not fit goes on to another: nothing is dropped for the person.

    Without a choice of theirs, everything that they said in these sections stands on it.
    """
    picks, photo = chosen(job)
    laid = _lay_out(job, USUAL, picks, photo)
    if len(laid.pages) > 1:
        laid = _lay_out(job, SMALLEST, picks, photo)
    return laid.press.bind(laid.pages, laid.footer)


def chosen(
    job: Job, document: str = "one_page_profile"
) -> tuple[Sequence[RecordId], PictureRef | None]:
    """The sentences and the photo that the person chose for a document; else their own."""
    made = [each.body for each in job.contents.of(ProfilePick) if each.body.document == document]
    if made and made[-1].picks:
        return made[-1].picks, made[-1].photo
    own = (line for line in job.contents.plan.lines if document == "passport" or _fits(line))
    return [line.statement.id for line in own], job.contents.plan.person.body.photo


def _fits(line: Line) -> bool:
    """The page is in the person's own words; what others like about them they say themselves."""
    body = line.statement.body
    return body.voice_group != "others" or body.section == "appreciation"


def in_order(lines: Sequence[Line], picks: Sequence[RecordId]) -> list[Line]:
    """The lines that were picked, in the order in which they were."""
    place = {pick: at for at, pick in enumerate(picks)}
    picked = [line for line in lines if line.statement.id in place]
    return sorted(picked, key=lambda line: place[line.statement.id])


def _lay_out(
    job: Job, size: float, picks: Sequence[RecordId], photo: PictureRef | None
) -> _LaidOut:
    press = job.press(job.words.t(N_("One-page profile")), size=size)
    blocks = list(_page(press.desk, job, picks, photo))
    footer = job.footer(press, *credit_lines(press.desk))
    return _LaidOut(press, footer, paginate(blocks, press.room(footer)))


def _page(
    desk: Desk, job: Job, picks: Sequence[RecordId], photo: PictureRef | None
) -> Iterator[Block]:
    """Photo and name, then a box for each section with what was picked."""
    plan, t = job.contents.plan, job.words.t
    whose = whose_page(job.contents, in_order(plan.lines, picks), job.words)
    set_line = functools.partial(item, desk, plan, pictured=False, brief=True, marked=not whose)
    yield head(
        desk,
        plan,
        title=t(N_("One-page profile")),
        below=whose,
        side=_FACE,
        photo=photo,
    )
    empty = True
    for section in plan.sections:
        lines = in_order(section.lines, picks)
        if lines:
            empty = False
            yield box(
                desk,
                desk.words.t(section.section.easy),
                list(with_views(desk, job.contents, lines, set_line)),
                colours=desk.theme.own,
                picture=desk.picture(section.section.pictures),
            )
    if empty:
        yield from nothing_kept(desk)
