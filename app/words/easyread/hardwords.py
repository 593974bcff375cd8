"""Rules about hard words: W05, W06, W07, and initials and short forms, W15."""

from collections.abc import Iterator

import regex

from app.model.wording import N_, Phrase
from app.words.easyread.fitting import fitted, form_of
from app.words.easyread.lists import English, Found
from app.words.easyread.remarks import Remark, phrase
from app.words.easyread.sentence import Knowing, Sentence
from app.words.easyread.syllables import syllables
from app.words.english import VERB_MARK
from app.words.matching import folded
from app.words.splitting import Span

LONG = 4
"""Syllables from which a word is long (W06)."""

_INITIALS = regex.compile(r"\p{Lu}[\p{Lu}&]{1,5}s?")
_MIXED_INITIALS = regex.compile(r"\p{Lu}\p{Ll}\p{Lu}{1,4}s?")
_DOTTED = regex.compile(r"(?<!\p{L})(?:\p{Lu}\.){2,}")
_HARD_ENDING = regex.compile(r"(?:tion|tions|ment|ments|ness|ity|ing|ed|ly|ance|ence|ive|ous|ise)$")
_EXPLAINED = regex.compile(
    r"\(\s*(\p{Lu}[\p{Lu}&]{1,5})\s*\)"
    r"|(?<!\p{L})(\p{Lu}[\p{Lu}&]{1,5})\s+(?:means|stands for|is short for)"
    r"|(?<!\p{L})(\p{Lu}[\p{Lu}&]{1,5})\s*\(\s*\p{L}+\s"
)


def explained_initials(text: str) -> frozenset[str]:
    """Initials that the text itself spells out: "the benefits office (DWP)"."""
    return frozenset(
        group for found in _EXPLAINED.finditer(text) for group in found.groups() if group
    )


def is_shouted(sentence: Sentence) -> bool:
    """Whether most of it is in capitals, so that capitals mean nothing."""
    written = [word for word in sentence.written if len(word) > 1 and word.isalpha()]
    return len(written) > 1 and sum(map(str.isupper, written)) > len(written) / 2


def w05_everyday_words(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """W05: words of offices, and words that few people use.

    Names and the person's own vocabulary are left alone.
    """
    english = knowing.english
    if english is None:
        return
    taken = _jargon_places(sentence, knowing)
    for found in english.office.find(sentence.text, sentence.start, sentence.end):
        said, place = sentence.text[found.start : found.end], (found.start, found.end)
        if folded(said) in knowing.vocabulary or _overlaps(place, taken):
            continue
        taken.append(place)
        yield knowing.rules.remark(
            "W05",
            place,
            phrase(N_("“{word}” is a word of offices and letters."), word=said),
            _instead(found, sentence),
        )
    for nth, word in enumerate(sentence.words):
        start, end = place = sentence.spans[nth]
        if _overlaps(place, taken) or not _is_plain(word):
            continue
        if _may_be_a_name(sentence, nth) or word in knowing.vocabulary:
            continue
        if not english.is_everyday(word):
            yield knowing.rules.remark(
                "W05",
                place,
                phrase(N_("Not everybody knows the word “{word}”."), word=sentence.text[start:end]),
                phrase(N_("Is there a word that people say every day?")),
            )


def w06_long_words(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """W06: words of 4 syllables and more, unless everybody knows them."""
    english = knowing.english
    if english is None:
        return
    taken = _jargon_places(sentence, knowing)
    long = [
        place
        for nth, (place, word) in enumerate(zip(sentence.spans, sentence.words, strict=True))
        if _is_plain(word)
        and syllables(word) >= LONG
        and not english.is_well_known(word)
        and word not in knowing.vocabulary
        and not _may_be_a_name(sentence, nth)
        and not _overlaps(place, taken)
    ]
    weight = knowing.rules["W06"].reached(len(long))
    for start, end in long:
        yield knowing.rules.remark(
            "W06",
            (start, end),
            phrase(N_("“{word}” is a long word."), word=sentence.text[start:end]),
            phrase(N_("Is there a shorter word?")),
            weight=weight,
        )


def w07_words_of_workers(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """W07: words that workers use among themselves."""
    for found in knowing.jargon(sentence.text, sentence.start, sentence.end):
        said = sentence.text[found.start : found.end]
        if folded(said) in knowing.vocabulary:
            continue
        yield knowing.rules.remark(
            "W07",
            (found.start, found.end),
            phrase(N_("“{word}” is a word that workers use."), word=said),
            _instead(found, sentence),
        )


def _instead(found: Found, sentence: Sentence) -> Phrase:
    """The plain words, in the form that fits where the hard one stood."""
    term = found.term.removeprefix(VERB_MARK)
    if term == found.term:
        return phrase(N_("Use: {words}"), words=found.value)
    inside = [
        at for at, (start, _) in enumerate(sentence.spans) if found.start <= start < found.end
    ]
    before = sentence.words[: inside[0]]
    after = "".join(sentence.words[inside[-1] + 1 : inside[-1] + 2])
    form = form_of(sentence.words[inside[0]], term.split()[0], before, after)
    passive = form == "part" and not {"has", "have", "had"}.intersection(before[-1:])
    fitting = fitted(found.value, form, passive=passive)
    if fitting is None:
        return phrase(N_("Say it with: {words}"), words=found.value)
    return phrase(N_("Use: {words}"), words=fitting)


def w15_full_words(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """W15: no e.g. and etc., no "&" in English; initials only where they are explained."""
    english = knowing.english
    if english is not None:
        yield from _short_forms(sentence, knowing, english)
    if is_shouted(sentence):
        return
    for nth, written in enumerate(sentence.written):
        if _is_initials(written, nth, sentence, knowing):
            yield _initials(sentence.spans[nth], written, knowing)
    for dotted in _DOTTED.finditer(sentence.text, sentence.start, sentence.end):
        yield _initials(dotted.span(), dotted.group(), knowing)


def _is_initials(written: str, nth: int, sentence: Sentence, knowing: Knowing) -> bool:
    bare = written.removesuffix("s")
    if written.casefold() in knowing.vocabulary or bare in knowing.explained:
        return False
    english = knowing.english
    if english is not None and _MIXED_INITIALS.fullmatch(written):
        return not _jargon_covers(sentence, nth, knowing)
    if not _INITIALS.fullmatch(written) or _is_one_of_many(sentence, nth):
        return False
    if english is None:
        return len(bare) < 5
    if bare in english.data.known_initials or _is_roman(bare):
        return False
    return bare in english.data.initials or (
        not english.is_everyday(bare.casefold()) and not _jargon_covers(sentence, nth, knowing)
    )


def _short_forms(sentence: Sentence, knowing: Knowing, english: English) -> Iterator[Remark]:
    for found in english.abbreviations.finditer(sentence.text, sentence.start, sentence.end):
        # A letter such as the dotted İ is found as an i, and is none when it is folded.
        full = english.data.abbreviations.get(" ".join(found.group().casefold().split()), "")
        if not full:
            continue
        yield knowing.rules.remark(
            "W15",
            found.span(),
            phrase(N_("“{word}” is a short form."), word=found.group()),
            phrase(N_("Use: {words}"), words=full),
        )
    at = sentence.text.find("&", sentence.start, sentence.end)
    if at >= 0 and "A&E" not in sentence.text[max(0, at - 1) : at + 2]:
        yield knowing.rules.remark(
            "W15",
            (at, at + 1),
            phrase(N_("“{word}” is a short form."), word="&"),
            phrase(N_("Use: {words}"), words="and"),
        )


def _initials(place: tuple[int, int], written: str, knowing: Knowing) -> Remark:
    full = ""
    if knowing.english is not None:
        full = knowing.english.data.initials.get(written.replace(".", "").removesuffix("s"), "")
    return knowing.rules.remark(
        "W15",
        place,
        phrase(N_("Not everybody knows what “{word}” stands for."), word=written),
        phrase(N_("Use: {words}"), words=full) if full else phrase(N_("Write the whole words.")),
    )


def _is_one_of_many(sentence: Sentence, nth: int) -> bool:
    """Whether a neighbour is in capitals too: a name of a group, or loud words (L04)."""
    near = sentence.written[max(0, nth - 1) : nth] + sentence.written[nth + 1 : nth + 2]
    return any(len(word) > 2 and word.isupper() for word in near)


def _is_roman(word: str) -> bool:
    return regex.fullmatch(r"X{0,3}(?:IX|IV|V?I{0,3})", word) is not None


def _jargon_places(sentence: Sentence, knowing: Knowing) -> list[Span]:
    """Where words stand that are remarked on already, as words of workers or as hurtful ones."""
    found = knowing.jargon(sentence.text, sentence.start, sentence.end)
    hurtful = knowing.hurtful(sentence.text, sentence.start, sentence.end)
    return [(each.start, each.end) for each in (*found, *(of for of, _ in hurtful))]


def _overlaps(place: Span, taken: list[Span]) -> bool:
    return any(first < place[1] and place[0] < last for first, last in taken)


def _jargon_covers(sentence: Sentence, nth: int, knowing: Knowing) -> bool:
    start = sentence.spans[nth][0]
    return any(first <= start < last for first, last in _jargon_places(sentence, knowing))


def _is_plain(word: str) -> bool:
    """Whether it is a word of letters: shortened words have a rule of their own."""
    return len(word) > 1 and word.removesuffix("'s").isalpha()


def _may_be_a_name(sentence: Sentence, nth: int) -> bool:
    """A capital in the middle is a name's; at the beginning an ending tells them apart."""
    written = sentence.written[nth]
    if not written[0].isupper():
        return False
    if nth and not set(sentence.gap_before(nth)) & set('.:!?"\u201c\u2018\u2022'):
        return True
    return _HARD_ENDING.search(written) is None
