"""Boards of other programs (Open Board Format, ``.obz`` and ``.obf``): pictures with their words.

What stands in the file itself is used. An address is never followed: a picture that is nothing
but an address is counted and left out.
"""

import base64
import binascii
import functools
import itertools
import urllib.parse
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.model.picture_sets import Names, Reason, SetDetails
from app.pictures import data as given
from app.pictures import files
from app.pictures.found import (
    LARGEST_PHOTO,
    MOST_PICTURES,
    Found,
    LeftOutError,
    OpenedSet,
)
from app.pictures.place import Place, too_many
from app.pictures.plain import by_language, with_licence

_MOST_LANGUAGES = 40
FORMAT = "open-board-"
MANIFEST = "manifest.json"


def is_board(content: Any) -> bool:
    """Whether data is a board, or the list of boards in a file."""
    return given.text(given.fields(content).get("format")).startswith(FORMAT)


def is_boards(place: Place) -> bool:
    """Whether a place holds boards."""
    return is_board(_content(place, MANIFEST)) or bool(files.parts_ending(place, "obf"))


def read(place: Place, details: SetDetails, *, lang: str) -> OpenedSet:
    """The pictures of all boards of a place."""
    manifest = given.fields(_content(place, MANIFEST))
    paths = given.fields(manifest.get("paths"))
    boards = [given.text(each) for each in given.fields(paths.get("boards")).values()]
    named = [*boards, *files.parts_ending(place, "obf")]
    contents = (_content(place, part) for part in dict.fromkeys(named))
    return _gathered(
        contents, with_licence(place, details), lang, place, given.fields(paths.get("images"))
    )


def read_one(content: Any, details: SetDetails, *, lang: str) -> OpenedSet:
    """The pictures of one board that stands alone."""
    return _gathered(iter((content,)), details, lang, None, {})


def _gathered(
    contents: Iterator[Any],
    details: SetDetails,
    lang: str,
    place: Place | None,
    paths: Mapping[str, Any],
) -> OpenedSet:
    left_out: Counter[Reason] = Counter(place.left_out if place else ())
    pictures: list[Found] = []
    for content in contents:
        for found in _pictures(given.fields(content), lang, place, paths):
            if isinstance(found, Found):
                pictures.append(found)
            else:
                left_out[found] += 1
        if len(pictures) > MOST_PICTURES:
            raise too_many()
    return OpenedSet(details=details, pictures=pictures, left_out=left_out)


def _pictures(
    board: Mapping[str, Any], lang: str, place: Place | None, paths: Mapping[str, Any]
) -> Iterator[Found | Reason]:
    lang = given.text(board.get("locale")).replace("_", "-") or lang
    names = _names(board, lang)
    for image in map(given.fields, given.items(board.get("images"))):
        name = given.text(image.get("id"))
        read = _reader(image, place, paths.get(name))
        if read is None:
            yield "only_an_address" if image.get("url") or image.get("data_url") else "not_there"
        elif not names.get(name):
            yield "no_name"
        else:
            licence = given.fields(image.get("license")) or given.fields(board.get("license"))
            yield Found(
                source_id=f"{given.text(board.get('id'))}/{name}",
                names=names[name],
                read=read,
                author=given.text(licence.get("author_name")),
                licence=given.text(licence.get("type")),
            )


def _reader(image: Mapping[str, Any], place: Place | None, path: Any) -> Callable[[], bytes] | None:
    if isinstance(image.get("data"), str):
        return functools.partial(_from_data, image["data"])
    path = given.text(image.get("path")) or given.text(path)
    if path and place is not None:
        return functools.partial(place.read, path, LARGEST_PHOTO)
    return None


def _from_data(address: str) -> bytes:
    """The bytes of a ``data:`` address."""
    head, comma, content = address.partition(",")
    if not head.startswith("data:") or not comma:
        raise LeftOutError("no_picture")
    if len(content) > LARGEST_PHOTO * 4 // 3:
        raise LeftOutError("too_large")
    if not head.endswith(";base64"):
        return urllib.parse.unquote_to_bytes(content)
    try:
        return base64.b64decode("".join(content.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise LeftOutError("no_picture") from error


def _names(board: Mapping[str, Any], lang: str) -> dict[str, Names]:
    """What the buttons call each picture, in every language into which the board was put."""
    strings = dict(itertools.islice(given.fields(board.get("strings")).items(), _MOST_LANGUAGES))
    called: dict[str, list[tuple[str, str]]] = {}
    buttons = given.items(board.get("buttons"))[:MOST_PICTURES]
    for button in map(given.fields, buttons):
        label = given.text(button.get("label"))
        if not label:
            continue
        own = called.setdefault(given.text(button.get("image_id")), [])
        said = [
            (other.replace("_", "-"), given.text(given.fields(each).get(label)))
            for other, each in strings.items()
        ]
        in_lang = [each for each in said if each[1]]
        own.extend(in_lang if any(each[0] == lang for each in in_lang) else [(lang, label)])
        own.extend(each for each in in_lang if each not in own)
    return {image: by_language(pairs) for image, pairs in called.items()}


def _content(place: Place, part: str) -> Any:
    try:
        return given.read_json(place.read(part, given.LARGEST))
    except LeftOutError:
        return None
