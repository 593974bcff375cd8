"""What the types of a guide say is wrong with a value, in plain words."""

import re
import typing
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from app.model import shape
from app.model.nearest import near

_CALLED = {
    "str": "words in quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list in square brackets",
    "object": "a block of its own fields",
    "date": "a day",
    "datetime": "a time",
    "time": "a time",
    "null": "nothing",
}
_SET_ON_READING = frozenset({"part", "stages", "moments"})
_EXPECTED = re.compile(r"Expected `([^`]+)`, got `([^`]+)`")
_UNKNOWN = re.compile(r"Object contains unknown field `([^`]*)`")
_MISSING = re.compile(r"Object missing required field `([^`]*)`")
_NOT_ONE_OF = re.compile(r"Invalid enum value '?([^']*)'?")


def wrong(data: Mapping[str, object], kind: type[msgspec.Struct]) -> Iterator[tuple[str, str]]:
    """Everything that is wrong with the values of a block.

    Args:
        data: what the block says.
        kind: what it was to be.

    Yields:
        The path within the block, as ``options[2].picture``, and a plain sentence without its end.

    """
    known = shape.hints(kind)
    own = [name for name in known if name not in _SET_ON_READING]
    for field in data.keys() - set(own):
        yield field, f"there is no field {field!r}{near(field, own)}"
    for each in msgspec.structs.fields(kind):
        if each.required and each.name in own and each.name not in data:
            yield "", f"the field {each.name!r} is missing"
    for field in own:
        try:
            if field in data:
                msgspec.convert(data[field], known[field])
        except msgspec.ValidationError as error:
            yield _told(error, field, known[field])


def _told(error: msgspec.ValidationError, field: str, hint: Any) -> tuple[str, str]:
    words, _, at = str(error).partition(" - at ")
    path = field + at.strip("`").removeprefix("$")
    inner = shape.items(hint) or hint
    if found := _UNKNOWN.match(words):
        fields = shape.hints(inner) if isinstance(inner, type) else ()
        return path, f"there is no field {found[1]!r} in {path!r}{near(found[1], fields)}"
    if found := _MISSING.match(words):
        return path, f"the field {found[1]!r} is missing in {path!r}"
    if found := _EXPECTED.match(words):
        wanted, got = (_CALLED.get(each.split(" | ")[0], each) for each in found.groups())
        return path, f"{path!r} must be {wanted}, and it is {got}"
    if found := _NOT_ONE_OF.match(words):
        answers = (str(each) for each in typing.get_args(shape.single(hint)))
        return path, f"{path!r} cannot be {found[1]!r}{near(found[1], answers)}"
    return path, f"{path!r} is wrong: {words}"
