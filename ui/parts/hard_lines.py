"""The sentences of a plan to press where they were hard to read, each with a place for why."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.checked_with import HardHere
from app.model.ids import RecordId
from app.model.plan import Line
from app.model.wording import N_
from ui.context import Context
from ui.parts.fields import Field
from ui.parts.more import more_card
from ui.parts.pressable import Pressable
from ui.parts.statement_card import heading_card
from ui.parts.taborder import follow_layout

AT_ONCE = 12


class HardLines(QWidget):
    """Pressing a sentence marks it and opens its place; pressing it again takes both away."""

    def __init__(self, ctx: Context, lines: Sequence[Line]) -> None:
        super().__init__()
        self.ctx = ctx
        self._places: dict[RecordId, Field] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._add(lines)

    @property
    def hard(self) -> tuple[HardHere, ...]:
        """The marked ones, with what was written."""
        return tuple(
            HardHere(statement=which, said=place.text.strip())
            for which, place in self._places.items()
        )

    def _add(self, lines: Sequence[Line]) -> None:
        for line in lines[:AT_ONCE]:
            self._add_line(line)
        rest = lines[AT_ONCE:]
        if not rest:
            return
        more = more_card(self.ctx, len(rest))

        def show_more() -> None:
            more.hide()
            more.setObjectName("")
            self._add(rest)
            follow_layout(self)

        more.clicked.connect(show_more)
        self._rows.addWidget(more)

    def _add_line(self, line: Line) -> None:
        card = heading_card(self.ctx, line.statement.body, line.said_by)
        card.setObjectName(f"hard-{line.statement.id}")
        card.choose(False)
        holder = QVBoxLayout()
        holder.addWidget(card)
        card.clicked.connect(lambda: self._turn(line, card, holder))
        self._rows.addLayout(holder)

    def _turn(self, line: Line, card: Pressable, holder: QVBoxLayout) -> None:
        which = line.statement.id
        place = self._places.pop(which, None)
        card.choose(place is None)
        if place is not None:
            place.hide()
            place.deleteLater()
        else:
            self._places[which] = Field(self.ctx, self.ctx.t(N_("What was hard?")))
            holder.addWidget(self._places[which])
        follow_layout(self)
