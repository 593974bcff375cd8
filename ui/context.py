"""What every screen is handed: the look, the language, the notebook's desk, the pictures."""

import dataclasses
import datetime
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from app.model.ids import PictureRef, RecordId, SoundRef
from app.model.person import Settings
from app.model.showing import KeyPicture, first_shown, shown
from app.model.statement import Statement
from app.model.wording import Wording
from ui.camera import Eye
from ui.desk import Desk
from ui.microphone import Ear
from ui.pixmaps import Pixmaps
from ui.theme.now import LookNow
from ui.translating import Machine

if TYPE_CHECKING:
    from app.bootstrap import House
    from app.store.notebook import NotebookFile
    from app.usecases.translations import Interpreter
    from ui.checking import Checking
    from ui.scanning.reach import Reach


@dataclasses.dataclass
class Context:
    """Passed to each screen and part; the window alone changes it.

    Attributes:
        eye: the one camera that can be on.
        ear: the one microphone that can be on.
        machine: the one translator that can be at work.
        notebook: the open notebook; None before one is opened.
        settings: how the person who is here likes things.
        by: the supporter who writes, once a person is chosen.
        taught: each name of the people who are here, and the spelling in which it is said right.
        recorded: each of these names that somebody said into the computer, and how that is kept.
        interpreting: who interprets in this sitting, and for whom; asked once.
        reach: how the window is reached by switch, eyes or pointing; None before there is one.
        checking: whether the program's words are being checked; None before there is a window.
        passed: what was passed over with Next where sentences are read back, by session and step,
            the last one last; each is a sentence, and whether its easier words were asked about.

    """

    house: "House"
    desk: Desk
    look: LookNow
    words: Wording
    pixmaps: Pixmaps
    eye: Eye
    ear: Ear
    machine: Machine
    settings: Settings = dataclasses.field(default_factory=Settings)
    notebook: "NotebookFile | None" = None
    by: RecordId | None = None
    taught: dict[str, str] = dataclasses.field(default_factory=dict)
    recorded: dict[str, SoundRef] = dataclasses.field(default_factory=dict)
    interpreting: "tuple[RecordId, Interpreter] | None" = None
    reach: "Reach | None" = None
    checking: "Checking | None" = None
    passed: dict[tuple[RecordId, str], list[tuple[RecordId, bool]]] = dataclasses.field(
        default_factory=dict
    )
    now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now(datetime.UTC)

    @property
    def today(self) -> datetime.date:
        """Today's date where the laptop is."""
        return self.now().astimezone().date()

    @property
    def open_notebook(self) -> "NotebookFile":
        """The notebook, on screens that exist only when one is open."""
        assert self.notebook is not None
        return self.notebook

    @property
    def writer(self) -> RecordId:
        """Who writes, on screens that exist only once a person was chosen."""
        assert self.by is not None
        return self.by

    def t(self, sentence: str, /, **values: object) -> str:
        """A sentence of the program in the window's language."""
        return self.words.t(sentence, **values)

    def language(self, tag: str) -> str:
        """What a language is called in the window's language."""
        from app.words.languages import name_in  # noqa: PLC0415 - it is long in loading

        return name_in(tag, self.words.lang)

    def shows(self, picture: PictureRef | None) -> PictureRef | None:
        """A picture of the program's own beside a sentence, unless the person wants none."""
        return None if self.settings.pictures == "none" else picture

    def said(self, statement: Statement) -> tuple[KeyPicture, ...]:
        """The pictures beside a sentence of the plan, as the person likes them."""
        return shown(statement, self.settings.pictures)

    def shows_said(self, pictures: Iterable[PictureRef]) -> PictureRef | None:
        """Of the pictures of something in the plan the one that is shown where there is one."""
        return first_shown(pictures, self.settings.pictures)
