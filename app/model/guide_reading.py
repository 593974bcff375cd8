"""Reading guides from their files, with the line in which something is wrong.

``open`` and ``close`` are shared parts: ``{ include = "open" }`` stands for all stages or moments
of one, ``without`` names those that are left out, and ``only_if`` holds for each that has no such
condition of its own.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from app.model import guide_checks, guide_types
from app.model.errors import BadDataError
from app.model.guide import PART_OF, Guide, Moment, Stage
from app.model.guide_checks import Known
from app.model.guide_file import Block, Fault, GuideFile
from app.model.nearest import near
from app.model.wording import N_

_OF_AN_INCLUDE = frozenset({"include", "without", "only_if"})


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
        Fault(file.name, file.line_of(name), f"there is no place for {name!r}")
        for name in file.data.keys() - {"guide", "stage", "moment"}
    ]
    faults += [
        Fault(file.name, file.line_of(kind), f"each {kind} is a block of its own: [[{kind}]]")
        for kind in ("stage", "moment")
        if not file.in_blocks(kind)
    ]
    stage_blocks = _spread("stage", file, parts, faults)
    moment_blocks = _spread("moment", file, parts, faults)
    faults += _said_twice(stage_blocks)
    stages = _convert(stage_blocks, Stage, faults)
    moments = _convert(moment_blocks, Moment, faults)
    guide = _whole(file, stages, _asked_in_other_ways(moments, known), faults)
    if guide is not None and not faults:
        for problem in guide_checks.problems(guide, known):
            faults.append(fault_of(problem, file, moment_blocks))
    return guide, sorted(faults, key=lambda each: (each.file != file.name, each.file, each.line))


def fault_of(problem: guide_checks.Problem, file: GuideFile, moments: list[Block]) -> Fault:
    """A problem of a guide, with the file and line in which it stands."""
    if problem.place < 0:
        return Fault(file.name, file.line_of("guide", 0, problem.field), problem.words)
    block = moments[problem.place]
    return Fault(block.file.name, block.line(problem.field), problem.words)


def blocks_of_moments(file: GuideFile, *, parts: Mapping[str, GuideFile]) -> list[Block]:
    """The moments of a file that has no faults, those of the parts it takes in among them."""
    return _spread("moment", file, parts, [])


def _whole(
    file: GuideFile, stages: list[Stage], moments: list[Moment], faults: list[Fault]
) -> Guide | None:
    about = file.data.get("guide")
    if not isinstance(about, dict):
        words = "it has no [guide] block, which says its id, version, title, type and picture"
        faults.append(Fault(file.name, file.line_of("guide"), words))
        return None
    wrong = [
        Fault(file.name, file.line_of("guide", 0, path), words)
        for path, words in guide_types.wrong(about, Guide)
    ]
    faults += wrong
    return (
        None if wrong else msgspec.convert({**about, "stages": stages, "moments": moments}, Guide)
    )


def _spread(
    kind: str, file: GuideFile, parts: Mapping[str, GuideFile], faults: list[Fault]
) -> list[Block]:
    """The blocks of a file, those of the parts it takes in among them."""
    found: list[Block] = []
    for block in file.blocks(kind):
        if "include" not in block.data:
            found.append(block)
            continue
        wrong = list(_wrong_include(kind, block, parts))
        faults += wrong
        if not wrong:
            found += _taken_in(kind, block, parts[block.data["include"]])
    return found


def _taken_in(kind: str, block: Block, part: GuideFile) -> list[Block]:
    name = block.data["include"]
    condition = block.data.get("only_if")
    given = {"only_if": condition} if condition and kind == "moment" else {}
    return [
        Block(part, kind, each.number, {**given, **each.data}, name if name in PART_OF else "")
        for each in part.blocks(kind)
        if each.data.get("id") not in block.data.get("without", [])
    ]


def _wrong_include(kind: str, block: Block, parts: Mapping[str, GuideFile]) -> list[Fault]:
    def fault(field: str, words: str) -> Fault:
        return Fault(block.file.name, block.line(field), words)

    name, left_out = block.data["include"], block.data.get("without", [])
    if not isinstance(name, str) or name not in parts:
        words = f"there is no part called {name!r} to include{near(name, parts)}"
        return [fault("include", words)]
    if not isinstance(left_out, list) or not all(isinstance(each, str) for each in left_out):
        return [fault("without", "'without' must be a list of names in square brackets")]
    there = {str(each.data.get("id")) for each in parts[name].blocks(kind)}
    wrong = [
        fault(field, f"an include has no field {field!r}{near(field, _OF_AN_INCLUDE)}")
        for field in sorted(block.data.keys() - _OF_AN_INCLUDE)
    ]
    if not isinstance(block.data.get("only_if", ""), str):
        wrong.append(fault("only_if", "'only_if' must be words in quotes"))
    return wrong + [
        fault(
            "without", f"the part {name!r} has no {kind} {each!r} to leave out{near(each, there)}"
        )
        for each in left_out
        if each not in there
    ]


def _said_twice(stages: list[Block]) -> list[Fault]:
    names = [each.data.get("id") for each in stages]
    return [
        Fault(block.file.name, block.line("id"), f"two stages are called {name!r}")
        for place, (block, name) in enumerate(zip(stages, names, strict=True))
        if name in names[:place]
    ]


def _convert(blocks: list[Block], kind: type, faults: list[Fault]) -> list[Any]:
    """What blocks say, as values; one that is wrong is a fault and left out."""
    found: list[Any] = []
    for block in blocks:
        name = block.data.get("id", "")
        where = f"{block.kind} {name!r}: " if name and isinstance(name, str) else ""
        extra = {"part": block.part} if kind is Moment and block.part else {}
        try:
            if "part" not in block.data:
                found.append(msgspec.convert({**block.data, **extra}, kind))
                continue
        except msgspec.ValidationError:
            pass  # it names the first thing that is wrong; all of them are wanted
        faults += [
            Fault(block.file.name, block.line(path), where + words)
            for path, words in guide_types.wrong(block.data, kind)
        ]
    return found


def _asked_in_other_ways(moments: list[Moment], known: Known) -> list[Moment]:
    """The moments, each without other ways to ask having those of its section."""
    return [
        msgspec.structs.replace(moment, others=known.sections[moment.section].others)
        if moment.kind == "question" and not moment.others and moment.section in known.sections
        else moment
        for moment in moments
    ]
