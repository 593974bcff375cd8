"""Everything that is written about a person, A4, to be read by that person."""

import dataclasses
import datetime
from collections.abc import Iterator, Sequence
from textwrap import shorten

from app.model.about_me import AboutMe, Earlier, Entry, Group, Part
from app.model.booklet_words import if_example
from app.model.facts import Fact
from app.model.ids import PictureRef
from app.model.look import Look
from app.model.pictures import PictureSource
from app.model.plan import Line
from app.model.telling import ONLY_HEARD
from app.model.wording import N_, Phrase, Told, Wording, said
from app.paper.blocks import (
    BLOCK_GAP,
    HEAD_INSET,
    ContentsLine,
    SectionHead,
    SentenceBlock,
    under,
)
from app.paper.blocks import Part as Words
from app.paper.desk import START_MARGIN, WIDTH, Desk
from app.paper.ends import Cover, front_page, last_page
from app.paper.flow import Block, Placed, paginate
from app.paper.marks import mark
from app.paper.press import Press, Printed
from app.paper.story import words_said
from app.paper.text.fonts import FontBook

_PART_SIZE = 1.25
_ENTRY_SIZE = 0.85
_FACT_GAP = 20.0
_NOTE_GAP = 12.0
_ITEM_GAP = 16.0
_LETTER = 0.46
"""How wide a letter is for its size, about."""
_PAGE_NUMBERS = 60.0
_PHOTO = "photo:"
_TOGETHER = 440.0
"""Points: a sentence and its story are not parted up to this height."""
_FEW_LETTERS = 60
_BETWEEN = "  ·  "
_FACT = N_("{label}: {value}")
_BEFORE = N_("Before: {label}: {value}")


def about_me(
    about: AboutMe,
    *,
    made_on: datetime.date,
    words: Wording,
    look: Look,
    fonts: FontBook,
    pictures: PictureSource,
) -> Printed:
    """Print everything, with its contents and the pages on which they are.

    The same things, day and language give the same bytes.

    Raises:
        BadDataError: a font file is missing or damaged.

    """
    t, person = words.t, about.plan.person.body
    press = Press(
        person,
        title=t(N_("Everything that is written about {name}"), name=person.preferred_name),
        made_on=made_on,
        words=words,
        look=look,
        fonts=fonts,
        pictures=pictures,
    )
    footer = press.footer(
        t(N_("{name} · everything that is written about me"), name=person.preferred_name),
        t(N_("Made on {day}"), day=words.date(made_on)),
    )
    return press.bind(_pages(press.desk, about, made_on, press.room(footer)), footer)


def _pages(desk: Desk, about: AboutMe, made_on: datetime.date, room: float) -> list[list[Placed]]:
    """The cover, the contents, every part, the last page."""
    blocks = [block for part in about.parts for block in _part(desk, part, about)]
    inside = paginate([*blocks, *last_page(desk, about.plan)], room)
    cover = paginate([_cover(desk, about, made_on, room)], room)
    return [*cover, *_contents(desk, inside, room), *inside]


def _cover(desk: Desk, about: AboutMe, made_on: datetime.date, room: float) -> Cover:
    t = desk.words.t
    return front_page(
        desk,
        about.plan,
        title=t(N_("Everything that is written about me")),
        what=t(
            N_(
                "This is everything that is written about you in this notebook. "
                "You can read it, keep it, and say what is not right."
            )
        ),
        facts=tuple(_on_the_cover(desk, about, made_on)),
        room=room,
    )


def _on_the_cover(desk: Desk, about: AboutMe, made_on: datetime.date) -> Iterator[str]:
    t = desk.words.t
    yield t(
        N_(
            "This is yours. It holds everything, also what you wished to be hidden. "
            "Think about who sees it."
        )
    )
    yield t(N_("Made on {day}."), day=desk.words.date(made_on))
    yield from if_example(about.plan.person.body, desk.words)


def _contents(desk: Desk, inside: Sequence[Sequence[Placed]], room: float) -> list[list[Placed]]:
    """Each part, and on which page it begins: the cover and these pages come before."""
    begins = [
        (block.name, number)
        for number, page in enumerate(inside, start=1)
        for block, _ in page
        if isinstance(block, SectionHead) and not block.level and not block.again
    ]
    pages = paginate(_contents_lines(desk, begins), room)
    before = len(pages) + 1
    return paginate(_contents_lines(desk, [(name, n + before) for name, n in begins]), room)


def _contents_lines(desk: Desk, begins: Sequence[tuple[str, int]]) -> Iterator[Block]:
    head = _head(desk, desk.words.t(N_("What is in here")), (PictureRef("openmoji:1F4D6"),))
    return under(
        dataclasses.replace(head, new_page=True),
        (
            ContentsLine(
                theme=desk.theme,
                title=desk.heading(name, desk.size, width=WIDTH - _PAGE_NUMBERS),
                page=desk.heading(str(number), desk.size, width=_PAGE_NUMBERS),
            )
            for name, number in begins
        ),
    )


def _part(desk: Desk, part: Part, about: AboutMe) -> Iterator[Block]:
    """A part on a new page: its title, then its groups under theirs."""
    head = dataclasses.replace(
        _head(desk, part.title.said(desk.words), (part.picture,), size=_PART_SIZE), new_page=True
    )
    if not part.groups:
        return under(
            head, [_words(desk, [Words(text=desk.body(_say(desk, part.none), width=WIDTH))])]
        )
    return _groups(desk, head, part.groups, about)


def _groups(
    desk: Desk, head: SectionHead, groups: Sequence[Group], about: AboutMe
) -> Iterator[Block]:
    title = head
    for group in groups:
        if group.title:
            if title is head:
                yield head
            title = dataclasses.replace(
                _head(desk, _say(desk, group.title), group.pictures), level=1
            )
        blocks = [block for entry in group.entries for block in _entry(desk, entry, about)]
        yield from under(title, blocks)


def _entry(desk: Desk, entry: Entry, about: AboutMe) -> Iterator[SentenceBlock]:
    if entry.line is not None:
        yield from _sentence(desk, entry, entry.line, about)
        return
    yield from _other(desk, entry)
    for each in entry.earlier:
        yield _words(desk, _earlier(desk, each), gap=_NOTE_GAP)


def _sentence(desk: Desk, entry: Entry, line: Line, about: AboutMe) -> Iterator[SentenceBlock]:
    """A sentence as the booklet prints it, and in smaller letters what is known about it."""
    main = SentenceBlock(
        theme=desk.theme,
        start=desk.words_start,
        parts=tuple(words_said(desk, line)),
        picture=desk.said(entry.pictures),
        side=desk.picture_side,
        keys=desk.keys(line.statement.body),
        mark=mark(desk, about.plan, line),
        keeps_next=True,
    )
    yield main
    known = (_in_one_line(desk, _FACT, fact) for fact in entry.facts)
    lines = _packed(desk, [*(_say(desk, note) for note in entry.notes), *known])
    below = _words(desk, [_small(desk, lines)], gap=_NOTE_GAP)
    room = _TOGETHER - main.height
    for each in entry.earlier:
        longer = dataclasses.replace(below, parts=(*below.parts, *_earlier(desk, each)))
        if longer.height > room:
            yield below
            room = _TOGETHER
            longer = _words(desk, [_again(desk, line), *_earlier(desk, each)], gap=_FACT_GAP)
        below = longer
    yield below


def _again(desk: Desk, line: Line) -> Words:
    """Which sentence a long story is about, where it goes on."""
    words = line.statement.body.original or desk.words.t(ONLY_HEARD)
    words = shorten(words, _FEW_LETTERS, placeholder=" …")
    told = Phrase(N_("More about “{words}”"), (("words", words),))
    return Words(text=desk.label(_say(desk, told), width=WIDTH))


def _packed(desk: Desk, texts: Sequence[str]) -> list[str]:
    """About as many on a line as it holds; none is cut in two to fill a line."""
    room = WIDTH / (desk.label_size * _LETTER)
    lines: list[str] = []
    for text in texts:
        if lines and len(lines[-1]) + len(_BETWEEN) + len(text) <= room:
            lines[-1] += f"{_BETWEEN}{text}"
        else:
            lines.append(text)
    return lines


def _small(desk: Desk, lines: Sequence[str]) -> Words:
    return Words(text=desk.label("\n".join(lines), width=WIDTH, bold=False), quiet=True)


def _other(desk: Desk, entry: Entry) -> Iterator[SentenceBlock]:
    """Anything else: its name and picture, then each fact beside its label."""
    notes = [Words(text=desk.body(_say(desk, note), width=WIDTH)) for note in entry.notes]
    photo = next((ref for ref in entry.pictures if ref.startswith(_PHOTO)), None)
    shown = desk.pictures.find(photo) if photo else desk.picture(entry.pictures)
    if shown and photo and entry.title:
        shown = shown.called(_say(desk, entry.title))
    if shown:
        beside = [Words(text=desk.body(_say(desk, note))) for note in entry.notes]
        title = [_entry_title(desk, entry.title, desk.words_width)] if entry.title else []
        yield SentenceBlock(
            theme=desk.theme,
            start=desk.beside_pictures,
            parts=(*title, *beside),
            picture=shown,
            side=desk.picture_side,
            keeps_next=bool(entry.facts),
        )
    elif entry.title:
        yield _words(desk, [_entry_title(desk, entry.title, WIDTH), *notes])
    elif notes:
        yield _words(desk, notes, gap=_FACT_GAP)
    for fact in entry.facts:
        yield from _fact(desk, fact)


def _entry_title(desk: Desk, title: Told, width: float) -> Words:
    size = round(desk.heading_size * _ENTRY_SIZE)
    return Words(text=desk.heading(_say(desk, title), size, width=width), role="H")


def _fact(desk: Desk, fact: Fact) -> Iterator[SentenceBlock]:
    """What it is on the one side, what is known on the other."""
    label = desk.label(_say(desk, fact.label), width=desk.picture_column)
    for number, item in enumerate(fact.items):
        text = desk.body("\n".join(_say(desk, line) for line in item))
        block = _words(desk, [Words(text=text)], start=desk.beside_pictures, gap=_ITEM_GAP)
        if number == 0:
            block = dataclasses.replace(block, label=label, gap=_FACT_GAP)
        yield block


def _earlier(desk: Desk, earlier: Earlier) -> tuple[Words, Words]:
    """A change and what was there before it, in smaller letters."""
    values: tuple[tuple[str, Told], ...] = (("day", earlier.at), ("name", earlier.by))
    who = N_("{day}, {name}:") if earlier.by else N_("{day}:")
    head = desk.label(_say(desk, Phrase(who, values)), width=WIDTH)
    lines = [
        *(_say(desk, note) for note in earlier.notes),
        *(_in_one_line(desk, _BEFORE, fact) for fact in earlier.before),
    ]
    return Words(text=head, quiet=True), _small(desk, lines)


def _in_one_line(desk: Desk, pattern: str, fact: Fact) -> str:
    value = tuple(line for item in fact.items for line in item)
    return _say(desk, Phrase(pattern, (("label", fact.label), ("value", value))))


def _words(
    desk: Desk, parts: Sequence[Words], *, start: float = START_MARGIN, gap: float = BLOCK_GAP
) -> SentenceBlock:
    return SentenceBlock(theme=desk.theme, start=start, parts=tuple(parts), gap=gap)


def _head(
    desk: Desk, title: str, pictures: tuple[PictureRef, ...], *, size: float = 1.0
) -> SectionHead:
    shown = desk.picture(pictures)
    return SectionHead(
        theme=desk.theme,
        title=desk.heading(
            title,
            round(desk.heading_size * size),
            width=WIDTH - HEAD_INSET if shown else WIDTH,
        ),
        name=title,
        picture=shown,
    )


def _say(desk: Desk, told: Told) -> str:
    return said(told, desk.words)
