"""The hospital passport: red, amber and green, with a shape and a word beside each colour."""

import functools
from collections.abc import Iterator, Sequence

from app.model.ids import PictureRef, RecordId
from app.model.look import Marked
from app.model.plan import Line
from app.model.signals import AT_ONCE, signs
from app.model.wording import N_
from app.paper.boxes import box, item, with_views
from app.paper.desk import Desk
from app.paper.ends import credits_below, nothing_kept
from app.paper.flow import Block, paginate
from app.paper.heads import head, whose_page
from app.paper.job import Job
from app.paper.press import Printed
from app.paper.sheet import MM

_FACE = 30 * MM
_MUST_KNOW = N_("Everybody who helps must know it")
_GONE_WRONG = "if_things_go_wrong"
_RED_SECTIONS = frozenset({"health", _GONE_WRONG})
_RED_KIND = "important_for"
_ILL = "illness_sign"
_GREEN_SECTIONS = frozenset({"important_to", "my_day", "people"})
_BEFORE_SIGNS = 3
"""How much stands before how the person says yes and no, so that this is on the first page."""


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
    """What an emergency needs, how the person says yes and no, and all else by its colour.

    Of two views each box tells both, so that neither needs to be told again in a later one.
    """
    theme = desk.theme
    red = (N_("Red"), "openmoji:1F6D1", Marked(fill=theme.stop_edge, edge=theme.stop_edge))
    amber = (N_("Amber"), "openmoji:26A0", Marked(fill=theme.lit, edge=theme.own.edge))
    green = (N_("Green"), "openmoji:1F49A", Marked(fill=theme.shown.edge, edge=theme.shown.edge))
    lines = job.contents.plan.lines
    says = signs(lines, AT_ONCE)
    lines = tuple(line for line in lines if line not in says)
    grave = sorted((line for line in lines if is_red(line)), key=_by_danger)
    now = [line for line in grave[:_BEFORE_SIGNS] if _is_of_danger(line)] if says else grave
    views, told = job.contents.views(), set[RecordId]()
    for light, title, here in (
        (red, _MUST_KNOW, now),
        (red, N_("How I say it"), says),
        (red, _MUST_KNOW, [line for line in grave if line not in now]),
        (amber, N_("It helps to know this"), [line for line in lines if is_amber(line)]),
        (green, N_("What I like"), [line for line in lines if is_green(line)]),
    ):
        new = [line for line in here if line.statement.id not in told]
        told |= {each.statement.id for line in new for each in views.of(line)}
        yield from _box(desk, job, light, title, new)


def _by_danger(line: Line) -> tuple[bool, bool, bool]:
    """What keeps them safe first, then what to do if things go wrong; else as the plan has it."""
    body = line.statement.body
    return not _is_of_danger(line), body.kind != _RED_KIND, body.section != _GONE_WRONG


def _is_of_danger(line: Line) -> bool:
    return line.statement.body.section in _RED_SECTIONS


def _box(
    desk: Desk, job: Job, light: tuple[str, str, Marked], title: str, lines: Sequence[Line]
) -> Iterator[Block]:
    """A box of one colour, which stands in its title as a word and a shape too."""
    if not lines:
        return
    t = job.words.t
    colour, shape, colours = light
    set_line = functools.partial(item, desk, job.contents.plan, banded=True, brief=True)
    yield box(
        desk,
        t(N_("{label}: {value}"), label=t(colour), value=t(title)),
        list(with_views(desk, job.contents, lines, set_line)),
        colours=colours,
        picture=desk.ornament(PictureRef(shape)),
        banded=True,
    )
