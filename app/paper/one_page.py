"""What a person chose for one page, laid out as it is printed, to see whether it fits.

It is measured with the real paragraphs, fonts and pictures: a count of sentences or letters would
promise a page that is not there.
"""

import bisect
import dataclasses
import functools
import itertools
from collections.abc import Iterator, Sequence

from app.model.drawn import ProfilePick
from app.model.ids import PictureRef, RecordId
from app.model.plan import Line
from app.model.wording import N_
from app.paper.blocks import Part, SentenceBlock
from app.paper.boxes import box, item, with_views
from app.paper.desk import SMALLEST, START_MARGIN, Desk
from app.paper.ends import credit_lines, nothing_kept
from app.paper.flow import Block, Placed, paginate
from app.paper.heads import head, whose_page
from app.paper.job import Job
from app.paper.press import Press, Printed
from app.paper.sheet import MM
from app.paper.text.layout import SetText

USUAL = 16.0
"""Points of the body text. ``SMALLEST`` is the floor, which nothing goes under."""

_DOCUMENT = "one_page_profile"
_FACE = 45 * MM
_LINE_GAP = 12.0


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
    """Print the page.

    What the person picked stays, also where it takes another page: nothing is dropped for them.
    Where they picked nothing yet, the first things that they said of each part stand on it, as many
    as there is room for, and a line says how many more there are and where.
    """
    picks, photo = chosen(job)
    laid = _lay_out(job, USUAL, picks, photo)
    if len(laid.pages) > 1:
        laid = _lay_out(job, SMALLEST, picks, photo)
    left = 0
    if len(laid.pages) > 1 and _pick(job, _DOCUMENT) is None:
        laid, left = _what_fits(job, picks, photo)
    printed = laid.press.bind(laid.pages, laid.footer)
    return dataclasses.replace(printed, left_in_plan=left)


def _what_fits(job: Job, own: Sequence[RecordId], photo: PictureRef | None) -> tuple[_LaidOut, int]:
    """One page of what nobody picked from yet, and how many sentences are not on it.

    The first of each part, then the second of each: the order is that of the plan, and nothing is
    weighed. One that is longer than a page is printed whole.
    """
    parts = [in_order(section.lines, own) for section in job.contents.plan.sections]
    turns = [line.statement.id for turn in itertools.zip_longest(*parts) for line in turn if line]

    def lay_out(count: int) -> _LaidOut:
        return _lay_out(job, SMALLEST, turns[:count], photo, left=turns[count:])

    counts = range(1, len(turns))
    fitting = bisect.bisect_right(counts, 1, key=lambda count: len(lay_out(count).pages))
    count = max(1, fitting)
    return lay_out(count), len(turns) - count


def chosen(job: Job, document: str = _DOCUMENT) -> tuple[Sequence[RecordId], PictureRef | None]:
    """The sentences and the photo that the person chose for a document; else their own."""
    pick = _pick(job, document)
    if pick is not None:
        return pick.picks, pick.photo
    own = (line for line in job.contents.plan.lines if document == "passport" or _fits(line))
    return [line.statement.id for line in own], job.contents.plan.person.body.photo


def _pick(job: Job, document: str) -> ProfilePick | None:
    """What the person picked for a document last, if they picked anything."""
    made = [each.body for each in job.contents.of(ProfilePick) if each.body.document == document]
    return made[-1] if made and made[-1].picks else None


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
    job: Job,
    size: float,
    picks: Sequence[RecordId],
    photo: PictureRef | None,
    *,
    left: Sequence[RecordId] = (),
) -> _LaidOut:
    press = job.press(job.words.t(N_("One-page profile")), size=size)
    blocks = [*_page(press.desk, job, picks, photo), *_left_in_plan(press.desk, job, left)]
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


def _left_in_plan(desk: Desk, job: Job, left: Sequence[RecordId]) -> Iterator[Block]:
    """How many sentences there was no room for, and in which parts of the plan they are."""
    if not left:
        return
    titles = [
        desk.words.t(section.section.easy)
        for section in job.contents.plan.sections
        if in_order(section.lines, left)
    ]
    told = desk.words.tn(
        "{n} more sentence is in my plan: {parts}.",
        "{n} more sentences are in my plan: {parts}.",
        len(left),
        parts=desk.words.listed(titles),
    )
    text = desk.label(told, width=desk.width, bold=False)
    yield SentenceBlock(
        theme=desk.theme, start=START_MARGIN, parts=(Part(text=text),), gap=_LINE_GAP
    )
