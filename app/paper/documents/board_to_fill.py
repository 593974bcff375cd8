"""A sorting board to be filled in at home: every card with a square for each pile.

In the corners of each page are codes, by which a scan or a photo of it finds its way back.
"""

import dataclasses
from collections.abc import Iterator

from app.model import pack_marks
from app.model.board_sheets import BoardLaid, CardLine
from app.model.ids import RecordId
from app.model.packs import Area
from app.model.record import Record
from app.model.session import Board
from app.model.wording import N_
from app.paper.blocks import Part, SectionHead, SentenceBlock
from app.paper.card_row import CardRow, Choice, column, inset
from app.paper.desk import START_MARGIN, WIDTH, Desk
from app.paper.ends import credit_lines
from app.paper.flow import Block, paginate
from app.paper.job import Job
from app.paper.matrix import PAGE_DOT, matrix
from app.paper.press import Press, Printed
from app.paper.sheet import A4, MM, Sheets

_EDGE = 7 * MM
"""Between the codes and the upper and lower edge."""
_SIDE = 12 * MM
_WIDE, _HIGH = pack_marks.DOTS_WIDE * PAGE_DOT, pack_marks.DOTS_HIGH * PAGE_DOT
_CORNERS = tuple(
    (left, top) for top in (_EDGE, A4[1] - _EDGE - _HIGH) for left in (A4[0] - _SIDE - _WIDE, _SIDE)
)
"""Where each code begins: from the left, whichever way lines run, and from the top."""


def make(job: Job) -> Printed:
    """Set the board, with where everything stands on its pages."""
    record = job.contents.one(Board)
    scale = job.contents.topics.scale(record.body.scale)
    topic = job.contents.topics.topic(record.body.topic)
    title = job.words.t(
        N_("{topic}. {question}"),
        topic=job.words.t(topic.words) if topic is not None else record.body.topic,
        question=job.words.t(scale.ask),
    )
    press = job.press(title)
    cards: list[CardLine] = []
    blocks = [*_beginning(press.desk, title), *_rows(job, press, record, cards)]
    footer = job.footer(press, *credit_lines(press.desk))
    pages = paginate(blocks, press.room(footer))
    marker = _Marker(record.body.person, job.contents.sheet or record.id)
    printed = press.bind(pages, footer, marker.mark)
    laid = BoardLaid(
        piles=tuple(pile.id for pile in scale.piles),
        cards=tuple(cards),
        corners=tuple(
            Area(left=left, bottom=A4[1] - top - _HIGH, wide=_WIDE, high=_HIGH)
            for left, top in _CORNERS
        ),
    )
    return dataclasses.replace(printed, laid_board=laid)


@dataclasses.dataclass(frozen=True, slots=True)
class _Marker:
    """Says on each page, in its corners, which page of which sheet this is."""

    person: RecordId
    sheet: RecordId

    def mark(self, sheets: Sheets, number: int) -> None:
        """Draw the codes of a page."""
        for corner, (left, top) in enumerate(_CORNERS, start=1):
            text = pack_marks.of_page(self.person, self.sheet, number, corner)
            start = A4[0] - left - _WIDE if sheets.rtl else left
            sheets.dots(matrix(text), start=start, top=top, dot=PAGE_DOT)


def _beginning(desk: Desk, title: str) -> Iterator[Block]:
    yield SectionHead(
        theme=desk.theme,
        title=desk.heading(title, desk.heading_size),
        name=title,
        keeps=2,
    )
    told = desk.words.t(
        N_(
            "Tick one square for each card, with a pencil or a pen. "
            "Then bring the page, a scan or a photo back."
        )
    )
    text = desk.body(told, width=WIDTH)
    yield SentenceBlock(
        theme=desk.theme, start=START_MARGIN, parts=(Part(text=text),), gap=10.0, keeps_next=True
    )


def _rows(
    job: Job, press: Press, record: Record[Board], cards: list[CardLine]
) -> Iterator[CardRow]:
    desk, words = press.desk, job.words
    scale = job.contents.topics.scale(record.body.scale)
    for card in record.body.cards:
        picture = desk.picture((card.symbol,)) if card.symbol else None
        inside = inset(pictured=picture is not None)
        choices = tuple(
            Choice(
                desk.label(words.t(pile.words), width=column(len(scale.piles), inside)),
                desk.picture((pile.picture,)),
            )
            for pile in scale.piles
        )
        yield CardRow(
            theme=desk.theme,
            card=card.id,
            words=desk.body(card.words, width=WIDTH - inside),
            picture=picture,
            inside=inside,
            choices=choices,
            note=cards.append,
        )
