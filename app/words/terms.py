"""The words for the ideas in a language other than English, and the other forms of these words."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from app.model.errors import BadDataError
from app.model.record import Value
from app.model.wording import N_

Read = Callable[[str], Mapping[str, Any] | None]
"""What the file of a language holds; None if there is none of that language."""


class Terms(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of one language.

    Attributes:
        checked_by: the speaker who checked them, and ``checked_on`` when; empty if nobody did.
        words: words and phrases by idea, the idea's name first.
        never_with: in the company of these words it is another idea.

    """

    checked_by: str = ""
    checked_on: str = ""
    words: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    never_with: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


NO_TERMS = Terms()

WHOLE_MARK = "= "
"""A term written "= lost" is meant only where it is all that is said: in a sentence it is too
often something else ("I lost my keys")."""

COMPANION_MARK = "+ "
"""Of a term written "to call + brother" the part behind the mark must follow and is not held, so
that it carries its own idea too."""


def bare(term: str) -> str:
    """A term as people say it, without the marks of the list."""
    return term.removeprefix(WHOLE_MARK).replace(COMPANION_MARK, "")


def read_terms(data: Mapping[str, Any], *, lang: str, known: frozenset[str]) -> Terms:
    """Read ``resources/words/terms/LANG.toml``.

    Args:
        data: what the file holds.
        lang: its language, for the sentence if something is wrong.
        known: the ideas that there are.

    Raises:
        BadDataError: it names an idea that there is not, or something is no list of words.

    """
    try:
        terms = msgspec.convert(data, Terms)
    except msgspec.ValidationError as error:
        raise _wrong(f"{lang}: {error}") from error
    unknown = {*terms.words, *terms.never_with} - known
    if unknown:
        raise _wrong(f"{lang}: {min(unknown)!r} is no idea")
    empty = [name for name, words in terms.words.items() if not all(words) or not words]
    if empty:
        raise _wrong(f"{lang}: {empty[0]!r} has no words")
    return terms


def read_forms(data: Mapping[str, str]) -> dict[str, str]:
    """Form to base form, of what ``resources/words/forms/LANG.json`` holds."""
    return {form: base for base, forms in data.items() for form in forms.split()}


def _wrong(problem: str) -> BadDataError:
    return BadDataError(N_("The list of ideas is wrong: {problem}."), problem=problem)
