"""What a person laid out in pictures, on paper: who is close to them, and how a day goes.

Four rings around a face hold no names that can be read at arm's length on this paper, so each ring
is a card, the nearest first.
"""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from typing import Self

from app.model.drawn import (
    CIRCLE_WORDS,
    DAY_WORDS,
    FELT_WORDS,
    RING_WORDS,
    RINGS,
    TIME_WORDS,
    Circle,
    DayStory,
    PartOfDay,
    Ring,
)
from app.model.ids import PictureRef, RecordId
from app.model.look import Marked, Theme
from app.model.person import Person
from app.paper.blocks import (
    BLOCK_GAP,
    HEAD_INSET,
    HEAD_PICTURE,
    SectionHead,
    SentenceBlock,
    SubHead,
    joining_bar,
)
from app.paper.desk import GUTTER, START_MARGIN, Desk
from app.paper.marks import Mark
from app.paper.sheet import Sheets
from app.paper.symbols import Shown
from app.paper.tagging import Role
from app.paper.text.layout import SetText

_SMALLER = 0.85
_PAD = 12.0
_GAP = 10.0
_RING_GAP = 20.0
_FACE = 48.0
_EDGE = 2.0
_RADIUS = 10.0
_WITHIN_PART = 16.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Somebody, with a face or the first letter of their name."""

    name: SetText
    face: Shown | None = None
    letter: SetText | None = None
    role: Role = "P"

    @property
    def inset(self) -> float:
        """How far the name stands in."""
        return _FACE + _GAP if self.face or self.letter else 0.0

    @property
    def height(self) -> float:
        """In points."""
        return max(_FACE if self.inset else 0.0, self.name.height)

    def draw(self, sheets: Sheets, theme: Theme, *, start: float, top: float) -> None:
        """Draw it with its corner here."""
        high = self.height
        if self.face:
            sheets.picture(self.face, start=start, top=top, side=_FACE, high=high)
        elif self.letter:
            _tile(sheets, theme, self.letter, start=start, top=top + (high - _FACE) / 2)
        middle = top + (high - self.name.height) / 2
        inset = start + self.inset
        sheets.words(self.name, start=inset, top=middle, colour=theme.ink, role=self.role)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RingBlock:
    """One ring as a card: what it is called, and who is in it.

    Attributes:
        title: None for the person, in the middle of all rings.
        rows: the people, as many beside each other as there is room for.

    """

    theme: Theme
    colours: Marked
    rows: tuple[tuple[Name, ...], ...]
    column: float
    title: SetText | None = None
    picture: Shown | None = None
    gap: float = _RING_GAP
    keeps: int = 0
    new_page: bool = False
    heading: SectionHead | None = None

    @property
    def height(self) -> float:
        """With its edge."""
        rows = sum(_high(row) for row in self.rows) + _GAP * max(0, len(self.rows) - 1)
        return 2 * _PAD + self._head + rows

    @property
    def _head(self) -> float:
        if self.title is None:
            return 0.0
        return max(_FACE if self.picture else 0.0, self.title.height) + _GAP

    def draw(self, sheets: Sheets, top: float) -> None:
        """Draw the card, its title, and each name."""
        sheets.card(
            start=START_MARGIN,
            top=top,
            wide=sheets.paper.width,
            high=self.height,
            fill=self.colours.fill,
            edge=self.colours.edge,
            line=_EDGE,
            radius=_RADIUS,
        )
        start, at = START_MARGIN + _PAD, top + _PAD
        if self.title is not None:
            head = Name(name=self.title, face=self.picture, role="H")
            head.draw(sheets, self.theme, start=start, top=at)
        at += self._head
        for row in self.rows:
            for place, each in enumerate(row):
                beside = (_high(row) - each.height) / 2
                left = start + place * (self.column + _GAP)
                with sheets.item():
                    each.draw(sheets, self.theme, start=left, top=at + beside)
            at += _high(row) + _GAP

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Cut between rows; the name of the ring stands over both."""
        fits = 0
        for count in range(1, len(self.rows)):
            if dataclasses.replace(self, rows=self.rows[:count]).height <= room:
                fits = count
        if not fits:
            return None
        return (
            dataclasses.replace(self, rows=self.rows[:fits]),
            dataclasses.replace(self, rows=self.rows[fits:], new_page=False),
        )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TimeHead:
    """A part of a day: its picture, its name, and how it was.

    Attributes:
        joins_before: the line of the day comes from the part before.

    """

    theme: Theme
    start: float
    title: SetText
    picture: Shown | None
    felt: Mark | None
    joins_before: bool
    keeps: int
    gap: float = BLOCK_GAP
    new_page: bool = False
    heading: SectionHead | None = None

    @property
    def height(self) -> float:
        """Of the picture, or of the words where they are higher."""
        return max(HEAD_PICTURE if self.picture else 0.0, self._words)

    @property
    def _words(self) -> float:
        return self.title.height + (_GAP + self.felt.height if self.felt else 0.0)

    def draw(self, sheets: Sheets, top: float) -> None:
        """Draw the picture beside the line of the day, and the words on its other side."""
        above = self.gap if self.joins_before else 0.0
        joining_bar(sheets, self.theme, self.start, top - above, above + self.height)
        if self.picture:
            column = self.start - GUTTER - START_MARGIN
            left = START_MARGIN + (column - HEAD_PICTURE) / 2
            sheets.picture(self.picture, start=left, top=top, side=HEAD_PICTURE, high=self.height)
        at = top + (self.height - self._words) / 2
        sheets.words(self.title, start=self.start, top=at, colour=self.theme.ink, role="H")
        if self.felt:
            self.felt.draw(sheets, start=self.start, top=at + self.title.height + _GAP)

    def split(self, room: float) -> None:  # noqa: ARG002
        """It stays whole."""
        return


def circle(desk: Desk, person: Person, drawn: Circle) -> Iterator[SubHead | RingBlock]:
    """The person, then each ring in which somebody is, the nearest first."""
    theme = desk.theme
    yield SubHead(
        theme=theme,
        title=desk.heading(desk.words.t(CIRCLE_WORDS), round(desk.heading_size * _SMALLER)),
        start=START_MARGIN,
        keeps=2,
    )
    whole = desk.width - 2 * _PAD
    me = _name(desk, person.preferred_name, person.photo, whole)
    yield RingBlock(
        theme=theme,
        colours=Marked(fill=theme.paper, edge=theme.ink),
        rows=((me,),),
        column=whole,
        keeps=1,
    )
    column = _column(desk, [each.name for each in drawn.people if each.ring], whole)
    roles = (theme.own, theme.joint, theme.shown, theme.others)
    for ring, colours in zip(RINGS, roles, strict=True):
        inside = [each for each in drawn.people if each.ring == ring]
        if inside:
            names = [_name(desk, each.name, each.photo, column) for each in inside]
            yield _ring(desk, ring, colours, names, column)


def _column(desk: Desk, names: Sequence[str], whole: float) -> float:
    """Two names beside each other, unless a word of one would have to be broken."""
    half = (whole - _GAP) / 2
    room = half - (_FACE + _GAP if desk.with_pictures else 0.0)
    words = (word for name in names for word in name.split())
    fits = all(desk.body(word, width=desk.width).width <= room for word in words)
    return half if fits else whole


def _ring(
    desk: Desk, ring: Ring, colours: Marked, names: Sequence[Name], column: float
) -> RingBlock:
    beside = max(1, int((desk.width - 2 * _PAD + _GAP) // (column + _GAP)))
    words, ref = RING_WORDS[ring]
    picture = desk.picture((ref,))
    room = desk.width - 2 * _PAD - (_FACE + _GAP if picture else 0.0)
    return RingBlock(
        theme=desk.theme,
        colours=colours,
        rows=tuple(tuple(names[at : at + beside]) for at in range(0, len(names), beside)),
        column=column,
        title=desk.heading(desk.words.t(words), desk.size, width=room),
        picture=picture,
    )


def day(
    desk: Desk, story: DayStory, said: Callable[[RecordId], SentenceBlock]
) -> Iterator[SubHead | TimeHead | SentenceBlock]:
    """A day as a line from waking up to the night.

    Args:
        desk: what it is set with.
        story: the day, with those parts and sentences alone that are to be printed.
        said: a sentence as it is printed elsewhere.

    """
    yield SubHead(
        theme=desk.theme,
        title=desk.heading(
            desk.words.t(DAY_WORDS[story.which]),
            round(desk.heading_size * _SMALLER),
            width=desk.width - HEAD_INSET,
        ),
        start=START_MARGIN,
        keeps=2,
    )
    for number, part in enumerate(story.parts):
        sentences, over = _with_picture(desk, part, [said(each) for each in part.said])
        yield _time(desk, part, over, first=not number)
        for place, block in enumerate(sentences):
            yield dataclasses.replace(
                block,
                joined=True,
                joins_before=True,
                gap=BLOCK_GAP if place else _WITHIN_PART,
            )


def _with_picture(
    desk: Desk, part: PartOfDay, sentences: Sequence[SentenceBlock]
) -> tuple[Sequence[SentenceBlock], Shown | None]:
    """A sentence keeps its own picture; the part's is beside the only one, or over them all."""
    chosen = desk.said((part.picture,)) if part.picture else None
    if len(sentences) == 1 and sentences[0].picture is None:
        return [dataclasses.replace(sentences[0], picture=chosen)], None
    carried = any(each.picture == chosen for each in sentences)
    return sentences, None if carried else chosen


def _time(desk: Desk, part: PartOfDay, chosen: Shown | None, *, first: bool) -> TimeHead:
    """The picture that was chosen for a part stands here where no sentence carries it."""
    words, usual = TIME_WORDS[part.time]
    return TimeHead(
        theme=desk.theme,
        start=desk.words_start,
        title=desk.heading(desk.words.t(words), round(desk.size), width=desk.words_width),
        picture=chosen or desk.picture((usual,)),
        felt=_felt(desk, part),
        joins_before=not first,
        keeps=int(bool(part.said)),
    )


def _felt(desk: Desk, part: PartOfDay) -> Mark | None:
    if part.felt is None:
        return None
    words, ref = FELT_WORDS[part.felt]
    shape = desk.ornament(ref)
    return Mark(
        text=desk.label(desk.words.t(words), width=desk.words_width / 2),
        shape=shape.called("") if shape else None,
        colours=Marked(fill=desk.theme.paper, edge=desk.theme.line),
        ink=desk.theme.ink,
    )


def _name(desk: Desk, name: str, photo: PictureRef | None, width: float) -> Name:
    face = desk.face(photo, called=name) if desk.with_pictures else None
    letter = None
    if face is None and desk.with_pictures:
        letter = desk.label(name[:1].upper(), width=_FACE)
    inset = _FACE + _GAP if desk.with_pictures else 0.0
    return Name(name=desk.body(name, width=width - inset), face=face, letter=letter)


def _high(row: Sequence[Name]) -> float:
    return max(each.height for each in row)


def _tile(sheets: Sheets, theme: Theme, letter: SetText, *, start: float, top: float) -> None:
    """The first letter of a name, where there is no face."""
    sheets.card(
        start=start,
        top=top,
        wide=_FACE,
        high=_FACE,
        fill=theme.paper,
        edge=theme.quiet_ink,
        line=_EDGE / 2,
        radius=_FACE / 2,
    )
    with sheets.passed_over():
        sheets.words(
            letter,
            start=start + (_FACE - letter.width) / 2,
            top=top + (_FACE - letter.height) / 2,
            colour=theme.ink,
        )
