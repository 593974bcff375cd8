"""A sorting board, set."""

from app.model.session import Board
from app.paper.board_page import BoardToPrint, board_page
from app.paper.job import Job
from app.paper.press import Printed


def make(job: Job) -> Printed:
    """The board, pile by pile."""
    record = job.contents.one(Board)
    topic = job.contents.topics.topic(record.body.topic)
    return board_page(
        job.contents.plan.person.body,
        BoardToPrint(
            board=record.body,
            scale=job.contents.topics.scale(record.body.scale),
            topic=job.words.t(topic.words) if topic is not None else record.body.topic,
            sorted_on=record.changed_at.astimezone().date(),
        ),
        copy_for=job.contents.reader,
        made_on=job.made_on,
        words=job.words,
        look=job.look,
        fonts=job.fonts,
        pictures=job.pictures,
    )
