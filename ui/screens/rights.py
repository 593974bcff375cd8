"""What is kept about me: to read all of it, to take it along, to see who did what with it."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.wording import N_
from app.usecases import people
from ui.context import Context
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.refs import COPY, HISTORY, OUT, SAVE
from ui.parts.saving import save_about_me, save_plan_file
from ui.screens.base import Frame, Readable, Route, Screen, face_of


class RightsScreen(Screen):
    """Four ways to what is written about the person who is here."""

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        super().__init__(ctx)
        self._id = person
        self._person: Record[Person] | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._page = Page(ctx)
        outer.addWidget(self._page)
        notebook = ctx.open_notebook
        ctx.desk.do(lambda: people.person(notebook, person=person), owner=self, then=self._show)

    def frame(self) -> Frame:
        """Home, hear it, help."""
        faces = (face_of(self._person.body),) if self._person is not None else ()
        return Frame(
            title=self.ctx.t(N_("What is kept about me")),
            faces=faces,
            first=(self.home_button(Route("home", {"person": self._id})), self.hear_button()),
            last=(self.help_button(),),
        )

    def readables(self) -> tuple[Readable, ...]:
        """The sentences and the cards."""
        return tuple(self._page.read)

    def first_focus(self) -> QWidget | None:
        """Everything that is written."""
        return self.findChild(Pressable, "about-me")

    def _show(self, person: Record[Person]) -> None:
        self._person = person
        ctx, page = self.ctx, self._page
        page.say(ctx.t(N_("It is about you, so you can see all of it.")), "question")
        page.say(ctx.t(N_("Also what is private or hidden. Think about who else sees it.")))
        about_me = ctx.t(N_("Everything that is written about me"))
        page.card("about-me", about_me, COPY, self._about_me)
        page.card("plan-file", ctx.t(N_("A file to take with me")), SAVE, self._plan_file)
        page.card(
            "doings", ctx.t(N_("What was done with my plan")), HISTORY, lambda: self._to("doings")
        )
        page.card("moving-on", ctx.t(N_("I am moving on")), OUT, lambda: self._to("moving_on"))
        page.fill()
        self.framed.emit()
        self.ready.emit()

    def _to(self, screen: str) -> None:
        self.go.emit(Route(screen, {"person": self._id}))

    def _about_me(self) -> None:
        save_about_me(self.ctx, owner=self, person=self._id, then=self._saved)

    def _plan_file(self) -> None:
        save_plan_file(self.ctx, owner=self, person=self._id, then=self._saved)

    def _saved(self, file: Path) -> None:
        self.told.emit(
            self.ctx.t(
                N_("It is saved. It is called {file}, in {folder}."),
                file=file.name,
                folder=file.parent,
            )
        )
