"""The try-out week: was the row right, who saw it and when; then what the person says to it."""

import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.agreements import RowCheck
from app.model.halfsaid import HalfSaid, seen_key
from app.model.ids import PictureRef, RecordId
from app.model.record import Record
from app.model.statement import ReadBackResult, Statement
from app.model.wording import N_
from app.usecases import halfsaid, rowchecks, statements
from app.usecases.rowchecks import Result
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.chips import Chips
from ui.parts.column import Column, clear
from ui.parts.flow import Flow
from ui.parts.kept_field import KeptField
from ui.parts.pressable import Pressable
from ui.parts.refs import CALENDAR, KEEP, NOT_MINE, PLUS, TICK, UNSURE
from ui.parts.statement_card import statement_card
from ui.parts.words import Words
from ui.pixmaps import face_picture
from ui.screens.moments.view import View

_RESULTS: tuple[tuple[Result, str, PictureRef], ...] = (
    ("right", N_("It was right"), TICK),
    ("wrong", N_("It was not right"), UNSURE),
    ("new", N_("There was something new"), PLUS),
)

RESULT_WORDS: dict[Result, str] = {
    "right": N_("It was right. {name}, {day}."),
    "wrong": N_("It was not right. {name}, {day}."),
    "new": N_("There was something new. {name}, {day}."),
}

_SAID: tuple[tuple[ReadBackResult, str, PictureRef], ...] = (
    ("keep", N_("That is me"), KEEP),
    ("not_sure", N_("I am not sure"), UNSURE),
    ("not_mine", N_("That is not me"), NOT_MINE),
)

_DAYS = 7


class RowCheckView(View):
    """One row large; the others are one press away. Nothing of a row is changed by a check.

    Attributes:
        seen_by: who is said to have seen it, None while nobody has said; and ``on`` which day.

    """

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self._row_shown: RecordId | None = None
        self.seen_by: RecordId | None = None
        self.on = ctx.today
        self.note: KeptField | None = None
        self._page = self.page()
        self._show()

    def first_focus(self) -> QWidget | None:
        """The row itself: no answer is nearer than another."""
        return self.findChild(Pressable, "row")

    def carry_over(self, old: View) -> None:
        """The same row stays on screen after it was answered, with who saw it and when."""
        if isinstance(old, RowCheckView):
            self._row_shown, self.seen_by, self.on = old.shown, old.seen_by, old.on
            self._again()

    def leave(self) -> None:
        """Keep what is written to a check."""
        if self.note is not None:
            self.note.keep_now()

    @property
    def rows(self) -> tuple[Record[Statement], ...]:
        """The rows of the chart."""
        return tuple(
            each
            for each in self.talk.of(Statement)
            if each.body.kind == "chart_row" and not each.body.disowned
        )

    @property
    def shown(self) -> RecordId | None:
        """The row on screen: the one that was pressed, else the first that waits for a check."""
        if self._row_shown is not None:
            return self._row_shown
        waiting = [each.id for each in self.rows if self._last(each.id) is None]
        everything = [each.id for each in self.rows]
        return next(iter((*waiting, *everything)), None)

    def _last(self, row: RecordId) -> Record[RowCheck] | None:
        """The last check of a row in this talk."""
        here = tuple(
            each
            for each in self.talk.of(RowCheck)
            if each.body.session == self.session and each.body.moment == self.step.key
        )
        found = rowchecks.of_row(here, row)
        return found[-1] if found else None

    def _again(self) -> None:
        self._read = []
        self.leave()
        self.note = None
        clear(self._page.column)
        self._show()

    def _show(self) -> None:
        ctx, column = self.ctx, self._page
        column.add(self.question(picture_px=64))
        shown = next((each for each in self.rows if each.id == self.shown), None)
        if shown is None:
            none = Words(ctx, ctx.t(N_("There is no row in the chart yet.")), size="sentence")
            self._read.append(none)
            column.add(none)
        else:
            self._show_row(column, shown)
        self.end_page(column)

    def _show_row(self, column: Column, record: Record[Statement]) -> None:
        card = statement_card(
            self.ctx,
            record,
            person=self.name,
            said_by=self.talk.name_of(record.body.said_by),
        )
        card.setObjectName("row")
        card.clicked.connect(self.hear.emit)
        self._read.append(card)
        column.add(card)
        self._show_check(column, record)
        if self._last(record.id) is not None:
            self._show_person(column, record)
        self._show_who(column)
        self._show_others(column, record)

    def _show_check(self, column: Column, record: Record[Statement]) -> None:
        ctx, last = self.ctx, self._last(record.id)
        row = Flow(gap=4)
        for result, words, picture in _RESULTS:
            button = self._button(f"check-{result}", ctx.t(words), picture)
            button.choose(last is not None and last.body.result == result)
            button.clicked.connect(lambda _=False, result=result: self._check(record.id, result))
            row.addWidget(button)
        column.add_row(row)
        if last is not None:
            told = ctx.t(
                RESULT_WORDS[last.body.result],
                name=self.talk.name_of(last.body.seen_by),
                day=ctx.words.date(last.body.on),
            )
            words = Words(ctx, told, size="label")
            self._read.append(words)
            column.add(words)

    def _show_who(self, column: Column) -> None:
        ctx = self.ctx
        column.add(Words(ctx, ctx.t(N_("Who saw it?")), size="label"))
        self._told = QVBoxLayout()
        column.add_row(self._told)
        self._who = who = Chips(ctx, name="seen-by")
        for each in self.talk.supporters:
            face = face_picture(each.body.photo, each.body.name)
            who.add(each.id, each.body.name, lambda each=each.id: self._choose_who(each), face)
        who.choose(self.seen_by or "")
        column.add_row(who)
        column.add(Words(ctx, ctx.t(N_("On which day?")), size="label"))
        days = Chips(ctx, name="on")
        for ago in range(_DAYS):
            day = ctx.today - datetime.timedelta(days=ago)
            near = {0: ctx.t(N_("Today")), 1: ctx.t(N_("Yesterday"))}
            words = near.get(ago, "") or ctx.words.date(day)
            days.add(str(ago), words, lambda day=day: self._choose_day(day), CALENDAR)
        days.choose(str((ctx.today - self.on).days))
        column.add_row(days)
        shown = self.shown
        if shown is not None:
            asked = ctx.t(N_("What happened? You can leave this empty."))
            column.add(Words(ctx, asked, size="label"))
            column.add(self._note_field(shown))

    def _note_field(self, row: RecordId) -> KeptField:
        key = seen_key(row)
        note = KeptField(self.ctx, self.session, row, "", key=key)
        note.setAccessibleName(self.ctx.t(N_("What happened? You can leave this empty.")))
        note.setFixedHeight(self.ctx.look.size("sentence") * 3)
        notebook, session = self.notebook, self.session

        def show(said: HalfSaid) -> None:
            if not said.blank and not note.toPlainText():
                note.setPlainText(said.words)

        self.ctx.desk.do(
            lambda: halfsaid.read(notebook, session=session, step=key), owner=self, then=show
        )
        self.note = note
        return note

    def _show_person(self, column: Column, record: Record[Statement]) -> None:
        ctx = self.ctx
        asked = Words(
            ctx, ctx.t(N_("What does {name} say about this row?"), name=self.name), size="title"
        )
        self._read.append(asked)
        column.add(asked)
        given = record.body.read_back
        row = Flow(gap=4)
        for result, words, picture in _SAID:
            button = self._button(f"say-{result}", ctx.t(words), picture)
            button.choose(given.on == ctx.today and given.result.endswith(result))
            button.clicked.connect(lambda _=False, result=result: self._say(record, result))
            row.addWidget(button)
        column.add_row(row)

    def _show_others(self, column: Column, record: Record[Statement]) -> None:
        others = [each for each in self.rows if each.id != record.id]
        if not others:
            return
        head = Words(self.ctx, self.ctx.t(N_("Another row")), size="label", ink="quiet_ink")
        column.add(head)
        for each in others:
            last = self._last(each.id)
            card = Pressable(
                self.ctx,
                each.body.original,
                picture=self.ctx.shows_said(each.body.symbols),
                note=self.ctx.t(N_("Checked today")) if last is not None else "",
                size="label",
                bold=False,
                lang=each.body.original_lang,
            )
            card.setObjectName(f"other-row-{each.id}")
            card.clicked.connect(lambda _=False, which=each.id: self._turn_to(which))
            self._read.append(card)
            column.add(card)

    def _button(self, name: str, words: str, picture: PictureRef) -> Pressable:
        button = Pressable(self.ctx, words, picture=picture, picture_px=34)
        button.setObjectName(name)
        self._read.append(button)
        return button

    # What happens

    def _choose_who(self, who: RecordId) -> None:
        self.seen_by = who
        clear(self._told)
        self._who.choose(who)

    def _ask_who(self) -> None:
        """Nobody is taken to have seen it: they are chosen before it is kept."""
        clear(self._told)
        told = Words(
            self.ctx, self.ctx.t(N_("Please choose who saw it.")), size="label", ink="stop_ink"
        )
        self._told.addWidget(told)
        first = next(iter(self._who.buttons.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_day(self, day: datetime.date) -> None:
        self.on = day
        self._mark("on-", str((self.ctx.today - day).days))

    def _mark(self, group: str, chosen: str) -> None:
        for each in self.findChildren(Pressable):
            if each.objectName().startswith(group):
                each.choose(each.objectName() == f"{group}{chosen}")

    def _turn_to(self, row: RecordId) -> None:
        self._row_shown = row
        self._again()
        first = self.first_focus()
        if first is not None:
            first.setFocus()

    def _check(self, row: RecordId, result: Result) -> None:
        if self.seen_by is None:
            self._ask_who()
            return
        ctx, session, step, at = self.ctx, self.session, self.step.key, self.now()
        self._row_shown = row
        note = ""
        if self.note is not None:
            note = self.note.toPlainText()
        seen_by, on = self.seen_by, self.on
        self.do(
            lambda: rowchecks.check(
                self.notebook,
                session=session,
                step=step,
                row=row,
                result=result,
                on=on,
                seen_by=seen_by,
                by=ctx.writer,
                at=at,
                note=note,
            ),
            focus=f"check-{result}",
        )

    def _say(self, record: Record[Statement], result: ReadBackResult) -> None:
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
            ),
            focus=f"say-{result}",
        )
