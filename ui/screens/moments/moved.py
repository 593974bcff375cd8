"""How a goal moved over time: a picture to read together, and the same in sentences."""

from PySide6.QtWidgets import QWidget

from app.model.goals import Goal, GoalRating
from app.model.movement import movement
from app.model.session import Answer
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import goals
from app.usecases.goals import Aim
from app.usecases.talks import Talk
from ui.context import Context
from ui.parts.flow import Flow
from ui.parts.movement import MovementPicture
from ui.parts.pressable import Pressable
from ui.parts.refs import KEEP
from ui.parts.statement_card import heading_card
from ui.parts.words import Words
from ui.screens.moments.view import View


class MovedView(View):
    """One goal, or all of them below each other. Pressing "I have seen it" is the answer."""

    def __init__(self, ctx: Context, talk: Talk) -> None:
        super().__init__(ctx, talk)
        column = self.page()
        column.add(self.question(picture_px=64))
        if (explained := self.explanation()) is not None:
            column.add(explained)
        shown = [each for each in self._aims() if each.ratings]
        for aim in shown:
            card = heading_card(ctx, aim.said.body)
            card.clicked.connect(self.hear.emit)
            column.add(card)
            picture = movement_picture(ctx, talk, aim)
            column.add(picture)
            self._read += [card, picture]
        if not shown:
            none = Words(ctx, ctx.t(N_("There is nothing to show yet.")), size="sentence")
            self._read.append(none)
            column.add(none)
        self._seen = Pressable(ctx, ctx.t(N_("I have seen it")), picture=KEEP, picture_px=40)
        self._seen.setObjectName("seen")
        given = talk.session.body.answers.get(self.step.key)
        self._seen.choose(given is not None and given.response == "chosen")
        self._seen.clicked.connect(self._have_seen)
        row = Flow()
        row.addWidget(self._seen)
        column.add_row(row)
        self.end_page(column)

    def first_focus(self) -> QWidget | None:
        """Having seen it."""
        return self._seen

    def _aims(self) -> list[Aim]:
        found = goals.aims(
            self.talk.of(Goal), self.talk.of(Statement), ratings=self.talk.of(GoalRating)
        )
        about = self.step.about
        return [each for each in found if (each.goal.id == about if about else each.goal.body.open)]

    def _have_seen(self) -> None:
        answer = Answer(response="chosen", choices=("seen",), at=self.now())
        self.give_answer(answer, focus="seen")


def movement_picture(ctx: Context, talk: Talk, aim: Aim) -> MovementPicture:
    """The picture of one goal in a talk."""
    return MovementPicture(
        ctx,
        movement(each.body for each in aim.ratings),
        names={each.id: each.body.name for each in talk.supporters},
        person=talk.person.body.preferred_name,
    )
