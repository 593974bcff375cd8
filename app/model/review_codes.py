"""The short codes beside the sentences of a review pack, each naming one version of one sentence.

A code has eight signs. The first five come from the sentence, the next two from its version, and
the last one checks the others. All come from identifiers that never change, so that a sentence
keeps its code wherever in the plan it stands. A code that was printed means for ever what it meant
on that paper: :class:`Given` codes come first, and a new sentence whose code would be the same gets
another one.
"""

import dataclasses
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.model.errors import AlongsideError
from app.model.ids import RecordId, RevisionId
from app.model.wording import N_

SIGNS = "23456789CDFHJKMNPRTVWXY"
"""No two look alike, and there is no vowel, so that no code is a word. That there are 23, a prime
number, is what lets the last sign catch every mistake with one sign and every swap of two."""

_READ_AS = str.maketrans("SZBG", "5286")
"""Letters that are in no code, and the sign that was meant where a pencil or an eye made them."""
_SENTENCE, _VERSION = 5, 2
_LENGTH = _SENTENCE + _VERSION + 1
_HALF = _LENGTH // 2
_BETWEEN = frozenset(" \t\u00a0-‐‑‒–—.·_/")
_EXAMPLE = "CD23-456T"

Version = tuple[RecordId, RevisionId]
"""A sentence, and the revision that says it."""


NOT_FROM_THIS_PLAN = N_("This code is not from the plan of {person}.")


class BadCodeError(AlongsideError):
    """What was typed is no code of a sentence, or not of one of this plan."""


@dataclasses.dataclass(frozen=True, slots=True)
class Given:
    """A code that stands on paper, and what it means there."""

    code: str
    version: Version


@dataclasses.dataclass(frozen=True, slots=True)
class Meant:
    """The sentence of a code.

    Attributes:
        version: what the code names.
        now: the revision that says the sentence today.

    """

    version: Version
    now: RevisionId

    @property
    def old(self) -> bool:
        """Whether the sentence was changed since."""
        return self.version[1] != self.now


def codes(versions: Iterable[Version], given: Sequence[Given] = ()) -> dict[Version, str]:
    """A code for each version of each sentence of one plan, no two of them the same.

    Args:
        versions: the sentences of the plan.
        given: the codes that were printed already, in any order.

    """
    stems = _Names(_SENTENCE, ((each.code[:_SENTENCE], each.version[0]) for each in given))
    tails: dict[RecordId, _Names] = {}
    found: dict[Version, str] = {}
    for version in sorted({*versions, *(each.version for each in given)}):
        record, revision = version
        if record not in tails:
            mine = (each for each in given if each.version[0] == record)
            tails[record] = _Names(
                _VERSION, ((each.code[_SENTENCE:-1], each.version[1]) for each in mine)
            )
        body = stems.of(record) + tails[record].of(revision)
        found[version] = body + _check(body)
    return found


def of_sheet(sheet: RecordId) -> str:
    """The code of a sheet that is filled in at home, to be typed."""
    body = signs_of(sheet, _LENGTH - 1)
    return body + _check(body)


def typed(text: str) -> str:
    """A code as it was typed: small letters, spaces and dashes do not matter.

    Raises:
        BadCodeError: there is a slip in it.

    """
    code = "".join(sign for sign in text if sign not in _BETWEEN).upper().translate(_READ_AS)
    if len(code) != _LENGTH or set(code) - set(SIGNS) or _check(code[:-1]) != code[-1]:
        raise BadCodeError(
            N_(
                "There is a slip in this code. Please look at it again: "
                "it has 8 signs, such as {example}."
            ),
            example=_EXAMPLE,
        )
    return code


def shown(code: str) -> str:
    """A code as it is printed, in two halves."""
    return f"{code[:_HALF]}-{code[_HALF:]}"


def meant(
    code: str,
    *,
    person: str,
    heads: Mapping[RecordId, RevisionId],
    versions: Iterable[Version],
    given: Sequence[Given] = (),
) -> Meant:
    """Which sentence a code names, and whether it still says the same.

    Args:
        code: as :func:`typed` gave it.
        person: the name of whose plan it is.
        heads: what is true now of each sentence of the plan.
        versions: every version that each sentence had.
        given: the codes that were printed.

    Raises:
        BadCodeError: it names no sentence of this plan, or, after two laptops' work was joined,
            two of them.

    """
    found = {each.version for each in given if each.code == code}
    if not found:
        found = {version for version, each in codes(versions, given).items() if each == code}
    there = {version for version in found if version[0] in heads}
    if not there:
        raise BadCodeError(NOT_FROM_THIS_PLAN, person=person)
    if len(there) > 1:
        raise BadCodeError(
            N_("Two sentences have this code. Please open the scan or photo of the page instead.")
        )
    version = there.pop()
    return Meant(version=version, now=heads[version[0]])


def signs_of(identifier: str, number: int) -> str:
    """So many signs that stand for an identifier, the same each time."""
    return next(_tries(identifier, number))


class _Names:
    """Short names for identifiers: the printed ones stay, and no new one is like another."""

    def __init__(self, length: int, given: Iterable[tuple[str, str]]) -> None:
        self._length = length
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        for name, identifier in sorted(given):
            self._names.setdefault(identifier, name)
            self._taken.add(name)

    def of(self, identifier: str) -> str:
        if identifier not in self._names:
            tries = _tries(identifier, self._length)
            name = next(each for each in tries if each not in self._taken)
            self._names[identifier] = name
            self._taken.add(name)
        return self._names[identifier]


def _tries(identifier: str, length: int) -> Iterator[str]:
    """The name of an identifier, and those it gets where that one is taken."""
    attempt = 0
    while True:
        digest = hashlib.sha256(f"{identifier}|{attempt}".encode()).digest()
        number = int.from_bytes(digest[:8], "big")
        name = ""
        for _ in range(length):
            number, sign = divmod(number, len(SIGNS))
            name += SIGNS[sign]
        yield name
        attempt += 1


def _check(body: str) -> str:
    """The sign with which the places' weights times their signs add up to nothing."""
    total = sum(place * SIGNS.index(sign) for place, sign in enumerate(body, start=1))
    last = -total * pow(len(body) + 1, -1, len(SIGNS))
    return SIGNS[last % len(SIGNS)]
