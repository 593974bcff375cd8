"""Checking the program's words: a speaker points at a sentence on any screen and says it better.

While it is on, the window shows what was suggested so far; F8 lists the sentences of a screen, and
a press with the right button takes the one that is pressed.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from app.model.wording import N_, SourceWording, Wording
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.pressable import Pressable
from ui.parts.refs import EASIER
from ui.parts.words import Words
from ui.screens.base import Route

if TYPE_CHECKING:
    from app.words.finding import Finder, Found
    from ui.window import Window

SCREENS = frozenset({"checking_words", "words_here", "better_words"})
"""Where words are checked; their own are not."""


class Checking(QObject):
    """Belongs to the window.

    Attributes:
        on: words are being checked.

    """

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.on = False
        shortcut = QShortcut(QKeySequence("F8"), window)
        shortcut.activated.connect(self._by_key)

    @property
    def possible(self) -> bool:
        """Whether the window speaks a language that can be checked."""
        return self.ctx.words.lang in {each.tag for each in self.ctx.house.catalogs.available()} - {
            SourceWording.lang
        }

    @property
    def ctx(self) -> Context:
        """What every part is handed."""
        return self._window.ctx

    def wording(self, lang: str) -> Wording:
        """How the window speaks: with what was suggested, while words are checked."""
        house = self.ctx.house
        return house.wording_as_suggested(lang) if self.on else house.wording(lang)

    def turn(self, on: bool) -> None:
        """Begin or end."""
        if on != self.on:
            self.on = on
            app = QApplication.instance()
            assert app is not None
            (app.installEventFilter if on else app.removeEventFilter)(self)
        self.show_anew()

    def show_anew(self) -> None:
        """Show the window with the words as they are to be now."""
        self._window.use_settings(self.ctx.settings)

    def buttons(self) -> tuple[Button, ...]:
        """What stands in the bottom bar meanwhile."""
        if not self.on or not self.possible or self._window.route.screen in SCREENS:
            return ()
        words = self.ctx.t(N_("Check the words"))
        return (Button(name="check-here", words=words, picture=EASIER, press=self.list_here),)

    def list_here(self) -> None:
        """Show the sentences of this screen."""
        if self.on and self.possible and self._window.route.screen not in SCREENS:
            found = tuple(self._found_here())
            self._window.show_route(
                Route("words_here", {"found": found, "back": self._window.route})
            )

    def _by_key(self) -> None:
        """The sentences of this screen; what checking is, and its beginning, where it is not on."""
        route = self._window.route
        if self.on or not self.possible or route.screen in SCREENS:
            self.list_here()
        else:
            self._window.show_route(Route("checking_words", {"back": route}))

    def finder(self) -> "Finder":
        """What finds the sentences of the window's language, also those that were suggested."""
        from app.words.finding import Entry, Finder, entries  # noqa: PLC0415 - loads on use

        house, lang = self.ctx.house, self.ctx.words.lang
        known = (Entry(each.ids, each.strings) for each in house.suggestions(lang))
        return Finder((*known, *entries(house.catalogs.compiled(lang))))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press with the right button on a sentence of the program."""
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonPress
            and event.button() == Qt.MouseButton.RightButton
            and isinstance(watched, QWidget)
            and self.possible
            and self._window.route.screen not in SCREENS
        ):
            return self._take(watched)
        return False

    def _take(self, widget: QWidget) -> bool:
        """Whether there was a sentence to check."""
        find = self.finder().find
        found = next((each for said in _said(widget) if (each := find(said))), None)
        if found is None:
            return False
        self._window.show_route(Route("better_words", {"found": found, "back": self._window.route}))
        return True

    def _found_here(self) -> "Iterator[Found]":
        find, seen = self.finder().find, set()
        for widget in self._window.centralWidget().findChildren(QWidget):
            if not widget.isVisible():
                continue
            for said in _said(widget):
                found = find(said)
                if found is not None and found.entry.ids not in seen:
                    seen.add(found.entry.ids)
                    yield found


def _said(widget: QWidget) -> tuple[str, ...]:
    """What a widget says; a name for screen readers counts where it shows no words."""
    if isinstance(widget, Pressable):
        return tuple(filter(None, (widget.words, widget.note))) or (widget.accessibleName(),)
    if isinstance(widget, Words):
        return (widget.words,)
    return ()
