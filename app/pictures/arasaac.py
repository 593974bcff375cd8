"""ARASAAC: pictures called by a number, and what they are called in data saved from its API.

The pictures of violence and sex that it has for other uses are left out.
"""

import dataclasses
import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from app.model.picture_sets import SetDetails
from app.pictures import data as given
from app.pictures import files
from app.pictures.found import LARGEST_PHOTO, Found, LeftOutError, OpenedSet
from app.pictures.naming import stem
from app.pictures.place import Place
from app.pictures.plain import by_language

_NAME = "ARASAAC"
_AUTHOR = "Sergio Palao, ARASAAC (arasaac.org), Government of Aragon"
_LICENCE = "CC BY-NC-SA 4.0"
_TAGS_IN = "en"
"""The language of its tags, whatever the language of the names."""
_NUMBER = re.compile(r"(\d{1,9})(?:_\d+)?")
_LANGUAGE = re.compile(r"(?:^|[^a-z])([a-z]{2})(?=$|[^a-z])")


def read(place: Place, details: SetDetails, *, lang: str) -> OpenedSet | None:
    """The pictures of a place, with their names in each language for which there is data.

    None if there is no data of its API.
    """
    parts = {part: _number_of(part) for part in files.picture_parts(place)}
    told = _told_of(place, frozenset(parts.values()), lang)
    if told is None:
        return None
    pictures = []
    for part, number in parts.items():
        if number in told.refused:
            place.left_out.leave("not_for_plans", part)
        elif not told.named.get(number):
            place.left_out.leave("no_name", part)
        else:
            pictures.append(
                Found(
                    source_id=place.source_id(part),
                    file=part,
                    names=by_language(told.named[number]),
                    tags=by_language(told.tagged[number]),
                    read=functools.partial(place.read, part, LARGEST_PHOTO),
                )
            )
    return OpenedSet(
        details=SetDetails(
            id=details.id, name=_NAME, author=_AUTHOR, licence=_LICENCE, source=details.source
        ),
        pictures=pictures,
        left_out=place.left_out,
    )


@dataclasses.dataclass(slots=True)
class _Told:
    """What data says of the pictures that are there, by their numbers: language and words."""

    named: dict[str, list[tuple[str, str]]]
    tagged: dict[str, list[tuple[str, str]]]
    refused: set[str]


def _told_of(place: Place, numbers: frozenset[str], lang: str) -> _Told | None:
    told, is_any = _Told(defaultdict(list), defaultdict(list), set()), False
    for part in files.parts_ending(place, "json"):
        language = _language_of(part) or lang
        for row in _rows(place, part):
            place.told()
            is_any = True
            number = given.text(row.get("_id"))
            if number not in numbers:
                continue
            told.named[number].extend((language, each) for each in _keywords(row))
            told.tagged[number].extend((_TAGS_IN, each) for each in _tags(row))
            if row.get("sex") is True or row.get("violence") is True:
                told.refused.add(number)
    return told if is_any else None


def _rows(place: Place, part: str) -> Iterator[Mapping[str, Any]]:
    try:
        rows = given.items(given.read_json(place.read(part, given.LARGEST)))
    except LeftOutError:
        return iter(())
    return (each for each in map(given.fields, rows) if "_id" in each and "keywords" in each)


def _keywords(row: Mapping[str, Any]) -> Iterator[str]:
    """Every name of a picture, then their plurals."""
    words = [given.fields(each) for each in given.items(row.get("keywords"))]
    for field in ("keyword", "plural"):
        yield from filter(None, (given.text(each.get(field)) for each in words))


def _tags(row: Mapping[str, Any]) -> Iterator[str]:
    """What kind of thing a picture shows."""
    for field in ("tags", "categories"):
        yield from filter(None, map(given.text, given.items(row.get(field))))


def _number_of(part: str) -> str:
    found = _NUMBER.fullmatch(stem(part))
    return found[1] if found else ""


def _language_of(part: str) -> str:
    """The language that the name of a file says, as ``pictograms_en.json`` does."""
    found = _LANGUAGE.findall(stem(part).casefold()) or _LANGUAGE.findall(part.casefold())
    return found[-1] if found else ""
