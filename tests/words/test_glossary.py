import pytest

from app.model.errors import BadDataError
from app.shipped import Shipped
from app.words.easyread.glossary import Glossary
from app.words.splitting import sentences, words

SHIPPED = Shipped()
GLOSSARY = SHIPPED.glossary


def test_there_are_at_least_120_hard_words():
    assert len(list(GLOSSARY)) >= 120


@pytest.mark.parametrize("hard", list(GLOSSARY), ids=lambda hard: hard.word)
def test_each_is_explained_in_at_most_two_easy_sentences(hard):
    assert 1 <= len(sentences(hard.means)) <= 2
    own_word = words(hard.word)
    found = SHIPPED.easy_read.sentence(hard.means, lang="en", vocabulary=own_word)
    assert [each.rule for each in found if each.weight != "I"] == []


def test_its_pictures_are_of_the_built_in_set():
    pictures = [hard.picture for hard in GLOSSARY if hard.picture]
    assert len(pictures) > 60
    assert [ref for ref in pictures if SHIPPED.symbols.picture(ref) is None] == []


def test_hard_words_are_found_where_they_stand_in_any_of_their_forms():
    text = "Two deputies and an MDT talked about PRN medicines."
    found = [
        (text[each.start : each.end], each.hard.word) for each in GLOSSARY.find(text, lang="en")
    ]
    assert found == [("deputies", "deputy"), ("MDT", "MDT"), ("PRN", "PRN")]


def test_a_word_is_explained_the_first_time_only():
    assert len(GLOSSARY.find("My advocate. My advocates. Advocacy.", lang="en-GB")) == 1


def test_nothing_is_explained_in_a_language_that_it_does_not_know():
    assert GLOSSARY.find("PRN", lang="cy") == ()


@pytest.mark.parametrize(
    "data",
    [
        {"word": [{"word": "hoist"}]},
        {"word": [{"word": "hoist", "means": "x", "more": "y"}]},
        {
            "word": [
                {"word": "hoist", "means": "x"},
                {"word": "lift", "also": ["hoist"], "means": "y"},
            ]
        },
    ],
)
def test_a_wrong_list_is_refused(data):
    with pytest.raises(BadDataError):
        Glossary.from_data(data)


def test_initials_are_explained_under_the_name_that_stands_there():
    (found,) = GLOSSARY.find("DoLS in place.", lang="en-GB")
    assert found.hard.word.startswith("DoLS (")
