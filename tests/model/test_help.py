"""What help says is whole, plain, and about screens that there are."""

import copy
import datetime
import re
from pathlib import Path
from typing import Any

import pytest

from app import resources
from app.bootstrap import House
from app.model.errors import BadDataError
from app.model.help import Help, read_help
from ui.screens import SCREENS

ENGLISH = resources.read_toml("help", "en.toml")
FILES = sorted(resources.path("help").glob("*.toml"))

BUTTONS = (
    ("person 1.3", "Hear it"),
    ("person 2.3", "Stop or help"),
    ("person 3.3", "Stop or help"),
    ("person 3.3", "I am not safe"),
    ("keyworker 1.2", "How I like things"),
    ("keyworker 2.3", "Not today"),
    ("keyworker 2.3", "I don’t want to say"),
    ("keyworker 3.3", "Lock"),
    ("talk", "Not today"),
)
"""Where help names a button: a guide's page and block or a screen, and what the button says."""


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    folder = tmp_path_factory.mktemp("house")
    return House(folder, folder)


def texts(found: Help) -> list[str]:
    pages = [page for guide in found.guide for page in guide.page]
    blocks = [block.words for page in pages for block in page.block]
    kept = [block.words for block in found.kept.values()]
    return [*(page.title for page in pages), *blocks, *kept, *found.screens.values()]


def shape(data: Any, key: str = "") -> Any:
    """Everything of a file that is the same in all languages: all but the words themselves."""
    if isinstance(data, dict):
        return {each: shape(data[each], each) for each in data if each not in {"lang", "checked"}}
    if isinstance(data, list):
        return [shape(each) for each in data]
    return data if key in {"id", "picture"} else sorted(re.findall(r"{\w*}", data))


def placed(found: Help) -> dict[str, str]:
    """What stands in each block of the guides and about each screen."""
    blocks = {
        f"{guide.id} {at}.{number}": block.words
        for guide in found.guide
        for at, page in enumerate(guide.page, 1)
        for number, block in enumerate(page.block, 1)
    }
    return {**found.screens, **blocks}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_file_is_whole_and_says_its_language(file: Path) -> None:
    found = read_help(resources.read_toml("help", file.name))
    assert found.lang.partition("-")[0] == file.stem.partition("-")[0]
    assert set(found.screens) == set(ENGLISH["screens"])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_file_has_the_same_pages_pictures_and_places(file: Path) -> None:
    assert shape(resources.read_toml("help", file.name)) == shape(ENGLISH)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_button_is_called_what_it_says_in_the_window(file: Path, house: House) -> None:
    found = read_help(resources.read_toml("help", file.name))
    told, window = placed(found), house.wording(found.lang)
    assert window.lang == found.lang
    wanted = [(place, window.t(button)) for place, button in BUTTONS]
    assert [(place, says) for place, says in wanted if says not in told[place]] == []


def test_a_translation_is_unchecked_until_somebody_says_that_they_went_through_it():
    welsh = resources.read_toml("help", "cy.toml")
    by = {"by": "Nia", "on": datetime.date(2026, 12, 1)}
    assert read_help(welsh).is_unchecked()
    assert not read_help({**welsh, "checked": [by]}).is_unchecked()
    assert not read_help(ENGLISH).is_unchecked()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_picture_is_one_that_there_is(file: Path, house: House) -> None:
    pictures = set(re.findall(r"openmoji:[-0-9A-F]+", file.read_text("utf-8")))
    assert [each for each in pictures if house.symbols.picture(each) is None] == []


def test_help_is_about_screens_that_there_are():
    assert set(ENGLISH["screens"]) <= set(SCREENS)


def test_no_rule_of_easy_read_is_broken(house: House) -> None:
    def broken(words: str) -> bool:
        remarks = house.easy_read.sentence(words, lang="en-GB", vocabulary=("Alongside",))
        return any(each.weight == "F" for each in remarks)

    assert [words for words in texts(read_help(ENGLISH)) if broken(words)] == []


def test_what_is_missing_is_named():
    data = copy.deepcopy(ENGLISH)
    del data["kept"]["network"]
    with pytest.raises(BadDataError, match="network"):
        read_help(data)


def test_a_guide_has_three_pages():
    data = copy.deepcopy(ENGLISH)
    data["guide"][0]["page"].pop()
    with pytest.raises(BadDataError, match="page"):
        read_help(data)


def test_where_nobody_has_written_it_yet_it_is_in_english(house: House) -> None:
    assert house.help_in("de-CH").lang == "en-GB"


def test_a_style_of_letters_or_digits_changes_nothing(house: House) -> None:
    assert house.help_in("uk-Cyrl-u-nu-latn").lang == "uk"
