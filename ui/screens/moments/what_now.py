"""What becomes of a goal now: keep on, change it, let it go and what for, or celebrate it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.ids import PictureRef
from app.model.wording import N_
from app.usecases import goals
from app.usecases.goals import Aim
from ui.parts.flow import Flow
from ui.parts.goal_words import AGAIN, CELEBRATE, LET_GO, STATUSES
from ui.parts.pressable import Pressable
from ui.parts.words import Words
from ui.screens.base import Readable
from ui.screens.moments.asking import choice_cards
from ui.screens.moments.view import View

_WHAT_NOW: dict[str, tuple[str, PictureRef]] = {
    "trying": (N_("Keep on"), STATUSES["doing"][1]),
    "changed": (N_("Change it"), AGAIN),
    "let_go": (N_("Let it go"), STATUSES["dropped"][1]),
    "reached": (N_("We did it"), STATUSES["done"][1]),
}


class WhatNow(QWidget):
    """A few cards; each is written as it is pressed.

    Attributes:
        read: what can be heard of it, in reading order.
        first: what has the keyboard first.

    """

    def __init__(self, view: View, aim: Aim, *, decided: bool) -> None:
        super().__init__()
        self._view, self._aim = view, aim
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        ctx, goal = view.ctx, aim.goal.body
        asked = Words(ctx, ctx.t(N_("What now?")), size="title")
        self._column.addWidget(asked)
        chosen = goal.status if decided else None
        row, cards = choice_cards(
            ctx, _WHAT_NOW, chosen=chosen, pick=self._decide, name="now", flat=True
        )
        self._column.addLayout(row)
        self.first: QWidget = cards[0]
        self.read: list[Readable] = [asked, *cards]
        if goal.status == "let_go":
            self._ask_what_for()
        if goal.status == "reached":
            self._offer_to_celebrate()

    def _ask_what_for(self) -> None:
        ctx = self._view.ctx
        asked = Words(ctx, ctx.t(N_("What has changed?")), size="label")
        because = self._aim.goal.body.let_go_because
        row, reasons = choice_cards(
            ctx, LET_GO, chosen=because, pick=self._let_go, name="because", flat=True
        )
        self._column.addWidget(asked)
        self._column.addLayout(row)
        self.read += [asked, *reasons]

    def _offer_to_celebrate(self) -> None:
        ctx = self._view.ctx
        party = Pressable(ctx, ctx.t(N_("We celebrated it")), picture=CELEBRATE, picture_px=44)
        party.setObjectName("celebrate")
        party.choose(self._aim.goal.body.celebrated)
        party.clicked.connect(self._celebrate)
        row = Flow(gap=4)
        row.addWidget(party)
        self._column.addLayout(row)
        self.read.append(party)

    def _decide(self, status: str) -> None:
        self._keep(status, None, focus=f"now-{status}")

    def _let_go(self, because: str) -> None:
        self._keep("let_go", because, focus=f"because-{because}")

    def _keep(self, status: str, because: str | None, *, focus: str) -> None:
        view, goal = self._view, self._aim.goal.id
        by, session, today = view.ctx.writer, view.session, view.ctx.today
        reason = {"because": because} if because else {}
        view.do(
            lambda: goals.decide(
                view.notebook, goal=goal, status=status, today=today, by=by, session=session,
                **reason,
            ),
            focus=focus,
        )  # fmt: skip

    def _celebrate(self) -> None:
        view, goal = self._view, self._aim.goal
        by, session, celebrated = view.ctx.writer, view.session, not goal.body.celebrated
        view.do(
            lambda: goals.celebrate(
                view.notebook, goal=goal.id, celebrated=celebrated, by=by, session=session
            ),
            focus="celebrate",
        )
