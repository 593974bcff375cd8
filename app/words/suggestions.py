"""Better words for sentences of the program, suggested by a speaker who looks at them in place.

They are kept as a catalog of their own, so that the file can be sent back as it is. Only sentences
of the program are in it: nothing that anybody said.
"""

import dataclasses
import io
from collections.abc import Iterable

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po

from app.model.errors import BadWordsError
from app.model.wording import N_
from app.words.catalog_check import problems
from app.words.finding import Entry, places_of

LONGEST = 2_000
"""Characters of one suggestion."""


@dataclasses.dataclass(frozen=True, slots=True)
class Suggestion:
    """Other words for one sentence.

    Attributes:
        ids: the sentence in English; or its forms for one and for many.
        strings: what it is to say: as many as the language has plural forms.
        now: what it said when this was suggested.

    """

    ids: tuple[str, ...]
    strings: tuple[str, ...]
    now: tuple[str, ...] = ()


def suggested(entry: Entry, form: int, words: str, *, before: Suggestion | None) -> Suggestion:
    """Other words for one form of a sentence; what was suggested for its others stays.

    Raises:
        BadWordsError: there are none, they are too long, or a place is missing or unknown.

    """
    words = " ".join(words.split()) if "\n" not in entry.strings[form] else words.strip()
    if not words:
        raise BadWordsError(N_("Please write what it is to say."))
    if len(words) > LONGEST:
        raise BadWordsError(N_("That is too long. Please write one sentence."))
    strings = list(before.strings if before else entry.strings)
    strings[form] = _edged(words, like=entry.strings[form])
    message = Message(entry.ids if len(entry.ids) > 1 else entry.ids[0])
    if any(problems(message, tuple(strings))):
        named = dict.fromkeys(place for each in entry.ids for place in places_of(each))
        places = ", ".join(f"{{{each}}}" for each in named)
        if places:
            raise BadWordsError(
                N_("Please keep {places} as it is: names and numbers go there."), places=places
            )
        raise BadWordsError(N_("This cannot be used. Please begin with a letter of the language."))
    return Suggestion(entry.ids, tuple(strings), entry.strings)


def _edged(words: str, *, like: str) -> str:
    """With white space before and after as it was."""
    bare = like.strip()
    first, _, last = like.partition(bare) if bare else ("", "", "")
    return f"{first}{words}{last}"


@dataclasses.dataclass(frozen=True, slots=True)
class Suggestions:
    """All that was suggested for one language.

    Attributes:
        speaker: the name of who suggests, as they give it; empty while nobody has said.

    """

    all: tuple[Suggestion, ...] = ()
    speaker: str = ""


def as_po(lang: str, known: Suggestions) -> bytes:
    """A catalog of suggestions, with who suggests, and what each sentence said before beside it."""
    made = io.BytesIO()
    write_po(made, _catalog(lang, known.all, known.speaker), width=100)
    return made.getvalue()


def compiled(lang: str, suggestions: Iterable[Suggestion]) -> bytes:
    """The same, as the program reads it."""
    made = io.BytesIO()
    write_mo(made, _catalog(lang, suggestions))
    return made.getvalue()


def read(data: bytes, lang: str) -> Suggestions:
    """The suggestions of a catalog.

    Raises:
        ValueError: it cannot be read whole.

    """
    try:
        catalog = read_po(io.BytesIO(data), locale=lang.replace("-", "_"), abort_invalid=True)
    except PoFileError as error:
        raise ValueError(str(error)) from error
    # Babel takes a line that was cut off for a whole one.
    lines = [each for each in data.splitlines() if each.strip() and not each.startswith(b"#")]
    if not data.endswith(b"\n") or not all(each.endswith(b'"') for each in lines):
        raise ValueError("it is cut off")
    found = tuple(
        Suggestion(
            (each.id,) if isinstance(each.id, str) else tuple(each.id),
            (each.string,) if isinstance(each.string, str) else tuple(each.string or ()),
            tuple(comment.removeprefix(_BEFORE) for comment in each.user_comments),
        )
        for each in catalog
        if each.id
    )
    named = catalog.last_translator
    return Suggestions(found, "" if named == Catalog().last_translator else named)


_BEFORE = "before: "


def _catalog(lang: str, suggestions: Iterable[Suggestion], speaker: str = "") -> Catalog:
    made = Catalog(
        locale=Locale.parse(lang, sep="-"),
        project="Alongside",
        header_comment="# Better words for Alongside, suggested by a speaker of the language.",
        last_translator=speaker or None,
        fuzzy=False,
    )
    for each in suggestions:
        made.add(
            each.ids if len(each.ids) > 1 else each.ids[0],
            each.strings if len(each.ids) > 1 else each.strings[0],
            user_comments=[f"{_BEFORE}{' '.join(was.split())}" for was in each.now],
        )
    return made
