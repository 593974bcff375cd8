"""You said, we did: what came of each promise, one at a time, until the person has been told."""

import functools
from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.model.change import Change
from app.model.ids import RecordId
from app.model.outcome import IMPACTS, OUTCOMES, REACTIONS, late_words, outcome_words
from app.model.promises import Promise
from app.model.record import Record
from app.model.session import Answer, Response
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import promises
from app.usecases.promises import Outcome
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.goal_words import AGAIN
from ui.parts.pressable import Pressable
from ui.parts.promise_card import promise_card
from ui.parts.refs import EYES
from ui.parts.statement_card import statement_card
from ui.parts.strokes import ONWARD
from ui.parts.taborder import follow_layout
from ui.parts.words import Words
from ui.screens.base import Route
from ui.screens.moments.asking import begin_anew, choice_cards
from ui.screens.moments.view import View

TOLD_HOW = N_("Together, on this screen")


class ToldView(View):
    """What you said, what we did or could not do, and what you think of it."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self._all = promises.to_tell(talk.of(Promise), session=self.session)
        self._now: RecordId | None = None
        self._first: QWidget | None = None
        self._column = self.page()
        untold = [each for each in self._all if each.body.told_in != self.session]
        self._show(next(iter(untold or self._all), None))

    def first_focus(self) -> QWidget | None:
        """The first thing the person can say to it."""
        return self._first

    @property
    def now_shown(self) -> RecordId | None:
        """The promise on screen."""
        return self._now

    def carry_over(self, old: View) -> None:
        """The same promise stays on screen."""
        if isinstance(old, ToldView) and old.now_shown is not None:
            same = next((each for each in self._all if each.id == old.now_shown), None)
            if same is not None:
                self._show(same)

    def _show(self, record: Record[Promise] | None) -> None:
        begin_anew(self._column)
        self._read, self._first = [], None
        self._now = record.id if record is not None else None
        self._column.add(self.question(picture_px=64))
        if record is None:
            self._nothing_new()
        else:
            self._tell(record)
            shown, today = {each.id for each in self._all}, self.ctx.today
            others = (each for each in self.talk.of(Promise) if each.id not in shown)
            self._remind(each for each in others if each.body.late(today))
        self.end_page(self._column)

    def _add(self, card: Pressable) -> None:
        card.clicked.connect(self.hear.emit)
        self._read.append(card)
        self._column.add(card)

    def _say(self, sentence: str, *, size: str = "sentence") -> None:
        words = Words(self.ctx, self.ctx.t(sentence), size=size, bold=size == "label")
        self._read.append(words)
        self._column.add(words)

    def _say_words(self, words: str) -> None:
        shown = Words(self.ctx, words, size="sentence", bold=False)
        self._read.append(shown)
        self._column.add(shown)

    def _nothing_new(self) -> None:
        """Nothing came of anything yet: what was promised is shown, what is late first."""
        today = self.ctx.today
        owed = [each for each in self.talk.of(Promise) if each.body.owed]
        if not any(each.body.late(today) for each in owed):
            self._say(N_("There is nothing new to tell you today."))
        self._remind(sorted(owed, key=lambda each: not each.body.late(today)))

    def _remind(self, promised: Iterable[Record[Promise]]) -> None:
        """What is still to be done; if its day is over, that too."""
        for place, each in enumerate(promised):
            if not place:
                self._say(N_("This is what we said we will do:"), size="label")
            self._add(promise_card(self.ctx, each, people=self._people()))
            if each.body.late(self.ctx.today):
                self._say_words(late_words(self.ctx.words, each.body.due))
                self._ask_what_came(each)

    def _ask_what_came(self, record: Record[Promise]) -> None:
        """Of what is late it is said now: it was done, or it could not be done, and why."""
        row = Flow(gap=4)
        for response, press in (("we_did", self._did), ("could_not_change", self._could_not)):
            words, picture = OUTCOMES[response]
            button = Pressable(self.ctx, self.ctx.t(words), picture=picture, picture_px=30)
            button.setObjectName(f"{response}-{record.id}")
            button.clicked.connect(functools.partial(press, record))
            self._read.append(button)
            row.addWidget(button)
        self._column.add_row(row)

    def _people(self) -> tuple[Record, ...]:
        return (self.talk.person, *self.talk.supporters)

    def _tell(self, record: Record[Promise]) -> None:
        ctx, body = self.ctx, record.body
        said = next((s for s in self.talk.of(Statement) if s.id == body.said), None)
        if said is not None:
            self._say(N_("You said"), size="label")
            self._add(statement_card(ctx, said, person=self.name))
        words, _picture = OUTCOMES[body.response]
        self._say(words, size="label")
        self._add(promise_card(ctx, record, people=self._people()))
        for sentence in outcome_words(ctx.words, body, name=self.name, today=ctx.today):
            self._say_words(sentence)
        self._say(N_("What do you think of it?"), size="label")
        row, cards = choice_cards(
            ctx, REACTIONS, chosen=body.reaction, name="reaction",
            pick=lambda each: self._react(record.id, each), flat=True,
        )  # fmt: skip
        self._first = cards[0]
        self._read += cards
        self._column.add_row(row)
        if body.told_in == self.session:
            self._ask_impact(record)
        self._add_ways(record)

    def _ask_impact(self, record: Record[Promise]) -> None:
        self._say(N_("Did it make things better?"), size="label")
        row, cards = choice_cards(
            self.ctx, IMPACTS, chosen=record.body.impact_by_person, name="impact",
            pick=lambda each: self._say_impact(record, each), flat=True,
        )  # fmt: skip
        self._read += cards
        self._column.add_row(row)

    def _add_ways(self, record: Record[Promise]) -> None:
        row = Flow(gap=4)
        place = [each.id for each in self._all].index(record.id)
        after = self._all[(place + 1) % len(self._all)]
        if after.id != record.id:
            onward = Pressable(
                self.ctx, self.ctx.t(N_("The next one")), picture=ONWARD, picture_px=30, after=True
            )
            onward.setObjectName("next-told")
            onward.clicked.connect(functools.partial(self._go_on, after))
            row.addWidget(onward)
        if record.body.told_in == self.session:
            row.addWidget(self._for_the_wall(record))
            back = Pressable(
                self.ctx, self.ctx.t(N_("Tell me again another time")), picture=AGAIN, picture_px=30
            )
            back.setObjectName("not-told")
            back.clicked.connect(lambda: self._take_back(record.id))
            row.addWidget(back)
        self._column.add_row(row)

    def _for_the_wall(self, record: Record[Promise]) -> Pressable:
        """Whether others at home may read it: nobody's name stands there."""
        may = record.body.public_ok
        words = self.ctx.t(N_("Others may read it, without my name"))
        wall = Pressable(self.ctx, words, picture=EYES, picture_px=30)
        wall.setObjectName("for-the-wall")
        wall.choose(may)
        wall.clicked.connect(
            lambda: self._write(
                promises.let_others_read, record.id, focus="for-the-wall", may=not may
            )
        )
        self._read.append(wall)
        return wall

    def _go_on(self, record: Record[Promise]) -> None:
        self._show(record)
        follow_layout(self)
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is written

    def _did(self, record: Record[Promise]) -> None:
        by = self.ctx.writer
        self.do(
            lambda: promises.answer(
                self.notebook, promise=record.id, response="we_did", by=by,
                what_changed=record.body.what_changed,
            )
        )  # fmt: skip

    def _could_not(self, record: Record[Promise]) -> None:
        """Why, and what can be done instead, is written where what came of promises is."""
        about = {"person": record.body.person, "promise": record.id}
        response: Outcome = "could_not_change"
        self.go.emit(
            Route("answer_promise", {**about, "response": response, "session": self.session})
        )

    def _react(
        self, promise: RecordId, reaction: str | None, response: Response = "chosen"
    ) -> None:
        self._write(
            promises.tell, promise, focus=f"reaction-{reaction}" if reaction else response,
            reaction=reaction, response=response, told_how=self.ctx.t(TOLD_HOW),
            today=self.ctx.today, step=self.step.key, at=self.now(),
        )  # fmt: skip

    def _say_impact(self, record: Record[Promise], impact: str) -> None:
        taken = None if record.body.impact_by_person == impact else impact
        self._write(
            promises.say_impact, record.id, focus=f"impact-{impact}", impact=taken,
            today=self.ctx.today,
        )  # fmt: skip

    def _take_back(self, promise: RecordId) -> None:
        self._write(promises.not_told, promise, focus="", step=self.step.key)

    def _write(
        self, work: Callable[..., Change], promise: RecordId, *, focus: str, **fields: object
    ) -> None:
        by, session = self.ctx.writer, self.session
        self.do(
            lambda: work(self.notebook, promise=promise, by=by, session=session, **fields),
            focus=focus,
        )

    def refuse(self, response: Response) -> None:
        """Whoever heard it and does not say was told; "not today" leaves it for another time."""
        if self._now is None:
            super().refuse(response)
        elif response == "not_today":
            answer = Answer(response=response, field=self.moment.field, at=self.now())
            self.give_answer(answer)
        else:
            self._react(self._now, None, response)
