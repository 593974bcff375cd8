"""Cards of a sorting board that was filled in at home, found in a scan and in a photo."""

import io
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from app.model.review_codes import of_sheet
from app.readback import pages, reading
from app.readback.protocol import CardBox, Page, Ticked
from tests.helpers import scans
from tests.helpers.board_sheets import SHEET, laid, printed, sheet
from tests.helpers.filled import filled

TICKED = 0.03
DOTS = zxingcpp.BarcodeFormat.DataMatrix


def _ticked(lang: str) -> tuple[list[Image.Image], dict[str, int]]:
    """The pages of a board with a cross in one square of each card, and in which."""
    made = printed(lang=lang)
    images, which = scans.pages(made.pdf), {}
    for number, line in enumerate(laid(made).lines):
        which[line.card] = number % len(line.squares)
        scans.write(images[line.page - 1], line.squares[which[line.card]], seed=number)
    return images, which


def _read(image: bytes, lang: str) -> Page:
    return pages.read(Image.open(io.BytesIO(image)).convert("L"), (sheet(printed(lang=lang)),))


def _looks_ticked(cards: tuple[CardBox, ...]) -> dict[str, list[int]]:
    return {each.card: [at for at, ink in enumerate(each.inks) if ink > TICKED] for each in cards}


@pytest.mark.parametrize("lang", ["en-GB", "ur"])
@pytest.mark.parametrize("seen", [scans.scan, scans.photo], ids=["scan", "photo"])
def test_every_card_is_found_with_the_ink_in_its_squares(seen, lang):
    images, which = _ticked(lang)
    found = [_read(seen(image), lang) for image in images]
    assert [page.page for page in found] == [1, 2]
    cards = tuple(card for page in found for card in page.cards)
    assert _looks_ticked(cards) == {card: [at] for card, at in which.items()}


def test_two_sheets_have_codes_of_their_own_so_that_a_scan_of_one_brings_its_own_cards():
    images, which = _ticked("en-GB")
    read = [_read(scans.scan(image), "en-GB") for image in images]
    said = [{each.text for each in zxingcpp.read_barcodes(image, formats=DOTS)} for image in images]
    assert [len(each) for each in said] == [4, 4]
    assert not said[0] & said[1]
    first, second = ({card.card for card in page.cards} for page in read)
    assert first
    assert second
    assert not first & second
    assert first | second == which.keys()


def test_a_page_that_lies_upside_down_is_read_the_right_way_round():
    images, which = _ticked("en-GB")
    page = _read(scans.scan(images[0].rotate(180)), "en-GB")
    assert all(looks == [which[card]] for card, looks in _looks_ticked(page.cards).items())
    assert page.cards


def test_the_picture_of_a_card_holds_its_squares_and_is_as_wide_as_the_lines():
    images, _ = _ticked("en-GB")
    page = _read(scans.scan(images[0]), "en-GB")
    picture = Image.open(io.BytesIO(page.cards[0].picture))
    row = laid(printed()).lines[0].row
    assert picture.width / picture.height == pytest.approx(
        (row.wide + 10) / (row.high + 10), rel=0.01
    )


def test_without_a_sheet_that_was_printed_here_there_are_no_cards():
    images, _ = _ticked("en-GB")
    page = pages.read(images[0], ())
    assert (bool(page.pack), page.cards) == (True, ())


def test_what_is_ticked_in_the_pdf_on_screen_comes_back_by_its_line(tmp_path: Path):
    made, code = printed(), of_sheet(SHEET)
    file = tmp_path / "board.pdf"
    file.write_bytes(filled(made.pdf, {}, f"{code}.2.1", f"{code}.5.3"))
    opened = reading.read(file, (sheet(made),))
    assert opened.ticked == (Ticked(code, 2, (0,)), Ticked(code, 5, (2,)))
    card = laid(made).lines[1].card
    looks = _looks_ticked(tuple(each for page in opened.pages for each in page.cards))
    assert looks[card] == [0]
