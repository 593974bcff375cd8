"""The easy-read helper: reads a text and gives advice. It blocks nothing, and gives no score."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from app.words.easyread import figures, hardwords, length, respect, whole, wording
from app.words.easyread.blocks import Block, read_blocks
from app.words.easyread.lists import English
from app.words.easyread.remarks import Remark, Rules
from app.words.easyread.sentence import Knowing, Sentence, SentenceRule
from app.words.matching import folded
from app.words.splitting import Span

SENTENCE_RULES: tuple[SentenceRule, ...] = (
    length.w01_words_in_a_sentence,
    length.w02_one_idea_in_a_sentence,
    length.w03_one_doing_word,
    length.w04_commas_in_a_sentence,
    hardwords.w05_everyday_words,
    hardwords.w06_long_words,
    hardwords.w07_words_of_workers,
    respect.w29_words_with_respect,
    wording.w11_who_does_it_comes_first,
    wording.w12_say_what_to_do,
    wording.w13_talk_to_the_reader,
    wording.w14_no_figures_of_speech,
    hardwords.w15_full_words,
    wording.w16_no_shortened_words,
    figures.w17_numbers_in_figures,
    figures.w18_dates_in_words,
    figures.w19_times_as_people_say_them,
    figures.w20_phone_numbers_in_groups,
    figures.w21_no_special_signs,
    figures.w25_nothing_to_look_up_elsewhere,
    figures.l04_no_words_in_capitals,
)
MOST_WORDS = 200
MOST_CHARACTERS = 2_000
"""Of a longer sentence only its length is remarked on: all else is to be seen once it is cut.

So the time for a text of any kind grows no faster than the text.
"""

_GRAVE = {"F": 0, "W": 1, "I": 2}


class EasyRead:
    """Checks texts in any language; in English with everything that it knows."""

    def __init__(self, rules: Rules, english: English, respectful: respect.Respect) -> None:
        self.rules = rules
        self._english = english
        self._respect = respectful
        self._read: tuple[object, tuple[Remark, ...]] | None = None

    def forget(self) -> None:
        """Let go of what was read last."""
        self._read = None

    @classmethod
    def from_data(
        cls,
        rules: Mapping[str, Any],
        english: Mapping[str, Any],
        respectful: Mapping[str, Any],
        *,
        common: Iterable[str],
        pictured: Iterable[str],
    ) -> "EasyRead":
        """Read the data of ``resources/words/easyread``.

        Args:
            rules: the table of rules.
            english: the English lists.
            respectful: words that hurt, with others.
            common: common English words.
            pictured: English words and phrases that have a picture, which are everyday words.

        Raises:
            BadDataError: something in it is wrong.

        """
        lists = English.from_data(english, common=common, pictured=pictured)
        return cls(Rules.from_data(rules), lists, respect.Respect.from_data(respectful))

    def knows(self, lang: str) -> bool:
        """Whether it has all its rules for a language, and not only those of every language."""
        return lang.partition("-")[0].lower() == "en"

    def sentence(
        self,
        text: str,
        *,
        lang: str,
        vocabulary: Iterable[str] = (),
        uses_24_hours: bool = False,
    ) -> tuple[Remark, ...]:
        """Advice for what is being written: the gravest first, then in the order of the words.

        Args:
            text: one sentence or a few.
            lang: its language, as a BCP 47 tag.
            vocabulary: names and words that the person uses.
            uses_24_hours: the person tells the time in 24 hours.

        """
        knowing = self._knowing(text, lang, vocabulary, uses_24_hours=uses_24_hours)
        laid_out = read_blocks(text)
        found = self._of_sentences(text, laid_out, knowing)
        open_ones = _without_explained(found, laid_out, knowing)
        return tuple(
            sorted(open_ones, key=lambda each: (_GRAVE[each.weight], each.start, each.rule))
        )

    def document(
        self,
        text: str,
        *,
        lang: str,
        own: Iterable[Span] = (),
        vocabulary: Iterable[str] = (),
        uses_24_hours: bool = False,
    ) -> tuple[Remark, ...]:
        """Advice for a whole text, in its order; with the rules for blocks and for the whole.

        A line that begins with "# " is a heading, one with "- " a point of a list; an empty line
        ends a block, and a form feed a page.

        Args:
            text: all of it.
            lang: its language.
            own: the person's own words, which are exempt where the table says so (R5).
            vocabulary: names and words that the person uses.
            uses_24_hours: the person tells the time in 24 hours.

        """
        knowing = self._knowing(text, lang, vocabulary, uses_24_hours=uses_24_hours)
        theirs = tuple(own)
        # A plan is read each time its booklet is looked at, and mostly it is as it was.
        asked = text, lang, theirs, knowing.vocabulary, uses_24_hours
        if self._read is None or self._read[0] != asked:
            self._read = asked, self._of_document(text, knowing, theirs)
        return self._read[1]

    def _of_document(
        self, text: str, knowing: Knowing, own: tuple[Span, ...]
    ) -> tuple[Remark, ...]:
        laid_out = read_blocks(text)
        found = [
            *self._of_sentences(text, laid_out, knowing),
            *whole.remarks_on_blocks(laid_out, knowing, own=own),
        ]
        kept = (each for each in found if not self._is_exempt(each, own))
        open_ones = _without_explained(kept, laid_out, knowing)
        return tuple(sorted(open_ones, key=lambda each: (each.start, each.rule)))

    def _is_exempt(self, remark: Remark, own: tuple[Span, ...]) -> bool:
        """R5: the person's own words are shown as they were said."""
        return self.rules.exempts_own_words(remark.rule) and any(
            start <= remark.start and remark.end <= end for start, end in own
        )

    def _of_sentences(
        self, text: str, laid_out: Iterable[Block], knowing: Knowing
    ) -> Iterator[Remark]:
        yield from figures.l06_no_word_cut_in_two(text, knowing)
        for block in laid_out:
            for sentence in block.sentences:
                yield from remarks_on(sentence, knowing)

    def _knowing(
        self, text: str, lang: str, vocabulary: Iterable[str], *, uses_24_hours: bool
    ) -> Knowing:
        in_english = self.knows(lang)
        return Knowing(
            rules=self.rules,
            english=self._english if in_english else None,
            respect=self._respect if in_english else None,
            vocabulary=frozenset(folded(word) for word in vocabulary),
            explained=hardwords.explained_initials(text),
            uses_24_hours=uses_24_hours,
        )


def _without_explained(
    remarks: Iterable[Remark], laid_out: Sequence[Block], knowing: Knowing
) -> Iterator[Remark]:
    """All but those about words of workers that the text explains where they stand."""
    explained = whole.explained_places(laid_out, knowing)
    return (each for each in remarks if each.rule != "W07" or each.start not in explained)


def remarks_on(sentence: Sentence, knowing: Knowing) -> Iterator[Remark]:
    """What the rules of sentences say about one."""
    short = sentence.end - sentence.start <= MOST_CHARACTERS and len(sentence.spans) <= MOST_WORDS
    for rule in SENTENCE_RULES if short else SENTENCE_RULES[:1]:
        yield from rule(sentence, knowing)
