"""A picture guide to the program on paper: a page of it is a page, and it is about nobody."""

import dataclasses
import datetime
import itertools
from collections.abc import Iterator

from app.model.help import NOBODY_CHECKED, HelpPage, PictureGuide
from app.model.look import Look
from app.model.person import Person
from app.model.pictures import PictureSource
from app.model.wording import Wording
from app.paper.blocks import Part, SectionHead, SentenceBlock
from app.paper.desk import START_MARGIN, Desk
from app.paper.ends import credits_below
from app.paper.flow import Block, paginate
from app.paper.press import Press, Printed
from app.paper.text.fonts import FontBook

_SIZE = 18.0
_TITLE_SIZE = 30.0
"""Points: it is read by two people at once, and before anybody said how large they like words."""


def picture_guide(
    guide: PictureGuide,
    *,
    unchecked: bool = False,
    made_on: datetime.date,
    words: Wording,
    look: Look,
    fonts: FontBook,
    pictures: PictureSource,
) -> Printed:
    """Print a guide.

    Args:
        guide: which one.
        unchecked: it is a translation that no speaker has gone through, and says so.
        made_on: the day that the file carries.
        words: the language that the guide is written in.
        look: its colours.
        fonts: for every script.
        pictures: where its pictures come from.

    Raises:
        BadDataError: a font file is missing or damaged.

    """
    press = Press(
        Person(preferred_name=guide.title),  # nobody's: the sizes and pictures are the usual ones
        title=guide.title,
        made_on=made_on,
        words=words,
        look=look,
        fonts=fonts,
        pictures=pictures,
        size=_SIZE,
    )
    footer = press.footer(words.beside(("Alongside", guide.title)))
    title = _head(press.desk, guide.title, _TITLE_SIZE)
    pages = [_page(press.desk, page, first=not at) for at, page in enumerate(guide.page)]
    told = [_note(press.desk, words.t(NOBODY_CHECKED))] if unchecked else []
    blocks: list[Block] = [
        title,
        *told,
        *itertools.chain.from_iterable(pages),
        *credits_below(press.desk),
    ]
    return press.bind(paginate(blocks, press.room(footer)), footer)


def _page(desk: Desk, page: HelpPage, *, first: bool) -> Iterator[Block]:
    """A page of its own; the first stands under the title of the guide."""
    head = dataclasses.replace(_head(desk, page.title, level=1), new_page=not first)
    yield head
    for each in page.block:
        yield SentenceBlock(
            theme=desk.theme,
            start=desk.words_start,
            parts=(Part(text=desk.body(each.words)),),
            picture=desk.ornament(each.picture),
            side=desk.picture_side,
            heading=dataclasses.replace(head, again=True, new_page=False),
        )


def _note(desk: Desk, words: str) -> SentenceBlock:
    part = Part(text=desk.label(words, width=desk.width, bold=False), quiet=True)
    return SentenceBlock(theme=desk.theme, start=START_MARGIN, parts=(part,))


def _head(desk: Desk, title: str, size: float = 0.0, *, level: int = 0) -> SectionHead:
    set_title = desk.heading(title, size or desk.heading_size)
    return SectionHead(theme=desk.theme, title=set_title, name=title, level=level)
