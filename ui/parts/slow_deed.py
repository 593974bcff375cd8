"""A deed whose work takes seconds: while it is under way it cannot be pressed, and says so."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.wording import N_
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.words import Words


class SlowDeed(QWidget):
    """A row of buttons with the deed among them, and below it a quiet word while one waits.

    Args:
        ctx: what every part is handed.
        deed: the button that begins it.
        beside: other buttons of the row, before it.

    """

    def __init__(
        self, ctx: Context, deed: Pressable, *, beside: tuple[Pressable, ...] = ()
    ) -> None:
        super().__init__()
        self._buttons = (*beside, deed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row = Flow()
        for each in self._buttons:
            row.addWidget(each)
        column.addLayout(row)
        moment = ctx.t(N_("This takes a moment."))
        self._waiting = Words(ctx, moment, size="label", ink="quiet_ink", bold=False)
        self._waiting.hide()
        column.addWidget(self._waiting)

    @property
    def waiting(self) -> bool:
        """Whether it is under way."""
        return not self._buttons[-1].isEnabled()

    def wait(self, waiting: bool = True) -> None:
        """Begin to wait, or end it: nothing of the row can be pressed meanwhile."""
        for each in self._buttons:
            each.setEnabled(not waiting)
        self._waiting.setVisible(waiting)
