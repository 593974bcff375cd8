"""What others say about the person, one line at a time: their face, their words, and my view."""

from collections.abc import Callable
from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.model.change import Change
from app.model.errors import AlongsideError, BadWordsError
from app.model.halfsaid import HalfSaid, change_key
from app.model.ids import RecordId
from app.model.record import Record
from app.model.session import Answer, Response
from app.model.statement import Statement, Voice
from app.model.statement import View as Opinion
from app.model.text import is_blank
from app.model.wording import N_
from app.usecases import halfsaid, views
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.chips import Chips
from ui.parts.column import Column
from ui.parts.deeds import main_deed
from ui.parts.flow import Flow
from ui.parts.kept_field import KeptField
from ui.parts.picture import PictureOnly
from ui.parts.pressable import Pressable
from ui.parts.refs import PLUS, REPLY_PICTURES, TICK, WRITE
from ui.parts.statement_card import REPLY_WORDS, statement_card, whose_words
from ui.parts.taborder import follow_layout
from ui.parts.telling import HOW_TOLD
from ui.parts.words import Words
from ui.pixmaps import face_picture
from ui.screens.moments.view import View

_OWN_VOICES = ("own_spoken", "own_signed", "own_choice_symbol", "own_written", "joint_wording")
_YES_NO: tuple[Opinion, ...] = ("agree", "disagree")
_FACE_PX = 96


class OthersSayView(View):
    """Their sentence stands as they said it; what the person says stands beside it (rule R6).

    Yes, no and "something else" are asked first; everything finer is one press behind the last.

    Attributes:
        finer: whether the finer answers are on screen.

    """

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self._voice: Voice = "own_spoken"
        self.field: KeptField | None = None
        self.finer = False
        self._theirs = self._find()
        self._page = column = self.page()
        column.add(self.question(picture_px=56))
        if self._theirs is None:
            gone = Words(ctx, ctx.t(N_("Nothing that others say waits for you.")), size="sentence")
            self._read.append(gone)
            column.add(gone)
        else:
            self._show(column, self._theirs)
        self.end_page(column)
        if self._theirs is not None:
            self._carry_on_writing(self._theirs.id)

    @property
    def can_be_said(self) -> bool:
        """Where there is something of others to answer to."""
        return self._theirs is not None

    def first_focus(self) -> QWidget | None:
        """Their sentence: no answer is nearer than another."""
        return self.findChild(Pressable, "sentence")

    def leave(self) -> None:
        """Keep what stands in the place for own words."""
        if self.field is not None:
            self.field.keep_now()

    def carry_over(self, old: View) -> None:
        """What was on screen to choose from stays."""
        if isinstance(old, OthersSayView) and old.finer and self._theirs is not None:
            self._show_finer(True)

    def unsaid(self) -> Callable[[], Change] | None:
        """Own words that were written and not put on a card are said when Next is pressed."""
        if self.field is None or self._theirs is None or is_blank(self.field.toPlainText()):
            return None
        return self._own(self._theirs.id, self.field.toPlainText())

    def refused(self, error: AlongsideError) -> bool:
        """Say it where it was pressed."""
        if not isinstance(error, BadWordsError):
            return False
        self.told.emit(error.said(self.ctx.words))
        return True

    def refuse(self, response: Response) -> None:
        """Not answering takes a view back that was given before (rule R3)."""
        theirs = self._theirs
        if theirs is None:
            super().refuse(response)
            return
        given = self.talk.session.body.answers.get(self.step.key)
        again = given is not None and given.response == response
        answer = None if again else Answer(response=response, at=self.now())
        self._no_answer(theirs.id, answer, response)

    # How it is made

    def _find(self) -> Record[Statement] | None:
        """The sentence of this step; where it is not repeated, the first that waits."""
        said = self.talk.of(Statement)
        if self.step.about:
            return next((each for each in said if each.id == self.step.about), None)
        others = [each for each in said if each.body.voice_group == "others" and each.body.kept]
        waiting = [each for each in others if views.reply_to(said, each.id) is None]
        return next(iter((*waiting, *others)), None)

    def _show(self, column: Column, theirs: Record[Statement]) -> None:
        ctx = self.ctx
        nth, all_ = self.talk.conversation.turn
        if all_ > 1:
            told = ctx.t(N_("This is {n} of {all} that others said."), n=nth, all=all_)
            column.add(place := Words(ctx, told, size="label", bold=False))
            self._read.append(place)
        column.add(self._who(theirs.body))
        both: QBoxLayout = QVBoxLayout() if ctx.look.stacked else QHBoxLayout()
        card = statement_card(
            ctx, theirs, person=self.name, said_by=self._name_of(theirs.body), large=False
        )
        card.setObjectName("sentence")
        card.clicked.connect(self.hear.emit)
        self._read.append(card)
        both.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        mine = views.own_words(self.talk.of(Statement), self.step.key, theirs.id)
        if mine is not None:
            own = statement_card(ctx, mine, person=self.name, new=True)
            own.clicked.connect(self.hear.emit)
            self._read.append(own)
            both.addWidget(own, 1, Qt.AlignmentFlag.AlignTop)
        column.add_row(both)
        asked = Words(ctx, ctx.t(N_("What do you think?")), size="label")
        self._read.append(asked)
        column.add(asked)
        reply = views.reply_to(self.talk.of(Statement), theirs.id)
        given = reply.body.answer_to.view if reply and reply.body.answer_to else ""
        self._say_row = self._replies(theirs.id, given, mine)
        column.add_row(self._say_row)
        self._show_finer(given not in _YES_NO and bool(given or mine))

    def _who(self, body: Statement) -> QWidget:
        """Whose words these are, large: face, name, and that they say it (rule R1)."""
        ctx = self.ctx
        name = self._name_of(body)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(18)
        photo = next((s.body.photo for s in self.talk.supporters if s.id == body.said_by), None)
        row.addWidget(PictureOnly(ctx, face_picture(photo, name or "?"), _FACE_PX))
        says = Words(ctx, whose_words(ctx, body, said_by=name), size="title")
        self._read.append(says)
        row.addWidget(says, 1)
        return holder

    def _name_of(self, body: Statement) -> str:
        return self.talk.name_of(body.said_by)

    def _replies(self, to: RecordId, given: str, mine: Record[Statement] | None) -> Flow:
        row = Flow(gap=4)
        self._first = [self._view(to, view, given) for view in _YES_NO]
        self._else = Pressable(
            self.ctx, self.ctx.t(N_("Something else")), picture=PLUS, picture_px=40
        )
        self._else.setObjectName("something-else")
        self._else.clicked.connect(lambda: self._show_finer(not self.finer))
        rest = [view for view in get_args(Opinion) if view not in _YES_NO]
        self._rest = [self._view(to, view, given) for view in rest]
        self._rest.append(self._say_it(to, mine))
        for each in (*self._first, self._else, *self._rest):
            row.addWidget(each)
        return row

    def _view(self, to: RecordId, view: Opinion, given: str) -> Pressable:
        ctx = self.ctx
        button = Pressable(
            ctx, ctx.t(REPLY_WORDS[view]), picture=REPLY_PICTURES[view], picture_px=40
        )
        button.setObjectName(view)
        button.choose(view == given)
        button.clicked.connect(lambda: self._reply(to, view, given))
        return button

    def _show_finer(self, finer: bool) -> None:
        """Either yes and no, or the finer answers; "something else" leads there and back."""
        self.finer = finer
        self._else.choose(finer)
        now, away = (self._rest, self._first) if finer else (self._first, self._rest)
        for each in away:
            each.hide()
        for each in now:
            each.show()
        answers = {*self._first, self._else, *self._rest}
        self._read = [each for each in self._read if each not in answers]
        self._read += [self._else, *now] if finer else [*now, self._else]

    def _say_it(self, to: RecordId, mine: Record[Statement] | None) -> Pressable:
        words = N_("Say my words differently") if mine else N_("Say it in my words")
        button = Pressable(self.ctx, self.ctx.t(words), picture=WRITE, picture_px=34)
        button.setObjectName("say-it")
        button.clicked.connect(lambda: self._open(to, mine.body.original if mine else ""))
        return button

    def _carry_on_writing(self, to: RecordId) -> None:
        """Open the place for own words again, if some were being written."""
        notebook, session, key = self.notebook, self.session, change_key(to)

        def show(said: HalfSaid) -> None:
            if not said.blank and self.field is None:
                self._open(to, said.words)

        self.ctx.desk.do(
            lambda: halfsaid.read(notebook, session=session, step=key), owner=self, then=show
        )

    def _open(self, to: RecordId, words: str) -> None:
        """Put a place for the person's own words under the answers."""
        if self.field is not None:
            self.field.begin()
            return
        self._show_finer(True)
        ctx, column = self.ctx, self._page.column
        place = column.indexOf(self._say_row) + 1
        field = KeptField(ctx, self.session, to, words)
        field.setAccessibleName(ctx.t(N_("Say it in my words")))
        field.setFixedHeight(ctx.look.size("sentence") * 4)
        self.field = field
        chips = Chips(ctx, name="how")
        for how, label, picture in HOW_TOLD:
            if how in _OWN_VOICES:
                chips.add(how, ctx.t(label), self._taker(how, chips), picture)  # type: ignore[arg-type]
        chips.choose(self._voice)
        done = main_deed(
            ctx, "say-so", ctx.t(N_("Put it beside their words")), TICK, lambda: self._say(to)
        )
        end = Flow()
        end.addWidget(done)
        column.insertWidget(place, field)
        column.insertLayout(place + 1, chips)
        column.insertLayout(place + 2, end)
        follow_layout(self)
        field.begin()
        self._page.bring_into_sight(done)

    def _taker(self, how: str, chips: Chips) -> Callable[[], None]:
        def take() -> None:
            self._voice = how  # type: ignore[assignment]
            chips.choose(how)

        return take

    # What happens

    def _reply(self, to: RecordId, view: Opinion, given: str) -> None:
        if view == given:
            self._no_answer(to, None, view)
            return
        ctx, session, step, at = self.ctx, self.session, self.step.key, self.now()
        self.do(
            lambda: views.answer(
                self.notebook,
                session=session,
                step=step,
                to=to,
                view=view,
                words=ctx.t(REPLY_WORDS[view]),
                lang=ctx.words.lang,
                on=ctx.today,
                at=at,
                by=ctx.writer,
            ),
            focus=view,
        )

    def _no_answer(self, to: RecordId, answer: Answer | None, focus: str) -> None:
        ctx, session, step = self.ctx, self.session, self.step.key
        self.do(
            lambda: views.no_answer(
                self.notebook, session=session, step=step, to=to, answer=answer, by=ctx.writer
            ),
            focus=focus,
        )

    def _say(self, to: RecordId) -> None:
        if self.field is None:
            return
        words = self.field.toPlainText()
        if is_blank(words):
            self.told.emit(self.ctx.t(N_("There are no words yet.")))
            self.field.begin()
            return
        self.do(self._own(to, words), focus="say-it")

    def _own(self, to: RecordId, words: str) -> Callable[[], Change]:
        ctx, session, step, at = self.ctx, self.session, self.step.key, self.now()
        notebook, voice = self.notebook, self._voice
        lang = self.talk.person.body.home_language
        return lambda: views.say_own(
            notebook,
            session=session,
            step=step,
            to=to,
            words=words,
            lang=lang,
            voice=voice,
            at=at,
            by=ctx.writer,
        )
