"""Ideas of care and everyday life: which words carry which picture.

The list is made by hand (``resources/words/ideas.toml``), because a wrong picture is worse than
none: what a symbol set's own keywords offer for "weight" is somebody lifting weights. An idea
without an honest picture has none and still claims its words, so that "bank holiday" does not
bring up a bank.
"""

import dataclasses
import functools
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from app.model.errors import BadDataError
from app.model.ids import PictureRef
from app.model.record import Value
from app.model.wording import N_
from app.words import english
from app.words.denial import Denial, DenialWords
from app.words.matching import Claim, Token, Vocabulary, folded, tokens
from app.words.names import PictureNames
from app.words.terms import NO_TERMS, Read, Terms, bare, read_forms, read_terms

SOURCE = "en"

_WITHIN_A_WORD = 12
"""The rank of what is found in the middle of a word: only where nothing better is, for else who
looks for the sea is shown a heart disease."""

_LONG_ENOUGH = 5
"""Letters. Fewer stand in the middle of too many words: "hit" in "white cane"."""

_BEGINS_A_LATER_WORD = 8


def _none(_lang: str) -> None:
    """No list of any other language."""


@dataclasses.dataclass(frozen=True, slots=True)
class Suggestion:
    """A picture that is offered.

    Attributes:
        idea: the idea's identifier; empty for a picture that only its name brought up.
        picture: the picture that stands for it.
        words: the words of the sentence that carry it, or, from a search, those that were found.

    """

    idea: str
    picture: PictureRef
    words: str


@dataclasses.dataclass(frozen=True, slots=True)
class Carried:
    """An idea that some words of a sentence carry, whether there is a picture of it or not."""

    idea: "Idea"
    words: str


class Idea(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One idea.

    Attributes:
        pictures: the best first; empty if no honest one exists.
        terms: its English words and phrases, its name first.
        never_with: words in whose company this is another idea ("book" with "taxi").
        quiet: it supports a sentence rather than carrying it, and is offered after the others.
        never_negated: beside a "not" its picture would say the opposite ("not happy").
        speaks_against: it says of what stands beside it that it is disliked or does harm.

    """

    id: str
    pictures: tuple[PictureRef, ...] = ()
    terms: tuple[str, ...] = ()
    never_with: tuple[str, ...] = ()
    quiet: bool = False
    never_negated: bool = False
    speaks_against: bool = False


class Ideas:
    """All ideas, asked for a sentence or searched by a word."""

    def __init__(
        self,
        ideas: tuple[Idea, ...],
        *,
        first: tuple[str, ...] = (),
        denial: DenialWords | None = None,
        also_words: tuple[str, ...] = (),
        also_names: tuple[str, ...] = (),
        terms: Read = _none,
        forms: Read = _none,
        names: PictureNames | None = None,
    ) -> None:
        self._ideas = ideas
        self._by_id = {idea.id: at for at, idea in enumerate(ideas)}
        if len(self._by_id) != len(ideas):
            raise _wrong("two ideas have the same id")
        unknown = [name for name in first if name not in self._by_id]
        if unknown:
            raise _wrong(f"the first page names {unknown[0]!r}, which is no idea")
        self._first = first
        self._denial = Denial(denial or DenialWords())
        self._read_terms, self._read_forms = terms, forms
        self._names = names or PictureNames(_none)
        self._also_names = frozenset(folded(name) for name in also_names)
        self._also_words = self._also_names | frozenset(folded(name) for name in also_words)
        self._vocabulary = functools.cache(self._vocabulary_of)
        self._search_terms = functools.cache(self._search_terms_of)
        self.terms = functools.cache(self._terms_of)

    @classmethod
    def from_data(
        cls,
        data: Mapping[str, Any],
        *,
        terms: Read = _none,
        forms: Read = _none,
        names: PictureNames | None = None,
    ) -> "Ideas":
        """Read what ``resources/words/ideas.toml`` holds.

        Args:
            data: the ideas, with their English words.
            terms: reads the words of another language, once it is asked for.
            forms: reads the other forms of its words.
            names: what pictures are called, for a wider search.

        Raises:
            BadDataError: an idea lacks something, or a word is claimed by two ideas.

        """
        try:
            read = cls(
                tuple(_idea(entry) for entry in data.get("idea", [])),
                first=msgspec.convert(data.get("first", []), tuple[str, ...]),
                denial=_denial(data),
                also_words=msgspec.convert(data.get("also_words", []), tuple[str, ...]),
                also_names=msgspec.convert(data.get("also_names", []), tuple[str, ...]),
                terms=terms,
                forms=forms,
                names=names,
            )
        except msgspec.ValidationError as error:
            raise _wrong(str(error)) from error
        read._vocabulary(SOURCE)
        return read

    def idea(self, name: str) -> Idea | None:
        """The idea of this identifier."""
        at = self._by_id.get(name)
        return None if at is None else self._ideas[at]

    def knows(self, lang: str) -> bool:
        """Whether there are words for the ideas in this language."""
        return bool(self._vocabulary(_language(lang)))

    def __iter__(self) -> Iterator[Idea]:
        return iter(self._ideas)

    def __len__(self) -> int:
        return len(self._ideas)

    @property
    def pictures(self) -> frozenset[PictureRef]:
        """Every picture of every idea."""
        return frozenset(picture for idea in self._ideas for picture in idea.pictures)

    def suggest(self, text: str, *, lang: str, most: int = 4) -> tuple[Suggestion, ...]:
        """The few ideas that carry a sentence, and none when unsure.

        They come in the order in which the sentence says them, the quiet ones after the others.
        In a language that the list does not know yet nothing is suggested.
        """
        offered: dict[PictureRef, Suggestion] = {}
        for each in self.carried(text, lang=lang):
            if each.idea.pictures:
                picture = each.idea.pictures[0]
                offered.setdefault(picture, Suggestion(each.idea.id, picture, each.words))
        return tuple(offered.values())[:most]

    def carried(self, text: str, *, lang: str) -> tuple[Carried, ...]:
        """The ideas that a sentence carries, in the order of :meth:`suggest`.

        Those without a picture here are among them: another set may have one.
        """
        if not text.strip():  # the words of a language are read when there is something to find
            return ()
        vocabulary = self._vocabulary(_language(lang))
        if not vocabulary:
            return ()
        said, claims = self._claims(text, vocabulary)
        claims = [claim for claim in claims if self._is_honest(claim, said, vocabulary.lang)]
        claims.sort(key=lambda claim: (self._ideas[claim.idea].quiet, claim.first))
        return tuple(
            Carried(self._ideas[claim.idea], text[said[claim.first].start : said[claim.last].end])
            for claim in claims
        )

    def words_for(self, idea: Idea, lang: str) -> tuple[str, ...]:
        """The words of an idea in a language, its name first; none where nobody has given any."""
        return tuple(
            bare(word).removeprefix(english.VERB_MARK)
            for word in self._words_for(idea, _language(lang))
        )

    def search(
        self, text: str, *, lang: str, also: tuple[str, ...] = (), most: int = 24
    ) -> tuple[Suggestion, ...]:
        """Ideas whose words are, begin with, or hold the text; each picture once.

        Words of the language come first, then those of the languages that are searched ``also``
        and English ones. Nothing written gives a first page. The further pictures of an idea come
        after the main ones, and then those that are called so by their set or by CLDR.
        """
        wanted = " ".join(folded(text).split())
        langs = tuple(dict.fromkeys(map(_language, (lang, *also))))
        has_none = bool(wanted) and self._has_no_picture(wanted, langs)
        if wanted:
            found = self._found(wanted, langs, whole=has_none)
        else:
            found = [(self._by_id[name], self._name(name, lang)) for name in self._first]
        offered: dict[PictureRef, Suggestion] = {}
        for nth in range(max((len(self._ideas[at].pictures) for at, _ in found), default=0)):
            for at, words in found:
                idea = self._ideas[at]
                if nth < len(idea.pictures):
                    shown = Suggestion(idea.id, idea.pictures[nth], words)
                    offered.setdefault(shown.picture, shown)
        for named in () if has_none else self._names.search(wanted, langs=langs):
            offered.setdefault(named.picture, Suggestion("", named.picture, named.name))
        return tuple(offered.values())[:most]

    def negated(self, text: str, *, lang: str) -> bool:
        """Whether the sentence says "not": then a picture alone would say the opposite.

        Not where all that it denies it says plainly too: "Don't talk about me, talk to me".
        """
        language = _language(lang)
        if not self._denial.negated(text, lang=language):
            return False
        said, claims = self._claims(text, self._vocabulary(language))
        denied = [self._denial.denies(claim, said, lang=language) for claim in claims]
        plain = {claim.idea for claim, no in zip(claims, denied, strict=True) if not no}
        refused = {claim.idea for claim, no in zip(claims, denied, strict=True) if no}
        return not refused or not refused <= plain

    def says_not(self, text: str, *, lang: str) -> bool | None:
        """Whether there is a "not" in it at all; None in a language whose words are not known."""
        language = _language(lang)
        if not self._denial.knows(language):
            return None
        return self._denial.negated(text, lang=language)

    def against(self, text: str, *, lang: str) -> bool:
        """Whether it says that something is hated, feared or does harm: likewise."""
        return self._denial.against(text, lang=_language(lang))

    def denies(self, text: str, *, lang: str, beside: str = "") -> bool:
        """Whether a drawing beside these words would say the opposite of them.

        ``beside``: the words that the drawing stands for: one of a headache says nothing false.
        """
        return (
            self.negated(text, lang=lang)
            or self.against(text, lang=lang)
            or any(
                each.idea.speaks_against and each.words != beside
                for each in self.carried(text, lang=lang)
            )
        )

    def is_also_a_word(self, name: str) -> bool:
        """Whether a name is an everyday word as well ("will", "may")."""
        return folded(name) in self._also_words

    def _claims(self, text: str, vocabulary: Vocabulary) -> tuple[list[Token], list[Claim]]:
        """The words of a text, and the holds that ideas have on them."""
        said = tokens(text, english.SKIPPED if vocabulary.lang == SOURCE else frozenset())
        return said, vocabulary.claims(said, self._also_names)

    def _is_honest(self, claim: Claim, said: list[Token], lang: str) -> bool:
        if not self._ideas[claim.idea].never_negated:
            return True
        return not self._denial.denies(claim, said, lang=lang)

    def _has_no_picture(self, wanted: str, langs: tuple[str, ...]) -> bool:
        """Whether it is known that no picture says this: what is called so is something else."""
        meant = [at for lang in langs if (at := self._vocabulary(lang).idea_of(wanted)) is not None]
        return bool(meant) and not any(self._ideas[at].pictures for at in meant)

    def _found(self, wanted: str, langs: tuple[str, ...], *, whole: bool) -> list[tuple[int, str]]:
        """Ideas, each with the words that answer to what was typed, the best answer first.

        ``whole``: only those of which a term begins with it.
        """
        limit = _BEGINS_A_LATER_WORD if whole else _WITHIN_A_WORD + 1
        best: dict[int, tuple[int, str]] = {}
        for nth, language in enumerate(dict.fromkeys((*langs, SOURCE))):
            penalty = min(nth, 1)
            exact = self._vocabulary(language).idea_of(wanted)
            if exact is not None and self._ideas[exact].pictures:
                best.setdefault(exact, (penalty, wanted))
            for at, term, shown, is_name in self._search_terms(language):
                rank = _rank(term, wanted)
                if rank is not None and rank < limit:
                    rank += penalty + (0 if is_name else 2)
                    if at not in best or rank < best[at][0]:
                        best[at] = (rank, shown)
        if any(rank < _WITHIN_A_WORD for rank, _ in best.values()):
            best = {at: found for at, found in best.items() if found[0] < _WITHIN_A_WORD}
        order = sorted(best, key=lambda at: (best[at][0], self._ideas[at].quiet, at))
        return [(at, best[at][1]) for at in order]

    def _name(self, name: str, lang: str) -> str:
        idea = self._ideas[self._by_id[name]]
        here = self._words_for(idea, _language(lang)) or idea.terms
        return bare(here[0]).removeprefix(english.VERB_MARK)

    def _words_for(self, idea: Idea, lang: str) -> tuple[str, ...]:
        return idea.terms if lang == SOURCE else self.terms(lang).words.get(idea.id, ())

    def _terms_of(self, lang: str) -> Terms:
        """The words of a language other than English; none where there is no list of it."""
        data = self._read_terms(lang)
        if data is None:
            return NO_TERMS
        return read_terms(data, lang=lang, known=frozenset(self._by_id))

    def _search_terms_of(self, lang: str) -> tuple[tuple[int, str, str, bool], ...]:
        """Idea, folded term, term as written, and whether it is the idea's name."""
        return tuple(
            (at, folded(shown), shown, nth == 0)
            for at, idea in enumerate(self._ideas)
            if idea.pictures
            for nth, term in enumerate(self._words_for(idea, lang))
            for shown in (bare(term).removeprefix(english.VERB_MARK),)
        )

    def _vocabulary_of(self, lang: str) -> Vocabulary:
        if lang == SOURCE:
            return Vocabulary(
                lang,
                tuple((i.id, i.terms, i.never_with) for i in self),
                called=self._picture_names(lang),
            )
        terms = self.terms(lang)
        never = terms.never_with
        return Vocabulary(
            lang,
            tuple((i.id, terms.words.get(i.id, ()), never.get(i.id, ())) for i in self),
            bases=read_forms(self._read_forms(lang) or {}),
            called=self._picture_names(lang),
        )

    def _picture_names(self, lang: str) -> tuple[str, ...]:
        """What the first picture of each idea is called: who writes that means that picture.

        In several words: one alone is too often an everyday word for something else ("watch").
        """
        called = (self._names.name(i.pictures[0], lang=lang) if i.pictures else "" for i in self)
        return tuple(name if " " in name.strip() else "" for name in called)


def _idea(entry: Mapping[str, Any]) -> Idea:
    fields = {key: value for key, value in entry.items() if key != SOURCE}
    return msgspec.convert({**fields, "terms": entry.get(SOURCE, ())}, Idea)


def _denial(data: Mapping[str, Any]) -> DenialWords:
    fields = DenialWords.__struct_fields__
    return msgspec.convert({name: data[name] for name in fields if name in data}, DenialWords)


def _language(tag: str) -> str:
    """The list is kept by language alone: nobody's bus looks different in Canada."""
    lang = tag.partition("-")[0].lower()
    return lang if lang.isalpha() else ""


def _rank(name: str, wanted: str) -> int | None:
    """0 for the word itself, then its beginning, the beginning of a word in it, a part of it."""
    if wanted not in name:
        return None
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 4
    if f" {wanted}" in name:
        return _BEGINS_A_LATER_WORD
    return _WITHIN_A_WORD if len(wanted) >= _LONG_ENOUGH else None


def _wrong(problem: str) -> BadDataError:
    return BadDataError(N_("The list of ideas is wrong: {problem}."), problem=problem)
