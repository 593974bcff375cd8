"""What a machine may never translate (rule R12): data, not code."""

import typing
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

import msgspec

from app.model.errors import BadDataError
from app.model.kinds import KINDS
from app.model.record import Value
from app.model.sections import Sections
from app.model.session import SessionType
from app.model.statement import StatementKind
from app.model.wording import N_

About = Literal["consent", "capacity", "limit", "risk", "medicine", "safety"]
"""What a sentence is about that only people translate."""


class Never(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What makes a sentence one of these.

    Attributes:
        sections: of the plan, in which it stands.
        kinds: of sentence.
        records: kinds of record that name it.
        talks: kinds of conversation in which it was said.
        ideas: that its words carry.
        words: or phrases that stand in it, by language, without its region.

    """

    about: About
    sections: tuple[str, ...] = ()
    kinds: tuple[StatementKind, ...] = ()
    records: tuple[str, ...] = ()
    talks: tuple[SessionType, ...] = ()
    ideas: tuple[str, ...] = ()
    words: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


def read_never(
    data: Mapping[str, Any], *, sections: Sections, is_idea: Callable[[str], bool]
) -> tuple[Never, ...]:
    """What ``resources/translating.toml`` holds.

    Raises:
        BadDataError: something of it is wrong, names what there is not, or a subject is missing: a
            word that is written wrong must not let a machine translate what it may not.

    """
    try:
        read = msgspec.convert(data.get("never", ()), tuple[Never, ...])
    except msgspec.ValidationError as error:
        raise _wrong(str(error)) from error
    for each in read:
        for unknown in _unknown(each, sections, is_idea):
            raise _wrong(f"there is no {unknown!r}")
    missing = set(typing.get_args(About)) - {each.about for each in read}
    if missing:
        raise _wrong(f"nothing is said of {', '.join(sorted(missing))}")
    return read


def _unknown(never: Never, sections: Sections, is_idea: Callable[[str], bool]) -> Iterator[str]:
    yield from (each for each in never.sections if each not in sections)
    yield from (each for each in never.records if each not in KINDS)
    yield from (each for each in never.ideas if not is_idea(each))


def _wrong(problem: str) -> BadDataError:
    return BadDataError(
        N_("The list of what a machine may not translate is wrong: {problem}."), problem=problem
    )
