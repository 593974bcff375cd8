"""What is said about benefits where something is offered for a person's time: data, no advice."""

from collections.abc import Mapping
from typing import Any

import msgspec

from app.model.errors import BadDataError
from app.model.ids import PictureRef
from app.model.record import Value
from app.model.wording import N_


class Note(Value, frozen=True, kw_only=True):
    """One easy sentence with its picture."""

    words: str
    picture: PictureRef


def read_notes(data: Mapping[str, Any]) -> tuple[Note, ...]:
    """Read what ``resources/benefits.toml`` holds.

    Raises:
        BadDataError: a note lacks something or has something unknown.

    """
    try:
        return msgspec.convert(data.get("note", []), tuple[Note, ...])
    except msgspec.ValidationError as error:
        raise BadDataError(
            N_("The note about benefits is wrong: {problem}."), problem=error
        ) from error
