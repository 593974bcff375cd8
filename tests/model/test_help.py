"""What help says is whole, plain, and about screens that there are."""

import copy
import re
from pathlib import Path

import pytest

from app import resources
from app.bootstrap import House
from app.model.errors import BadDataError
from app.model.help import Help, read_help
from ui.screens import SCREENS

ENGLISH = resources.read_toml("help", "en.toml")
FILES = sorted(resources.path("help").glob("*.toml"))


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> House:
    folder = tmp_path_factory.mktemp("house")
    return House(folder, folder)


def texts(found: Help) -> list[str]:
    pages = [page for guide in found.guide for page in guide.page]
    blocks = [block.words for page in pages for block in page.block]
    kept = [block.words for block in found.kept.values()]
    return [*(page.title for page in pages), *blocks, *kept, *found.screens.values()]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_file_is_whole_and_says_its_language(file: Path) -> None:
    found = read_help(resources.read_toml("help", file.name))
    assert found.lang.partition("-")[0] == file.stem.partition("-")[0]
    assert set(found.screens) == set(ENGLISH["screens"])


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
    assert house.help_in("ur-Aran-u-nu-arabext").lang == "en-GB"
