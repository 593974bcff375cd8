"""What somebody sees who uses a switch, their eyes, or a person who points."""

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea

from app.model.ids import RecordId
from app.usecases import people
from ui.parts.in_sight import show_in_scroll_area
from ui.parts.likes_input import LikesInput
from ui.parts.pressable import Pressable
from ui.scanning.offers import Group
from ui.shots import Shot
from ui.shots.one_moment import at

if TYPE_CHECKING:
    from ui.gallery import Gallery

_SETTLED_MS = 80
_MOST = 40
"""So often it goes on at most."""
_QUESTION = """
[[moment]]
id = "reached"
kind = "question"
stage = "talk"
prompt = "What do you like to do?"
picture = "openmoji:2B50"
section = "important_to"
says = "important_to"
"""


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """Scanning, letters, pointing, resting; and the settings of each."""
    shown = _Shown(gallery)
    for how in ("switch", "two_switches", "eye", "partner", "mouse"):
        yield f"likes-{how}", lambda how=how: shown.likes(how, f"input-{how}")
    yield "likes-keys", shown.keys
    yield "scan-group", lambda: shown.use("switch")
    yield "scan-inside", shown.inside
    yield "scan-further-down", shown.further_down
    yield "scan-letters", lambda: shown.write("two_switches")
    yield "look-at-letters", lambda: shown.write("eye")
    yield "pointed-at", lambda: shown.use("partner")
    yield "resting", shown.rest_on
    yield "try-it", lambda: shown.press("two_switches", "try-it")
    yield "learn-switch", lambda: shown.press("switch", "first_switch")
    yield "reached-by-mouse", lambda: shown.use("mouse")


class _Shown:
    """The window of one person who reaches things in one way or another."""

    def __init__(self, gallery: "Gallery") -> None:
        self._gallery, self._window = gallery, gallery.window
        self._person = gallery.everyone()[0].id
        self._nth = itertools.count()

    def use(self, how: str, screen: str = "home") -> None:
        _keep(self._gallery, self._person, how)
        self._gallery.go("home", person=self._person)
        self._gallery.settle()
        self._gallery.go(screen, person=self._person)
        _wait(self._gallery)

    def likes(self, how: str, name: str) -> None:
        self.use(how, "likes")
        card = self._window.findChild(Pressable, name)
        areas = self._window.findChildren(QScrollArea)
        area = next(each for each in areas if each.isAncestorOf(card))
        area.verticalScrollBar().setValue(card.mapTo(area.widget(), QPoint(0, -60)).y())

    def keys(self) -> None:
        self.use("mouse", "likes")
        rows = next(each for each in self._window.findChildren(LikesInput) if each.isVisible())
        show_in_scroll_area(rows.heads[-1], 24)

        self._window.reach.scanner.begin_anew()
        _wait(self._gallery)

    def press(self, how: str, name: str) -> None:
        self.likes(how, "try-it")
        self._gallery.press(name)
        _wait(self._gallery)

    def write(self, how: str) -> None:
        self.use(how)
        at(self._gallery, f"reached-{next(self._nth)}", _QUESTION)
        _wait(self._gallery)
        field = self._window.findChild(QPlainTextEdit, "writing")
        field.setPlainText("I like th")
        self._window.reach.write(field)
        _wait(self._gallery)
        self._window.reach.scanner.go_on()

    def inside(self) -> None:
        self.use("switch")
        scanner = self._window.reach.scanner
        for _ in range(_MOST):  # in the largest words there may be too little in sight for groups
            if isinstance(scanner.now, Group):
                scanner.choose()
                scanner.go_on()
                return
            scanner.go_on()

    def further_down(self) -> None:
        self.use("two_switches", "plan")
        scanner = self._window.reach.scanner
        for _ in range(_MOST):
            if scanner.now is not None and scanner.now.key[0] == "down":
                return
            scanner.go_on()

    def rest_on(self) -> None:
        self.use("eye")
        self._window.reach.dwell.show_at(2, part=0.75)


def _keep(gallery: "Gallery", person: RecordId, how: str) -> None:
    notebook = gallery.window.ctx.open_notebook
    gallery.ask(
        lambda: people.change_setting(notebook, person=person, field="input", value=how, by=person)
    )
    gallery.window.reach.put_on_layer(None)


def _wait(gallery: "Gallery") -> None:
    gallery.settle()
    loop = QEventLoop()
    QTimer.singleShot(_SETTLED_MS, loop.quit)
    loop.exec()
    gallery.settle()
