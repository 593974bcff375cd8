"""The one sentence that the window tells: above the bottom bar, until it is pressed away."""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.parts.notice import LARGE, KeyboardBefore, Notice

if TYPE_CHECKING:
    from ui.window import Window


class Telling:
    """Keeps what is told, shows it on each new frame, and lets it go with its screen.

    Attributes:
        sentence: what is told; empty for nothing.

    """

    def __init__(self, window: "Window") -> None:
        self._window = window
        self.sentence = ""
        self._at = ""
        self._notice: Notice | None = None
        self._keyboard = KeyboardBefore()

    def tell(self, sentence: str) -> None:
        """Tell one plain sentence about what is on screen; an empty one takes the last one off."""
        window = self._window
        if not sentence:
            if self.sentence:
                self.forget()
                self.show()
            return
        self._keyboard.remember(window.focusWidget())
        self.sentence = sentence
        self._at = window.screen.place() if window.screen is not None else ""
        self.show()
        window.announcer.tell(sentence)
        self._keyboard.lend(self._notice)

    def forget(self) -> None:
        """What it was about is gone."""
        self.sentence = ""

    def come_to(self, place: str) -> None:
        """Another place of a screen is shown: what was told at the one before is forgotten."""
        if place != self._at:
            self.forget()

    def say_anew(self, shown: str) -> None:
        """The window speaks another language than the one in which it is ``shown``.

        What cannot be said anew goes: half of it in another language helps nobody.
        """
        now = self._window.ctx.words.lang
        if self.sentence and shown != now:
            told = self._window.house.retelling.retold(self.sentence, shown=shown, wanted=now)
            self.sentence = told

    def show(self) -> None:
        """Put it above the bottom bar, or take it off."""
        window = self._window
        if self._notice is not None and shiboken6.isValid(self._notice):
            self._notice.hide()
            self._notice.deleteLater()
        self._notice = None
        if window.screen is not None:
            # In very large words the screen, which can be scrolled, gives way to the sentence.
            gives_way = self.sentence and window.ctx.look.percent >= LARGE
            window.screen.setMinimumHeight(1 if gives_way else 0)
        if self.sentence:
            self._notice = Notice(window.ctx, self.sentence)
            self._notice.card.clicked.connect(self._read)
            layout = window.body.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(layout.indexOf(window.screen) + 1, self._notice)
        window.hearing.told(self._notice)

    def _read(self) -> None:
        window = self._window
        had: QWidget | None = window.focusWidget()
        self.forget()
        self.show()
        self._keyboard.give_back(had, window.screen.first_focus() if window.screen else None)
