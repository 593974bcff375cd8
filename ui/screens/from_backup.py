"""What is done with a backup begins alike: of which day it is, and who has its key."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.errors import AlongsideError
from app.model.wording import N_
from ui.context import Context
from ui.parts import choosing
from ui.parts.backup_door import BackupDoor, Deed
from ui.parts.column import Column, clear
from ui.parts.deeds import main_deed
from ui.parts.flow import Flow
from ui.parts.pressable import Pressable
from ui.parts.refs import OPEN
from ui.parts.words import Words
from ui.screens.base import Readable, Route, Screen

if TYPE_CHECKING:
    from app.store.notebook import NotebookFile
    from app.store.restore import About


class FromBackupScreen(Screen):
    """Says which backup it is and asks for its key; a file that cannot be used says why.

    Attributes:
        name: under which the screen is found.
        file: the backup.
        day: of which it is, in words.
        notebook_name: what the notebook was called then.

    """

    name = ""

    def __init__(self, ctx: Context, *, file: Path) -> None:
        super().__init__(ctx)
        self.file = file
        self.day = self.notebook_name = ""
        self._door: BackupDoor | None = None
        self._focus: QWidget | None = None
        self._read: list[Readable] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._column = Column(ctx, margins=(40, 20, 40, 16), gap=8)
        outer.addWidget(self._column)
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

    def readables(self) -> tuple[Readable, ...]:
        """What stands here."""
        return tuple(self._read)

    def first_focus(self) -> QWidget | None:
        """Where the key is written; later the first answer."""
        return self._focus

    def leave(self) -> None:
        """Stop what is going on; nothing of it is left."""
        if self._door is not None:
            self._door.leave()

    # How a page of it is put together

    def begin(self, title: str) -> None:
        """Begin a page with its title."""
        clear(self._column.column)
        self._door = self._focus = None
        self._read = []
        self.say(title, "title")

    def say(self, sentence: str, size: str = "sentence") -> None:
        """Put a sentence on it."""
        words = Words(self.ctx, sentence, size=size)
        self._read.append(words)
        self._column.add(words)

    def put_row(self, *widgets: Pressable) -> None:
        """Put what can be pressed on it, side by side."""
        row = Flow(gap=6)
        for each in widgets:
            row.addWidget(each)
        self._read += widgets
        self._column.add_row(row)

    def end(self, focus: QWidget) -> None:
        """Show the page, with the keyboard on this."""
        self._focus = focus
        self._column.fill()
        focus.show()  # a layout shows what is new only later, and until then it takes no focus
        self.framed.emit()
        self.ready.emit()

    def other_backup(self) -> Pressable:
        """Choose another file."""
        words = self.ctx.t(N_("Choose another backup"))
        return main_deed(self.ctx, "other-backup", words, OPEN, self._choose)

    # The first page

    def _ask_for_key(self, about: "About") -> None:
        ctx = self.ctx
        self.day = ctx.words.date(about.made_at.astimezone().date())
        self.notebook_name = about.name
        self.begin(about.name)
        self.say(ctx.t(N_("This backup is of {day}."), day=self.day))
        self.say(self.explanation(), "label")
        door = BackupDoor(ctx, *self.deeds())
        door.opened.connect(self.come_in)
        door.unusable.connect(self._unusable)
        door.stopped.connect(self._stopped)
        self._column.add(door)
        self._read += door.readables()
        self._door = door
        self.end(door.key.line)

    def _unusable(self, error: AlongsideError) -> None:
        self.begin(self.ctx.t(N_("This backup cannot be used")))
        self.say(error.said(self.ctx.words))
        other = self.other_backup()
        self.put_row(other)
        self.end(other)

    def _stopped(self) -> None:
        self.told.emit(self.ctx.t(N_("It was stopped. Everything is as it was.")))

    def _choose(self) -> None:
        choosing.choose_backup(
            self.ctx, self, lambda file: self.go.emit(Route(self.name, {"file": file}))
        )
