"""These are due: each is talked about now, gets a day, or is left today. Nothing is renewed."""

import datetime
import functools
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.model.choice_sheets import ChoiceSheet
from app.model.guide import Guide
from app.model.outcome import late_words
from app.model.refusals import REFUSAL_PICTURES
from app.model.wording import N_, said
from app.usecases import comments, due, sessions
from app.usecases.due import Choice, Due
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.days import Days
from ui.parts.fields import Field
from ui.parts.flow import Flow
from ui.parts.goal_words import DUE_PICTURES, WHEN
from ui.parts.pressable import Pressable
from ui.parts.refs import TALK, TICK
from ui.parts.taborder import follow_layout
from ui.parts.words import Words
from ui.screens.base import Route
from ui.screens.moments.asking import begin_anew, focus_soon
from ui.screens.moments.view import View

_CHOICES = {
    "now": (N_("Talk about it now"), TALK),
    "day": (N_("Find a day"), WHEN),
    "not_today": (N_("Not today"), REFUSAL_PICTURES["not_today"]),
}
_TALKS = {"risk_plan": "risk", "restriction": "restriction", "decision": "decision"}
"""What kind of talk one of these needs."""

_SCREENS = {"goal": "goals", "step": "goals", "promise": "yswd", "to_tell": "yswd"}


class DueView(View):
    """A card for each thing that is due, with three answers under it."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        self._first: QWidget | None = None
        self.finding: str = ""
        self._column = self.page()
        records = (talk.person, *talk.supporters, *talk.others)
        self._due = due.of_person(records, name=self.name, today=ctx.today, session=talk.session.id)
        self._show()

    def first_focus(self) -> QWidget | None:
        """The first answer."""
        return self._first

    def carry_over(self, old: View) -> None:
        """The thing for which a day is being found stays open until it has one."""
        if isinstance(old, DueView) and old.finding:
            self.finding = old.finding
            if self._chosen(self.finding)[0] != "day":
                self._show()

    def _chosen(self, record: str) -> tuple[Choice | None, datetime.date | None]:
        return due.chosen(self.talk.session.body.answers.get(self.step.key), record)

    def _show(self) -> None:
        begin_anew(self._column)
        self._read, self._first = [], None
        self._column.add(self.question(picture_px=64))
        if (explained := self.explanation()) is not None:
            self._column.add(explained)
        if not self._due:
            self._say(self.ctx.t(N_("Nothing is due today.")))
        for each in self._due:
            self._add(each)
        self.end_page(self._column)

    def _say(self, words: str) -> None:
        shown = Words(self.ctx, words, size="sentence", bold=False)
        self._read.append(shown)
        self._column.add(shown)

    def _add(self, one: Due) -> None:
        ctx = self.ctx
        choice, day = self._chosen(one.record)
        kind, since, told = self._kind(one), self._since(one), self._told(one)
        card = Pressable(
            ctx, told or kind, picture=DUE_PICTURES[one.what], picture_px=52,
            note=f"{kind} · {since}" if told else since, size="sentence", bold=False,
        )  # fmt: skip
        card.setObjectName(f"due-{one.record}")
        card.clicked.connect(self.hear.emit)
        self._read.append(card)
        self._column.add(card)
        row = Flow(gap=0)
        for name, (words, picture) in _CHOICES.items():
            said = ctx.t(words)
            booked = ctx.words.date(day) if name == "day" and day is not None else ""
            button = Pressable(ctx, said, picture=picture, picture_px=30, note=booked)
            button.setObjectName(f"{name}-{one.record}")
            button.choose(choice == name)
            button.setAccessibleName(f"{said}: {card.words}")
            button.clicked.connect(functools.partial(self._press, one, name))
            row.addWidget(button)
            self._first = self._first or button
        self._column.add_row(row)
        if one.what == "comment" and choice == "now":
            self._add_answering(one)
        if self.finding == one.record:
            self._column.add(
                Days(ctx, chosen=day, pick=functools.partial(self._book, one), name="book")
            )

    def _add_answering(self, one: Due) -> None:
        """Room for what the person says to a comment that is talked about now."""
        ctx = self.ctx
        field = Field(ctx, ctx.t(N_("What I answered")))
        field.line.setObjectName(f"reply-{one.record}")
        self._column.add(field)
        keep = Pressable(ctx, ctx.t(N_("Keep this answer")), picture=TICK, picture_px=30)
        keep.setObjectName(f"answer-{one.record}")
        keep.clicked.connect(lambda: self._answer(one, field.text))
        self._read.append(keep)
        self._column.add(keep)

    def _answer(self, one: Due, reply: str) -> None:
        by, today = self.ctx.writer, self.ctx.today
        self.do(
            lambda: comments.answer(self.notebook, comment=one.record, reply=reply, on=today, by=by)
        )

    def _told(self, one: Due) -> str:
        """Its own words, and what is told below them; empty where there are none."""
        words = self.ctx.words
        below = (
            words.beside(said(each, words) for each in line)
            for line in self.talk.below.get(one.record, ())
        )
        return "\n".join(filter(None, (one.words, *below)))

    def _kind(self, one: Due) -> str:
        """What sort of thing it is, as it is said to the person."""
        if one.what == "to_tell":
            return self.ctx.t(N_("We tell you what came of a promise"))
        return one.kind_in_words(self.ctx.words)

    def _since(self, one: Due) -> str:
        """Since when it is due; of a promise whose day is over, that it is late."""
        ctx = self.ctx
        if one.on == ctx.today:
            return ctx.t(N_("Today"))
        if one.what == "promise":
            return late_words(ctx.words, one.on)
        return ctx.t(N_("since {day}"), day=ctx.words.date(one.on))

    def _press(self, one: Due, name: str) -> None:
        if name == "day":
            self.finding = "" if self.finding == one.record else one.record
            self._show()
            follow_layout(self)
            focus_soon(self, "book-7" if self.finding else f"day-{one.record}")
            return
        self.finding = ""
        if name == "now" and one.what in _SCREENS:
            about = {"person": self.talk.person.id}
            self._leave_for(one, lambda: Route(_SCREENS[one.what], about))
        elif name == "now" and (guide := self._guide_for(one)) is not None:
            self._leave_for(one, functools.partial(self._start, guide))
        else:
            self._write(one, "now" if name == "now" else "not_today")

    def _book(self, one: Due, day: datetime.date) -> None:
        self.finding = ""
        self._write(one, "day", day)

    def _guide_for(self, one: Due) -> Guide | None:
        """The talk for which this kind of thing is meant, where the program has one."""
        wanted, guides = _TALKS.get(one.what), self.ctx.house.guides
        for sheet in self.talk.of(ChoiceSheet):
            if sheet.id == one.record:
                return guides.get(sheet.body.guide)
        return next((g for g in guides.values() if g.type == wanted), None)

    def _start(self, guide: Guide) -> Route:
        """The talk about it: one that is not finished is carried on; this one waits meanwhile."""
        person, by, now = self.talk.person.id, self.ctx.writer, self.now()
        found = sessions.unfinished(self.notebook, person=person, guide=guide)
        if found is None:
            change = sessions.start(self.notebook, person=person, guide=guide, by=by, now=now)
            found = change.last("session")
        return Route("talk", {"session": found, "person": person})

    def _leave_for(self, one: Due, to: Callable[[], Route]) -> None:
        """Keep that it is talked about now, and go where that is done."""
        if self.waiting():
            return
        by, at, session, step = self.ctx.writer, self.now(), self.session, self.step.key

        def work() -> Route:
            due.choose(
                self.notebook, record=one.record, choice="now", session=session, step=step, by=by,
                at=at,
            )  # fmt: skip
            return to()

        self.ctx.desk.do(work, owner=self, then=self.go.emit)

    def _write(self, one: Due, choice: Choice, day: datetime.date | None = None) -> None:
        by, at, session, step = self.ctx.writer, self.now(), self.session, self.step.key
        self.do(
            lambda: due.choose(
                self.notebook, record=one.record, choice=choice, day=day, session=session,
                step=step, by=by, at=at,
            ),
            focus=f"{choice}-{one.record}",
        )  # fmt: skip
