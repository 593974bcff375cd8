"""Reading back: one new sentence at a time, and the person's answer to it (rule R4)."""

import dataclasses
import functools
from collections.abc import Callable, Iterable
from typing import Literal

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.change import Change
from app.model.halfsaid import HalfSaid, change_key
from app.model.ids import PictureRef, RecordId
from app.model.record import Record
from app.model.statement import ReadBackResult, Statement
from app.model.wording import N_
from app.usecases import halfsaid, recordings, statements
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.column import Column
from ui.parts.easier import easier_answers, show_easier
from ui.parts.explained import hard_words
from ui.parts.flow import Flow
from ui.parts.kept_field import KeptField
from ui.parts.left_to_read_back import left_to_read_back
from ui.parts.pressable import Pressable
from ui.parts.refs import CHANGE, DISAGREE, KEEP, NOT_MINE, TICK, UNSURE
from ui.parts.statement_card import REPLY_WORDS, statement_card
from ui.parts.taborder import follow_layout
from ui.parts.words import Words
from ui.screens.base import NOTHING_SAID
from ui.screens.moments.said_aloud import speak_button
from ui.screens.moments.view import View

Choice = tuple[str, str, PictureRef, Callable[[], None]]
"""A button: its name, words, picture, and what pressing it does."""


@dataclasses.dataclass(frozen=True)
class _Asked:
    """One thing that the person is asked about: a sentence, or the easier words for it."""

    record: Record[Statement]
    easier: bool

    @property
    def key(self) -> tuple[RecordId, bool]:
        return self.record.id, self.easier


class ReadBackView(View):
    """The sentence, large, with four answers. There is no way to say yes to all at once.

    Next goes on to the next sentence, and back to one that was passed goes Back. What was passed is
    still a draft (rule R4), and is asked about again when the person comes here another time.

    """

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._column = Column(ctx, margins=(60, 20, 60, 12))
        outer.addWidget(self._column)
        self._answers: list[Pressable] = []
        self._field: KeptField | None = None
        self._all = self._asked_here()
        self._passed = ctx.passed.setdefault((self.session, self.step.key), [])
        self._begin()

    @property
    def more_here(self) -> bool:
        """Whether another sentence comes after the one on screen."""
        return len(self._left) > 1

    def go_within(self, way: Literal[1, -1]) -> bool:
        """On to the next sentence, or back to the one that was passed last."""
        if way > 0 and self.more_here:
            self._passed.append(self._left[0].key)
            return True
        known = {each.key for each in self._all}
        while way < 0 and self._passed:
            if self._passed.pop() in known:
                return True
        self._passed.clear()
        return False

    @property
    def within(self) -> str:
        """The sentence that is asked about."""
        return "".join(f"{each.record.id} {each.easier}" for each in self._left[:1])

    @property
    def _left(self) -> list[_Asked]:
        return [each for each in self._all if each.key not in self._passed]

    def _asked_here(self) -> tuple[_Asked, ...]:
        """Easier words come right after their sentence was kept, else after all sentences."""
        waiting = [each for each in self.talk.to_read_back if not self._answered_today(each)]
        easier = [each for each in self.talk.easier if each.body.easy_unsure_on != self.ctx.today]
        just_kept = [each for each in easier if each.body.read_back.on == self.ctx.today]
        return (
            *(_Asked(each, easier=True) for each in just_kept),
            *(_Asked(each, easier=False) for each in waiting),
            *(_Asked(each, easier=True) for each in easier if each not in just_kept),
        )

    def _begin(self) -> None:
        left = self._left
        if not left:
            self._show_done(len(self._all))
        elif left[0].easier:
            self._ask_easier(left[0].record)
        else:
            self._show(left[0].record, sum(not each.easier for each in self._all))
            self._carry_on_changing(left[0].record)

    def first_focus(self) -> QWidget | None:
        """No answer is nearer than another: the sentence itself has the keyboard."""
        return self.findChild(Pressable, "sentence")

    def _answered_today(self, each: Record[Statement]) -> bool:
        answer = each.body.read_back
        return answer.result == "not_sure" and answer.on == self.ctx.today

    def _show(self, record: Record[Statement], left: int) -> None:
        ctx, column = self.ctx, self._column
        asked = Words(ctx, ctx.t(self.moment.prompt), size="title", centre=True)
        column.add(asked)
        self._read.append(asked)
        today = record.session == self.session and record.body.voice_group != "others"
        who = self.talk.name_of(record.body.said_by)
        where = left_to_read_back(ctx, record, left, session=self.session, who=who)
        column.add(Words(ctx, where, size="note", centre=True))
        column.column.addSpacing(8)
        card = statement_card(
            ctx,
            record,
            person=self.name,
            said_by=self.talk.name_of(record.body.said_by),
            scribed_by=self.talk.name_of(record.body.scribed_by),
            new=today,
            large=True,
        )
        card.setObjectName("sentence")
        card.clicked.connect(self.hear.emit)
        self._read.append(card)
        column.add(card)
        self._explain(record.body, card)
        column.add(self._answer_row(record))
        column.fill()

    def _ask_easier(self, record: Record[Statement]) -> None:
        """The sentence with its easier words below it: the person says whether they fit (R5)."""
        ctx, column, body = self.ctx, self._column, record.body
        card = statement_card(
            ctx,
            record,
            person=self.name,
            said_by=self.talk.name_of(body.said_by),
            scribed_by=self.talk.name_of(body.scribed_by),
            large=True,
        )
        card.setObjectName("sentence")
        card.clicked.connect(self.hear.emit)
        self._read.append(card)
        column.add(card)
        by = self.talk.name_of(body.easy_by)
        show_easier(ctx, column, body, by=by, read=self._read, ask=True)
        answers = easier_answers(ctx, record, session=self.session)
        column.add(
            self._row_of(
                (name, words, picture, functools.partial(self.do, keep))
                for name, words, picture, keep in answers
            )
        )
        column.fill()

    def _explain(self, body: Statement, card: Pressable) -> None:
        """Hard words that others use; the person's own need no explaining to them."""
        if body.voice_group == "own":
            return
        lang = body.original_lang
        explained = hard_words(self.ctx, card, body.original, lang=lang, read=self._read)
        if explained is not None:
            self._column.add(explained)

    def _answer_row(self, record: Record[Statement]) -> QWidget:
        ctx = self.ctx
        own = record.body.voice_group != "others"
        keep = ("keep", ctx.t(N_("Keep it")), KEEP, lambda: self._answer(record, "keep"))
        unsure = (
            "not_sure",
            ctx.t(N_("Not sure")),
            UNSURE,
            lambda: self._answer(record, "not_sure"),
        )
        if own:
            change = ("change", ctx.t(N_("Change it")), CHANGE, lambda: self._change(record))
            mine = ctx.t(N_("Not my words"))
        else:
            no = ctx.t(N_("I do not agree"))
            change = ("disagree", no, DISAGREE, lambda: self._disagree(record))
            mine = ctx.t(N_("Leave it out"))
        left_out = ("not_mine", mine, NOT_MINE, lambda: self._answer(record, "not_mine"))
        return self._row_of((keep, change, left_out, unsure))

    def _row_of(self, choices: Iterable[Choice]) -> QWidget:
        holder = QWidget()
        middle = QHBoxLayout(holder)
        middle.setContentsMargins(0, 8, 0, 0)
        row = Flow(gap=6)
        for name, words, picture, press in choices:
            button = Pressable(self.ctx, words, picture=picture, picture_px=52, size="button")
            button.setObjectName(name)
            button.clicked.connect(press)
            self._answers.append(button)
            self._read.append(button)
            row.addWidget(button)
        middle.addStretch(1)
        middle.addLayout(row, 20)
        middle.addStretch(1)
        return holder

    def _answer(self, record: Record[Statement], result: ReadBackResult) -> None:
        ctx, session = self.ctx, self.session
        self.do(
            lambda: statements.read_back(
                self.notebook,
                statement=record.id,
                result=result,
                method="pressed",
                on=ctx.today,
                by=ctx.writer,
                session=session,
                seen=record.body.original,
            )
        )

    def _disagree(self, record: Record[Statement]) -> None:
        """Their words stay, and so does that the person sees it differently (rule R6)."""
        ctx, notebook, session = self.ctx, self.notebook, self.session

        def keep_both() -> Change:
            statements.reply(
                notebook,
                to=record.id,
                view="disagree",
                words=ctx.t(REPLY_WORDS["disagree"]),
                lang=ctx.words.lang,
                on=ctx.today,
                by=ctx.writer,
            )
            return statements.read_back(
                notebook,
                statement=record.id,
                result="keep",
                method="pressed",
                on=ctx.today,
                by=ctx.writer,
                session=session,
                seen=record.body.original,
            )

        self.do(keep_both)

    def _change(self, record: Record[Statement], words: str = "") -> None:
        """Put a writing place where the answers were; the old words stay in its history."""
        ctx = self.ctx
        for button in self._answers:
            button.hide()
        field = KeptField(ctx, self.session, record.id, words or record.body.original)
        self._field = field
        self._column.column.insertWidget(
            4, Words(ctx, ctx.t(N_("How do you want to say it?")), size="label")
        )
        self._column.column.insertWidget(5, field)
        row = Flow(gap=6)
        done = Pressable(
            ctx,
            ctx.t(N_("Say it like this")),
            picture=TICK,
            picture_px=40,
            role="action",
            size="button",
        )
        done.setObjectName("say-so")
        done.clicked.connect(lambda: self._say_differently(record, field.toPlainText()))
        leave = Pressable(ctx, ctx.t(N_("Leave it as it was")), size="button")
        leave.setObjectName("leave-it")
        leave.clicked.connect(self._leave_it)
        row.addWidget(done)
        row.addWidget(leave)
        row.addWidget(speak_button(self.ctx, lambda: self._record(record)))
        holder = QWidget()
        holder.setLayout(row)
        self._column.column.insertWidget(6, holder)
        field.begin()
        follow_layout(self)

    def _record(self, record: Record[Statement]) -> None:
        """The sentence in the person's own voice: the words are the same, so nothing is changed."""
        body, session, by = record.body, self.session, self.ctx.writer

        def told(sound: bytes) -> None:
            if self._field is not None:
                self._field.keep_now()
            self.do(
                lambda: recordings.keep(
                    self.notebook, statement=record.id, sound=sound, by=by, session=session
                )
            )

        title = body.original or self.ctx.t(N_("Say it once more"))
        self.voice_wanted.emit(title, body.original_lang, told)

    def leave(self) -> None:
        """Keep what stands in the place for other words."""
        if self._field is not None:
            self._field.keep_now()

    def _leave_it(self) -> None:
        if self._field is not None:
            self._field.forget()
            self._field = None
        self.do(_nothing)

    def _carry_on_changing(self, record: Record[Statement]) -> None:
        """Open the place for other words again, if some were being written."""
        notebook, session, key = self.notebook, self.session, change_key(record.id)

        def show(said: HalfSaid) -> None:
            still_here = [each.key for each in self._left[:1]] == [(record.id, False)]
            if not said.blank and self._field is None and still_here:
                self._change(record, said.words)

        self.ctx.desk.do(
            lambda: halfsaid.read(notebook, session=session, step=key), owner=self, then=show
        )

    def _say_differently(self, record: Record[Statement], words: str) -> None:
        session = self.session
        self.do(
            lambda: statements.change_words(
                self.notebook,
                statement=record.id,
                words=words,
                by=self.ctx.writer,
                session=session,
                denies=self.ctx.house.ideas.denies,
            )
        )

    def _show_done(self, passed: int) -> None:
        ctx = self.ctx
        words = ctx.t(N_("There is nothing more to read back. Thank you, {name}."), name=self.name)
        if passed:
            words = ctx.words.tn(
                "{n} sentence waits to be read back another time.",
                "{n} sentences wait to be read back another time.",
                passed,
            )
        elif not self.talk.spoke:
            words = ctx.t(NOTHING_SAID)
        said = Words(ctx, words, size="question", centre=True)
        self._read.append(said)
        self._column.column.addStretch(1)
        self._column.add(said)
        self._column.fill()


def _nothing() -> Change:
    return Change()
