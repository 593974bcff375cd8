"""Whose advocate a worker is: they see these people and nobody else."""

from typing import TYPE_CHECKING

from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.wording import N_
from app.usecases import advocates, people
from app.usecases.ports import Notebook
from ui.context import Context
from ui.parts.pressable import Pressable
from ui.pixmaps import initial
from ui.screens.base import Route
from ui.screens.workers import OneWorkerScreen

if TYPE_CHECKING:
    from app.store.keys import Worker

_Found = tuple[tuple[Record[Person], ...], frozenset[RecordId]]


class WorkerPeopleScreen(OneWorkerScreen):
    """A card for each person; pressed, this worker speaks up with them."""

    def __init__(self, ctx: Context, *, worker: str) -> None:
        super().__init__(ctx, worker=worker, back_to=Route("worker", {"worker": worker}))

    def show_worker(self, worker: "Worker", others: int) -> None:  # noqa: ARG002
        """Ask who there is."""
        self._name = worker.name
        self._load()

    def _load(self, focus: str = "") -> None:
        notebook, worker = self.ctx.open_notebook, self.worker
        self.ctx.desk.do(
            lambda: _read(notebook, worker),
            owner=self,
            then=lambda found: self._show(*found, focus),
        )

    def _show(
        self, everyone: tuple[Record[Person], ...], theirs: frozenset[RecordId], focus: str
    ) -> None:
        ctx, page = self.ctx, self.page
        page.begin_anew()
        asked = N_("With whom does {name} speak up?")
        page.say(ctx.t(asked, name=self._name), "question")
        only = N_("{name} then sees these people and nobody else, and writes in no plan.")
        page.say(ctx.t(only, name=self._name), "label", bold=False)
        page.begin_row(gap=8)
        cards = {f"of-{each.id}": page.put(self._card(each, theirs)) for each in everyone}
        self.show_page(cards.get(focus) or next(iter(cards.values()), None))

    def _card(self, person: Record[Person], theirs: frozenset[RecordId]) -> Pressable:
        name = person.body.preferred_name
        card = Pressable(
            self.ctx,
            name,
            picture=person.body.photo or initial(name),
            picture_px=90,
            arrange="above",
            size="button",
            widest=round(280 * max(1.0, self.ctx.look.percent / 125)),
        )
        card.setObjectName(f"of-{person.id}")
        card.choose(person.id in theirs)
        card.clicked.connect(lambda: self._change(person.id, person.id not in theirs))
        return card

    def _change(self, person: RecordId, speaks_up: bool) -> None:
        house, notebook = self.ctx.house, self.ctx.open_notebook
        worker, name = self.worker, self._name
        giver = notebook.worker.id

        def change() -> None:
            by = people.writer(notebook, person=person, worker=giver)
            advocates.name_advocate(
                notebook, person=person, worker=worker, name=name, speaks_up=speaks_up,
                giver=giver, workers=[each.id for each in house.workers(notebook)], by=by,
            )  # fmt: skip

        self.ctx.desk.do(change, owner=self, then=lambda _: self._load(f"of-{person}"))


def _read(notebook: Notebook, worker: str) -> _Found:
    theirs = advocates.people_for(notebook, worker=worker) or ()
    return people.everyone(notebook), frozenset(each.id for each in theirs)
