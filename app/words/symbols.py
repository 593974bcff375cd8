"""The picture sets that ship with the program, asked as one."""

import functools
import re
from pathlib import Path

from app.model.ids import PictureRef
from app.model.pictures import Picture, PictureSource

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class DrawnSet:
    """The pictures of a folder of SVG files, each called by its name: ``healthicons:cane``."""

    def __init__(self, prefix: str, folder: Path) -> None:
        self._prefix = f"{prefix}:"
        self._folder = folder
        self._read = functools.cache(self._read_file)

    def picture(self, ref: PictureRef, /, skin_tone: int | None = None) -> Picture | None:  # noqa: ARG002
        """The picture; these have no skin."""
        name = ref.removeprefix(self._prefix)
        if name == ref or not _NAME.fullmatch(name):
            return None
        return self._read(name)

    def _read_file(self, name: str) -> Picture | None:
        try:
            return Picture("image/svg+xml", (self._folder / f"{name}.svg").read_bytes())
        except FileNotFoundError:
            return None


class Symbols:
    """Several sets: the first that has a picture gives it."""

    def __init__(self, *sets: PictureSource) -> None:
        self._sets = sets

    def picture(self, ref: PictureRef, /, skin_tone: int | None = None) -> Picture | None:
        """The picture, in a skin tone where its set has them; None if no set has it."""
        for each in self._sets:
            found = each.picture(ref, skin_tone)
            if found is not None:
                return found
        return None
