"""Having a file read by the reading process, and telling in a plain sentence why it cannot be."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import msgspec

from app import pipes
from app.model.errors import AlongsideError
from app.model.wording import N_
from app.readback import protocol
from app.readback.protocol import Failed, Opened, Read, Reason, Sheet

PATIENCE_SECONDS = 240.0
"""Longer than a scan of hundreds of pages takes; without an answer for so long it hangs."""

_SENTENCES: dict[Reason, str] = {
    "not_there": N_("{file} cannot be read. Please check its name and place."),
    "empty": N_("{file} is empty. Please save or scan it again."),
    "unknown": N_("{file} is no PDF, PNG or JPEG. Please save it as one of these."),
    "damaged": N_("{file} is damaged and cannot be read. Please save or scan it again."),
    "locked": N_("{file} is locked with a password. Please save it without one."),
    "too_large": N_("{file} is too large to be read safely. Please send fewer pages at a time."),
    "crashed": N_("{file} is damaged and cannot be read. Please save or scan it again."),
}


NO_CODE = N_(
    "No code was found in {file}. Please scan or photograph the whole page, flat and in good light."
)
_NOT_FROM_HERE = N_("The codes in {file} are not from papers that were printed here.")


class UnreadableFileError(AlongsideError):
    """A file that came back and cannot be read."""


def read(
    path: Path,
    sheets: Sequence[Sheet],
    *,
    command: tuple[str, ...] | None = None,
    patience: float = PATIENCE_SECONDS,
) -> Opened:
    """What stands in a file that came back.

    Args:
        path: the file.
        sheets: where everything stands on the packs that were printed.
        command: how the process is started; as the program starts it if left out.
        patience: seconds without an answer after which it counts as hanging.

    Raises:
        UnreadableFileError: it is not there, is something else, is broken, locked or far too
            large, or holds no code of these packs.

    """
    event = _asked(
        Read(str(path.absolute()), tuple(sheets)),
        command or pipes.command_of("app.readback.worker", packaged="--readback-worker"),
        patience,
    )
    if isinstance(event, Failed):
        raise UnreadableFileError(_SENTENCES[event.reason], file=path.name)
    if not (event.fields or event.ticked) and not any(
        page.boxes or page.cards for page in event.pages
    ):
        strange = any(page.pack for page in event.pages)
        raise UnreadableFileError(_NOT_FROM_HERE if strange else NO_CODE, file=path.name)
    return event


def _asked(read: Read, command: tuple[str, ...], patience: float) -> protocol.Event:
    try:
        answer = subprocess.run(  # noqa: S603 - this program itself
            command,
            input=pipes.line(read),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=pipes.root(),
            env={name: each for name, each in os.environ.items() if name != "ALONGSIDE_PIN"},
            timeout=patience,
            check=False,
        ).stdout
        event: protocol.Event = protocol.read_event(answer)
    except (OSError, subprocess.TimeoutExpired, msgspec.DecodeError):  # it ended without a word
        return Failed("crashed")
    return event
