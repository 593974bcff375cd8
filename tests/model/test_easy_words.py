"""The program's own sentences (easy-read rules W)."""

import re

from tests.helpers.content import (
    CONTRACTIONS,
    JARGON,
    JOINS,
    LONGEST_IN_WORDS,
    NOT_OUR_WORDS,
    NUMBER_WORDS,
    asked,
    program_sentences,
    questions,
    the_guides,
    the_moments,
    the_sections,
)


def test_no_sentence_of_the_program_is_longer_than_15_words() -> None:
    long = [s for s in program_sentences() if len(s.split()) > LONGEST_IN_WORDS]
    assert long == []


def test_the_program_uses_the_words_people_asked_for() -> None:
    assert [s for s in program_sentences() if NOT_OUR_WORDS.search(s)] == []


def test_the_program_writes_words_in_full_and_numbers_in_digits() -> None:
    for pattern in (CONTRACTIONS, NUMBER_WORDS, JARGON, re.compile(r"[;&%<>\\/#…()]")):
        assert [s for s in program_sentences() if pattern.search(s)] == []


def test_a_sentence_of_the_program_holds_one_idea() -> None:
    assert [s for s in program_sentences() if len(JOINS.findall(s)) > 1] == []
    plain_titles = {section.title for section in the_sections()}
    shown = [s for s in program_sentences() if s not in plain_titles]
    assert [s for s in shown if s.count(",") > 1] == []


def test_headings_and_stages_are_8_words_at_most() -> None:
    headings = [section.easy for section in the_sections()]
    headings += [stage.title for guide in the_guides() for stage in guide.stages]
    assert [heading for heading in headings if len(heading.split()) > 8] == []


def test_no_question_asks_why_or_how_often() -> None:
    blaming = re.compile(r"\b(why|how often|in general|always)\b", re.IGNORECASE)
    about_others = "What do people always get wrong?"
    assert [q for q in questions() if blaming.search(q) and q != about_others] == []


def test_questions_about_a_life_begin_open_and_not_with_yes_or_no() -> None:
    closed = re.compile(
        r"^(are|is|do|does|did|can|could|will|would|have|has|should)\b", re.IGNORECASE
    )
    plan = [q for section in the_sections() for q in (*section.prompts, *section.others)]
    plan += [q for moment in the_moments() if moment.section for q in asked(moment)]
    assert [question for question in plan if closed.match(question)] == []
