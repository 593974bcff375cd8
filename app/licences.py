"""The licences of what the program is made with, word for word, as they ship with it.

Each is a file that lies where its part lies: in the papers of a package, in a folder of pictures or
letters. Those that many parts share, or that a part names without bringing them, are in
``resources/licences``; those of the libraries of the system, put there by the build, in
``licences``.
"""

import dataclasses
import importlib.metadata
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from app import parts, resources

OF_THE_SYSTEM = "licences"
"""The folder of the packaged program with the papers of the system's libraries."""

_TEXT = re.compile(r"(licen[cs]e|copying|copyright|notice|ofl)", re.IGNORECASE)
_NO_TEXT = {".gz", ".zst", ".py", ".pyc"}
_SHORT_LINE = 50
"""Characters. A line that ends sooner was meant to."""


@dataclasses.dataclass(frozen=True, slots=True)
class LicenceText:
    """One file.

    Attributes:
        name: of the licence, or of what it is for; no two have the same.
        file: where it is.

    """

    name: str
    file: Path

    def paragraphs(self) -> tuple[str, ...]:
        """What it says; lines that were broken only for a narrow screen are joined."""
        data = self.file.read_bytes()
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("latin-1")  # older ones, which no one has touched since
        blocks = re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\f", "\n\n"))
        return tuple(filter(None, (_joined(each.split("\n")) for each in blocks)))


def texts() -> tuple[LicenceText, ...]:
    """All that are here, by name."""
    shared = sorted(resources.path("licences").glob("*.txt"))
    system = sorted((resources.root() / OF_THE_SYSTEM).glob("*.txt"))
    found = {
        "GPL-3.0": resources.root() / "LICENSE",
        **{file.stem: file for file in (*shared, *system)},
        **dict(_of_packages()),
        **dict(_of_bundled()),
    }
    named = (LicenceText(name, file) for name, file in found.items())
    return tuple(sorted(named, key=lambda each: each.name.casefold()))


def _of_packages() -> Iterator[tuple[str, Path]]:
    for part in parts.packages():
        about = importlib.metadata.distribution(part.name)
        site = Path(str(about.locate_file("")))
        papers = next(site.glob(f"{re.sub('[-_.]', '?', part.name)}-*.dist-info"), site)
        kept = [file for file in sorted((papers / "licenses").rglob("*")) if _may_be_read(file)]
        beside = (site / str(file) for file in about.files or ())
        yield from _each(part.name, papers, kept or filter(_is_text, beside))


def _of_bundled() -> Iterator[tuple[str, Path]]:
    for part in parts.bundled():
        place = resources.root() / part.place
        files = sorted(place.glob("*")) if place.is_dir() else ()
        yield from _each(part.name, place, filter(_is_text, files))


def _may_be_read(file: Path) -> bool:
    return file.is_file() and file.suffix not in _NO_TEXT


def _is_text(file: Path) -> bool:
    return _TEXT.match(file.name) is not None and _may_be_read(file)


def _each(name: str, folder: Path, files: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """A name for each file of a part: the part's own, if it has only one.

    Words stand apart in it, so that it has room on a small screen in very large letters.
    """
    found = list(files)
    for file in found:
        inside = file.relative_to(folder) if file.is_relative_to(folder) else Path(file.name)
        path = inside.as_posix().removeprefix("licenses/").removesuffix(".txt")
        title = re.sub("[/_]", " ", path)
        yield (name if len(found) == 1 else f"{name}: {title}"), file


def _joined(lines: list[str]) -> str:
    said = ""
    for line in filter(None, map(str.strip, lines)):
        said += line + ("\n" if len(line) < _SHORT_LINE else " ")
    return said.strip()
