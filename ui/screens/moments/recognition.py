"""What a person gets for their time, offered before the work; and the note about benefits."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.model.change import Change
from app.model.errors import AlongsideError, BadWordsError
from app.model.feedback import Recognition
from app.model.guide import Option
from app.model.ids import PictureRef
from app.model.record import Record
from app.model.session import Answer, Response
from app.model.text import is_blank, without_controls
from app.model.wording import N_
from app.usecases import recognition
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.deeds import main_deed
from ui.parts.fields import Field, beside
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import MONEY, SPEAK_UP, TICK, WRITE
from ui.parts.taborder import follow_layout
from ui.parts.words import Words
from ui.screens.moments.view import View

MAY_COUNT_AS_EARNINGS = frozenset({"time_credit", "voucher", "payment", "lower_payment"})


class RecognitionView(View):
    """The choices, the note about benefits, and money that was spent. It changes nothing else."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        found = [each for each in talk.of(Recognition) if each.body.session == self.session]
        self._record: Record[Recognition] | None = found[0] if found else None
        self._own: Field | None = None
        self._own_option: Option | None = None
        self._note: list[QWidget] = []
        self.place = column = self.page()
        column.add(self.question())
        if (explained := self.explanation()) is not None:
            column.add(explained)
        both: QBoxLayout = QVBoxLayout() if ctx.look.stacked else QHBoxLayout()
        both.setSpacing(18)
        cards, more = QVBoxLayout(), QVBoxLayout()
        both.addLayout(cards, 16)
        both.addLayout(more, 9)
        column.add_row(both)
        self._add_cards(cards)
        self.add_more(more)
        cards.addStretch(1)
        more.addStretch(1)
        self.after = column.column.count()
        self.end_page(column)

    @property
    def can_be_said(self) -> bool:
        """What the person says to it, beside what they choose."""
        return True

    def first_focus(self) -> QWidget | None:
        """The first card."""
        return self.findChild(Pressable, f"option-{self.moment.options[0].id}")

    def unsaid(self) -> Callable[[], Change] | None:
        """Own words not said yet; and that the choices were shown, where none was made."""
        if self._own is not None and self._own_option is not None and not is_blank(self._own.text):
            return self._offer(self._said(self._own_option, self._own.text))
        given = self.talk.session.body.answers.get(self.step.key)
        if given is None:
            return self._offer(Answer(response="skip", field=self.moment.field, at=self.now()))
        return None

    def refuse(self, response: Response) -> None:
        """Not answering is kept; that it was offered is kept all the same (rule R3)."""
        given = self._given
        again = given is not None and given.response == response
        answer = Answer(response=response, field=self.moment.field, at=self.now())
        self.do(self._offer(None if again else answer), focus=response)

    def refused(self, error: AlongsideError) -> bool:
        """Say it as a sentence."""
        if not isinstance(error, BadWordsError):
            return False
        self.told.emit(error.said(self.ctx.words))
        return True

    # Of each kind's own

    def add_more(self, side: QVBoxLayout) -> None:
        """Beside the choices: benefits, and what was spent."""
        self._add_spent(side)
        self._add_benefits(side)

    # How it is made

    @property
    def body(self) -> Recognition | None:
        """What is kept of this talk so far."""
        return self._record.body if self._record is not None else None

    @property
    def _given(self) -> Answer | None:
        return self.talk.session.body.answers.get(self.step.key)

    def _add_cards(self, side: QVBoxLayout) -> None:
        ctx = self.ctx
        cards = Flow(gap=4, same=True)
        chosen = self._given.choices if self._given is not None else ()
        for option in self.moment.options:
            card = Pressable(
                ctx,
                ctx.t(option.words),
                picture=option.picture,
                picture_px=48,
                arrange="above",
                size="label",
                widest=round(194 * max(1.0, ctx.look.percent / 125)),
            )
            card.setObjectName(f"option-{option.id}")
            card.choose(option.id in chosen)
            card.clicked.connect(lambda _=False, option=option: self._chosen(option))
            self._read.append(card)
            cards.addWidget(card)
        side.addLayout(cards)
        if self._given is not None and self._given.words:
            said = ctx.t(N_("You said: {words}"), words=self._given.words)
            words = Words(ctx, said, size="sentence")
            self._read.append(words)
            side.addWidget(words)

    def _add_benefits(self, side: QVBoxLayout) -> None:
        """The note is one press away, and there at once for what may count as earnings."""
        ctx = self.ctx
        about = self.button("benefits", N_("About money and benefits"), MONEY)
        row = Flow(gap=4)
        row.addWidget(about)
        side.addLayout(row)
        for note in ctx.house.benefit_notes:
            line = Pressable(
                ctx,
                ctx.t(note.words),
                picture=ctx.shows(note.picture),
                picture_px=36,
                role="bare",
                size="label",
                bold=False,
            )
            line.clicked.connect(self.hear.emit)
            self._note.append(line)
            self._read.append(line)
            side.addWidget(line)
        advice = self.button("advice", N_("I was told where free advice is"), SPEAK_UP)
        advice.choose(self.body is not None and self.body.advice_offered)
        advice.clicked.connect(self._advise)
        end = Flow()
        end.addWidget(advice)
        side.addLayout(end)
        self._note.append(advice)
        about.clicked.connect(lambda: self._show_note(not about.isChecked(), about))
        chosen = set(self._given.choices) if self._given is not None else set()
        self._show_note(bool(chosen & MAY_COUNT_AS_EARNINGS) or advice.isChecked(), about)

    def _show_note(self, shown: bool, about: Pressable) -> None:
        about.choose(shown)
        for each in self._note:
            each.setVisible(shown)
        self._read = [each for each in self._read if each not in self._note or shown]
        if self.isVisible():
            follow_layout(self)

    def _add_spent(self, side: QVBoxLayout) -> None:
        ctx = self.ctx
        for spent in self.body.expenses if self.body is not None else ():
            told = ctx.t(N_("You spent {amount}: {what}"), amount=spent.amount, what=spent.what)
            words = Words(ctx, told, size="label")
            self._read.append(words)
            side.addWidget(words)
        spend = self.button("spend", N_("I spent money to be here"), WRITE)
        row = Flow()
        row.addWidget(spend)
        side.addLayout(row)
        spend.clicked.connect(self._open_spent)

    def _open_spent(self) -> None:
        what = self.findChild(QWidget, "spent-what")
        if what is not None:
            what.setFocus()
            return
        ctx, column = self.ctx, self.place.column
        bought = Field(ctx, ctx.t(N_("What was it for?")))
        bought.line.setObjectName("spent-what")
        amount = Field(ctx, ctx.t(N_("How much was it?")))
        amount.line.setObjectName("spent-amount")
        column.insertLayout(self.after, beside(ctx, bought, amount))
        done = main_deed(
            ctx,
            "spent",
            ctx.t(N_("Write it down")),
            TICK,
            lambda: self._spend(bought, amount),
        )
        row = Flow()
        row.addWidget(done)
        column.insertLayout(self.after + 1, row)
        self.opened(bought, done)

    def opened(self, field: Field, done: Pressable) -> None:
        """A place to write was opened: it has the keyboard and is in sight."""
        follow_layout(self)
        field.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place.bring_into_sight(done)

    def button(self, name: str, words: str, picture: PictureRef) -> Pressable:
        """Something to press beside the choices; ``words`` are marked for translation."""
        button = Pressable(self.ctx, self.ctx.t(words), picture=picture, picture_px=34)
        button.setObjectName(name)
        self._read.append(button)
        return button

    # What happens

    def _chosen(self, option: Option) -> None:
        if option.something_else:
            self._write(option)
            return
        answer = Answer(
            response="chosen", field=self.moment.field, choices=(option.id,), at=self.now()
        )
        self.do(self._offer(answer), focus=f"option-{option.id}")

    def _write(self, option: Option) -> None:
        """Open the place for words of the person's own."""
        if self._own is not None:
            self._own.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        ctx, column = self.ctx, self.place.column
        field = Field(ctx, ctx.t(option.words), text=self._given.words if self._given else "")
        field.line.setObjectName("own-words")

        def say() -> None:
            if is_blank(field.text):
                field.tell(ctx.t(N_("There are no words yet.")))
                return
            self._own = None
            answer = self._said(option, field.text)
            self.do(self._offer(answer), focus=f"option-{option.id}")

        done = main_deed(ctx, "say-so", ctx.t(N_("Say it like this")), TICK, say)
        field.line.returnPressed.connect(say)
        row = Flow()
        row.addWidget(done)
        column.insertWidget(self.after, field)
        column.insertLayout(self.after + 1, row)
        self._own, self._own_option = field, option
        self.opened(field, done)

    def _said(self, option: Option, words: str) -> Answer:
        return Answer(
            response="said",
            field=self.moment.field,
            choices=(option.id,),
            words=without_controls(words).strip(),
            at=self.now(),
        )

    def _offer(self, answer: Answer | None) -> Callable[[], Change]:
        ctx, session, step = self.ctx, self.session, self.step.key
        notebook = self.notebook
        for_what = ctx.t(self.talk.conversation.guide.title)
        return lambda: recognition.offer(
            notebook,
            session=session,
            step=step,
            answer=answer,
            for_what=for_what,
            on=ctx.today,
            by=ctx.writer,
        )

    def _advise(self) -> None:
        ctx, session = self.ctx, self.session
        offered = not (self.body is not None and self.body.advice_offered)
        self.do(
            lambda: recognition.advise(
                self.notebook, session=session, offered=offered, by=ctx.writer
            ),
            focus="advice",
        )

    def _spend(self, what: Field, amount: Field) -> None:
        for field in (what, amount):
            if is_blank(field.text):
                field.tell(self.ctx.t(N_("There are no words yet.")))
                return
        ctx, session = self.ctx, self.session
        self.do(
            lambda: recognition.spend(
                self.notebook,
                session=session,
                what=what.text,
                amount=amount.text,
                by=ctx.writer,
            ),
            focus="spend",
        )
