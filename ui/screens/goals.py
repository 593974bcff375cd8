"""What I want next: each goal with its steps, and the way to see how it moved."""

import functools

from app.model.ids import RecordId
from app.model.wording import N_
from app.usecases import goals, steps
from app.usecases.goals import Aim, Aims
from app.usecases.ports import Notebook
from ui.parts.bars import Button
from ui.parts.goal_words import CELEBRATE, GOAL_STATUSES, MOVED
from ui.parts.key_words import sentence_card
from ui.parts.pressable import Pressable
from ui.parts.refs import MARKS
from ui.parts.statement_card import whose_words
from ui.screens.base import Route
from ui.screens.moments.steps import step_card
from ui.screens.paged import ListScreen


class GoalsScreen(ListScreen):
    """The goals that are still wanted first; what was reached stands below them."""

    title = N_("What I want next")
    kinds = frozenset({"goal", "goal_rating", "step", "statement"})

    def way_back(self) -> Button:
        """Home."""
        return self.home_button(Route("home", {"person": self.person_id}))

    def find(self, notebook: Notebook) -> Aims:
        """The goals with their steps."""
        return goals.of_person(notebook, person=self.person_id)

    def show_found(self, found: Aims) -> None:
        """The goals, anew."""
        self.person = found.person
        ctx, page = self.ctx, self.page
        page.begin_anew()
        page.say(ctx.t(N_("What I want next")), "question")
        if not found.aims:
            page.say(ctx.t(N_("There are no goals yet. They begin in a talk.")))
        open_ones = [each for each in found.aims if each.goal.body.open]
        for aim in open_ones:
            self._add(aim, found)
        others = [each for each in found.aims if not each.goal.body.open]
        if others:
            page.say(ctx.t(N_("Before")), "title")
        for aim in others:
            self._add(aim, found)
        self._add_other_steps(found)
        self.show_page(self.findChild(Pressable, f"goal-{found.aims[0].goal.id}")
                       if found.aims else None)  # fmt: skip

    def _add(self, aim: Aim, found: Aims) -> None:
        ctx, page, body = self.ctx, self.page, aim.said.body
        status = ctx.t(GOAL_STATUSES[aim.goal.body.status])
        card = sentence_card(
            ctx,
            body,
            picture_px=72,
            note=f"{whose_words(ctx, body)} · {status}",
            note_picture=CELEBRATE if aim.goal.body.celebrated else MARKS[body.voice_group],
            note_heard="around",
            role=body.voice_group,
            size="sentence",
            lang=body.original_lang,
        )
        card.setObjectName(f"goal-{aim.goal.id}")
        self.add_heard(card)
        for step in steps.standing(aim.steps, found.statements):
            who = _name(found, step.body.who)
            shown = step_card(ctx, step.body, steps.words_of(step.body, found.statements), who)
            self.add_heard(shown)
        if any(each.body.value != "no_answer" for each in aim.ratings):
            page.begin_row(gap=0, same=False)
            see = Pressable(ctx, ctx.t(N_("See how it moved")), picture=MOVED, picture_px=40)
            see.setObjectName(f"moved-{aim.goal.id}")
            see.clicked.connect(functools.partial(self._to_moved, aim.goal.id))
            page.put(see)

    def _add_other_steps(self, found: Aims) -> None:
        """Steps for the days to come that lead to no goal."""
        left = [
            each
            for each in steps.standing(found.loose_steps, found.statements)
            if each.body.status != "dropped"
        ]
        if left:
            self.page.say(self.ctx.t(N_("Other steps")), "title")
        for step in left:
            words = steps.words_of(step.body, found.statements)
            shown = step_card(self.ctx, step.body, words, _name(found, step.body.who))
            self.add_heard(shown)

    def _to_moved(self, goal: RecordId) -> None:
        self.go.emit(Route("moved", {"person": self.person_id, "goal": goal}))


def _name(found: Aims, who: RecordId) -> str:
    if who == found.person.id:
        return found.person.body.preferred_name
    return next((each.body.name for each in found.supporters if each.id == who), "")
