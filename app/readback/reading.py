"""Having a file read by the reading process, and telling in a plain sentence why it cannot be."""

import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from app import pipes
from app.model.errors import AlongsideError
from app.model.wording import N_
from app.readback import protocol
from app.readback.protocol import Failed, Going, Opened, Read, Reason, Sheet

PATIENCE_SECONDS = 120.0
"""Longer than any page takes; without a word for so long it hangs."""

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
PARTLY = N_(
    "A part of {file} was not read. Please scan or photograph the whole page, "
    "flat and in good light."
)
SEVERAL = N_("{file} shows more than one page. Please scan or photograph each page by itself.")
_NOT_FROM_HERE = N_("The codes in {file} are not from papers that were printed here.")


class UnreadableFileError(AlongsideError):
    """A file that came back and cannot be read."""


def read(
    path: Path,
    sheets: Sequence[Sheet],
    *,
    command: tuple[str, ...] | None = None,
    patience: float = PATIENCE_SECONDS,
    going: Callable[[int, int], None] | None = None,
) -> Opened:
    """What stands in a file that came back.

    Args:
        path: the file.
        sheets: where everything stands on the packs that were printed.
        command: how the process is started; as the program starts it if left out.
        patience: seconds without a word after which it counts as hanging.
        going: is told how many pages of how many are read; if it raises, reading ends at once.

    Raises:
        UnreadableFileError: it is not there, is something else, is broken, locked or far too
            large, or holds no code of these packs.

    """
    event = _asked(
        Read(str(path.absolute()), tuple(sheets)),
        command or pipes.command_of("app.readback.worker", packaged="--readback-worker"),
        patience,
        going,
    )
    if isinstance(event, Failed):
        raise UnreadableFileError(_SENTENCES[event.reason], file=path.name)
    if not (event.fields or event.ticked) and not any(
        page.boxes or page.cards for page in event.pages
    ):
        raise UnreadableFileError(_why_nothing(event, sheets), file=path.name)
    return event


def _why_nothing(opened: Opened, sheets: Sequence[Sheet]) -> str:
    """Why there is no box in a file that could be opened."""
    packs = {page.pack for page in opened.pages if page.pack}
    if any(page.several for page in opened.pages):
        return SEVERAL
    if packs - {each.pack for each in sheets}:
        return _NOT_FROM_HERE
    return PARTLY if packs else NO_CODE


def _asked(
    read: Read, command: tuple[str, ...], patience: float, going: Callable[[int, int], None] | None
) -> Opened | Failed:
    try:
        with subprocess.Popen(  # noqa: S603 - this program itself
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=pipes.root(),
            env={name: each for name, each in os.environ.items() if name != "ALONGSIDE_PIN"},
        ) as process:
            try:
                return _heard(process, read, patience, going)
            finally:
                process.kill()
    except (OSError, msgspec.DecodeError):  # it ended without a word
        return Failed("crashed")


def _heard(
    process: "subprocess.Popen[bytes]",
    read: Read,
    patience: float,
    going: Callable[[int, int], None] | None,
) -> Opened | Failed:
    """What the process says at the end; the same errors as of a broken pipe if it says nothing."""
    assert process.stdin is not None  # noqa: S101 - both were asked for
    assert process.stdout is not None  # noqa: S101
    with process.stdin as commands:
        commands.write(pipes.line(read))
    while True:
        with pipes.with_patience(patience, process.kill):
            event: protocol.Event = protocol.read_event(process.stdout.readline())
        if not isinstance(event, Going):
            return event
        if going is not None:
            going(event.done, event.of)
