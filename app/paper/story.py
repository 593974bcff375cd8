"""The sections of a plan as blocks: cards, own words, differing views together, then others'."""

import dataclasses
from collections.abc import Iterable, Iterator

from app.model import translation_told
from app.model.drawn import DayStory
from app.model.facts import Card
from app.model.ids import RecordId
from app.model.plan import Line, Plan, PlanSection
from app.model.telling import (
    ONLY_HEARD,
    Views,
    as_it_was_said,
    different_views,
    meaning,
    told_in_days,
)
from app.model.translation import Translated
from app.model.wording import N_, said
from app.paper.blocks import HEAD_INSET, Part, SectionHead, SentenceBlock, SubHead, under
from app.paper.desk import START_MARGIN, Desk
from app.paper.drawn import RingBlock, TimeHead, circle, day
from app.paper.flow import Block
from app.paper.marks import mark

_SMALLER = 0.85
_LARGER = 1.15


def tell(desk: Desk, plan: Plan) -> Iterator[Block]:
    """Every section of a plan, one after the other.

    A sentence that somebody sees differently is followed by that other view, wherever in the plan
    it was said: both are printed, with both names, and neither stands alone (rule R6).
    """
    views = Views(plan.lines)
    days = _Days(desk, plan, views)
    for section in plan.sections:
        blocks = [
            *(_card(desk, card) for card in section.cards),
            *days.drawn(section),
            *_own(desk, plan, section, views, days),
            *_others(desk, plan, section, views, days),
        ]
        if blocks:
            yield from under(section_head(desk, section), blocks)


def section_head(desk: Desk, section: PlanSection) -> SectionHead:
    """The title of a section with its picture."""
    title = desk.words.t(section.section.easy)
    picture = desk.picture(section.section.pictures)
    width = desk.width - HEAD_INSET if picture else desk.width
    return SectionHead(
        theme=desk.theme,
        title=desk.heading(title, desk.heading_size, width=width),
        name=title,
        picture=picture,
    )


_Inner = SentenceBlock | SubHead | RingBlock | TimeHead


class _Days:
    """What was laid out in pictures, with the sentences that are told within a day."""

    def __init__(self, desk: Desk, plan: Plan, views: Views) -> None:
        self._desk, self._plan, self._views = desk, plan, views
        self._lines = {line.statement.id: line for line in plan.lines}
        self._told = told_in_days(plan)

    def tell(self, line: Line) -> bool:
        """Whether a sentence stands within a day, and need not stand once more."""
        return line.statement.id in self._told

    def drawn(self, section: PlanSection) -> Iterator[_Inner]:
        """The circle, and each day, of a section."""
        for each in section.drawn:
            if isinstance(each, DayStory):
                yield from day(self._desk, each, self._said)
            else:
                yield from circle(self._desk, self._plan.person.body, each)

    def _said(self, statement: RecordId) -> SentenceBlock:
        """A sentence of a day; one that somebody sees differently says so, and stands below too."""
        line = self._lines[statement]
        block = sentence(self._desk, self._plan, line)
        if self._views.differs(line):
            told = self._desk.label(different_views(2, self._desk.words))
            return dataclasses.replace(block, parts=(*block.parts, Part(text=told, quiet=True)))
        return block


def _card(desk: Desk, card: Card) -> SentenceBlock:
    """A risk, a rule or a decision in short: one that is not complete says so (rule R10)."""
    words = desk.words
    size = round(desk.size * _LARGER)
    parts = [
        Part(text=desk.heading(said(card.title, words), size, width=desk.words_width), role="H"),
        Part(text=desk.label(card.standing(words))),
    ]
    for fact in card.brief:
        known = "\n".join(said(line, words) for item in fact.items for line in item)
        parts += [
            Part(text=desk.label(fact.label.said(words)), quiet=True),
            Part(text=desk.body(known)),
        ]
    if card.written:
        told = desk.label(said(card.written, words), bold=False)
        parts.append(Part(text=told, quiet=True))
    return SentenceBlock(
        theme=desk.theme,
        start=desk.words_start,
        parts=tuple(parts),
        picture=desk.picture((card.mark,)),
        side=desk.picture_side,
    )


def _own(
    desk: Desk, plan: Plan, section: PlanSection, views: Views, days: "_Days"
) -> Iterator[_Inner]:
    for line in section.own:
        if not views.differs(line) and not days.tell(line):
            yield sentence(desk, plan, line)
    for line in section.lines:
        group = views.starting_with(line)
        if group:
            yield _subhead(
                desk,
                different_views(len(group), desk.words),
                keeps=len(group),
            )
        for number, view in enumerate(group, start=1):
            block = sentence(desk, plan, view, by_name=True)
            yield dataclasses.replace(block, joined=True, joins_next=number < len(group))


def _others(
    desk: Desk, plan: Plan, section: PlanSection, views: Views, days: "_Days"
) -> Iterator[_Inner]:
    lines = [line for line in section.others if not views.differs(line) and not days.tell(line)]
    if lines:
        yield _subhead(desk, desk.words.t(N_("Others add")))
    for line in lines:
        yield sentence(desk, plan, line)


def _subhead(desk: Desk, text: str, *, keeps: int = 1) -> SubHead:
    size = round(desk.heading_size * _SMALLER)
    start = desk.words_start
    return SubHead(
        theme=desk.theme,
        title=desk.heading(text, size, width=desk.width - (start - START_MARGIN)),
        start=start,
        keeps=keeps,
    )


def sentence(desk: Desk, plan: Plan, line: Line, *, by_name: bool = False) -> SentenceBlock:
    """A sentence as the booklet has it: its picture, its words, and whose they are."""
    return SentenceBlock(
        theme=desk.theme,
        start=desk.words_start,
        parts=tuple(words_said(desk, line)),
        picture=desk.said(line.statement.body.symbols),
        side=desk.picture_side,
        keys=desk.keys(line.statement.body),
        mark=mark(desk, plan, line, by_name=by_name),
    )


def words_said(
    desk: Desk, line: Line, *, width: float = 0.0, brief: bool = False
) -> Iterator[Part]:
    """The easy wording the person agreed to, then the words as they were said (rule R5).

    What was translated into a language of the document stands with them: the home language of the
    person first, the other one below it, as large and less strong.

    Args:
        desk: what it is set with.
        line: the sentence.
        width: of the words, in points; that of the column if left out.
        brief: of a sentence that the person put in easier words these alone.

    """
    shown = translation_told.beside(line, (desk.words.lang, desk.second_lang), home=desk.home)
    for each in shown.before:
        yield from _translation(desk, each, width)
    said = _as_said(desk, line, width, brief=brief)
    yield from _quietly(said) if shown.before else said
    for each in shown.after:
        yield from _quietly(_translation(desk, each, width))


def _quietly(parts: Iterable[Part]) -> Iterator[Part]:
    return (dataclasses.replace(each, quiet=True) for each in parts)


def _as_said(desk: Desk, line: Line, width: float, *, brief: bool) -> Iterator[Part]:
    body = line.statement.body
    if body.easy and body.easy_ok_by_person:
        yield Part(text=desk.body(body.easy, lang=body.original_lang, width=width))
        if brief:
            return
        said = as_it_was_said(body, desk.words)
        yield Part(text=desk.label(said, width=width), quiet=True)
    if body.original:
        yield Part(text=desk.body(body.original, lang=body.original_lang, width=width))
    else:
        yield Part(text=desk.body(desk.words.t(ONLY_HEARD), width=width), quiet=True)
    if meant := meaning(body, desk.words):
        yield Part(text=desk.body(meant, width=width), quiet=True)


def _translation(desk: Desk, each: Translated, width: float) -> tuple[Part, Part]:
    """What it says in another language, and who says so; a computer is named as one (rule R12)."""
    told = translation_told.told(each, desk.words)
    return (
        Part(text=desk.body(each.body.text, lang=each.body.lang, width=width)),
        Part(text=desk.label(told, width=width, bold=False), quiet=True),
    )
