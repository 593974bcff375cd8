"""Say it into the computer: record, listen, again, keep it or not."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.recordings import LONGEST_SECONDS, seconds
from app.model.wording import N_
from ui.context import Context
from ui.own_voice import give_sound
from ui.parts import choosing
from ui.parts.bars import HEAR
from ui.parts.column import Column, clear
from ui.parts.deeds import main_deed
from ui.parts.flow import Flow
from ui.parts.level_meter import LevelMeter
from ui.parts.pressable import Pressable
from ui.parts.refs import AGAIN, FROM_FILE, MICROPHONE, NOT_MINE, SQUARE, TICK
from ui.parts.taborder import follow_layout
from ui.parts.words import Words

SOUND_FILES = (".wav", ".mp3", ".flac", ".ogg")
_LARGEST_FILE = 60_000_000
"""Bytes: three minutes of any usual kind are smaller."""


class VoiceRecorder(QWidget):
    """One recording. Nothing of it is in the notebook until it is kept by whoever asked for it.

    The microphone is on from a press until the next, and goes off when this is left, hidden or
    locked, and after three minutes.

    Args:
        ctx: what every part is handed.
        title: what is to be said.
        lang: in which language, for what is heard of it.

    Signals:
        kept: the recording is to be kept; carries its bytes.
        declined: none is wanted.
        hear: the recording is to be heard; :attr:`read` is it alone then.

    """

    kept = Signal(bytes)
    declined = Signal()
    hear = Signal()

    def __init__(self, ctx: Context, title: str, *, lang: str = "") -> None:
        super().__init__()
        self.ctx = ctx
        self.setObjectName("ground")
        self._flac = b""
        self._only_sound = False
        self._shown: list[Pressable] = []
        self._main: Pressable | None = None
        self._heard: tuple[tuple[SignalInstance, Callable[..., None]], ...] = (
            (ctx.ear.heard, self._listened),
            (ctx.ear.recorded, self._recorded),
            (ctx.ear.trouble, self._stopped),
        )
        for said, heard in self._heard:
            said.connect(heard)
        self._lay_out(title, lang)
        self._offer_begin()

    @property
    def read(self) -> list[Words | Pressable]:
        """What can be heard."""
        if self._only_sound:
            return [self._sound]
        state = [self._state] if self._state.words else []
        return [self._title, *state, self._note, *self._shown]

    def leave(self) -> None:
        """Turn the microphone off for good, and forget what it heard: this page is left."""
        self.ctx.ear.close()
        for said, heard in self._heard:
            said.disconnect(heard)
        self._heard = ()
        self._flac = b""

    def step_back(self) -> bool:
        """There is no page before this one."""
        return False

    def go_on(self) -> bool:
        """Do what the large button says."""
        if self._main is not None:
            self._main.click()
        return True

    def first_focus(self) -> QWidget | None:
        """The large button."""
        return self._main

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees that it is on any more, unless it only moved within the window."""
        super().hideEvent(event)
        QTimer.singleShot(0, self, self._off_if_hidden)

    def _off_if_hidden(self) -> None:
        hidden = not self.isVisible() or self.window().isMinimized()
        if self._heard and hidden and self.ctx.ear.on:
            self._stopped(N_("The microphone is off, because nobody could see that it was on."))

    # How it is made

    def _lay_out(self, title: str, lang: str) -> None:
        ctx = self.ctx
        outer = QVBoxLayout(self)
        outer.setContentsMargins(26, 12, 26, 8)
        column = Column(ctx, margins=(0, 0, 0, 8), gap=10)
        outer.addWidget(column, 1)
        self._title = Words(ctx, title, size="title")
        self._state = Words(ctx, "", size="sentence", bold=True)
        self._state.setObjectName("recording-state")
        self._sound = Words(ctx, "", size="sentence", lang=lang)
        self._sound.setObjectName("recording-sound")
        self._note = Words(ctx, "", size="label", bold=False)
        self.level = LevelMeter(ctx)
        for each in (self._title, self._state, self._sound, self.level, self._note):
            column.add(each)
        self._row = Flow(gap=4)
        column.add_row(self._row)
        column.fill()

    def _say(self, state: str, note: str, *, level: bool = False, sound: str = "") -> None:
        self._state.say(state)
        self._state.setVisible(bool(state))
        self._note.say(self.ctx.t(note) if note else "")
        self._note.setVisible(bool(note))
        self.level.setVisible(level)
        self.level.show_level(0)
        self._sound.say(sound)
        self._sound.setVisible(bool(sound))

    def _offer(self, main: Pressable, *others: Pressable) -> None:
        clear(self._row)
        for each in (main, *others):
            self._row.addWidget(each)
        self._shown, self._main = [main, *others], main
        follow_layout(self)
        if self.isVisible():
            main.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _button(self, name: str, words: str, picture: str, press: Callable[[], None]) -> Pressable:
        button = Pressable(self.ctx, self.ctx.t(words), picture=picture, picture_px=34)
        button.setObjectName(name)
        button.clicked.connect(press)
        return button

    def _way_out(self) -> Pressable:
        return self._button("record-not-now", N_("Not now"), NOT_MINE, self.declined.emit)

    def _from_file(self) -> Pressable:
        words = N_("From a sound file")
        return self._button("record-from-file", words, FROM_FILE, self._choose_file)

    # Before, while and after it is on

    def _offer_begin(self) -> None:
        note = N_(
            "Press, and say it. Nothing is kept until you have listened to it and said yes to it."
        )
        self._say("", note)
        self._offer(
            main_deed(self.ctx, "record", self.ctx.t(N_("Record")), MICROPHONE, self._begin),
            self._from_file(),
            self._way_out(),
        )

    def _begin(self) -> None:
        self._flac = b""
        self._say(self.ctx.t(N_("Waiting for the microphone")), "", level=True)
        self._offer(self._done_button(), self._way_out())
        self.ctx.ear.listen()

    def _done_button(self) -> Pressable:
        words = self.ctx.t(N_("I have said it"))
        return main_deed(self.ctx, "record-done", words, SQUARE, self._done)

    def _done(self) -> None:
        if self.ctx.ear.on:
            self.ctx.ear.done()
            self._say(self.ctx.t(N_("One moment")), "")
            self._offer(self._way_out())

    def _listened(self, level: float, so_far: float) -> None:
        if self.level.isHidden():  # said before the microphone went off
            return
        time = _clock(so_far)
        state = self.ctx.t(N_("● Recording · {time}"), time=time)
        if state != self._state.words:
            self._state.say(state)
        left = LONGEST_SECONDS - so_far
        if left < _WARN_SECONDS and not self._note.words:
            self._note.say(self.ctx.t(N_("A recording can be three minutes long. It ends soon.")))
            self._note.setVisible(True)
        self.level.show_level(level)

    def _recorded(self, flac: bytes, full: bool) -> None:
        self._flac = flac
        give_sound(self._sound, flac)
        note = N_("The microphone is off. This is not kept yet.")
        if full:
            note = N_("The microphone is off: three minutes are over. This is not kept yet.")
        said = self.ctx.t(N_("Your recording · {time}"), time=_clock(seconds(flac)))
        self._say("", note, sound=said)
        again = self._button("record-again", N_("Say it again"), AGAIN, self._begin)
        listen = self._button("record-listen", N_("Listen"), HEAR, self._listen)
        keep = main_deed(self.ctx, "record-keep", self.ctx.t(N_("Keep it")), TICK, self._keep)
        drop = self._button("record-drop", N_("Not this one"), NOT_MINE, self._drop)
        self._offer(listen, keep, again, drop)
        self._main = keep

    def _listen(self) -> None:
        self._only_sound = True
        self.hear.emit()
        self._only_sound = False

    def _keep(self) -> None:
        if self._flac:
            self.kept.emit(self._flac)

    def _drop(self) -> None:
        self._flac = b""
        self._offer_begin()

    def _stopped(self, why: str) -> None:
        """Say in one sentence why there is no recording, and what to do."""
        self.ctx.ear.close()
        self._flac = b""
        self._say("", why)
        again = self._button("record", N_("Try again"), AGAIN, self._begin)
        self._offer(again, self._from_file(), self._way_out())

    # A sound file

    def _choose_file(self) -> None:
        ctx = self.ctx
        choosing.choose_file(
            ctx,
            self,
            ctx.t(N_("Choose a sound file")),
            kind=ctx.t(N_("Sound files")),
            ends=SOUND_FILES,
            then=self.take_in,
        )

    def take_in(self, path: Path) -> None:
        """Make a recording of a sound file; it is listened to like any other."""
        try:
            if path.stat().st_size > _LARGEST_FILE:
                self._stopped(N_("That file is too large. Please choose a shorter sound."))
                return
            data = path.read_bytes()
        except OSError:
            self._stopped(N_("That file cannot be read. Please choose another one."))
            return
        self._say(self.ctx.t(N_("The sound is being read")), "")
        self._offer(self._way_out())
        self.ctx.ear.take_in(data)


_WARN_SECONDS = 15


def _clock(so_far: float) -> str:
    """Minutes and seconds, as clocks show them."""
    return f"{int(so_far) // 60}:{int(so_far) % 60:02}"
