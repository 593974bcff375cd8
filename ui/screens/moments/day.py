"""A good day or a hard day, from waking up to the night: words, a picture, and how it was."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.drawn import FELT_WORDS, TIME_WORDS, TIMES, DayStory, DayTime, Felt
from app.model.errors import AlongsideError
from app.model.halfsaid import HalfSaid
from app.model.ids import PictureRef
from app.model.record import Record
from app.model.session import Answer, Response
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import days
from app.usecases.ports import UnitOfWork
from app.usecases.statements import Also
from ui.parts.column import clear
from ui.parts.flow import Flow
from ui.parts.picture_wanted import PictureWanted
from ui.parts.pressable import Pressable
from ui.parts.refs import PICTURE, TICK
from ui.parts.taborder import follow_layout
from ui.parts.words import Words
from ui.screens.base import Readable
from ui.screens.moments.question import QuestionView
from ui.screens.moments.view import View


class DayView(QuestionView):
    """The parts of a day in a row; what is said and chosen goes to the one that is open.

    Attributes:
        time: the part of the day that is open.

    """

    time: DayTime

    def first_focus(self) -> QWidget | None:
        """The part of the day that is open."""
        return self._parts[self.time]

    def readables(self) -> tuple[Readable, ...]:
        """The question and the parts of the day, then the one that is open."""
        return (*self._read, *self._opened, *self._asked)

    def carry_over(self, old: View) -> None:
        """The same part stays open."""
        if isinstance(old, DayView):
            self._open(old.time)
        super().carry_over(old)

    def refused(self, error: AlongsideError) -> bool:
        """Go back to the part for which the words were."""
        if self._sent is not None and self._sent.part:
            self._open(self._sent.part)
        return super().refused(error)

    def also(self, said: HalfSaid) -> Also | None:
        """A sentence goes into its part of the day."""
        session, step, at = self.session, self.step, self.now()
        time, by = said.part or self.time, self.ctx.writer

        def put(work: UnitOfWork, statement: Record[Statement]) -> None:
            days.say(work, session=session, step=step, time=time, said=statement, by=by, at=at)

        return put

    def refuse(self, response: Response) -> None:
        """Not answering hides what was laid out; pressed once more, it is there again."""
        session, step, at, by = self.session, self.step, self.now(), self.ctx.writer
        given = self.talk.session.body.answers.get(step.key)
        again = given is not None and given.response == response
        refusal = Answer(response=response, field=self.moment.field, at=at)
        answer = None if again else refusal
        self.do(
            lambda: days.no_answer(
                self.notebook, session=session, step=step, answer=answer, by=by, at=at
            ),
            focus=response,
        )

    # How it looks

    def _person_side(self) -> QWidget:
        ctx = self.ctx
        self._story = days.story_of(
            self.talk.of(DayStory), session=self.session, step=self.step.key
        )
        self._opened: list[Readable] = []
        self._asked: list[Readable] = []
        self._parts: dict[DayTime, Pressable] = {}
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(24, 12, 18, 8)
        column.setSpacing(2)
        column.addWidget(self.question(picture_px=60))
        if (explained := self.explanation()) is not None:
            column.addWidget(explained)
        line = Flow(gap=0, same=True)
        for time in TIMES:
            self._parts[time] = self._part(time)
            line.addWidget(self._parts[time])
        column.addLayout(line)
        self._detail = QVBoxLayout()
        self._detail.setSpacing(2)
        column.addLayout(self._detail)
        if self._story is not None and self._story.body.parts:
            column.addLayout(self._whole(confirmed=self._story.body.confirmed))
        column.addStretch(1)
        if not ctx.look.roomy:
            column.addWidget(self._ways())
        self._open(self.talk.typing.part or "waking")
        return side

    def _part(self, time: DayTime) -> Pressable:
        ctx, told = self.ctx, days.part(self._story, time)
        words, picture = TIME_WORDS[time]
        card = Pressable(
            ctx,
            ctx.t(words),
            picture=(ctx.shows_said((told.picture,)) if told.picture else None) or picture,
            picture_px=54,
            note=ctx.t(FELT_WORDS[told.felt][0]) if told.felt else "",
            arrange="above",
            role="own" if told.said else "plain",
            size="note",
            bold=False,
        )
        card.setObjectName(f"time-{time}")
        card.clicked.connect(lambda: self._press(time))
        self._read.append(card)
        return card

    def _open(self, time: DayTime) -> None:
        """Show what belongs to one part of the day, and write about it from now on."""
        self.time = time
        self.writing.write_about(time)
        for each, card in self._parts.items():
            card.choose(each == time)
        clear(self._detail)
        told = days.part(self._story, time)
        ctx = self.ctx
        asked = Words(
            ctx, ctx.t(N_("{time}: how was it?"), time=ctx.t(TIME_WORDS[time][0])), size="label"
        )
        self._opened = [asked]
        self._detail.addWidget(asked)
        row = Flow(gap=0)
        for felt, (words, picture) in FELT_WORDS.items():
            row.addWidget(self._felt(time, felt, words, picture, chosen=told.felt == felt))
        row.addWidget(self._choose_part_picture(time))
        self._detail.addLayout(row)
        before, self._read = self._read, self._opened
        here = {each.id: each for each in self.talk.said}
        for said in told.said:
            if said in here:
                self._newest = self._card(here[said], new=True)
                self._detail.addWidget(self._newest)
        self._opened, self._read = self._read, before
        follow_layout(self)

    def _felt(
        self, time: DayTime, felt: Felt, words: str, picture: PictureRef, *, chosen: bool
    ) -> Pressable:
        button = Pressable(self.ctx, self.ctx.t(words), picture=picture, picture_px=38)
        button.setObjectName(f"felt-{felt}")
        button.choose(chosen)
        session, step, at, by = self.session, self.step, self.now(), self.ctx.writer
        now = None if chosen else felt

        def press() -> None:
            self.do(
                lambda: days.felt(
                    self.notebook, session=session, step=step, time=time, felt=now, by=by, at=at
                ),
                focus=f"felt-{felt}",
            )

        button.clicked.connect(press)
        self._opened.append(button)
        return button

    def _choose_part_picture(self, time: DayTime) -> Pressable:
        ctx = self.ctx
        button = Pressable(
            ctx, ctx.t(N_("Change the picture")), picture=PICTURE, picture_px=30, dashed=True
        )
        button.setObjectName("part-picture")
        session, step, at, by = self.session, self.step, self.now(), self.ctx.writer

        def picked(ref: PictureRef | None, _words: str) -> None:
            self.do(
                lambda: days.show(
                    self.notebook, session=session, step=step, time=time, picture=ref, by=by, at=at
                ),
                focus="part-picture",
            )

        def press() -> None:
            self.picker_wanted.emit(PictureWanted(title=ctx.t(TIME_WORDS[time][0]), told=picked))

        button.clicked.connect(press)
        self._opened.append(button)
        return button

    def _whole(self, *, confirmed: bool) -> Flow:
        """Whether the day is right as it is laid out; what has no words is kept by that alone."""
        ctx, row = self.ctx, Flow(gap=6)
        tip = N_("You said: that is right.") if confirmed else N_("Is it right like this?")
        told = Words(ctx, ctx.t(tip), size="label", bold=False)
        row.addWidget(told)
        self._asked.append(told)
        if not confirmed:
            right = Pressable(ctx, ctx.t(N_("Yes, that is right")), picture=TICK, picture_px=34)
            right.setObjectName("right")
            right.clicked.connect(self._confirm)
            row.addWidget(right)
            self._asked.append(right)
        return row

    # What happens

    def _confirm(self) -> None:
        session, step, at, by = self.session, self.step, self.now(), self.ctx.writer
        self.do(lambda: days.confirm(self.notebook, session=session, step=step, by=by, at=at))

    def _press(self, time: DayTime) -> None:
        """Open another part; words that still stand in the writing place go to theirs first."""
        if self.waiting():
            return
        if not self.writing.standing.blank and not self.writing.put_on_card():
            return
        self._open(time)
