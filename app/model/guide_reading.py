"""Reading guides from their files, with the line in which something is wrong.

``open`` and ``close`` are shared parts: ``{ include = "open" }`` stands for all stages or moments
of one, ``without`` names those that are left out.
"""

import dataclasses
import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from app.model import guide_checks
from app.model.errors import BadDataError
from app.model.guide import PART_OF, Guide, Moment, Stage
from app.model.guide_checks import Known
from app.model.wording import N_

_HEADER = re.compile(r"^\s*(\[\[?)\s*([\w.-]+)\s*\]\]?\s*(#.*)?$")
_LINE_IN_TOML = re.compile(r"\(at line (\d+), column \d+\)")


@dataclasses.dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a file, and in which line; 0 for the file as a whole."""

    file: str
    line: int
    words: str


@dataclasses.dataclass(frozen=True, slots=True)
class _Block:
    """One ``[[moment]]`` or ``[[stage]]`` of a file, where it begins, and what it says."""

    file: str
    line: int
    part: str
    data: dict[str, Any]


class GuideFile:
    """One file: what it says, and where its blocks begin.

    Attributes:
        name: the file's name, for messages.
        data: its content; empty if it cannot be read, with the reason in ``fault``.

    """

    def __init__(self, text: str, *, name: str) -> None:
        self.name = name
        self.fault: Fault | None = None
        self.data: dict[str, Any] = {}
        try:
            self.data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            line = _LINE_IN_TOML.search(str(error))
            words = _LINE_IN_TOML.sub("", str(error)).strip().rstrip(".")
            at_end = text.count("\n") + 1
            self.fault = Fault(name, int(line[1]) if line else at_end, words)
        self._text = text.splitlines()

    @property
    def is_part(self) -> bool:
        """Whether it is a part that guides take in, and no guide by itself."""
        return self.fault is None and "guide" not in self.data

    def blocks(self, kind: str, part: str) -> list[_Block]:
        """The blocks of one kind, in order."""
        entries = self.data.get(kind, [])
        entries = entries if isinstance(entries, list) else [entries]
        lines = list(self._headers(kind))
        lines += [0] * (len(entries) - len(lines))
        return [
            _Block(self.name, line, part, entry if isinstance(entry, dict) else {"": entry})
            for line, entry in zip(lines, entries, strict=False)
        ]

    def line_of(self, kind: str) -> int:
        """The line of the first block of this kind; 0 where there is none."""
        return next(self._headers(kind), 0)

    def _headers(self, kind: str) -> Iterator[int]:
        quotes = ""
        for number, line in enumerate(self._text, 1):
            header = None if quotes else _HEADER.match(line)
            if header is not None and header[2] == kind:
                yield number
            for mark in ('"""', "'''"):
                if line.count(mark) % 2 and quotes in {"", mark}:
                    quotes = "" if quotes else mark


def read_guide(file: GuideFile, *, parts: Mapping[str, GuideFile], known: Known) -> Guide:
    """A guide from its file.

    Args:
        file: the file.
        parts: the shared parts, by name.
        known: what it may name.

    Raises:
        BadDataError: the guide is wrong; the sentence names the file, the line and the place.

    """
    guide, faults = check_guide(file, parts=parts, known=known)
    if guide is not None and not faults:
        return guide
    first = faults[0]
    if not first.line:
        raise BadDataError(
            N_("The guide {name} cannot be used: {problem}."), name=first.file, problem=first.words
        )
    raise BadDataError(
        N_("The guide {name} cannot be used (line {line}): {problem}."),
        name=first.file,
        line=first.line,
        problem=first.words,
    )


def check_guide(
    file: GuideFile, *, parts: Mapping[str, GuideFile], known: Known
) -> tuple[Guide | None, list[Fault]]:
    """A guide as far as it can be read, and everything that is wrong with it."""
    if file.fault is not None:
        return None, [file.fault]
    faults = [
        Fault(file.name, 0, f"there is no place for {name!r}")
        for name in file.data.keys() - {"guide", "stage", "moment"}
    ]
    stage_blocks = _spread("stage", file, parts, faults)
    moment_blocks = _spread("moment", file, parts, faults)
    stages = _convert(stage_blocks, Stage, faults)
    moments = _convert(moment_blocks, Moment, faults)
    about = file.data.get("guide")
    try:
        given = about if isinstance(about, dict) else {}
        guide = msgspec.convert({**given, "stages": stages, "moments": moments}, Guide)
    except msgspec.ValidationError as error:
        faults.append(Fault(file.name, file.line_of("guide"), _plain(error)))
        return None, faults
    if not faults:
        for problem in guide_checks.problems(guide, known):
            block = moment_blocks[problem.place] if problem.place >= 0 else None
            at = (block.file, block.line) if block else (file.name, file.line_of("guide"))
            faults.append(Fault(*at, problem.words))
    return guide, faults


def _spread(
    kind: str, file: GuideFile, parts: Mapping[str, GuideFile], faults: list[Fault]
) -> list[_Block]:
    """The blocks of a file, those of the parts it takes in among them."""
    found: list[_Block] = []
    for block in file.blocks(kind, ""):
        name = block.data.get("include")
        if name is None:
            found.append(block)
            continue
        if name not in parts:
            words = f"there is no part called {name!r} to include"
            faults.append(Fault(block.file, block.line, words))
            continue
        taken = parts[name].blocks(kind, str(name) if name in PART_OF else "")
        left_out = block.data.get("without", [])
        unknown = set(left_out) - {each.data.get("id") for each in taken}
        for each in sorted(unknown):
            words = f"the part {name!r} has no {kind} {each!r} to leave out"
            faults.append(Fault(block.file, block.line, words))
        found += [each for each in taken if each.data.get("id") not in left_out]
    return found


def _convert(blocks: list[_Block], kind: type, faults: list[Fault]) -> list[Any]:
    """What blocks say, as values; one that is wrong is a fault and left out."""
    found: list[Any] = []
    for block in blocks:
        extra = {"part": block.part} if kind is Moment and block.part else {}
        try:
            found.append(msgspec.convert({**block.data, **extra}, kind))
        except msgspec.ValidationError as error:
            name = block.data.get("id", "")
            where = f"{kind.__name__.lower()} {name!r}: " if name else ""
            faults.append(Fault(block.file, block.line, where + _plain(error)))
    return found


def _plain(error: msgspec.ValidationError) -> str:
    words, _, at = str(error).partition(" - at ")
    place = at.strip("`").removeprefix("$.").removeprefix("$")
    return f"{words} ({place})" if place else words
