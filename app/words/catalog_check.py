"""An honest account of a catalog: what is translated, and which translations would break."""

import dataclasses
import re
import string
import unicodedata
from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message

_PLACE = re.compile(r"\{\w*\}")
_PERCENT_PLACE = re.compile(r"%(?:\([^)]*\))?[sdif]\b|%\(")


@dataclasses.dataclass(frozen=True, slots=True)
class Account:
    """What a catalog holds of the sentences that the program has now.

    Attributes:
        missing: not there, empty, or with an empty plural form.
        fuzzy: there, but marked as unsure; the program does not use it.
        obsolete: kept in the catalog for sentences that the program no longer has.
        errors: what would go wrong, one sentence each.

    """

    translated: int
    missing: tuple[str, ...]
    fuzzy: tuple[str, ...]
    obsolete: int
    errors: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether every sentence has a translation that is used."""
        return not self.missing and not self.fuzzy


def account_of(catalog: Catalog, template: Catalog) -> Account:
    """Hold a catalog against the sentences that were found just now."""
    translated = 0
    missing: list[str] = []
    fuzzy: list[str] = []
    errors: list[str] = []
    wanted = [message for message in template if message.id]
    for message in wanted:
        there = catalog.get(message.id)
        name = _ids(message)[0]
        if there is None or not _is_whole(there, message, catalog.num_plurals):
            missing.append(name)
            continue
        if there.fuzzy:
            fuzzy.append(name)
        else:
            translated += 1
        errors += (f"{name!r}: {error}" for error in problems(message, _strings(there)))
    here = {_ids(message)[0] for message in wanted}
    left = sum(1 for message in catalog if message.id and _ids(message)[0] not in here)
    return Account(
        translated, tuple(missing), tuple(fuzzy), left + len(catalog.obsolete), tuple(errors)
    )


def problems(message: Message, strings: tuple[str, ...]) -> Iterator[str]:
    """What is wrong with the translations of a sentence.

    The places must be the same; of a plural each form may leave out what one of the source's
    forms leaves out ("one sentence" needs no number).
    """
    ids = _ids(message)
    places = [_places(each) for each in ids]
    needed, possible = frozenset.intersection(*places), frozenset.union(*places)
    for translation in strings:
        try:
            found = _places(translation)
        except ValueError as error:
            yield f"its braces are wrong ({error}): {translation!r}"
            continue
        if lost := needed - found:
            yield f"{_listed(lost)} is missing in {translation!r}"
        if new := found - possible:
            yield f"{_listed(new)} is not in the sentence: {translation!r}"
        if _PERCENT_PLACE.search(translation) and not _PERCENT_PLACE.search("".join(ids)):
            yield f"places are written {{name}}, not with %: {translation!r}"
        if _edges(translation) not in {_edges(each) for each in ids}:
            yield f"white space at the beginning or the end differs: {translation!r}"
        if _begins_from_the_wrong_side(translation):
            yield f"it has to begin with a letter of its own script: {translation!r}"
    if len(ids) > 1 and not any(_places_or_none(each) == possible for each in strings):
        yield f"no plural form has {_listed(possible)}"


def _is_whole(there: Message, message: Message, plurals: int) -> bool:
    """Whether every form is written. Babel itself counts an empty plural as translated."""
    strings = _strings(there)
    forms = plurals if len(_ids(message)) > 1 else 1
    return len(_ids(there)) == len(_ids(message)) and len(strings) == forms and all(strings)


def _ids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _strings(message: Message) -> tuple[str, ...]:
    text = message.string
    return (text,) if isinstance(text, str) else tuple(text or ())


def _places(text: str) -> frozenset[str]:
    """The names in braces.

    Raises:
        ValueError: the braces do not match.

    """
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def _places_or_none(text: str) -> frozenset[str] | None:
    try:
        return _places(text)
    except ValueError:
        return None


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _begins_from_the_wrong_side(text: str) -> bool:
    """Whether it is written from right to left, and would be laid out from left to right.

    The first strong letter says how a paragraph runs (Unicode Standard Annex 9, P2); what is put in
    at a place stands apart (isolated) and does not count.
    """
    strong = [
        way
        for way in map(unicodedata.bidirectional, _PLACE.sub("", text))
        if way in {"L", "R", "AL"}
    ]
    return strong[:1] == ["L"] and set(strong) != {"L"}


def _listed(places: frozenset[str]) -> str:
    return ", ".join(f"{{{place}}}" for place in sorted(places))
