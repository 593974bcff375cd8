"""Adding a worker, another name for one, another PIN or passphrase, and ending somebody's key.

What ends a key encrypts the whole notebook anew, and every PIN is slow to check on purpose: all of
these take a moment.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal

from app.model import text
from app.model.errors import AlongsideError, BadWordsError, TooSoonError, WrongKeyError
from app.model.wording import N_
from app.usecases import worker_roles
from ui.context import Context
from ui.parts.deeds import main_deed
from ui.parts.fields import Field
from ui.parts.newsecret import NewSecret
from ui.parts.pressable import Pressable
from ui.parts.refs import KEEP, KEY, OUT, PLUS, TICK
from ui.parts.slow_deed import SlowDeed
from ui.screens.base import Route, StillScreen
from ui.screens.workers import KeysScreen, OneWorkerScreen

if TYPE_CHECKING:
    from app.store.keys import Worker

T = TypeVar("T")


def _do(
    screen: KeysScreen,
    deed: SlowDeed,
    work: Callable[[], T],
    *,
    then: Callable[[T], None],
    tell: Callable[[str], None],
    name: Field | None = None,
    present: Field | None = None,
) -> None:
    """Change keys off the window's thread; what was refused is told where it can be mended.

    Args:
        screen: whose deed it is.
        deed: what cannot be pressed meanwhile.
        work: changes the keys.
        then: gets the result.
        tell: says what was refused.
        name: says what is wrong with a name, where one was written.
        present: says that the present PIN or passphrase is wrong, where it was asked for.

    """
    ctx = screen.ctx

    def refused(error: AlongsideError) -> None:
        deed.wait(False)
        said = error.said(ctx.words)
        if name is not None and isinstance(error, BadWordsError):
            name.tell(said)
        elif present is not None and isinstance(error, WrongKeyError | TooSoonError):
            present.tell(said)
        else:
            tell(said)

    deed.wait()
    ctx.desk.do(work, owner=screen, then=then, failed=refused)


def _back_to_all(screen: KeysScreen, sentence: str) -> None:
    screen.go.emit(Route("workers"))
    screen.told.emit(sentence)


class AddWorkerScreen(KeysScreen, StillScreen):
    """A name, and a PIN or passphrase that the other person writes themselves."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx, back_to=Route("workers"))
        page = self.page
        page.say(ctx.t(N_("Let somebody else open it")), "title")
        self._name = Field(ctx, ctx.t(N_("What is their name?")))
        self._name.line.returnPressed.connect(self._add)
        page.add(self._name)
        self._secret = NewSecret(ctx, ctx.t(N_("How will they open it?")), theirs=True)
        self._secret.entered.connect(self._add)
        page.add(self._secret, *self._secret.readables)
        theirs = N_("Let them write it here, so that only they know it.")
        page.say(ctx.t(theirs), "label", bold=False)
        alone = N_("With a PIN they can open it on this computer alone, not at home or elsewhere.")
        page.say(ctx.t(alone), "label", bold=False)
        add = main_deed(ctx, "add", ctx.t(N_("Add them")), PLUS, self._add)
        self._deed = SlowDeed(ctx, add)
        page.add(self._deed, add)
        page.fill(self._name.line)

    def _add(self) -> None:
        if self._deed.waiting:
            return
        house, notebook = self.ctx.house, self.ctx.open_notebook
        self._name.tell("")
        self._secret.tell("")
        name = self._name.checked(text.name)
        if name is None:
            return
        secret, kind = self._secret.written(), self._secret.kind
        if secret is None:
            return
        _do(
            self,
            self._deed,
            lambda: house.add_worker(notebook, name=name, secret=secret, kind=kind),
            then=self._added,
            tell=self._secret.tell,
            name=self._name,
        )

    def _added(self, made: "Worker") -> None:
        """On to what they are here, while whoever let them in knows it."""
        self.go.emit(Route("worker_role", {"worker": made.id}))
        said = N_("{name} can open the notebook now.")
        self.told.emit(self.ctx.t(said, name=made.name))


class WorkerNameScreen(OneWorkerScreen):
    """What a worker is called in the notebook; their PIN or passphrase stays."""

    def __init__(self, ctx: Context, *, worker: str) -> None:
        super().__init__(ctx, worker=worker, back_to=Route("worker", {"worker": worker}))

    def show_worker(self, worker: "Worker", others: int) -> None:  # noqa: ARG002
        """One line, with the name as it is."""
        ctx, page = self.ctx, self.page
        page.say(ctx.t(N_("Change the name")), "title")
        self._name = Field(ctx, ctx.t(N_("The new name")), text=worker.name)
        self._name.line.returnPressed.connect(self._keep)
        page.add(self._name)
        keep = main_deed(ctx, "keep", ctx.t(N_("Keep this name")), TICK, self._keep)
        self._deed = SlowDeed(ctx, keep)
        page.add(self._deed, keep)
        self.show_page(self._name.line)

    def _keep(self) -> None:
        if self._deed.waiting:
            return
        house, notebook, worker = self.ctx.house, self.ctx.open_notebook, self.worker
        self._name.tell("")
        name = self._name.checked(text.name)
        if name is None:
            return
        _do(
            self,
            self._deed,
            lambda: house.rename_worker(notebook, worker=worker, name=name),
            then=lambda _: self.go.emit(Route("workers")),
            tell=self._name.tell,
        )


class WorkerSecretScreen(OneWorkerScreen):
    """Another PIN or passphrase; the old one opens nothing any more."""

    def __init__(self, ctx: Context, *, worker: str) -> None:
        super().__init__(ctx, worker=worker, back_to=Route("worker", {"worker": worker}))

    def show_worker(self, worker: "Worker", others: int) -> None:  # noqa: ARG002
        """The kind, then twice the secret."""
        ctx, page = self.ctx, self.page
        if self.is_you:
            page.say(ctx.t(N_("Your new PIN or passphrase")), "title")
            question = ctx.t(N_("How do you want to open it from now on?"))
        else:
            page.say(ctx.t(N_("A new PIN or passphrase for {name}"), name=worker.name), "title")
            question = ctx.t(N_("How will they open it?"))
        self._present: Field | None = None
        if self.is_you:
            self._present = Field(
                ctx, ctx.t(N_("Your PIN or passphrase as it is now")), secret=True
            )
            page.add(self._present)
        self._secret = NewSecret(ctx, question, theirs=not self.is_you)
        self._secret.entered.connect(self._change)
        page.add(self._secret, *self._secret.readables)
        if not self.is_you:
            theirs = N_("Let them write it here, so that only they know it.")
            page.say(ctx.t(theirs), "label", bold=False)
            lost = N_("Words that were sealed for {name} before can then be opened by nobody.")
            page.say(ctx.t(lost, name=worker.name), "label", bold=False)
        before = N_("The one before does not open the notebook any more.")
        page.say(ctx.t(before), "label", bold=False)
        change = main_deed(ctx, "change", ctx.t(N_("Use this one")), KEY, self._change)
        self._deed = SlowDeed(ctx, change)
        page.add(self._deed, change)
        self._name = worker.name
        self.show_page(self._present.line if self._present else self._secret.first_focus)

    def _change(self) -> None:
        if self._deed.waiting:
            return
        ctx, house, notebook = self.ctx, self.ctx.house, self.ctx.open_notebook
        worker = self.worker
        present = self._present.text if self._present is not None else ""
        if self._present is not None:
            self._present.tell("")
            if not present:
                self._present.tell(ctx.t(N_("Please write this first.")))
                return
        secret, kind = self._secret.written(), self._secret.kind
        if secret is None:
            return
        said = ctx.t(N_("{name} opens the notebook in the new way now."), name=self._name)
        _do(
            self,
            self._deed,
            lambda: house.change_secret(
                notebook, worker=worker, secret=secret, kind=kind, present=present
            ),
            then=lambda _: _back_to_all(self, said),
            tell=self._secret.tell,
            present=self._present,
        )


class WorkerEndScreen(OneWorkerScreen):
    """Asks once more, and says what happens, before somebody can no longer open the notebook.

    Signals:
        left: whoever had the notebook open ended their own key: it is to be closed.

    """

    left = Signal()

    def __init__(self, ctx: Context, *, worker: str) -> None:
        super().__init__(ctx, worker=worker, back_to=Route("worker", {"worker": worker}))

    def show_worker(self, worker: "Worker", others: int) -> None:
        """What will be, then the safe answer first."""
        ctx, page = self.ctx, self.page
        self._name = worker.name
        asked = N_("Shall {name} no longer open this notebook?")
        yours = N_("Do you no longer want to open this notebook?")
        page.say(ctx.t(yours if self.is_you else asked, name=worker.name), "question")
        for sentence in self._what_happens(others):
            page.say(ctx.t(sentence, name=worker.name))
        stay = main_deed(ctx, "stay", ctx.t(N_("No, leave it as it is")), KEEP, self._stay)
        yes = N_("Yes, they open it no longer")
        mine = N_("Yes, I open it no longer")
        words = ctx.t(mine if self.is_you else yes)
        end = Pressable(ctx, words, picture=OUT, picture_px=40, role="stop", size="button")
        end.setObjectName("end")
        end.clicked.connect(self._end)
        self._deed = SlowDeed(ctx, end, beside=(stay,))
        page.add(self._deed, stay, end)
        self.show_page(stay)

    def _what_happens(self, others: int) -> Iterator[str]:
        if self.is_you:
            yield N_("It will be closed. Your PIN or passphrase will no longer open it.")
        else:
            yield N_("Their PIN or passphrase will no longer open it.")
        yield N_("An old copy of the key file will not help.")
        yield N_("Backups of earlier days still open with the old PIN or passphrase.")
        if not others:
            yield N_("Nobody else can open it. After this, only the recovery sheet will.")
        if self.role in worker_roles.READS_NOTES:
            yield N_("Words that a person sealed for {name} can then be opened by nobody else.")
        yield N_("Everything that was written stays.")

    def _stay(self) -> None:
        self.go.emit(self.back_to)

    def _end(self) -> None:
        house, notebook, worker = self.ctx.house, self.ctx.open_notebook, self.worker
        _do(
            self,
            self._deed,
            lambda: house.remove_worker(notebook, worker=worker),
            then=lambda _: self._ended(),
            tell=self.told.emit,
        )

    def _ended(self) -> None:
        if self.is_you:
            self.left.emit()
            return
        ended = N_("{name} cannot open the notebook any more.")
        _back_to_all(self, self.ctx.t(ended, name=self._name))
