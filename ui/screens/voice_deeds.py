"""What can be done with somebody's own voice at one sentence: record it, or take it off."""

from collections.abc import Callable

from app.model.change import Change
from app.model.ids import PictureRef, RecordId
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import recordings
from ui.parts import refs
from ui.parts.voice_recorder import VoiceRecorder
from ui.screens.picking import PickingScreen

Deed = tuple[str, str, PictureRef, Callable[[], None]]
"""The name of a button, its words, its picture, and what pressing it does."""

Do = Callable[[Callable[[], Change]], None]


def voice_deeds(
    screen: PickingScreen, statement: RecordId, said: Statement, do: Do
) -> tuple[Deed, ...]:
    """The buttons for it; ``do`` has something written in the notebook."""
    ctx = screen.ctx
    notebook = ctx.open_notebook

    def keep(sound: bytes) -> None:
        screen.put_picker_away()
        do(lambda: recordings.keep(notebook, statement=statement, sound=sound, by=ctx.writer))

    def record() -> None:
        title = said.original or ctx.t(N_("Say it once more"))
        recorder = VoiceRecorder(ctx, title, lang=said.original_lang)
        recorder.kept.connect(keep)
        screen.put_recorder_on(recorder)

    def take_off() -> None:
        do(lambda: recordings.take_off(notebook, statement=statement, by=ctx.writer))

    if said.recording is None:
        speak = ctx.t(N_("Say it into the computer"))
        return (("record-it", speak, refs.MICROPHONE, record),)
    again = ctx.t(N_("Another recording"))
    deeds: list[Deed] = [("record-it", again, refs.MICROPHONE, record)]
    if said.original:
        off = ctx.t(N_("Without the recording"))
        deeds.append(("record-off", off, refs.TAKE_OUT, take_off))
    return tuple(deeds)
