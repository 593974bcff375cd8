"""What stays in memory of photos: nothing of one that is let go or of a locked notebook."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QPixmapCache

from app.model.ids import PictureRef
from app.model.pictures import Picture
from tests.helpers.picture_files import dots
from ui.pixmaps import Pixmaps, face_picture

RED = Picture("image/png", dots("#ff0000", size=(40, 40)))
PHOTO = PictureRef(f"photo:{'a' * 64}")


class Nothing:
    """No symbols."""

    def picture(self, _ref, /, _skin_tone=None):
        return None


class Later:
    """A notebook that answers when it is told to."""

    def __init__(self) -> None:
        self.asked: list[PictureRef] = []
        self.answers: list[Callable[[Picture | None], None]] = []

    def __call__(self, ref: PictureRef, then: Callable[[Picture | None], None]) -> None:
        self.asked.append(ref)
        self.answers.append(then)


@pytest.fixture
def pixmaps(qtbot):
    QPixmapCache.clear()
    yield Pixmaps(Nothing())
    QPixmapCache.clear()


def test_a_photo_that_is_let_go_cannot_be_drawn_any_more(pixmaps):
    ref = pixmaps.hold(RED)
    assert pixmaps.pixmap(ref, 40) is not None
    assert pixmaps.pixmap(face_picture(ref, "Bea"), 84) is not None
    pixmaps.let_go(ref)
    assert pixmaps.pixmap(ref, 40) is None
    assert pixmaps.pixmap(face_picture(ref, "Bea"), 84) is None


def test_a_photo_that_comes_after_its_notebook_was_locked_is_not_kept(pixmaps):
    notebook = Later()
    pixmaps.use_notebook(notebook)
    pixmaps.pixmap(PHOTO, 40)
    pixmaps.use_notebook(None)
    (answer,) = notebook.answers
    answer(RED)
    assert pixmaps.pixmap(PHOTO, 40) is None


def test_a_photo_that_comes_after_another_notebook_was_opened_is_not_shown_there(pixmaps):
    first = Later()
    pixmaps.use_notebook(first)
    pixmaps.pixmap(PHOTO, 40)
    pixmaps.use_notebook(Later())
    pixmaps.pixmap(PHOTO, 40)
    (answer,) = first.answers
    answer(RED)
    assert pixmaps.pixmap(PHOTO, 40) is None


def test_a_photo_that_comes_after_it_was_let_go_is_not_kept(pixmaps):
    notebook = Later()
    pixmaps.use_notebook(notebook)
    pixmaps.pixmap(PHOTO, 40)
    pixmaps.let_go(PHOTO)
    notebook.answers[0](RED)
    assert pixmaps.pixmap(PHOTO, 40) is None
    assert notebook.asked == [PHOTO, PHOTO]


def test_of_many_photos_the_oldest_are_read_again_when_they_are_shown_again(pixmaps):
    notebook = Later()
    pixmaps.use_notebook(notebook)
    for n in range(70):
        ref = PictureRef(f"photo:{n}")
        pixmaps.pixmap(ref, 40)
        notebook.answers[-1](RED)
    QPixmapCache.clear()
    assert pixmaps.pixmap(PictureRef("photo:69"), 40) is not None
    assert pixmaps.pixmap(PictureRef("photo:0"), 40) is None
    assert notebook.asked[-1] == PictureRef("photo:0")


def test_a_photo_that_is_held_stays_however_many_come(pixmaps):
    pixmaps.use_notebook(lambda _ref, then: then(RED))
    ref = pixmaps.hold(RED)
    for n in range(70):
        pixmaps.pixmap(PictureRef(f"photo:{n}"), 40)
    QPixmapCache.clear()
    assert pixmaps.pixmap(ref, 40) is not None
