"""Trying a translator once in a process of its own, before it is kept."""

import os
import subprocess
from pathlib import Path

import msgspec

from app import pipes
from app.translate import protocol
from app.translate.protocol import Load, Loaded

_PATIENCE_SECONDS = 60.0


def works(folder: Path, *, prefix: str = "", patience: float = _PATIENCE_SECONDS) -> bool:
    """Whether the translator in this folder can be loaded and says anything at all.

    A file that crashes or hangs the libraries that read it takes down its own process alone.

    Args:
        folder: where it lies.
        prefix: as :class:`~app.translate.model_file.Details` has it.
        patience: seconds, after which it counts as hanging.

    """
    with subprocess.Popen(  # noqa: S603 - this program itself
        pipes.command_of("app.translate.worker", packaged="--translate-worker"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=pipes.root(),
        env={name: each for name, each in os.environ.items() if name != "ALONGSIDE_PIN"},
    ) as process:
        assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018
        try:
            with pipes.with_patience(patience, process.kill):
                process.stdin.write(pipes.line(Load(str(folder.absolute()), prefix)))
                process.stdin.flush()
                return isinstance(protocol.read_event(process.stdout.readline()), Loaded)
        except (OSError, msgspec.DecodeError):  # it ended without a word
            return False
        finally:
            process.kill()
