"""Asks once more before a recording is deleted: it cannot be brought back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.wording import N_
from ui.context import Context
from ui.parts.photo_question import Choice, PhotoQuestion
from ui.parts.refs import KEEP, MICROPHONE, TAKE_OUT


class RecordingQuestion(QWidget):
    """Keep it, or delete it for good; nothing is chosen for anybody.

    Args:
        ctx: what every part is handed.
        note: what goes with it.

    Signals:
        wanted: it is to be deleted.
        declined: it is not.

    """

    wanted = Signal()
    declined = Signal()

    def __init__(self, ctx: Context, *, note: str = "") -> None:
        super().__init__()
        lasts = ctx.t(
            N_(
                "It cannot be brought back. Earlier ones go too. "
                "Backups made before still have them."
            )
        )
        self._asked = PhotoQuestion(
            ctx,
            MICROPHONE,
            asked=ctx.t(N_("Delete this recording for good?")),
            note=" ".join(filter(None, (lasts, note))),
            choices=(
                Choice("keep-recording", ctx.t(N_("Keep it")), KEEP),
                Choice("remove-recording", ctx.t(N_("Delete it for good")), TAKE_OUT),
            ),
        )
        self._asked.answered.connect(self._answered)
        self._asked.passed.connect(self.declined)
        self.read = self._asked.read
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._asked)

    def first_focus(self) -> QWidget:
        """The first answer, which keeps it."""
        return self._asked.first_focus()

    def leave(self) -> None:
        """There is nothing to be kept here."""

    def step_back(self) -> bool:
        """There is no page before this one."""
        return False

    def go_on(self) -> bool:
        """Nothing was chosen, so it stays."""
        return False

    def _answered(self, name: str) -> None:
        (self.wanted if name == "remove-recording" else self.declined).emit()
