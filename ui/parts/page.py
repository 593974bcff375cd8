"""Sentences, and cards below them: what the quiet screens are made of."""

from collections.abc import Callable

from PySide6.QtWidgets import QLayout, QWidget

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
        first: what has the keyboard when the page appears, once everything stands on it.

    """

    def __init__(
        self, ctx: Context, *, margins: tuple[int, int, int, int] = (60, 24, 60, 12), gap: int = 8
    ) -> None:
        super().__init__(ctx, margins=margins, gap=gap)
        self.ctx = ctx
        self.read: list[Words | Pressable] = []
        self.first: QWidget | None = None
        self._row: Flow | None = None

    def begin_anew(self) -> None:
        """Take everything off."""
        clear(self.column)
        self.read = []
        self.first = self._row = None

    def say(
        self, sentence: str, size: str = "sentence", ink: str = "ink", *, bold: bool | None = None
    ) -> Words:
        """Add a sentence; what follows stands below it."""
        words = Words(self.ctx, sentence, size=size, ink=ink, bold=bold)
        self.add(words, words)
        return words

    def add(self, widget: QWidget, *heard: Words | Pressable) -> QWidget:
        """Add a widget, of which these parts can be heard; what follows stands below it."""
        self._row = None
        self.read += heard
        return super().add(widget)

    def add_row(self, row: QLayout) -> QLayout:
        """Add a row that is filled elsewhere; what follows stands below it."""
        self._row = None
        return super().add_row(row)

    def begin_row(self, *, gap: int = 6, same: bool = True) -> None:
        """Let what is put next stand side by side; ``gap`` and ``same`` as in a flow."""
        row = Flow(gap=gap, same=same)
        self.add_row(row)
        self._row = row

    def card(
        self, name: str, words: str, picture: PictureRef, press: Callable[[], None]
    ) -> Pressable:
        """Add a card beside those before it."""
        return self.put(deed_card(self.ctx, name, words, picture, press))

    def put(self, pressable: Pressable) -> Pressable:
        """Add something to press beside what was put before it."""
        if self._row is None:
            self.begin_row()
        assert self._row is not None
        self._row.addWidget(pressable)
        self.read.append(pressable)
        return pressable

    def fill(self, first: QWidget | None = None) -> None:
        """Everything stands on it, and the keyboard begins at ``first``."""
        super().fill()
        self.first = first
        if first is not None:
            first.show()  # a layout shows what is new only later; until then it takes no focus
