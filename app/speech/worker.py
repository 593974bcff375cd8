"""The process that speaks: ``python -m app.speech.worker``.

The packaged program is the same with ``--tts-worker``. Speech engines and sound drivers crash, hang
and print. Here that can hurt nobody: the window talks to this process in lines of JSON
(:mod:`app.speech.protocol`) and starts another if need be. The process ends when the window does,
because its standard input ends then. Engines write what they say into a private place, which goes
with the process (:mod:`app.private_place`).
"""

import os
import sys
from collections.abc import Callable, Iterable

import msgspec

from app import pipes, private_place
from app.speech import protocol
from app.speech.engines import Engines
from app.speech.protocol import Event, Failed, Quit
from app.speech.speaker import Speaker

SOUND_SETTING = "ALONGSIDE_SOUND"
"""Environment variable: ``null`` for nothing to be heard (tests, drawings of the screens)."""

_PATIENCE_SECONDS = 1.0


def main() -> int:
    """Do what standard input says until it ends. Gives the exit code."""
    commands, output = pipes.commands(), pipes.Output()
    own = private_place.make()

    def tell(event: Event) -> None:
        output.write(pipes.line(event))

    try:
        pipes.end_on_mistakes(lambda: private_place.discard(own))
        silent = os.environ.get(SOUND_SETTING) == "null"
        speaker = Speaker(lambda: Engines.here(own), tell, silent=silent)
        _obey(commands, speaker, tell)
        if not speaker.close(patience=_PATIENCE_SECONDS):
            private_place.discard(own)
            os._exit(1)  # a thread that hangs in a driver would hold up an ordinary exit for ever
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


if __name__ == "__main__":
    sys.exit(main())
