"""How a goal moved over time, on a screen of its own."""

from app.model.ids import RecordId
from app.model.movement import movement, sentences
from app.model.wording import N_
from app.usecases import goals
from app.usecases.goals import Aims
from ui.context import Context
from ui.parts.bars import Button
from ui.parts.movement import MovementPicture
from ui.parts.statement_card import statement_card
from ui.screens.base import Route
from ui.screens.paged import PersonPageScreen


class MovedScreen(PersonPageScreen):
    """The picture, and below it the same in sentences.

    Args:
        ctx: what every screen is handed.
        person: whose goal it is.
        goal: which one; the first that has something to show if left out.

    """

    title = N_("How it moved")

    def __init__(self, ctx: Context, *, person: RecordId, goal: RecordId | None = None) -> None:
        super().__init__(ctx, person=person)
        self._goal = goal
        notebook = ctx.open_notebook
        ctx.desk.do(lambda: goals.of_person(notebook, person=person), owner=self, then=self._show)

    def way_back(self) -> Button:
        """Back to the goals."""
        return self.back_button(Route("goals", {"person": self.person_id}))

    def _show(self, found: Aims) -> None:
        self.person = found.person
        ctx, page = self.ctx, self.page
        page.begin_anew()
        wanted = [
            each
            for each in found.aims
            if self._goal in {None, each.goal.id} and movement(r.body for r in each.ratings)
        ]
        if not wanted:
            page.say(ctx.t(N_("There is nothing to show yet.")))
            self.show_page()
            return
        aim, name = wanted[0], found.person.body.preferred_name
        card = statement_card(ctx, aim.said, person=name)
        card.clicked.connect(self.hear.emit)
        page.add(card, card)
        lines = movement(each.body for each in aim.ratings)
        names = {each.id: each.body.name for each in found.supporters}
        page.add(MovementPicture(ctx, lines, names=names, person=name))
        for line in lines:
            who = name if line.by is None else names.get(line.by, ctx.t(N_("Helper")))
            page.say(ctx.t(N_("{name} says"), name=who), "label")
            for sentence in sentences(line):
                page.say(sentence.said(ctx.words), "label", bold=False)
        page.take_keys(ctx.t(N_("How it moved")))
        self.show_page(page)
