"""Which libraries of the system the built program needs on Linux, and which packages have them."""

import platform
import re
import subprocess
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path

_MAGIC = b"\x7fELF"
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")
_OF_C = re.compile(r"(?:ld-linux.*|lib(?:c|dl|m|mvec|pthread|resolv|rt))\.so\.\d+")
"""What belongs to the C library, which is asked for by its version."""


def programs(folder: Path) -> Iterator[Path]:
    """Every program and library in a folder, once."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(len(_MAGIC)) == _MAGIC:
                    yield path


def of_the_system(folder: Path) -> tuple[set[str], tuple[int, int]]:
    """The libraries that do not lie in the folder, and the oldest C library that will do."""
    needed: set[str] = set()
    oldest = (2, 0)
    for path in programs(folder):
        said = _said("objdump", "-p", str(path))
        needed |= set(_NEEDED.findall(said))
        versions = ((int(major), int(minor)) for major, minor in _GLIBC.findall(said))
        oldest = max(oldest, *versions, (2, 0))
    there = {path.name for path in folder.rglob("*.so*")}
    return needed - there, oldest


def depends(folder: Path) -> str:
    """What a Debian package of the folder depends on.

    Raises:
        FileNotFoundError: a library is in no package of this computer.

    """
    needed, (major, minor) = of_the_system(folder)
    others = {_package(name) for name in needed if not _OF_C.fullmatch(name)}
    return ", ".join((f"libc6 (>= {major}.{minor})", *sorted(others)))


def _package(library: str) -> str:
    for folder in _folders():
        command = ("dpkg", "-S", f"{folder}/{library}")
        found = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        if found.returncode == 0:
            return found.stdout.partition(":")[0]
    raise FileNotFoundError(library)


def _folders() -> Iterable[str]:
    kind = sysconfig.get_config_var("MULTIARCH") or f"{platform.machine()}-linux-gnu"
    return (f"/lib/{kind}", f"/usr/lib/{kind}")


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
