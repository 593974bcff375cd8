"""Who is here, and whether the person is happy that each of them stays."""

from typing import Literal, get_args

import msgspec
from PySide6.QtWidgets import QWidget

from app.model.ids import PictureRef, RecordId
from app.model.person import Supporter
from app.model.record import Record
from app.model.session import Attendee
from app.model.wording import N_
from app.usecases import who_is_here
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import KEEP, NOT_MINE, OUT, PLUS, UNSURE
from ui.parts.words import Words
from ui.pixmaps import face_picture
from ui.screens.base import Route
from ui.screens.moments.view import View

Okay = Literal["yes", "not_now", "some_of_it"]

_WORDS: dict[Okay, tuple[str, PictureRef]] = {
    "yes": (N_("Yes, stay"), KEEP),
    "not_now": (N_("Not now"), NOT_MINE),
    "some_of_it": (N_("For some of it"), UNSURE),
}


def gone_out_button(ctx: Context, who: Record[Supporter]) -> Pressable:
    """Says that somebody is not in the room any more."""
    words = ctx.t(N_("{name} has gone out"), name=who.body.name)
    button = Pressable(ctx, words, picture=OUT, picture_px=34)
    button.setObjectName(f"gone-{who.id}")
    return button


class PeopleHereView(View):
    """A row for each person here: their face and name, and three answers."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        column = self.page()
        column.add(self.question())
        if (explained := self.explanation()) is not None:
            column.add(explained)
        self._rows: list[Pressable] = []
        here = {each.supporter for each in talk.session.body.attendees}
        for supporter in talk.supporters:
            if supporter.id in here:
                column.add_row(self._row(supporter))
        column.add(Words(ctx, ctx.t(N_("Somebody else is here")), size="label"))
        others = Flow(gap=4)
        for supporter in talk.supporters:
            if supporter.id not in here and supporter.body.left_on is None:
                others.addWidget(self._other(supporter))
        others.addWidget(self._somebody_new())
        column.add_row(others)
        self.end_page(column)

    def first_focus(self) -> QWidget | None:
        """The first answer."""
        return self._rows[0] if self._rows else None

    def _row(self, supporter: Record[Supporter]) -> Flow:
        ctx = self.ctx
        row = Flow(gap=0)
        who = Pressable(
            ctx,
            supporter.body.name,
            picture=face_picture(supporter.body.photo, supporter.body.name),
            picture_px=52,
            role="bare",
            size="sentence",
        )
        who.setEnabled(False)
        self._read.append(who)
        row.addWidget(who)
        now = next(
            each.ok_by_person
            for each in self.talk.session.body.attendees
            if each.supporter == supporter.id
        )
        for okay in get_args(Okay):
            words, picture = _WORDS[okay]
            button = Pressable(ctx, ctx.t(words), picture=picture, picture_px=34)
            button.setObjectName(f"{okay}-{supporter.id}")
            button.choose(now == okay)
            button.clicked.connect(lambda _=False, okay=okay: self._say(supporter.id, okay))
            self._rows.append(button)
            row.addWidget(button)
        if now == "not_now":
            gone = gone_out_button(ctx, supporter)
            gone.clicked.connect(lambda: self._gone(supporter.id))
            row.addWidget(gone)
        return row

    def _other(self, supporter: Record[Supporter]) -> Pressable:
        button = Pressable(
            self.ctx,
            supporter.body.name,
            picture=face_picture(supporter.body.photo, supporter.body.name),
            picture_px=34,
            role="quiet",
            size="note",
        )
        button.setObjectName(f"here-{supporter.id}")
        button.clicked.connect(lambda: self._say(supporter.id, "not_asked"))
        return button

    def _somebody_new(self) -> Pressable:
        button = Pressable(
            self.ctx,
            self.ctx.t(N_("Add somebody")),
            picture=PLUS,
            picture_px=34,
            role="quiet",
            size="note",
            dashed=True,
        )
        button.setObjectName("add-somebody")
        about = {"session": self.session, "person": self.talk.person.id}
        button.clicked.connect(lambda: self.go.emit(Route("add_supporter", about)))
        return button

    def _say(self, supporter: RecordId, okay: str) -> None:
        before = next(
            (each for each in self.talk.session.body.attendees if each.supporter == supporter),
            Attendee(supporter=supporter),
        )
        attendee = msgspec.structs.replace(before, ok_by_person=okay)
        ctx, session, step, at = self.ctx, self.session, self.step.key, self.now()
        self.do(
            lambda: who_is_here.welcome(
                self.notebook,
                session=session,
                step=step,
                attendee=attendee,
                by=ctx.writer,
                at=at,
            ),
            focus=f"{okay if okay != 'not_asked' else 'yes'}-{supporter}",
        )

    def _gone(self, supporter: RecordId) -> None:
        ctx, session, step, at = self.ctx, self.session, self.step.key, self.now()
        self.do(
            lambda: who_is_here.gone_out(
                self.notebook, session=session, step=step, supporter=supporter, by=ctx.writer, at=at
            )
        )
