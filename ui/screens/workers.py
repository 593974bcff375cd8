"""Who can open the notebook: a card for each worker, and one to let somebody else open it."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.ids import PictureRef
from app.model.wording import N_
from ui.context import Context
from ui.parts.column import Column
from ui.parts.deeds import deed_card
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import KEY, OUT, PLUS, WRITE
from ui.parts.words import Words
from ui.pixmaps import initial
from ui.screens.base import Frame, Readable, Route, Screen

if TYPE_CHECKING:
    from app.store.keys import Worker


class KeysScreen(Screen):
    """What the screens about workers share: a column of words and cards, and the way back."""

    def __init__(self, ctx: Context, *, back_to: Route) -> None:
        super().__init__(ctx)
        self._back_to = back_to
        self._first: QWidget | None = None
        self._whole = False
        self._read: list[Readable] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.column = Column(ctx, margins=(40, 16, 40, 8), gap=6)
        outer.addWidget(self.column)

    def frame(self) -> Frame:
        """Back to where one came from."""
        return Frame(
            title=self.ctx.open_notebook.path.stem,
            first=(self.back_button(self._back_to), self.hear_button()),
        )

    def readables(self) -> tuple[Readable, ...]:
        """Everything that stands here."""
        return tuple(self._read)

    def first_focus(self) -> QWidget | None:
        """What the screen is for, or its safe answer."""
        return self._first

    def say(self, sentence: str, size: str = "label", *, bold: bool | None = None) -> None:
        """Add a sentence."""
        words = Words(self.ctx, sentence, size=size, bold=bold)
        self.read(words)
        self.column.add(words)

    def read(self, *parts: Readable) -> None:
        """Have these heard too, after what was added before."""
        self._read += parts

    def end(self, first: QWidget | None) -> None:
        """Everything stands; the keyboard goes to ``first``."""
        self._first, self._whole = first, True
        self.column.fill()
        self.framed.emit()
        if self.isVisible():
            self.ready.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it is complete, where nothing had to be waited for."""
        super().showEvent(event)
        if self._whole:
            self.ready.emit()


class WorkersScreen(KeysScreen):
    """Everybody with a key. Where it can only be read, and in an example, a list of names."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, back_to=Route("keeping"))
        house, notebook = ctx.house, ctx.open_notebook
        ctx.desk.do(lambda: house.workers(notebook), owner=self, then=self._show)

    def _show(self, workers: "tuple[Worker, ...]") -> None:
        ctx, notebook = self.ctx, self.ctx.open_notebook
        self.say(ctx.t(N_("Who can open this notebook")), "title")
        if notebook.read_only or notebook.example:
            for each in workers:
                self.say(f"• {each.name}", "sentence")
            example = N_("This is an example. It has no keys, and is gone when it is closed.")
            to_read = N_("The notebook is open only to read, so nothing can be changed here.")
            self.say(ctx.t(example if notebook.example else to_read), bold=False)
            self.end(None)
            return
        row = Flow(gap=8, same=True)
        cards = [self._worker(each, row) for each in workers]
        self._add(row)
        self.column.add_row(row)
        self.end(cards[0])

    def _worker(self, worker: "Worker", row: Flow) -> Pressable:
        ctx = self.ctx
        here = worker.id == ctx.open_notebook.worker.id
        card = Pressable(
            ctx,
            worker.name,
            picture=initial(worker.name),
            picture_px=90,
            note=ctx.t(N_("This is you")) if here else "",
            arrange="above",
            size="button",
            widest=_widest(ctx),
        )
        card.setObjectName(f"worker-{worker.id}")
        card.clicked.connect(lambda: self.go.emit(Route("worker", {"worker": worker.id})))
        self.read(card)
        row.addWidget(card)
        return card

    def _add(self, row: Flow) -> None:
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
        self.read(add)
        row.addWidget(add)


class OneWorkerScreen(KeysScreen):
    """A screen about one worker; where they are gone, back to those who are there."""

    def __init__(self, ctx: Context, *, worker: str, back_to: Route) -> None:
        super().__init__(ctx, back_to=back_to)
        self.worker = worker
        house, notebook = ctx.house, ctx.open_notebook
        ctx.desk.do(lambda: house.workers(notebook), owner=self, then=self._found)

    @property
    def is_you(self) -> bool:
        """Whether it is about the worker who has the notebook open."""
        return self.worker == self.ctx.open_notebook.worker.id

    def show_worker(self, worker: "Worker", others: int) -> None:
        """Build the screen for this worker, beside whom so many others can open the notebook."""
        raise NotImplementedError

    def _found(self, workers: "tuple[Worker, ...]") -> None:
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
        """Three cards."""
        ctx = self.ctx
        self.say(worker.name, "title")
        if self.is_you:
            self.say(ctx.t(N_("This is you")))
        row = Flow(gap=6, same=True)
        mine, theirs = N_("I no longer want to open it"), N_("They should no longer open it")
        first = self._card(row, "worker_name", ctx.t(N_("Change the name")), WRITE)
        self._card(row, "worker_secret", ctx.t(N_("Change the PIN or passphrase")), KEY)
        self._card(row, "worker_end", ctx.t(mine if self.is_you else theirs), OUT)
        self.column.add_row(row)
        self.end(first)

    def _card(self, row: Flow, screen: str, words: str, picture: PictureRef) -> Pressable:
        card = deed_card(self.ctx, screen, words, picture, lambda: self._to(screen))
        self.read(card)
        row.addWidget(card)
        return card

    def _to(self, screen: str) -> None:
        self.go.emit(Route(screen, {"worker": self.worker}))


def _widest(ctx: Context) -> int:
    return round(280 * max(1.0, ctx.look.percent / 125))
