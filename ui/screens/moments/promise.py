"""You said, we will: from something the person said to who does what, by when."""

import datetime
import functools

from PySide6.QtWidgets import QWidget

from app.model.errors import AlongsideError, BadWordsError, NotAllowedError
from app.model.ids import RecordId
from app.model.promises import Promise
from app.model.record import Record
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import promises
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.column import Column
from ui.parts.days import Days
from ui.parts.flow import Flow
from ui.parts.goal_words import THEMES
from ui.parts.kept_line import KeptLine
from ui.parts.people_row import people_row
from ui.parts.pressable import BACKWARD, Pressable
from ui.parts.promise_card import promise_card
from ui.parts.refs import TAKE_OUT, TICK
from ui.parts.statement_card import statement_card
from ui.parts.taborder import follow_layout
from ui.parts.words import Words
from ui.screens.moments.asking import begin_anew, choice_cards, focus_soon
from ui.screens.moments.view import View


class PromiseView(View):
    """First what was said, then who does it and by when; both have to be there."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self.about: Record[Statement] | None = None
        self.owner: RecordId | None = None
        self.due: datetime.date | None = None
        self.theme = "other"
        self._line: KeptLine | None = None
        self._told: Words | None = None
        self._first: QWidget | None = None
        self._column = self.page()
        self._show()

    def first_focus(self) -> QWidget | None:
        """The first sentence, or whoever may do it."""
        return self._first

    def leave(self) -> None:
        """Keep what is half typed."""
        if self._line is not None:
            self._line.keep_now()

    def carry_over(self, old: View) -> None:
        """A promise that is not written down yet stays as far as it was made."""
        if isinstance(old, PromiseView) and len(old.made) == len(self.made) and old.about:
            self.about, self.owner = old.about, old.owner
            self.due, self.theme = old.due, old.theme
            self._show()

    @property
    def made(self) -> list[Record[Promise]]:
        """What was promised at this step."""
        return [
            each
            for each in self.talk.of(Promise)
            if each.body.session == self.session and each.body.moment == self.step.key
        ]

    def _show(self) -> None:
        self.leave()
        begin_anew(self._column)
        self._read, self._first, self._line, self._told = [], None, None, None
        if self.about is None:
            self._choose(self._column)
        else:
            self._make(self._column, self.about)
        self.end_page(self._column)

    def _again(self, focus: str) -> None:
        self._show()
        follow_layout(self)
        focus_soon(self, focus)

    # What was said

    def _choose(self, column: Column) -> None:
        column.add(self.question(picture_px=72))
        if (explained := self.explanation()) is not None:
            column.add(explained)
        for each in self.made:
            self._add_made(column, each)
        taken = {each.body.said for each in self.talk.of(Promise)}
        said = [
            each
            for each in self.talk.of(Statement)
            if each.body.session == self.session
            and not each.body.disowned
            and each.body.voice_group != "others"
            and each.id not in taken
        ]
        words = (
            N_("Press what you said, if somebody is to do something about it.")
            if said
            else N_("When you have said something, somebody can promise to do something about it.")
        )
        self._read.append(told := Words(self.ctx, self.ctx.t(words), size="label", bold=False))
        column.add(told)
        for each in said:
            card = statement_card(self.ctx, each, person=self.name, new=True)
            card.setObjectName(f"said-{each.id}")
            card.clicked.connect(functools.partial(self._take, each))
            self._read.append(card)
            column.add(card)
            self._first = self._first or card

    def _add_made(self, column: Column, record: Record[Promise]) -> None:
        card = promise_card(self.ctx, record, people=(self.talk.person, *self.talk.supporters))
        card.clicked.connect(self.hear.emit)
        self._read.append(card)
        column.add(card)
        back = Pressable(
            self.ctx, self.ctx.t(N_("Take it back")), picture=TAKE_OUT, picture_px=26,
            role="quiet", size="helper",
        )  # fmt: skip
        back.setObjectName(f"take-back-{record.id}")
        back.clicked.connect(functools.partial(self._take_back, record.id))
        row = Flow()
        row.addWidget(back)
        column.add_row(row)

    def _take(self, record: Record[Statement]) -> None:
        self.about = record
        self._again("words-promise")

    def _take_back(self, promise: RecordId) -> None:
        session, step, by = self.session, self.step.key, self.ctx.writer
        self.do(
            lambda: promises.take_back(
                self.notebook, promise=promise, session=session, step=step, by=by
            )
        )

    # Who does what, by when

    def _make(self, column: Column, about: Record[Statement]) -> None:
        ctx = self.ctx
        column.add(self.question(ctx.t(N_("Who does what, by when?")), picture_px=56))
        card = statement_card(ctx, about, person=self.name, new=True)
        card.setObjectName("other-sentence")
        card.clicked.connect(self.hear.emit)
        self._read.append(card)
        column.add(card)
        self._line = KeptLine(
            ctx, ctx.t(N_("We will")), place=self.session, key=f"promise:{about.id}",
            text=about.body.original,
        )  # fmt: skip
        self._line.line.setObjectName("words-promise")
        column.add(self._line)
        self._heading(column, N_("Who does it?"))
        row, faces = people_row(
            ctx, self.talk.person, self.talk.supporters,
            chosen=(self.owner,) if self.owner else (), pick=self._pick_owner, name="owner",
        )  # fmt: skip
        column.add_row(row)
        self._first = faces[0]
        self._read += faces
        self._heading(column, N_("By when?"))
        days = Days(ctx, chosen=self.due, pick=self._pick_day)
        self._read += days.cards
        column.add(days)
        self._heading(column, N_("What is it about?"))
        themes, cards = choice_cards(
            ctx, THEMES, chosen=self.theme, pick=self._pick_theme, name="theme", flat=True,
        )  # fmt: skip
        column.add_row(themes)
        self._read += cards
        self._add_deeds(column)

    def _heading(self, column: Column, sentence: str) -> None:
        words = Words(self.ctx, self.ctx.t(sentence), size="label")
        self._read.append(words)
        column.add(words)

    def _add_deeds(self, column: Column) -> None:
        row = Flow(gap=4)
        make = Pressable(
            self.ctx, self.ctx.t(N_("Write the promise down")), picture=TICK, picture_px=34,
            role="action", size="button",
        )  # fmt: skip
        make.setObjectName("make-promise")
        make.clicked.connect(self._write)
        back = Pressable(
            self.ctx, self.ctx.t(N_("Another sentence")), picture=BACKWARD, picture_px=28
        )
        back.setObjectName("another-sentence")
        back.clicked.connect(self._leave_it)
        row.addWidget(make)
        row.addWidget(back)
        column.add_row(row)
        self._told = Words(self.ctx, "", size="label", ink="stop_ink")
        column.add(self._told)

    def _leave_it(self) -> None:
        last = self.about
        self.about = self.owner = self.due = None
        self.theme = "other"
        self._again(f"said-{last.id}" if last is not None else "")

    def _pick_owner(self, who: RecordId) -> None:
        self.owner = who
        self._again(f"owner-{who}")

    def _pick_day(self, day: datetime.date) -> None:
        self.due = day
        self._again("make-promise")

    def _pick_theme(self, theme: str) -> None:
        self.theme = theme
        self._again(f"theme-{theme}")

    def _write(self) -> None:
        about, line = self.about, self._line
        assert about is not None
        assert line is not None
        line.keep_now()
        words, owner, due, theme = line.text, self.owner, self.due, self.theme
        by, at, today = self.ctx.writer, self.now(), self.ctx.today
        person, session, step = self.talk.person.id, self.session, self.step.key
        self.do(
            lambda: promises.promise(
                self.notebook, person=person, words=words, said=about.id, owner=owner, due=due,
                today=today, by=by, theme=theme, session=session, step=step, at=at,
            )
        )  # fmt: skip

    def refused(self, error: AlongsideError) -> bool:
        """Say under the button what is missing."""
        if not isinstance(error, NotAllowedError | BadWordsError) or self._told is None:
            return False
        self._told.say(error.said(self.ctx.words))
        self._column.ensureWidgetVisible(self._told)
        return True
