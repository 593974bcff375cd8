"""The hospital passport: red, amber and green, with a shape and a word beside each colour."""

import functools
from collections.abc import Callable, Iterator

from app.model.ids import PictureRef
from app.model.look import Marked
from app.model.plan import Line
from app.model.wording import N_
from app.paper.boxes import box, item, with_views
from app.paper.desk import Desk
from app.paper.ends import credits_below, nothing_kept
from app.paper.flow import Block, paginate
from app.paper.heads import head, whose_page
from app.paper.job import Job
from app.paper.press import Printed
from app.paper.sheet import MM

_FACE = 40 * MM
_RED_SECTIONS = frozenset({"health", "if_things_go_wrong"})
_RED_KIND = "important_for"
_ILL = "illness_sign"
_GREEN_SECTIONS = frozenset({"important_to", "my_day", "people"})


def make(job: Job) -> Printed:
    """What must be known, what helps, what is liked: the first page is the one that is read."""
    title = job.words.t(N_("Hospital passport"))
    press = job.press(title)
    desk = press.desk
    plan = job.contents.plan
    top = head(
        desk,
        plan,
        title=title,
        below=whose_page(job.contents, plan.lines, job.words),
        side=_FACE,
        photo=plan.person.body.photo,
    )
    boxes = list(_boxes(desk, job)) or list(nothing_kept(desk))
    footer = job.footer(press)
    blocks: list[Block] = [top, *boxes, *credits_below(desk)]
    return press.bind(paginate(blocks, press.room(footer)), footer)


def is_red(line: Line) -> bool:
    """Whether somebody could come to harm who does not know it."""
    body = line.statement.body
    grave = body.section in _RED_SECTIONS and body.kind == _RED_KIND
    return body.must_know or body.kind == _ILL or grave


def is_green(line: Line) -> bool:
    """Whether it is about what the person likes: nothing is that they disagreed with (rule R1)."""
    return _is_liked(line) and line.view != "disagree"


def is_amber(line: Line) -> bool:
    """Whether it helps to know it."""
    return not is_red(line) and not _is_liked(line)


def _is_liked(line: Line) -> bool:
    return not is_red(line) and line.statement.body.section in _GREEN_SECTIONS


def _boxes(desk: Desk, job: Job) -> Iterator[Block]:
    theme, t = desk.theme, job.words.t
    set_line = functools.partial(item, desk, job.contents.plan, banded=True, brief=True)
    lights: tuple[tuple[str, str, str, Marked, Callable[[Line], bool]], ...] = (
        (
            N_("Red"), N_("Everybody who helps must know it"), "openmoji:1F6D1",
            Marked(fill=theme.stop_edge, edge=theme.stop_edge), is_red,
        ),
        (
            N_("Amber"), N_("It helps to know this"), "openmoji:26A0",
            Marked(fill=theme.lit, edge=theme.own.edge), is_amber,
        ),
        (
            N_("Green"), N_("What I like"), "openmoji:1F49A",
            Marked(fill=theme.shown.edge, edge=theme.shown.edge), is_green,
        ),
    )  # fmt: skip
    for colour, says, shape, colours, belongs in lights:
        lines = [line for line in job.contents.plan.lines if belongs(line)]
        if lines:
            yield box(
                desk,
                t(N_("{label}: {value}"), label=t(colour), value=t(says)),
                list(with_views(desk, job.contents, lines, set_line)),
                colours=colours,
                picture=desk.ornament(PictureRef(shape)),
                banded=True,
            )
