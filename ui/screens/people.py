"""Choosing a person, once the notebook is open."""

import dataclasses

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.model.change import Change
from app.model.ids import PictureRef
from app.model.person import Person
from app.model.record import Record
from app.model.wording import N_
from app.usecases import advocate_keys, moving_on, people, sealed_notes
from ui.context import Context
from ui.parts.bars import BACK, Button
from ui.parts.column import clear
from ui.parts.flow import Flow
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.refs import CALENDAR, PLUS, SAVE, SEALED
from ui.pixmaps import face_picture
from ui.screens.base import Frame, Readable, Route
from ui.screens.keeping import backup_told
from ui.screens.paged import PageScreen


def notebook_name(ctx: Context) -> str:
    """What the open notebook is called."""
    notebook = ctx.open_notebook
    return ctx.t(N_("Example people")) if notebook.example else notebook.path.stem


@dataclasses.dataclass(frozen=True, kw_only=True)
class _There:
    """What the screen shows.

    Attributes:
        only_looks: the worker is an advocate, who sees only the people they speak up with.
        is_told: something was sealed for the worker.
        unheard: who could tell nobody in sealed words.

    """

    people: tuple[Record[Person], ...]
    only_looks: bool
    somebody_is_due: bool
    is_told: bool
    unheard: tuple[Record[Person], ...]


class PeopleScreen(PageScreen):
    """A card for each person: their face and their name.

    Signals:
        left: the notebook is to be closed.

    """

    left = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, Page(ctx, margins=(40, 24, 40, 16), gap=10))
        page, notebook = self.page, ctx.open_notebook
        self._keeps = not notebook.example and notebook.as_of is None
        page.say(ctx.t(N_("Who is here today?")), "question")
        self._say_which()
        self._nobody_reads = page.say("", "label", "quiet_ink", bold=False)
        self._nobody_reads.hide()
        self._listed: list[Readable] = []
        self._cards = Flow(gap=8, same=True)
        page.add_row(self._cards)
        page.fill()
        page.begin_row(gap=0, same=False)
        self._load()

    def _say_which(self) -> None:
        """What there is to know about the notebook that is open."""
        ctx, page, notebook = self.ctx, self.page, self.ctx.open_notebook
        if notebook.example:
            made_up = N_("These are example people. They are made up. Nothing here is kept.")
            page.say(ctx.t(made_up), "label")
        elif notebook.as_of is not None:
            look = N_("You look into a backup of {day}. Nothing can be changed here.")
            day = ctx.words.date(notebook.as_of.astimezone().date())
            page.say(ctx.t(look, day=day), "label")
        elif ctx.house.backup_is_old(notebook.path, now=ctx.now()):
            page.say(backup_told(ctx), "label", "quiet_ink", bold=False)

    def frame(self) -> Frame:
        """Back to the first screen."""
        return Frame(
            title=notebook_name(self.ctx),
            buttons=(self._leave_button(), self.hear_button()),
        )

    def _quiet_way(self, name: str, words: str, picture: PictureRef) -> None:
        if self.findChild(Pressable, name) is not None:
            return
        way = Pressable(self.ctx, words, picture=picture, picture_px=34)
        way.setObjectName(name)
        way.clicked.connect(lambda: self.go.emit(Route(name)))
        self.page.put(way)

    def _tell_unheard(self, there: _There) -> None:
        """Quietly, to whoever keeps the notebook: nobody could open what people seal."""
        names = self.ctx.words.listed([each.body.preferred_name for each in there.unheard])
        words = N_(
            "Nobody can read sealed words of {names} yet. Let a manager or an advocate have a key."
        )
        if len(there.unheard) == sum(each.body.left_on is None for each in there.people):
            words = N_(
                "Nobody can read sealed words here yet. Let a manager or an advocate have a key."
            )
        self._nobody_reads.say(self.ctx.t(words, names=names))
        self._nobody_reads.setVisible(bool(names))

    def _remind(self) -> None:
        """Somebody moved on longer ago than the service keeps words: a way to look at it."""
        words = self.ctx.t(N_("Somebody moved on long ago. Please look"))
        self._quiet_way("retention", words, CALENDAR)

    def _leave_button(self) -> Button:
        return Button(name="back", words=self.ctx.t(N_("Back")), picture=BACK, press=self.left.emit)

    def readables(self) -> tuple[Readable, ...]:
        """The question and the names."""
        said = (each for each in self.page.read if each.isVisibleTo(self))
        return (*said, *self._listed)

    def first_focus(self) -> QWidget | None:
        """The first person."""
        item = self._cards.itemAt(0)
        return item.widget() if item is not None else None

    def changed(self, change: Change) -> None:
        """Somebody was added or changed."""
        if "person" in change.kinds:
            self._load()

    def _note(self, person: Person) -> str:
        if person.left_on is not None:
            return self.ctx.t(N_("Moved on"))
        return self.ctx.t(N_("Example")) if person.example else ""

    def _load(self) -> None:
        notebook, today = self.ctx.open_notebook, self.ctx.today
        worker, house, keeps = notebook.worker.id, self.ctx.house, self._keeps

        def read() -> _There:
            theirs = advocate_keys.people_for(notebook, worker=worker)
            return _There(
                people=people.everyone(notebook) if theirs is None else theirs,
                only_looks=theirs is not None,
                somebody_is_due=bool(moving_on.due(notebook, today=today)),
                is_told=bool(sealed_notes.for_worker(notebook, worker=worker)),
                unheard=house.unheard(notebook) if keeps and theirs is None else (),
            )

        self.ctx.desk.do(read, owner=self, then=self._show)

    def _show_ways(self, there: _There) -> None:
        """What is for helpers; an advocate keeps no notebook."""
        ctx = self.ctx
        if not there.only_looks:
            self._quiet_way("due", ctx.t(N_("What is due")), CALENDAR)
        if self._keeps and not there.only_looks:
            self._quiet_way("keeping", ctx.t(N_("Keep the notebook safe")), SAVE)
            if there.somebody_is_due:
                self._remind()
        if there.is_told:
            words = ctx.t(N_("Words that were sealed for you"))
            self._quiet_way("sealed_notes", words, SEALED)

    def _show(self, there: _There) -> None:
        ctx = self.ctx
        clear(self._cards)
        self._listed = []
        self._show_ways(there)
        self._tell_unheard(there)
        widest = round(280 * max(1.0, ctx.look.percent / 125))
        for each in sorted(there.people, key=lambda each: each.body.left_on is not None):
            card = Pressable(
                ctx,
                each.body.preferred_name,
                picture=face_picture(each.body.photo, each.body.preferred_name),
                picture_px=110,
                note=self._note(each.body),
                note_heard="after" if each.body.left_on is not None else "no",
                arrange="above",
                size="title",
                widest=widest,
            )
            card.setObjectName(f"person-{each.id}")
            card.clicked.connect(
                lambda _=False, who=each.id: self.go.emit(Route("home", {"person": who}))
            )
            self._cards.addWidget(card)
            self._listed.append(card)
        if not (ctx.open_notebook.read_only or there.only_looks):
            self._cards.addWidget(self._add_card(widest))
        self.framed.emit()
        self.ready.emit()

    def _add_card(self, widest: int) -> Pressable:
        add = Pressable(
            self.ctx,
            self.ctx.t(N_("Add a person")),
            picture=PLUS,
            picture_px=80,
            arrange="above",
            size="button",
            dashed=True,
            widest=widest,
        )
        add.setObjectName("add-person")
        add.clicked.connect(lambda: self.go.emit(Route("add_person")))
        return add
