"""What came back on paper: asking for it, a box beside its sentence, and its card in a talk."""

import functools
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from PIL import Image, ImageDraw
from PySide6.QtWidgets import QLineEdit, QScrollArea

from app.model.ids import RecordId
from app.model.session import Board, BoardCard
from app.model.statement import Statement
from app.usecases import comments
from app.usecases.boards_at_home import BoardBack, CardBack
from app.usecases.comments import CameBack
from ui.parts.pressable import Pressable
from ui.screens.came_back import CameBackScreen
from ui.shots import Shot
from ui.shots.one_moment import at

if TYPE_CHECKING:
    from ui.gallery import Gallery

_DUE = """
[[moment]]
id = "due"
kind = "due"
stage = "talk"
prompt = "These are due"
picture = "openmoji:1F5D3"
"""


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """A slip in a code; a box of an older sentence, read once and twice; empty boxes; a card."""
    person = gallery.everyone()[0].id
    yield "came-back", lambda: gallery.go("came_back", person=person)
    yield "came-back-slip", lambda: _slip(gallery)
    yield "came-back-box", lambda: _box(gallery)
    yield "came-back-again", lambda: _again(gallery)
    yield "came-back-empty", lambda: _empty(gallery)
    yield "came-back-empty-end", lambda: _at_the_end(gallery)
    yield "came-back-board", lambda: _board(gallery)
    yield "came-back-card", lambda: _card(gallery)


def _slip(gallery: "Gallery") -> None:
    line = gallery.window.screen.findChild(QLineEdit, "code")
    assert line is not None
    line.setText("CD23-4567")
    gallery.press("find")


def _box(gallery: "Gallery") -> None:
    screen = cast("CameBackScreen", gallery.window.screen)
    said = functools.partial(_of_an_older_sentence, gallery, screen.person_id)
    screen._found((gallery.ask(said),))  # noqa: SLF001 - what a file would have given


def _of_an_older_sentence(gallery: "Gallery", person: RecordId) -> CameBack:
    with gallery.window.ctx.open_notebook.unit_of_work() as work:
        for record in work.records.find(Statement, person=person):
            first = work.records.history(record.id)[0]
            words = cast("Statement", first.body).original
            if words != record.body.original:
                break
    return CameBack(
        code="CD23456T",
        statement=record.id,
        version=first.id,
        words=words,
        now=record.body.original,
        old=True,
        ticked=("unsure",),
        ink=0.05,
        picture=_scribble(),
    )


def _again(gallery: "Gallery") -> None:
    """The same page once more, when what is on it was kept."""
    ctx, person = gallery.window.ctx, gallery.everyone()[0].id

    def keep() -> None:
        comments.keep(
            ctx.open_notebook, person=person, about=_of_an_older_sentence(gallery, person),
            mark="unsure", words="Ask him what he does on Saturdays.", commenter=None,
            on=ctx.today, by=person,
        )  # fmt: skip

    gallery.ask(keep)
    _box(gallery)


def _empty(gallery: "Gallery") -> None:
    """As many boxes in which no ink was found as are shown together, in one a faint word."""
    screen = cast("CameBackScreen", gallery.window.screen)
    notebook, person = gallery.window.ctx.open_notebook, screen.person_id

    def said() -> tuple[CameBack, ...]:
        with notebook.unit_of_work() as work:
            found = work.records.find(Statement, person=person)[:6]
        return tuple(
            CameBack(
                code=f"CD2345{number}T",
                statement=each.id,
                version=each.revision,
                words=each.body.original,
                now=each.body.original,
                old=False,
                ticked=(),
                ink=0.0,
                picture=_nothing(faint=number == 2),
            )
            for number, each in enumerate(found, start=1)
        )

    screen._found((), gallery.ask(said))  # noqa: SLF001 - what a file would have given


def _at_the_end(gallery: "Gallery") -> None:
    nothing = gallery.window.screen.findChild(Pressable, "nothing")
    assert nothing is not None
    cast("CameBackScreen", gallery.window.screen).page.ensureWidgetVisible(nothing)


def _board(gallery: "Gallery") -> None:
    screen = cast("CameBackScreen", gallery.window.screen)
    ctx, person = gallery.window.ctx, screen.person_id
    topic, scale = ctx.house.topics.topics[1], ctx.house.topics.scale("doing_ok")
    body = Board(
        person=person, session=RecordId("talk"), moment="sorting", topic=topic.id, scale=scale.id,
    )  # fmt: skip

    def said() -> tuple[BoardBack, ...]:
        with ctx.open_notebook.unit_of_work() as work:
            board = work.records.add(body, by=person)
        cards = tuple(
            CardBack(
                card=BoardCard(id=card.id, words=ctx.t(card.words), symbol=card.picture),
                picture=_squares(),
                inks={},
            )
            for card in topic.cards
        )
        piles = tuple(pile.id for pile in scale.piles)
        return (BoardBack(sheet=RecordId("sheet"), board=board, piles=piles, cards=cards),)

    screen._found(gallery.ask(said))  # noqa: SLF001 - what a file would have given
    so_so = screen.findChild(Pressable, f"lies-{topic.cards[0].id}-{scale.piles[1].id}")
    assert so_so is not None
    so_so.click()


def _card(gallery: "Gallery") -> None:
    """What was kept of the box, in the next talk."""
    at(gallery, "came_back", _DUE)
    cards = gallery.window.findChildren(Pressable)
    card = next(each for each in cards if "Saturdays" in each.words)
    areas = gallery.window.findChildren(QScrollArea)
    next(each for each in areas if each.isAncestorOf(card)).ensureWidgetVisible(card)


def _box_on_paper() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("L", (1060, 240), 244)
    pen = ImageDraw.Draw(image)
    pen.rectangle((14, 86, 1046, 226), outline=60, width=2)
    for number in range(3):
        pen.rectangle((14 + number * 200, 14, 58 + number * 200, 58), outline=60, width=3)
    return image, pen


def _nothing(*, faint: bool) -> bytes:
    """A box in which nothing stands, or nothing that was found."""
    image, pen = _box_on_paper()
    if faint:
        pen.line((60, 150, 120, 140, 180, 160, 260, 145), fill=225, width=3)
    return _png(image)


def _scribble() -> bytes:
    image, pen = _box_on_paper()
    pen.line((214, 14, 258, 58), fill=30, width=5)
    pen.line((60, 150, 120, 120, 180, 170, 260, 130, 330, 165, 420, 140), fill=40, width=5)
    return _png(image)


def _squares() -> bytes:
    """The row of a card, its second square ticked."""
    image = Image.new("L", (1060, 200), 244)
    pen = ImageDraw.Draw(image)
    for number in range(3):
        pen.rectangle((200 + number * 280, 70, 270 + number * 280, 140), outline=60, width=4)
    pen.line((478, 100, 508, 134, 566, 58), fill=30, width=6)
    return _png(image)


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
