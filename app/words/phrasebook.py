"""Sentences that often stand in plans, in every language of the program.

What somebody writes is held against them, so that the same sentence can be offered in another
language, word for word as a person wrote it there. A list is no interpreter: a translation from it
counts as checked only where a speaker checked its catalog (rule R12).
"""

import dataclasses
import functools
import string
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import regex

from app.model.wording import Wording
from app.words.lexicon import SOURCE, Idea, Ideas
from app.words.matching import folded

BLANK = "…"
"""Stands where the person has something to say for themselves."""

_LEAST_TYPED = 4
"""Letters from which on a sentence is offered that begins so."""
_SAID_OTHERWISE = "thing"
"""The place whose words may be said in another language; people, places and times stay as they are:
Bath is no bath, and Bill no bill."""
_ENDS = ".!?…।۔؟"
_APOSTROPHES = "'’‘`´"

WordsOf = Callable[[str, str, str], str | None]
"""A word of one language in another, from the list of ideas; None where nobody has given any."""


@dataclasses.dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of the list.

    Attributes:
        words: in British English, with ``{thing}`` where something has to be put in.
        section: the section of a plan in which it stands most often.

    """

    words: str
    section: str


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """A sentence of the list that fits what was written.

    Attributes:
        words: as it stands in the language that was written in; blanks where nothing is put in yet.
        put_in: what was written in each place.
        exact: nothing else was written than this sentence.

    """

    phrase: Phrase
    words: str
    put_in: tuple[tuple[str, str], ...] = ()
    exact: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class InOtherWords:
    """A sentence of the list in another language.

    Attributes:
        left: what was put in, and stands there as it was written: somebody has to translate it.

    """

    words: str
    lang: str
    left: tuple[str, ...] = ()


def words_of(ideas: Ideas) -> WordsOf:
    """The names of ideas as words; none where no idea is called so, or more than one.

    The name alone: what else brings an idea up is often narrower ("beef" of meat), and its name
    there would say something else. What has a capital is the name of somebody or of a place.
    """

    def name(idea: Idea, lang: str) -> str | None:
        # In English the name is the identifier: the first word of "fruit" is "apple".
        called = idea.id.replace("-", " ")
        if called not in ideas.words_for(idea, SOURCE):
            return None
        own = called if _primary(lang) == SOURCE else next(iter(ideas.words_for(idea, lang)), None)
        return own or None

    def word(written: str, of: str, lang: str) -> str | None:
        if written[:1].isupper():
            return None
        called = [idea for idea in ideas if folded(name(idea, of) or "") == folded(written)]
        return name(called[0], lang) if len(called) == 1 else None

    return word


class Phrasebook:
    """The list, said in any language of the program.

    Args:
        data: the content of ``phrases.toml``.
        wording: how the program speaks in a language.
        word: puts what stands in a place into another language, where the list of ideas knows it.

    Raises:
        KeyError: the data are not those of such a file.

    """

    def __init__(
        self, data: Mapping[str, Any], wording: Callable[[str], Wording], word: WordsOf
    ) -> None:
        self.phrases = tuple(
            Phrase(words, part["section"]) for part in data["phrases"] for words in part["words"]
        )
        self._wording = wording
        self._word = word
        self._said = functools.cache(self._said_in)

    def offers(self, text: str, *, lang: str, most: int = 4) -> tuple[Found, ...]:
        """What fits the text best: the sentence itself, one with places, one that begins so."""
        wanted = _folded(text)
        if len(wanted) < _LEAST_TYPED:
            return ()
        begun = list(self._begun(wanted, lang))
        # What begins a longer sentence is not yet what is put into a shorter one: "I like to".
        whole = [each for each in self._the_same(text, lang) if not (each.put_in and begun)]
        found: dict[str, Found] = {}
        for each in (*whole, *begun):
            found.setdefault(each.phrase.words, each)
        return tuple(found.values())[:most]

    def same(self, text: str, *, lang: str) -> Found | None:
        """The sentence of the list that the text is, with what it puts in; None if it is none."""
        return next(iter(self._the_same(text, lang)), None)

    def translated(self, found: Found, *, lang: str) -> InOtherWords | None:
        """The same sentence in another language; None where the list does not have it there."""
        template = self._template(found.phrase, lang)
        if template is None or len(found.put_in) != len(_places(found.phrase.words)):
            return None
        values, left = {}, []
        for place, (written, of) in zip(_places(found.phrase.words), found.put_in, strict=True):
            word = self._word(written, of, lang) if place == _SAID_OTHERWISE else None
            values[place] = word or written
            if word is None:
                left.append(written)
        return InOtherWords(template.format_map(values), lang, tuple(left))

    def _template(self, phrase: Phrase, lang: str) -> str | None:
        wording = self._wording(lang)
        if _primary(wording.lang) != _primary(lang):
            return None
        said = wording.t(phrase.words)
        return said if said != phrase.words or _primary(lang) == "en" else None

    def _the_same(self, text: str, lang: str) -> Iterable[Found]:
        wanted = _folded(text)
        said = self._said(_primary(lang))
        if phrase := said.whole.get(wanted):
            yield Found(phrase, text.strip(), exact=True)
        for phrase, template, pattern in said.with_places:
            if match := pattern.fullmatch(text.strip()):
                written = {name: value.strip() for name, value in match.groupdict().items()}
                put_in = tuple((written[place], lang) for place in _places(phrase.words))
                yield Found(phrase, template.format_map(written), put_in, exact=True)

    def _begun(self, wanted: str, lang: str) -> Iterable[Found]:
        for begins, phrase, shown in self._said(_primary(lang)).beginnings:
            if begins.startswith(wanted):
                yield Found(phrase, shown)

    def _said_in(self, lang: str) -> "_Said":
        said = _Said({}, [], [])
        for phrase in self.phrases:
            template = self._template(phrase, lang)
            if template is None:
                continue
            places = _places(template)
            shown = template.format_map(dict.fromkeys(places, BLANK))
            said.beginnings.append((_folded(shown), phrase, shown))
            if places:
                said.with_places.append((phrase, template, _pattern(template)))
            else:
                said.whole.setdefault(_folded(template), phrase)
        said.with_places.sort(key=lambda each: -len(each[1]))
        return said


@dataclasses.dataclass(frozen=True, slots=True)
class _Said:
    """The list in one language; those with places from the longest to the shortest."""

    whole: dict[str, Phrase]
    with_places: "list[tuple[Phrase, str, regex.Pattern[str]]]"
    beginnings: list[tuple[str, Phrase, str]]


def _places(template: str) -> tuple[str, ...]:
    return tuple(name for _, name, _, _ in string.Formatter().parse(template) if name)


def _pattern(template: str) -> "regex.Pattern[str]":
    """Fits a sentence that says the same with something in each place, however it is spaced."""
    made = []
    for words, place, _, _ in string.Formatter().parse(template):
        made.append(_loosely(words))
        if place:
            made.append(rf"(?P<{place}>\S(?:.{{0,80}}?\S)??)")
    whole = "".join(made).rstrip()
    return regex.compile(rf"\s*{whole}\s*[{_ENDS}]*", regex.IGNORECASE | regex.FULLCASE)


def _loosely(words: str) -> str:
    pieces = regex.split(r"(\s+)", words.rstrip(_ENDS) if words.strip(_ENDS + " ") else "")
    quote = f"[{regex.escape(_APOSTROPHES)}]"
    return "".join(
        r"\s+"
        if piece.isspace()
        else "".join(quote if each in _APOSTROPHES else regex.escape(each) for each in piece)
        for piece in pieces
    )


def _folded(text: str) -> str:
    """The text without what does not matter: capitals, marks at its end, kinds of apostrophes."""
    folded = unicodedata.normalize("NFC", text).casefold()
    for each in _APOSTROPHES[1:]:
        folded = folded.replace(each, "'")
    return " ".join(folded.split()).rstrip(_ENDS).rstrip()


def _primary(lang: str) -> str:
    return lang.partition("-")[0].lower()
