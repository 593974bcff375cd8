"""What of a screen is heard in somebody's own voice: finding it before it is read.

A sentence is heard as the person said it, and a name that stands alone as somebody said that name.
"""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.model.errors import AlongsideError
from app.model.ids import SoundRef
from app.usecases import recordings
from app.usecases.ports import Notebook
from ui.context import Context
from ui.screens.base import Readable

_SOUND = "sound"
Key = TypeVar("Key", int, str)


@dataclasses.dataclass(frozen=True, slots=True)
class Recordings:
    """What is heard in place of a voice.

    Attributes:
        at: recordings by the place of what can be heard.
        names: recordings by the name that they say.

    """

    at: Mapping[int, bytes] = dataclasses.field(default_factory=dict)
    names: Mapping[str, bytes] = dataclasses.field(default_factory=dict)


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
    names = _names_on(ctx, readables)
    if not wanted and not names:
        then(Recordings(held))
        return
    notebook = ctx.open_notebook

    def read() -> Recordings:
        return Recordings(held | _sounds(notebook, wanted), _sounds(notebook, names))

    def damaged(error: AlongsideError) -> None:
        ctx.desk.trouble.emit(error)
        then(Recordings(held))

    ctx.desk.do(read, owner=owner, then=then, failed=damaged)


def _names_on(ctx: Context, readables: Sequence[Readable]) -> dict[str, SoundRef]:
    """The names that were recorded and stand there, alone or not."""
    if not ctx.settings.recordings:
        return {}
    return {
        name: ref
        for name, ref in ctx.recorded.items()
        if any(name in each.words for each in readables)
    }


def _sounds(notebook: Notebook, wanted: Mapping[Key, SoundRef]) -> dict[Key, bytes]:
    found = ((key, recordings.sound(notebook, ref)) for key, ref in wanted.items())
    return {key: sound for key, sound in found if sound}
