"""The data of the easy-read helper: enough of it, and nothing that contradicts itself."""

import tomllib
from pathlib import Path

import pytest

from app.model.errors import BadDataError
from app.shipped import Shipped
from app.words.easyread.lists import base_forms
from app.words.easyread.remarks import Rules
from app.words.easyread.syllables import syllables

FOLDER = Path(__file__).parents[2] / "resources" / "words" / "easyread"
EASY_READ = Shipped().easy_read
ENGLISH = tomllib.loads((FOLDER / "english.toml").read_text("utf-8"))


def test_there_are_enough_hard_words_and_figures_of_speech():
    assert len(ENGLISH["jargon"]) >= 200
    assert len(ENGLISH["idioms"]) >= 80


@pytest.mark.parametrize("name", ["jargon", "office", "idioms", "abbreviations", "initials"])
def test_for_each_there_is_a_plain_word_that_is_not_the_same(name):
    same = [term for term, plain in ENGLISH[name].items() if not plain or plain == term]
    assert same == []


@pytest.mark.parametrize("name", ["jargon", "office"])
def test_what_is_offered_in_place_of_a_hard_word_is_no_hard_word_itself(name):
    hard = {"W05", "W07"}
    offered = {each.strip() for plain in ENGLISH[name].values() for each in plain.split(";")}
    assert [
        (plain, each.rule)
        for plain in sorted(offered)
        for each in EASY_READ.sentence(f"I say {plain} here.", lang="en")
        if each.rule in hard
    ] == []


def test_the_words_of_the_picture_ideas_are_everyday_words():
    for idea in Shipped().ideas:
        for term in idea.terms:
            found = EASY_READ.sentence(f"my {term.removeprefix('to ')}", lang="en")
            assert "W05" not in {each.rule for each in found if "office" not in str(each.says)}


def test_the_table_holds_every_rule_that_there_is():
    table = tomllib.loads((FOLDER / "rules.toml").read_text("utf-8"))
    assert [f"W{nth:02}" for nth in range(1, 30)] == [key for key in table if key[0] == "W"]
    code = "".join(
        file.read_text("utf-8") for file in (FOLDER.parents[2] / "app/words/easyread").glob("*.py")
    )
    assert [key for key in table if f"def {key.lower()}_" not in code] == []


@pytest.mark.parametrize(
    "data", [{"W01": {}}, {"W01": {"about": "x", "weight": ["X"]}}, {"W01": 3}]
)
def test_a_wrong_table_is_refused(data):
    with pytest.raises(BadDataError):
        Rules.from_data(data)


@pytest.mark.parametrize(
    ("word", "number"),
    [("tea", 1), ("hopped", 1), ("wanted", 2), ("table", 2), ("little", 2), ("baking", 2),
     ("being", 2), ("piano", 3), ("family", 3), ("vegetable", 4), ("information", 4),
     ("community", 4), ("cakes", 1)],
)  # fmt: skip
def test_syllables_are_counted_near_enough(word, number):
    assert syllables(word) == number


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("cups", "cup"),
        ("babies", "baby"),
        ("baking", "bake"),
        ("stopped", "stop"),
        ("sam's", "sam"),
    ],
)
def test_a_word_is_known_in_its_other_forms(form, word):
    assert word in base_forms(form)
