"""The reading process: ``python -m app.readback.worker``.

The packaged program is the same with ``--readback-worker``. What comes back by mail or from a stick
may be anything: a file that crashes, hangs or fills the libraries that read it takes down this
process alone. It reads one file, says what it found in lines of JSON
(:mod:`app.readback.protocol`), and writes nothing anywhere.
"""

import contextlib
import sys
from collections.abc import Callable
from pathlib import Path

from app import pipes
from app.readback import files, pages, protocol
from app.readback.files import PdfFile, UnreadableError
from app.readback.protocol import Event, Failed, Going, Opened, Page, Read

_MOST_MEMORY = 4 * 2**30


def main() -> int:
    """Read the file that standard input names. Gives the exit code."""
    commands, output = pipes.commands(), pipes.Output()
    _take_little_memory()
    for command in pipes.understood(commands, protocol.read_command):
        output.write(pipes.line(_read(command, lambda event: output.write(pipes.line(event)))))
    return 0


def _read(command: Read, tell: Callable[[Going], None]) -> Event:
    try:
        with files.opened(Path(command.path)) as file:
            if isinstance(file, PdfFile):
                found: list[Page] = []
                for each in file.pictures():
                    found.append(pages.read(each, command.sheets))
                    tell(Going(len(found), len(file)))
                filled = file.filled()
                return Opened(tuple(found), files.of_sentences(filled), files.of_sheets(filled))
            page = pages.read(file, command.sheets)
            tell(Going(1, 1))
            return Opened((page,))
    except UnreadableError as error:
        return Failed(error.reason)
    except MemoryError:
        return Failed("too_large")


def _take_little_memory() -> None:
    """Have a file that would fill the memory fail here; Windows has no such limit."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


if __name__ == "__main__":
    sys.exit(main())
