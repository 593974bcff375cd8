"""What is kept about me: to read all of it, to take it along, to see who did what with it."""

from PySide6.QtWidgets import QWidget

from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.wording import N_
from app.usecases import people
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.pressable import Pressable
from ui.parts.refs import ADVOCATE, COPY, HISTORY, OUT, PRINT, SAVE, SEES
from ui.parts.saving import save_about_me, save_plan_file, tell_where
from ui.screens.base import Route
from ui.screens.paged import PersonPageScreen


class RightsScreen(PersonPageScreen):
    """Five ways to what is written about the person who is here."""

    title = N_("My copies and my rights")

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        super().__init__(ctx, person=person)
        notebook = ctx.open_notebook
        ctx.desk.do(lambda: people.person(notebook, person=person), owner=self, then=self._show)

    def way_back(self) -> Button:
        """Home."""
        return self.home_button(Route("home", {"person": self.person_id}))

    def first_focus(self) -> QWidget | None:
        """Everything that is written."""
        return self.findChild(Pressable, "about-me")

    def _show(self, person: Record[Person]) -> None:
        self.person = person
        ctx, page = self.ctx, self.page
        page.say(ctx.t(N_("It is about you, so you can see all of it.")), "question")
        page.say(ctx.t(N_("Also what is private or hidden. Think about who else sees it.")))
        page.card("print", ctx.t(N_("Print my plan")), PRINT, lambda: self._to("print"))
        about_me = ctx.t(N_("Everything that is written about me"))
        page.card("about-me", about_me, COPY, self._about_me)
        page.card("plan-file", ctx.t(N_("A file to take with me")), SAVE, self._plan_file)
        sees = ctx.t(N_("Who can see my plan"))
        page.card("who-sees", sees, SEES, lambda: self._to("who_sees"))
        page.card(
            "doings", ctx.t(N_("What was done with my plan")), HISTORY, lambda: self._to("doings")
        )
        speaks_up = ctx.t(N_("My advocate"))
        page.card("advocate", speaks_up, ADVOCATE, lambda: self._to("advocate_review"))
        page.card("moving-on", ctx.t(N_("I am moving on")), OUT, lambda: self._to("moving_on"))
        self.show_page()

    def _to(self, screen: str) -> None:
        self.go.emit(Route(screen, {"person": self.person_id}))

    def _about_me(self) -> None:
        saved = tell_where(self.ctx, self.told.emit)
        save_about_me(self.ctx, owner=self, person=self.person_id, then=saved)

    def _plan_file(self) -> None:
        saved = tell_where(self.ctx, self.told.emit)
        save_plan_file(self.ctx, owner=self, person=self.person_id, then=saved)
