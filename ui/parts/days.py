"""Choosing a day: a few near ones to press, or any other one written."""

import datetime
import re
from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.wording import N_
from ui.context import Context
from ui.parts.fields import Field
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable

_NEAR = (
    (7, N_("In a week")),
    (14, N_("In 2 weeks")),
    (28, N_("In 4 weeks")),
    (84, N_("In 12 weeks")),
)
_DAY = re.compile(r"^\s*(\d{1,2})\s*[./ -]\s*(\d{1,2})\s*[./ -]\s*(\d{4})\s*$")


def read_day(words: str) -> datetime.date | None:
    """The day that is written as day, month and year in numbers; None if none is."""
    found = _DAY.match(words)
    if found is None:
        return None
    day, month, year = (int(each) for each in found.groups())
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


class Days(QWidget):
    """Days to press, and a line for another one.

    Args:
        ctx: what every part is handed.
        chosen: the day that is chosen now.
        pick: called with a day.
        name: what the buttons' names begin with.
        helpers: it stands on the helper's side, where it may be smaller.

    """

    def __init__(
        self,
        ctx: Context,
        *,
        chosen: datetime.date | None,
        pick: Callable[[datetime.date], None],
        name: str = "day",
    ) -> None:
        super().__init__()
        self.ctx = ctx
        self._pick = pick
        self.cards: list[Pressable] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = Flow(gap=0)
        near = [(ctx.today + datetime.timedelta(days=days), words) for days, words in _NEAR]
        for (days, words), (day, _) in zip(_NEAR, near, strict=True):
            card = Pressable(
                ctx,
                ctx.t(words),
                note=ctx.words.date(day),
                size="choice",
                widest=round(250 * max(1.0, ctx.look.percent / 125)),
            )
            card.setObjectName(f"{name}-{days}")
            card.choose(chosen == day)
            card.clicked.connect(lambda _=False, day=day: pick(day))
            self.cards.append(card)
            row.addWidget(card)
        column.addLayout(row)
        other = chosen is not None and chosen not in {day for day, _ in near}
        written = f"{chosen:%d/%m/%Y}" if other and chosen is not None else ""
        self.field = Field(
            ctx, ctx.t(N_("Or another day, as day/month/year, such as 24/12/2027")), text=written
        )
        self.field.line.setObjectName(f"{name}-other")
        self.field.line.editingFinished.connect(self._written)
        column.addWidget(self.field)
        self._said = written

    def _written(self) -> None:
        words = self.field.text.strip()
        if words == self._said:
            return
        self._said = words
        day = read_day(words)
        if day is None:
            if words:
                self.field.tell(
                    self.ctx.t(N_("Please write the day in numbers, such as 24/12/2027."))
                )
            return
        self.field.tell("")
        self._pick(day)
