"""Who can open the notebook: a card for each worker, and one to let somebody else open it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.model.person import ROLE_WORDS, SupporterRole
from app.model.wording import N_, strung
from app.usecases import worker_roles
from ui.context import Context
from ui.parts.page import Page
from ui.parts.pressable import Pressable
from ui.parts.refs import ADVOCATE, KEY, OUT, PLUS, ROLE, WRITE
from ui.pixmaps import initial
from ui.screens.base import Frame, Route
from ui.screens.paged import PageScreen

if TYPE_CHECKING:
    from app.store.keys import Worker


_Found = tuple["tuple[Worker, ...]", dict[str, SupporterRole]]


class KeysScreen(PageScreen):
    """What the screens about workers share: a page with narrow margins, and the way back."""

    def __init__(self, ctx: Context, *, back_to: Route) -> None:
        super().__init__(ctx, Page(ctx, margins=(40, 16, 40, 8), gap=6))
        self.back_to = back_to

    def frame(self) -> Frame:
        """Back to where one came from."""
        return Frame(
            title=self.ctx.open_notebook.path.stem,
            buttons=(self.back_button(self.back_to), self.hear_button()),
        )


class WorkersScreen(KeysScreen):
    """Everybody with a key. Where it can only be read, and in an example, a list of names."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, back_to=Route("keeping"))
        _ask_for_workers(ctx, self, self._show)

    def _show(self, workers: "tuple[Worker, ...]", roles: dict[str, SupporterRole]) -> None:
        ctx, page, notebook = self.ctx, self.page, self.ctx.open_notebook
        page.say(ctx.t(N_("Who can open this notebook")), "title")
        if notebook.read_only or notebook.example:
            for each in workers:
                page.say(f"• {each.name}")
            example = N_("This is an example. It has no keys, and is gone when it is closed.")
            to_read = N_("The notebook is open only to read, so nothing can be changed here.")
            page.say(ctx.t(example if notebook.example else to_read), "label", bold=False)
            self.show_page()
            return
        page.begin_row(gap=8)
        cards = [self._worker(each, roles.get(each.id)) for each in workers]
        self._add()
        self.show_page(cards[0])

    def _worker(self, worker: "Worker", role: SupporterRole | None) -> Pressable:
        ctx = self.ctx
        here = worker.id == ctx.open_notebook.worker.id
        known = [ctx.t(N_("This is you"))] if here else []
        if role is not None:
            known.append(ctx.t(ROLE_WORDS[role]))
        card = Pressable(
            ctx,
            worker.name,
            picture=initial(worker.name),
            picture_px=90,
            note=strung(ctx.words, known),
            arrange="above",
            size="button",
            widest=_widest(ctx),
        )
        card.setObjectName(f"worker-{worker.id}")
        card.clicked.connect(lambda: self.go.emit(Route("worker", {"worker": worker.id})))
        return self.page.put(card)

    def _add(self) -> None:
        ctx = self.ctx
        add = Pressable(
            ctx,
            ctx.t(N_("Let somebody else open it")),
            picture=PLUS,
            picture_px=80,
            arrange="above",
            size="button",
            dashed=True,
            widest=_widest(ctx),
        )
        add.setObjectName("add-worker")
        add.clicked.connect(lambda: self.go.emit(Route("add_worker")))
        self.page.put(add)


class OneWorkerScreen(KeysScreen):
    """A screen about one worker; where they are gone, back to those who are there.

    Attributes:
        role: what the worker is here, if that was said.

    """

    def __init__(self, ctx: Context, *, worker: str, back_to: Route) -> None:
        super().__init__(ctx, back_to=back_to)
        self.worker = worker
        self.role: SupporterRole | None = None
        _ask_for_workers(ctx, self, self._found)

    @property
    def is_you(self) -> bool:
        """Whether it is about the worker who has the notebook open."""
        return self.worker == self.ctx.open_notebook.worker.id

    def show_worker(self, worker: "Worker", others: int) -> None:
        """Build the screen for this worker, beside whom so many others can open the notebook."""
        raise NotImplementedError

    def _found(self, workers: "tuple[Worker, ...]", roles: dict[str, SupporterRole]) -> None:
        self.role = roles.get(self.worker)
        one = next((each for each in workers if each.id == self.worker), None)
        if one is None:
            self.go.emit(Route("workers"))
        else:
            self.show_worker(one, len(workers) - 1)


class WorkerScreen(OneWorkerScreen):
    """What can be done about one worker."""

    def __init__(self, ctx: Context, *, worker: str) -> None:
        super().__init__(ctx, worker=worker, back_to=Route("workers"))

    def show_worker(self, worker: "Worker", others: int) -> None:  # noqa: ARG002
        """Four cards."""
        ctx, page = self.ctx, self.page
        page.say(worker.name, "title")
        if self.is_you:
            page.say(ctx.t(N_("This is you")), "label")
        mine, theirs = N_("I no longer want to open it"), N_("They should no longer open it")
        name, secret = ctx.t(N_("Change the name")), ctx.t(N_("Change the PIN or passphrase"))
        end = ctx.t(mine if self.is_you else theirs)
        first = page.card("worker_name", name, WRITE, lambda: self._to("worker_name"))
        page.card("worker_secret", secret, KEY, lambda: self._to("worker_secret"))
        role = ctx.t(N_("What I am here") if self.is_you else N_("What they are here"))
        page.card("worker_role", role, ROLE, lambda: self._to("worker_role"))
        if self.role == "advocate":
            whose = ctx.t(N_("With whom they speak up"))
            page.card("worker_people", whose, ADVOCATE, lambda: self._to("worker_people"))
        page.card("worker_end", end, OUT, lambda: self._to("worker_end"))
        self.show_page(first)

    def _to(self, screen: str) -> None:
        self.go.emit(Route(screen, {"worker": self.worker}))


def _ask_for_workers(
    ctx: Context,
    owner: QObject,
    then: Callable[["tuple[Worker, ...]", dict[str, SupporterRole]], None],
) -> None:
    """Ask who can open the notebook, and what they are here."""
    house, notebook = ctx.house, ctx.open_notebook

    def read() -> _Found:
        workers = house.workers(notebook)
        return workers, worker_roles.roles(notebook, workers=[each.id for each in workers])

    ctx.desk.do(read, owner=owner, then=lambda found: then(*found))


def _widest(ctx: Context) -> int:
    return round(280 * max(1.0, ctx.look.percent / 125))
