"""The easy-read booklet of a plan, A4, in the person's own words (domain section E.3)."""

import dataclasses
import datetime
from collections.abc import Iterable

from app.model.ids import PictureRef
from app.model.look import Look
from app.model.pictures import PictureSource
from app.model.plan import Plan
from app.model.wording import N_, Wording
from app.paper.blocks import FOOTER_RULE_GAP, Footer
from app.paper.desk import BOTTOM_MARGIN, SMALLEST, TOP_MARGIN, WIDTH, Desk
from app.paper.ends import COVER_PICTURE, cover, last_page, nothing_kept
from app.paper.flow import Block, Placed, paginate
from app.paper.sheet import A4, Sheets
from app.paper.story import tell
from app.paper.symbols import Pictures
from app.paper.text.fonts import FontBook
from app.paper.text.layout import SetText, Setting, Typesetter

_PAGE_NUMBER = 16.0
_ABOVE_FOOTER = 14.0
_PAGE_GAP = 24.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class BookletChoices:
    """What is decided before a booklet is printed.

    Attributes:
        copy_for: the name of who will read it.
        made_on: the day that is printed on it.
        with_private: also what the person keeps to themselves; only in their own copy.

    """

    copy_for: str
    made_on: datetime.date
    with_private: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class MissingText:
    """Signs of a sentence that no font and no picture set has."""

    sentence: str
    signs: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A finished document.

    Attributes:
        missing: what could not be shown as it was written.
        left_out_pictures: pictures of the plan that are not there or cannot be drawn.

    """

    pdf: bytes
    pages: int
    missing: tuple[MissingText, ...]
    left_out_pictures: tuple[PictureRef, ...]


def booklet(
    plan: Plan,
    *,
    choices: BookletChoices,
    words: Wording,
    look: Look,
    fonts: FontBook,
    pictures: PictureSource,
) -> Printed:
    """Print what the person kept; drafts are never in it (rule R4).

    The same plan, choices and language give the same bytes.

    Raises:
        BadDataError: a font file is missing or damaged.

    """
    kept = plan.only_kept(with_private=choices.with_private)
    person = kept.person.body
    sheets = Sheets(
        title=words.t(N_("The plan of {name}"), name=person.preferred_name),
        lang=words.lang,
        rtl=words.right_to_left,
        day=choices.made_on,
    )
    held = Pictures(pictures, sheets, skin_tone=person.ui.skin_tone, longest=COVER_PICTURE)
    sheets.draw_signs_with(held.find)
    setter = Typesetter(fonts, held.of_sign)
    desk = Desk(
        words=words,
        theme=look.themes["paper"],
        setter=setter,
        pictures=held,
        size=float(person.ui.text_pt),
        with_pictures=person.ui.pictures != "none",
    )
    pages = _draw(desk, sheets, kept, choices)
    return Printed(
        pdf=sheets.finished(),
        pages=pages,
        missing=tuple(
            MissingText(sentence=sentence, signs=tuple(signs))
            for sentence, signs in setter.missing.items()
        ),
        left_out_pictures=held.left_out,
    )


def _draw(desk: Desk, sheets: Sheets, plan: Plan, choices: BookletChoices) -> int:
    lines = _footer_lines(desk, plan, choices)
    room = A4[1] - TOP_MARGIN - BOTTOM_MARGIN - _ABOVE_FOOTER - _footer_height(lines)
    front = cover(desk, plan, copy_for=choices.copy_for, made_on=choices.made_on, room=room)
    inside: Iterable[Block] = tell(desk, plan) if plan.sections else nothing_kept(desk)
    pages: list[list[Placed]] = [
        *paginate([front], room),
        *paginate([*inside, *last_page(desk, plan)], room),
    ]
    for number, page in enumerate(pages, start=1):
        for block, top in page:
            block.draw(sheets, TOP_MARGIN + top)
        text = desk.words.t(N_("Page {n} of {pages}"), n=number, pages=len(pages))
        page_of = _set(desk, text, _PAGE_NUMBER)
        Footer(theme=desk.theme, lines=lines, page=page_of).draw(sheets, BOTTOM_MARGIN)
        sheets.showPage()
    return len(pages)


def _footer_lines(desk: Desk, plan: Plan, choices: BookletChoices) -> tuple[SetText, ...]:
    """Whose plan and copy, and when it was made, beside the room that the page number takes."""
    t = desk.words.t
    longest = _set(desk, t(N_("Page {n} of {pages}"), n=888, pages=888), _PAGE_NUMBER)
    width = WIDTH - longest.width - _PAGE_GAP
    whose = t(
        N_("{name} · this copy is for {reader}"),
        name=plan.person.body.preferred_name,
        reader=choices.copy_for,
    )
    when = t(N_("Made on {day}"), day=desk.words.date(choices.made_on))
    return tuple(_set(desk, text, SMALLEST, width=width) for text in (whose, when))


def _footer_height(lines: tuple[SetText, ...]) -> float:
    return FOOTER_RULE_GAP + sum(line.height for line in lines)


def _set(desk: Desk, text: str, size: float, *, width: float = WIDTH) -> SetText:
    words = desk.words
    setting = Setting(size=size, width=width, lang=words.lang, rtl=words.right_to_left, tight=True)
    return desk.setter.set(text, setting)
