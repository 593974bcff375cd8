"""Hard words where they stand: a quiet dotted line, and one press away what each of them means."""

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.wording import N_
from app.words.easyread.glossary import Explained
from ui.context import Context
from ui.parts.column import clear
from ui.parts.flow import Flow
from ui.parts.in_sight import bring_into_sight
from ui.parts.pressable import Pressable
from ui.parts.refs import EXPLAIN
from ui.parts.taborder import follow_layout

MOST = 3


class Dotted(Protocol):
    """What shows a text and can dot words of it."""

    def dot(self, spans: Sequence[tuple[int, int]]) -> None:
        """Put a dotted line under these stretches."""


class HardWords(QWidget):
    """The hard words of a sentence, to press; what one means stands large below until pressed.

    Args:
        ctx: what every part is handed.
        found: the hard words, from the glossary.
        read: what of the screen can be heard, in reading order; the words and their meanings are
            put into it, so that "Hear it" reads them.

    """

    def __init__(self, ctx: Context, found: Sequence[Explained], read: list[Any]) -> None:
        super().__init__()
        self.setObjectName("hard-words")
        self.ctx, self._read = ctx, read
        self._open: tuple[Pressable, Pressable] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = Flow(gap=0)
        column.addLayout(row)
        self._means = QVBoxLayout()
        column.addLayout(self._means)
        for each in found:
            row.addWidget(self._word(each))

    def _word(self, each: Explained) -> Pressable:
        asked = self.ctx.t(N_("What does “{word}” mean?"), word=each.hard.word)
        button = Pressable(
            self.ctx, asked, picture=self.ctx.shows(EXPLAIN), picture_px=34, size="label"
        )
        button.setObjectName(f"means-{each.hard.word}")
        button.clicked.connect(lambda: self._turn(button, each))
        self._read.append(button)
        return button

    def _turn(self, button: Pressable, each: Explained) -> None:
        """Show what it means, in place of another; or put it away."""
        was_this = self._open is not None and self._open[0] is button
        self._close()
        if was_this:
            return
        card = Pressable(
            self.ctx,
            f"{each.hard.word}: {each.hard.means}",
            picture=self.ctx.shows(each.hard.picture),
            picture_px=84,
            note=self.ctx.t(N_("Press here to close this.")),
            size="sentence",
        )
        card.setObjectName("meaning")
        card.clicked.connect(self._put_away)
        self._open = button, card
        button.choose(True)
        self._means.addWidget(card)
        self._read.insert(self._read.index(button) + 1, card)
        follow_layout(self)
        bring_into_sight(card)

    def _put_away(self) -> None:
        """One press closes it, and the keyboard is where it was before."""
        assert self._open is not None
        button = self._open[0]
        self._close()
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        if self._open is None:
            return
        button, card = self._open
        self._open = None
        button.choose(False)
        if card in self._read:
            self._read.remove(card)
        clear(self._means)


def hard_words(
    ctx: Context, shown: Dotted, text: str, *, lang: str, read: list[Any]
) -> HardWords | None:
    """Dot the first few hard words of a text, and explain them below; None where there are none.

    Args:
        ctx: what every part is handed.
        shown: what shows the text, and nothing before it.
        text: the text.
        lang: its language.
        read: as for :class:`HardWords`.

    """
    found = ctx.house.glossary.find(text, lang=lang)[:MOST]
    if not found:
        return None
    shown.dot([(each.start, each.end) for each in found])
    return HardWords(ctx, found, read)
