"""A zip or folder of pictures: each is called what its file is called, or what a table says."""

import functools
from collections.abc import Iterable, Iterator, Mapping

from app.model.picture_sets import Names, SetDetails
from app.pictures import files, licences, table
from app.pictures.found import LARGEST_PHOTO, Found, LeftOutError, OpenedSet
from app.pictures.naming import spoken, stem
from app.pictures.place import Place

_LARGEST_TABLE = 30_000_000
_LARGEST_TEXT = 1_000_000


def read(place: Place, details: SetDetails, *, lang: str) -> OpenedSet:
    """The pictures of a place, with the names that a table beside them gives.

    Args:
        place: where they lie.
        details: of the set, without licence and author.
        lang: the language of names that do not say theirs.

    """
    parts = files.picture_parts(place)
    rows = _rows(place, {stem(part).casefold() for part in parts})
    details = with_licence(place, details)
    return OpenedSet(
        details=details,
        pictures=[_found(place, part, rows.get(stem(part).casefold(), {}), lang) for part in parts],
        left_out=place.left_out,
        told_of=bool(rows or details.licence),
    )


def with_licence(place: Place, details: SetDetails) -> SetDetails:
    """The details, with licence and author from the text that lies with the set."""
    licence, author = details.licence, details.author
    for part in files.licence_texts(place):
        try:
            text = table.decoded(place.read(part, _LARGEST_TEXT))
        except LeftOutError:
            continue
        licence = licence or licences.licence_in(text)
        author = author or licences.author_in(text)
    return SetDetails(
        id=details.id, name=details.name, author=author, licence=licence, source=details.source
    )


def by_language(pairs: Iterable[tuple[str, str]]) -> Names:
    """Names gathered by their language, each once, in their order."""
    names: dict[str, dict[str, None]] = {}
    for lang, name in pairs:
        names.setdefault(lang, {})[name] = None
    return {lang: tuple(each) for lang, each in names.items()}


def _rows(place: Place, stems: set[str]) -> Mapping[str, table.Row]:
    found: dict[str, table.Row] = {}
    for part in files.parts_ending(place, "csv", "tsv"):
        try:
            data = place.read(part, _LARGEST_TABLE)
        except LeftOutError:
            continue
        found |= table.by_stem(_watched(place, table.rows(data)), stems)
    return found


def _watched(place: Place, rows: Iterator[table.Row]) -> Iterator[table.Row]:
    for row in rows:
        place.told()
        yield row


def _found(place: Place, part: str, row: table.Row, lang: str) -> Found:
    named = tuple(table.names_in(row, lang=lang))
    own = ((lang, spoken(stem(part))),) if spoken(stem(part)) else ()
    return Found(
        source_id=place.source_id(part),
        file=part,
        names=by_language(named or own),
        tags=by_language(table.tags_in(row, lang=lang)),
        read=functools.partial(place.read, part, LARGEST_PHOTO),
        author=row.get("author", ""),
        licence=row.get("licence", "") or row.get("license", ""),
        is_drawing=files.end(part) == "svg",
    )
