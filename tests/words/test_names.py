"""Looking for a picture by what it is called, wider than the ideas reach."""

import pytest

from app.shipped import Shipped
from app.words.lexicon import Ideas
from app.words.names import PictureNames
from app.words.openmoji import OpenMoji

IDEAS = Shipped().ideas
LISTS = {
    "en": "1F987\tbat\tvampire\n1F3CF\tcricket game\tball|bat\n",
    "pl": "1F987\tnietoperz\twampir\n",
}
NAMES = PictureNames(LISTS.get)


def found(text: str, lang: str) -> list[str]:
    return [each.name for each in NAMES.search(text, langs=(lang,))]


def test_its_name_comes_before_another_word_for_it():
    assert found("bat", "en") == ["bat", "cricket game"]


def test_the_beginning_of_a_word_is_enough():
    assert found("nieto", "pl") == ["nietoperz"]
    assert found("game", "en") == ["cricket game"]


def test_english_is_looked_through_too_and_each_picture_comes_once():
    assert found("bat", "pl") == ["bat", "cricket game"]
    assert found("wampir", "pl") == ["nietoperz"]
    assert found("", "pl") == found("zzz", "pl") == []


def test_ideas_come_before_pictures_that_are_only_called_so():
    results = IDEAS.search("bat", lang="en")
    assert "" in {each.idea for each in results}
    ideas = [bool(each.idea) for each in results]
    assert ideas == sorted(ideas, reverse=True)


def test_what_a_picture_is_called_brings_up_its_idea_but_no_other_word_for_it_does():
    tea = {"id": "tea", "pictures": ["openmoji:2615"], "en": ["tea"]}
    names = PictureNames({"en": "2615\thot beverage\tsteaming\n"}.get)
    ideas = Ideas.from_data({"idea": [tea]}, names=names)
    assert [each.idea for each in ideas.suggest("A hot beverage", lang="en")] == ["tea"]
    assert ideas.suggest("steaming", lang="en") == ()
    assert ideas.search("steam", lang="en")[0].picture == "openmoji:2615"


@pytest.mark.parametrize("lang", ["en", "cy", "pl", "ro", "pa", "ur", "bn", "gu", "ar", "so"])
def test_every_picture_on_the_lists_exists_and_is_one_an_adult_may_want(lang):
    pictures = OpenMoji.installed()
    names = Shipped().picture_names.of(lang)
    assert len(names) > 1_000
    assert [each.picture for each in names if pictures.picture(each.picture) is None] == []
    unwanted = {"1F9E9", "1F3E9", "1F52B", "1F5E1", "1F4A3", "1F595", "1F4A9", "1F480", "1F47D"}
    assert unwanted.isdisjoint(each.picture.partition(":")[2] for each in names)


@pytest.mark.parametrize("never", ["gun", "pistol", "puzzle piece", "love hotel", "middle finger"])
def test_a_search_shows_nothing_that_no_adult_wants_in_a_plan(never):
    assert never not in {each.words for each in IDEAS.search(never, lang="en")}
