"""Choosing among a few pictures: how I feel, who helps me speak up, how this was, when next."""

import datetime

from PySide6.QtWidgets import QWidget

from app.model.change import Change
from app.model.guide import Option
from app.model.session import Answer
from app.usecases import sessions
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.words import Words
from ui.screens.moments.view import View


class ChooseView(View):
    """A question with two to eight cards; pressing one is the answer, pressing again changes it."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        column = self.page()
        column.add(self.question())
        if (explained := self.explanation()) is not None:
            column.add(explained)
        self._cards = Flow(gap=4, same=True)
        for option in self.moment.options:
            self._cards.addWidget(self._card(option))
        column.add_row(self._cards)
        if self.moment.helper:
            column.column.addStretch(1)
            column.add(
                Words(ctx, ctx.t(self.moment.helper), size="helper", ink="quiet_ink", bold=False)
            )
        self.end_page(column)

    def first_focus(self) -> QWidget | None:
        """The first card."""
        item = self._cards.itemAt(0)
        return item.widget() if item is not None else None

    def _card(self, option: Option) -> Pressable:
        ctx = self.ctx
        given = self.talk.session.body.answers.get(self.step.key)
        card = Pressable(
            ctx,
            ctx.t(option.words),
            picture=option.picture,
            picture_px=84,
            arrange="above",
            size="choice",
            widest=round(250 * max(1.0, ctx.look.percent / 130)),
        )
        card.setObjectName(f"option-{option.id}")
        card.choose(given is not None and option.id in given.choices)
        card.clicked.connect(lambda: self._chosen(option))
        self._read.append(card)
        return card

    def _chosen(self, option: Option) -> None:
        answer = Answer(
            response="chosen",
            field=self.moment.field,
            choices=(option.id,),
            at=self.now(),
        )
        if option.ends:
            self.give_answer(answer)
            self.end.emit()
        elif self.moment.kind == "when_next" and option.days:
            self.do(lambda: self._set_next(option, answer), focus=f"option-{option.id}")
        else:
            self.give_answer(answer, focus=f"option-{option.id}")

    def _set_next(self, option: Option, answer: Answer) -> Change:
        day = self.ctx.today + datetime.timedelta(days=option.days)
        by, session = self.ctx.writer, self.session
        sessions.set_next(self.notebook, session=session, day=day, by=by)
        return sessions.answer(
            self.notebook, session=session, step=self.step.key, answer=answer, by=by
        )
