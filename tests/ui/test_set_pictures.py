"""Pictures of imported sets on screen: the whole of them, in their own shape."""

import pytest
from PySide6.QtGui import QColor

from app.model import not_mark
from app.model.ids import PictureRef
from app.model.pictures import Picture, with_not
from tests.helpers.picture_files import dots
from ui.pixmaps import Pixmaps

WIDE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">'
    b'<rect width="40" height="10" fill="#ff0000"/></svg>'
)
SET, PHOTO = PictureRef("set:1"), PictureRef("photo:1")


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


def test_a_photo_still_fills_its_square(drawn):
    at = drawn(PHOTO, Picture("image/png", dots("#ff0000", size=(40, 10))))
    assert at(32, 4)[:3] == (255, 0, 0)


def test_the_mark_for_not_is_drawn_over_a_picture(drawn):
    at = drawn(with_not(SET), Picture("image/png", dots("#00ff00", size=(40, 40))))
    assert QColor(*at(32, 32)[:3]) == QColor(not_mark.INK)
    assert at(50, 12)[:3] == (0, 255, 0)


def test_a_marked_picture_that_is_not_there_shows_no_mark_alone(qtbot):
    assert Pixmaps(Nothing()).pixmap(with_not(PictureRef("set:gone")), 64) is None
