"""ARASAAC: pictures called by a number, and what they are called in data saved from its API.

The pictures of violence and sex that it has for other uses are left out.
"""

import functools
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from app.model.picture_sets import Reason, SetDetails
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


def is_arasaac(place: Place) -> bool:
    """Whether a place holds data of its API."""
    return any(_rows(place, part) for part in files.parts_ending(place, "json"))


def read(place: Place, details: SetDetails, *, lang: str) -> OpenedSet:
    """The pictures of a place, with their names in each language for which there is data."""
    named: dict[str, list[tuple[str, str]]] = {}
    tagged: dict[str, list[tuple[str, str]]] = {}
    refused: set[str] = set()
    for part in files.parts_ending(place, "json"):
        language = _language_of(part) or lang
        for row in _rows(place, part):
            number = given.text(row.get("_id"))
            named.setdefault(number, []).extend((language, each) for each in _keywords(row))
            tagged.setdefault(number, []).extend((_TAGS_IN, each) for each in _tags(row))
            if row.get("sex") is True or row.get("violence") is True:
                refused.add(number)
    left_out: Counter[Reason] = Counter(place.left_out)
    pictures = []
    for part in files.picture_parts(place):
        number = _number_of(part)
        if number in refused:
            left_out["not_for_plans"] += 1
        elif not named.get(number):
            left_out["no_name"] += 1
        else:
            pictures.append(
                Found(
                    source_id=number,
                    names=by_language(named[number]),
                    tags=by_language(tagged[number]),
                    read=functools.partial(place.read, part, LARGEST_PHOTO),
                )
            )
    return OpenedSet(
        details=SetDetails(
            id=details.id, name=_NAME, author=_AUTHOR, licence=_LICENCE, source=details.source
        ),
        pictures=pictures,
        left_out=left_out,
    )


def _rows(place: Place, part: str) -> list[Mapping[str, Any]]:
    try:
        rows = given.items(given.read_json(place.read(part, given.LARGEST)))
    except LeftOutError:
        return []
    return [each for each in map(given.fields, rows) if "_id" in each and "keywords" in each]


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
