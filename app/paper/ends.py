"""The first and the last page of a booklet: what it is, and what to do with it."""

import dataclasses
import datetime
from collections.abc import Iterator, Sequence
from typing import Protocol

from app.model import booklet_words
from app.model.ids import PictureRef
from app.model.look import Theme
from app.model.plan import Plan
from app.model.telling import PHOTO_OF_ME
from app.model.wording import N_
from app.paper.blocks import BLOCK_GAP, HEAD_INSET, Part, SectionHead, SentenceBlock, under
from app.paper.desk import SMALLEST, START_MARGIN, Desk
from app.paper.flow import Block
from app.paper.sheet import MM, Sheets
from app.paper.symbols import Shown
from app.paper.text.layout import SetText

COVER_PICTURE = 85 * MM
_NAME_SIZES = (32.0, 24.0, 16.0)
"""Points: the largest at which a name leaves room for the rest of the page."""
_SMALLEST_PICTURE = 40 * MM
_GAP = 30.0
_SMALL_GAP = 12.0
_RULE = 3.0

_CREDITS = {
    "openmoji": N_("The pictures are from OpenMoji. Their licence is CC BY-SA 4.0."),
    "healthicons": N_("Some pictures are from Health Icons. Their licence is MIT."),
    "mdi": N_("Some pictures are from Material Design Icons. Their licence is Apache 2.0."),
    "alongside": N_("Some pictures are from Alongside. Their licence is CC BY-SA 4.0."),
}
_SET_CREDIT = N_("Pictures from {name} are by {author}. Their licence: {licence}.")
_SET_AUTHOR = N_("Pictures from {name} are by {author}.")
_SET_LICENCE = N_("Pictures are from {name}. Their licence: {licence}.")


class HardWord(Protocol):
    """A hard word, what it means in easy words, and a picture of it where there is one."""

    @property
    def word(self) -> str:
        """As it is mostly written."""

    @property
    def means(self) -> str:
        """In easy words."""

    @property
    def picture(self) -> PictureRef | None:
        """Shows it honestly."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The first page.

    Attributes:
        facts: what stands below the rule.
        goes_on: it is the rest of the facts, on a page of their own.

    """

    theme: Theme
    name: SetText
    what: SetText
    facts: tuple[SetText, ...]
    picture: Shown | None
    picture_side: float
    title: str
    goes_on: bool = False
    gap: float = 0.0
    keeps: int = 0
    new_page: bool = True
    heading: None = None

    @property
    def height(self) -> float:
        """From the picture to the last fact."""
        return self._above_facts + sum(fact.height + _SMALL_GAP for fact in self.facts)

    @property
    def _above_facts(self) -> float:
        if self.goes_on:
            return 0.0
        picture = self.picture_side + _GAP if self.picture else 0.0
        words = self.name.height + _SMALL_GAP + self.what.height
        return picture + words + 2 * _GAP + _RULE

    def draw(self, sheets: Sheets, top: float) -> None:
        """Draw it, the rest of the page left free."""
        if not self.goes_on:
            self._draw_top(sheets, top)
        top += self._above_facts
        for fact in self.facts:
            sheets.words(fact, start=START_MARGIN, top=top, colour=self.theme.ink)
            top += fact.height + _SMALL_GAP

    def _draw_top(self, sheets: Sheets, top: float) -> None:
        sheets.bookmark(self.title)
        if self.picture:
            sheets.picture(
                self.picture,
                start=START_MARGIN,
                top=top,
                side=self.picture.within(self.picture_side)[0],
                high=self.picture_side,
            )
            top += self.picture_side + _GAP
        sheets.words(self.name, start=START_MARGIN, top=top, colour=self.theme.ink, role="H")
        top += self.name.height + _SMALL_GAP
        sheets.words(self.what, start=START_MARGIN, top=top, colour=self.theme.ink)
        top += self.what.height + _GAP
        sheets.bar(
            start=START_MARGIN,
            top=top,
            wide=sheets.paper.width,
            high=_RULE,
            colour=self.theme.own.edge,
        )

    def split(self, room: float) -> tuple["Cover", "Cover"] | None:
        """The facts that fit, and the others on the next page; None where not even one fits."""
        first = self
        while first.facts and first.height > room:
            first = dataclasses.replace(first, facts=first.facts[:-1])
        if not first.facts:
            return None
        left = self.facts[len(first.facts) :]
        return first, dataclasses.replace(self, facts=left, goes_on=True)


def cover(
    desk: Desk,
    plan: Plan,
    *,
    copy_for: str,
    made_on: datetime.date,
    called: str,
    lacking: Sequence[str],
    room: float,
) -> Cover:
    """What this is, whose it is, who it is for, when and with whom it was made (rule W26).

    ``called`` says what kind of reading it is, where that is known (easy-read rule L24), and
    ``lacking`` that sentences of it are not in its language.
    """
    return front_page(
        desk,
        plan,
        title=desk.words.t(N_("My plan")),
        what=desk.words.t(booklet_words.WHAT),
        facts=tuple(
            booklet_words.facts(
                plan,
                copy_for=copy_for,
                made_on=made_on,
                called=called,
                lacking=lacking,
                words=desk.words,
            )
        ),
        room=room,
    )


def front_page(
    desk: Desk, plan: Plan, *, title: str, what: str, facts: tuple[str, ...], room: float
) -> Cover:
    """A first page with the person's name and picture.

    A long name is set smaller, the picture makes way, and the facts are set smaller at last, before
    anything runs off the page. Where all of a document is large, the facts go on on the next page
    instead, as long as each of them has room.

    Args:
        desk: what it is set with.
        plan: whose it is.
        title: by which readers find the page.
        what: what the document is.
        facts: what else stands on the page.
        room: how high the page is, in points.

    """
    page = Cover(
        theme=desk.theme,
        name=desk.heading(plan.person.body.preferred_name, _NAME_SIZES[0]),
        what=desk.body(what, width=desk.width),
        facts=tuple(desk.body(fact, width=desk.width) for fact in facts),
        picture=None,
        picture_side=0.0,
        title=title,
    )
    for size in _NAME_SIZES:
        if not _fits(page, desk, room):
            page = dataclasses.replace(
                page, name=desk.heading(plan.person.body.preferred_name, size)
            )
    if not _fits(page, desk, room):
        small = dataclasses.replace(desk, size=SMALLEST, least=SMALLEST)
        smaller = tuple(small.label(fact, width=desk.width, bold=False) for fact in facts)
        page = dataclasses.replace(page, facts=smaller)
    side = min(COVER_PICTURE, room - page.height - _GAP)
    if side < _SMALLEST_PICTURE:
        return page
    return dataclasses.replace(page, picture=_cover_picture(desk, plan), picture_side=side)


def _fits(page: Cover, desk: Desk, room: float) -> bool:
    """Whether it has room; in large print, whether each of its facts has."""
    if desk.least <= SMALLEST:
        return page.height <= room
    return all(dataclasses.replace(page, facts=(x,)).height <= room for x in page.facts)


def _cover_picture(desk: Desk, plan: Plan) -> Shown | None:
    """The person's photo; failing that, the picture of the plan's first section."""
    shown = desk.face(plan.person.body.photo, called=desk.words.t(PHOTO_OF_ME))
    if shown is None and plan.sections:
        shown = desk.picture(plan.sections[0].section.pictures)
    return shown


def nothing_kept(desk: Desk) -> Iterator[Block]:
    """What stands in a booklet while the person has not said yes to any sentence."""
    t = desk.words.t
    first = t(N_("No words have been kept yet. First we read my words together."))
    then = t(N_("I say yes or no to each of them. What I keep is printed here."))
    return under(
        _head(desk, t(N_("Nothing is printed here yet")), "openmoji:1F331"),
        (_plain(desk, first, "openmoji:1F4D6"), _plain(desk, then, "openmoji:2705")),
    )


def last_page(desk: Desk, plan: Plan, hard_words: Sequence[HardWord] = ()) -> Iterator[Block]:
    """What to do if something is wrong, who can help, how to change it, and what words mean."""
    # First of all, so that the credits at the end of the advice are for these pictures too.
    meanings = [_meaning(desk, each) for each in hard_words]
    head = _head(desk, desk.words.t(booklet_words.IF_WRONG), "openmoji:1F4AC")
    yield from under(dataclasses.replace(head, new_page=True), _advice(desk, plan))
    if meanings:
        title = _head(desk, desk.words.t(booklet_words.MEANINGS), "openmoji:1F4DA")
        yield from under(title, meanings)


def _meaning(desk: Desk, hard: HardWord) -> SentenceBlock:
    picture = desk.picture((hard.picture,)) if hard.picture is not None else None
    return SentenceBlock(
        theme=desk.theme,
        start=desk.words_start,
        parts=(
            Part(text=desk.heading(hard.word, desk.size, width=desk.words_width), role="Lbl"),
            Part(text=desk.body(hard.means)),
        ),
        picture=picture,
    )


def _advice(desk: Desk, plan: Plan) -> Iterator[SentenceBlock]:
    wrong, change, helpers, complain = booklet_words.advice(plan, desk.words)
    yield _plain(desk, wrong, "openmoji:1F44E")
    yield _plain(desk, change, "openmoji:270F")
    yield _plain(desk, helpers, "openmoji:1F91D")
    block = _plain(desk, complain, "openmoji:1F4DE")
    named = tuple(credit_lines(desk))
    yield dataclasses.replace(block, keeps_next=bool(named))
    for credit in credits_below(desk):
        yield dataclasses.replace(credit, gap=BLOCK_GAP)


def credits_below(desk: Desk) -> Iterator[SentenceBlock]:
    """The same below the last block of a document that has no last page."""
    for each in credit_lines(desk):
        credit = desk.label(each, width=desk.width, bold=False)
        yield SentenceBlock(
            theme=desk.theme, start=START_MARGIN, parts=(Part(text=credit, quiet=True),), gap=12.0
        )


def credit_lines(desk: Desk) -> Iterator[str]:
    """Whose the printed pictures are, a sentence for each set and each author."""
    t = desk.words.t
    for name in sorted(_CREDITS.keys() & desk.pictures.sets):
        yield t(_CREDITS[name])
    for each in desk.pictures.credits:
        said = {"name": each.set_name, "author": each.author, "licence": each.licence}
        if each.author and each.licence:
            yield t(_SET_CREDIT, **said)
        elif each.licence:
            yield t(_SET_LICENCE, **said)
        elif each.author:
            yield t(_SET_AUTHOR, **said)


def _head(desk: Desk, title: str, picture: str) -> SectionHead:
    shown = desk.ornament(picture)
    width = desk.width - HEAD_INSET if shown else desk.width
    return SectionHead(
        theme=desk.theme,
        title=desk.heading(title, desk.heading_size, width=width),
        name=title,
        picture=shown,
    )


def _plain(desk: Desk, text: str, picture: str) -> SentenceBlock:
    return SentenceBlock(
        theme=desk.theme,
        start=desk.words_start,
        parts=(Part(text=desk.body(text)),),
        picture=desk.ornament(picture),
        side=desk.picture_side,
    )
