"""Filling the places of a sentence, so that nothing that is put in tears it apart.

A name in Latin letters would, or a telephone number, in a sentence that runs from right to left;
and an Urdu name in an English one. What is put in is isolated then (Unicode Standard Annex 9).
"""

import string
import unicodedata
from collections.abc import Mapping
from typing import Any

_FIRST_STRONG_ISOLATE = "\u2068"
_RIGHT_TO_LEFT_ISOLATE = "\u2067"
_POP_ISOLATE = "\u2069"
_ISOLATES = "\u2066\u2067\u2068"
_FROM_THE_RIGHT = frozenset({"R", "AL", "AN"})
_STRONG = frozenset({"L", "R", "AL"})


class Filling(string.Formatter):
    """Fills the places of sentences of one language.

    Args:
        right_to_left: the sentences run from right to left.
        digits: for ``str.translate``: the digits in which numbers are said.

    """

    def __init__(self, *, right_to_left: bool, digits: Mapping[int, str] | None = None) -> None:
        self._right_to_left = right_to_left
        self._digits = digits or {}

    def filled(self, sentence: str, values: Mapping[str, object]) -> str:
        """The sentence with its ``{name}`` places filled.

        Raises:
            LookupError, ValueError, AttributeError: the places do not fit the values.

        """
        return self.vformat(sentence, (), values)

    def isolated(self, text: str) -> str:
        """A text that keeps its own direction wherever it is put in."""
        if not ((self._right_to_left and text) or _runs_from_the_right(text)):
            return text
        return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"

    def apart(self, text: str) -> str:
        """A text that stands beside others and makes no sentence with them.

        A line of nothing but isolated texts would run from the left (Unicode Standard Annex 9), so
        that those which run as the language does are left to settle it; and one that is itself
        nothing but isolated texts, such as a name and what it stands for, runs as the language.
        """
        first = _first_direction(text)
        if self._right_to_left and first in _FROM_THE_RIGHT:
            return text
        if self._right_to_left and not first and any(each in _ISOLATES for each in text):
            return f"{_RIGHT_TO_LEFT_ISOLATE}{text}{_POP_ISOLATE}"
        return self.isolated(text)

    def format_field(self, value: Any, format_spec: str) -> str:
        """One value as it is put in."""
        field = str(super().format_field(value, format_spec))
        if isinstance(value, int | float):
            field = field.translate(self._digits)
        return self.isolated(field)


def _runs_from_the_right(text: str) -> bool:
    if text.isascii():
        return False
    return any(unicodedata.bidirectional(each) in _FROM_THE_RIGHT for each in text)


def _first_direction(text: str) -> str:
    """The direction of the first letter that has one, isolates skipped; empty if none has."""
    depth = 0
    for each in text:
        if each in _ISOLATES:
            depth += 1
        elif each == _POP_ISOLATE:
            depth = max(0, depth - 1)
        elif not depth and (direction := unicodedata.bidirectional(each)) in _STRONG:
            return direction
    return ""
