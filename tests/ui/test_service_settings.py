"""What the settings of whoever looks after the laptops change in the window."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QWidget

from app import service_files
from app.bootstrap import House
from app.model.person import KnownLanguage, Person
from tests.helpers.driver import Driver
from ui import opening
from ui.parts.pressable import Pressable
from ui.screens.base import Route

Settle = Callable[[str], None]


@pytest.fixture
def decide(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settle:
    """Lets a file of this computer say something before the window opens."""
    file = tmp_path / "computer.toml"
    monkeypatch.setattr(service_files, "of_this_computer", lambda: file)

    def say(settings: str) -> None:
        file.write_text(settings, "utf-8")
        house.read_service_files()

    return say


def print_in(driver: Driver) -> None:
    driver.window.show_route(Route("print", {"person": driver.person()}))
    driver.settle()


def offered(driver: Driver, beginning: str) -> list[str]:
    screen = driver.window.screen
    assert isinstance(screen, QWidget)
    names = [each.objectName() for each in screen.findChildren(Pressable)]
    return [name.removeprefix(beginning) for name in names if name.startswith(beginning)]


def test_an_open_notebook_locks_after_the_minutes_that_the_service_decided(
    decide: Settle, open_window: Callable[..., Driver]
) -> None:
    assert open_window().window.holding.idle._wait.interval() == 15 * 60_000
    decide("idle_minutes = 5")
    assert open_window().window.holding.idle._wait.interval() == 5 * 60_000


def test_the_first_screen_offers_the_services_languages_and_the_one_it_is_in(
    decide: Settle, open_window: Callable[..., Driver]
) -> None:
    decide('languages = ["cy", "pl"]')
    assert offered(open_window("pl"), "language-") == ["cy", "pl"]
    assert offered(open_window("ur"), "language-") == ["cy", "pl", "ur"]


def test_a_person_is_offered_every_language_and_their_own_on_paper(
    decide: Settle, house: House, request: pytest.FixtureRequest
) -> None:
    decide('languages = ["en-GB", "pl"]')
    own: Driver = request.getfixturevalue("own")
    notebook, by = own.window.ctx.open_notebook, own.window.ctx.writer
    who = own.person()
    print_in(own)
    own.press("choose-print-in")
    assert offered(own, "print-in-") == ["en-GB", "pl"]

    def speaks_somali() -> None:
        with notebook.unit_of_work() as work:
            person = work.records.get(who, Person)
            somali = (KnownLanguage(code="so"),)
            body = msgspec.structs.replace(person.body, languages=somali)
            work.records.revise(who, body, by=by)
            work.commit()

    own.ask(speaks_somali)
    print_in(own)
    own.press("choose-print-in")
    assert offered(own, "print-in-") == ["en-GB", "pl", "so"]
    own.press("back")
    own.press("home")
    own.press("likes")
    assert len(offered(own, "language-")) == len(house.catalogs.available())


def test_r15_not_safe_names_the_services_own_first_and_nobody_less(
    decide: Settle, house: House, request: pytest.FixtureRequest
) -> None:
    decide('[[tell]]\nname = "Jo Brown, the manager"\ntelephone = "01632 960001"')
    own: Driver = request.getfixturevalue("own")
    own.window.show_route(Route("not_safe", {"behind": {"person": own.person()}}))
    own.settle()
    seen = own.seen()
    named = [seen.index(words) for words in ("Jo Brown, the manager", "The police")]
    assert named == sorted(named)
    assert "0 1 6 3 2 9 6 0 0 0 1" in seen
    assert all(each.words in seen for each in house.offices)


def test_a_file_with_a_mistake_is_told_in_the_window_and_where_it_was_started(
    decide: Settle,
    house: House,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    open_window: Callable[..., Driver],
) -> None:
    decide("idle_minutes = 0")
    driver = open_window()
    opening.say_what_is_wrong(driver.window)
    told = capsys.readouterr().err
    assert "has a mistake and is not used" in told
    assert told.strip() in driver.seen()
    assert driver.window.holding.idle._wait.interval() == 3 * 60_000
