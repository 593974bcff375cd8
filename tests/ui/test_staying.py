"""What is pressed on "How I like things" stays under the pointer while it applies."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.helpers.driver import Driver
from tests.helpers.seeing import in_sight
from ui.parts.in_sight import show_in_scroll_area
from ui.screens.base import Route


def middle(driver: Driver, name: str) -> int:
    """How far down in the window it stands."""
    button = driver.find(name)
    assert button is not None
    return button.mapTo(driver.window, button.rect().center()).y()


@pytest.fixture
def likes(own: Driver) -> Driver:
    own.window.show_route(Route("likes", {"person": own.person()}))
    own.settle()
    return own


def press(driver: Driver, name: str) -> tuple[int, int]:
    """Scroll to it and press it with the mouse: where its middle was before, and is after."""
    button = driver.find(name)
    assert button is not None
    show_in_scroll_area(button)
    driver.settle()
    before = middle(driver, name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    driver.settle()
    pressed = driver.find(name)
    assert pressed is not None
    assert pressed.isChecked()
    assert in_sight(pressed)
    return before, middle(driver, name)


@pytest.mark.parametrize(
    "name",
    [
        "theme-dark", "pictures-none", "speech_rate-0.6", "picture_size-biggest",
        "plan_shown-home", "scale_flip-True", "skin_tone-3", "recordings-False",
    ],
)  # fmt: skip
def test_what_was_chosen_stays_where_it_is(likes: Driver, name: str) -> None:
    before, after = press(likes, name)
    assert after == before


def test_a_strip_that_comes_to_stay_does_not_push_it_away(likes: Driver) -> None:
    before, after = press(likes, "read_to_me-questions")
    chosen = likes.find("read_to_me-questions")
    assert chosen is not None
    assert abs(after - before) < chosen.height() / 2


@pytest.mark.parametrize("percent", [125, 150, 200, 300])
def test_a_size_of_text_grows_where_it_was_pressed(likes: Driver, percent: int) -> None:
    before, after = press(likes, f"text_percent-{percent}")
    chosen = likes.find(f"text_percent-{percent}")
    assert chosen is not None
    assert abs(after - before) < chosen.height() / 2, "the pointer is not on it any more"


def test_one_setting_after_the_other_without_scrolling(likes: Driver) -> None:
    for name in ("theme-dark", "theme-white", "pictures-photo", "pictures-one_per_idea"):
        before, after = press(likes, name)
        assert after == before
