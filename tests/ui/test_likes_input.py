"""How I reach things, in "How I like things": chosen, tried out safely, and always a way back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.model.person import Person, Settings
from app.model.record import Record
from app.usecases import people
from tests.helpers.driver import Driver
from tests.helpers.switches import Scan
from ui.aloud import Aloud
from ui.parts.likes_input import ROWS, WAYS
from ui.scanning import scanner as scanning
from ui.scanning.trying import Learning, Trying
from ui.screens.base import Route


@pytest.fixture(autouse=True)
def _short_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "SECOND_MS", 10)


@pytest.fixture
def likes(examples: Driver, marcus: Record[Person]) -> Driver:
    examples.window.show_route(Route("likes", {"person": marcus.id}))
    examples.settle()
    examples.window.activateWindow()
    return examples


def settings(driver: Driver) -> Settings:
    notebook, person = driver.window.ctx.open_notebook, driver.person()
    return driver.ask(lambda: people.person(notebook, person=person)).body.ui


def key(driver: Driver, which: Qt.Key) -> None:
    QTest.keyClick(driver.window.windowHandle(), which)
    driver.settle()


@pytest.mark.parametrize("way", [way for way, _, _ in WAYS])
def test_each_way_is_kept_and_asks_what_it_needs(likes: Driver, way: str) -> None:
    likes.press(f"input-{way}")
    assert settings(likes).input == way
    for field, _, choices in ROWS[way]:
        for value, _, _ in choices:
            assert likes.find(f"{field}-{value}") is not None, field
    assert likes.window.reach.scanner.on == (way in {"switch", "two_switches", "partner"})


def test_speed_and_holding_are_kept_as_they_are_pressed(likes: Driver) -> None:
    likes.press("input-switch")
    for name, value in (
        ("scan_seconds", 4.0),
        ("rounds", 5),
        ("hold_ms", 500),
        ("say_names", True),
    ):
        likes.press(f"{name}-{value}")
        assert getattr(settings(likes).reach, name) == value


def test_each_thing_is_said_aloud_as_it_is_offered_if_wanted(
    likes: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[str, str]] = []

    monkeypatch.setattr(Aloud, "say", lambda _, words, lang: said.append((words, lang)))
    likes.press("input-two_switches")
    assert not said
    likes.press("say_names-True")
    likes.qtbot.waitUntil(lambda: bool(said))
    likes.qtbot.waitUntil(lambda: likes.window.reach.scanner.now is not None)
    assert said[-1] == (likes.window.reach.scanner.now.name, "en-GB")


def test_a_key_is_learnt_by_pressing_it_and_is_the_switch_at_once(likes: Driver) -> None:
    likes.press("input-two_switches")
    likes.press("first_switch")
    assert isinstance(likes.window.reach.layer, Learning)
    assert "Press your switch now." in likes.seen()
    key(likes, Qt.Key.Key_F7)
    assert likes.window.reach.layer is None
    assert settings(likes).reach.first_switch == "F7"
    assert "My switch is F7" in likes.seen()


def test_a_click_is_learnt_and_escape_leaves_it_as_it_was(likes: Driver) -> None:
    likes.press("input-switch")
    likes.press("first_switch")
    key(likes, Qt.Key.Key_Escape)
    assert likes.window.reach.layer is None
    assert settings(likes).reach.first_switch == "Space"
    likes.press("first_switch")
    handle, no = likes.window.windowHandle(), Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, no, QPoint(700, 400))
    likes.settle()
    assert settings(likes).reach.first_switch == "Click"


def test_it_is_tried_where_nothing_is_kept_and_left_by_the_same_switch(
    likes: Driver, marcus: Record[Person]
) -> None:
    likes.press("input-two_switches")
    likes.press("ignore_ms-0")
    scan = Scan(likes, marcus.id)
    likes.press("try-it")
    before = settings(likes)
    assert isinstance(likes.window.reach.layer, Trying)
    scan.choose_named("Music")
    assert "You chose: Music" in likes.seen()
    scan.choose("tried")
    assert likes.window.reach.layer is None
    assert settings(likes) == before


def test_whoever_chose_a_switch_by_mistake_goes_back_by_mouse(likes: Driver) -> None:
    likes.press("input-switch")
    likes.press("input-mouse")
    assert not likes.window.reach.scanner.on
    assert settings(likes).input == "mouse"


def test_the_bottom_of_a_long_page_is_reached_by_switch(
    likes: Driver, marcus: Record[Person]
) -> None:
    scan = Scan(likes, marcus.id).use("two_switches")
    scan.go("likes")
    for _ in range(20):
        if likes.find("try-it") is not None and scan.in_sight("try-it"):
            break
        scan.choose_named("Further down")
    scan.choose("try-it")
    assert isinstance(likes.window.reach.layer, Trying)
