"""A worker who is new to a person says what they are to them, before anything is written."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.change import Change
from app.model.ids import RecordId
from app.model.person import ROLE_WORDS, Person, SupporterRole
from app.model.record import Record
from app.model.wording import N_
from app.usecases import people
from ui.context import Context
from ui.parts.column import Column
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.words import Words
from ui.screens.base import Frame, Readable, Route, Screen, face_of


class JoinScreen(Screen):
    """One question, asked once for each worker and person."""

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        super().__init__(ctx)
        self._id = person
        self._joining = False
        self._person: Record[Person] | None = None
        self._read: list[Readable] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._column = Column(ctx, margins=(40, 24, 40, 16), gap=8)
        outer.addWidget(self._column)
        notebook = ctx.open_notebook
        ctx.desk.do(lambda: people.person(notebook, person=person), owner=self, then=self._show)

    def frame(self) -> Frame:
        """Back to the people."""
        faces = (face_of(self._person.body),) if self._person is not None else ()
        return Frame(
            title=self.ctx.t(N_("Who are you?")),
            faces=faces,
            first=(self.back_button(Route("people")), self.hear_button()),
        )

    def readables(self) -> tuple[Readable, ...]:
        """The question and the answers."""
        return tuple(self._read)

    def first_focus(self) -> QWidget | None:
        """The first answer."""
        return self.findChild(Pressable, "role-keyworker")

    def _show(self, person: Record[Person]) -> None:
        ctx, worker = self.ctx, self.ctx.open_notebook.worker
        self._person = person
        name = person.body.preferred_name
        asked = Words(
            ctx,
            ctx.t(N_("{worker}, who are you to {name}?"), worker=worker.name, name=name),
            size="question",
        )
        self._read.append(asked)
        self._column.add(asked)
        row = Flow()
        for role in sorted(ROLE_WORDS, key=lambda role: role != "keyworker"):
            card = Pressable(ctx, ctx.t(ROLE_WORDS[role]), size="choice")
            card.setObjectName(f"role-{role}")
            card.clicked.connect(lambda _=False, role=role: self._join(role))
            self._read.append(card)
            row.addWidget(card)
        self._column.add_row(row)
        self._column.fill()
        self.framed.emit()
        self.ready.emit()

    def _join(self, role: SupporterRole) -> None:
        if self._joining:
            return
        self._joining = True
        notebook, person = self.ctx.open_notebook, self._id
        worker = notebook.worker
        self.ctx.desk.do(
            lambda: people.join(
                notebook,
                person=person,
                worker=worker.id,
                worker_name=worker.name,
                role=role,
            ),
            owner=self,
            then=self._joined,
        )

    def _joined(self, _change: Change) -> None:
        self.go.emit(Route("home", {"person": self._id}))
