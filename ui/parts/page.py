"""Sentences, and cards below them: what the quiet screens are made of."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.model.ids import PictureRef
from ui.context import Context
from ui.parts.column import Column, clear
from ui.parts.deeds import deed_card
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.words import Words


class Page(Column):
    """A scrolling page that knows what on it can be heard, in reading order.

    Attributes:
        read: the sentences and cards so far.

    """

    def __init__(self, ctx: Context, *, gap: int = 8) -> None:
        super().__init__(ctx, margins=(60, 24, 60, 12), gap=gap)
        self.ctx = ctx
        self.read: list[Words | Pressable] = []
        self._row: Flow | None = None

    def begin_anew(self) -> None:
        """Take everything off."""
        clear(self.column)
        self.read = []
        self._row = None

    def say(self, sentence: str, size: str = "sentence", ink: str = "ink") -> Words:
        """Add a sentence; what follows stands below it."""
        words = Words(self.ctx, sentence, size=size, ink=ink)
        self.read.append(words)
        self.add(words)
        return words

    def add(self, widget: QWidget) -> QWidget:
        """Add a widget; what follows stands below it."""
        self._row = None
        return super().add(widget)

    def card(
        self, name: str, words: str, picture: PictureRef, press: Callable[[], None]
    ) -> Pressable:
        """Add a card beside those before it."""
        return self.put(deed_card(self.ctx, name, words, picture, press))

    def put(self, pressable: Pressable) -> Pressable:
        """Add something to press beside what was put before it."""
        if self._row is None:
            self._row = Flow(gap=6, same=True)
            self.add_row(self._row)
        self._row.addWidget(pressable)
        self.read.append(pressable)
        return pressable
