"""The end of a conversation: thank you, and the way home."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.ids import RecordId
from app.model.wording import N_
from ui.context import Context
from ui.parts.bars import HOME
from ui.parts.column import Column
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import PLAN
from ui.parts.words import Words
from ui.screens.base import NOTHING_SAID, Frame, Readable, Route, StillScreen


class ThankYouScreen(StillScreen):
    """Thanks do not depend on anything that was or was not said.

    Args:
        person: who talked.
        spoke: whether anything was said, which is kept then.

    """

    def __init__(self, ctx: Context, *, person: RecordId, spoke: bool) -> None:
        super().__init__(ctx)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column(ctx, margins=(60, 60, 60, 20), gap=16)
        outer.addWidget(column)
        thanks = Words(ctx, ctx.t(N_("Thank you for talking.")), size="question")
        so = N_("Everything is kept. You can change your mind at any time.")
        kept = Words(ctx, ctx.t(so if spoke else NOTHING_SAID), size="sentence")
        column.add(thanks)
        column.add(kept)
        row = Flow(gap=8, same=True)
        self._first: Pressable | None = None
        self._read: list[Readable] = [thanks, kept]
        for name, words, picture in (
            ("plan", ctx.t(N_("Look at my plan")), PLAN),
            ("home", ctx.t(N_("Home")), HOME),
        ):
            card = Pressable(
                ctx, words, picture=picture, picture_px=96, arrange="above", size="button"
            )
            card.setObjectName(name)
            card.clicked.connect(
                lambda _=False, name=name: self.go.emit(Route(name, {"person": person}))
            )
            self._first = self._first or card
            self._read.append(card)
            row.addWidget(card)
        column.add_row(row)
        column.fill()

    def frame(self) -> Frame:
        """Hear it and help."""
        return Frame(title="", buttons=(self.hear_button(), self.help_button()))

    def readables(self) -> tuple[Readable, ...]:
        """The thanks and the cards."""
        return tuple(self._read)

    def first_focus(self) -> QWidget | None:
        """The first card."""
        return self._first
