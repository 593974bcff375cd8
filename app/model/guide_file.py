"""The file of a guide: what it says, and in which line each part of it stands."""

import dataclasses
import re
import tomllib
from collections.abc import Iterator
from typing import Any

_HEADER = re.compile(r"^\s*(\[\[?)\s*([\w.-]+)\s*\]\]?\s*(#.*)?$")
_LINE_IN_TOML = re.compile(r"\(at line (\d+), column \d+\)")
_AT_END = re.compile(r"\(at end of document\)")
_STRING = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'|#.*$')
_STEP = re.compile(r"([\w-]+)(?:\[(\d+)\])?")


@dataclasses.dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a file, and in which line; 0 for the file as a whole."""

    file: str
    line: int
    words: str


@dataclasses.dataclass(frozen=True, slots=True)
class Block:
    """One ``[[moment]]`` or ``[[stage]]`` of a file, and what it says.

    Attributes:
        number: its place among the blocks of its kind in its file.
        part: the shared part it comes from, if from one.

    """

    file: "GuideFile"
    kind: str
    number: int
    data: dict[str, Any]
    part: str = ""

    def line(self, path: str = "") -> int:
        """The line of what stands at a path in it, such as ``options[2].picture``."""
        return self.file.line_of(self.kind, self.number, path)


class GuideFile:
    """One file.

    Attributes:
        name: the file's name, for messages.
        data: its content; empty if it cannot be read, with the reason in ``fault``.

    """

    def __init__(self, text: str, *, name: str) -> None:
        self.name = name
        self.fault: Fault | None = None
        self.data: dict[str, Any] = {}
        self._lines = text.splitlines()
        if not text.strip():
            self.fault = Fault(name, 0, "there is nothing in it")
            return
        try:
            self.data = tomllib.loads(text)
        except RecursionError:
            self.fault = Fault(name, 0, "it has far too many brackets inside each other")
        except ValueError as error:
            line = _LINE_IN_TOML.search(str(error))
            words = _AT_END.sub("", _LINE_IN_TOML.sub("", str(error))).strip().rstrip(".")
            at = int(line[1]) if line else len(self._lines)
            self.fault = Fault(name, at, f"this is not written as TOML wants it: {words}")

    @property
    def is_part(self) -> bool:
        """Whether it is a part that guides take in, and no guide by itself."""
        return self.fault is None and "guide" not in self.data

    def blocks(self, kind: str, part: str = "") -> list[Block]:
        """The blocks of one kind, in order; none where they are not written as blocks."""
        entries = self.data.get(kind, []) if self.in_blocks(kind) else []
        return [Block(self, kind, number, entry, part) for number, entry in enumerate(entries)]

    def in_blocks(self, kind: str) -> bool:
        """Whether everything of a kind is written as a block of its own."""
        entries = self.data.get(kind, [])
        return isinstance(entries, list) and all(isinstance(each, dict) for each in entries)

    def line_of(self, kind: str, number: int = 0, path: str = "") -> int:
        """The line of a block, or of what stands at a path in it; 0 where it cannot be told."""
        begins = [at for at, name in self._headers() if name == kind]
        if number >= len(begins):
            return next((at for at, line in self._outside_strings() if _sets(line, kind)), 0)
        here = begins[number]
        ends = (at for at, name in self._headers() if at > here and "." not in name)
        return self._within(here, next(ends, len(self._lines) + 1), kind, path) or here

    def _within(self, begin: int, end: int, kind: str, path: str) -> int:
        """The line between two others in which the first step of a path is taken."""
        step = _STEP.match(path)
        if step is None:
            return 0
        key, place = step[1], int(step[2]) if step[2] else 0
        tables = [
            at for at, name in self._headers() if begin < at < end and name == f"{kind}.{key}"
        ]
        if tables:
            return tables[min(place, len(tables) - 1)]
        inside = [(at, line) for at, line in self._outside_strings() if begin < at < end]
        at = next((at for at, line in inside if _sets(line, key)), 0)
        if not at or not step[2]:
            return at
        entries = [
            number
            for number, line in enumerate(self._lines[at - 1 : end - 1], at)
            for _ in _entries(line, tables=key == "options")
        ]
        return entries[place] if place < len(entries) else at

    def _headers(self) -> Iterator[tuple[int, str]]:
        for at, line in self._outside_strings():
            header = _HEADER.match(line)
            if header is not None:
                yield at, header[2]

    def _outside_strings(self) -> Iterator[tuple[int, str]]:
        """The lines that begin outside a text of several lines, with their numbers."""
        quotes = ""
        for number, line in enumerate(self._lines, 1):
            if not quotes:
                yield number, line
            for mark in ('"""', "'''"):
                if line.count(mark) % 2 and quotes in {"", mark}:
                    quotes = "" if quotes else mark


def _sets(line: str, key: str) -> bool:
    return re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]", line) is not None


def _entries(line: str, *, tables: bool) -> list[str]:
    """The inline tables that begin in a line, or the texts that stand in it."""
    if tables:
        return re.findall("{", _STRING.sub("", line))
    return [found for found in _STRING.findall(line) if not found.startswith("#")]
