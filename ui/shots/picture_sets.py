"""Picture sets: which there are, a file about to be taken in, and what came of it."""

import contextlib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from app.usecases import picture_sets
from ui.shots import Shot

if TYPE_CHECKING:
    from ui.gallery import Gallery

_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    '<circle cx="5" cy="5" r="{n}"/>{more}</svg>'
)
_ADDRESSES = (
    '{"format": "open-board-0.1", "images": [{"id": 1, "url": "https://x.example/1.png"},'
    ' {"id": 2, "url": "https://x.example/2.png"}]}'
)
_LICENCE = "CC BY-SA 4.0, Copyright 2026 Ada Example"


def shots(gallery: "Gallery") -> Iterator[Shot]:
    """A file that says whose it is and one that does not, photos, what is of no use, the list."""
    folder = gallery.window.ctx.house.home
    ours = made_set(folder / "our own photos.zip")
    made = made_set(folder / "everyday pictures.zip", more={"LICENSE.txt": _LICENCE})
    yield "none", lambda: gallery.go("picture_sets")
    yield "file", lambda: gallery.go("picture_sets", file=made)
    yield "report", lambda: gallery.press("take-in")
    yield "no-licence", lambda: gallery.go("picture_sets", file=ours)
    photo, useless = folder / "garden.jpg", folder / "boards.obf"
    Image.new("RGB", (40, 30), "teal").save(photo, "JPEG")
    useless.write_text(_ADDRESSES, "utf-8")
    yield "people", lambda: gallery.go("picture_sets", file=photo)
    yield "to-photos", lambda: gallery.press("people")
    yield "useless", lambda: gallery.go("picture_sets", file=useless)
    yield "list", lambda: _list(gallery, ours, made)
    yield "go-on", lambda: gallery.press("go-on-0")
    yield "take-out", lambda: _take_out(gallery)


def _list(gallery: "Gallery", ours: Path, made: Path) -> None:
    """One set is whole, of the other two pictures are there."""
    notebook = gallery.window.ctx.open_notebook
    gallery.ask(lambda: picture_sets.import_set(notebook, path=ours, licence="Our own"))
    half = made_set(made.with_name("half of a set.zip"), more={"LICENSE.txt": _LICENCE + "!"})

    def stop(done: int, _of: int) -> None:
        if done == 2:
            raise InterruptedError

    def begin() -> None:
        with contextlib.suppress(InterruptedError):
            picture_sets.import_set(notebook, path=half, progress=stop)

    gallery.ask(begin)
    gallery.go("picture_sets")


def _take_out(gallery: "Gallery") -> None:
    gallery.go("picture_sets")
    gallery.settle()
    gallery.press("take-out-0")


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
