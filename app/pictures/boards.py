"""Boards of other programs (Open Board Format, ``.obz`` and ``.obf``): pictures with their words.

What stands in the file itself is used. An address is never followed: a picture that is nothing
but an address is counted and left out.
"""

import base64
import binascii
import dataclasses
import functools
import itertools
import urllib.parse
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.model.errors import BadPictureSetError
from app.model.picture_sets import Names, SetDetails
from app.model.wording import N_
from app.pictures import data as given
from app.pictures import files
from app.pictures.found import (
    LARGEST_PHOTO,
    MOST_PICTURES,
    Found,
    LeftOut,
    LeftOutError,
    OpenedSet,
)
from app.pictures.place import Place, too_many, too_much
from app.pictures.plain import by_language, with_licence

_MOST_LANGUAGES = 40
_MOST_HELD = 200_000_000
"""Characters of the pictures that stand in boards themselves: all of them are in memory at once."""
FORMAT = "open-board-"
MANIFEST = "manifest.json"


def is_board(content: Any) -> bool:
    """Whether data is a board, or the list of boards in a file."""
    return given.text(given.fields(content).get("format")).startswith(FORMAT)


def read(place: Place, details: SetDetails, *, lang: str) -> OpenedSet | None:
    """The pictures of all boards of a place; None if it holds no boards."""
    manifest = given.fields(_content(place, MANIFEST))
    alone = files.parts_ending(place, "obf")
    if not is_board(manifest) and not alone:
        return None
    paths = given.fields(manifest.get("paths"))
    boards = [given.text(each) for each in given.fields(paths.get("boards")).values()]
    there = [part for part in dict.fromkeys([*boards, *alone]) if part in place.marks]
    contents = ((place.source_id(part), _content(place, part)) for part in there)
    within = _Within(lang=lang, place=place, paths=given.fields(paths.get("images")))
    return _gathered(contents, with_licence(place, details), within)


def read_one(content: Any, details: SetDetails, *, lang: str) -> OpenedSet:
    """The pictures of one board that stands alone."""
    return _gathered(iter((("", content),)), details, _Within(lang=lang, place=None, paths={}))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Within:
    """What boards refer to: where their pictures lie, by which names, in whose words."""

    lang: str
    place: Place | None
    paths: Mapping[str, Any]


def _gathered(
    contents: Iterator[tuple[str, Any]], details: SetDetails, within: _Within
) -> OpenedSet:
    left_out = within.place.left_out if within.place else LeftOut()
    pictures: list[Found] = []
    held = 0
    for source_id, content in contents:
        board = given.fields(content)
        images = map(given.fields, given.items(board.get("images")))
        held += sum(len(image["data"]) for image in images if isinstance(image.get("data"), str))
        if held > _MOST_HELD:
            raise too_much(_MOST_HELD)
        pictures += _pictures(board, source_id, within, left_out)
        if len(pictures) > MOST_PICTURES:
            raise too_many()
    if not pictures and not left_out:
        raise BadPictureSetError(
            N_("There are only words on these boards, and no pictures. Nothing was taken in.")
        )
    return OpenedSet(details=details, pictures=pictures, left_out=left_out)


def _pictures(
    board: Mapping[str, Any], source_id: str, within: _Within, left_out: LeftOut
) -> Iterator[Found]:
    """The pictures of one board: by their places, for their names may be the same, or nothing."""
    lang = given.text(board.get("locale")).replace("_", "-") or within.lang
    names = _names(board, lang)
    for number, image in enumerate(map(given.fields, given.items(board.get("images")))):
        own = given.text(image.get("id"))
        name = given.text(image.get("path")) or given.text(image.get("url")) or own
        read = _reader(image, within.place, within.paths.get(own))
        if read is None:
            is_address = image.get("url") or image.get("data_url")
            left_out.leave("only_an_address" if is_address else "not_there", name)
        elif not names.get(own):
            left_out.leave("no_name", name)
        else:
            licence = given.fields(image.get("license")) or given.fields(board.get("license"))
            yield Found(
                source_id=f"{source_id}#{number}",
                file=name,
                names=names[own],
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
