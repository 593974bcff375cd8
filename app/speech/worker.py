"""The process that speaks: ``python -m app.speech.worker``.

The packaged program is the same with ``--tts-worker``. Speech engines and sound drivers crash, hang
and print. Here that can hurt nobody: the window talks to this process in lines of JSON
(:mod:`app.speech.protocol`) and starts another if need be. The process ends when the window does,
because its standard input ends then. Nothing of what it says is written anywhere.
"""

import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from typing import NoReturn

import msgspec

from app import private_place
from app.speech import protocol
from app.speech.engines import Engines
from app.speech.protocol import Event, Failed, Quit
from app.speech.speaker import Speaker

SOUND_SETTING = "ALONGSIDE_SOUND"
"""Environment variable: ``null`` for nothing to be heard (tests, drawings of the screens)."""

_PATIENCE_SECONDS = 1.0


def main() -> int:
    """Do what standard input says until it ends. Gives the exit code."""
    # Windows programs without a console have no sys.stdin, but they have the pipes.
    commands = os.fdopen(os.dup(0), "rb")
    tell = _teller(_reserved_output())
    own = private_place.make()
    try:

        def end_at_once() -> NoReturn:
            private_place.discard(own)
            os._exit(1)

        def mistake(made: threading.ExceptHookArgs) -> None:
            """Let the window start another process, rather than wait for this one."""
            traceback.print_exception(made.exc_value)
            end_at_once()

        threading.excepthook = mistake
        silent = os.environ.get(SOUND_SETTING) == "null"
        speaker = Speaker(lambda: Engines.here(own), tell, silent=silent)
        _obey(commands, speaker, tell)
        if not speaker.close(patience=_PATIENCE_SECONDS):
            end_at_once()  # a thread that hangs in a driver would hold up an ordinary exit for ever
    finally:
        private_place.discard(own)
    return 0


def _obey(commands: Iterable[bytes], speaker: Speaker, tell: Callable[[Event], None]) -> None:
    """Do what each line says, until one says to quit or there are no more."""
    for line in commands:
        try:
            command = protocol.read_command(line)
        except msgspec.DecodeError:
            tell(Failed(0, "bad_command"))
            continue
        if isinstance(command, Quit):
            return
        speaker.obey(command)


def _reserved_output() -> int:
    """Standard output for us alone: whatever libraries print goes to standard error from now on."""
    reserved = os.dup(1)
    try:
        os.dup2(2, 1)
    except OSError:  # no standard error (Windows program without a console)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)
    return reserved


def _teller(output: int) -> Callable[[Event], None]:
    """What writes events, whole lines from any thread."""
    lock = threading.Lock()

    def tell(event: Event) -> None:
        data = memoryview(protocol.line(event))
        with lock:
            try:
                while data:
                    data = data[os.write(output, data) :]
            except OSError:  # nobody listens any more: the end of input comes next
                return

    return tell


if __name__ == "__main__":
    sys.exit(main())
