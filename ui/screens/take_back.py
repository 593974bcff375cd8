"""Taking somebody who is no longer in the notebook back into it, from a backup."""

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.change import Change
from app.model.errors import AlongsideError
from app.model.person import Person
from app.model.record import Record
from app.model.wording import N_
from app.usecases import taking_back
from ui.context import Context
from ui.parts.backup_door import Deed
from ui.parts.bars import BACK, Button
from ui.parts.deeds import main_deed
from ui.parts.pressable import Pressable
from ui.parts.refs import LOOK, PERSON
from ui.pixmaps import initial
from ui.screens.base import Frame, Route
from ui.screens.from_backup import FromBackupScreen

if TYPE_CHECKING:
    from app.store.notebook import NotebookFile

Missing = tuple[Record[Person], ...]


class TakeBackScreen(FromBackupScreen):
    """The key of the backup, whom it has and the notebook has not, and once more: surely?

    The backup is open from the key on, and closed when the screen is left, however that is.
    """

    name = "take_back"

    def __init__(self, ctx: Context, *, file: Path) -> None:
        self._backup: NotebookFile | None = None
        self._asking: Missing | None = None
        super().__init__(ctx, file=file)

    def frame(self) -> Frame:
        """Back to the list, and from there to where the notebook is kept safe."""
        return Frame(
            title=self.ctx.open_notebook.path.stem,
            buttons=(self._back(), self.hear_button()),
        )

    def explanation(self) -> str:
        """Whom it is about."""
        return self.ctx.t(N_("Somebody who is not in this notebook any more can come back."))

    def deeds(self) -> tuple[Deed, ...]:
        """See who is in it."""
        look = functools.partial(self.ctx.house.look_into, self.file)
        return (Deed("see", self.ctx.t(N_("See who is in it")), LOOK, look),)

    def come_in(self, backup: "NotebookFile") -> None:
        """Find whom the notebook has not."""
        self._backup = backup
        notebook = self.ctx.open_notebook
        self.ctx.desk.do(
            lambda: taking_back.missing(backup, notebook), owner=self, then=self._offer
        )

    def leave(self) -> None:
        """Close the backup."""
        super().leave()
        backup, self._backup = self._backup, None
        if backup is not None:
            self.ctx.desk.do(backup.close, owner=self)

    def _back(self) -> Button:
        route = Route("keeping")
        missing = self._asking
        if missing is None:
            return self.back_button(route)
        return Button(
            name="back",
            words=self.ctx.t(N_("Back")),
            picture=BACK,
            press=lambda: self._offer(missing),
        )

    def _offer(self, missing: Missing) -> None:
        ctx, page = self.ctx, self.page
        self._asking = None
        if not missing:
            self.begin(ctx.t(N_("Everybody is here")))
            page.say(
                ctx.t(N_("All who are in the backup of {day} are in this notebook."), day=self.day)
            )
            self.end_with_another()
            return
        self.begin(ctx.t(N_("Who comes back?")))
        page.say(
            ctx.t(N_("They are in the backup of {day}, and not in this notebook."), day=self.day)
        )
        page.begin_row(same=False)
        cards = [self._card(each, missing) for each in missing]
        self.show_page(cards[0])

    def _card(self, person: Record[Person], missing: Missing) -> Pressable:
        name = person.body.preferred_name
        return self.page.card(
            f"back-{person.id}", name, initial(name), lambda: self._ask(person, missing)
        )

    def _ask(self, person: Record[Person], missing: Missing) -> None:
        """Once more, with the safe answer in focus: what came back cannot be undone."""
        ctx, page, name = self.ctx, self.page, person.body.preferred_name
        self._asking = missing
        self.begin(ctx.t(N_("{name} comes back, as on {day}."), name=name, day=self.day))
        page.say(ctx.t(N_("Every sentence comes back, with who said it and when.")))
        page.say(ctx.t(N_("This cannot be undone.")))
        no = Pressable(ctx, ctx.t(N_("Not now")), size="button")
        no.setObjectName("not-now")
        no.clicked.connect(lambda: self._offer(missing))
        yes = main_deed(
            ctx,
            "take-back",
            ctx.t(N_("Take {name} back"), name=name),
            PERSON,
            lambda: self._take(person, missing),
        )
        self._yes = yes
        page.begin_row(same=False)
        page.put(yes)
        page.put(no)
        self.show_page(no)

    def _take(self, person: Record[Person], missing: Missing) -> None:
        ctx, backup = self.ctx, self._backup
        assert backup is not None
        self._yes.setEnabled(False)
        house, notebook = ctx.house, ctx.open_notebook

        def refused(error: AlongsideError) -> None:
            self._offer(missing)
            self.told.emit(error.said(ctx.words))

        ctx.desk.do(
            lambda: house.take_back(backup, notebook, person=person.id, sections=house.sections),
            owner=self,
            then=functools.partial(self._taken, person),
            failed=refused,
        )

    def _taken(self, person: Record[Person], _change: Change) -> None:
        name = person.body.preferred_name
        self.go.emit(Route("people"))
        self.told.emit(self.ctx.t(N_("{name} is back, as on {day}."), name=name, day=self.day))
