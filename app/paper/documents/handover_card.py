"""The handover card, A5: five boxes for whoever comes next (domain section E.3)."""

import functools
from collections.abc import Iterable, Iterator, Sequence, Set

from app.model.ids import PictureRef
from app.model.look import Marked
from app.model.outcome import late_words
from app.model.plan import Line
from app.model.restrictions import Restriction
from app.model.signals import AT_ONCE, signs
from app.model.wording import N_
from app.paper.boxes import Box, box, item, note, with_views, written
from app.paper.chart import row
from app.paper.desk import Desk
from app.paper.ends import credits_below, nothing_kept
from app.paper.flow import Block, paginate
from app.paper.heads import head
from app.paper.items import Item
from app.paper.job import Job
from app.paper.press import Printed
from app.paper.sheet import MM

_SIGNS = N_("How I say it")
_DO, _DO_NOT = N_("Please do"), N_("Please do not")
_MATTERS = N_("What matters today")
_LIMITS = N_("Rules about me")
_PARTS = (_SIGNS, _DO, _DO_NOT, _MATTERS, _LIMITS)
"""What a whole card has."""
_SIZE = 16.0
_FACE = 20 * MM
_MOST = 3
"""Things in a box: it is a card, and the rest is in the plan."""


def make(job: Job) -> Printed:
    """Yes, no and stop; what to do; what not to do; what matters; the limits in place."""
    title = job.words.t(N_("Handover card"))
    press = job.press(title, size=_SIZE)
    desk = press.desk
    plan = job.contents.plan
    boxes = list(_boxes(desk, job))
    not_whole = tuple(_not_whole(job, {each.name for each in boxes})) if boxes else ()
    photo = plan.person.body.photo
    top = head(desk, plan, title=title, below=not_whole, side=_FACE, photo=photo)
    footer = job.footer(press)
    blocks: list[Block] = [top, *(boxes or nothing_kept(desk)), *credits_below(desk)]
    return press.bind(paginate(blocks, press.room(footer)), footer)


def _not_whole(job: Job, there: Set[str]) -> Iterator[str]:
    """What is not on the card, so that nobody takes a part of it for all that there is to know.

    The same is said whether nobody knows it, or the person does not share it with this reader; and
    every reader is told that it is what they share, so that no copy tells of what was held back
    from it (rule R7). That no limit is in place is no gap in the person's own copy.
    """
    t, own = job.words.t, job.contents.own
    if not own:
        yield t(N_("These are the sentences that {name} shares with you."), name=job.name)
    parts = [t(each) for each in _PARTS if not (own and each == _LIMITS)]
    if lacking := [each for each in parts if each not in there]:
        label, value = t(N_("Not on this card")), job.words.beside(lacking)
        yield t(N_("{label}: {value}"), label=label, value=value)


def _boxes(desk: Desk, job: Job) -> Iterator[Box]:
    theme, t, plan = desk.theme, job.words.t, job.contents.plan
    lines = plan.lines
    says = signs(lines, AT_ONCE)
    rows = [line for line in _of(lines, "chart_row") if line.statement.body.must_know]
    seen = [line for line in (*rows, *_of(lines, "trigger")) if line not in says]
    explained = [line for line in seen if _explained(line)]
    do = _of(lines, "please_do", "helps", sections=("support_well", "worse_better"))
    matters = _of(lines, "important_to", "preference", sections=("important_to", "my_day"))
    red = Marked(fill=theme.card, edge=theme.stop_edge)
    for title, picture, colours, told in (
        (_SIGNS, "openmoji:270B", theme.own, says),
        (N_("What it means"), "openmoji:1F4CB", theme.own, explained),
        (_DO, "openmoji:1F44D", theme.shown, do),
        (_DO_NOT, "openmoji:1F6D1", red, _of(lines, "please_dont")),
        (_MATTERS, "openmoji:2764", theme.joint, matters),
    ):
        yield from _box(desk, job, (t(title), picture), colours, told)
    worse = [line for line in seen if line not in explained]
    for section in plan.sections:
        here = [line for line in worse if line in section.lines]
        about = section.section
        yield from _box(desk, job, (t(about.easy), about.picture), theme.joint, here)
    yield from _limits(desk, job)


def _of(lines: Iterable[Line], *kinds: str, sections: tuple[str, ...] = ()) -> list[Line]:
    """Sentences of these kinds: what everybody must know and what matters most comes first."""
    found = [
        line
        for line in lines
        if line.statement.body.kind in kinds
        and (not sections or line.statement.body.section in sections)
    ]
    return sorted(found, key=_weight)


def _weight(line: Line) -> tuple[bool, int]:
    body = line.statement.body
    return not body.must_know, body.importance or 9


def _explained(line: Line) -> bool:
    body = line.statement.body
    return bool(body.meaning or body.chart)


def _set(desk: Desk, job: Job, line: Line, *, by_name: bool) -> Item:
    """What was seen with all that it means and asks for; anything else in few words."""
    plan = job.contents.plan
    if _explained(line):
        return row(desk, plan, line, pictured=False, by_name=by_name)
    return item(desk, plan, line, pictured=False, brief=True, by_name=by_name)


def _box(
    desk: Desk, job: Job, title: tuple[str, str], colours: Marked, lines: Sequence[Line]
) -> Iterator[Box]:
    """The first of these sentences, under a title with its picture."""
    if not lines:
        return
    says, picture = title
    set_line = functools.partial(_set, desk, job)
    shown = list(with_views(desk, job.contents, lines[:_MOST], set_line))
    if len(lines) > _MOST:
        shown.append(note(desk, desk.words.t(N_("More is in my plan."))))
    yield box(
        desk,
        says,
        shown,
        colours=colours,
        picture=desk.picture((PictureRef(picture),)),
    )


def _limits(desk: Desk, job: Job) -> Iterator[Box]:
    """Each limit that is in place, and until when: none of them is left out (rule R10)."""
    t, theme = job.words.t, desk.theme
    items = []
    for record in job.contents.of(Restriction):
        body = record.body
        if not body.in_force:
            continue
        when = []
        if body.end_when:
            when.append(t(N_("{label}: {value}"), label=t(N_("Until")), value=body.end_when))
        if body.review_due:
            late = body.review_due < job.made_on
            again = t(N_("We look at it again: {day}."), day=job.words.date(body.review_due))
            when.append(late_words(job.words, body.review_due) if late else again)
        items.append(written(desk, body.plain_title, *when))
    if items:
        yield box(
            desk,
            t(_LIMITS),
            items,
            colours=Marked(fill=theme.card, edge=theme.ink),
            picture=desk.picture((PictureRef("openmoji:1F512"),)),
        )
