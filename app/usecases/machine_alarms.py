"""What to look at in a translation that a machine made, in plain words and never as a score.

A machine says a wrong sentence as surely as a right one. These remarks find some of what goes wrong
and never all of it: without any, a translation is as unchecked as with them.
"""

import functools
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

import regex

from app.model.ids import RecordId
from app.model.person import Person, Supporter
from app.model.statement import Statement
from app.model.text import is_blank, place_of_words
from app.model.translation import Translated
from app.model.wording import N_, Phrase
from app.usecases.ports import UnitOfWork
from app.words.languages import is_written_in
from app.words.lexicon import Ideas
from app.words.matching import Token, folded, tokens
from app.words.number_words import NumberWords

EMPTY = N_("The machine wrote nothing.")
UNTRANSLATED = N_("This was left in the first language, or most of it was.")
UNKNOWN_WORDS = N_("There are words in this that the machine did not know.")
NUMBERS = N_("The numbers are not the same: {here} here, {there} there. Please look.")
NUMBERS_GONE = N_("A number is missing here: {here}. Please look.")
NUMBERS_NEW = N_("There is a number that was not said: {there}. Please look.")
NAME = N_("The name {name} is not in the translation as it is written here. Please look.")
NAME_NEW = N_("There is a name that was not said: {name}. Please look.")
OTHER_LETTERS = N_("This is not written in the letters of its language. Please look.")
NOT_GONE = N_("Here it says “not”, or a word like it. The translation may not say so. Please look.")
NOT_NEW = N_("The translation may say “not” where nobody did. Please look.")
NOT_UNSEEN = N_(
    "Here it says “not”, or a word like it. "
    "Alongside does not know whether the translation says so too. Please look."
)
TOO_SHORT = N_("The translation is very short. Something may be missing. Please look.")
TOO_LONG = N_("The translation is very long. Something may be added. Please look.")
AGAIN_AND_AGAIN = N_("The translation says the same again and again. Please look.")

_DIGITS = regex.compile(r"\p{Nd}+")
_UNKNOWN = "\u2047"
"""What stands where SentencePiece knew nothing to write."""
_LONG_ENOUGH = 12
"""Characters. "Yes." and "Ie." say nothing by their lengths."""
_SHORT, _LONG, _ROOM = 0.4, 2.5, 15
"""Of the original's characters. Short ones grow most: Welsh to twice, Bengali to 3.5 times."""
_LARGE_NOUNS = frozenset({"de", "lb", "nds"})
"""Languages in which every noun has a capital, so that a capital says nothing of names."""
_LONGEST_NUMBER = 20
"""Digits that are shown of one; whoever looks sees where it begins."""
_TIMES = 4
_WORTH_COUNTING = 4
"""Letters. Shorter words are the same in several languages."""


def alarms(
    original: str,
    translation: str,
    *,
    source: str,
    target: str,
    ideas: Ideas,
    numbers: NumberWords,
    names: Iterable[str] = (),
) -> tuple[Phrase, ...]:
    """What somebody who knows both languages should look at, the gravest first.

    Args:
        original: what was said.
        translation: what the machine made of it.
        source: the language of the original, as a BCP 47 tag; ``target`` of the translation.
        ideas: the house's, which knows the words for "not".
        numbers: the house's, which knows the words for two, three and so on.
        names: of people and places that are known here; other names are found by their capitals.

    """
    if is_blank(translation):
        return (Phrase(EMPTY),)
    said = tokens(original, frozenset())
    known = tuple(dict.fromkeys(part for name in names for part in (name, *name.split())))
    named = tuple(dict.fromkeys((*_known(known, original), *_capitals(said, original, source))))
    return (
        *_letters(translation, target),
        *_nots(ideas.says_not(original, lang=source), ideas.says_not(translation, lang=target)),
        *_numbers(original, translation, source, target, numbers),
        *_names(named, translation),
        *_new_names(known, original, translation, target),
        *_words(said, named, translation),
        *_length(original, translation),
    )


def names_around(work: UnitOfWork, person: RecordId) -> tuple[str, ...]:
    """What a person and the people around them are called, also those who went."""
    body = work.records.get(person, Person).body
    around = work.records.find(Supporter, person=person, withdrawn=True)
    called = (body.preferred_name, body.legal_name, *(each.body.name for each in around))
    return tuple(dict.fromkeys(each for each in called if each))


def of_draft(
    said: Statement,
    there: Translated,
    *,
    ideas: Ideas,
    numbers: NumberWords,
    names: Iterable[str],
) -> tuple[Phrase, ...]:
    """What whoever checks a translation should look at; nothing where no machine's is unchecked."""
    body = there.body
    if body.method != "machine_offline" or there.state != "draft":
        return ()
    return alarms(
        said.original, body.text, source=said.original_lang, target=body.lang, ideas=ideas,
        numbers=numbers, names=names,
    )  # fmt: skip


def _letters(translation: str, target: str) -> Iterator[Phrase]:
    letters = [each for each in translation if each.isalpha()]
    if letters and not any(is_written_in(each, target) for each in letters):
        yield Phrase(OTHER_LETTERS)


def _nots(said: bool | None, written: bool | None) -> Iterator[Phrase]:
    if said and written is None:
        yield Phrase(NOT_UNSEEN)
    elif said and not written:
        yield Phrase(NOT_GONE)
    elif said is False and written:
        yield Phrase(NOT_NEW)


def _numbers(
    original: str, translation: str, source: str, target: str, numbers: NumberWords
) -> Iterator[Phrase]:
    said, written = _figures(original), _figures(translation)
    source, target = _primary(source), _primary(target)
    here, there = numbers.said_in(original, source), numbers.said_in(translation, target)
    if here is None or there is None:
        gone, new = said - written, written - said
    else:
        both = numbers.known(source) & numbers.known(target)
        said, written = said + _of(here.sure, both), written + _of(there.sure, both)
        gone = _but(said - written, there.perhaps)
        new = _but(written - said, here.perhaps)
    yield from _astray(gone, new)


def _of(numbers: Counter[str], known: frozenset[str]) -> Counter[str]:
    """Without what one language has no word for: Arabic has a form of each noun for two of it."""
    return Counter({number: times for number, times in numbers.items() if number in known})


def _but(numbers: Counter[str], perhaps: frozenset[str]) -> Counter[str]:
    return Counter({number: times for number, times in numbers.items() if number not in perhaps})


def _astray(gone: Counter[str], new: Counter[str]) -> Iterator[Phrase]:
    here, there = (", ".join(_in_order(each)) for each in (gone, new))
    if gone and new:
        yield Phrase(NUMBERS, (("here", here), ("there", there)))
    elif gone:
        yield Phrase(NUMBERS_GONE, (("here", here),))
    elif new:
        yield Phrase(NUMBERS_NEW, (("there", there),))


def _figures(text: str) -> Counter[str]:
    """The numbers in digits, of whatever script; 1,000 and 1.000 are the same."""
    return Counter(
        "".join(str(unicodedata.decimal(digit)) for digit in each).lstrip("0") or "0"
        for each in _DIGITS.findall(text)
    )


def _in_order(numbers: Counter[str]) -> Iterator[str]:
    for each in sorted(numbers.elements(), key=lambda number: (len(number), number)):
        yield each if len(each) <= _LONGEST_NUMBER else each[:_LONGEST_NUMBER] + "…"


def _known(names: Iterable[str], original: str) -> Iterator[str]:
    return (each for each in names if place_of_words(each, original) is not None)


def _capitals(said: list[Token], original: str, lang: str) -> Iterator[str]:
    """Words with a capital in the middle of a sentence, which are no days, months or languages."""
    for each in said:
        large = _written_large(_primary(lang))
        if each.looks_like_a_name and not {each.word, each.word.removesuffix("s")} & large:
            yield original[each.start : each.end].removesuffix("'s").removesuffix("\u2019s")


def _primary(lang: str) -> str:
    return lang.partition("-")[0].lower()


@functools.cache
def _written_large(lang: str) -> frozenset[str]:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only where something is translated

    try:
        locale = Locale(lang)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    said = (
        *locale.days["format"]["wide"].values(),
        *locale.months["format"]["wide"].values(),
        *locale.languages.values(),
    )
    return frozenset(folded(each) for each in said)


def _names(named: tuple[str, ...], translation: str) -> Iterator[Phrase]:
    written = [each.word for each in tokens(translation, frozenset())]
    for name in named:
        parts = [each.word for each in tokens(name, frozenset())]
        if not all(any(_is_form_of(word, part) for word in written) for part in parts):
            yield Phrase(NAME, (("name", name),))


def _new_names(
    known: tuple[str, ...], original: str, translation: str, target: str
) -> Iterator[Phrase]:
    """Names in the translation of which nothing like them was said."""
    said = [each.word for each in tokens(original, frozenset())]
    written = tokens(translation, frozenset())
    large = () if _primary(target) in _LARGE_NOUNS else _capitals(written, translation, target)
    for name in dict.fromkeys((*_known(known, translation), *large)):
        parts = [each.word for each in tokens(name, frozenset())]
        if not all(any(_is_form_of(p, s) or _is_form_of(s, p) for s in said) for p in parts):
            yield Phrase(NAME_NEW, (("name", name),))


def _is_form_of(word: str, name: str) -> bool:
    """Whether a word is the name, or a form of it as other languages make them (Haliną)."""
    stem = name[:-1] if len(name) > _WORTH_COUNTING else name
    return word == name or (word.startswith(stem) and len(word) <= len(name) + 3)


def _words(said: list[Token], named: tuple[str, ...], translation: str) -> Iterator[Phrase]:
    if _UNKNOWN in translation:
        yield Phrase(UNKNOWN_WORDS)
    written = [each.word for each in tokens(translation, frozenset())]
    names = {part.word for name in named for part in tokens(name, frozenset())}
    counted = [
        each.word
        for each in said
        if len(each.word) >= _WORTH_COUNTING
        and each.word not in names
        and not _DIGITS.search(each.word)
    ]
    stayed = [each for each in counted if each in written]
    if len(stayed) * 2 > len(counted):
        yield Phrase(UNTRANSLATED)
    last_ones = (written[at : at + _TIMES] for at in range(len(written) - _TIMES + 1))
    if any(len(set(each)) == 1 for each in last_ones):
        yield Phrase(AGAIN_AND_AGAIN)


def _length(original: str, translation: str) -> Iterator[Phrase]:
    said, written = len(original), len(translation)
    if said >= _LONG_ENOUGH and written < _SHORT * said:
        yield Phrase(TOO_SHORT)
    elif written > _LONG * said + _ROOM:
        yield Phrase(TOO_LONG)
