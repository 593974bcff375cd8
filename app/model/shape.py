"""The fields of a body and their types, however deep: what it names, shows and says.

A kind of record says in the types of its fields what they hold. Whatever has to be known of every
kind (which other records it names, which pictures it shows, which recordings it has, which words a
search finds) is read from there, so that a new kind needs no place of its own anywhere else.
"""

import dataclasses
import functools
import types
import typing
from collections.abc import Iterator
from typing import Annotated, Any, Union

import msgspec

from app.model.ids import PictureRef, RecordId, SoundRef


@dataclasses.dataclass(frozen=True, slots=True)
class Names:
    """Marks a field as the name of another record.

    Attributes:
        lists: the lists of a plan file in which that record may stand.

    """

    lists: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """Marks words that a search finds."""


PersonRef = Annotated[RecordId, Names(("people",))]
CircleRef = Annotated[RecordId, Names(("people", "supporters"))]
"""The person themselves, or somebody around them."""
SessionRef = Annotated[RecordId, Names(("sessions",))]
ChoiceSheetRef = Annotated[RecordId, Names(("choice_sheets",))]
StatementRef = Annotated[RecordId, Names(("statements",))]

LONGEST_WORDS = 2_000
"""Characters of one thing that is said or written down."""

Words = Annotated[str, msgspec.Meta(max_length=LONGEST_WORDS), Found()]
"""Something in plain words, which a search finds."""


@dataclasses.dataclass(frozen=True, slots=True)
class Leaf:
    """A value that holds no others.

    Attributes:
        field: the field of the body in which it stands, however deep.
        hint: its type, as it is written in the code.

    """

    field: str
    hint: Any
    value: object


def leaves(body: msgspec.Struct) -> Iterator[Leaf]:
    """Every value in a body that is there and holds no others, in the order of its fields."""
    for name, hint in hints(type(body)).items():
        yield from _within(name, hint, getattr(body, name))


def names(body: msgspec.Struct) -> Iterator[tuple[str, RecordId, tuple[str, ...]]]:
    """Every other record that a body names: the field, the record, the lists it may stand in."""
    for leaf in leaves(body):
        mark = _mark(leaf.hint, Names)
        if mark is not None:
            yield leaf.field, RecordId(str(leaf.value)), mark.lists


def pictures(body: msgspec.Struct) -> tuple[PictureRef, ...]:
    """Every picture that a body shows."""
    return tuple(
        PictureRef(str(leaf.value))
        for leaf in leaves(body)
        if leaf.value and single(leaf.hint) is PictureRef
    )


def sounds(body: msgspec.Struct) -> tuple[SoundRef, ...]:
    """Every recording that a body has."""
    return tuple(
        SoundRef(str(leaf.value)) for leaf in leaves(body) if single(leaf.hint) is SoundRef
    )


def words(body: msgspec.Struct) -> str:
    """The words of a body that a search finds, each on a line."""
    found = (str(leaf.value) for leaf in leaves(body) if _mark(leaf.hint, Found) is not None)
    return "\n".join(each for each in found if each)


@functools.cache
def hints(struct: type[msgspec.Struct]) -> dict[str, Any]:
    """The types of a struct's fields, as they are written in the code."""
    found = typing.get_type_hints(struct, include_extras=True)
    return {name: found[name] for name in struct.__struct_fields__}


def there(hint: Any) -> Any:
    """The type of a field that is there, its marks kept."""
    if typing.get_origin(hint) in {Union, types.UnionType}:
        each = [one for one in typing.get_args(hint) if one is not type(None)]
        return each[0] if len(each) == 1 else hint
    return hint


def single(hint: Any) -> Any:
    """The type of a field that is there, without its marks."""
    hint = there(hint)
    if typing.get_origin(hint) is Annotated:
        return single(typing.get_args(hint)[0])
    return hint


def items(hint: Any) -> Any:
    """The type of what a list of this type holds; None where it is no list."""
    hint = single(hint)
    return typing.get_args(hint)[0] if typing.get_origin(hint) is tuple else None


def _within(field: str, hint: Any, value: object) -> Iterator[Leaf]:
    match value:
        case msgspec.Struct():
            for inner, inner_hint in hints(type(value)).items():
                yield from (
                    dataclasses.replace(leaf, field=field)
                    for leaf in _within(inner, inner_hint, getattr(value, inner))
                )
        case tuple():
            of = items(hint)
            for each in value:
                yield from _within(field, of, each)
        case dict():
            of = (typing.get_args(single(hint)) or (None, None))[1]
            for each in value.values():
                yield from _within(field, of, each)
        case None:
            return
        case _:
            yield Leaf(field, hint, value)


MarkT = typing.TypeVar("MarkT")


def _mark(hint: Any, kind: type[MarkT]) -> MarkT | None:
    hint = there(hint)
    marks = typing.get_args(hint)[1:] if typing.get_origin(hint) is Annotated else ()
    return next((each for each in marks if isinstance(each, kind)), None)
