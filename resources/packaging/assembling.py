"""Libraries made of assembler, where the one that was found holds more than is asked of it."""

import subprocess
from pathlib import Path

_FLAGS = ("-shared", "--build-id=none", "--hash-style=gnu", "-z", "noexecstack")


def library(source: str, made: Path, *, soname: str = "") -> Path:
    """Make a shared library of assembler for this machine, beside what it was made of.

    Args:
        source: the assembler; a file that it includes lies in the folder of ``made``.
        made: where the library is to be.
        soname: what loaders know it by; its file's name where nothing is said.

    Raises:
        subprocess.CalledProcessError: the assembler or the linker could not do it.

    """
    made.parent.mkdir(parents=True, exist_ok=True)
    text, part = made.with_name(f"{made.name}.s"), made.with_name(f"{made.name}.o")
    text.write_text(source, "utf-8")
    for command in (
        ("as", text.name, "-o", part.name),
        ("ld", *_FLAGS, "-soname", soname or made.name, part.name, "-o", made.name),
    ):
        subprocess.run(command, check=True, cwd=made.parent)  # noqa: S603
    return made
