"""What a machine may never translate (rule R12): data, not code."""

import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal

import msgspec

from app.model.errors import BadDataError
from app.model.kinds import KINDS
from app.model.record import Value
from app.model.sections import Sections
from app.model.session import SessionType
from app.model.statement import StatementKind
from app.model.wording import N_

Subject = Literal["consent", "capacity", "limit", "risk", "medicine", "safety"]
"""What a sentence is about that only people translate."""

About = Subject | Literal["unknown"]
"""The same; unknown where nobody has given words by which that could be seen."""

Words = Mapping[str, Mapping[str, Sequence[str]]]
"""By language, without its region, the words of each subject."""


class Never(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What makes a sentence one of these.

    Attributes:
        sections: of the plan, in which it stands; empty for what stands in none.
        must_know: whoever supports the person has to know it.
        kinds: of sentence.
        records: kinds of record that name it.
        talks: kinds of conversation in which it was said.
        ideas: that its words carry.
        words: or phrases that stand in it, by language, without its region, as
            :func:`app.words.stems.stands_in` reads them.

    """

    about: Subject
    sections: tuple[str, ...] = ()
    must_know: bool = False
    kinds: tuple[StatementKind, ...] = ()
    records: tuple[str, ...] = ()
    talks: tuple[SessionType, ...] = ()
    ideas: tuple[str, ...] = ()
    words: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


class Rules(Value, frozen=True, kw_only=True):
    """What only people translate.

    Attributes:
        never: what makes a sentence one of these.
        safe: sections of the plan in which a machine may translate also where nobody has given
            words for every subject in the language of a sentence.

    """

    never: tuple[Never, ...]
    safe: frozenset[str]

    def knows(self, lang: str) -> bool:
        """Whether there are words for every subject in a language, named without its region."""
        return all(each.words.get(lang) for each in self.never)


def read_never(
    data: Mapping[str, Any], words: Words, *, sections: Sections, is_idea: Callable[[str], bool]
) -> Rules:
    """What ``resources/translating.toml`` and the files of ``resources/only_people`` hold.

    Raises:
        BadDataError: something of it is wrong, names what there is not, or a subject is missing: a
            word that is written wrong must not let a machine translate what it may not.

    """
    try:
        read = msgspec.convert(data.get("never", ()), tuple[Never, ...])
        given = msgspec.convert(words, dict[str, dict[Subject, tuple[str, ...]]])
        safe = msgspec.convert(data.get("safe", ()), frozenset[str])
    except msgspec.ValidationError as error:
        raise _wrong(str(error)) from error
    for unknown in sorted(each for each in safe if each not in sections):
        raise _wrong(f"there is no {unknown!r}")
    for each in read:
        for unknown in _unknown(each, sections, is_idea):
            raise _wrong(f"there is no {unknown!r}")
    missing = set(typing.get_args(Subject)) - {each.about for each in read}
    if missing:
        raise _wrong(f"nothing is said of {', '.join(sorted(missing))}")
    never = tuple(
        msgspec.structs.replace(
            each,
            words={lang: said[each.about] for lang, said in given.items() if each.about in said},
        )
        for each in read
    )
    return Rules(never=never, safe=safe)


def _unknown(never: Never, sections: Sections, is_idea: Callable[[str], bool]) -> Iterator[str]:
    yield from (each for each in never.sections if each and each not in sections)
    yield from (each for each in never.records if each not in KINDS)
    yield from (each for each in never.ideas if not is_idea(each))


def _wrong(problem: str) -> BadDataError:
    return BadDataError(
        N_("The list of what a machine may not translate is wrong: {problem}."), problem=problem
    )
