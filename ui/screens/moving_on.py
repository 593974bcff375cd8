"""Moving on: taking one's words along, and what becomes of them here."""

import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.model.change import Change
from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.wording import N_
from app.usecases import moving_on, people
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.pressable import Pressable
from ui.parts.refs import BACK_AGAIN, OUT, SAVE, TAKE_OUT
from ui.parts.saving import NOT_LOCKED, save_everything
from ui.screens.base import Route
from ui.screens.confirm import behind_pin
from ui.screens.paged import PersonPageScreen


class MovingOnScreen(PersonPageScreen):
    """Three things of different weight, none of which follows from another."""

    title = N_("Moving on")

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        super().__init__(ctx, person=person)
        self._load()

    def way_back(self) -> Button:
        """Back to what is kept."""
        return self.back_button(Route("rights", {"person": self.person_id}))

    def first_focus(self) -> QWidget | None:
        """Taking everything along."""
        return self.findChild(Pressable, "take-along")

    def changed(self, change: Change) -> None:
        """It was written down, or undone."""
        if any(each.record == self.person_id for each in change.touched):
            self._load()

    def _load(self) -> None:
        notebook, person = self.ctx.open_notebook, self.person_id
        self.ctx.desk.do(
            lambda: people.person(notebook, person=person), owner=self, then=self._show
        )

    def _show(self, person: Record[Person]) -> None:
        self.person = person
        ctx, page, name, left_on = self.ctx, self.page, *_known(person)
        page.begin_anew()
        page.say(ctx.t(N_("When you move on, your words stay yours.")), "question")
        if left_on is None:
            page.say(ctx.t(N_("Take them with you. They can stay here too.")))
        else:
            day = ctx.words.date(left_on)
            page.say(ctx.t(N_("{name} moved on: {day}. The words are kept."), name=name, day=day))
        take = ctx.t(N_("Save everything, to take with me"))
        page.card("take-along", take, SAVE, self._take_along)
        if not ctx.open_notebook.read_only:
            self._cards_that_change(name, left_on)
        self.show_page()

    def _cards_that_change(self, name: str, left_on: datetime.date | None) -> None:
        ctx, page = self.ctx, self.page
        if left_on is None:
            moved = ctx.t(N_("{name} moves on today, the words stay here"), name=name)
            page.card("moved-on", moved, OUT, lambda: self._moved_on(ctx.today))
        else:
            back = ctx.t(N_("{name} is back"), name=name)
            page.card("is-back", back, BACK_AGAIN, lambda: self._moved_on(None))
        erase = ctx.t(N_("Erase everything about {name}"), name=name)
        page.card("erase", erase, TAKE_OUT, self._erase)

    def _erase(self) -> None:
        about = {"person": self.person_id}
        to, back = Route("erase", about), Route("moving_on", about)
        self.go.emit(behind_pin(self.ctx, to, back=back))

    def _moved_on(self, on: datetime.date | None) -> None:
        notebook, person, by = self.ctx.open_notebook, self.person_id, self.ctx.writer
        self.ctx.desk.do(
            lambda: moving_on.move_on(notebook, person=person, on=on, by=by), owner=self
        )

    def _take_along(self) -> None:
        save_everything(self.ctx, owner=self, person=self.person_id, then=self._saved)

    def _saved(self, files: tuple[Path, ...]) -> None:
        sentence = N_("Everything is saved, to be read and to take along. It is in {folder}.")
        told = self.ctx.t(sentence, folder=files[0].parent)
        self.told.emit(f"{told} {self.ctx.t(NOT_LOCKED)}")


def _known(person: Record[Person]) -> tuple[str, datetime.date | None]:
    return person.body.preferred_name, person.body.left_on
