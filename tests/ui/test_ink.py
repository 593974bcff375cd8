"""Letters that reach out of their line have the room they need."""

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.helpers.driver import Driver
from ui.parts.textblock import TextBlock
from ui.theme.now import LookNow

REACHING = ("کون سی زبان؟", "پولش", "یہ کون ہیں؟", "انگریزی", "براہ کرم کسی ترجمان سے پوچھیں")


def reaches_out(words: str, look: LookNow, width: int, lang: str) -> bool:
    """Whether letters are drawn outside of the place that the words ask for."""
    block = TextBlock(words, look.font("question", lang=lang))
    width = width or block.natural_width()
    place = QRect(100, 100, width, block.height(width))
    whole = (width + 203) // 4 * 4  # rows of a picture are filled up to this
    picture = QImage(whole, place.height() + 200, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    painter = QPainter(picture)
    block.draw(painter, place, QColor("black"), True)
    painter.fillRect(place, QColor("white"))
    painter.end()
    return any(value < 128 for value in bytes(picture.constBits()))


@pytest.mark.parametrize("words", REACHING)
@pytest.mark.parametrize("width", [0, 220])
def test_nastaliq_is_drawn_within_the_place_it_asks_for(
    own: Driver, words: str, width: int
) -> None:
    look = own.window.ctx.look
    assert not reaches_out(words, look, width, "ur-Aran")
    assert not reaches_out(words, look, width, "ur")


def test_latin_words_take_no_more_room_than_before(own: Driver) -> None:
    font = own.window.ctx.look.font("question")
    block = TextBlock("Which language?", font)
    ink = block.ink(QRect(0, 0, 500, 100), False)
    assert QRectF(0, 0, block.natural_width(), block.height(500)).contains(ink)


@pytest.mark.parametrize("path", ["in /home/jo/our-jjjjjj0", "in C:\\home\\jjjjjj0"])
def test_a_part_of_a_path_has_room_where_it_begins_a_line(own: Driver, path: str) -> None:
    look = own.window.ctx.look
    font = look.font("question")
    font.setPixelSize(3 * font.pixelSize())
    block = TextBlock(path, font)
    for width in range(400, 1200, 50):
        ink = block.ink(QRect(0, 0, width, block.height(width)), False)
        assert ink.left() >= -2, width
