"""Which sentence of the program it is that stands on the screen, and what fills its places.

What is shown is looked up among the sentences of a catalog, as it is or with its places filled. A
person's own words are in no catalog, and are not found.
"""

import dataclasses
import re
import struct
from collections.abc import Iterable, Iterator

_PLACE = re.compile(r"\{(\w+)[^{}]*\}")
_MARKS = {ord(mark): None for mark in "\u2068\u2069\u2066\u2067\u200e\u200f"}
_LEAST = 3
"""Characters that are fixed in a sentence with places: of fewer, anything could be it."""


@dataclasses.dataclass(frozen=True, slots=True)
class Entry:
    """One sentence of a catalog.

    Attributes:
        ids: the sentence in English; or its forms for one and for many.
        strings: what the catalog says; one, or as many as its language has plural forms.

    """

    ids: tuple[str, ...]
    strings: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """A sentence that is shown.

    Attributes:
        form: which of the strings of its entry it is.
        values: what stands at its places, as it is shown.

    """

    entry: Entry
    form: int = 0
    values: tuple[tuple[str, str], ...] = ()

    @property
    def count(self) -> int | None:
        """The number that a plural sentence says; None if it says none, or is no plural."""
        said = dict(self.values).get("n", "")
        return int(said) if len(self.entry.ids) > 1 and said.isdecimal() else None


def entries(compiled: bytes) -> Iterator[Entry]:
    """The sentences of a compiled catalog (GNU gettext's .mo), without its header.

    Of nothing there are none.
    """
    if not compiled:
        return
    order = "<" if compiled[:4] == b"\xde\x12\x04\x95" else ">"
    count, ids, strings = struct.unpack_from(f"{order}3I", compiled, 8)

    def text(table: int, number: int) -> tuple[str, ...]:
        length, start = struct.unpack_from(f"{order}2I", compiled, table + 8 * number)
        return tuple(compiled[start : start + length].decode("utf-8").split("\0"))

    for number in range(count):
        if any(said := text(ids, number)):
            yield Entry(said, text(strings, number))


def places_of(sentence: str) -> tuple[str, ...]:
    """The names of the places of a sentence, in their order."""
    return tuple(_PLACE.findall(sentence))


class Finder:
    """Finds sentences of a catalog by what is shown.

    Args:
        sentences: those of the catalog.
        in_english: what is shown is English, not the catalog's language.

    """

    def __init__(self, sentences: Iterable[Entry], *, in_english: bool = False) -> None:
        self._whole: dict[str, Found] = {}
        self._filled: list[tuple[str, re.Pattern[str], Found]] = []
        for entry in sentences:
            for form, said in enumerate(entry.ids if in_english else entry.strings):
                self._learn(said, Found(entry, form))
        # The more of it is fixed, the surer it is that one.
        self._filled.sort(key=lambda each: -len(each[1].pattern))

    def find(self, shown: str) -> Found | None:
        """The sentence, if it is one of the program's."""
        shown = shown.translate(_MARKS).strip()
        if shown in self._whole:
            return self._whole[shown]
        for fixed, pattern, found in self._filled:
            if fixed in shown and (match := pattern.fullmatch(shown)):
                return dataclasses.replace(found, values=tuple(match.groupdict().items()))
        return None

    def _learn(self, said: str, found: Found) -> None:
        parts = _PLACE.split(said.strip())
        if len(parts) == 1:
            self._whole.setdefault(said.strip(), found)
            return
        fixed = max(parts[::2], key=len)
        if len(fixed.strip()) < _LEAST:
            return
        pattern, named = "", set()
        for place, part in enumerate(parts):
            if place % 2 == 0:
                pattern += re.escape(part)
            else:
                pattern += f"(?P={part})" if part in named else f"(?P<{part}>.+?)"
                named.add(part)
        self._filled.append((fixed, re.compile(pattern, re.DOTALL), found))
