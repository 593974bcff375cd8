"""What every package says of the program, from the one place where each of it stands."""

import dataclasses
import os
import subprocess
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = Path(__file__).resolve().parent
IDENTIFIER = "org.alongside.Alongside"


@dataclasses.dataclass(frozen=True, slots=True)
class Facts:
    """The program.

    Attributes:
        version: as pyproject.toml has it.
        summary: what it is for, in a line.
        made: seconds since 1970 of what it is made of; packages carry this time and not that of
            their making, so that the same program gives the same package.

    """

    version: str
    summary: str
    made: int

    @property
    def day(self) -> str:
        """The day of it, as 2026-12-31."""
        return time.strftime("%Y-%m-%d", time.gmtime(self.made))


def facts() -> Facts:
    """What pyproject.toml and the history say."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return Facts(project["version"], project["description"].rstrip("."), made())


def made() -> int:
    """``SOURCE_DATE_EPOCH`` if it is set, else the last commit, else the age of pyproject.toml."""
    named = os.environ.get("SOURCE_DATE_EPOCH", "")
    if named.isdecimal():
        return int(named)
    try:
        command = ("git", "-C", str(ROOT), "log", "-1", "--format=%ct")
        said = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
        return int(said.stdout)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return int((ROOT / "pyproject.toml").stat().st_mtime)
