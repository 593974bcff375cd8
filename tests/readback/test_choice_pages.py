"""Questions that were ticked at home, found in a scan, in a photo and in the filled PDF."""

import io
from pathlib import Path

import pytest
from PIL import Image

from app.model.home_sheets import TickLine
from app.model.review_codes import of_sheet
from app.paper.press import Printed
from app.readback import pages, reading
from app.readback.protocol import CardBox, Page, Ticked
from tests.helpers import scans
from tests.helpers.choice_sheets import SHEET, laid, printed, sheet
from tests.helpers.filled import filled

TICKED = 0.03


def _ticked(made: Printed) -> tuple[list[Image.Image], dict[str, int]]:
    """The pages with a cross in one square of each question, and in which."""
    images, which = scans.pages(made.pdf), {}
    for number, line in enumerate(laid(made).lines):
        which[line.card] = number % len(line.squares)
        scans.write(images[line.page - 1], line.squares[which[line.card]], seed=number)
    return images, which


def _looks_ticked(box: CardBox) -> list[int]:
    return [at for at, ink in enumerate(box.inks) if ink > TICKED]


def _read(image: bytes, made: Printed) -> Page:
    return pages.read(Image.open(io.BytesIO(image)).convert("L"), (sheet(made),))


@pytest.mark.parametrize(
    ("asked", "lang", "seen"),
    [
        pytest.param("passport", "en-GB", scans.scan, id="English, scan"),
        pytest.param("first_plan:news", "ur", scans.photo, id="Urdu, photo"),
        pytest.param("passport", "en-GB", scans.photo, id="English, photo", marks=pytest.mark.slow),
        pytest.param("first_plan:news", "ur", scans.scan, id="Urdu, scan", marks=pytest.mark.slow),
    ],
)
def test_every_question_is_found_with_the_ink_in_its_squares(asked, lang, seen):
    made = printed(asked, lang=lang)
    images, which = _ticked(made)
    found = [_read(seen(image), made) for image in images]
    assert [page.page for page in found] == list(range(1, made.pages + 1))
    boxes = {box.card: _looks_ticked(box) for page in found for box in page.cards}
    assert boxes == {card: [at] for card, at in which.items()}


def test_two_crosses_are_both_shown_and_a_page_left_empty_shows_none():
    made = printed("passport:say_yes,say_no")
    images, (first, _) = scans.pages(made.pdf), laid(made).lines
    for square in first.squares[:2]:
        scans.write(images[0], square)
    ticked, empty = (_read(scans.scan(image), made).cards[0] for image in images)
    assert _looks_ticked(ticked) == [0, 1]
    assert _looks_ticked(empty) == []


def test_the_picture_holds_the_whole_question_with_what_was_written_beside_it():
    made = printed("first_plan:news")
    images = scans.pages(made.pdf)
    (page,) = (_read(scans.scan(image), made) for image in images)
    picture, row = Image.open(io.BytesIO(page.cards[0].picture)), laid(made).lines[0].row
    shape = (row.wide + 10) / (row.high + 10)
    assert picture.width / picture.height == pytest.approx(shape, rel=0.01)


def _is_inside(line: TickLine) -> bool:
    row = line.row
    return all(
        row.left <= each.left
        and row.bottom <= each.bottom
        and each.left + each.wide <= row.left + row.wide + 0.01
        and each.bottom + each.high <= row.bottom + row.high + 0.01
        for each in line.squares
    )


@pytest.mark.parametrize("lang", ["en-XL", "ur", "pa"])
def test_every_question_has_a_page_of_its_own_in_every_language(lang):
    made = printed(lang=lang)
    lines = laid(made).lines
    assert [line.page for line in lines] == list(range(1, made.pages + 1))
    assert all(map(_is_inside, lines))
    assert min(square.wide for line in lines for square in line.squares) > 30


def test_what_is_ticked_and_typed_in_the_pdf_on_screen_comes_back_letter_for_letter(
    tmp_path: Path,
):
    made, code = printed("first_plan:news"), of_sheet(SHEET)
    file = tmp_path / "page.pdf"
    words = {f"{code}.1.words": "Mówi mi Żaneta"}
    file.write_bytes(filled(made.pdf, words, f"{code}.1.7"))
    opened = reading.read(file, (sheet(made),))
    assert opened.ticked == (Ticked(code, 1, (6,), "Mówi mi Żaneta"),)
    assert _looks_ticked(opened.pages[0].cards[0]) == [6]
