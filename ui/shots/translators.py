"""Translators of this computer: none, one that was taken in, and both questions about it."""

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from app.translate.model_file import Details
from ui.shots import Shot

if TYPE_CHECKING:
    from ui.gallery import Gallery

_DETAILS = Details(source="en", target="ur", name="English - Urdu", version="1.9", sha256=64 * "0")


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """The page as it is at first, with one that is there, and what is asked before it goes."""
    folder = gallery.window.ctx.house.translators.folder
    yield "none", lambda: gallery.go("translators")
    yield "one", lambda: _one(gallery)
    yield "take-out", lambda: gallery.press("take-out-en_ur")
    shutil.rmtree(folder, ignore_errors=True)


def _one(gallery: "Gallery") -> None:
    """One lies there that is never loaded: only what it says of itself is shown."""
    folder = gallery.window.ctx.house.translators.folder / _DETAILS.id
    folder.mkdir(parents=True)
    (folder / "details.json").write_bytes(msgspec.json.encode(_DETAILS))
    gallery.go("translators")
