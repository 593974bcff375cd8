"""The ideas in the languages that people speak at home."""

import json
from pathlib import Path

import pytest

from app.model.errors import BadDataError
from app.shipped import Shipped
from app.words.lexicon import Ideas
from app.words.matching import folded
from app.words.splitting import words
from app.words.terms import read_forms, read_terms

IDEAS = Shipped().ideas
LANGUAGES = ("cy", "pl", "ro", "pa", "ur", "bn", "gu", "ar", "so")
FORMS = Path(__file__).parents[2] / "resources" / "words" / "forms"
TEA = {"id": "tea", "pictures": ["openmoji:2615"], "en": ["tea"]}
ICE = {"id": "ice", "pictures": ["openmoji:1F9CA"], "en": ["ice"]}


def ideas_of(text: str, lang: str) -> list[str]:
    return [each.idea for each in IDEAS.suggest(text, lang=lang)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_are_words_for_at_least_250_ideas_and_nobody_claims_to_have_checked_them(lang):
    terms = IDEAS.terms(lang)
    assert len(terms.words) >= 500
    assert terms.checked_by == terms.checked_on == ""


@pytest.mark.parametrize(
    ("lang", "sentence", "expected"),
    [
        ("pl", "Piję kawę z mlekiem.", ["coffee", "milk"]),
        ("pl", "Myję zęby rano", ["toothbrush", "morning"]),
        ("pl", "Jadę autobusem do szkoły", ["bus", "school"]),
        ("pl", "Dzwonię do mamy", ["phone-call"]),
        ("cy", "Mae fy mhen yn brifo", ["headache"]),
        ("cy", "Dw i'n golchi fy nwylo", ["wash-hands"]),
        ("ro", "Merg la biserică duminica", ["church", "sunday"]),
        ("ro", "Mă spăl pe dinţi", ["toothbrush"]),
        ("ur", "مجھے سر میں درد ہے", ["headache"]),
        ("bn", "আমি মসজিদে যাই", ["mosque"]),
        ("pa", "ਮੈਂ ਗੁਰਦੁਆਰੇ ਜਾਂਦਾ ਹਾਂ", ["sikh"]),
        ("gu", "હું મંદિર જાઉં છું", ["hindu-temple"]),
        ("ar", "أغسل يدي", ["wash-hands"]),
        ("so", "Waxaan aadaa masaajidka", ["mosque"]),
    ],
)
def test_words_are_found_in_the_forms_in_which_people_say_them(lang, sentence, expected):
    assert ideas_of(sentence, lang) == expected


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("pl", "Nie jestem szczęśliwy"),
        ("cy", "Dw i ddim yn hapus"),
        ("ur", "میں خوش نہیں ہوں"),
        ("bn", "আমি খুশি না"),
        ("pa", "ਮੈਂ ਖੁਸ਼ ਨਹੀਂ ਹਾਂ"),
        ("gu", "હું ખુશ નથી"),
        ("ar", "لست سعيدا"),
    ],
)
def test_a_feeling_is_not_pictured_beside_a_no_that_stands_before_or_after_it(lang, sentence):
    assert IDEAS.negated(sentence, lang=lang)
    assert "happy" not in ideas_of(sentence, lang)


def test_a_common_word_is_not_taken_for_the_form_of_a_rarer_one():
    assert ideas_of("Mam czas", "pl") == []
    assert "mum" not in ideas_of("My mamy psa", "pl")


def test_a_written_form_wins_over_one_that_was_made():
    terms = {"pl": {"words": {"tea": ["herbata"], "ice": ["lód", "lody"]}}}
    made = {"pl": {"herbata": "lody herbaty"}}
    ideas = Ideas.from_data({"idea": [TEA, ICE]}, terms=terms.get, forms=made.get)
    assert [each.idea for each in ideas.suggest("lody", lang="pl")] == ["ice"]
    assert [each.idea for each in ideas.suggest("herbaty", lang="pl")] == ["tea"]


def test_a_form_that_could_be_two_ideas_brings_up_none():
    terms = {"pl": {"words": {"tea": ["a b"], "ice": ["c b"]}}}
    made = {"pl": {"x": "a c"}}
    ideas = Ideas.from_data({"idea": [TEA, ICE]}, terms=terms.get, forms=made.get)
    assert ideas.suggest("x b", lang="pl") == ()
    assert [each.idea for each in ideas.suggest("a b", lang="pl")] == ["tea"]


@pytest.mark.parametrize(
    "data",
    [
        {"words": {"coffee": ["kawa"]}},
        {"words": {"tea": []}},
        {"words": {"tea": [""]}},
        {"words": {"tea": "herbata"}},
        {"word": {}},
        {"never_with": {"coffee": ["x"]}},
    ],
)
def test_a_wrong_list_of_words_is_refused(data):
    with pytest.raises(BadDataError):
        read_terms(data, lang="pl", known=frozenset({"tea"}))


@pytest.mark.parametrize("file", sorted(FORMS.glob("*.json")), ids=lambda file: file.stem)
def test_every_table_of_forms_is_of_words_that_are_there(file):
    written = {
        folded(word)
        for terms in IDEAS.terms(file.stem).words.values()
        for term in terms
        for word in words(term)
    }
    forms = read_forms(json.loads(file.read_text("utf-8")))
    assert len(forms) > 5_000
    assert set(forms.values()) <= written


def test_a_language_tag_is_no_way_to_a_file():
    assert IDEAS.suggest("x", lang="../../x") == ()
