"""The camera's process: ``python -m app.camera.worker``.

The packaged program is the same with ``--camera-worker``. Drivers of cameras crash and hang. Here
that can hurt nobody: the window talks to this process in lines of JSON
(:mod:`app.camera.protocol`), and when this process ends the camera is off, however it ends. It ends
when the window does, because its standard input ends then. No picture is written anywhere.
"""

import os
import sys
from collections.abc import Callable, Iterable

from app import pipes
from app.camera import devices, protocol
from app.camera.filming import Filming
from app.camera.protocol import Event, Find, Found, Open, Quit, Show, Take

_PATIENCE_SECONDS = 1.0


def main() -> int:
    """Do what standard input says until it ends. Gives the exit code."""
    commands, output = pipes.commands(), pipes.Output()
    pipes.end_on_mistakes()
    filming = _obey(commands, lambda event: output.write(pipes.line(event)))
    if filming is not None and not filming.end(patience=_PATIENCE_SECONDS):
        os._exit(1)  # a thread that hangs in a driver would hold up an ordinary exit for ever
    return 0


def _obey(commands: Iterable[bytes], tell: Callable[[Event], None]) -> Filming | None:
    """Do what each line says, until one says to quit or there are no more."""
    filming: Filming | None = None
    for command in pipes.understood(commands, protocol.read_command):
        match command:
            case Find():
                tell(Found(devices.cameras()))
            case Open() if filming is None:
                filming = Filming(tell, command.camera)
            case Show() if filming is not None:
                filming.show()
            case Take() if filming is not None:
                filming.take()
            case Quit():
                break
            case _:
                pass
    return filming


if __name__ == "__main__":
    sys.exit(main())
