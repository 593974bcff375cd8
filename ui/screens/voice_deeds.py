"""What can be done with a recording, of a sentence or of a name: make it, or take it off."""

import dataclasses
from collections.abc import Callable
from typing import Protocol

from app.model.change import Change
from app.model.errors import AlongsideError
from app.model.ids import PictureRef, SoundRef
from app.model.record import Record
from app.model.statement import Statement
from app.model.wording import N_
from app.usecases import recordings, removing_recordings
from ui.parts import refs
from ui.parts.voice_recorder import VoiceRecorder
from ui.screens.picking import PickingScreen

Deed = tuple[str, str, PictureRef, Callable[[], None]]
"""The name of a button, its words, its picture, and what pressing it does."""


class Do(Protocol):
    """Has something written in the notebook, and tells whether it was."""

    def __call__(
        self,
        work: Callable[[], Change],
        *,
        then: Callable[[], None] = ...,
        failed: Callable[[AlongsideError], None] | None = None,
    ) -> None:
        """Have it written."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Spoken:
    """What can be recorded.

    Attributes:
        title: what is to be said.
        lang: in which language.
        recording: the one that there is.
        keep: writes another one in the notebook.
        take_off: writes that there is none; None where nothing would be left without it.
        delete: deletes it for good, with those before it; ``goes_with_it`` is what goes then.
        there: whether there is any to be deleted, also where it was taken off.
        told: what is said once it is kept.
        at: tells the buttons of several such things on one screen apart.

    """

    title: str
    lang: str = ""
    recording: SoundRef | None
    keep: Callable[[bytes], Change]
    take_off: Callable[[], Change] | None
    delete: Callable[[], Change]
    goes_with_it: str = ""
    there: bool
    told: str = ""
    at: str = ""


def recording_deeds(screen: PickingScreen, spoken: Spoken, do: Do) -> tuple[Deed, ...]:
    """The buttons for it; ``do`` has something written in the notebook."""
    ctx = screen.ctx

    def written() -> None:
        screen.put_picker_away()
        if spoken.told:
            screen.told.emit(spoken.told)

    def kept(sound: bytes) -> None:  # its page goes when it is written
        do(lambda: spoken.keep(sound), then=written, failed=screen.not_kept)

    def record() -> None:
        recorder = VoiceRecorder(ctx, spoken.title, lang=spoken.lang)
        recorder.kept.connect(kept)
        screen.put_recorder_on(recorder)

    words = N_("Say it into the computer") if spoken.recording is None else N_("Another recording")
    deeds: list[Deed] = [(f"record-it{spoken.at}", ctx.t(words), refs.MICROPHONE, record)]
    if (take_off := spoken.take_off) is not None and spoken.recording is not None:
        off = ctx.t(N_("Without the recording"))
        deeds.append((f"record-off{spoken.at}", off, refs.TAKE_OUT, lambda: do(take_off)))
    if spoken.there:
        gone = ctx.t(N_("Delete the recording for good"))

        def ask() -> None:
            screen.ask_to_delete(lambda: do(spoken.delete), note=spoken.goes_with_it)

        deeds.append((f"record-delete{spoken.at}", gone, refs.TAKE_OUT, ask))
    return tuple(deeds)


def voice_deeds(
    screen: PickingScreen, sentence: Record[Statement], do: Do, *, there: bool
) -> tuple[Deed, ...]:
    """The buttons for a sentence; ``there`` says whether there is any recording to be deleted."""
    ctx, statement, said = screen.ctx, sentence.id, sentence.body
    today = ctx.today
    notebook, by = ctx.open_notebook, ctx.writer
    spoken = Spoken(
        title=said.original or ctx.t(N_("Say it once more")),
        lang=said.original_lang,
        recording=said.recording,
        delete=lambda: removing_recordings.of_sentence(
            notebook, statement=statement, by=by, on=today
        ),
        goes_with_it="" if said.original else ctx.t(N_("The sentence goes with it.")),
        there=there,
        told=ctx.t(N_("It is read back in your next talk.")),
        keep=lambda sound: recordings.keep(notebook, statement=statement, sound=sound, by=by),
        take_off=(
            (lambda: recordings.take_off(notebook, statement=statement, by=by))
            if said.original
            else None
        ),
    )
    return recording_deeds(screen, spoken, do)
