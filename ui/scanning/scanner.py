"""Scanning: things are offered one after the other, and a switch chooses."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.model.reaching import Reaching
from app.model.wording import N_
from ui.scanning.finding import SILENT, Field, Finder
from ui.scanning.frame import Frame
from ui.scanning.offers import Offer, Thing
from ui.scanning.switches import somebody_writes
from ui.scanning.walk import Walk

if TYPE_CHECKING:
    from ui.window import Window

How = Literal["by_itself", "step_by_step", "pointed_at"]
"""One switch; two switches; or somebody points, and nothing goes by the clock."""

SECOND_MS = 1000
"""A second; tests have shorter ones."""

_LONGER_AT_FIRST = 1.5
_COMES_UP_MS = 2_000
"""For so long a dialog that came up may still put the keyboard into a line by itself."""
_LOOK_MS = 250
"""How often the screen is looked at for changes while somebody scans."""
_BUSY_MS = 20
_WRITES_FOR = 5.0
"""Seconds after the last letter in which a helper is still writing."""


class Scanner(QObject):
    """Offers what is on the window; never chooses by itself.

    Signals:
        offered: something else is offered; carries it, or None while nothing is.
        chosen: a thing was chosen; carries it.

    """

    offered = Signal(object)
    chosen = Signal(object)

    def __init__(self, window: "Window", write: Callable[[Field], None]) -> None:
        """Get ready to scan this window; ``write`` has words written into a line."""
        super().__init__(window)
        self._window, self._write = window, write
        self._how: How = "by_itself"
        self._reach = Reaching()
        self._on = False
        self._busy = False
        self._place = ""
        self._told: Offer | None = None
        self._top: QWidget = window
        self._frame: Frame | None = None
        self._walk = Walk((), rounds=1, out="")
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._next_turn)
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self.look)
        self._came_up = QTimer(self, singleShot=True, interval=_COMES_UP_MS)
        self._writes = QTimer(self, singleShot=True)
        self._writes.timeout.connect(self._writes_no_more)

    @property
    def on(self) -> bool:
        """Whether it scans."""
        return self._on

    @property
    def now(self) -> Offer | None:
        """What is offered."""
        return None if self._busy or not self._on else self._walk.offered

    # Beginning and ending

    def start(self, how: How, reach: Reaching) -> None:
        """Scan from now on in this way."""
        self._how, self._reach, self._on = how, reach, True
        self._look.start()
        self.begin_anew()

    def stop(self) -> None:
        """Offer nothing any more."""
        self._on = False
        self._look.stop()
        self._turn.stop()
        self._show()

    def begin_anew(self) -> None:
        """Begin at the first thing of the screen, once everything asked for is there."""
        if not self._on:
            return
        self._turn.stop()
        self._busy = True
        self._show()
        QTimer.singleShot(_BUSY_MS, self, self._settle)

    def _settle(self) -> None:
        if not self._on:
            return
        if self._window.desk.must_wait:
            QTimer.singleShot(_BUSY_MS, self, self._settle)
            return
        self._busy = False
        place, top = self._window.reach.place(), self._root()
        if not somebody_writes() or (place, top) != (self._place, self._top):
            self._window.reach.take_keyboard_away()
        self._place, self._top = place, top
        # What is new has no place before it is laid out, and what has no place is not found.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        rounds = self._reach.rounds if self._how == "by_itself" else 0
        out = self._window.ctx.t(N_("Back out"))
        self._walk = Walk(self._find(), rounds=rounds, out=out)
        self._offer()

    # What the switches do

    def press(self, which: int) -> None:
        """A switch was pressed: the first or the second one."""
        if not self._on or self._busy:
            return
        if self._window.aloud.goes_on:
            self._window.aloud.pause()  # whoever has heard enough is offered what can be done
            self.begin_anew()
        elif self._how == "by_itself" and self._walk.resting:
            self.begin_anew()
        elif self._how != "by_itself" and which == 0:
            self.go_on()
        else:
            self.choose()

    def go_on(self, by: int = 1) -> None:
        """Offer the next thing, or the one before."""
        self._walk.on(by)
        self._offer()

    def choose(self) -> None:
        """Choose what is offered; where it has moved away since, nothing is chosen."""
        if not self._on or self._busy:
            return
        before = self._walk.offered
        self.look()
        now = self._walk.offered
        if before is None or now is None or now.key != before.key:
            return
        thing = self._walk.choose()
        if thing is None:
            self._offer()
            return
        self._do(thing)

    def _do(self, thing: Thing) -> None:
        self._window.aloud.hush()
        self._window.reach.take_keyboard_away()
        self.begin_anew()
        thing.choose()
        self.chosen.emit(thing)

    def helper_typed(self) -> None:
        """Somebody types into a line: scanning waits until they are done."""
        if self._on and somebody_writes():
            self._writes.start(round(_WRITES_FOR * SECOND_MS))
            self._turn.stop()
            self._show()

    def _writes_no_more(self) -> None:
        if somebody_writes():
            self._window.reach.take_keyboard_away()
        self._offer()

    # Offering

    def look(self) -> None:
        """See whether the screen is still as it was; what has moved is followed."""
        if not self._on or self._busy:
            return
        root = self._root()
        if root is not self._top:
            self._top = root
            self._came_up.start()
        if self._came_up.isActive() and somebody_writes() and not self._writes.isActive():
            # A dialog begins in a line to write into, sometimes only once it is filled: there the
            # switches would be letters, and Enter would close it.
            self._window.reach.take_keyboard_away()
        self._walk.renew(self._find())
        now = self._walk.offered
        if self._told is None or now is None or now.key != self._told.key:
            self._offer()
        else:
            self._show()

    def _find(self) -> tuple[Offer, ...]:
        return Finder(self._window.ctx, self._root(), self._write).find()

    def _root(self) -> QWidget:
        """What lies on top: a layer of the window, a dialog, or the window."""
        modal = QApplication.activeModalWidget()
        return modal or self._window.reach.layer or self._window

    def _offer(self) -> None:
        """Show what is offered, and wait for as long as it is."""
        if not self._on or self._busy:
            return
        self._show()
        now = self._walk.offered
        if now is None or self._writes.isActive():
            self._turn.stop()
            return
        if self._reach.say_names and not self._root().property(SILENT):
            self._say(now)
        if self._how == "by_itself":
            longer = _LONGER_AT_FIRST if self._walk.first else 1.0
            self._turn.start(round(self._reach.scan_seconds * SECOND_MS * longer))

    def _say(self, offer: Offer) -> None:
        """Not into what is being read, which somebody wanted to hear."""
        if not self._window.aloud.goes_on:
            self._window.aloud.say(offer.name, offer.lang or self._window.ctx.words.lang)

    def _next_turn(self) -> None:
        """On to the next; while something is being read aloud, it waits until that is over."""
        if self._window.aloud.reading:
            self._turn.start(_LOOK_MS)
            return
        self._walk.on()
        self._offer()

    def _show(self) -> None:
        """Bring the frame to where what is offered is."""
        root = self._root()
        if self._frame is not None and (
            not shiboken6.isValid(self._frame) or self._frame.parentWidget() is not root
        ):
            if shiboken6.isValid(self._frame):
                self._frame.hide()
                self._frame.deleteLater()
            self._frame = None
        now = None if self._writes.isActive() else self.now
        if self._frame is None:
            if now is None:
                self._tell(None)
                return
            self._frame = Frame(self._window.ctx, root)
            self._window.reach.switches.watch(root.window().windowHandle())
        pointed = self._how == "pointed_at"
        self._frame.show_round(now, says=self._says(now), thicker=pointed)
        self._tell(now)

    def _says(self, now: Offer | None) -> str:
        if self._on and not self._busy and now is None and not self._writes.isActive():
            return self._window.ctx.t(N_("Press your switch to go on."))
        return now.name if now is not None and self._how == "pointed_at" else ""

    def _tell(self, now: Offer | None) -> None:
        before, self._told = self._told, now
        if (before.key if before else None) != (now.key if now else None):
            self.offered.emit(now)
