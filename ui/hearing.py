"""Hear it: what is read aloud in the window, and the strip of buttons while it is.

Nothing is read unless somebody presses, or the person chose that screens are read to them
(rule R11).
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import SIGNAL, QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from app.model.change import Change
from app.model.ids import RecordId, SoundRef
from app.model.wording import N_
from app.usecases import name_sounds, people
from ui import own_voice
from ui.aloud import Aloud, Place, sentences_of
from ui.announcing import asked
from ui.parts.hear_bar import RATES, HearBar, rate_words
from ui.parts.in_sight import show_in_scroll_area
from ui.parts.notice import Notice
from ui.parts.pressable import Pressable
from ui.parts.taborder import follow_layout
from ui.parts.words import Words
from ui.screens.base import Readable

if TYPE_CHECKING:
    from app.store.notebook import NotebookFile
    from ui.window import Window

_AFTER_PAINT_MS = 150
"""The voice is made ready once the first screen of a notebook is painted."""
_PRESSED_WITHIN = 12
"""Px between press and release; more is a drag."""

NOT_INTO_THE_MICROPHONE = N_("Nothing is read aloud while the microphone is on.")
_SAMPLE = N_("This is how I sound now.")


class Hearing(QObject):
    """Belongs to the window.

    Attributes:
        aloud: what reads.
        bar: the strip; None while nothing is read.
        ready_early: the voice is made ready as soon as a notebook is open.

    """

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.aloud = Aloud(window.ctx, self)
        self.bar: HearBar | None = None
        self.ready_early = False
        self._seen = ""
        self._at = ""
        self._told: set[str] = set()
        self._named: tuple[NotebookFile | None, RecordId | None] = (None, None)
        self._by_itself = False
        self._asked = 0
        self._finding = False
        self._heard_last: Place | None = None
        self._heard_on: Readable | None = None
        self._notice: Notice | None = None
        self._pressed_at = QPoint()
        self._person: RecordId | None = None
        self._rate: float | None = None
        self._voices: dict[str, str] = {}
        self.aloud.trouble.connect(self._trouble)
        self.aloud.reached.connect(self._reached)
        self.aloud.turned.connect(self._show_state)
        self.aloud.ended.connect(self._ended)
        window.shown.connect(self._shown)
        window.desk.changed.connect(self._know_names)
        window.ctx.ear.opening.connect(self.stop)
        window.installEventFilter(self)

    # Beginning

    @property
    def underway(self) -> bool:
        """Whether something is read, or will be once its recordings are found."""
        return self._finding or self.aloud.underway

    def stop(self) -> None:
        """Be quiet at once; what was asked for and has not begun will not begin."""
        self._asked += 1
        self._finding = False
        self.aloud.stop()

    def hear(self) -> None:
        """Read the screen, or stop reading."""
        if self.underway:
            self.stop()
        elif self._window.screen is not None:
            self.read(self._readables())

    def _readables(self) -> tuple[Readable, ...]:
        """What is told above the bottom bar, until it is pressed away, and then the screen."""
        screen = self._window.screen
        assert screen is not None
        told = (self._notice.card,) if self._notice is not None else ()
        return (*told, *screen.readables())

    def hear_next(self) -> None:
        """Hear the sentence after the one that was heard last on this screen, alone."""
        self._hear_alone(1)

    def hear_before(self) -> None:
        """Hear the sentence before the one that was heard last on this screen, alone."""
        self._hear_alone(-1)

    def _hear_alone(self, way: int) -> None:
        """For whom no pointer presses a sentence: at either end it is said once more."""
        if self._window.screen is None:
            return
        there = sentences_of(self._readables())
        heard = [at for at, each in enumerate(there) if each.within(self._heard_last)]
        if there:
            heard = heard or [-1 if way > 0 else len(there)]
            last = heard[-1] if way > 0 else heard[0]
            place = there[min(max(last + way, 0), len(there) - 1)]
            self._heard_last = place
            self.read((place.readable,), at=place.start)

    def read(
        self, readables: tuple[Readable, ...], *, at: int | None = None, by_itself: bool = False
    ) -> None:
        """Read these, in place of what is read now, and show what can be done meanwhile.

        Args:
            readables: what is to be heard.
            at: only the sentence in which this character stands.
            by_itself: nobody pressed; the person chose that it is read.

        """
        self.stop()
        if self._window.ctx.ear.listening:
            if not by_itself:
                self._window.tell(self._window.ctx.t(NOT_INTO_THE_MICROPHONE))
            return
        self._by_itself = by_itself
        self._heard_on = None
        person = self._window.route.about.get("person")
        if person != self._person:
            self._told.clear()
        self._person = person
        self._at = self._window.reach.place()
        self._finding = True
        number, screen = self._asked, self._window.screen

        def begin(found: own_voice.Recordings) -> None:
            if number == self._asked:  # else something else is wanted by now
                self._finding = False
                self._begin(readables, at, found)

        assert screen is not None
        own_voice.find(self._window.ctx, screen, readables, begin)

    def _begin(
        self, readables: tuple[Readable, ...], at: int | None, recordings: own_voice.Recordings
    ) -> None:
        self.aloud.read(readables, at=at, recordings=recordings)
        if self.aloud.underway:
            self.show_bar()
            self._say(N_("Reading aloud"))

    def _shown(self, _screen: str) -> None:
        """A screen has everything it shows."""
        self._heard_last = None
        self._know_names()
        if self.ready_early and self._window.ctx.notebook is not None:
            QTimer.singleShot(_AFTER_PAINT_MS, self, self.aloud.warm_up)
        screen = self._window.screen
        if screen is None:
            return
        for each in screen.readables():
            if isinstance(each, Pressable) and not each.receivers(SIGNAL("clicked(bool)")):
                each.clicked.connect(lambda _=False, each=each: self.read((each,)))
        heard = asked(screen)
        seen = "\n".join((self._window.reach.place(), *(each.words for each in heard)))
        how, self._seen, before = self._window.ctx.settings.read_to_me, seen, self._seen
        if how != "off" and seen != before:
            self.read(screen.readables() if how == "everything" else heard, by_itself=True)

    def _know_names(self, change: Change | None = None) -> None:
        """How the names of those who are here are said; anew when somebody was changed."""
        window, ctx = self._window, self._window.ctx
        notebook, person = ctx.notebook, window.route.about.get("person")
        whose = (notebook, person)
        if whose == self._named and (change is None or not change.kinds & {"person", "supporter"}):
            return
        if notebook is None:
            ctx.taught, ctx.recorded = {}, {}
        else:
            window.desk.do(
                lambda: (
                    name_sounds.taught(notebook, person=person),
                    name_sounds.recorded(notebook, person=person),
                ),
                owner=self,
                then=self._names,
            )
        self._named = whose

    def _names(self, found: tuple[dict[str, str], dict[str, SoundRef]]) -> None:
        self._window.ctx.taught, self._window.ctx.recorded = found

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A press on words that nothing else wants: that sentence is read; a dialog ends it."""
        if event.type() == QEvent.Type.WindowBlocked:
            self.stop()
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            here = event.globalPosition().toPoint()
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed_at = here
            elif event.type() == QEvent.Type.MouseButtonRelease:
                moved = (here - self._pressed_at).manhattanLength()
                return moved <= _PRESSED_WITHIN and self._read_at(here)
        return False

    def _read_at(self, here: QPoint) -> bool:
        """Whether words that can be heard stand there."""
        window = self._window
        found = window.childAt(window.mapFromGlobal(here))
        if window.screen is None or not isinstance(found, Words):
            return False
        if all(each is not found for each in window.screen.readables()):
            return False
        there = found.mapFromGlobal(here)
        if found.holds(there):
            self.read((found,), at=found.place_at(there))
        return found.holds(there)

    # The strip

    def framed(self) -> None:
        """The window's frame is new: the strip belongs there; another place is not read on."""
        if self.underway and self._window.reach.place() != self._at:
            self.stop()
        for each in self._window.findChildren(HearBar):  # one of an earlier frame would stay
            each.hide()
            each.deleteLater()
        self.bar = None
        if self._stays or self.aloud.underway:
            self.show_bar()

    @property
    def _stays(self) -> bool:
        """For whom each screen is read it stands below the top bar, which else they never saw."""
        settings = self._window.ctx.settings
        return settings.read_to_me != "off" and self._window.screen is not None

    def show_bar(self) -> None:
        """Put the strip at the top, if it is not there, and show how things are."""
        window = self._window
        if self.bar is None:
            self.bar = HearBar(window.ctx, window.width())
            self.bar.pressed.connect(self._do)
            window.head.show_strip(self.bar, stays=self._stays)
            self._show_state()
            follow_layout(window.body)
        else:
            self._show_state()

    def told(self, notice: Notice | None) -> None:
        """A sentence is shown, or none any more: it is heard before the screen.

        Where the text is large, a strip that takes room of its own gives way to it until then.
        """
        self._notice = notice
        self._show_state()

    def _show_state(self) -> None:
        if self.bar is not None:
            gives_way = self._stays and self._notice is not None and self._window.ctx.look.stacked
            self.bar.setVisible(not gives_way)
            self.bar.show_state(
                still=self.aloud.paused or not self.aloud.underway,
                rate=self._window.ctx.settings.speech_rate,
                more_voices=len(self.aloud.choice) > 1,
            )

    def _ended(self) -> None:
        """Nothing is read any more; whoever had the keyboard in the strip has it at its door."""
        self._keep()
        bar = self.bar
        if bar is None or self._stays:
            self._show_state()
            return
        self.bar = None
        if bar.isAncestorOf(self._window.focusWidget()):
            self._window.press_focus("hear")
        self._window.head.show_top()
        bar.hide()
        bar.deleteLater()

    def _do(self, what: str) -> None:
        doings: dict[str, Callable[[], None]] = {
            "go_on": self._go_on,
            "wait": self._wait,
            "quiet": self.stop,
            "again": self._again,
            "slower": lambda: self._change_rate(-1),
            "faster": lambda: self._change_rate(1),
            "other_voice": self._other_voice,
        }
        doings[what]()
        self._show_state()

    def _go_on(self) -> None:
        if self.aloud.underway:
            self.aloud.resume()
            self._say(N_("Reading aloud"))
        elif not self._finding:
            self.hear()

    def _again(self) -> None:
        if self.aloud.underway:
            self.aloud.again()
        elif not self._finding:
            self.hear()

    def _wait(self) -> None:
        self.aloud.pause()
        self._say(N_("It waits for you."))

    # How it sounds

    def _change_rate(self, way: int) -> None:
        ctx = self._window.ctx
        now = ctx.settings.speech_rate
        further = [rate for rate, _ in RATES if (rate - now) * way > 0]
        if further:
            self._rate = min(further, key=lambda rate: abs(rate - now))
            ctx.settings = msgspec.structs.replace(ctx.settings, speech_rate=self._rate)
            self.aloud.set_rate(self._rate)
        self._window.announcer.tell(rate_words(ctx, ctx.settings.speech_rate))

    def _other_voice(self) -> None:
        """The next of the voices for this language: it says what it sounds like, and goes on."""
        ctx, place, choice = self._window.ctx, self.aloud.place, self.aloud.choice
        if place is None or len(choice) < 2:
            return
        lang = place.lang
        now = ctx.settings.voices.get(lang, "")
        key = choice[(choice.index(now) + 1) % len(choice)] if now in choice else choice[1]
        self._voices[lang] = key
        voices = {**ctx.settings.voices, lang: key}
        ctx.settings = msgspec.structs.replace(ctx.settings, voices=voices)
        known = {each.tag for each in ctx.house.catalogs.available()}
        said = ctx.house.wording(lang).t(_SAMPLE) if lang in known else place.words
        self.aloud.say(said, lang)
        names = {each.key: each.name for each in self.aloud.voices_for(lang)}
        self._window.announcer.tell(ctx.t(N_("Voice: {name}"), name=names[key]))

    def _keep(self) -> None:
        """What was chosen while it was read is kept with the person who listens."""
        rate, self._rate = self._rate, None
        voices, self._voices = self._voices, {}
        ctx, person = self._window.ctx, self._person
        notebook, by = ctx.notebook, ctx.by
        if (rate is None and not voices) or notebook is None or person is None or by is None:
            return
        if not notebook.read_only:
            self._window.desk.do(
                lambda: people.keep_hearing(
                    notebook, person=person, by=by, rate=rate, voices=voices
                ),
                owner=self,
                failed=lambda _: None,  # an advocate only looks: it holds until they leave
            )

    # What happens

    def _say(self, sentence: str) -> None:
        self._window.announcer.tell(self._window.ctx.t(sentence))

    def _reached(self, readable: Readable) -> None:
        """Bring it into sight, once, so that who scrolls on meanwhile stays where they are.

        The keyboard stays where it is, too.
        """
        self._show_state()
        self._heard_last = self.aloud.place
        if isinstance(readable, QWidget) and readable is not self._heard_on:
            show_in_scroll_area(readable, 24)
        self._heard_on = readable

    def _trouble(self, sentence: str) -> None:
        """Told once for each reading; what nobody asked for only once at all."""
        if self._by_itself and sentence in self._told:
            return
        self._told.add(sentence)
        self._window.tell(self._window.ctx.t(sentence))
