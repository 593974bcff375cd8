"""How a process of ours that the window started talks with it: commands in, events out."""

import contextlib
import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NoReturn, TypeVar

import msgspec

Said = TypeVar("Said")


def command_of(module: str, *, packaged: str) -> tuple[str, ...]:
    """How a process is started: as a module, or as the packaged program with an argument."""
    if getattr(sys, "frozen", False):
        return (sys.executable, packaged)
    return (sys.executable, "-m", module)


def root() -> Path:
    """The folder that holds ``app``, in which a process of ours runs."""
    return Path(__file__).resolve().parent.parent


def commands() -> BinaryIO:
    """Where the window's commands come from.

    Windows programs without a console have no ``sys.stdin``, but they have the pipes.
    """
    return os.fdopen(os.dup(0), "rb")


def understood(lines: Iterable[bytes], read: Callable[[bytes], Said]) -> Iterator[Said]:
    """What the lines say, one after the other; a line that says nothing is passed over."""
    for each in lines:
        try:
            said = read(each)
        except msgspec.DecodeError:
            continue
        yield said


def end_on_mistakes(tidy: Callable[[], None] | None = None) -> None:
    """Have this process end at once when a thread of it makes a mistake.

    Then the window says that nothing comes, or starts another one, rather than wait for it.

    Args:
        tidy: is called before.

    """

    def end(made: threading.ExceptHookArgs) -> NoReturn:
        traceback.print_exception(made.exc_value)
        if tidy is not None:
            tidy()
        os._exit(1)

    threading.excepthook = end


@contextlib.contextmanager
def with_patience(seconds: float, kill: Callable[[], object]) -> Iterator[None]:
    """Wait for what a process says; end the process when it hangs for so many seconds.

    Afterwards nothing is left that could end it later.

    Args:
        seconds: how long it may be silent.
        kill: ends it; is called on another thread.

    """
    watch = threading.Timer(seconds, kill)
    watch.start()
    try:
        yield
    finally:
        watch.cancel()
        watch.join()


_encoder = msgspec.json.Encoder()


def line(message: msgspec.Struct) -> bytes:
    """A command or an event as one line, with its line break."""
    return _encoder.encode(message) + b"\n"


class Output:
    """Standard output for us alone: what libraries print goes to standard error from now on."""

    def __init__(self) -> None:
        self._output = _reserved_output()
        self._lock = threading.Lock()

    def write(self, line: bytes) -> None:
        """Write a whole line, from any thread."""
        data = memoryview(line)
        with self._lock:
            try:
                while data:
                    data = data[os.write(self._output, data) :]
            except OSError:  # nobody listens any more: the end of input comes next
                return


def _reserved_output() -> int:
    reserved = os.dup(1)
    try:
        os.dup2(2, 1)
    except OSError:  # no standard error (Windows program without a console)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)
    return reserved
