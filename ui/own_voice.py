"""What of a screen is heard in somebody's own voice: finding it before it is read."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.model.errors import AlongsideError
from app.model.ids import SoundRef
from app.usecases import recordings
from ui.context import Context
from ui.screens.base import Readable

_SOUND = "sound"
Recordings = Mapping[int, bytes]
"""By the place of what can be heard."""


def say_with(widget: QWidget, ref: SoundRef | None) -> None:
    """Have what a widget says heard as the recording of the notebook that has this name."""
    widget.setProperty(_SOUND, ref)


def give_sound(widget: QWidget, flac: bytes) -> None:
    """Have what a widget says heard as this recording, which is in no notebook."""
    widget.setProperty(_SOUND, flac)


def find(
    ctx: Context, owner: QObject, readables: Sequence[Readable], then: Callable[[Recordings], None]
) -> None:
    """Find the recordings of what is to be read, and call ``then`` with them.

    Where a person does not wish to hear recordings, only what has no words is heard so.
    """
    held: dict[int, bytes] = {}
    wanted: dict[int, SoundRef] = {}
    for place, readable in enumerate(readables):
        sound = readable.property(_SOUND) if isinstance(readable, QObject) else None
        if isinstance(sound, str):
            wanted[place] = SoundRef(sound)
        elif sound:
            held[place] = bytes(sound)
    if not wanted:
        then(held)
        return
    notebook = ctx.open_notebook

    def read() -> dict[int, bytes]:
        found = ((place, recordings.sound(notebook, ref)) for place, ref in wanted.items())
        return {place: sound for place, sound in found if sound}

    def damaged(error: AlongsideError) -> None:
        ctx.desk.trouble.emit(error)
        then(held)

    ctx.desk.do(read, owner=owner, then=lambda found: then({**held, **found}), failed=damaged)
