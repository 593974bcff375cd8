"""Bodies of records made up by hypothesis from their types, so that no field is forgotten."""

import datetime
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from app.model import text
from app.model.record import Body

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


def bodies(kind: type[Body], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Body]:
    """Bodies of this kind.

    Args:
        fields: what to put into fields of these names, however deep in the body they stand.

    """
    return _struct(inspect.type_info(kind), fields)


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


def _value(info: Any, fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:  # noqa: C901, PLR0911
    match info:
        case inspect.StructType():
            return _struct(info, fields)
        case inspect.UnionType():
            return st.one_of(*(_value(each, fields) for each in info.types))
        case inspect.VarTupleType():
            return st.lists(_value(info.item_type, fields), max_size=2).map(tuple)
        case inspect.DictType():
            return st.dictionaries(WORDS, _value(info.value_type, fields), max_size=2)
        case inspect.LiteralType():
            return st.sampled_from(info.values)
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
