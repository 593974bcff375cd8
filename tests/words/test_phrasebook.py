"""Sentences that often stand in plans: found as they are written, and said in other languages."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import resources
from app.bootstrap import House
from app.model.wording import SourceWording
from app.words.phrasebook import Phrasebook

DATA = {
    "phrases": [
        {
            "section": "important_to",
            "words": ["I like {thing}.", "I like the sea.", "I don't eat."],
        },
        {"section": "people", "words": ["When I say {thing}, I mean {name}."]},
    ]
}
POLISH = {
    "I like {thing}.": "Lubię: {thing}.",
    "I like the sea.": "Lubię morze.",
    "When I say {thing}, I mean {name}.": "Kiedy mówię: {thing}, myślę o: {name}.",
}


class Polish(SourceWording):
    """A catalog of three sentences."""

    lang = "pl"

    def t(self, sentence, /, **values):
        return (
            POLISH.get(sentence, sentence).format_map(values)
            if values
            else POLISH.get(sentence, sentence)
        )


@pytest.fixture
def book():
    words = {("tea", "en-GB", "pl"): "herbata", ("herbata", "pl", "en-GB"): "tea"}
    return Phrasebook(
        DATA,
        lambda lang: Polish() if lang == "pl" else SourceWording(),
        lambda word, of, lang: words.get((word, of, lang)),
    )


def in_polish(book, text):
    found = book.same(text, lang="en-GB")
    return found and book.translated(found, lang="pl")


@pytest.mark.parametrize("text", ["I like the sea.", "i like  the sea", " I like the sea! "])
def test_a_sentence_is_known_however_it_is_written(book, text):
    assert in_polish(book, text).words == "Lubię morze."


@pytest.mark.parametrize("text", ["I don't eat.", "I don’t eat"])
def test_kinds_of_apostrophes_do_not_matter(book, text):
    assert book.same(text, lang="en-GB").phrase.words == "I don't eat."


def test_what_is_put_in_is_said_in_the_other_language_where_its_word_is_known(book):
    said = in_polish(book, "I like tea.")
    assert (said.words, said.left) == ("Lubię: herbata.", ())


def test_what_is_not_known_stands_as_it_was_written_and_is_named(book):
    said = in_polish(book, "I like Coronation Street.")
    assert (said.words, said.left) == ("Lubię: Coronation Street.", ("Coronation Street",))


def test_two_places_keep_their_own_words(book):
    said = in_polish(book, "When I say tea, I mean Rosie.")
    assert said.words == "Kiedy mówię: herbata, myślę o: Rosie."
    assert said.left == ("Rosie",)


def test_it_goes_back_from_the_other_language(book):
    found = book.same("lubię: herbata", lang="pl")
    assert book.translated(found, lang="en-GB").words == "I like tea."


def test_the_whole_sentence_comes_before_one_with_a_place(book):
    first, *_ = book.offers("I like the sea", lang="en-GB")
    assert first.words == "I like the sea"


def test_while_somebody_types_what_begins_so_is_offered_with_a_blank(book):
    assert [each.words for each in book.offers("I lik", lang="en-GB")] == [
        "I like ….",
        "I like the sea.",
    ]
    assert book.offers("I l", lang="en-GB") == ()


def test_the_beginning_of_a_sentence_is_not_put_into_another(book):
    assert [each.words for each in book.offers("I like th", lang="en-GB")] == ["I like the sea."]


def test_what_has_a_blank_is_not_translated(book):
    (first, *_) = book.offers("I lik", lang="en-GB")
    assert book.translated(first, lang="pl") is None


@pytest.mark.parametrize("lang", ["so", "bfi"])
def test_a_language_without_the_sentence_gets_none(book, lang):
    assert book.translated(book.same("I like the sea.", lang="en-GB"), lang=lang) is None
    assert book.offers("I like", lang=lang) == ()


@given(st.text(max_size=60))
def test_whatever_is_written_is_taken(text):
    book = Phrasebook(DATA, lambda _: SourceWording(), lambda *_: None)
    for each in book.offers(text, lang="en-GB"):
        assert each.words


def test_there_are_three_hundred_of_them():
    data = tomllib.loads(resources.text_if_there("phrases.toml"))
    assert sum(len(part["words"]) for part in data["phrases"]) >= 300


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    return House(home, home)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("I live in Bath.", "Bath"),
        ("I live in Sandwich.", "Sandwich"),
        ("I live in bath.", "bath"),
        ("Please call me Bill.", "Bill"),
        ("Hope helps me.", "Hope"),
        ("I miss Rose.", "Rose"),
        ("I do not eat beef.", "beef"),
        ("I like apples.", "apples"),
        ("I like apple.", "apple"),
        ("I like to go to temple.", "temple"),
        ("I know a lot about temple.", "temple"),
        ("I miss boyfriend.", "boyfriend"),
    ],
)
@pytest.mark.parametrize("lang", ["cy", "pl", "ur", "ar"])
def test_names_stay_and_no_word_becomes_a_broader_or_another_one(house, text, left, lang):
    found = house.phrasebook.same(text, lang="en-GB")
    said = house.phrasebook.translated(found, lang=lang)
    assert said.left == (left,)
    assert left in said.words


def test_a_thing_that_has_a_name_of_its_own_in_both_languages_is_said_in_the_other(house):
    found = house.phrasebook.same("I like meat.", lang="en-GB")
    said = house.phrasebook.translated(found, lang="cy")
    assert (said.left, "cig" in said.words) == ((), True)
    back = house.phrasebook.translated(house.phrasebook.same(said.words, lang="cy"), lang="en-GB")
    assert back.words == "I like meat."


def test_each_section_of_the_list_is_one_of_the_plan():
    plan = tomllib.loads(resources.text_if_there("sections.toml"))
    known = {section["id"] for section in plan["section"]}
    data = tomllib.loads(resources.text_if_there("phrases.toml"))
    assert {part["section"] for part in data["phrases"]} <= known
