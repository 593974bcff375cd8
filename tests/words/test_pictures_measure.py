"""How often the right picture is offered for everyday words of care, in a list of hundreds."""

import tomllib
from pathlib import Path

import pytest

from app.shipped import Shipped

DATA = Path(__file__).parent / "data"
LISTS = [
    tomllib.loads((DATA / name).read_text("utf-8"))
    for name in ("pictures_en.toml", "pictures_en_2.toml")
]
IDEAS = Shipped().ideas


def offered(text: str) -> list[str]:
    return [each.idea for each in IDEAS.suggest(text, lang="en", most=3)]


@pytest.mark.parametrize("known", LISTS)
@pytest.mark.parametrize(("places", "share"), [(1, 0.85), (3, 0.95)])
def test_the_right_picture_is_among_the_first(known, places, share):
    right = [text for text, idea in known["right"].items() if idea in offered(text)[:places]]
    assert len(right) >= share * len(known["right"])


@pytest.mark.parametrize("known", LISTS)
def test_nothing_is_offered_for_words_that_have_no_picture(known):
    wrong = [text for text in known["none"] if offered(text)]
    assert len(wrong) <= 0.05 * len(known["none"])


@pytest.mark.parametrize("known", LISTS)
def test_the_list_names_ideas_that_have_a_picture(known):
    with_picture = {idea.id for idea in IDEAS if idea.pictures}
    assert set(known["right"].values()) <= with_picture
