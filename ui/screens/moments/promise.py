"""You said, we will: from something the person said to who does what, by when."""

import functools
from collections.abc import Callable

import msgspec
from PySide6.QtWidgets import QWidget

from app.model.change import Change
from app.model.errors import AlongsideError, BadWordsError, NotAllowedError
from app.model.halfsaid import HalfPromise, HalfSaid
from app.model.ids import RecordId
from app.model.promises import Promise
from app.model.record import Record
from app.model.statement import Statement
from app.model.text import is_blank
from app.model.wording import N_
from app.usecases import promises
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.column import Column
from ui.parts.days import Days
from ui.parts.fields import Field
from ui.parts.flow import Flow
from ui.parts.goal_words import THEMES
from ui.parts.keeping import Keeping
from ui.parts.people_row import people_row
from ui.parts.pressable import Pressable
from ui.parts.promise_card import promise_card
from ui.parts.refs import TAKE_OUT, TICK
from ui.parts.statement_card import statement_card
from ui.parts.strokes import BACKWARD
from ui.parts.taborder import follow_layout
from ui.parts.words import Words
from ui.screens.base import NOTHING_SAID
from ui.screens.moments.asking import begin_anew, choice_cards, focus_soon
from ui.screens.moments.view import View


class PromiseView(View):
    """First what was said, then who does it and by when; both have to be there.

    Attributes:
        half: the promises that are being written, one for each sentence.

    """

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        said = {each.id for each in self._sayings()}
        self.half = {e.said: e for e in talk.typing.promises if e.said in said}
        self._keeping = Keeping(
            self, ctx, place=self.session, key=self.step.key,
            standing=lambda: self.standing, kept=talk.typing,
        )  # fmt: skip
        self._told: Words | None = None
        self._first: QWidget | None = None
        self._column = self.page()
        self._show()

    def first_focus(self) -> QWidget | None:
        """The first sentence, or whoever may do it."""
        return self._first

    def leave(self) -> None:
        """Keep what is half written."""
        self._keeping.now()

    def carry_over(self, old: View) -> None:
        """A promise that is not written down yet stays as far as it was made."""
        if isinstance(old, PromiseView) and len(old.made) == len(self.made):
            self.half = dict(old.half)
            self._show()

    def unsaid(self) -> Callable[[], Change] | None:
        """A promise that says who, what and by when is written; else it stays as it stands."""
        half = self.on_screen
        if half is None or half.owner is None or half.due is None or is_blank(half.words):
            return None
        return self._promise(half) if half.due >= self.ctx.today else None

    @property
    def standing(self) -> HalfSaid:
        """Everything that is half written here."""
        said = {each.id: each.body.original for each in self._sayings()}
        begun = (
            each
            for each in self.half.values()
            if each != HalfPromise(said=each.said, words=said.get(each.said, ""), open=each.open)
        )
        return promises.half_written(tuple(begun))

    @property
    def on_screen(self) -> HalfPromise | None:
        """The promise that is being written now."""
        return next((each for each in self.half.values() if each.open), None)

    @property
    def made(self) -> list[Record[Promise]]:
        """What was promised at this step."""
        return [
            each
            for each in self.talk.of(Promise)
            if each.body.session == self.session and each.body.moment == self.step.key
        ]

    def _show(self) -> None:
        begin_anew(self._column)
        self._read, self._first, self._told = [], None, None
        half = self.on_screen
        if half is None:
            self._choose(self._column)
        else:
            self._make(self._column, half)
        self.end_page(self._column)

    def _again(self, focus: str) -> None:
        self._show()
        follow_layout(self)
        focus_soon(self, focus)

    def _set(self, half: HalfPromise, **parts: object) -> None:
        self.half[half.said] = msgspec.structs.replace(self.half[half.said], **parts)
        self._keeping.soon()

    # What was said

    def _sayings(self) -> list[Record[Statement]]:
        """What the person said in this talk, and nobody has promised anything about.

        With it what was said before, where a promise about it was begun and left.
        """
        taken = {each.body.said for each in self.talk.of(Promise)}
        begun = {each.said for each in self.talk.typing.promises}
        return [
            each
            for each in self.talk.of(Statement)
            if (each.body.session == self.session or each.id in begun)
            and not each.body.disowned
            and each.body.voice_group != "others"
            and each.id not in taken
        ]

    def _choose(self, column: Column) -> None:
        column.add(self.question(picture_px=72))
        said = self._sayings()
        spoken_of = bool(said or self.made)  # what explains it speaks of what was said
        if spoken_of and (explained := self.explanation()) is not None:
            column.add(explained)
        for each in self.made:
            self._add_made(column, each)
        words = N_("When you have said something, somebody can promise to do something about it.")
        if said:
            words = N_("Press what you said, if somebody is to do something about it.")
        elif not spoken_of and not self.talk.spoke:
            words = NOTHING_SAID
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
        half = self.half.get(record.id) or HalfPromise(said=record.id, words=record.body.original)
        self.half[record.id] = msgspec.structs.replace(half, open=True)
        self._again("words-promise")

    def _take_back(self, promise: RecordId) -> None:
        session, step, by = self.session, self.step.key, self.ctx.writer
        self.do(
            lambda: promises.take_back(
                self.notebook, promise=promise, session=session, step=step, by=by
            )
        )

    # Who does what, by when

    def _make(self, column: Column, half: HalfPromise) -> None:
        ctx = self.ctx
        about = next(each for each in self._sayings() if each.id == half.said)
        column.add(self.question(ctx.t(N_("Who does what, by when?")), picture_px=56))
        card = statement_card(ctx, about, person=self.name, new=True)
        card.setObjectName("other-sentence")
        card.clicked.connect(self.hear.emit)
        self._read.append(card)
        column.add(card)
        field = Field(ctx, ctx.t(N_("We will")), text=half.words)
        field.line.setObjectName("words-promise")
        field.line.textChanged.connect(lambda words: self._set(half, words=words))
        column.add(field)
        self._heading(column, N_("Who does it?"))
        row, faces = people_row(
            ctx, self.talk.person, self.talk.supporters,
            chosen=(half.owner,) if half.owner else (), name="owner",
            pick=lambda who: self._pick(half, f"owner-{who}", owner=who),
        )  # fmt: skip
        column.add_row(row)
        self._first = faces[0]
        self._read += faces
        self._heading(column, N_("By when?"))
        days = Days(
            ctx, chosen=half.due, pick=lambda day: self._pick(half, "make-promise", due=day)
        )
        self._read += days.cards
        column.add(days)
        self._heading(column, N_("What is it about?"))
        themes, cards = choice_cards(
            ctx, THEMES, chosen=half.theme, name="theme", flat=True,
            pick=lambda theme: self._pick(half, f"theme-{theme}", theme=theme),
        )  # fmt: skip
        column.add_row(themes)
        self._read += cards
        self._add_deeds(column, half)

    def _heading(self, column: Column, sentence: str) -> None:
        words = Words(self.ctx, self.ctx.t(sentence), size="label")
        self._read.append(words)
        column.add(words)

    def _add_deeds(self, column: Column, half: HalfPromise) -> None:
        row = Flow(gap=4)
        make = Pressable(
            self.ctx, self.ctx.t(N_("Write the promise down")), picture=TICK, picture_px=34,
            role="action", size="button",
        )  # fmt: skip
        make.setObjectName("make-promise")
        make.clicked.connect(functools.partial(self._write, half))
        back = Pressable(
            self.ctx, self.ctx.t(N_("Another sentence")), picture=BACKWARD, picture_px=28
        )
        back.setObjectName("another-sentence")
        back.clicked.connect(functools.partial(self._leave_it, half))
        row.addWidget(make)
        row.addWidget(back)
        column.add_row(row)
        self._told = Words(self.ctx, "", size="label", ink="stop_ink")
        column.add(self._told)

    def _leave_it(self, half: HalfPromise) -> None:
        """Another sentence is wanted; what was written for this one stays with it."""
        self._set(half, open=False)
        self._again(f"said-{half.said}")

    def _pick(self, half: HalfPromise, focus: str, **chosen: object) -> None:
        self._set(half, **chosen)
        self._again(focus)

    def _write(self, half: HalfPromise) -> None:
        self.do(self._promise(self.half[half.said]))

    def _promise(self, half: HalfPromise) -> Callable[[], Change]:
        by, at, today = self.ctx.writer, self.now(), self.ctx.today
        person, session, step = self.talk.person.id, self.session, self.step.key
        return lambda: promises.promise(
            self.notebook, person=person, words=half.words, said=half.said, owner=half.owner,
            due=half.due, today=today, by=by, theme=half.theme, session=session, step=step, at=at,
        )  # fmt: skip

    def refused(self, error: AlongsideError) -> bool:
        """Say under the button what is missing."""
        if not isinstance(error, NotAllowedError | BadWordsError) or self._told is None:
            return False
        self._told.say(error.said(self.ctx.words))
        self._column.ensureWidgetVisible(self._told)
        return True
