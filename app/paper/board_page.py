"""A sorting board on paper: what was asked, and each pile with its cards, as the person left it."""

import dataclasses
import datetime
from collections.abc import Iterator

from app.model.look import Look
from app.model.person import Person
from app.model.pictures import PictureSource
from app.model.session import Board, BoardCard
from app.model.topics import Scale
from app.model.wording import N_, Wording
from app.paper.blocks import BLOCK_GAP, HEAD_INSET, Part, SectionHead, SentenceBlock, under
from app.paper.desk import START_MARGIN, WIDTH, Desk
from app.paper.ends import credit_lines
from app.paper.flow import Block, paginate
from app.paper.press import Press, Printed
from app.paper.sheet import Sheets
from app.paper.symbols import Shown
from app.paper.text.fonts import FontBook


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class BoardToPrint:
    """A board with what its identifiers stand for.

    Attributes:
        topic: what it was about, in the words of the person's language.
        sorted_on: the day on which its cards were sorted.

    """

    board: Board
    scale: Scale
    topic: str
    sorted_on: datetime.date


def board_page(
    person: Person,
    given: BoardToPrint,
    *,
    copy_for: str = "",
    made_on: datetime.date,
    words: Wording,
    look: Look,
    fonts: FontBook,
    pictures: PictureSource,
) -> Printed:
    """Print one board. Cards that were not put anywhere are not on it."""
    title = words.t(N_("{topic}. {question}"), topic=given.topic, question=words.t(given.scale.ask))
    press = Press(
        person,
        title=title,
        made_on=made_on,
        words=words,
        look=look,
        fonts=fonts,
        pictures=pictures,
        longest=WIDTH,
    )
    name = person.preferred_name
    blocks = [*_head(press.desk, title, given.board), *_piles(press.desk, given)]
    footer = press.footer(
        words.t(N_("{name} · this copy is for {reader}"), name=name, reader=copy_for or name),
        words.t(N_("Sorted on {day}"), day=words.date(given.sorted_on)),
        *credit_lines(press.desk),
    )
    return press.bind([*paginate(blocks, press.room(footer))], footer)


@dataclasses.dataclass(frozen=True, slots=True)
class _Seen:
    """The board as it looked on screen, as wide as the page."""

    picture: Shown
    gap: float = BLOCK_GAP
    keeps: int = 0
    new_page: bool = False
    heading: None = None

    @property
    def height(self) -> float:
        return WIDTH / self.picture.aspect

    def draw(self, sheets: Sheets, top: float) -> None:
        above = (WIDTH - self.height) / 2  # a picture is drawn in the middle of a square
        sheets.picture(self.picture, start=START_MARGIN, top=top - above, side=WIDTH, high=WIDTH)

    def split(self, _room: float) -> None:
        return None


def _head(desk: Desk, title: str, board: Board) -> Iterator[Block]:
    yield SectionHead(
        theme=desk.theme, title=desk.heading(title, desk.heading_size * 1.2), name=title
    )
    seen = desk.picture((board.picture,)) if board.picture else None
    if seen is not None and seen.aspect >= 1:
        yield _Seen(seen.called(title))


def _piles(desk: Desk, given: BoardToPrint) -> Iterator[Block]:
    for pile in given.scale.piles:
        cards = sorted(
            (card for card in given.board.cards if card.pile == pile.id),
            key=lambda card: card.order,
        )
        if not cards:
            continue
        title = desk.words.t(pile.words)
        picture = desk.picture((pile.picture,))
        head = SectionHead(
            theme=desk.theme,
            title=desk.heading(
                title, desk.heading_size, width=WIDTH - HEAD_INSET if picture else WIDTH
            ),
            name=title,
            picture=picture,
        )
        yield from under(head, [_card(desk, card) for card in cards])


def _card(desk: Desk, card: BoardCard) -> SentenceBlock:
    return SentenceBlock(
        theme=desk.theme,
        start=desk.words_start,
        parts=(Part(text=desk.body(card.words)),),
        picture=desk.picture((card.symbol,)) if card.symbol else None,
        side=desk.picture_side,
    )
