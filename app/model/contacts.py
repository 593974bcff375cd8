"""Whom a person can tell when they are not safe, for each nation: data, not code."""

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec

from app.model.errors import BadDataError
from app.model.ids import PictureRef
from app.model.record import Value
from app.model.wording import N_

_Said = Annotated[str, msgspec.Meta(pattern=r"\S")]
Digits = Annotated[str, msgspec.Meta(pattern=r"^[0-9]+( [0-9]+)*$")]
"""A telephone number as people write it, in groups."""


class Number(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A telephone number.

    Attributes:
        words: when it is the right one, where there are several.
        number: digits, in groups as people write them.

    """

    number: Digits
    words: str = ""

    @property
    def heard(self) -> str:
        """How it is read aloud: digit by digit."""
        return " ".join(self.number.replace(" ", ""))


class Contact(Value, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody outside the conversation who can be told.

    Attributes:
        words: who they are, in a few words.
        explain: what else is good to know of them.
        picture: what stands for them; they have no face that the program knows.
        numbers: where to telephone.
        unless_known: only of use where nobody of the person's own circle can be named.

    """

    words: _Said
    picture: Annotated[PictureRef, msgspec.Meta(pattern=r"^openmoji:")]
    explain: str = ""
    numbers: tuple[Number, ...] = ()
    unless_known: bool = False


def read_contacts(data: Mapping[str, Any], nation: str) -> tuple[Contact, ...]:
    """What ``resources/contacts.toml`` holds for one nation.

    Raises:
        BadDataError: it holds none for this nation, or one that is wrong.

    """
    listed = data.get(nation, {})
    try:
        found = msgspec.convert(listed, dict[str, tuple[Contact, ...]]).get("contact", ())
    except msgspec.ValidationError as error:
        raise BadDataError(
            N_("The list of people to tell is wrong: {problem}."), problem=error
        ) from error
    if not found:
        raise BadDataError(N_("There is no list of people to tell for {nation}."), nation=nation)
    return found
