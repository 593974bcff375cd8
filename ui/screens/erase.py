"""Erasing everything about one person: asked once more, done, and proved."""

import dataclasses
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.model.errors import AlongsideError, NotErasedError
from app.model.event import Event
from app.model.ids import PictureRef, RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.wording import N_
from app.usecases import events, people
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.fields import Field
from ui.parts.pressable import Pressable, Role
from ui.parts.refs import KEEP, LOCK, TAKE_OUT
from ui.parts.slow_deed import SlowDeed
from ui.screens.base import Frame, Route
from ui.screens.paged import PersonPageScreen, StillPageScreen


class EraseScreen(PersonPageScreen):
    """What would go, whether the person has a copy, and a name to write before it is done."""

    title = N_("Moving on")

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        super().__init__(ctx, person=person)
        self._deed: SlowDeed | None = None
        notebook = ctx.open_notebook

        def read() -> tuple[Record[Person], tuple[Event, ...]]:
            return (
                people.person(notebook, person=person),
                events.read(notebook, person=person),
            )

        ctx.desk.do(read, owner=self, then=lambda found: self._show(*found))

    def way_back(self) -> Button:
        """Back to moving on."""
        return self.back_button(self._back())

    def frame(self) -> Frame:
        """While it is being erased there is no way back: the way on says what became of it."""
        frame = super().frame()
        if self._deed is None or not self._deed.waiting:
            return frame
        return dataclasses.replace(frame, buttons=(self.hear_button(),))

    def first_focus(self) -> QWidget | None:
        """The answer that keeps everything."""
        return self.findChild(Pressable, "keep-everything")

    def _back(self) -> Route:
        return Route("moving_on", {"person": self.person_id})

    def _show(self, person: Record[Person], done: tuple[Event, ...]) -> None:
        self.person = person
        ctx, page, name = self.ctx, self.page, person.body.preferred_name
        page.say(ctx.t(N_("Erase everything about {name}?"), name=name), "question")
        page.say(ctx.t(N_("Every sentence, every talk and every photo goes, for good.")))
        page.say(ctx.t(N_("Some of it may have to be kept for years. Ask a manager first.")))
        page.say(self._copy_told(done))
        keep = self._button("keep-everything", ctx.t(N_("No, keep everything")), KEEP)
        keep.clicked.connect(lambda: self.go.emit(self._back()))
        page.put(keep)
        page.say(ctx.t(N_("To erase it, write the name: {name}"), name=name))
        self._name = Field(ctx, ctx.t(N_("The name")))
        self._name.line.returnPressed.connect(self._erase)
        page.add(self._name)
        erase = self._button("erase-everything", ctx.t(N_("Erase everything")), TAKE_OUT, "stop")
        erase.clicked.connect(self._erase)
        page.read.append(erase)
        self._deed = SlowDeed(ctx, erase)
        page.add(self._deed)
        self.show_page()

    def _button(
        self, name: str, words: str, picture: PictureRef, role: Role = "plain"
    ) -> Pressable:
        button = Pressable(
            self.ctx, words, picture=picture, picture_px=44, role=role, size="button"
        )
        button.setObjectName(name)
        return button

    def _copy_told(self, done: tuple[Event, ...]) -> str:
        ctx = self.ctx
        saved = [each.at for each in done if each.what == "exported"]
        if not saved:
            return ctx.t(N_("No copy was saved to take along yet."))
        day = ctx.words.date(max(saved).astimezone().date())
        return ctx.t(N_("A copy to take along was saved: {day}"), day=day)

    def _erase(self) -> None:
        assert self.person is not None
        if self._deed is None or self._deed.waiting:
            return
        ctx, name = self.ctx, self.person.body.preferred_name
        if " ".join(self._name.text.split()).casefold() != name.casefold():
            self._name.tell(ctx.t(N_("That is not the name. Nothing was erased.")))
            return
        self._name.tell("")
        self._deed.wait()
        self.framed.emit()
        house, notebook, person = ctx.house, ctx.open_notebook, self.person_id

        def work() -> dict[str, object]:
            try:
                house.erase(notebook, person=person)
            except NotErasedError as error:
                told = error.said(ctx.words)
            else:
                told = ""
            backups = house.backups_of(notebook)
            ever = house.last_backup(notebook.path) is not None
            return {"told": told, "backups": backups, "perhaps_more": ever and not backups}

        ctx.desk.do(
            work,
            owner=self,
            then=lambda about: self.go.emit(Route("erased", about)),
            failed=self._refused,
        )

    def _refused(self, error: AlongsideError) -> None:
        assert self._deed is not None
        self._deed.wait(False)
        self.framed.emit()
        self.told.emit(error.said(self.ctx.words))


class ErasedScreen(StillPageScreen):
    """That it is done, how that was made sure of, and where the plan may still be.

    Args:
        ctx: what every screen is handed.
        told: what is not finished yet, in the language of the window; empty if all is.
        backups: those that still hold the plan.
        perhaps_more: there were backups, which nobody can look at now.

    Signals:
        left: the notebook is to be closed.

    """

    left = Signal()

    def __init__(
        self, ctx: Context, *, told: str, backups: tuple[Path, ...], perhaps_more: bool
    ) -> None:
        super().__init__(ctx)
        page = self.page
        nothing_left = ctx.t(
            N_("The whole file was looked through, page by page. Nothing is left.")
        )
        page.say(ctx.t(N_("Everything is erased.")), "question")
        page.say(told or nothing_left)
        page.say(ctx.t(N_("One line stays: that somebody's plan was erased today.")))
        if backups:
            page.say(
                ctx.words.tn(
                    "{n} older backup still holds the plan. It is in {folder}.",
                    "{n} older backups still hold the plan. They are in {folder}.",
                    len(backups),
                    folder=backups[0].parent,
                )
            )
        if perhaps_more:
            page.say(ctx.t(N_("Older backups may still hold the plan, wherever they are kept.")))
        if backups or perhaps_more:
            page.say(ctx.t(N_("Make a new backup, then take the older ones away.")))
        page.card("done", ctx.t(N_("Close the notebook")), LOCK, self.left.emit)
        page.fill()

    def frame(self) -> Frame:
        """Only "Hear it": the way on is on the screen."""
        return Frame(title=self.ctx.t(N_("Moving on")), buttons=(self.hear_button(),))

    def first_focus(self) -> QWidget | None:
        """The way on."""
        return self.findChild(Pressable, "done")
