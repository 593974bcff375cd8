"""The easy-read helper on any text there can be: it never fails, and never takes long."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.shipped import Shipped
from app.terminal import WORDS
from app.words.easyread.checker import MOST_CHARACTERS
from app.words.easyread.remarks import Remark
from app.words.splitting import sentence_spans

EASY_READ = Shipped().easy_read
LANGS = ("en", "ur", "bn", "pl")
SIGNS = (
    "0123456789½²Ⅷ٣৩\u1e4f1\U00010d41%/:.,;-+()[]{}*&@#<>=~^|…†\"'\n\f\r\t \u00ad\u200dİıſKABIVXai"
)
ANYTHING = st.text(max_size=2000)
NUMBERS_AND_SIGNS = st.text(SIGNS, max_size=300)
PIECES = st.lists(
    st.sampled_from(
        ["İ.e.", "et  cetera", "½%", "²%", "Ⅷ%", "9" * 400, "9" * 5000, "1,", "1/", "31/02/0000",
         "0000-00-00", "per cent", "**", "**PRN**", "This means", "It is", "challenging behaviour",
         "said no to", "fiſh", "SALT", "A.B.", "(", ")", "&", "- ", "# ", "www.", "administered",
         "was", "suffers from", "\n", "\n\n", "\f", ".", "...", " "]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip


def remarks(text: str) -> list[Remark]:
    """All that is said about a text, as a sentence and as a document, in each language."""
    return [
        each
        for lang in LANGS
        for found in (EASY_READ.sentence(text, lang=lang), EASY_READ.document(text, lang=lang))
        for each in found
    ]


def is_whole(remark: Remark, text: str) -> bool:
    """Whether it stands within the text and has its words."""
    within = 0 <= remark.start <= remark.end <= len(text)
    return within and bool(remark.says.said(WORDS) and remark.change.said(WORDS))


@settings(deadline=None)
@given(ANYTHING | NUMBERS_AND_SIGNS | PIECES)
def test_no_text_stops_it(text: str) -> None:
    assert all(is_whole(each, text) for each in remarks(text))


@pytest.mark.parametrize(
    "text",
    ["½%", "²%", "Ⅷ%", "9" * 400 + "%", "9" * 400 + " per cent", "1," + "111," * 2000 + "111",
     "İ.e. tea", "et  cetera", "\U00010d41/\U00010d42", "\U0001e4f112:30", "\U00010d45\U00010d45%"],
)  # fmt: skip
def test_a_sign_or_a_number_of_any_kind_is_no_trouble(text: str) -> None:
    assert all(is_whole(each, text) for each in remarks(text))


@pytest.mark.parametrize("text", ["½%", "²%", "Ⅷ%", "9" * 400 + "%"])
def test_a_per_cent_that_is_no_number_to_reckon_with_is_remarked_on_all_the_same(text: str) -> None:
    assert "W17" in {each.rule for each in EASY_READ.sentence(text, lang="en")}


def test_only_the_length_of_a_sentence_without_end_is_looked_at() -> None:
    many = "14:30 " * (MOST_CHARACTERS // 6 + 1)
    assert {each.rule for each in EASY_READ.sentence(many, lang="en")} == {"W01"}


def test_numbers_at_a_line_are_looked_for_at_its_beginning_only() -> None:
    assert sentence_spans("1. Tea.") == ((0, 7),)
    assert sentence_spans("12345678. Tea.") == ((0, 9), (10, 14))
