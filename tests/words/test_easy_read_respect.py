"""Words that hurt people, and plain words in a form that fits where the hard ones stood."""

import tomllib
from pathlib import Path

import pytest

from app.model.wording import SourceWording
from app.shipped import Shipped
from app.words.easyread.respect import ASKED

EASY_READ = Shipped().easy_read
FILE = Path(__file__).parents[2] / "resources" / "words" / "easyread" / "respect.toml"
RESPECT = tomllib.loads(FILE.read_text("utf-8"))


def found(text, rules=("W29",), **more):
    return [x for x in EASY_READ.sentence(text, lang="en-GB", **more) if x.rule in rules]


def mended(text, *rules):
    """The text with the words that are offered in their place."""
    for each in sorted(found(text, rules or ("W29",)), key=lambda x: -x.start):
        use = each.change.said(SourceWording()).removeprefix("Use: ")
        text = text[: each.start] + use + text[each.end :]
    return text


@pytest.mark.parametrize(
    ("said", "better"),
    [
        ("She is wheelchair-bound.", "She uses a wheelchair."),
        ("They were wheelchair bound.", "They used a wheelchair."),
        ("A wheelchair-bound man came.", "A man who uses a wheelchair came."),
        ("He has been wheelchair-bound since May.", "He has been in a wheelchair since May."),
        ("She is confined to a wheelchair.", "She uses a wheelchair."),
        ("She is confined to her bed.", "She is in bed all the time."),
        ("He suffers from dementia.", "He has dementia."),
        ("People suffering from dementia live here.", "People with dementia live here."),
        ("Ann is a feeder.", "Ann needs help to eat."),
        ("He is a bed blocker.", "He is a person waiting for support at home."),
        ("He was toileted at 6.", "He was helped to use the toilet at 6."),
        ("She refused tea.", "She said no to tea."),
        ("She refused, so I waited.", "She said no, so I waited."),
        ("She refused because she was tired.", "She said no because she was tired."),
        ("He refuses to go.", "He does not want to go."),
        ("He was non-compliant with his tablets.", "He said no to his tablets."),
        ("He absconded from the house.", "He left the house."),
        ("He absconded.", "He left."),
        ("She wanders at night.", "She walks around at night."),
        ("This bus is for the disabled.", "This bus is for disabled people."),
        ("We help the elderly.", "We help older people."),
        ("He is like normal people.", "He is like other people."),
        ("Sometimes he kicks off.", "Sometimes he gets upset."),
    ],
)  # fmt: skip
def test_what_is_said_instead_reads_right_where_the_hurtful_words_stood(said, better):
    assert mended(said) == better
    assert found(better) == []


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("He displays challenging behaviour.", "happened"),
        ("She is attention-seeking.", "happened"),
        ("He is manipulative.", "happened"),
        ("She has the mental age of a child.", "abilities"),
        ("He is high-functioning.", "abilities"),
        ("He is non-compliant.", "answer"),
        ("Good boy.", "adult"),
        ("What a good girl.", "adult"),
    ],
)
def test_where_no_word_does_it_the_helper_is_asked_to_say_it_otherwise(said, asked):
    (only,) = found(said)
    assert only.change.sentence == ASKED[asked]


@pytest.mark.parametrize(
    "said",
    ["Where is the disabled toilet?", "The match kicks off at 3.", "I walk round the shops.",
     "The bird feeder is in the garden.", "I was good.", "The elderly man is my uncle."],
)  # fmt: skip
def test_the_same_words_where_they_hurt_nobody_are_left_alone(said):
    assert found(said) == []


def test_that_the_next_sentence_explains_it_changes_nothing():
    assert found("He displays challenging behaviour. This means he hits.")


def test_the_persons_own_words_are_not_touched():
    text = "I am wheelchair-bound."
    assert not [x for x in EASY_READ.document(text, lang="en", own=[(0, 22)]) if x.rule == "W29"]
    assert found(text, vocabulary=()) != []


def test_words_that_hurt_are_said_once_and_by_no_other_rule_too():
    rules = [each.rule for each in EASY_READ.sentence("She is bedridden.", lang="en")]
    assert rules == ["W29"]


@pytest.mark.parametrize("said", sorted({*RESPECT["use"].values(), *RESPECT["people"].values()}))
def test_what_is_offered_is_neither_hurtful_nor_hard(said):
    text = f"They say {said} here."
    assert found(text, ("W05", "W07", "W29")) == []


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("It was administered by Sam.", "It was given by Sam."),
        ("Staff administered it.", "Staff gave it."),
        ("Staff have administered it.", "Staff have given it."),
        ("Tea administered by Sam.", "Tea given by Sam."),
        ("He is administering it.", "He is giving it."),
        ("She requires tea.", "She needs tea."),
        ("He consumed his tea.", "He ate or drank his tea."),
        ("She was referred to the nurse.", "She was sent to the nurse."),
        ("It occurred at night.", "It happened at night."),
        ("The hazards are here.", "The dangers are here."),
        ("Service users came.", "people came."),
    ],
)
def test_a_plain_word_comes_in_the_form_of_the_hard_one(said, plain):
    assert mended(said, "W05", "W07") == plain


def test_plain_words_that_cannot_be_done_to_somebody_are_not_forced_into_the_sentence():
    (only,) = found("He was assessed by the nurse.", ("W07",))
    assert only.change.said(SourceWording()) == "Say it with: find out about"
