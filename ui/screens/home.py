"""The person's home: six things, their own first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.model.change import Change
from app.model.ids import PictureRef, RecordId
from app.model.wording import N_
from app.usecases import advocate_keys, homes, people, sessions, story
from app.usecases.homes import Home
from ui.context import Context
from ui.parts.asked import asked_at
from ui.parts.bars import Button
from ui.parts.column import Column, clear
from ui.parts.goal_words import GOAL
from ui.parts.pressable import Pressable, Role
from ui.parts.refs import FEEDBACK, LIKES, LOCK, MINE, PLAN, TALK
from ui.screens.base import Frame, Readable, Route, Screen, face_of

_FEEDBACK = "feedback"
_COLUMNS, _IN_FIRST_ROW, _IN_SECOND_ROW = 12, 2, 4
_TALL = 190
"""Px of two lines of a card from which four cards in a row would end below the screen."""


class HomeScreen(Screen):
    """Talk together, my plan, what I want next, what I think, what is mine, how I like things.

    Signals:
        person_here: this person is here now; carries the person's record and who writes.
        closed: the notebook is to be locked.

    """

    person_here = Signal(object, str)
    closed = Signal()

    def __init__(self, ctx: Context, *, person: RecordId) -> None:
        super().__init__(ctx)
        self._person = person
        self._home: Home | None = None
        self._starting = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._column = Column(ctx, margins=(26, 18, 26, 12))
        outer.addWidget(self._column, 1)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        for column in range(1 if ctx.look.stacked else _COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._column.column.addLayout(self._grid, 1)
        self._cards: list[Pressable] = []
        tall = ctx.look.lines("title", 2) > _TALL
        self._in_a_row = _IN_FIRST_ROW if tall else _IN_SECOND_ROW
        self._load()

    def frame(self) -> Frame:
        """The person's name, the day, and the lock."""
        ctx = self.ctx
        buttons = (self._lock(), self.hear_button(), self.help_button())
        if self._home is None:
            return Frame(title="", buttons=buttons)
        body = self._home.person.body
        hello = ctx.t(N_("Hello {name}"), name=body.preferred_name)
        if body.example:
            hello = ctx.t(N_("Hello {name} (example person)"), name=body.preferred_name)
        return Frame(
            title=hello,
            faces=(face_of(body),),
            aside=ctx.words.date(ctx.today),
            buttons=buttons,
        )

    def readables(self) -> tuple[Readable, ...]:
        """The cards."""
        return tuple(self._cards)

    def first_focus(self) -> QWidget | None:
        """Talk together."""
        return self._cards[0] if self._cards else None

    def changed(self, change: Change) -> None:
        """Something of this person changed."""
        if any(each.person == self._person for each in change.touched):
            self._load()

    def _lock(self) -> Button:
        return Button(
            name="lock", words=self.ctx.t(N_("Lock")), picture=LOCK, press=self.closed.emit
        )

    def _load(self) -> None:
        notebook, guides, person = self.ctx.open_notebook, self.ctx.house.guides, self._person
        worker = notebook.worker

        def read() -> tuple[Home, RecordId | None, bool]:
            by = people.writer(
                notebook,
                person=person,
                worker=worker.id,
                example=notebook.example,
                read_only=notebook.read_only,
            )
            looks = advocate_keys.may_only_look(notebook, person=person, worker=worker.id)
            return homes.home(notebook, person=person, guides=guides), by, looks

        self.ctx.desk.do(read, owner=self, then=lambda found: self._show(*found))

    def _show(self, home: Home, by: RecordId | None, looks: bool) -> None:
        if by is None:
            self.go.emit(Route("join", {"person": self._person}))
            return
        if looks:  # an advocate reads with the person, and has no home to write from
            self.person_here.emit(home.person, by)
            self.go.emit(Route("advocate_review", {"person": self._person}))
            return
        self._home = home
        clear(self._grid)
        self._cards = []
        ctx = self.ctx
        note = ""
        if home.stopped_at is not None:
            note = ctx.t(
                N_("You stopped at: {question}"), question=asked_at(self.ctx, home.stopped_at)
            )
        if not ctx.open_notebook.read_only:
            talk = ctx.t(N_("Talk together"))
            self._card("talk", talk, TALK, lambda: self._to("talks"), note=note, role="own")
        plan_note = ctx.words.tn("{n} sentence", "{n} sentences", home.kept) if home.kept else ""
        self._card("plan", ctx.t(N_("My plan")), PLAN, lambda: self._to("plan"), note=plan_note)
        self._card("goals", ctx.t(N_("What I want next")), GOAL, lambda: self._to("goals"))
        if not ctx.open_notebook.read_only:
            self._card("feedback", ctx.t(N_("Say what I think")), FEEDBACK, self._feedback)
        mine = ctx.t(N_("My copies and my rights"))
        self._card("rights", mine, MINE, lambda: self._to("rights"))
        self._card("likes", ctx.t(N_("How I like things")), LIKES, lambda: self._to("likes"))
        self.person_here.emit(home.person, by)
        self.framed.emit()
        self.ready.emit()

    def _card(
        self,
        name: str,
        words: str,
        picture: PictureRef,
        press: object,
        *,
        note: str = "",
        role: Role = "plain",
    ) -> None:
        card = Pressable(
            self.ctx,
            words,
            picture=picture,
            picture_px=92,
            note=note,
            arrange="above",
            role=role,
            size="title",
        )
        card.setObjectName(name)
        card.clicked.connect(press)
        policy = card.sizePolicy()
        policy.setVerticalPolicy(policy.Policy.MinimumExpanding)
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        card.setSizePolicy(policy)
        number = len(self._cards)
        self._cards.append(card)
        if self.ctx.look.stacked:
            self._grid.addWidget(card, number, 0)
        elif number < _IN_FIRST_ROW:
            width = _COLUMNS // _IN_FIRST_ROW
            self._grid.addWidget(card, 0, number * width, 1, width)
        else:
            row, place = divmod(number - _IN_FIRST_ROW, self._in_a_row)
            width = _COLUMNS // self._in_a_row
            self._grid.addWidget(card, 1 + row, place * width, 1, width)

    def _to(self, screen: str) -> None:
        self.go.emit(Route(screen, {"person": self._person}))

    def _feedback(self) -> None:
        """What I think is a talk of its own; one that was left is carried on."""
        if self._starting:
            return
        self._starting = True
        ctx, person, guides = self.ctx, self._person, self.ctx.house.guides
        notebook, by, now = ctx.open_notebook, ctx.writer, ctx.now()

        def begin() -> RecordId:
            for each in story.offers(notebook, person=person, guides=guides).unfinished:
                if each.guide.id == _FEEDBACK:
                    return each.session.id
            guide = guides[_FEEDBACK]
            change = sessions.start(notebook, person=person, guide=guide, by=by, now=now)
            return change.last("session")

        ctx.desk.do(begin, owner=self, then=self._to_talk)

    def _to_talk(self, session: RecordId) -> None:
        self.go.emit(Route("talk", {"session": session, "person": self._person}))
