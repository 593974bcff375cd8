"""Pictures of imported sets and photos on screen: the whole of them, in their own shape."""

import io

import pytest
from PIL import Image
from PySide6.QtGui import QColor

from app.model import not_mark
from app.model.ids import PictureRef
from app.model.pictures import Picture, with_not
from tests.helpers.picture_files import dots
from ui.pixmaps import Pixmaps, face_picture, initial

WIDE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">'
    b'<rect width="40" height="10" fill="#ff0000"/></svg>'
)
SET, PHOTO = PictureRef("set:1"), PictureRef("photo:1")


def halves() -> bytes:
    """A photo four times as wide as high, red on the left and blue on the right."""
    image = Image.new("RGB", (80, 20), "red")
    image.paste("blue", (40, 0, 80, 20))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


class Nothing:
    """No symbols."""

    def picture(self, _ref, /, _skin_tone=None):
        return None


@pytest.fixture
def drawn(qtbot):
    def draw(ref, picture):
        pixmaps = Pixmaps(Nothing())
        pixmaps.use_notebook(lambda _ref, then: then(picture))
        pixmap = pixmaps.pixmap(ref, 64) or pixmaps.pixmap(ref, 64)
        image = pixmap.toImage()
        return lambda x, y: QColor(image.pixelColor(x, y)).getRgb()

    return draw


@pytest.mark.parametrize(
    "picture",
    [Picture("image/svg+xml", WIDE), Picture("image/png", dots("#ff0000", size=(40, 10)))],
)
def test_a_wide_picture_of_a_set_is_neither_cut_off_nor_stretched(drawn, picture):
    at = drawn(SET, picture)
    assert at(2, 32)[:3] == at(61, 32)[:3] == (255, 0, 0)
    assert at(32, 10)[3] == at(32, 54)[3] == 0


def test_all_of_a_photo_is_shown_with_round_corners_as_on_paper(drawn):
    at = drawn(PHOTO, Picture("image/png", halves()))
    assert at(8, 32)[:3] == (255, 0, 0)
    assert at(55, 32)[:3] == (0, 0, 255)
    assert at(32, 10)[3] == at(32, 54)[3] == 0
    assert at(0, 24)[3] < 128 < at(6, 24)[3]


def test_a_face_among_others_is_the_middle_of_its_photo_and_fills_its_square(drawn):
    at = drawn(face_picture(PHOTO, "Ann"), Picture("image/png", halves()))
    assert at(8, 4)[:3] == (255, 0, 0)
    assert at(55, 60)[:3] == (0, 0, 255)


def test_who_has_no_photo_is_shown_by_their_first_letter():
    assert face_picture(None, "ann") == initial("Ann")


def test_the_mark_for_not_is_drawn_over_a_picture(drawn):
    at = drawn(with_not(SET), Picture("image/png", dots("#00ff00", size=(40, 40))))
    assert QColor(*at(32, 32)[:3]) == QColor(not_mark.INK)
    assert at(50, 12)[:3] == (0, 255, 0)


def test_a_marked_picture_that_is_not_there_shows_no_mark_alone(qtbot):
    assert Pixmaps(Nothing()).pixmap(with_not(PictureRef("set:gone")), 64) is None
