"""How the person who is here reaches what is on screen: put on, changed and left in one place.

A mouse and the keyboard go on working beside it, and Escape pressed twice leaves it, so that
nobody is ever shut out of the program by it. Nothing of it is loaded for who uses a mouse.
"""
# ruff: noqa: PLC0415

from functools import cached_property
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.model.person import Settings
from app.model.wording import N_
from ui.scanning.pointer import put_on_pointer

if TYPE_CHECKING:
    from ui.scanning.dwell import Dwell
    from ui.scanning.finding import Field
    from ui.scanning.scanner import How, Scanner
    from ui.scanning.switches import Switches
    from ui.window import Window

_SCANS: dict[str, "How"] = {
    "switch": "by_itself",
    "two_switches": "step_by_step",
    "partner": "pointed_at",
}
_POINTS_WITH = ("Space", "Return", "Right", "Left")
"""Keys of somebody who points: on, that one, on, back."""


class Reach(QObject):
    """Belongs to the window.

    Attributes:
        layer: what lies over the window and takes its place: the letters to write with.
        left: whether scanning was left with Escape.

    """

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.layer: QWidget | None = None
        self.left = False
        self._under = ""
        self._settings = Settings()
        window.shown.connect(self._shown)
        window.installEventFilter(self)

    @cached_property
    def switches(self) -> "Switches":
        """What listens for switches."""
        from ui.scanning.switches import Switches

        switches = Switches(self)
        switches.watch(self._window.windowHandle())
        switches.pressed.connect(self._pressed)
        switches.typed.connect(self._typed)
        switches.escaped.connect(self._escaped)
        return switches

    @cached_property
    def scanner(self) -> "Scanner":
        """What offers things one after the other."""
        from ui.scanning.scanner import Scanner

        return Scanner(self._window, self.write)

    @cached_property
    def dwell(self) -> "Dwell":
        """What chooses where a pointer rests."""
        from ui.scanning.dwell import Dwell

        return Dwell(self._window, self.write)

    def _made(self, name: str) -> bool:
        """Whether one of the three was ever needed."""
        return name in self.__dict__

    def apply(self, settings: Settings) -> None:
        """Reach things as this person does, from now on."""
        before, self._settings = self._settings, settings
        put_on_pointer(self._window, settings.reach.pointer)
        if (before.input, before.reach) != (settings.input, settings.reach):
            self.left = False
            self._begin()

    def close(self) -> None:
        """Offer nothing more, and leave the computer's pointer as it was."""
        self._stop()
        put_on_pointer(self._window, 1)

    def take_keyboard_away(self) -> None:
        """Nothing has the keyboard: of two frames, one would be the wrong one."""
        if (focus := QApplication.focusWidget()) is not None:
            focus.clearFocus()

    def head(self) -> int:
        """Px at the top of the window that are left for what is said there at all times."""
        if self.left or self._settings.input not in {"eye", "partner"}:
            return 0
        from ui.scanning.signs import sign_height

        size = "bar" if self._settings.input == "eye" else "title"
        return sign_height(self._window.ctx, size) + 10

    def place(self) -> str:
        """Which screen is shown, and where on it we are."""
        screen = self._window.screen
        return f"{self._window.route.screen} {screen.place() if screen is not None else ''}"

    def put_on_layer(self, layer: QWidget | None) -> None:
        """Lay this over the window, instead of what lies there."""
        if self.layer is not None and shiboken6.isValid(self.layer):
            self.layer.hide()
            self.layer.deleteLater()
        self.layer = layer
        self._under = self.place()
        self._window.centralWidget().setEnabled(layer is None)
        if layer is not None:
            layer.setGeometry(self._window.rect())
            layer.raise_()
            layer.show()
            layer.setFocus()
        self._begin_anew()

    def write(self, field: "Field") -> None:
        """Let somebody write into a line without a keyboard."""
        from app.usecases.own_words import own_words
        from ui.scanning.letters import LetterBoard

        window = self._window
        lang = window.ctx.words.lang
        parent = field.parentWidget()
        while parent is not None:
            said = getattr(parent, "standing", None)  # a writing place knows its language
            lang = getattr(said, "lang", "") or lang
            parent = parent.parentWidget()
        board = LetterBoard(window.ctx, window, field, lang, top=self.head())
        board.done.connect(lambda: self._written(field))
        self.put_on_layer(board)
        notebook, person = window.ctx.notebook, window.route.about.get("person")
        if notebook is not None and person is not None:
            window.desk.do(
                lambda: own_words(notebook, person=person, lang=lang), owner=board, then=board.know
            )

    def _written(self, field: "Field") -> None:
        """Back to the line, which is told that it was left."""
        self.put_on_layer(None)
        if shiboken6.isValid(field) and isinstance(field, QLineEdit):
            field.editingFinished.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What lies over the window is as large as it; a window has keys once it is shown."""
        if watched is self._window and event.type() == QEvent.Type.Resize and self.layer:
            self.layer.setGeometry(self._window.rect())
        shown = watched is self._window and event.type() == QEvent.Type.Show
        if shown and self._made("switches"):
            self.switches.watch(self._window.windowHandle())
        return False

    # What happens

    def _begin(self) -> None:
        settings, reach = self._settings, self._settings.reach
        how = None if self.left else _SCANS.get(settings.input)
        names: tuple[str, ...] = ()
        if how == "by_itself":
            names = (reach.first_switch,)
        elif how == "step_by_step":
            names = (reach.first_switch, reach.second_switch)
        elif how == "pointed_at":
            names = _POINTS_WITH
        by_switch = how in {"by_itself", "step_by_step"}
        self._stop()
        for each in self._window.findChildren(QShortcut):
            each.setEnabled(each.key().toString() not in names)
        if self._settings.input not in {*_SCANS, "eye"}:
            return
        self.switches.listen(
            names,
            hold_ms=reach.hold_ms if by_switch else 0,
            ignore_ms=reach.ignore_ms if by_switch else 0,
        )
        if how is not None:
            self.scanner.start(how, reach)
        elif not self.left:
            self.dwell.start(reach)

    def _stop(self) -> None:
        if self._made("switches"):
            self.switches.listen((), hold_ms=0, ignore_ms=0)
        if self._made("scanner"):
            self.scanner.stop()
        if self._made("dwell"):
            self.dwell.stop()

    def _begin_anew(self) -> None:
        if self._made("scanner"):
            self.scanner.begin_anew()

    def _typed(self) -> None:
        if self._made("scanner"):
            self.scanner.helper_typed()

    def _pressed(self, which: int) -> None:
        self._window.holding.idle.somebody_is_there()
        if self._settings.input != "partner":
            self.scanner.press(which)
        elif which == 1:
            self.scanner.choose()
        else:
            self.scanner.go_on(-1 if which == 3 else 1)

    def _escaped(self) -> None:
        """Out of it, or into it again."""
        if self._settings.input not in {*_SCANS, "eye"}:
            return
        self.left = not self.left
        self._begin()
        t = self._window.ctx.t
        self._window.rebuild()
        if self.left:
            self._window.tell(t(N_("Choosing with it is off. Press Esc twice to put it on again.")))

    def _shown(self) -> None:
        if self.layer is not None and self.place() != self._under:
            self.put_on_layer(None)
        self._begin_anew()
