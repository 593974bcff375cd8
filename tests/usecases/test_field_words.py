"""Every field of every record, and every answer it can hold, is told in plain words."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from msgspec import inspect

from app.bootstrap import House
from app.model.checked_with import CheckedWith
from app.model.decisions import Ability
from app.model.event import FOR_WHOM
from app.model.goals import GoalRating
from app.model.halfsaid import HalfSaid
from app.model.ids import RecordId
from app.model.kinds import KINDS
from app.model.person import Supporter
from app.model.photo_facts import InPhoto
from app.model.record import Body
from app.model.sharing import SharedWith
from app.model.translation import Translation
from app.model.wording import SourceWording, said
from app.usecases.field_words import FIELDS, SUBJECTS, has_answer, name_of_field
from app.usecases.plain_words import FOR_THE_PROGRAM, Teller

from .conftest import NOW, TODAY


def fields_of(info: Any) -> Iterator[tuple[str, Any]]:
    """Every field of a record, however deep, with what it is a field of."""
    match info:
        case inspect.StructType():
            for field in info.fields:
                yield info.cls.__name__, field
                yield from fields_of(field.type)
        case inspect.VarTupleType():
            yield from fields_of(info.item_type)
        case inspect.DictType():
            yield from fields_of(info.value_type)
        case inspect.UnionType():
            for each in info.types:
                yield from fields_of(each)


def fixed_answers(info: Any) -> tuple[object, ...]:
    match info:
        case inspect.LiteralType():
            return info.values
        case inspect.VarTupleType():
            return fixed_answers(info.item_type)
        case inspect.UnionType():
            return tuple(answer for each in info.types for answer in fixed_answers(each))
    return ()


@pytest.mark.parametrize("kind", [*KINDS.values(), HalfSaid])
def test_every_field_and_every_answer_has_plain_words(kind: type[msgspec.Struct]) -> None:
    for struct, field in fields_of(inspect.type_info(kind)):
        if {field.name, f"{struct}.{field.name}"} & FOR_THE_PROGRAM:
            continue
        assert {field.name, f"{struct}.{field.name}"} & set(FIELDS), f"{struct}.{field.name}"
        for answer in fixed_answers(field.type):
            if isinstance(answer, bool):
                continue  # told as yes and no
            assert answer == "" or has_answer(str(answer), field.name), f"{field.name}: {answer}"


def test_everybody_for_whom_something_can_be_made_has_plain_words() -> None:
    assert [each for each in FOR_WHOM - {""} if not has_answer(each, "for_whom")] == []


def test_each_word_stands_with_one_subject() -> None:
    for each in ("FIELDS", "ANSWERS"):
        names = [name for subject in SUBJECTS for name in getattr(subject, each)]
        assert len(names) == len(set(names))


KEPT_BY_RULES: dict[type, dict[str, Any]] = {
    Supporter: {"paid": False},  # whoever helps by law is not paid for it
    SharedWith: {"supporter": None, "role": None},  # one of them
    InPhoto: {"supporter": None},  # likewise
    CheckedWith: {"reader": None},  # likewise
    Translation: {"use_for": "reading"},  # nobody decides on one that was rejected
    Ability: {"found": "no"},  # the link to a condition is asked then
}
"""What a value whose every field is filled has to hold for its own rules."""


def filled(info: Any) -> Any:  # noqa: PLR0911
    """A value of this type in which nothing is left empty or as it is by itself."""
    match info:
        case inspect.StructType():
            given = {field.name: filled(field.type) for field in info.fields}
            return info.cls(**given | KEPT_BY_RULES.get(info.cls, {}))
        case inspect.UnionType():
            there = (each for each in info.types if not isinstance(each, inspect.NoneType))
            return filled(next(there))
        case inspect.VarTupleType():
            return (filled(info.item_type),)
        case inspect.DictType():
            return {"some_key": filled(info.value_type)}
        case inspect.LiteralType():
            return info.values[-1]
        case inspect.DateType():
            return TODAY
        case inspect.DateTimeType():
            return NOW
        case inspect.IntType() | inspect.FloatType():
            return info.ge or 1
        case inspect.BoolType():
            return True
    return "some words"


@pytest.mark.parametrize("kind", KINDS.values())
def test_every_field_that_is_filled_is_told(kind: type[Body], house: House) -> None:
    teller = Teller(names={}, sections=house.sections, topics=house.topics)
    body = filled(inspect.type_info(kind))
    told_of = {fact.label for fact in teller.facts(body)}
    for field in body.__struct_fields__:
        hidden = {field, f"{kind.__name__}.{field}"} & FOR_THE_PROGRAM
        otherwise = field in {"photo", "symbols", "cards", "answers", "picture", "mark"}
        if getattr(body, field) and not hidden and not otherwise:
            assert name_of_field(field, kind.__name__) in told_of, field


def test_an_answer_from_several_lists_of_answers_is_told_in_words(house: House) -> None:
    teller = Teller(names={}, sections=house.sections, topics=house.topics)
    rating = GoalRating(
        person=RecordId("ann"), goal=RecordId("bus"), on=TODAY, rater="person", value="no_answer"
    )
    told = [said(item[0], SourceWording()) for fact in teller.facts(rating) for item in fact.items]
    assert "no answer" in told
