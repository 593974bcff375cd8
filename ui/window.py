"""The shell: which screen is shown, the open notebook, the person who is here, reading aloud.

All wiring between screens is here. Screens say where they want to go; they do not know each
other.
"""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from app.model.change import Change
from app.model.errors import AlongsideError
from app.model.ids import RecordId
from app.model.person import Person, Settings
from app.model.record import Record
from app.model.wording import N_, set_as
from app.usecases import people
from ui import accessible
from ui.announcing import Announcer
from ui.camera import Eye
from ui.checking import Checking
from ui.context import Context
from ui.desk import PUT_AWAY, Desk
from ui.dressing import dress
from ui.hearing import Hearing
from ui.holding import Holding
from ui.keys import Keys
from ui.microphone import Ear
from ui.parts.bars import Button, TopBar
from ui.parts.bottom_bar import BottomBar
from ui.parts.head import Head
from ui.parts.refs import GUIDE
from ui.parts.taborder import follow_layout
from ui.pixmaps import Pixmaps
from ui.scanning.reach import Reach
from ui.screens import load_all as load_all_screens
from ui.screens import screen_class
from ui.screens.base import Route, Screen
from ui.staying import Staying
from ui.telling import Telling
from ui.theme.fonts import load_all
from ui.theme.now import LookNow
from ui.translating import Machine
from ui.undoing import Undoing

if TYPE_CHECKING:
    from app.bootstrap import House

SMALLEST = (900, 600)
HELP = frozenset({"help", "picture_guide", "kept", "wrong", "about", "licences", "licence"})
CALM = {"rest", "speak_up", "not_safe", "tell", *HELP}
"""Screens that "Stop or help" leads to."""
NO_HELP = CALM | {"stop", "shown", "leaving"}
"""Where help is not offered: what is itself help, what others are shown, and the way out."""


class Window(QMainWindow):
    """The one window of the program.

    Attributes:
        telling: the sentence above the bottom bar.
        keys: press the buttons of the bottom bar.
        body: everything between the window's edges.
        head: the top of it.

    Signals:
        shown: a screen has everything it shows.
        painted: the window was painted for the first time.

    """

    shown = Signal(str)
    painted = Signal()

    def __init__(self, house: "House", *, lang: str, route: Route | None = None) -> None:
        super().__init__()
        accessible.install()
        load_all()
        self.house = house
        self.desk = Desk(self)
        self._lang = lang
        self.ctx = Context(
            house=house,
            desk=self.desk,
            look=LookNow(house.look, lang=set_as(house.wording(lang))),
            words=house.wording(lang),
            pixmaps=Pixmaps(house.symbols),
            eye=Eye(self),
            ear=Ear(self),
            machine=Machine(self),
        )
        self.route = route or Route("welcome")
        self.screen: Screen | None = None
        self.hearing = Hearing(self)
        self.aloud = self.hearing.aloud
        self._behind: Route | None = None
        self._aside: Screen | None = None
        self._warned = False
        self._offered: tuple[Button, ...] = ()
        self.telling = Telling(self)
        self.holding = Holding(self.ctx, self)
        self.holding.wanted.connect(self.show_route)
        self.holding.put_down.connect(self._put_down)
        self.holding.liked.connect(self._apply_settings)
        self.holding.closable.connect(self.close)
        self.holding.idle.nobody_there.connect(self._nobody_there)
        self.setWindowTitle("Alongside")
        self.setMinimumSize(*SMALLEST)
        self.resize(1366, 768)
        self.desk.changed.connect(self._notebook_changed)
        self.desk.trouble.connect(self.tell_error)
        self._undoing = Undoing(self.ctx, self)
        self._undoing.offered.connect(self._offer)
        self._undoing.undone.connect(self._undone)
        self.ctx.pixmaps.arrived.connect(self._redraw)
        self.keys = Keys(self, bar=lambda: self._bottom, hearing=self.hearing)
        self.reach = self.ctx.reach = Reach(self)
        self.announcer = Announcer(self)
        self.checking = self.ctx.checking = Checking(self)
        self._apply_settings(self.ctx.settings)
        self.show_route(self.route)
        self._painted = False

    # What is shown

    def show_route(self, route: Route) -> None:
        """Put another screen on."""
        self._put_down()
        if route.screen != self.route.screen:
            self.telling.forget()
        if route.screen not in {"stop", *CALM}:
            self._behind = None
        if route.screen not in HELP:
            self._drop_aside()
        self.route = route
        screen = screen_class(route.screen)(self.ctx, **route.about)
        screen.go.connect(self.show_route)
        screen.framed.connect(self._frame)
        screen.hear.connect(self.hearing.hear)
        screen.hear_these.connect(self.hearing.read)
        screen.turned.connect(self.announcer.tell)
        screen.help_wanted.connect(self._help)
        screen.settings_changed.connect(self.use_settings)
        screen.told.connect(self.tell)
        screen.ready.connect(lambda: self.shown.emit(route.screen))
        for name, told in self._wishes().items():
            if (signal := getattr(screen, name, None)) is not None:
                signal.connect(told)
        self.screen = screen
        self._frame()
        self._undoing.ask(route.about.get("person"))

    def _wishes(self) -> dict[str, Callable[..., None]]:
        """What single screens may ask of the window, by the name of their signal."""
        return {
            "opened": self.holding.take,
            "made": self.holding.take_new,
            "closed": self.holding.lock,
            "left": self.holding.leave,
            "gone": self.holding.gone,
            "stayed": self.holding.stay,
            "carry_on": self._carry_on,
            "language_chosen": self._language_chosen,
            "examples_wanted": self.open_examples,
            "person_here": self._person_here,
        }

    def rebuild(self) -> None:
        """Show the same screen anew, because language, theme or size changed."""
        staying = Staying(self, self.screen) if self.screen is not None else None
        self.show_route(self.route)
        screen = self.screen
        if staying is not None and screen is not None:
            once = Qt.ConnectionType.SingleShotConnection
            screen.ready.connect(lambda: self._stay(staying, screen), once)

    def press_focus(self, name: str) -> None:
        """Give the keyboard to a button of the bottom bar."""
        if (button := self._bottom.buttons.get(name)) is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stay(self, staying: Staying, screen: Screen) -> None:
        if shiboken6.isValid(screen):
            staying.show_again(screen)

    def _redraw(self) -> None:
        self.body.update()

    def tell(self, sentence: str) -> None:
        """Show one plain sentence above the bottom bar, until it is pressed away; "" for none."""
        self.telling.tell(sentence)

    def tell_error(self, error: AlongsideError) -> None:
        """Show what the user's world said no to, and what to do."""
        self.house.mishaps.note(error)
        self.tell(error.said(self.ctx.words))

    def _frame(self) -> None:
        assert self.screen is not None
        self.telling.come_to(self.screen.place())
        frame = self.screen.frame()
        top, bottom = TopBar(self.ctx), BottomBar(self.ctx)
        top.show_frame(faces=frame.faces, title=frame.title, path=frame.path, aside=frame.aside)
        bottom.show_buttons((*self.checking.buttons(), *self._with_help(frame.buttons)))
        bottom.offer(self._offered)
        self._bottom = bottom
        body = QWidget()
        body.setObjectName("ground")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, self.reach.head(), 0, 0)
        column.setSpacing(0)
        self.head = Head(top)
        column.addWidget(self.head)
        column.addWidget(self.screen, 1)
        column.addWidget(bottom)
        had_focus = self.focusWidget()
        self.body = body
        self.setCentralWidget(body)
        self.telling.show()
        self.hearing.framed()
        follow_layout(body)
        focus = self.screen.first_focus() or had_focus
        if focus is not None and self.screen.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _with_help(self, buttons: tuple[Button, ...]) -> tuple[Button, ...]:
        """Where there is nothing to stop, help stands in the place of "Stop or help"."""
        if self.route.screen in NO_HELP or any(each.name == "stop" for each in buttons):
            return buttons
        words = self.ctx.t(N_("How this works"))
        return (Button(name="how", words=words, picture=GUIDE, press=self._how), *buttons)

    # Settings and languages

    def use_settings(self, settings: Settings) -> None:
        """Apply how a person likes things, at once."""
        self._apply_settings(settings)
        self.rebuild()

    def _apply_settings(self, settings: Settings) -> None:
        before = self.ctx.words.lang
        dress(self, self.ctx, settings, lang=settings.language or self._lang)
        self.reach.apply(settings)
        self.telling.say_anew(before)

    def _language_chosen(self, lang: str) -> None:
        self._lang = lang
        self.house.remember_language(lang)
        self.use_settings(self.ctx.settings)

    # The notebook

    def open_examples(self, then: Callable[[], None] | None = None) -> None:
        """Make a throw-away notebook with the example people and open it."""
        self.holding.open_examples(then)

    def _person_here(self, person: Record[Person], by: RecordId) -> None:
        """This person is here: the window is as they like it, and what is written is signed."""
        self.ctx.by = by
        self._undoing.ask(person.id)
        if person.body.ui != self.ctx.settings:
            self.use_settings(person.body.ui)

    def _nobody_there(self) -> None:
        """Lock what is open; a screen of "Stop or help" is no place to come back to.

        Whoever leaves has seen the last of the notebook already, and waits for the backup.
        """
        if self.route.screen == "leaving":
            return
        calm = self.route.screen in {"stop", *CALM}
        self.holding.rest(self._behind or self.route if calm else self.route)

    def _put_down(self) -> None:
        """Keep what is unfinished on the screen, and take it off; nothing sees or hears on."""
        self.ctx.eye.close()
        self.hearing.stop()
        self.ctx.ear.close()
        self.ctx.machine.give_up()
        if self.screen is not None:
            self.screen.leave()
            self.screen.setProperty(PUT_AWAY, True)
            self.screen = None

    def _notebook_changed(self, change: Change) -> None:
        if self.screen is not None:
            self.screen.changed(change)
            self._undoing.ask(self.route.about.get("person"))

    def _undone(self, what: str) -> None:
        """Show the screen as it is now, and tell what was undone: it may not stand on it.

        How the person likes things may be what was undone.
        """
        notebook, person = self.ctx.notebook, self.route.about.get("person")
        if notebook is None or person is None:
            return

        def show(found: Record[Person]) -> None:
            self._apply_settings(found.body.ui)
            self.rebuild()
            if what and self.screen is not None:
                once = Qt.ConnectionType.SingleShotConnection
                self.screen.ready.connect(lambda: self.tell(what), once)

        self.desk.do(lambda: people.person(notebook, person=person), owner=self, then=show)

    def _offer(self, buttons: tuple[Button, ...]) -> None:
        self._offered = buttons
        self._bottom.offer(buttons)

    # Help

    def _help(self) -> None:
        if self.route.screen == "stop":
            return
        behind = self.route.about.get("behind", {})
        if self.route.screen not in CALM:
            self._behind, behind = self.route, dict(self.route.about)
        asked_on = self._behind.screen if self._behind is not None else ""
        self.show_route(Route("stop", {"behind": behind, "asked_on": asked_on}))

    def _how(self) -> None:
        """Help, from a screen on which there is nothing to stop."""
        self._behind, aside = self.route, self.screen
        assert aside is not None
        aside.setParent(None)  # what was typed on it stays, also a PIN that nobody else may see
        self.show_route(Route("help", {"behind": {}, "asked_on": self.route.screen}))
        self._aside = aside

    def _carry_on(self) -> None:
        """Back to the screen behind; one that was put aside is still as it was."""
        behind, aside = self._behind or Route("welcome"), self._aside
        if aside is None:
            self.show_route(behind)
            return
        self._put_down()
        self._aside = None
        self.telling.forget()
        self.route, self.screen = behind, aside
        aside.setProperty(PUT_AWAY, False)
        self._frame()

    def _drop_aside(self) -> None:
        if self._aside is not None:
            self._aside.deleteLater()
            self._aside = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window is there to be seen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def warm_up(self) -> None:
        """Load what comes next while nobody is waiting: the database, the other screens.

        Whether there is a camera is known before the first page that offers one: nothing moves.
        """
        self.hearing.ready_early = True
        self.ctx.eye.find_soon()
        self.desk.do(self.house.warm_up, owner=self, then=lambda _: _load_for_good())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is unfinished, make a backup if one is due, and close the notebook.

        If something could not be kept, that is said once, and the window stays for this time.
        """
        self.hearing.stop()
        if self.screen is not None:
            self.screen.leave()
        refused = self.desk.finish()
        if refused is not None and not self._warned:
            self._warned = True
            self.tell_error(refused)
            event.ignore()
            return
        if self.holding.leave_to_close():
            event.ignore()
            return
        if self.screen is not None:
            self.screen.setProperty(PUT_AWAY, True)  # what it still waits for comes to nobody
            self.screen = None
        self._drop_aside()
        self.reach.close()
        self.aloud.close()
        self.ctx.eye.wait_until_gone()
        self.ctx.ear.wait_until_gone()
        self.ctx.machine.wait_until_gone()
        self.holding.close()
        super().closeEvent(event)


def _load_for_good() -> None:
    """Load what stays as long as the program does, and let nobody look through it again.

    Else the interpreter goes through all of it whenever it looks for what can be thrown away, and
    everybody waits: a tenth of a second, now and then, in the midst of typing or of a page.
    """
    load_all_screens()
    gc.freeze()
