"""Whether what ships with the program is there: its letters, its languages, its pictures."""

from collections.abc import Iterator
from pathlib import Path

from app import resources
from app.bootstrap import House
from app.model.errors import BadDataError
from app.model.ids import PictureRef
from app.paper.text.fonts import Face
from app.self_test import AGAIN
from app.words.languages import english_name


def letters(house: House, folder: Path) -> Iterator[str]:  # noqa: ARG001
    """Which font files are missing or damaged."""
    for family in resources.read_toml("fonts", "fonts.toml")["families"].values():
        for file in (family.get("regular"), family.get("bold")):
            if file and not _is_font(file):
                yield f"The letters {family['name']} are missing (the file {file}). {AGAIN}"


def _is_font(file: str) -> bool:
    try:
        return bool(Face(resources.font(file)).file)
    except (FileNotFoundError, BadDataError):
        return False


def languages(house: House, folder: Path) -> Iterator[str]:  # noqa: ARG001
    """Which languages are missing."""
    there = {each.tag for each in house.catalogs.available()}
    for tag in sorted(house.catalogs.facts.called_complete()):
        if tag not in there or not house.catalogs.compiled(tag):
            yield f"The program's words in {english_name(tag)} are missing. {AGAIN}"


def pictures(house: House, folder: Path) -> Iterator[str]:  # noqa: ARG001
    """Which pictures are missing."""
    for ref in sorted(set(_named(house))):
        if house.symbols.picture(ref) is None:
            yield f"The picture {ref} is missing. {AGAIN}"


def _named(house: House) -> Iterator[PictureRef]:
    for section in house.sections:
        yield from section.pictures
    for idea in house.ideas:
        yield from idea.pictures
    for lang in house.idea_languages:
        yield from (named.picture for named in house.picture_names.of(lang))
