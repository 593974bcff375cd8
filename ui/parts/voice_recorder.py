"""Say it into the computer: record, listen, again, keep it or not."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.microphone.protocol import Microphone
from app.model.ids import PictureRef
from app.model.recordings import LONGEST_SECONDS, seconds
from app.model.wording import N_
from ui.accessible import in_one
from ui.context import Context
from ui.own_voice import give_sound
from ui.parts import choosing
from ui.parts.bars import HEAR
from ui.parts.deeds import main_deed
from ui.parts.level_meter import LevelMeter
from ui.parts.pressable import Pressable
from ui.parts.refs import AGAIN, FROM_FILE, MICROPHONE, NOT_MINE, TICK
from ui.parts.shutter import Shutter
from ui.parts.strokes import STOPPED
from ui.parts.taking import Taking
from ui.parts.words import Words

_WAITING = N_("Waiting for the microphone")
SOUND_FILES = (
    ".m4a", ".mp3", ".wav", ".ogg", ".oga", ".opus", ".amr", ".3gp", ".mp4", ".aac", ".aif",
    ".aiff", ".flac",
)  # fmt: skip
"""What phones and computers record."""


class VoiceRecorder(Taking):
    """One recording. Nothing of it is in the notebook until it is kept by whoever asked for it.

    The microphone is on from a press until the next, and goes off when this is left, hidden or
    locked, and after three minutes.

    Args:
        ctx: what every part is handed.
        title: what is to be said.
        lang: in which language, for what is heard of it.

    Signals:
        kept: the recording is to be kept; carries its bytes. It stays here until it is written.
        hear: the recording is to be heard; :attr:`read` is it alone then.
        turned: another state of it is shown; carries what a screen reader is told of it.

    """

    kept = Signal(bytes)
    hear = Signal()
    turned = Signal(str)
    way_out_name = "record-not-now"

    def __init__(self, ctx: Context, title: str, *, lang: str = "") -> None:
        super().__init__(ctx)
        self._flac = b""
        self._only_sound = self._listening = False
        self._offer_anew: Callable[[], None] | None = None
        self._microphone = ""
        self._heard: tuple[tuple[SignalInstance, Callable[..., None]], ...] = (
            (ctx.ear.found, self._found),
            (ctx.ear.heard, self._listened),
            (ctx.ear.recorded, self._recorded),
            (ctx.ear.trouble, self._stopped),
        )
        for said, heard in self._heard:
            said.connect(heard)
        self.title.say(title)
        self.lay_out(self._make_side(lang), has_note=True)
        self._offer_begin()
        ctx.ear.find()

    @property
    def read(self) -> list[Words | Pressable]:
        """What can be heard."""
        if self._only_sound:
            return [self._sound]
        side = (self._state, self._sound, self.note)
        return [self.title, *(each for each in side if not each.isHidden()), *self.shown]

    def leave(self) -> None:
        """Turn the microphone off for good, and forget what it heard: this page is left."""
        self.ctx.ear.close()
        for said, heard in self._heard:
            said.disconnect(heard)
        self._heard = ()
        self._flac = b""

    def not_kept(self, why: str) -> None:
        """Say why the recording could not be kept: it is still here, and can be kept after all."""
        if self._flac:
            self.note.say(why)
            self.note.setVisible(True)

    def step_back(self) -> bool:
        """Nothing that was said goes without a word: what to do with it is asked first."""
        return self._ask_about_it()

    def go_on(self) -> bool:
        """On without a recording, if there is none: no microphone goes on, and it is no yes."""
        return self._ask_about_it()

    def _ask_about_it(self) -> bool:
        """Whether there is something that was said: then what to do with it is asked."""
        if self._listening:
            self._done()
        elif self._flac:
            self.note.say(self.ctx.t(N_("First say what is to be done with your recording.")))
            self.note.setVisible(True)
            self.turned.emit(self.note.words)
            if self.main is not None:
                self.main.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        return self._listening or bool(self._flac)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees that it is on any more, unless it only moved within the window."""
        super().hideEvent(event)
        QTimer.singleShot(0, self, self._off_if_hidden)

    def _off_if_hidden(self) -> None:
        hidden = not self.isVisible() or self.window().isMinimized()
        if self._heard and hidden and self.ctx.ear.on:
            self._stopped(N_("The microphone is off, because nobody could see that it was on."))

    # How it is made

    def _make_side(self, lang: str) -> QWidget:
        """How loud it is, or what was recorded."""
        ctx, side = self.ctx, QWidget()
        self._state = Words(ctx, "", size="sentence", bold=True)
        self._state.setObjectName("recording-state")
        self._sound = Words(ctx, "", size="sentence", lang=lang)
        self._sound.setObjectName("recording-sound")
        self.level = LevelMeter(ctx)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(10)
        for each in (self._state, self._sound):
            column.addWidget(each)
        column.addWidget(self.note)
        column.addWidget(self.level)
        return side

    def _say(self, state: str, note: str, *, level: bool = False, sound: str = "") -> None:
        """What is said beside the buttons."""
        self._offer_anew = None
        self._state.say(state)
        self._state.setVisible(bool(state))
        self.note.say(self.ctx.t(note) if note else "")
        self.note.setVisible(bool(note))
        self.level.setVisible(level)
        self.level.show_level(0)
        self._sound.say(sound)
        self._sound.setVisible(bool(sound))
        self.turned.emit(in_one(in_one(state, self.note.words), sound))

    def _button(self, name: str, words: str, picture: str, press: Callable[[], None]) -> Pressable:
        button = self.button(name, self.ctx.t(words), PictureRef(picture))
        button.clicked.connect(press)
        return button

    def _shutter(self, name: str, words: str, picture: str, press: Callable[[], None]) -> Shutter:
        shutter = Shutter(self.ctx, name, self.ctx.t(words), PictureRef(picture))
        shutter.clicked.connect(press)
        return shutter

    def _from_file(self) -> Pressable:
        words = N_("From a sound file")
        return self._button("record-from-file", words, FROM_FILE, self._choose_file)

    # Which microphone

    def _microphones(self) -> list[Words | Pressable]:
        """Which one it is to be, where there are several; at first the one that is usual here."""
        known = self.ctx.ear.known
        if len(known) < 2:
            return []
        usual = ("", self.ctx.t(N_("The usual one of this computer")))
        called = [usual, *((each.id, each.name) for each in known)]
        asked = self.ctx.t(N_("Which microphone?"))
        return self.choice(asked, "microphone", called, self._microphone, self._use_microphone)

    def _use_microphone(self, microphone: str) -> None:
        self._microphone = microphone
        if self._offer_anew is not None:
            self._offer_anew()

    def _found(self, microphones: tuple[Microphone, ...]) -> None:
        if self._microphone not in {"", *(each.id for each in microphones)}:
            self._microphone = ""
        if self._offer_anew is not None:
            self._offer_anew()

    # Before, while and after it is on

    def _offer_begin(self) -> None:
        note = N_(
            "Press, and say it. Nothing is kept until you have listened to it and said yes to it. "
            "Then whoever may see these words in this notebook can hear your voice."
        )
        self._say("", note, level=not self.ctx.look.stacked)
        self._offer_anew = self._offer_record
        self._offer_record()

    def _offer_record(self) -> None:
        record = self._shutter("record", N_("Record"), MICROPHONE, self._begin)
        self.offer(record, self._from_file(), self.way_out(), below=self._microphones())

    def _begin(self) -> None:
        self._flac = b""
        self._say(self.ctx.t(_WAITING), "", level=True)
        done = self._shutter("record-done", N_("I have said it"), STOPPED, self._done)
        self.offer(done, self.way_out())
        self.ctx.ear.listen(self._microphone)
        self._listening = True

    def _done(self) -> None:
        if self.ctx.ear.on:
            self.ctx.ear.done()
            self._say(self.ctx.t(N_("One moment")), "")
            self.offer(self.way_out())

    def _listened(self, level: float, so_far: float) -> None:
        if self.level.isHidden():  # said before the microphone went off
            return
        time = _clock(so_far)
        state = self.ctx.t(N_("● Recording · {time}"), time=time)
        if self._state.words == self.ctx.t(_WAITING):  # once, and short: it may be recorded too
            self.turned.emit(self.ctx.t(N_("It is recording.")))
        if state != self._state.words:
            self._state.say(state)
        left = LONGEST_SECONDS - so_far
        if left < _WARN_SECONDS and not self.note.words:
            self.note.say(self.ctx.t(N_("A recording can be three minutes long. It ends soon.")))
            self.note.setVisible(True)
            self.turned.emit(self.note.words)
        self.level.show_level(level)

    def _recorded(self, flac: bytes, full: bool) -> None:
        self._flac, self._listening = flac, False
        give_sound(self._sound, flac)
        note = N_("The microphone is off. This is not kept yet.")
        if full:
            note = N_("The microphone is off: three minutes are over. This is not kept yet.")
        said = self.ctx.t(N_("Your recording · {time}"), time=_clock(seconds(flac)))
        self._say("", note, sound=said)
        words = self.ctx.t(N_("Listen"))
        self._offer_with(main_deed(self.ctx, "record-listen", words, HEAR, self._listen))

    def _offer_with(self, *first: Pressable) -> None:
        """What can be done with a recording: keeping it only once it was listened to."""
        again = self._button("record-again", N_("Say it again"), AGAIN, self._begin)
        drop = self._button("record-drop", N_("Not this one"), NOT_MINE, self._drop)
        self.offer(*first, again, drop)

    def _listen(self) -> None:
        self._only_sound = True
        self.hear.emit()
        self._only_sound = False
        if not any(each.objectName() == "record-keep" for each in self.shown):
            # It stays where it was pressed: whoever presses once more wants to hear it once more.
            listen = self._button("record-listen", N_("Listen"), HEAR, self._listen)
            words = self.ctx.t(N_("Keep it"))
            keep = main_deed(self.ctx, "record-keep", words, TICK, self._keep)
            self._offer_with(listen, keep)

    def _keep(self) -> None:
        if self._flac:
            self.kept.emit(self._flac)

    def _drop(self) -> None:
        self._flac = b""
        self._offer_begin()

    def _stopped(self, why: str) -> None:
        """Say in one sentence why there is no recording, and what to do."""
        self.ctx.ear.close()
        self._flac, self._listening = b"", False
        self._say("", why)
        self._offer_anew = self._offer_another_try
        self._offer_another_try()
        self.ctx.ear.find()

    def _offer_another_try(self) -> None:
        again = self._button("record", N_("Try again"), AGAIN, self._begin)
        self.offer(again, self._from_file(), self.way_out(), below=self._microphones())

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
        self._flac = b""
        self._say(self.ctx.t(N_("The sound is being read")), "")
        self.offer(self.way_out())
        self.ctx.ear.take_in(path)


_WARN_SECONDS = 15


def _clock(so_far: float) -> str:
    """Minutes and seconds, as clocks show them."""
    return f"{int(so_far) // 60}:{int(so_far) % 60:02}"
