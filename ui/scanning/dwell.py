"""Choosing by resting: for pointers that follow the eyes or the head.

A ring fills where the pointer rests; when it is full, what is under it is chosen. A small
movement is no matter; leaving the thing takes it all back. Nothing is chosen twice without the
pointer having gone away in between, and there is a place to look at that does nothing but rest.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from app.model.reaching import Reaching
from app.model.wording import N_
from ui.context import Context
from ui.scanning.finding import Field, Finder
from ui.scanning.offers import Thing, flat
from ui.scanning.signs import Edge, Sign
from ui.scanning.switches import somebody_writes

if TYPE_CHECKING:
    from ui.window import Window

_OFTEN_MS = 40
_LOOK_MS = 240
_TREMBLE = 14
"""Px by which a pointer may leave a thing and still be on it."""
_AWAY = 30
"""Px that a pointer goes after a choice before it can choose again."""
_RADIUS = 34
_STEPS = 4
"""With less movement on screen the ring fills in so many steps."""
_REST = "rest"


class Dwell(QObject):
    """Chooses what the pointer rests on.

    Signals:
        chosen: a thing was chosen; carries it.

    Attributes:
        where: where the pointer is on the screen.
        clock: how many milliseconds have gone by since something began.

    """

    chosen = Signal(object)

    def __init__(self, window: "Window", write: Callable[[Field], None]) -> None:
        """Get ready; ``write`` has words written into a line."""
        super().__init__(window)
        self._window, self._write = window, write
        self.where: Callable[[], QPoint] = QCursor.pos
        self._time = QElapsedTimer()
        self._time.start()
        self.clock: Callable[[], int] = self._time.elapsed
        self._reach = Reaching()
        self.resting = False
        self._things: tuple[Thing, ...] = ()
        self._on: Thing | None = None
        self._since = 0
        self._spent: QPoint | None = None
        self._shown: Ring | None = None
        self._poll = QTimer(self, interval=_OFTEN_MS)
        self._poll.timeout.connect(self.poll)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self.look)

    def start(self, reach: Reaching) -> None:
        """Choose by resting from now on."""
        self._reach = reach
        self._spent = self._here()  # wherever the pointer is now, it did not come to choose
        self._on = None
        self._poll.start()
        self._look.start()
        self.look()

    def stop(self) -> None:
        """Choose nothing any more."""
        self._poll.stop()
        self._look.stop()
        if self._shown is not None and shiboken6.isValid(self._shown):
            self._shown.hide()

    def look(self) -> None:
        """See what can be chosen now, and where."""
        root, ctx = self._root(), self._window.ctx
        if self._shown is None or not shiboken6.isValid(self._shown) or (
            self._shown.parentWidget() is not root
        ):  # fmt: skip
            if self._shown is not None and shiboken6.isValid(self._shown):
                self._shown.hide()
                self._shown.deleteLater()
            self._shown = Ring(ctx, root)
        found = () if self._window.desk.must_wait else Finder(ctx, root, self._write).find()
        if self._window.focusWidget() is not None and not somebody_writes():
            self._window.reach.take_keyboard_away()
        self._things = self._shown.lay_out(flat(found), self.resting)

    def poll(self) -> None:
        """See where the pointer is, and how long it has been on the same thing."""
        assert self._shown is not None
        here, now = self._here(), self.clock()
        if self._spent is not None:
            if (here - self._spent).manhattanLength() < _AWAY:
                return
            self._spent = None
        thing = self._under(here)
        if thing is None or self._on is None or thing.key != self._on.key:
            self._on, self._since = thing, now
        if thing is None:
            self._shown.fill(None, 0)
            return
        part = (now - self._since) / (self._reach.dwell_seconds * 1000)
        self._shown.fill(here, part)
        if part >= 1:
            self._choose(thing, here)

    def show_at(self, place: int, *, part: float) -> None:
        """Draw the ring on one of the things, so far filled, and leave it so."""
        self.look()
        assert self._shown is not None
        self._poll.stop()
        self._shown.fill(QRect(*self._things[place].box).center(), part)

    def _choose(self, thing: Thing, here: QPoint) -> None:
        assert self._shown is not None
        self._shown.fill(None, 0)
        self._on, self._spent = None, here
        if thing.key == _REST:
            self.resting = not self.resting
        else:
            thing.choose()
            self.chosen.emit(thing)
        self.look()

    def _under(self, here: QPoint) -> Thing | None:
        """What the pointer is on; what it was on already may be left by a tremble."""
        if self._on is not None and any(each.key == self._on.key for each in self._things):
            box = QRect(*self._on.box).adjusted(-_TREMBLE, -_TREMBLE, _TREMBLE, _TREMBLE)
            if box.contains(here):
                return self._on
        return next((each for each in self._things if QRect(*each.box).contains(here)), None)

    def _here(self) -> QPoint:
        return self._root().mapFromGlobal(self.where())

    def _root(self) -> QWidget:
        return QApplication.activeModalWidget() or self._window.reach.layer or self._window


class Ring(QWidget):
    """Draws the ring, the place to rest, and ways to move a page."""

    def __init__(self, ctx: Context, over: QWidget) -> None:
        super().__init__(over)
        self.ctx = ctx
        self.full = 0.0
        self._at: QPoint | None = None
        self._signs: tuple[Sign, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setObjectName("resting-ring")
        self.setGeometry(over.rect())
        self.show()

    def lay_out(self, things: tuple[Thing, ...], resting: bool) -> tuple[Thing, ...]:
        """Lay signs out for what has no place of its own, and for resting.

        Returns:
            What can be chosen, with where it is: signs first, since they lie on top.

        """
        over, t = self.parentWidget(), self.ctx.t
        self.setGeometry(over.rect())
        self.show()
        self.raise_()
        words = t(N_("Look here to go on")) if resting else t(N_("Rest here"))
        rest = Sign(self.ctx, over, words, over.rect(), "top", middle=True)
        signs, placed = [rest], [_thing(_REST, words, rest)]
        for each in () if resting else things:
            if each.where != "there":
                edge: Edge = "top" if each.where == "above" else "bottom"
                sign = Sign(self.ctx, over, each.name, QRect(*each.box), edge)
                signs.append(sign)
                placed.append(_thing(each.key, each.name, sign, each.choose))
        self._signs = tuple(signs)
        self.update()
        return (*placed, *(each for each in things if each.where == "there" and not resting))

    def fill(self, at: QPoint | None, part: float) -> None:
        """Fill the ring at this place; no place: no ring."""
        if self.ctx.settings.reduce_motion:
            part = int(part * _STEPS) / _STEPS
        if (at, part) == (self._at, self.full):
            return
        for place in (self._at, at):
            if place is not None:
                far = _RADIUS + 8
                self.update(QRect(place.x() - far, place.y() - far, 2 * far, 2 * far))
        self._at, self.full = at, min(1.0, part)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what is seen now."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for sign in self._signs:
            sign.draw(painter)
        if self._at is not None:
            look = self.ctx.look
            ring = QRectF(self._at.x() - _RADIUS, self._at.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("paper"), 14))
            painter.drawEllipse(ring)
            painter.setPen(QPen(look.colour("ink"), 2))
            painter.drawEllipse(ring)
            painter.setPen(QPen(look.colour("ink"), 10, c=Qt.PenCapStyle.FlatCap))
            painter.drawArc(ring, 90 * 16, -round(self.full * 360 * 16))
        painter.end()


def _thing(key: object, name: str, sign: Sign, choose: Callable[[], None] = lambda: None) -> Thing:
    box = sign.box
    place = (box.x(), box.y(), box.width(), box.height())
    return Thing(key=key, name=name, box=place, choose=choose)
