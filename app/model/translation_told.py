"""A translation beside its sentence: which are given, in what order, and who stands for them."""

import dataclasses
from collections.abc import Iterable, Iterator

from app.model.plan import Line
from app.model.translation import METHOD_WORDS, Translated, language_key, same_language
from app.model.wording import N_, Wording, strung

NOT_CHECKED = N_("Computer translation, not checked")


@dataclasses.dataclass(frozen=True, slots=True)
class Beside:
    """What stands before the words as they were said, and what after."""

    before: tuple[Translated, ...] = ()
    after: tuple[Translated, ...] = ()


def beside(line: Line, langs: Iterable[str], *, home: str = "") -> Beside:
    """Which translations of a sentence stand with it where it is printed or said.

    The words as they were said are never left out for one. What stands first is in the person's
    home language; else in the first of the languages that has any.

    Args:
        line: the sentence.
        langs: the languages of the copy, its own one first; empty ones do not count.
        home: the home language of the person, if it is known.

    """
    original = line.statement.body.original_lang
    wanted = {language_key(lang): lang for lang in langs if lang}
    found = tuple(
        each
        for lang in wanted.values()
        for each in line.translated
        if same_language(each.body.lang, lang) and _stands(each)
        if not same_language(lang, original)
    )
    have = (original, *(each.body.lang for each in found))
    order = (home, *wanted.values())
    first = next((x for x in order if x and any(same_language(x, each) for each in have)), original)
    before = tuple(each for each in found if same_language(each.body.lang, first))
    return Beside(before, tuple(each for each in found if each not in before))


def lacking(lines: Iterable[Line], lang: str) -> int:
    """How many sentences stand in a copy only as they were said, which is not in this language.

    Args:
        lines: the sentences of the copy.
        lang: a language that the copy is in.

    """
    return sum(
        bool(line.statement.body.original)
        and not same_language(line.statement.body.original_lang, lang)
        and not any(
            same_language(each.body.lang, lang) and _stands(each) for each in line.translated
        )
        for line in lines
    )


def untranslated(lines: Iterable[Line], langs: Iterable[str]) -> dict[str, int]:
    """How many sentences stand in a copy only as they were said, by language of the copy.

    Languages that lack none are not in it.
    """
    lines = tuple(lines)
    found = {lang: lacking(lines, lang) for lang in langs}
    return {lang: number for lang, number in found.items() if number}


def not_translated(words: Wording, lacking: int, language: str) -> str:
    """That so many sentences are not there in a language that a copy is in.

    Args:
        words: the language in which this is said.
        lacking: how many.
        language: the name of that language.

    """
    return words.tn(
        "{n} sentence is not in this language yet: {language}. It stands as it was said.",
        "{n} sentences are not in this language yet: {language}. They stand as they were said.",
        lacking,
        language=language,
    )


def _stands(each: Translated) -> bool:
    """Whether it may leave the screen, on which what is wrong with it can still be told.

    What a machine wrote of what only people translate does not (rule R12).
    """
    guarded = not each.body.is_stood_for and each.why_not != ""
    return bool(each.body.text and each.body.stands) and not each.out_of_date and not guarded


def told(each: Translated, words: Wording) -> str:
    """Who or what translated it and whether it was checked, in one line (rule R12)."""
    return strung(words, _told(each, words))


def _told(each: Translated, words: Wording) -> Iterator[str]:
    if each.body.method == "machine_offline" and each.state == "draft":
        yield words.t(NOT_CHECKED)
    else:
        yield who_translated(each, words)
        yield state_of(each, words)
    if not each.agreed:
        yield not_agreed(each, words)


def who_translated(each: Translated, words: Wording) -> str:
    """By whom it was translated; a computer is always named as one (rule R12)."""
    how = words.t(METHOD_WORDS[each.body.method])
    if not each.by:
        return how
    return words.t(N_("translated by {name}, {how}"), name=each.by, how=how)


def state_of(each: Translated, words: Wording) -> str:
    """Whether it was checked, by whom and when; or that it was turned down or is out of date."""
    body = each.body
    if not body.stands:
        return words.t(N_("not what was said") if body.answer == "no" else N_("taken away"))
    if each.state == "out_of_date":
        return words.t(N_("out of date: the first words were changed"))
    if each.state == "draft":
        return words.t(N_("not checked yet"))
    if body.checked_on is None:
        return words.t(N_("checked by {name}"), name=body.checker)
    day = words.date(body.checked_on)
    return words.t(N_("checked by {name}, {day}"), name=body.checker, day=day)


def not_agreed(each: Translated, words: Wording) -> str:
    """That the person did not say yes to it (rule R4)."""
    unsure = each.body.answer == "not_sure"
    return words.t(N_("not sure yet") if unsure else N_("nobody has said yes to it yet"))
