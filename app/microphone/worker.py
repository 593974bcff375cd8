"""The microphone's process: ``python -m app.microphone.worker``.

The packaged program is the same with ``--microphone-worker``. Drivers of sound crash and hang, and
so may readers of sound files from anywhere. Here that can hurt nobody: the window talks to this
process in lines of JSON (:mod:`app.microphone.protocol`), and when this process ends the microphone
is off and what it heard is gone, however it ends. It ends when the window does, because its
standard input ends then. No sound is written anywhere; a file that somebody chose is read here, so
that the window never waits for a disk.
"""

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from app import pipes
from app.microphone import protocol, source
from app.microphone.protocol import Done, Event, Find, Found, Listen, Quit, TakeIn
from app.microphone.recording import Recording, taken_in

_PATIENCE_SECONDS = 1.0


def main() -> int:
    """Do what standard input says until it ends. Gives the exit code."""
    commands, output = pipes.commands(), pipes.Output()
    pipes.end_on_mistakes()
    recording = _obey(commands, lambda event: output.write(pipes.line(event)))
    if recording is not None and not recording.end(patience=_PATIENCE_SECONDS):
        os._exit(1)  # a thread that hangs in a driver would hold up an ordinary exit for ever
    return 0


def _obey(commands: Iterable[bytes], tell: Callable[[Event], None]) -> Recording | None:
    """Do what each line says, until one says to quit or there are no more."""
    recording: Recording | None = None
    for command in pipes.understood(commands, protocol.read_command):
        match command:
            case Find():
                tell(Found(source.microphones()))
            case Listen() if recording is None:
                recording = Recording(tell, command.microphone)
            case Done() if recording is not None:
                recording.done()
            case TakeIn():
                tell(taken_in(Path(command.path)))
            case Quit():
                break
            case _:
                pass
    return recording


if __name__ == "__main__":
    sys.exit(main())
