"""Where the bundled espeak-ng lies: inside the packaged program, or in its Python package."""

import dataclasses
import importlib
import os
import sys
from pathlib import Path

DATA_NAME = "espeak-ng-data"
_LIBRARY_NAMES = (
    "libespeak-ng.so.1",
    "libespeak-ng.so",
    "espeak-ng.dll",
    "libespeak-ng.dll",
    "libespeak-ng.dylib",
    "libespeak-ng.1.dylib",
)
_LONGEST_DATA_PATH = 140
"""Bytes. espeak-ng 1.52 keeps its data path in a buffer of 160, the name of a file included."""


class NoEngineError(Exception):
    """There is no espeak-ng that can be used."""


@dataclasses.dataclass(frozen=True, slots=True)
class Bundle:
    """espeak-ng: the file of its library, and the folder that holds ``espeak-ng-data``."""

    library: Path
    folder: Path

    def data_argument(self) -> bytes:
        """The data path in a form that espeak-ng takes.

        It fails on long paths, and on Windows on letters beyond ASCII. Then this process moves
        into the folder and names the data from there, for good: espeak-ng reads them as it goes.
        """
        path = os.fsencode(self.folder / DATA_NAME)
        if path.isascii() and len(path) <= _LONGEST_DATA_PATH:
            return path
        os.chdir(self.folder)
        return DATA_NAME.encode()


def find() -> Bundle:
    """The espeak-ng that came with the program.

    Raises:
        NoEngineError: there is none.

    """
    for folder in _folders():
        if not (folder / DATA_NAME / "phontab").is_file():
            continue
        for place in (folder, folder.parent):
            for name in _LIBRARY_NAMES:
                if (place / name).is_file():
                    return Bundle(library=place / name, folder=folder)
    raise NoEngineError("espeak-ng did not come with this program")


def _folders() -> list[Path]:
    """Where the data may lie, the packaged program first."""
    folders = []
    packaged = getattr(sys, "_MEIPASS", None)
    if packaged:
        folders += [Path(packaged), Path(packaged, "espeakng_loader")]
    try:
        loader = importlib.import_module("espeakng_loader")
    except ImportError:
        return folders
    return [*folders, Path(str(loader.__file__)).resolve().parent]
