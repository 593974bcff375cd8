"""Whom a person can tell when they are not safe, for each nation: data, not code."""

from collections.abc import Mapping
from typing import Any

import msgspec

from app.model.errors import BadDataError
from app.model.record import Value
from app.model.wording import N_


class Contact(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody outside the conversation who can be told.

    Attributes:
        unless_known: only of use where nobody of the person's own circle can be named.

    """

    words: str
    unless_known: bool = False


def read_contacts(data: Mapping[str, Any], nation: str) -> tuple[Contact, ...]:
    """What ``resources/contacts.toml`` holds for one nation.

    Raises:
        BadDataError: it holds none for this nation, or one that is wrong.

    """
    try:
        found = msgspec.convert(data.get(nation, {}).get("contact", []), tuple[Contact, ...])
    except msgspec.ValidationError as error:
        raise BadDataError(
            N_("The list of people to tell is wrong: {problem}."), problem=error
        ) from error
    if not found:
        raise BadDataError(N_("There is no list of people to tell for {nation}."), nation=nation)
    return found
