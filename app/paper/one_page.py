"""What a person chose for one page, laid out as it is printed, to see whether it fits.

It is measured with the real paragraphs, fonts and pictures: a count of sentences or letters would
promise a page that is not there.
"""

import dataclasses
from collections.abc import Iterator, Sequence

from app.model.ids import PictureRef, RecordId
from app.model.look import Look
from app.model.pictures import PictureSource
from app.model.plan import Line, Plan, PlanSection
from app.model.telling import ONLY_HEARD
from app.model.wording import N_, Wording
from app.paper.blocks import Part, SentenceBlock
from app.paper.desk import SMALLEST, START_MARGIN, WIDTH, Desk
from app.paper.flow import Block, paginate
from app.paper.marks import mark
from app.paper.press import Press
from app.paper.story import section_head
from app.paper.text.fonts import FontBook

USUAL = 16.0
"""Points of the body text. ``SMALLEST`` is the floor, which nothing goes under."""

_SECTION_GAP = 18.0
_LINE_GAP = 8.0


@dataclasses.dataclass(frozen=True, slots=True)
class Fit:
    """Whether it fits on one page.

    Attributes:
        size: the size of the text at which it does, in points; 0 where it does not at any.
        pages: how many pages it takes at the smallest size.

    """

    size: float
    pages: int


def fit(
    plan: Plan,
    *,
    picks: Sequence[RecordId],
    photo: PictureRef | None,
    words: Wording,
    look: Look,
    fonts: FontBook,
    pictures: PictureSource,
) -> Fit:
    """Lay the page out at its usual size, and at the smallest if it does not fit.

    Raises:
        BadDataError: a font file is missing or damaged.

    """
    pages = 0
    for size in (USUAL, SMALLEST):
        press = _press(plan, words=words, look=look, fonts=fonts, pictures=pictures)
        desk = dataclasses.replace(press.desk, size=size)
        room = press.room(press.footer(_footer(plan, words)))
        pages = len(paginate(page(desk, plan, picks=picks, photo=photo), room))
        if pages <= 1:
            return Fit(size, pages)
    return Fit(0.0, pages)


def page(
    desk: Desk, plan: Plan, *, picks: Sequence[RecordId], photo: PictureRef | None
) -> Iterator[Block]:
    """The page: photo and name, then the sections, each with what was picked, in that order.

    Own words need no mark, since the page says that it is in the person's words; whatever anybody
    else says carries its mark (rule R1).
    """
    yield _head(desk, plan, photo)
    place = {pick: at for at, pick in enumerate(picks)}
    for section in plan.sections:
        lines = [line for line in section.lines if line.statement.id in place]
        lines.sort(key=lambda line: place[line.statement.id])
        if lines:
            yield from _section(desk, plan, section, lines)


def _head(desk: Desk, plan: Plan, photo: PictureRef | None) -> SentenceBlock:
    name = plan.person.body.preferred_name
    face = desk.pictures.find(photo) if photo else None
    start = desk.words_start if face else START_MARGIN
    width = desk.words_width if face else WIDTH
    return SentenceBlock(
        theme=desk.theme,
        start=start,
        parts=(
            Part(text=desk.heading(name, desk.heading_size, width=width)),
            Part(text=desk.body(desk.words.t(N_("In my own words.")), width=width), quiet=True),
        ),
        picture=face,
        side=desk.picture_side,
    )


def _section(
    desk: Desk, plan: Plan, section: PlanSection, lines: Sequence[Line]
) -> Iterator[Block]:
    yield dataclasses.replace(section_head(desk, section), gap=_SECTION_GAP)
    for line in lines:
        body = line.statement.body
        text = body.easy if body.easy and body.easy_ok_by_person else body.original
        text = text or desk.words.t(ONLY_HEARD)
        yield SentenceBlock(
            theme=desk.theme,
            start=START_MARGIN,
            parts=(Part(text=desk.body(text, lang=body.original_lang, width=WIDTH)),),
            mark=None if body.voice_group == "own" else mark(desk, plan, line),
            gap=_LINE_GAP,
        )


def _press(
    plan: Plan, *, words: Wording, look: Look, fonts: FontBook, pictures: PictureSource
) -> Press:
    return Press(
        plan.person.body,
        title=plan.person.body.preferred_name,
        made_on=plan.read_on,
        words=words,
        look=look,
        fonts=fonts,
        pictures=pictures,
    )


def _footer(plan: Plan, words: Wording) -> str:
    return words.t(N_("Made on {day}"), day=words.date(plan.read_on))
