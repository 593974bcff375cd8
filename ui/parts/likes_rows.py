"""Rows of cards, each under its question, as settings are chosen from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.ids import RecordId
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.words import Words


class LikesRows(QWidget):
    """Questions about how a person likes things, each with its answers in a row.

    Attributes:
        heads: the questions, as they can be heard.

    Signals:
        changed: a setting was changed and kept; carries all settings.

    """

    changed = Signal(object)

    def __init__(self, ctx: Context, person: RecordId) -> None:
        super().__init__()
        self.ctx = ctx
        self.person_id = person
        self.heads: list[Words] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)

    def row(self, asked: str) -> Flow:
        """Put a question below the others; what is chosen from goes into its row."""
        head = Words(self.ctx, self.ctx.t(asked), size="label")
        self.heads.append(head)
        self.column.addSpacing(8)
        self.column.addWidget(head)
        row = Flow(gap=0)
        self.column.addLayout(row)
        return row
