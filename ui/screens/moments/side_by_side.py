"""How a goal is going: what the person answered and what a helper answered, side by side."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.goals import FACE_PICTURES, GoalRating
from app.model.movement import meaning
from app.model.refusals import REFUSAL_PICTURES
from app.model.wording import N_, said
from app.usecases.goals import Aim
from app.usecases.ratings import Both
from ui.parts.pressable import Pressable
from ui.parts.words import Words
from ui.screens.base import Readable
from ui.screens.moments.view import View

_NO_ANSWER = N_("No answer")


class SideBySide(QWidget):
    """Both answers, each with its name; where they differ, both are kept.

    Attributes:
        read: what can be heard of it, in reading order.

    """

    def __init__(self, view: View, aim: Aim, now: Both) -> None:
        super().__init__()
        self._view, self._aim = view, aim
        self.read: list[Readable] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = (QVBoxLayout if view.ctx.look.stacked else QHBoxLayout)()
        row.setSpacing(8)
        column.addLayout(row)
        if now.person is not None:
            row.addWidget(self._card(now.person.body, view.name, "own"), 1)
        if now.supporter is not None and now.supporter.body.by is not None:
            name = view.talk.name_of(now.supporter.body.by)
            row.addWidget(self._card(now.supporter.body, name, "others"), 1)
        told, given = "", now.person is not None and now.person.body.value != "no_answer"
        if now.supporter is None and given:
            told = N_("The helper did not answer.")
        elif _differ(now):
            told = N_("You see it differently. Both are kept.")
        if told:
            words = Words(view.ctx, view.ctx.t(told), size="label", bold=False)
            self.read.append(words)
            column.addWidget(words)

    def _card(self, rating: GoalRating, name: str, role: str) -> Pressable:
        ctx, value = self._view.ctx, rating.value
        if value == "no_answer":
            words, picture = ctx.t(_NO_ANSWER), REFUSAL_PICTURES["dont_want_to_say"]
        else:
            words = said(meaning(value, self._aim.goal.body.anchors), ctx.words)
            picture = FACE_PICTURES[value]
        card = Pressable(
            ctx, words, picture=picture, picture_px=72, size="sentence", bold=False,
            note=ctx.t(N_("{name} says"), name=name), note_heard="around", role=role,
        )  # fmt: skip
        card.setObjectName(f"said-{role}")
        card.clicked.connect(self._view.hear.emit)
        self.read.append(card)
        return card


def _differ(now: Both) -> bool:
    if now.person is None or now.supporter is None:
        return False
    values = {now.person.body.value, now.supporter.body.value}
    return len(values) > 1 and "no_answer" not in values
