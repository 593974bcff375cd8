"""Rules about how long a sentence is and how much is in it: W01 to W04."""

from collections.abc import Iterator

import regex

from app.model.wording import N_, Phrase
from app.words.easyread.remarks import Remark, phrase
from app.words.easyread.sentence import Knowing, Sentence

_SUBJECTS = frozenset({"i", "you", "he", "she", "it", "we", "they"})
_SEMICOLON = regex.compile(r"[;\u061b]")
_PAIR = 3
"""Words after an "and" that only joins two things."""

_COMMA = regex.compile(r"[,\u060c\u3001](?!\p{N})")


def w01_words_in_a_sentence(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """W01: at most 12 words; more than 15 are far too many."""
    count = len(sentence.spans)
    weight = knowing.rules["W01"].reached(count)
    if weight:
        yield knowing.rules.remark(
            "W01",
            sentence.place,
            phrase(N_("This sentence is long.")),
            _two_sentences(sentence, knowing),
            weight=weight,
        )


def w02_one_idea_in_a_sentence(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """W02: at most 1 "and", "but", "because"; no semicolon, in any language."""
    semicolon = _SEMICOLON.search(sentence.text, sentence.start, sentence.end)
    if semicolon:
        rest = _from(sentence, semicolon.end())
        yield knowing.rules.remark(
            "W02",
            semicolon.span(),
            phrase(N_("There is more than one idea here.")),
            phrase(N_("Put a full stop here. Then begin: {words}"), words=rest),
        )
        return
    joins = _joins(sentence, knowing)
    weight = knowing.rules["W02"].reached(len(joins))
    if weight:
        yield knowing.rules.remark(
            "W02",
            sentence.place,
            phrase(N_("There is more than one idea here.")),
            _two_sentences(sentence, knowing),
            weight=weight,
        )


def w03_one_doing_word(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """W03: more than one "I do", "she does" in a sentence is worth knowing."""
    if knowing.english is None:
        return
    at = [nth for nth, word in enumerate(sentence.words) if word in _SUBJECTS]
    if knowing.rules["W03"].reached(len(at)):
        place = sentence.spans[at[1]]
        yield knowing.rules.remark(
            "W03",
            place,
            phrase(N_("Two things happen in this sentence.")),
            phrase(N_("Two sentences? Begin again at: {words}"), words=_from(sentence, place[0])),
        )


def w04_commas_in_a_sentence(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """W04: at most 1 comma; more are a list."""
    commas = list(_COMMA.finditer(sentence.text, sentence.start, sentence.end))
    if knowing.rules["W04"].reached(len(commas)):
        yield knowing.rules.remark(
            "W04",
            (commas[0].start(), commas[-1].end()),
            phrase(N_("There are many commas here.")),
            phrase(N_("Make a list, with each thing on a line of its own.")),
        )


def _joins(sentence: Sentence, knowing: Knowing) -> list[int]:
    """Where ideas are joined; an "and" with few words after it joins things: fish and chips."""
    if knowing.english is None:
        return []
    found = list(knowing.english.joins.finditer(sentence.text, sentence.start, sentence.end))
    ends = [*(join.start() for join in found[1:]), sentence.end]
    return [
        join.start()
        for join, end in zip(found, ends, strict=False)
        if join.start() > sentence.start
        and not (
            join.group().casefold() == "and" and _joins_things(sentence.text[join.end() : end])
        )
    ]


def _joins_things(after: str) -> bool:
    following = after.split()
    return len(following) <= _PAIR and not _SUBJECTS.intersection(map(str.casefold, following[:1]))


def _two_sentences(sentence: Sentence, knowing: Knowing) -> Phrase:
    """Where to cut: the joining word, comma or dash that is nearest to the middle."""
    middle = (sentence.start + sentence.end) / 2
    places = _joins(sentence, knowing) or [
        comma.end() for comma in _COMMA.finditer(sentence.text, sentence.start, sentence.end - 1)
    ]
    if not places:
        return phrase(N_("Can you say it in two sentences?"))
    nearest = min(places, key=lambda at: abs(at - middle))
    return phrase(
        N_("Two sentences? Begin the second one here: {words}"), words=_from(sentence, nearest)
    )


def _from(sentence: Sentence, at: int) -> str:
    """The next few words from a place on."""
    rest = sentence.text[at : sentence.end].split()
    return " ".join(rest[:4]) + (" ..." if len(rest) > 4 else "")
