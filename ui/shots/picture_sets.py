"""Picture sets: which there are, a file about to be taken in, and what came of it."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.usecases import picture_sets
from ui.shots import Shot

if TYPE_CHECKING:
    from ui.gallery import Gallery

_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    '<circle cx="5" cy="5" r="{n}"/>{more}</svg>'
)
_LICENCE = "CC BY-SA 4.0, Copyright 2026 Ada Example"


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """None yet, a file that says whose it is and one that does not, the report, the list."""
    folder = gallery.window.ctx.house.home
    ours = made_set(folder / "our own photos.zip")
    made = made_set(folder / "everyday pictures.zip", more={"LICENSE.txt": _LICENCE})
    yield "none", lambda: gallery.go("picture_sets")
    yield "file", lambda: gallery.go("picture_sets", file=made)
    yield "report", lambda: gallery.press("take-in")
    yield "no-licence", lambda: gallery.go("picture_sets", file=ours)
    yield "list", lambda: _list(gallery, ours)
    yield "take-out", lambda: gallery.press("take-out-0")


def _list(gallery: "Gallery", ours: Path) -> None:
    notebook = gallery.window.ctx.open_notebook
    gallery.ask(lambda: picture_sets.import_set(notebook, path=ours, licence="Our own"))
    gallery.go("picture_sets")


def made_set(path: Path, *, more: dict[str, str] | None = None) -> Path:
    """A set of twelve drawings, one of which may not be safe."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as made:
        for n in range(12):
            unsafe = "<script/>" if n == 3 else ""
            made.writestr(f"picture {n}.svg", _DRAWING.format(n=n / 3 + 1, more=unsafe))
        for name, text in (more or {}).items():
            made.writestr(name, text)
    return path
