"""Choosing among a few pictures: how I feel, who helps me speak up, how this was, when next."""

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.change import Change
from app.model.errors import AlongsideError, NotAllowedError
from app.model.guide import Option
from app.model.ids import RecordId
from app.model.session import Answer, Response
from app.model.text import is_blank, without_controls
from app.model.wording import N_
from app.usecases import going_out, sessions, who_is_here
from app.usecases.sealed_notes import ROUTES
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.column import Column, clear
from ui.parts.fields import Field
from ui.parts.flow import Flow
from ui.parts.in_sight import bring_into_sight
from ui.parts.pressable import Pressable
from ui.parts.refs import TICK
from ui.parts.sealed_writing import Readers
from ui.parts.taborder import follow_layout
from ui.parts.words import Words
from ui.screens.base import Route
from ui.screens.moments.chosen import ChosenView
from ui.screens.moments.people_here import gone_out_button
from ui.screens.moments.view import View


class ChooseView(ChosenView):
    """A question with two to eight cards; pressing one is the answer, pressing another changes it.

    Where several may be true, each press adds one more, and pressing again takes it back.
    """

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self._own_words: Field | None = None
        self._own_option = self.moment.options[0]
        self._out_of_reach: frozenset[str] = frozenset()
        self._going: list[Pressable] = []
        self._next_asks: Words | None = None
        column = self._page = self.page()
        column.add(self.question())
        self._explained = self.explanation()
        if self._explained is not None:
            column.add(self._explained)
        column.add_row(self._at_home.came_back())
        self._cards = Flow(gap=4, same=True)
        self._lay_out(column)
        column.add_row(self._cards)
        if self._asks_for_words():
            self._next_asks = Words(ctx, ctx.t(N_("Press Next to write it.")), size="label")
            self._read.append(self._next_asks)
            column.add(self._next_asks)
        self._told = QVBoxLayout()
        column.add_row(self._told)
        column.add_row(self._who_goes())
        if said := self._given_words():
            words = Words(ctx, ctx.t(N_("You said: {words}"), words=said), size="sentence")
            self._read.append(words)
            column.add(words)
        self.end_page(column)
        if not {each.id for each in self.moment.options}.isdisjoint(ROUTES.values()):
            house, notebook, person = ctx.house, self.notebook, talk.person.id
            ctx.desk.do(
                lambda: house.note_readers(notebook, person=person), owner=self, then=self._seal_off
            )

    def _seal_off(self, readers: Readers) -> None:
        """Say on the card of whoever could not open sealed words that they are not reached here."""
        self._out_of_reach = frozenset(route for to, route in ROUTES.items() if not readers.get(to))
        for route in self._out_of_reach:
            if (card := self.findChild(Pressable, f"option-{route}")) is not None:
                card.add_note(self.ctx.t(N_("Not on this computer")))
        if self._explained is not None and not any(readers.values()):
            self._read.remove(self._explained)  # it says who can open them
            self._explained.hide()

    def first_focus(self) -> QWidget | None:
        """What was chosen; a card that nobody chose is not one stray press from being chosen."""
        for option in self.moment.options:
            if option.id in self.chosen:
                return self.findChild(Pressable, f"option-{option.id}")
        return None

    def carry_over(self, old: View) -> None:  # noqa: ARG002 - of it nothing is needed
        """What has to be done next is in sight once something was chosen."""
        if self._going:
            bring_into_sight(self._going[0])
        elif self._next_asks is not None:
            bring_into_sight(self._next_asks)

    def refused(self, error: AlongsideError) -> bool:
        """Say above who has to go out why this does not go on before."""
        if not self._going or not isinstance(error, NotAllowedError):
            return False
        clear(self._told)
        told = Words(self.ctx, error.said(self.ctx.words), size="label", ink="stop_ink")
        self._told.addWidget(told)
        bring_into_sight(self._going[0], told)
        return True

    def _lay_out(self, column: Column) -> None:  # noqa: ARG002 - some cards have a row of their own
        for option in self.moment.options:
            self._cards.addWidget(self._card(option))

    def _card(
        self, option: Option, *, picture_px: int = 84, widest: int = 250, beside: bool = False
    ) -> Pressable:
        ctx = self.ctx
        card = Pressable(
            ctx,
            ctx.t(option.words),
            picture=option.picture,
            picture_px=picture_px,
            arrange="beside" if beside else "above",
            size="choice",
            widest=round(widest * max(1.0, ctx.look.percent / 130)),
        )
        card.setObjectName(f"option-{option.id}")
        card.choose(option.id in self.chosen)
        card.clicked.connect(lambda: self._chosen(option))
        self._read.append(card)
        return card

    def _asks_for_words(self) -> bool:
        """Whether something is chosen that has no words yet, and a later moment asks for them."""
        unsaid = {option.id for option in self.moment.options if option.unsaid}
        after = (each.wanted for each in self.talk.conversation.guide.moments)
        return any(
            moment == self.moment.id and unsaid & answers & set(self.chosen)
            for moment, answers in after
        )

    def _who_goes(self) -> Flow:
        """Who has to go out before this goes on, each to be pressed once they have."""
        row = Flow()
        talk = self.talk
        for who in going_out.who_goes(talk.session.body, self.step, talk.supporters):
            button = self._went(gone_out_button(self.ctx, who), who.id)
            self._going.append(button)
            row.addWidget(button)
        return row

    def _went(self, button: Pressable, who: RecordId) -> Pressable:
        session, by = self.session, self.ctx.writer
        button.clicked.connect(
            lambda: self.do(
                lambda: who_is_here.gone_out(
                    self.notebook, session=session, supporter=who, by=by, at=self.now()
                )
            )
        )
        self._read.append(button)
        return button

    def _chosen(self, option: Option) -> None:
        if option.id in self._out_of_reach:
            missed = N_("You can choose something else.")
            self.told.emit(self.ctx.t(missed))
            return
        answer = Answer(
            response="chosen", field=self.moment.field, choices=(option.id,), at=self.now()
        )
        if self.moment.several:
            self.toggle(option.id, focus=f"option-{option.id}")
        elif option.something_else:
            self._write(option)
        elif self.moment.kind == "when_next":
            day = self.ctx.today + datetime.timedelta(days=option.days) if option.days else None
            self._say_when(answer, day, f"option-{option.id}")
        elif option.not_safe:
            self._stop_asking(answer)
        else:
            self.give_answer(answer, focus=f"option-{option.id}")
            if option.ends:
                self.end.emit()

    def _stop_asking(self, answer: Answer) -> None:
        """The person is not safe: no question follows, and whom to tell is shown (rule R15)."""
        ctx, session, step = self.ctx, self.session, self.step.key
        notebook, person, by = self.notebook, self.talk.person.id, ctx.writer
        guides, now = ctx.house.guides, self.now()
        behind = {"screen": "home", "person": person}

        def stop() -> Change:
            sessions.answer(notebook, session=session, step=step, answer=answer, by=by)
            return sessions.stop_asking(notebook, person=person, by=by, now=now, guides=guides)

        ctx.desk.do(
            stop,
            owner=self,
            then=lambda _: self.go.emit(Route("not_safe", {"behind": behind})),
        )

    def refuse(self, response: Response) -> None:
        """Not answering takes back a day that was chosen before; without a yes we do not start."""
        if self.moment.needs_yes:
            self.give_answer(Answer(response=response, field=self.moment.field, at=self.now()))
            self.end.emit()
        elif self.moment.kind == "when_next":
            answer = Answer(response=response, field=self.moment.field, at=self.now())
            self._say_when(answer, None, response)
        else:
            super().refuse(response)

    def _say_when(self, answer: Answer, day: datetime.date | None, focus: str) -> None:
        by, session, step = self.ctx.writer, self.session, self.step.key
        self.do(
            lambda: sessions.answer_when_next(
                self.notebook, session=session, step=step, answer=answer, day=day, by=by
            ),
            focus=focus,
        )

    def _write(self, option: Option) -> None:
        """Open the place for words of the person's own."""
        if self._own_words is not None:
            self._own_words.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        field = Field(self.ctx, self.ctx.t(option.words), text=self._given_words())
        field.line.setObjectName("own-words")
        done = Pressable(
            self.ctx,
            self.ctx.t(N_("Say it like this")),
            picture=TICK,
            picture_px=34,
            role="action",
            size="choice",
        )
        done.setObjectName("say-so")

        self._own_option = option

        def say() -> None:
            answer = self._own_answer()
            if answer is None:
                field.tell(self.ctx.t(N_("There are no words yet.")))
                return
            self._own_words = None
            if self.moment.kind == "when_next":
                self._say_when(answer, None, f"option-{option.id}")
            else:
                self.give_answer(answer, focus=f"option-{option.id}")

        done.clicked.connect(say)
        field.line.returnPressed.connect(say)
        row = Flow()
        row.addWidget(done)
        place = self._page.column.indexOf(self._cards) + 1
        self._page.column.insertWidget(place, field)
        self._page.column.insertLayout(place + 1, row)
        self._own_words = field
        follow_layout(self)
        field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _own_answer(self) -> Answer | None:
        """What stands in the place for own words, as an answer."""
        if self._own_words is None or is_blank(self._own_words.text):
            return None
        return Answer(
            response="said",
            field=self.moment.field,
            choices=(self._own_option.id,),
            words=without_controls(self._own_words.text).strip(),
            at=self.now(),
        )

    def leave(self) -> None:
        """Words of the person's own are an answer, also when Next is pressed right after them."""
        answer = self._own_answer()
        if answer is None:
            return
        self._own_words = None
        self.ctx.desk.do(self.writes(answer), owner=self)

    def _given_words(self) -> str:
        given = self.talk.session.body.answers.get(self.step.key)
        return given.words if given is not None else ""
