"""What somebody sees while a screen is read to them: the strip, the light, the names."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QScrollArea

from app.model.ids import RecordId
from app.usecases import people
from ui.parts.pressable import Pressable
from ui.shots import Shot

if TYPE_CHECKING:
    from ui.gallery import Gallery

_HEARD_MS = 1_800
_MOST_WAITS = 50


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """Read, paused, with an undo in the bar, and what is asked about reading and names."""
    person = gallery.everyone()[0].id
    yield "heard", lambda: _heard(gallery, person)
    yield "waits", lambda: _waits(gallery, person)
    yield "heard-with-undo", lambda: _heard_with_undo(gallery, person)
    yield "no-sound", lambda: _no_sound(gallery, person)
    yield "likes-reading", lambda: _likes(gallery, person)
    yield "name-sounds", lambda: gallery.go("name_sounds", person=person)


def _heard(gallery: "Gallery", person: RecordId) -> None:
    gallery.go("plan", person=person)
    gallery.settle()
    _hear(gallery)


def _waits(gallery: "Gallery", person: RecordId) -> None:
    _heard(gallery, person)
    gallery.press("hear-on")


def _heard_with_undo(gallery: "Gallery", person: RecordId) -> None:
    notebook = gallery.window.ctx.open_notebook
    gallery.ask(
        lambda: people.change_setting(
            notebook, person=person, field="scale_flip", value=True, by=person
        )
    )
    gallery.go("home", person=person)
    gallery.settle()
    _hear(gallery)


def _no_sound(gallery: "Gallery", person: RecordId) -> None:
    gallery.go("home", person=person)
    gallery.settle()
    gallery.press("hear")
    _wait()


def _likes(gallery: "Gallery", person: RecordId) -> None:
    gallery.go("likes", person=person)
    gallery.settle()
    card = gallery.window.findChild(Pressable, "read_to_me-off")
    areas = gallery.window.findChildren(QScrollArea)
    area = next(each for each in areas if each.isAncestorOf(card))
    area.ensureWidgetVisible(card, 0, 200)


def _hear(gallery: "Gallery") -> None:
    """Where a gallery is drawn no sound comes out, which is told at first."""
    gallery.press("hear")
    _wait()
    for _ in range(_MOST_WAITS):  # until a busy machine tried to make a sound
        if any(each.isVisible() for each in gallery.window.findChildren(Pressable, "notice")):
            break
        _wait()
    gallery.press("notice")
    _wait()


def _wait() -> None:
    loop = QEventLoop()
    QTimer.singleShot(_HEARD_MS, loop.quit)
    loop.exec()
