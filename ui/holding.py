"""The notebook that is open in the window: taken up, locked, put away, and found where it was."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app import private_place
from app.model.errors import AlongsideError
from app.model.ids import RecordId
from app.model.person import Person, Settings
from app.model.record import Record
from app.usecases import people
from ui.context import Context
from ui.desk import Stopped
from ui.idle import Idle
from ui.screens.base import Route, Why

if TYPE_CHECKING:
    from app.store.notebook import NotebookFile


class Holding(QObject):
    """Holds the open notebook, and alone decides when it is let go.

    Attributes:
        idle: tells when nobody is there.

    Signals:
        wanted: another screen is wanted; carries its route.
        put_down: the notebook is about to be closed: the screen keeps what is unfinished, and goes.
        closable: nothing has to be done before the window closes any more.
        liked: how the person who is here now likes things; carries the settings.

    """

    wanted = Signal(object)
    put_down = Signal()
    closable = Signal()
    liked = Signal(object)

    def __init__(self, ctx: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.idle = Idle(ctx.house.idle_minutes, self)
        self._examples: Path | None = None
        self._opening_examples = False
        self._closing = False
        self._then: Callable[[], None] | None = None
        self._after_unlock: tuple[Path, Route] | None = None

    def open_examples(self, then: Callable[[], None] | None = None) -> None:
        """Make a throw-away notebook with the example people and open it."""
        if self._opening_examples or self._examples is not None:
            return
        self._opening_examples = True
        house = self._ctx.house

        def make() -> "NotebookFile":
            place = house.private_place()
            try:
                return house.example_notebook(place)
            except BaseException:
                private_place.discard(place)
                raise

        def opened(notebook: "NotebookFile") -> None:
            self._opening_examples, self._examples = False, notebook.path.parent
            self.take(notebook)
            if then is not None:
                then()

        def failed(error: AlongsideError) -> None:
            self._opening_examples = False
            self._ctx.desk.trouble.emit(error)

        self._ctx.desk.do(make, owner=self, then=opened, failed=failed)

    def take(self, notebook: "NotebookFile") -> None:
        """Show a notebook that was opened, at the place where it was locked with nobody there."""
        ctx = self._ctx
        if ctx.notebook is not None:
            ctx.desk.do(ctx.notebook.close, owner=self)
        source = ctx.house.pictures(notebook)
        ctx.notebook = notebook
        ctx.by = None
        ctx.interpreting = None
        ctx.pixmaps.use_notebook(
            lambda ref, then: ctx.desk.do(lambda: source.picture(ref), owner=ctx.pixmaps, then=then)
        )
        if not notebook.example:
            self.idle.watch()
        then, self._after_unlock = self._after_unlock, None
        if then is None or notebook.path != then[0]:
            self.wanted.emit(Route("people"))
        else:
            self._come_back(then[1])

    def take_new(self, notebook: "NotebookFile") -> None:
        """Show a notebook that was just made: first its recovery sheet."""
        self.take(notebook)
        self.wanted.emit(Route("sheet", {"first": True}))

    def lock(self) -> None:
        """A person is done: only the PIN opens the notebook again. Examples have no PIN."""
        notebook = self._ctx.notebook
        if notebook is not None and notebook.example:
            self._ctx.by = None
            self._ctx.interpreting = None
            self.liked.emit(Settings())
            self.wanted.emit(Route("people"))
        elif notebook is not None:
            self._put_away(_way_in(notebook, why="handed_over"))

    def leave(self) -> None:
        """Make a backup if one is due, close the notebook, and go back to the first screen."""
        self._leave_then(lambda: self._put_away(Route("welcome")))

    def leave_to_close(self) -> bool:
        """The same before the window closes; :attr:`closable` tells when it can.

        Returns:
            Whether there is something to be done first; who asks twice is not kept waiting.

        """
        ctx = self._ctx
        if ctx.notebook is None or self._closing or ctx.house.backup_folder() is None:
            return False
        self._closing = True
        if self._then is None:
            self._leave_then(self.closable.emit)
        else:
            self._then = self.closable.emit
        return True

    def stay(self) -> None:
        """Leave it open after all."""
        self._then, self._closing = None, False
        self.wanted.emit(Route("people"))

    def gone(self) -> None:
        """The backup is made, or is not wanted."""
        then, self._then = self._then, None
        if then is not None:
            then()

    def _leave_then(self, then: Callable[[], None]) -> None:
        ctx = self._ctx
        house, notebook = ctx.house, ctx.open_notebook
        self._then = then

        def go_on(due: bool) -> None:
            if due and ctx.notebook is notebook:
                self.wanted.emit(Route("leaving"))
            else:
                self.gone()

        ctx.desk.do(
            lambda: house.backup_is_due(notebook),
            owner=self,
            then=go_on,
            failed=lambda _: go_on(False),
        )

    def rest(self, there: Route) -> None:
        """Lock, because nobody is there; after the PIN the screen is where it was (rule R11)."""
        notebook = self._ctx.notebook
        if notebook is None:
            return
        if "person" in there.about:
            self._after_unlock = notebook.path, there
        self._put_away(_way_in(notebook, why="rested"))

    def close(self) -> None:
        """Let go of everything, because the window closes; ends the notebook's thread."""
        ctx = self._ctx
        if ctx.notebook is not None:
            ctx.desk.do(ctx.notebook.close, owner=self)
            ctx.notebook = None
        ctx.desk.close()
        self._clear_examples()

    def _come_back(self, there: Route) -> None:
        """Show what was on screen when nobody was there, as its person likes it."""
        ctx = self._ctx
        notebook, person = ctx.open_notebook, there.about["person"]

        def read() -> tuple[Record[Person], RecordId | None]:
            by = people.writer(
                notebook,
                person=person,
                worker=notebook.worker.id,
                read_only=notebook.read_only,
            )
            return people.person(notebook, person=person), by

        def show(found: tuple[Record[Person], RecordId | None]) -> None:
            ctx.by = found[1]
            self.liked.emit(found[0].body.ui)
            known = found[1] is not None
            self.wanted.emit(there if known else Route("join", {"person": person}))

        ctx.desk.do(read, owner=self, then=show, failed=lambda _: self.wanted.emit(Route("people")))

    def _put_away(self, then: Route) -> None:
        """Close the notebook, forget everything of it, and show a screen that needs none."""
        ctx = self._ctx
        self.idle.rest()
        self._then = None
        self.put_down.emit()
        notebook, ctx.notebook = ctx.notebook, None
        ctx.by = None
        ctx.interpreting = None
        ctx.pixmaps.use_notebook(None)
        self.liked.emit(Settings())
        if notebook is not None:
            ctx.desk.do(
                lambda: self._close_with_backup(notebook),
                owner=self,
                then=lambda _: self._clear_examples(),
            )
        self.wanted.emit(then)

    def _close_with_backup(self, notebook: "NotebookFile") -> None:
        """Close it, and make a backup before if one is due, until somebody asks for something."""
        ctx = self._ctx

        def unless_somebody_waits(_done: int, _of: int) -> None:
            if ctx.desk.somebody_waits:
                raise Stopped

        try:
            with contextlib.suppress(AlongsideError, Stopped):
                if ctx.house.backup_is_due(notebook):
                    ctx.house.backup(notebook, progress=unless_somebody_waits)
        finally:
            notebook.close()
            ctx.house.forget_words()

    def _clear_examples(self) -> None:
        if self._examples is not None and self._ctx.notebook is None:
            private_place.discard(self._examples)
            self._examples = None


def _way_in(notebook: "NotebookFile", *, why: Why) -> Route:
    """Where the key is asked for once a notebook, or a backup that is looked into, is locked."""
    if notebook.as_of is not None:
        return Route("restore", {"file": notebook.path, "why": why})
    return Route("unlock", {"path": notebook.path, "why": why})
