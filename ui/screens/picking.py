"""A screen on which a picture can be chosen: the page for it lies over what else is there."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout

from app.model.errors import AlongsideError
from app.model.ids import PictureRef, RecordId
from app.model.wording import N_
from ui.context import Context
from ui.parts.bars import BACK, Button
from ui.parts.photo_way import PhotoWay
from ui.parts.picker import Picker
from ui.parts.picture_wanted import PictureWanted
from ui.parts.recording_question import RecordingQuestion
from ui.parts.voice_recorder import VoiceRecorder
from ui.screens.base import Readable, Screen


class PickingScreen(Screen):
    """Back and Next go through the pages of a photo; what was not taken goes with the page."""

    def __init__(self, ctx: Context) -> None:
        super().__init__(ctx)
        self._picker: Picker | PhotoWay | VoiceRecorder | RecordingQuestion | None = None
        self._layers = QStackedLayout(self)
        self.ready.connect(self._read_words, Qt.ConnectionType.SingleShotConnection)

    def _read_words(self) -> None:
        """Have the words of pictures read before any is looked for: 0.1 s for the first time."""
        ideas, lang = self.ctx.house.ideas, self.ctx.words.lang
        self.ctx.desk.do(lambda: ideas.search("a", lang=lang), owner=self)

    @property
    def picking(self) -> bool:
        """Whether a picture is being chosen."""
        return self._picker is not None

    def readables(self) -> tuple[Readable, ...]:
        """What can be heard of a photo on its way in; else what the screen itself shows."""
        heard = self._picker.read if self._picker is not None else []
        return tuple(heard) or self.own_readables()

    def own_readables(self) -> tuple[Readable, ...]:
        """What can be heard where no photo is on its way in."""
        raise NotImplementedError

    def leave(self) -> None:
        """Keep what is half typed; a photo that was not taken is not kept."""
        if self._picker is not None:
            self._picker.leave()

    def put_picker_on(self, picker: Picker | PhotoWay | VoiceRecorder | RecordingQuestion) -> None:
        """Show the page on which a picture is chosen."""
        self._picker = picker
        self._layers.addWidget(picker)
        self._layers.setCurrentWidget(picker)
        self.framed.emit()

    def show_picker(
        self,
        wanted: PictureWanted,
        *,
        person: RecordId,
        kept: tuple[RecordId, str] | None = None,
        written_is_name: bool = False,
    ) -> None:
        """Have a picture chosen, and go back to what lies under before it is told which."""
        picker = Picker(
            self.ctx,
            person=person,
            title=wanted.title,
            goes_with=wanted.goes_with,
            instead_of=wanted.instead_of,
            may_be_none=wanted.may_be_none,
            written_is_name=written_is_name,
            kept=kept,
        )

        def picked(ref: PictureRef | None, words: str) -> None:
            self.put_picker_away()
            wanted.told(ref, words)

        picker.picked.connect(picked)
        self.put_picker_on(picker)
        picker.search.setFocus()

    def put_recorder_on(self, recorder: VoiceRecorder) -> None:
        """Show the page on which something is said into the computer."""
        recorder.declined.connect(self.put_picker_away)
        recorder.hear.connect(self.hear)
        recorder.turned.connect(self.turned)
        self.put_picker_on(recorder)
        if (focus := recorder.first_focus()) is not None:
            focus.setFocus()

    def ask_to_delete(self, wanted: Callable[[], None], *, note: str = "") -> None:
        """Ask once more before a recording is deleted; ``wanted`` is called when it is to be."""
        question = RecordingQuestion(self.ctx, note=note)

        def go() -> None:
            self.put_picker_away()
            wanted()

        question.wanted.connect(go)
        question.declined.connect(self.put_picker_away)
        self.put_picker_on(question)
        question.first_focus().setFocus()

    def not_kept(self, error: AlongsideError) -> None:
        """Show why a recording could not be kept; as long as its page is there, so is it."""
        if isinstance(self._picker, VoiceRecorder):
            self._picker.not_kept(error.said(self.ctx.words))
        else:
            self.ctx.desk.trouble.emit(error)

    def put_picker_away(self) -> None:
        """Show again what lies under it."""
        picker, self._picker = self._picker, None
        if picker is not None:
            picker.leave()
            self._layers.removeWidget(picker)
            picker.deleteLater()
            self.show_own()
            self.framed.emit()

    def show_own(self) -> None:
        """Bring what the screen itself shows to the top."""
        raise NotImplementedError

    def picker_back(self) -> None:
        """Back by one page of the photo; from the first one, away from the pictures."""
        if self._picker is not None and not self._picker.step_back():
            self.put_picker_away()

    def picker_on(self) -> None:
        """On with the photo; where none is on its way, away from the pictures."""
        if self._picker is not None and not self._picker.go_on():
            self.put_picker_away()

    def picker_back_button(self) -> Button:
        """Back, as long as a picture is being chosen."""
        return Button(
            name="back", words=self.ctx.t(N_("Back")), picture=BACK, press=self.picker_back
        )
