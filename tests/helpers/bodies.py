"""Bodies of records made up by hypothesis from their types, so that no field is forgotten."""

import datetime
import typing
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from app.model import shape, text
from app.model.ids import PictureRef, SoundRef
from app.model.person import Supporter
from app.model.record import Body
from app.model.recordings import sound_ref
from tests.helpers.recorded import recording

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)
NAMES = WORDS.map(lambda words: " ".join(words.split())).filter(lambda w: not text.is_blank(w))
SPOKEN = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60).filter(
    lambda words: not text.is_blank(words)
)
TIMES = st.datetimes(
    min_value=datetime.datetime(2000, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime.datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.just(datetime.UTC),
)

SOUNDS = st.none() | st.just(sound_ref(recording()))
"""The one recording of :mod:`tests.helpers.recorded`, or none where there may be none."""


def bodies(kind: type[Body], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Body]:
    """Bodies of this kind.

    Args:
        fields: what to put into fields of these names, however deep in the body they stand.

    """
    return _struct(inspect.type_info(kind), fields)


def naming(
    kind: type[Body],
    records: Mapping[str, Sequence[str]],
    pictures: st.SearchStrategy[str],
    **fields: st.SearchStrategy[Any],
) -> st.SearchStrategy[Body]:
    """Bodies of this kind that name no records and show no pictures but these.

    Of recordings they have none but :data:`SOUNDS`.

    Args:
        kind: the kind.
        records: what stands in each list of the plan file.
        pictures: what can be shown.
        fields: what to put into fields of these names, however deep in the body they stand.

    """
    marked = {
        name: _filled(hint, _one(hint, records, pictures))
        for struct in _structs(kind)
        for name, hint in shape.hints(struct).items()
        if name not in fields and (_lists(_of(hint)) or shape.single(_of(hint)) is PictureRef)
    }
    heard = {
        name: st.just(sound_ref(recording())) if hint is SoundRef else SOUNDS
        for struct in _structs(kind)
        for name, hint in shape.hints(struct).items()
        if shape.single(hint) is SoundRef
    }
    return bodies(kind, **marked, **heard, **fields)


def _structs(kind: Any) -> Iterator[type[msgspec.Struct]]:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield kind
        for hint in shape.hints(kind).values():
            yield from _structs(hint)
    for each in typing.get_args(kind):
        yield from _structs(each)


def _lists(hint: Any) -> tuple[str, ...]:
    """The lists in which what a field names may stand; none for a field that names nothing."""
    marks = typing.get_args(shape.there(hint))[1:]
    return next((each.lists for each in marks if isinstance(each, shape.Names)), ())


def _of(hint: Any) -> Any:
    """The type of what a list of this type holds, or the type itself."""
    return shape.items(hint) or hint


def _one(
    hint: Any, records: Mapping[str, Sequence[str]], pictures: st.SearchStrategy[str]
) -> st.SearchStrategy[str]:
    names = [each for name in _lists(_of(hint)) for each in records[name]]
    return st.sampled_from(names) if names else pictures


def _filled(hint: Any, one: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    if shape.items(hint) is not None:
        return st.lists(one, max_size=2).map(tuple)
    return one if shape.there(hint) is hint else st.none() | one


def _struct(info: Any, fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    chosen = {}
    left_out = {}
    for field in info.fields:
        made = fields[field.name] if field.name in fields else _value(field.type, fields)
        (chosen if field.required else left_out)[field.name] = made
    return (
        st.fixed_dictionaries(chosen, optional=left_out)
        .filter(lambda given: _fits(info.cls, given))
        .map(lambda given: info.cls(**given))
    )


def _fits(kind: type[msgspec.Struct], given: dict[str, Any]) -> bool:
    try:
        kind(**given)
    except ValueError:
        return False
    return True


def _value(info: Any, fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:  # noqa: C901, PLR0911, PLR0912
    match info:
        case inspect.StructType():
            return _struct(info, fields)
        case inspect.UnionType():
            return st.one_of(*(_value(each, fields) for each in info.types))
        case inspect.VarTupleType():
            return st.lists(_value(info.item_type, fields), max_size=2).map(tuple)
        case inspect.DictType():
            keys = _value(info.key_type, fields)
            return st.dictionaries(keys, _value(info.value_type, fields), max_size=2)
        case inspect.LiteralType():
            return st.sampled_from(info.values)
        case inspect.StrType() if info.pattern:
            return st.from_regex(info.pattern, fullmatch=True)
        case inspect.StrType():
            low, high = info.min_length or 0, min(info.max_length or 30, 30)
            letters = st.characters(exclude_categories=("Cs", "Cc"))
            return st.text(letters, min_size=low, max_size=high)
        case inspect.IntType():
            return st.integers(info.ge or 0, info.le or 100)
        case inspect.FloatType():
            return st.floats(info.ge, info.le)
        case inspect.BoolType():
            return st.booleans()
        case inspect.NoneType():
            return st.none()
        case inspect.DateTimeType():
            return TIMES
        case inspect.DateType():
            return st.dates()
    raise NotImplementedError(info)


def without_key(body: Body) -> Body:
    """A record as it comes out of a plan file, which gives nobody a key (rule R14)."""
    if isinstance(body, Supporter):
        return msgspec.structs.replace(body, worker="")
    return body
