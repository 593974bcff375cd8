"""Adding somebody who helps: their name, and what they are to the person."""

from typing import get_args

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.change import Change
from app.model.errors import AlongsideError
from app.model.ids import RecordId
from app.model.person import ROLE_WORDS, SupporterRole
from app.model.wording import N_
from app.usecases import people
from ui.context import Context
from ui.parts.column import Column
from ui.parts.deeds import main_deed
from ui.parts.fields import Field
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import PLUS
from ui.parts.words import Words
from ui.screens.base import Frame, Readable, Route, StillScreen


class AddSupporterScreen(StillScreen):
    """Two questions, then back to the conversation."""

    def __init__(self, ctx: Context, *, person: RecordId, session: RecordId) -> None:
        super().__init__(ctx)
        self._person = person
        self._back_to = Route("talk", {"session": session, "person": person})
        self._role: SupporterRole = "family"
        self._adding = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        column = Column(ctx, margins=(40, 20, 40, 16), gap=6)
        outer.addWidget(column)
        title = Words(ctx, ctx.t(N_("Who else is here?")), size="title")
        column.add(title)
        self._name = Field(ctx, ctx.t(N_("Their name")))
        self._name.line.returnPressed.connect(self._add)
        column.add(self._name)
        asked = Words(ctx, ctx.t(N_("Who are they to you?")), size="label")
        column.add(asked)
        row = Flow(gap=0)
        self._roles: dict[SupporterRole, Pressable] = {}
        for role in get_args(SupporterRole):
            card = Pressable(ctx, ctx.t(ROLE_WORDS[role]), size="choice")
            card.setObjectName(f"role-{role}")
            card.clicked.connect(lambda _=False, role=role: self._choose(role))
            self._roles[role] = card
            row.addWidget(card)
        column.add_row(row)
        add = main_deed(ctx, "add", ctx.t(N_("Add them")), PLUS, self._add)
        end = Flow()
        end.addWidget(add)
        column.add_row(end)
        column.fill()
        self._read: list[Readable] = [title, asked, *self._roles.values(), add]
        self._choose(self._role)

    def frame(self) -> Frame:
        """Back to the conversation."""
        return Frame(
            title=self.ctx.t(N_("Who else is here?")),
            buttons=(self.back_button(self._back_to), self.hear_button(), self.help_button()),
        )

    def readables(self) -> tuple[Readable, ...]:
        """The questions."""
        return tuple(self._read)

    def first_focus(self) -> QWidget | None:
        """The name."""
        return self._name.line

    def _choose(self, role: SupporterRole) -> None:
        self._role = role
        for each, card in self._roles.items():
            card.choose(each == role)

    def _add(self) -> None:
        if self._adding:
            return
        self._adding = True
        ctx, name, role = self.ctx, self._name.text, self._role
        notebook, person, by = ctx.open_notebook, self._person, ctx.writer
        self._name.tell("")
        ctx.desk.do(
            lambda: people.add_supporter(notebook, person=person, name=name, role=role, by=by),
            owner=self,
            then=self._added,
            failed=self._refused,
        )

    def _added(self, _change: Change) -> None:
        self.go.emit(self._back_to)

    def _refused(self, error: AlongsideError) -> None:
        self._adding = False
        self._name.tell(error.said(self.ctx.words))
