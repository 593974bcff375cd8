"""A question that was ticked at home: as it came back, and as the next talk asks about it."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

import pypdfium2
from PIL import Image, ImageDraw

from app.model import home_questions
from app.model.home_sheets import TickLine
from app.model.ids import RecordId, new_record_id
from app.usecases import choices_at_home, sessions, sheets_at_home
from app.usecases.choices_at_home import QuestionBack
from ui.screens.came_back import CameBackScreen
from ui.shots import Shot

if TYPE_CHECKING:
    from ui.gallery import Gallery

_DOTS = 200 / 72
_HIGH = 841.89
_ASKED = "say_yes"


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """The paper beside what can be pressed; the person's yes; which go home."""
    person = gallery.everyone()[-1].id
    gallery.go("home", person=person)
    gallery.settle()
    session = cast("RecordId", gallery.ask(lambda: _talk(gallery, person)))
    yield "question-to-take-home", lambda: gallery.stand_at(person, session, _ASKED)
    yield "questions-to-take-home", lambda: gallery.press("tick-at-home")
    back = cast("QuestionBack", gallery.ask(lambda: _printed(gallery, person)))
    gallery.go("came_back", person=person)
    gallery.settle()
    yield "question-came-back", lambda: _came_back(gallery, back)
    gallery.ask(lambda: _keep(gallery, back))
    yield "question-from-home", lambda: gallery.stand_at(person, session, _ASKED)


def _talk(gallery: "Gallery", person: RecordId) -> RecordId:
    ctx = gallery.window.ctx
    guide = gallery.window.house.guides["passport"]
    return sessions.start(
        ctx.open_notebook, person=person, guide=guide, by=ctx.writer, now=ctx.now()
    ).last("session")


def _printed(gallery: "Gallery", person: RecordId) -> QuestionBack:
    """A page as a scan of it gives it, its second square ticked."""
    ctx, house = gallery.window.ctx, gallery.window.house
    questions = home_questions.named(house.guides, f"passport:{_ASKED}")
    made = house.choice_page(
        ctx.open_notebook, person=person, questions=questions, made_on=ctx.today, words=ctx.words
    )
    assert made.laid_sheet is not None
    sheet = new_record_id()
    body = choices_at_home.sheet_of(questions, made.laid_sheet, person=person, on=ctx.today)
    sheets_at_home.put(ctx.open_notebook, sheet=sheet, body=body, by=ctx.writer, write=lambda: None)
    return QuestionBack(
        sheet=sheet,
        person=person,
        question=body.questions[0],
        now=questions.moments[0],
        picture=_ticked(made.pdf, made.laid_sheet.lines[0]),
    )


def _ticked(pdf: bytes, line: TickLine) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    image = document[0].render(scale=_DOTS).to_pil().convert("L")
    document.close()
    pen, square, row = ImageDraw.Draw(image), line.squares[1], line.row
    left, top = square.left * _DOTS, (_HIGH - square.bottom - square.high) * _DOTS
    side = square.wide * _DOTS
    pen.line((left, top + side / 2, left + side / 3, top + side), fill=40, width=7)
    pen.line((left + side / 3, top + side, left + side * 1.2, top - 9), fill=40, width=7)
    upper = (_HIGH - row.bottom - row.high) * _DOTS
    whole = (row.left * _DOTS, upper, (row.left + row.wide) * _DOTS, upper + row.high * _DOTS)
    out = io.BytesIO()
    part: Image.Image = image.crop(tuple(round(each) for each in whole))
    part.save(out, "PNG")
    return out.getvalue()


def _came_back(gallery: "Gallery", back: QuestionBack) -> None:
    screen = cast("CameBackScreen", gallery.window.screen)
    screen._found((back,))  # noqa: SLF001 - what a file would have given
    gallery.settle()
    gallery.press("ticked-smile")


def _keep(gallery: "Gallery", back: QuestionBack) -> object:
    ctx = gallery.window.ctx
    return choices_at_home.keep(
        ctx.open_notebook, back=back, chosen=("smile",), own="", brought_by=back.person,
        words=ctx.words, by=ctx.writer, at=ctx.now(),
    )  # fmt: skip
