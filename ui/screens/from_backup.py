"""What is done with a backup begins alike: of which day it is, and who has its key."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.model.errors import AlongsideError
from app.model.wording import N_
from ui.context import Context
from ui.parts import choosing
from ui.parts.backup_door import BackupDoor, Deed
from ui.parts.deeds import main_deed
from ui.parts.page import Page
from ui.parts.refs import OPEN
from ui.screens.base import Route
from ui.screens.paged import PageScreen

if TYPE_CHECKING:
    from app.store.notebook import NotebookFile
    from app.store.restore import About


class FromBackupScreen(PageScreen):
    """Says which backup it is and asks for its key; a file that cannot be used says why.

    Attributes:
        name: under which the screen is found.
        file: the backup.
        day: of which it is, in words.
        notebook_name: what the notebook was called then.

    """

    name = ""

    def __init__(self, ctx: Context, *, file: Path) -> None:
        super().__init__(ctx, Page(ctx, margins=(40, 20, 40, 16)))
        self.file = file
        self.day = self.notebook_name = ""
        self._door: BackupDoor | None = None
        house = ctx.house
        ctx.desk.do(
            lambda: house.about_backup(file),
            owner=self,
            then=self._ask_for_key,
            failed=self._unusable,
        )

    def explanation(self) -> str:
        """What is going to happen, in the person's language."""
        raise NotImplementedError

    def deeds(self) -> tuple[Deed, ...]:
        """What can be done once the key is there, the main one first."""
        raise NotImplementedError

    def come_in(self, backup: "NotebookFile") -> None:
        """It is open."""
        raise NotImplementedError

    def leave(self) -> None:
        """Stop what is going on; nothing of it is left."""
        if self._door is not None:
            self._door.leave()

    def begin(self, title: str) -> None:
        """Begin a page with its title; the door, if there was one, is closed behind."""
        self._door = None
        self.page.begin_anew()
        self.page.say(title, "title")

    def end_with_another(self) -> None:
        """End the page with the one thing left to do: choose another file."""
        words = self.ctx.t(N_("Choose another backup"))
        other = main_deed(self.ctx, "other-backup", words, OPEN, self._choose)
        self.show_page(self.page.put(other))

    # The first page

    def _ask_for_key(self, about: "About") -> None:
        ctx, page = self.ctx, self.page
        self.day = ctx.words.date(about.made_at.astimezone().date())
        self.notebook_name = about.name
        self.begin(about.name)
        page.say(ctx.t(N_("This backup is of {day}."), day=self.day))
        page.say(self.explanation(), "label")
        door = BackupDoor(ctx, *self.deeds())
        door.opened.connect(self.come_in)
        door.unusable.connect(self._unusable)
        door.stopped.connect(self._stopped)
        page.add(door, *door.readables())
        self._door = door
        self.show_page(door.key.line)

    def _unusable(self, error: AlongsideError) -> None:
        self.begin(self.ctx.t(N_("This backup cannot be used")))
        self.page.say(error.said(self.ctx.words))
        self.end_with_another()

    def _stopped(self) -> None:
        self.told.emit(self.ctx.t(N_("It was stopped. Everything is as it was.")))

    def _choose(self) -> None:
        choosing.choose_backup(
            self.ctx, self, lambda file: self.go.emit(Route(self.name, {"file": file}))
        )
