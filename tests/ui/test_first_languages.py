"""The languages come first on the first screen: who needs another one does not know to scroll."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QScrollArea

from app.bootstrap import House
from tests.helpers.driver import Driver
from ui.screens.welcome import places_of_namesakes


@pytest.fixture
def welcome(open_window: Callable[..., Driver], house: House) -> Driver:
    """The first screen of a computer with a notebook."""
    house.create_notebook(
        house.notebook_path("Two"), worker_name="Sam", secret="2468", kind="pin"
    ).close()
    driver = open_window("ur")
    driver.settle()
    return driver


def in_sight(driver: Driver) -> list[str]:
    """The languages that are seen whole."""
    found = []
    for name in driver.names():
        card = driver.find(name)
        if name.startswith("language-") and card is not None:
            assert card.visibleRegion().boundingRect() == card.rect(), name
            found.append(name)
    return found


def test_all_languages_are_in_sight_where_there_is_a_notebook(welcome: Driver) -> None:
    assert welcome.find("known-Two") is not None
    assert len(in_sight(welcome)) == len(welcome.window.house.catalogs.available())
    assert welcome.find("more-languages") is None
    told = "Nobody who speaks this language has checked these words yet."
    assert welcome.window.ctx.t(told) in welcome.seen()


def test_notebooks_of_one_name_are_told_apart_by_where_they_are() -> None:
    home, stick = Path("/home/jo/Plans/n.alongside"), Path("/media/stick/Plans/n.alongside")
    other, text = Path("/home/jo/Plans/two.alongside"), Path("/home/jo/Plans/n.txt")
    assert places_of_namesakes([home, other]) == ["", ""]
    assert places_of_namesakes([home, text, other]) == ["n.alongside", "n.txt", ""]
    told = [str(Path("jo/Plans")), str(Path("stick/Plans"))]
    assert places_of_namesakes([home, stick]) == told


def test_in_large_words_one_row_is_and_the_others_are_brought(welcome: Driver) -> None:
    window = welcome.window
    window.use_settings(msgspec.structs.replace(window.ctx.settings, text_percent=200))
    welcome.settle()
    for area in window.screen.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)
    every = len(window.house.catalogs.available())
    assert 2 <= len(in_sight(welcome)) < every
    more = welcome.find("more-languages")
    assert more is not None
    assert more.accessibleName()
    assert more.visibleRegion().boundingRect() == more.rect()
    welcome.press("more-languages")
    assert len(in_sight(welcome)) == every
