"""What the types of a guide say is wrong with a value, in plain words."""

import re
import typing
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
_EXPECTED = re.compile(r"Expected `([^`]+)`, got `([^`]+)`")
_UNKNOWN = re.compile(r"Object contains unknown field `([^`]*)`")
_MISSING = re.compile(r"Object missing required field `([^`]*)`")
_NOT_ONE_OF = re.compile(r"Invalid enum value '?([^']*)'?")


def told(error: msgspec.ValidationError, kind: type[msgspec.Struct]) -> tuple[str, str]:
    """Where in a block a value is wrong, and what is wrong with it.

    Args:
        error: what msgspec found.
        kind: what the block was to be.

    Returns:
        The path within the block, as ``options[2].picture``, and a plain sentence without its end.

    """
    words, _, at = str(error).partition(" - at ")
    path = at.strip("`").removeprefix("$").removeprefix(".")
    if found := _UNKNOWN.match(words):
        names = [each for each in _fields(kind, path) if each != "part"]
        return path or found[1], f"there is no field {found[1]!r}{near(found[1], names)}"
    if found := _MISSING.match(words):
        return path, f"{_of(path)}the field {found[1]!r} is missing"
    if found := _EXPECTED.match(words):
        wanted, got = (_CALLED.get(each, each) for each in found.groups())
        return path, f"{path!r} must be {wanted}, and it is {got}"
    if found := _NOT_ONE_OF.match(words):
        names = _answers(kind, path)
        return path, f"{path!r} cannot be {found[1]!r}{near(found[1], names)}"
    return path, f"{path!r} is wrong: {words}" if path else words


def _of(path: str) -> str:
    return f"in {path!r} " if path else ""


def _fields(kind: type[msgspec.Struct], path: str) -> tuple[str, ...]:
    for step in _steps(path):
        hint = shape.hints(kind).get(step)
        inner = shape.items(hint) or hint
        if not (isinstance(inner, type) and issubclass(inner, msgspec.Struct)):
            break
        kind = inner
    return kind.__struct_fields__


def _answers(kind: type[msgspec.Struct], path: str) -> tuple[str, ...]:
    steps = _steps(path)
    hint: Any = shape.hints(kind).get(steps[-1]) if len(steps) == 1 else None
    return tuple(str(each) for each in typing.get_args(shape.single(hint))) if hint else ()


def _steps(path: str) -> list[str]:
    return [step.partition("[")[0] for step in path.split(".") if step]
