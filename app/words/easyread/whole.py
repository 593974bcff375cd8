"""Rules about blocks and about a whole text: W08 to W10, W12 by block, W22 to W28, L22."""

import itertools
from collections.abc import Iterator, Sequence

from app.model.wording import N_
from app.words.easyread.blocks import Block, bold_words
from app.words.easyread.explaining import explains, says_what_it_is
from app.words.easyread.remarks import Remark, phrase
from app.words.easyread.sentence import Knowing
from app.words.easyread.syllables import syllables
from app.words.easyread.wording import negatives
from app.words.matching import folded
from app.words.splitting import Span

GRADED_FROM = 100
"""Words under which a reading grade says nothing (W28)."""


def w08_explained_next(blocks: Sequence[Block], knowing: Knowing) -> Iterator[Remark]:
    """W08: a **bold** hard word is explained by the very next sentence."""
    if knowing.english is None:
        return
    bold = list(bold_words(blocks))
    last_of = {(block.start, nth): place for block, nth, place in bold}
    for block, nth, (start, end) in bold:
        last = last_of[block.start, nth] == (start, end)
        if not explains(block, nth, block.text[start:end], last=last):
            yield knowing.rules.remark(
                "W08",
                (start, end),
                phrase(N_("“{word}” is not explained."), word=block.text[start:end]),
                phrase(N_("Go on with: This means ...")),
            )


def w09_new_hard_words(blocks: Sequence[Block], knowing: Knowing) -> Iterator[Remark]:
    """W09: at most 1 new hard word on a page, and 3 in all."""
    if knowing.english is None:
        return
    on_page, in_all = knowing.rules["W09"].limits
    met: dict[str, int] = {}
    for page, place, said in _hard_words(blocks, knowing):
        if said in met:
            continue
        met[said] = page
        paged = len(blocks) > 0 and blocks[-1].page > 1
        if len(met) > in_all or (paged and sum(at == page for at in met.values()) > on_page):
            yield knowing.rules.remark(
                "W09",
                place,
                phrase(N_("There are many hard words here.")),
                phrase(N_("Can this be said without “{word}”?"), word=said),
            )


def w10_same_word_for_same_thing(blocks: Sequence[Block], knowing: Knowing) -> Iterator[Remark]:
    """W10: worker, carer or staff: a text uses one of them."""
    if knowing.english is None:
        return
    used: dict[int, str] = {}
    told: set[str] = set()
    for block in blocks:
        for found in knowing.english.same_things.find(block.text, block.start, block.end):
            first = used.setdefault(knowing.english.thing_of[found.value], found.value)
            if found.value not in {first, *told}:
                told.add(found.value)
                yield knowing.rules.remark(
                    "W10",
                    (found.start, found.end),
                    phrase(N_("This text has two words for the same thing.")),
                    phrase(N_("Use the same word all through: {word}"), word=first),
                )


def w12_one_no_in_a_block(blocks: Sequence[Block], knowing: Knowing) -> Iterator[Remark]:
    """W12: at most 1 sentence of a block says no."""
    if knowing.english is None:
        return
    for block in blocks:
        english = knowing.english
        saying_no = [each for each in block.sentences if negatives(each, english)]
        if knowing.rules["W12"].reached(len(saying_no)):
            yield knowing.rules.remark(
                "W12",
                saying_no[1].place,
                phrase(N_("More than one sentence here says no.")),
                phrase(N_("Can one of them say what to do?")),
                weight="W",
            )


def w22_headings(blocks: Sequence[Block], knowing: Knowing) -> Iterator[Remark]:
    """W22: headings of at most 8 words, one for every 4 blocks. A list is one block."""
    longest, most = knowing.rules["W22"].limits
    since = 0
    for before, block in itertools.pairwise((None, *blocks)):
        assert block is not None  # noqa: S101 - only the first of the pairs is None
        if block.kind == "heading":
            since = 0
            if block.words > longest:
                yield knowing.rules.remark(
                    "W22",
                    block.place,
                    phrase(N_("This heading is long.")),
                    phrase(N_("Make it a short question, or a few words.")),
                )
            continue
        since += not (block.kind == "point" and before is not None and before.kind == "point")
        if since == most + 1:
            yield knowing.rules.remark(
                "W22",
                block.place,
                phrase(N_("There is much under one heading here.")),
                phrase(N_("Put a heading before this.")),
            )


def w23_lists(blocks: Sequence[Block], knowing: Knowing) -> Iterator[Remark]:
    """W23: 2 to 5 points of at most 10 words, led into by a full line."""
    least, most, longest = knowing.rules["W23"].limits
    at = 0
    for kind, group in itertools.groupby(blocks, key=lambda each: each.kind):
        points = list(group)
        before = blocks[at - 1] if at else None
        at += len(points)
        if kind != "point":
            continue
        place = points[0].start, points[-1].end
        if before is None or before.kind != "paragraph":
            says, change = N_("Nothing leads into this list."), N_("Write a line before the list.")
            yield knowing.rules.remark("W23", points[0].place, phrase(says), phrase(change))
        if len(points) < least:
            says, change = N_("This list has only one point."), N_("Make it a sentence.")
            yield knowing.rules.remark("W23", place, phrase(says), phrase(change))
        if len(points) > most:
            says, change = N_("This list is long."), N_("Make two lists of it.")
            yield knowing.rules.remark("W23", place, phrase(says), phrase(change))
        for point in points:
            if point.words > longest:
                says, change = N_("This point is long."), N_("Say it in a few words.")
                yield knowing.rules.remark("W23", point.place, phrase(says), phrase(change))


def w24_sentences_in_a_block(blocks: Sequence[Block], knowing: Knowing) -> Iterator[Remark]:
    """W24: at most 3 sentences in a block, never more than 5."""
    for block in blocks:
        weight = knowing.rules["W24"].reached(len(block.sentences))
        if weight and block.kind == "paragraph":
            most = knowing.rules["W24"].limits[0]
            yield knowing.rules.remark(
                "W24",
                block.place,
                phrase(N_("This block is long.")),
                phrase(
                    N_("Leave an empty line before: {words}"),
                    words=" ".join(block.sentences[most].said.split()[:4]),
                ),
                weight=weight,
            )


def w28_reading_grade(
    blocks: Sequence[Block], knowing: Knowing, own: Sequence[Span]
) -> Iterator[Remark]:
    """W28: the Flesch-Kincaid grade of what is not in the person's own words, from 100 words on."""
    if knowing.english is None:
        return
    sentences = [
        each
        for block in blocks
        for each in block.sentences
        if each.spans and not any(start <= each.start and each.end <= end for start, end in own)
    ]
    words = [word for each in sentences for word in each.words]
    if len(words) < GRADED_FROM:
        return
    weight = knowing.rules["W28"].reached(reading_grade(words, len(sentences)))
    if weight:
        yield knowing.rules.remark(
            "W28",
            (sentences[0].start, sentences[-1].end),
            phrase(N_("The words and sentences of this text are long on the whole.")),
            phrase(N_("Begin with the longest sentence, and make two of it.")),
            weight=weight,
        )


def reading_grade(words: Sequence[str], sentences: int) -> float:
    """Flesch-Kincaid's grade of words in so many sentences."""
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59


def l22_length(blocks: Sequence[Block], knowing: Knowing) -> Iterator[Remark]:
    """L22: at most 1,000 words in all."""
    if knowing.rules["L22"].reached(sum(block.words for block in blocks)):
        yield knowing.rules.remark(
            "L22",
            (blocks[0].start, blocks[-1].end),
            phrase(N_("This text is long.")),
            phrase(N_("Make a booklet of each part.")),
        )


def remarks_on_blocks(
    blocks: Sequence[Block], knowing: Knowing, *, own: Sequence[Span]
) -> Iterator[Remark]:
    """What the rules about blocks and the whole say."""
    for rule in (
        w08_explained_next,
        w09_new_hard_words,
        w10_same_word_for_same_thing,
        w12_one_no_in_a_block,
        w22_headings,
        w23_lists,
        w24_sentences_in_a_block,
        l22_length,
    ):
        yield from rule(blocks, knowing)
    yield from w28_reading_grade(blocks, knowing, own)


def explained_places(blocks: Sequence[Block], knowing: Knowing) -> frozenset[int]:
    """Where words of workers begin that are explained where they stand (W07).

    By the very next sentence, or by their own: "Capacity means being able to decide."
    """
    places: set[int] = set()
    for block in blocks:
        for nth, sentence in enumerate(block.sentences):
            found = knowing.jargon(block.text, sentence.start, sentence.end)
            for each in found:
                term = block.text[each.start : each.end]
                last = each is found[-1]
                if explains(block, nth, term, last=last) or says_what_it_is(sentence.said, term):
                    places.add(each.start)
    return frozenset(places)


def _hard_words(blocks: Sequence[Block], knowing: Knowing) -> list[tuple[int, Span, str]]:
    """Bold words and words of workers that are explained, in their order: page, place and word."""
    explained = explained_places(blocks, knowing)
    places = {span: block for block, _, span in bold_words(blocks)}
    for block in blocks:
        for sentence in block.sentences:
            for found in knowing.jargon(block.text, sentence.start, sentence.end):
                if found.start in explained:
                    places.setdefault((found.start, found.end), block)
    return [
        (places[span].page, span, folded(places[span].text[slice(*span)]))
        for span in sorted(places)
    ]
