"""What every screen has: a name, its frame, what can be heard, and ways to other screens."""

import dataclasses
from typing import Any, Literal, Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.model.change import Change
from app.model.conversation import Progress
from app.model.guide import Stage
from app.model.person import Person
from app.model.wording import N_
from ui.context import Context
from ui.parts.bars import BACK, HEAR, HOME, STOP, Button, Face
from ui.pixmaps import face_picture

Why = Literal["", "rested", "handed_over"]
"""Why the PIN is asked for: it was to be opened, nobody was there, or a person is done."""

LOCKED: dict[Why, tuple[str, ...]] = {
    "": (),
    "rested": (N_("Nobody was here for a while, so it is locked. Everything is kept."),),
    "handed_over": (
        N_("What was said is kept and locked. Nobody can see it now."),
        N_("When the next person is here, the helper writes the PIN."),
    ),
}
"""What is said then."""

NOTHING_SAID = N_("You said nothing today. That is fine.")
"""What is said where a talk would else speak of what was said in it."""


class Readable(Protocol):
    """Something whose words can be heard, and lit while they are said."""

    lang: str

    @property
    def words(self) -> str:
        """What it says."""

    def light(self, start: int, length: int) -> None:
        """Light a stretch of it; length 0 for none."""

    def light_word(self, start: int, length: int) -> None:
        """Mark the one word of that which is said now; length 0 for none."""


@dataclasses.dataclass(frozen=True)
class Route:
    """The way to a screen: its name and what it is about."""

    screen: str
    about: dict[str, Any] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(frozen=True, kw_only=True)
class Frame:
    """What a screen puts into the bars; where each button stands is not for the screen to say."""

    title: str
    faces: tuple[Face, ...] = ()
    path: tuple[tuple[Stage, Progress], ...] = ()
    aside: str = ""
    buttons: tuple[Button, ...] = ()


class Screen(QWidget):
    """One screen. It asks use cases for what it shows and holds no truth of its own.

    Signals:
        go: another screen is wanted.
        framed: what stands in the bars has changed.
        hear: the person wants to hear this screen.
        hear_these: the person wants to hear these readables alone.
        turned: something here is otherwise than before; carries what a screen reader is told.
        help_wanted: "Stop or help" was pressed.
        settings_changed: the person's settings were changed and apply now.
        told: one plain sentence is to be shown; an empty one takes off what was told before.
        ready: everything the screen shows has arrived.

    """

    go = Signal(object)
    framed = Signal()
    hear = Signal()
    hear_these = Signal(object)
    turned = Signal(str)
    help_wanted = Signal()
    settings_changed = Signal(object)
    told = Signal(str)
    ready = Signal()

    def __init__(self, ctx: Context) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.ctx = ctx

    def frame(self) -> Frame:
        """What stands in the bars."""
        raise NotImplementedError

    def readables(self) -> tuple[Readable, ...]:
        """What can be heard here, in reading order."""
        return ()

    def changed(self, change: Change) -> None:
        """Something in the notebook changed; redraw what concerns this screen."""

    def leave(self) -> None:
        """Keep what is unfinished: the screen is about to be put away."""

    def place(self) -> str:
        """Where on this screen we are; what was told there is no longer said elsewhere."""
        return ""

    def first_focus(self) -> QWidget | None:
        """What has the keyboard when the screen appears."""
        return None

    # Buttons that stand in the same place on every screen

    def back_button(self, route: Route) -> Button:
        """Back to another screen."""
        return Button(
            name="back",
            words=self.ctx.t(N_("Back")),
            picture=BACK,
            press=lambda: self.go.emit(route),
        )

    def home_button(self, route: Route) -> Button:
        """Back to the person's home."""
        return Button(
            name="home",
            words=self.ctx.t(N_("Home")),
            picture=HOME,
            press=lambda: self.go.emit(route),
        )

    def hear_button(self) -> Button:
        """Read this screen aloud, or stop reading."""
        return Button(
            name="hear", words=self.ctx.t(N_("Hear it")), picture=HEAR, press=self.hear.emit
        )

    def help_button(self) -> Button:
        """Stop, or get help."""
        return Button(
            name="stop",
            words=self.ctx.t(N_("Stop or help")),
            picture=STOP,
            press=self.help_wanted.emit,
            role="stop",
        )


class StillScreen(Screen):
    """A screen that waits for nothing: it is complete as soon as it is shown."""

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it is complete."""
        super().showEvent(event)
        self.ready.emit()


def face_of(person: Person) -> Face:
    """A person's face for the top bar."""
    return Face(
        name=person.preferred_name,
        picture=face_picture(person.photo, person.preferred_name),
        own=True,
    )
