"""What a worker is in this service: asked when they are let in, and to be changed later."""

from typing import TYPE_CHECKING

from app.model.person import ROLE_WORDS, SupporterRole
from app.model.wording import N_
from app.usecases import worker_roles
from ui.context import Context
from ui.parts.pressable import Pressable
from ui.screens.base import Route
from ui.screens.workers import OneWorkerScreen

if TYPE_CHECKING:
    from app.store.keys import Worker


class WorkerRoleScreen(OneWorkerScreen):
    """A card for each; who said so is written down."""

    def __init__(self, ctx: Context, *, worker: str) -> None:
        super().__init__(ctx, worker=worker, back_to=Route("worker", {"worker": worker}))

    def show_worker(self, worker: "Worker", others: int) -> None:  # noqa: ARG002
        """The question, the cards, and what follows from it."""
        ctx, page = self.ctx, self.page
        asked = N_("What is {name} here?")
        mine = N_("What are you here?")
        page.say(ctx.t(mine if self.is_you else asked, name=worker.name), "question")
        page.begin_row(gap=4, same=False)
        cards = [page.put(self._card(role)) for role in worker_roles.ROLES]
        for sentence in (
            N_("Managers can open words that a person sealed for a manager. So can advocates."),
            N_("That you said so is kept in the list of what was done."),
        ):
            page.say(ctx.t(sentence), "label", bold=False)
        self.show_page(cards[0])

    def _card(self, role: SupporterRole) -> Pressable:
        card = Pressable(self.ctx, self.ctx.t(ROLE_WORDS[role]), size="choice")
        card.setObjectName(f"role-{role}")
        card.choose(role == self.role)
        card.clicked.connect(lambda: self._give(role))
        return card

    def _give(self, role: SupporterRole) -> None:
        house, notebook, worker = self.ctx.house, self.ctx.open_notebook, self.worker

        def give() -> None:
            workers = [each.id for each in house.workers(notebook)]
            giver = notebook.worker.id
            worker_roles.give(notebook, worker=worker, role=role, giver=giver, workers=workers)

        to = Route("workers")
        if role == "advocate":
            to = Route("worker_people", {"worker": worker})
        self.ctx.desk.do(give, owner=self, then=lambda _: self.go.emit(to))
