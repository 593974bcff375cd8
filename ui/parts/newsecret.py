"""A new PIN or passphrase: which of the two, then twice, so that a slip locks nobody out."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.wording import N_
from ui.context import Context
from ui.parts.fields import Field, beside
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.words import Words

Kind = Literal["pin", "passphrase"]

_YOURS: dict[Kind, str] = {"pin": N_("Your PIN"), "passphrase": N_("Your passphrase")}
_THEIRS: dict[Kind, str] = {"pin": N_("Their PIN"), "passphrase": N_("Their passphrase")}


class NewSecret(QWidget):
    """Asks for a secret. What is wrong is said under the line in which it can be mended.

    Args:
        ctx: what every part is handed.
        question: stands above the two kinds.
        theirs: it is to be somebody else's, who writes it here.

    Signals:
        entered: Enter was pressed in one of the lines.

    """

    entered = Signal()

    def __init__(self, ctx: Context, question: str, *, theirs: bool = False) -> None:
        super().__init__()
        self.ctx = ctx
        self._labels = _THEIRS if theirs else _YOURS
        self._kind: Kind = "pin"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._question = Words(ctx, question, size="label")
        column.addWidget(self._question)
        row = Flow(gap=0)
        self._kinds: dict[Kind, Pressable] = {}
        self._card(row, "pin", ctx.t(N_("A PIN: 4 to 12 digits. On this computer only.")))
        self._card(
            row, "passphrase", ctx.t(N_("A passphrase: 12 letters or more. On any computer."))
        )
        column.addLayout(row)
        self._first = Field(ctx, "", secret=True)
        self._again = Field(ctx, "", secret=True)
        column.addLayout(beside(ctx, self._first, self._again))
        for field in (self._first, self._again):
            field.line.returnPressed.connect(self.entered)
        self._choose("pin")

    @property
    def readables(self) -> tuple[Words | Pressable, ...]:
        """The question and the two kinds."""
        return (self._question, *self._kinds.values())

    @property
    def kind(self) -> Kind:
        """Which of the two was chosen."""
        return self._kind

    @property
    def first_focus(self) -> QWidget:
        """The first line."""
        return self._first.line

    def written(self) -> str | None:
        """What was written twice; None where it cannot be used or the two differ: it is said."""
        self.tell("")
        self._again.tell("")
        house, kind = self.ctx.house, self._kind
        if self._first.checked(lambda typed: house.check_secret(typed, kind)) is None:
            return None
        if self._first.text != self._again.text:
            self._again.tell(self.ctx.t(N_("The two are not the same. Please write it once more.")))
            return None
        return self._first.text

    def tell(self, sentence: str) -> None:
        """Say under the first line what to do; an empty sentence takes it away."""
        self._first.tell(sentence)

    def _card(self, row: Flow, kind: Kind, words: str) -> None:
        card = Pressable(self.ctx, words, size="choice")
        card.setObjectName(kind)
        card.clicked.connect(lambda: self._choose(kind))
        self._kinds[kind] = card
        row.addWidget(card)

    def _choose(self, kind: Kind) -> None:
        self._kind = kind
        for each, card in self._kinds.items():
            card.choose(each == kind)
        self._first.ask(self.ctx.t(self._labels[kind]))
        self._again.ask(self.ctx.t(N_("Write it once more")))
