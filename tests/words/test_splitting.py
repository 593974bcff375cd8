import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.words.splitting import sentence_spans, sentences, word_spans, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("আমি গোসল করি", ("আমি", "গোসল", "করি")),
        ("ਮੈਂ ਚਾਹ ਪੀਂਦਾ ਹਾਂ।", ("ਮੈਂ", "ਚਾਹ", "ਪੀਂਦਾ", "ਹਾਂ")),
        ("میں چائے پیتا ہوں۔", ("میں", "چائے", "پیتا", "ہوں")),
        ("Mae'n well gen i'r bws.", ("Mae'n", "well", "gen", "i'r", "bws")),
        (
            "Don\u2019t ring before 10:30, or 5.30!",
            ("Don\u2019t", "ring", "before", "10:30", "or", "5.30"),
        ),
        ("rock-and-roll (loud) \U0001f600", ("rock", "and", "roll", "loud")),
        ("", ()),
    ],
)
def test_words_stay_whole_in_every_script(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("আমি গোসল করি। আমি চা খাই।", ("আমি গোসল করি।", "আমি চা খাই।")),
        ("ਮੈਂ ਖੁਸ਼ ਹਾਂ। ਤੁਸੀਂ?", ("ਮੈਂ ਖੁਸ਼ ਹਾਂ।", "ਤੁਸੀਂ?")),
        ("میں چائے پیتا ہوں۔کیا آپ؟ جی", ("میں چائے پیتا ہوں۔", "کیا آپ؟", "جی")),
        ("Dw i'n hoffi te. Mae'n braf… Ydy?", ("Dw i'n hoffi te.", "Mae'n braf…", "Ydy?")),
        ("Supper at 10:30. Not half 5!", ("Supper at 10:30.", "Not half 5!")),
        ('"Stop. Sit down. Say it to me."', ('"Stop.', "Sit down.", 'Say it to me."')),
        ('"Stop." is what I say. Then wait.', ('"Stop." is what I say.', "Then wait.")),
        ("I like... buses. What?! No", ("I like... buses.", "What?!", "No")),
        ("Bus 55\nAllotment\r\n\n Chips", ("Bus 55", "Allotment", "Chips")),
        ("1. Tea\n2. Toast", ("1. Tea", "2. Toast")),
        ("Which bus? 55. Good.", ("Which bus?", "55.", "Good.")),
        (" \n ", ()),
    ],
)
def test_sentences_end_where_their_script_ends_them(text, expected):
    assert sentences(text) == expected


texts = st.text(alphabet=st.one_of(st.sampled_from(' \n.!?…।۔؟"”)’aAéগো5:،'), st.characters()))


@given(texts)
def test_word_spans_lie_in_order_within_the_text(text):
    last = 0
    for start, end in word_spans(text):
        assert last <= start < end <= len(text)
        last = end


@given(texts)
def test_sentences_lose_nothing_but_white_space(text):
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@given(texts)
def test_sentences_have_no_white_space_around_them_and_do_not_overlap(text):
    last = 0
    for start, end in sentence_spans(text):
        assert last <= start < end
        assert text[start:end] == text[start:end].strip()
        last = end


@pytest.mark.parametrize("text", ["." * 100_000, " " * 100_000 + "x", "." + ")" * 100_000 + "x"])
def test_a_very_long_run_of_marks_is_one_sentence(text):
    assert sentences(text) == (text.strip(),)
