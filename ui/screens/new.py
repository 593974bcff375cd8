"""Starting a new notebook: a name, who keeps it, and the key."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.model import text
from app.model.errors import AlongsideError
from app.model.wording import N_
from ui.context import Context
from ui.parts.column import Column
from ui.parts.deeds import main_deed
from ui.parts.fields import Field
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import NOTEBOOK
from ui.parts.words import Words
from ui.screens.base import Frame, Readable, Route, StillScreen

Kind = Literal["pin", "passphrase"]


class NewScreen(StillScreen):
    """A short form for the helper.

    Signals:
        made: the notebook is made and open.

    """

    made = Signal(object)

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._kind: Kind = "pin"
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column(ctx, margins=(40, 20, 40, 12), gap=4)
        outer.addWidget(column)
        title = Words(ctx, ctx.t(N_("Start a new notebook")), size="title")
        column.add(title)
        self._name = Field(
            ctx, ctx.t(N_("What shall the notebook be called?")), text=ctx.t(N_("Our notebook"))
        )
        self._worker = Field(ctx, ctx.t(N_("What is your name, as the helper?")))
        names = self._two(self._name, self._worker)
        column.add_row(names)
        kinds = Words(ctx, ctx.t(N_("How do you want to open it?")), size="label")
        column.add(kinds)
        row = Flow(gap=0)
        self._kinds: dict[Kind, Pressable] = {}
        self._kind_card(row, "pin", ctx.t(N_("A PIN: 4 to 12 digits. On this computer only.")))
        self._kind_card(
            row, "passphrase", ctx.t(N_("A passphrase: 12 letters or more. On any computer."))
        )
        column.add_row(row)
        self._secret = Field(ctx, "", secret=True)
        self._again = Field(ctx, ctx.t(N_("Write it once more")), secret=True)
        column.add_row(self._two(self._secret, self._again))
        warning = Words(
            ctx,
            ctx.t(N_("Keep it safe. Without it, nobody can open the notebook.")),
            size="label",
            bold=False,
        )
        column.add(warning)
        make = main_deed(ctx, "make", ctx.t(N_("Make the notebook")), NOTEBOOK, self._make)
        self._make_button = make
        end = Flow(gap=0)
        end.addWidget(make)
        column.add_row(end)
        column.fill()
        self._read: list[Readable] = [title, kinds, *self._kinds.values(), warning, make]
        self._choose_kind("pin")
        for field in (self._name, self._worker, self._secret, self._again):
            field.line.returnPressed.connect(self._make)

    def frame(self) -> Frame:
        """Back to the first screen."""
        return Frame(
            title="Alongside", first=(self.back_button(Route("welcome")), self.hear_button())
        )

    def readables(self) -> tuple[Readable, ...]:
        """The questions."""
        return tuple(self._read)

    def first_focus(self) -> QWidget | None:
        """The first line."""
        return self._name.line

    def _two(self, one: Field, other: Field) -> QBoxLayout:
        row = (QVBoxLayout if self.ctx.look.stacked else QHBoxLayout)()
        row.setSpacing(16)
        row.addWidget(one, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(other, 1, Qt.AlignmentFlag.AlignTop)
        return row

    def _kind_card(self, row: Flow, kind: Kind, words: str) -> None:
        card = Pressable(self.ctx, words, size="choice")
        card.setObjectName(kind)
        card.clicked.connect(lambda: self._choose_kind(kind))
        self._kinds[kind] = card
        row.addWidget(card)

    def _choose_kind(self, kind: Kind) -> None:
        self._kind = kind
        for each, card in self._kinds.items():
            card.choose(each == kind)
        label = N_("Your PIN") if kind == "pin" else N_("Your passphrase")
        self._secret.ask(self.ctx.t(label))
        self._again.ask(self.ctx.t(N_("Write it once more")))

    def _make(self) -> None:
        if not self._make_button.isEnabled():
            return
        ctx, house = self.ctx, self.ctx.house
        for field in (self._name, self._worker, self._secret, self._again):
            field.tell("")
        name = self._name.checked(text.name)
        if name is None:
            return
        worker = self._worker.checked(text.name)
        if worker is None:
            return
        if self._secret.text != self._again.text:
            self._again.tell(ctx.t(N_("The two are not the same. Please write it once more.")))
            return
        secret, kind = self._secret.text, self._kind
        self._make_button.setEnabled(False)
        ctx.desk.do(
            lambda: house.create_notebook(
                house.notebook_path(name), worker_name=worker, secret=secret, kind=kind
            ),
            owner=self,
            then=self.made.emit,
            failed=self._refused,
        )

    def _refused(self, error: AlongsideError) -> None:
        self._make_button.setEnabled(True)
        self._again.tell(error.said(self.ctx.words))
