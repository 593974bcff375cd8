"""Where the program's own data lies, beside the code or inside the packaged program."""

import sys
import tomllib
from pathlib import Path
from typing import Any


def root() -> Path:
    """The folder that holds ``resources`` and ``translations``."""
    packaged = getattr(sys, "_MEIPASS", None)
    return Path(packaged) if packaged else Path(__file__).resolve().parent.parent


def path(*parts: str) -> Path:
    """A file or folder of ``resources``."""
    return root().joinpath("resources", *parts)


def read_toml(*parts: str) -> dict[str, Any]:
    """The content of a TOML file of ``resources``."""
    return tomllib.loads(path(*parts).read_text("utf-8"))
