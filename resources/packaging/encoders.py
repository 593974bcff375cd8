"""Libraries that make films, without what they make them by.

FFmpeg as PyAV brings it is linked with an encoder for H.265 and one for AV1, 28 MB of what it can
write. The program reads pictures of a camera and writes sound, and never a film. FFmpeg does not
load without a library of that name, so there is one: every function that is asked for answers that
it cannot, which FFmpeg takes for an encoder that is not there.
"""

import platform
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from resources.packaging import assembling

_CANNOT = {"libx265": 0, "libSvtAv1Enc": -1}
"""What each answers for "no": x265 gives no table of functions, SVT-AV1 the number of an error."""

_ANSWERS = {"x86_64": "mov ${answer}, %rax\n    ret", "aarch64": "mov x0, #{answer}\n    ret"}
"""A function that only answers, for the processors it is known for; others keep the encoder."""

_FUNCTION = """
    .globl {name}
    .type {name}, %function
{name}:
    {answer}
    .size {name}, . - {name}
"""
_END = '    .section .note.GNU-stack, "", %progbits\n'


def is_one(library: Path) -> bool:
    """Whether a library is such an encoder, on a processor for which it can be made."""
    return _stem(library) in _CANNOT and platform.machine() in _ANSWERS


def emptied(library: Path, users: Iterable[Path], folder: Path) -> Path:
    """Make the library anew in a folder, with what others ask of it and nothing behind that.

    Args:
        library: the encoder.
        users: what may ask it for functions.
        folder: where the new one is made.

    Raises:
        ValueError: something else than functions is asked of it.
        subprocess.CalledProcessError: the tools for it could not do it.

    """
    kinds = dict(_symbols(library, "--defined-only"))
    asked = sorted({name for user in users for name, _ in _symbols(user, "--undefined-only")})
    wanted = [name for name in asked if name in kinds]
    if any(kinds[name] != "T" for name in wanted):
        raise ValueError(f"More than functions of {library.name} is used.")
    answer = _ANSWERS[platform.machine()].format(answer=_CANNOT[_stem(library)])
    functions = [_FUNCTION.format(name=name, answer=answer) for name in wanted]
    source = "".join(("    .text", *functions, _END))
    return assembling.library(source, folder / library.name)


def _stem(library: Path) -> str:
    return re.split(r"[-.]", library.name, maxsplit=1)[0]


def _symbols(library: Path, which: str) -> Iterator[tuple[str, str]]:
    """The names a library has or asks for, each with the letter for its kind."""
    command = ("nm", "-D", "--format=posix", which, str(library))
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
    for line in said.splitlines():
        name, kind, *_ = line.split()
        yield name.partition("@")[0], kind
