"""Data (JSON) of a set, as far as it can be trusted to be anything at all."""

import json
from typing import Any

from app.model.text import without_controls
from app.pictures.table import decoded

LARGEST = 30_000_000
"""Bytes of one file of data; all of ARASAAC in one language has about 20 million."""


def read_json(data: bytes) -> Any:
    """What the data says; None if it says nothing that can be read."""
    try:
        return json.loads(decoded(data))
    except (ValueError, RecursionError):
        return None


def fields(value: Any) -> dict[str, Any]:
    """The fields of a record; none if it is no record."""
    return value if isinstance(value, dict) else {}


def items(value: Any) -> list[Any]:
    """The items of a list; none if it is no list."""
    return value if isinstance(value, list) else []


def text(value: Any) -> str:
    """A text on one line, or a number as one; empty if it is neither."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return " ".join(without_controls(str(value)).split())[:200]
