import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.errors import BadDataError
from app.shipped import Shipped
from app.words.lexicon import Ideas

IDEAS = Shipped().ideas


def ideas_of(text, lang="en-GB"):
    return [each.idea for each in IDEAS.suggest(text, lang=lang)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Bus 55 to the allotment.", ["bus", "allotment"]),
        ("Bus 55, top deck, allotment, chips.", ["bus", "allotment", "chips"]),
        ("Headphones. Ten minutes. Then tea.", ["headphones", "cup-of-tea"]),
        ("Tablets with squash.", ["tablets", "cold-drink"]),
        ("I want my own front door key.", ["key"]),
        ("Mum's rice and peas on Sundays.", ["mum", "rice", "sunday"]),
        ("I go to the mosque on Fridays.", ["mosque", "friday"]),
        ("Call my brother if I'm poorly.", ["phone-call", "brother", "ill"]),
        ("Polish Mass.", ["church"]),
        ("Christmas Eve is the big day.", ["christmas"]),
        ("I sleep with the radio on. Low.", ["sleep", "radio"]),
        ("going swimming with my friends", ["swim", "friend"]),
        ("I brushed my teeth", ["toothbrush"]),
        ("fish and chips", ["chips"]),
        ("Everybody eats at half 5.", ["meal", "half-past-five", "people"]),
        ("MY BUS IS LATE", ["bus"]),
    ],
)
def test_the_few_ideas_that_carry_a_sentence_come_in_its_order(sentence, expected):
    assert ideas_of(sentence) == expected


def test_a_longer_phrase_wins_over_a_word_in_it():
    assert ideas_of("My hearing aid") == ["hearing-aid"]
    assert ideas_of("bank holiday") == []


def test_what_was_said_comes_with_its_idea():
    (suggestion,) = IDEAS.suggest("I play the guitars loud", lang="en", most=1)
    assert suggestion.words == "guitars"
    assert suggestion.picture == "openmoji:1F3B8"


@pytest.mark.parametrize("text", ["xyzzy qwerty plugh", "", "   ", "...", "\x00", "গোসল", "🚌"])
def test_nothing_is_suggested_when_unsure(text):
    assert ideas_of(text) == []


def test_weight_is_not_somebody_lifting_weights():
    assert ideas_of("My weight is going up") == ["weight"]
    assert ideas_of("I lift weights") == ["gym"]


def test_a_word_in_other_company_is_another_idea():
    assert ideas_of("Can you book a taxi for me") == ["taxi"]
    assert "work" not in ideas_of("The light doesn't work")


@pytest.mark.parametrize(
    "sentence",
    [
        "I went with Penny Bell",
        "Bell Street",
        "Rose comes in March",
        "Hope comes in May",
        "My worker is called King",
        "I saw Robin and Art",
    ],
)
def test_names_are_not_ideas(sentence):
    assert ideas_of(sentence) == []


def test_the_day_that_somebody_comes_is_offered_and_not_their_name():
    assert ideas_of("Rose comes on Mondays") == ["monday"]


def test_a_term_that_is_meant_only_by_itself_is_nothing_in_a_sentence():
    assert ideas_of("Lost.") == ["lost"]
    assert "lost" not in ideas_of("I lost my keys")
    assert ideas_of("nie chc\u0119", lang="pl") == ["no-word"]
    assert "no-word" not in ideas_of("nie chc\u0119 kawy", lang="pl")
    assert "= lost" not in IDEAS.words_for(IDEAS.idea("lost"), "en")


def test_nothing_is_shown_for_words_of_which_it_is_known_that_no_picture_says_them():
    assert IDEAS.search("hit", lang="en") == ()
    assert IDEAS.search("church fete", lang="en") == ()


def test_few_letters_are_not_looked_for_within_words():
    assert "lungs" not in {each.idea for each in IDEAS.search("chit", lang="en")}


def test_what_is_denied_and_said_plainly_too_needs_no_not():
    assert not IDEAS.negated("Don't talk about me, talk to me.", lang="en")
    assert IDEAS.negated("Don't talk about me.", lang="en")
    assert IDEAS.negated("Don't talk to me, write to me.", lang="en")


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Look for my smile, it means yes", "magnify"),
        ("I catch the number 9 bus", "count"),
        ("I use a frame to walk", "walk"),
        ("My hands shake", "hand"),
        ("I wear a cross round my neck", "angry"),
        ("She wears a ring", "phone-call"),
        ("I love my tablet, I watch YouTube", "tablets"),
        ("I am a patient at the hospital", "wait"),
        ("My phone battery is flat", "home"),
        ("He waves to say hello", "sea"),
        ("I support Leeds United", "support"),
        ("I train at the gym", "train"),
    ],
)
def test_a_word_with_several_meanings_brings_up_no_other_one(sentence, wrong):
    assert wrong not in ideas_of(sentence)


def test_a_no_is_seen():
    assert IDEAS.negated("I do not like coffee", lang="en-GB")
    assert IDEAS.negated("I don\u2019t like coffee", lang="en-GB")
    assert IDEAS.negated("Nie lubię kawy", lang="pl")
    assert IDEAS.negated("مجھے چائے نہیں چاہیے", lang="ur")
    assert not IDEAS.negated("I like coffee. Note it.", lang="en-GB")


def test_a_feeling_is_not_pictured_beside_a_no():
    assert "safe" not in ideas_of("I never feel safe on the bus")
    assert "happy" not in ideas_of("I am not very happy")
    assert ideas_of("I am happy when it is not raining")[0] == "happy"
    assert ideas_of("I am not happy") == ["sad"]
    assert ideas_of("I do not like coffee") == ["coffee", "dislike"]


def test_a_language_without_words_falls_back_to_nothing_and_search_to_english():
    assert ideas_of("bus", lang="lt") == []
    assert IDEAS.search("swim", lang="lt")[0].idea == "swim"


def test_search_finds_the_word_its_beginning_and_parts_of_it():
    assert IDEAS.search("bus", lang="en")[0].idea == "bus"
    assert IDEAS.search("swimming", lang="en")[0].idea == "swim"
    assert "headphones" in {each.idea for each in IDEAS.search("headph", lang="en")}
    assert "phone" in {each.idea for each in IDEAS.search("phone", lang="en")}
    assert IDEAS.search("zzzz", lang="en") == ()


def test_search_shows_each_picture_once_and_no_more_than_asked_for():
    found = IDEAS.search("a", lang="en", most=12)
    assert len({each.picture for each in found}) == len(found) == 12


def test_nothing_written_gives_a_first_page():
    first = IDEAS.search("", lang="en")
    assert len(first) == 24
    assert first == IDEAS.search("  ", lang="en")


def test_words_of_another_language_are_used_when_they_are_there():
    tea = {"id": "tea", "pictures": ["openmoji:2615"], "en": ["tea"]}
    cy = {"words": {"tea": ["te", "paned"]}}
    ideas = Ideas.from_data({"idea": [tea]}, terms={"cy": cy}.get)
    assert [each.words for each in ideas.suggest("Dw i'n hoffi te", lang="cy")] == ["te"]
    assert ideas.search("pan", lang="cy")[0].words == "paned"


def test_two_ideas_cannot_claim_the_same_words():
    with pytest.raises(BadDataError):
        Ideas.from_data({"idea": [{"id": "a", "en": ["my bus"]}, {"id": "b", "en": ["bus"]}]})


@pytest.mark.parametrize(
    "data",
    [
        {"idea": [{"en": ["bus"]}]},
        {"idea": [{"id": "bus", "en": "bus"}]},
        {"idea": [{"id": "bus", "en": ["bus"], "pictuers": ["openmoji:1F68C"]}]},
        {"idea": [{"id": "bus"}, {"id": "bus"}]},
        {"first": ["bus"]},
    ],
)
def test_a_wrong_list_is_refused(data):
    with pytest.raises(BadDataError):
        Ideas.from_data(data)


def test_there_are_enough_ideas_and_each_has_english_words():
    assert len(IDEAS) >= 400
    assert all(idea.terms for idea in IDEAS)


def test_every_picture_exists():
    pictures = Shipped().symbols
    assert [ref for ref in IDEAS.pictures if pictures.picture(ref) is None] == []


def test_no_picture_is_one_that_no_adult_wants_in_a_plan():
    unwanted = {"1F9E9", "1F3E9", "1F52B", "1F5E1", "1F4A3", "1F595", "1F9F8", "1F52A", "E183"}
    assert unwanted.isdisjoint(ref.partition(":")[2] for ref in IDEAS.pictures)


@given(st.text())
def test_any_text_can_be_asked(text):
    for suggestion in IDEAS.suggest(text, lang="en"):
        assert suggestion.words in text
    IDEAS.search(text, lang="ur")
    IDEAS.negated(text, lang="pl")


def test_a_search_looks_into_the_middle_of_words_only_where_nothing_else_is_found():
    assert "nausea" not in [each.words for each in IDEAS.search("sea", lang="en-GB")]
    assert "nausea" in [each.words for each in IDEAS.search("ausea", lang="en-GB")]


@pytest.mark.parametrize(
    ("sentence", "idea"),
    [
        ("I took the dog out", "dog-walk"),
        ("I was throwing up", "vomit"),
        ("She got a job", "work"),
        ("I have lost my way", "lost"),
    ],
)
def test_a_verb_is_found_in_its_irregular_forms(sentence, idea):
    assert idea in ideas_of(sentence)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("I hate coffee", "en-GB"),
        ("I'm scared of dogs", "en-GB"),
        ("Coffee is disgusting", "en-GB"),
        ("Coffee is bad for me", "en-GB"),
        ("Coffee makes me feel sick", "en-GB"),
        ("I gave up coffee", "en-GB"),
        ("I gave coffee up", "en-GB"),
        ("Keep the big dog away from me", "en-GB"),
        ("I am sick of bingo", "en-GB"),
        ("Loud music gives me a headache", "en-GB"),
        ("Nienawidzę kawy", "pl"),
    ],
)
def test_what_is_said_against_a_thing_is_known(text, lang):
    assert IDEAS.against(text, lang=lang)
    assert not IDEAS.against("I like coffee", lang=lang)


@pytest.mark.parametrize(
    "text",
    ["My job is to give. Up we go", "Keep the keys. The dog ran away", "I make my sister laugh"],
)
def test_the_words_of_a_phrase_against_a_thing_stand_in_one_clause(text):
    assert not IDEAS.against(text, lang="en-GB")


@pytest.mark.parametrize(
    "text", ["The coffee was awful", "I get a headache from coffee", "Coffee, then I feel sick"]
)
def test_an_idea_of_dislike_or_harm_denies_what_stands_beside_it(text):
    assert IDEAS.denies(text, lang="en-GB", beside="coffee")
    assert not IDEAS.denies("A cup of coffee with Jo", lang="en-GB", beside="coffee")


def test_a_picture_of_what_hurts_says_so_itself():
    assert not IDEAS.denies("I have a headache", lang="en-GB", beside="headache")
    assert IDEAS.denies("I do not have a headache", lang="en-GB", beside="headache")


def test_a_search_knows_the_words_of_every_language_that_it_is_told():
    assert IDEAS.search("herbata", lang="en-GB") == ()
    found = IDEAS.search("herbata", lang="en-GB", also=("ur", "pl"))
    assert found[0].idea == "cup-of-tea"
    assert IDEAS.search("herbaty", lang="en-GB", also=("pl",))[0].idea == "cup-of-tea"


def test_a_search_in_several_languages_finds_what_one_alone_finds_first():
    for word in ("bus", "swimming", "phone", "tea"):
        alone = IDEAS.search(word, lang="en-GB")
        assert IDEAS.search(word, lang="en-GB", also=("pl", "cy"))[0] == alone[0]
