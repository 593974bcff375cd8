"""What somebody did, named so that it can be undone, and how a body is turned back."""

import dataclasses
import datetime
from typing import Any, TypeVar

import msgspec

from app.model.ids import ActionId, RecordId
from app.model.person import Settings
from app.model.record import Body

BodyT = TypeVar("BodyT", bound=Body)

_NOTHING = object()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Everything that one unit of work wrote about one person, under the name of what was done.

    Attributes:
        name: what was done, in plain words, marked for translation ("picture changed").
        by: the supporter or person who did it.
        at: when, in UTC.
        person: whose records it changed.
        session: the session it was done in, if any.
        undoes: the action that this one took back.
        redoes: the action that this one did again.

    """

    id: ActionId
    name: str
    by: RecordId
    at: datetime.datetime
    person: RecordId
    session: RecordId | None = None
    undoes: ActionId | None = None
    redoes: ActionId | None = None


class OvertakenError(Exception):
    """Something else has changed what was to be turned back."""


def turned_back(now: BodyT, *, was: BodyT, became: BodyT) -> BodyT:
    """The body as it stands, with what one change did to it turned back.

    Fields (and entries of a dictionary) that the change left alone stay as they are now: a talk
    that has moved on since an answer stays where it is when the answer is undone.

    Args:
        now: the body as it stands.
        was: what it was before the change.
        became: what the change made of it.

    Raises:
        OvertakenError: something that the change set is not as the change left it.

    """
    fields = {
        name: _value(getattr(now, name), getattr(was, name), getattr(became, name))
        for name in now.__struct_fields__
    }
    return msgspec.structs.replace(now, **fields)


def _value(now: Any, was: Any, became: Any) -> Any:
    if was == became:
        return now
    if all(isinstance(each, Settings) for each in (now, was, became)):
        return turned_back(now, was=was, became=became)  # each of them stands for itself
    if all(isinstance(each, dict) for each in (now, was, became)):
        return _entries(now, was, became)
    if now != became:
        raise OvertakenError
    return was


def _entries(now: dict[str, Any], was: dict[str, Any], became: dict[str, Any]) -> dict[str, Any]:
    keys = dict.fromkeys((*now, *was))
    entries = {
        key: _value(now.get(key, _NOTHING), was.get(key, _NOTHING), became.get(key, _NOTHING))
        for key in keys
    }
    return {key: value for key, value in entries.items() if value is not _NOTHING}
