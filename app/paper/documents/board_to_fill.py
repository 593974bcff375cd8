"""A sorting board to be filled in at home: every card with a square for each pile."""

import dataclasses
from collections.abc import Iterator

from app.model.record import Record
from app.model.session import Board
from app.model.wording import N_
from app.paper.blocks import Part, SectionHead, SentenceBlock
from app.paper.card_row import CardRow, Choice, column, inset
from app.paper.desk import START_MARGIN, WIDTH, Desk
from app.paper.ends import credit_lines
from app.paper.flow import Block, paginate
from app.paper.home_pages import HomePages
from app.paper.job import Job
from app.paper.press import Press, Printed


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
    pages = HomePages(record.body.person, job.contents.sheet or record.id, press.form())
    blocks = [*_beginning(press.desk, title), *_rows(job, press, record, pages)]
    footer = job.footer(press, pages.footer(job.words), *credit_lines(press.desk))
    printed = press.bind(paginate(blocks, press.room(footer)), footer, pages.mark)
    return dataclasses.replace(printed, laid_sheet=pages.laid())


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


def _rows(job: Job, press: Press, record: Record[Board], pages: HomePages) -> Iterator[CardRow]:
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
            note=pages.note([f"{card.words}: {words.t(pile.words)}" for pile in scale.piles]),
        )
