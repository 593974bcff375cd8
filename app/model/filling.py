"""How what is said at a moment fills the field of a record: a hard day, feedback, a decision.

A guide names record and field (``hard_day.before``). What fits is read from the type of the field,
so that a guide which somebody writes later can fill any record without a line of code.
"""

import datetime
import functools
import typing
from typing import Any, Literal

import msgspec

from app.model import shape
from app.model.guide import Moment
from app.model.ids import RecordId
from app.model.kinds import KINDS
from app.model.nearest import near
from app.model.record import Body
from app.model.shape import StatementRef

_WRITES_SENTENCES = frozenset({"question", "observe", "photo", "drawing", "voice"})
_CHOOSES = frozenset({"choose", "either_or", "scale", "thanks", "when_next", "recognition"})
_NOT_BY_A_TALK = frozenset(
    {"person", "supporter", "session", "statement", "board", "sealed_note", "copy", "translation"}
)
"""Kinds that no moment fills: they are written by acts of their own."""
_WHOSE = frozenset({"person", "session", "moment"})
"""Fields that say where a record belongs, which no answer changes."""


def writes_sentences(moment: Moment) -> bool:
    """Whether sentences are said at a moment of this kind, and no answer is chosen."""
    return moment.kind in _WRITES_SENTENCES


def picks_sentences(moment: Moment) -> bool:
    """Whether sentences that were said before are chosen at a moment of this kind."""
    return moment.kind == "pick"


def target(moment: Moment) -> tuple[str, str]:
    """The kind of record and the field that a moment fills."""
    kind, _, field = moment.fills.partition(".")
    return kind, field


@functools.cache
def fillable() -> dict[str, tuple[str, ...]]:
    """The kinds of records that a talk can begin and fill, each with its fields."""
    return {
        name: tuple(each for each in kind.__struct_fields__ if each not in _WHOSE)
        for name, kind in KINDS.items()
        if name not in _NOT_BY_A_TALK and _can_begin(kind)
    }


def _can_begin(kind: type[Body]) -> bool:
    """Whether a record of this kind may begin with one answer: all it needs besides is words."""
    fields = {each.name: each for each in msgspec.structs.fields(kind)}
    needed = (name for name, each in fields.items() if each.required and name not in _WHOSE)
    return fields.keys() >= {"person", "session"} and all(
        shape.single(shape.hints(kind)[name]) is str for name in needed
    )


def begun(kind: type[Body], person: RecordId, session: RecordId) -> Body:
    """A record of which nothing is known yet; words that it needs stand open."""
    given: dict[str, Any] = {"person": person, "session": session}
    for field in msgspec.structs.fields(kind):
        if field.required and field.name not in given:
            given[field.name] = ""
    return kind(**given)


def problem(moment: Moment, places: tuple[str, ...] = ()) -> str:
    """What is wrong with what a moment fills, in words that follow its name; empty if nothing.

    Args:
        moment: the moment.
        places: the places of its scale, if it has one.

    """
    kind, field = target(moment)
    fields = fillable()
    if kind not in fields:
        meant = near(kind, fields)
        return f"'fills' names no record that a talk can fill: {kind!r}{meant}"
    if field not in fields[kind]:
        return f"a {kind} has no field {field!r} to fill{near(field, fields[kind])}"
    hint = shape.hints(KINDS[kind])[field]
    if picks_sentences(moment):
        return "" if _takes_sentences(hint) else f"{field!r} takes no sentences"
    if writes_sentences(moment):
        return "" if _takes_sentences(hint) or _takes_words(hint) else f"{field!r} takes no words"
    return _wrong_choice(moment, field, hint, places)


def _wrong_choice(moment: Moment, field: str, hint: Any, places: tuple[str, ...]) -> str:
    if moment.kind not in _CHOOSES:
        return f"nothing that is answered at a {moment.kind} fills a field"
    if _takes_day(hint):
        return "" if any(option.days for option in moment.options) else f"{field!r} needs days"
    if moment.several and shape.items(hint) is None:
        return f"{field!r} takes one answer, and several may be chosen here"
    allowed = _answers(hint)
    if not allowed:
        return "" if _takes_words(hint) or _takes_yes(hint) else f"{field!r} takes no choice"
    answers = [option.id for option in moment.options if not option.something_else]
    if moment.kind == "scale":  # its option is the thing that is placed, and no answer
        answers = list(places)
    wrong = [each for each in answers if each not in allowed]
    wrong += [each for each in allowed if not _stands_alone(moment, field, each)]
    return f"{field!r} cannot be {wrong[0]!r}{near(wrong[0], allowed)}" if wrong else ""


def _stands_alone(moment: Moment, field: str, answer: str) -> bool:
    """Whether a record may hold an answer of which nothing else is known yet."""
    if answer not in {option.id for option in moment.options}:
        return True
    kind, _ = target(moment)
    try:
        with_choices(begun(KINDS[kind], RecordId("p"), RecordId("s")), field, (answer,), "", None)
    except ValueError:
        return False
    return True


def with_sentences(body: Body, field: str, said: tuple[StatementRef, ...], words: str) -> Body:
    """The record with a field filled by what was said.

    Args:
        body: the record as it stands.
        field: which field.
        said: the sentences said at the moment, in order.
        words: the same in one text.

    """
    hint = shape.hints(type(body))[field]
    value: Any = words[: shape.LONGEST_WORDS]  # the sentences themselves keep everything
    if _takes_sentences(hint):
        value = said if shape.items(hint) is not None else (said[-1] if said else None)
    elif shape.items(hint) is not None:
        value = tuple(each[: shape.LONGEST_WORDS] for each in words.split("\n")) if words else ()
    return msgspec.structs.replace(body, **{field: value})


def with_choices(
    body: Body, field: str, choices: tuple[str, ...], words: str, day: datetime.date | None
) -> Body:
    """The record with a field filled by what was chosen; nothing chosen leaves it as it began.

    Args:
        body: the record as it stands.
        field: which field.
        choices: the options that were pressed.
        words: what was said beside them.
        day: the day that the choice means, if it means one.

    """
    hint = shape.hints(type(body))[field]
    allowed = _answers(hint)
    fitting = tuple(each for each in choices if each in allowed)
    value: Any = _as_it_began(body, field)
    if _takes_day(hint):
        value = day
    elif allowed and shape.items(hint) is not None:
        value = fitting
    elif allowed:
        value = fitting[0] if fitting else value
    elif _takes_yes(hint):
        value = "yes" in choices
    elif _takes_words(hint) and (words or choices):
        value = words or choices[0]
    return msgspec.structs.replace(body, **{field: value})


def _as_it_began(body: Body, field: str) -> Any:
    for each in msgspec.structs.fields(type(body)):
        if each.name == field and not each.required:
            return each.default
    return getattr(body, field)


def _takes_sentences(hint: Any) -> bool:
    of = shape.items(hint)
    return StatementRef in {of, shape.there(hint)}


def _takes_words(hint: Any) -> bool:
    of = shape.items(hint)
    return shape.single(hint) is str or (of is not None and shape.single(of) is str)


def _takes_yes(hint: Any) -> bool:
    return shape.single(hint) is bool


def _takes_day(hint: Any) -> bool:
    return shape.single(hint) is datetime.date


def _answers(hint: Any) -> frozenset[str]:
    of = shape.items(hint)
    one = shape.single(of if of is not None else hint)
    if typing.get_origin(one) is Literal:
        return frozenset(str(each) for each in typing.get_args(one))
    return frozenset()
