"""Choosing by resting the pointer, as eyes and heads do."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from app.model.person import Person
from app.model.record import Record
from tests.helpers.driver import Driver
from tests.helpers.switches import Scan
from ui.scanning.dwell import Dwell
from ui.scanning.offers import Thing


class Eyes:
    """A pointer that is where it is put, and a clock that goes when it is told to."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.dwell: Dwell = driver.window.reach.dwell
        self.at, self.now = QPoint(1, 1), 0
        self.dwell.where = lambda: driver.window.mapToGlobal(self.at)
        self.dwell.clock = lambda: self.now
        self.chosen: list[Thing] = []
        self.dwell.chosen.connect(self.chosen.append)
        self.dwell._poll.stop()
        self.dwell._look.stop()
        self.dwell.look()
        self.dwell._spent = None

    def look_at(self, name: str, seconds: float, *, off: int = 0) -> None:
        """Rest for so long on the thing that is called so, or so many px beside its left edge."""
        thing = next(each for each in self.dwell._things if each.name.startswith(name))
        box = QRect(*thing.box)
        self.rest(box.center() if not off else QPoint(box.left() - off, box.center().y()), seconds)

    def rest(self, at: QPoint, seconds: float) -> None:
        """Rest somewhere."""
        self.at = at
        for _ in range(int(seconds * 10)):
            self.dwell.poll()
            self.now += 100
        self.dwell.poll()
        self.driver.settle()


@pytest.fixture
def eyes(examples: Driver, marcus: Record[Person]) -> Eyes:
    Scan(examples, marcus.id).use("eye", dwell_seconds=1.2)
    return Eyes(examples)


def test_what_the_pointer_rests_on_is_chosen(eyes: Eyes) -> None:
    eyes.look_at("My plan", 1.3)
    eyes.driver.settle()
    assert eyes.driver.window.route.screen == "plan"


def test_looking_for_less_chooses_nothing_and_leaving_begins_anew(eyes: Eyes) -> None:
    for _ in range(4):
        eyes.look_at("My plan", 0.9)
        eyes.rest(QPoint(2, 760), 0.2)
    assert not eyes.chosen


def test_the_ring_fills_while_it_rests_and_goes_when_it_leaves(eyes: Eyes) -> None:
    eyes.look_at("My plan", 0.7)
    assert eyes.dwell._shown is not None
    assert 0.4 < eyes.dwell._shown.full < 0.7
    eyes.rest(QPoint(2, 760), 0.1)
    assert eyes.dwell._shown.full == 0


def test_a_tremble_over_the_edge_is_no_leaving(eyes: Eyes) -> None:
    eyes.look_at("My plan", 0.6)
    eyes.look_at("My plan", 0.3, off=8)
    eyes.look_at("My plan", 0.5)
    assert [each.name.startswith("My plan") for each in eyes.chosen] == [True]


def test_nothing_is_chosen_again_until_the_pointer_was_elsewhere(eyes: Eyes) -> None:
    eyes.look_at("Hear it", 5)
    assert len(eyes.chosen) == 1
    eyes.look_at("My plan", 0.1)
    eyes.look_at("Hear it", 1.3)
    assert len(eyes.chosen) == 2
    eyes.driver.window.aloud.stop()


def test_what_comes_up_under_a_resting_pointer_is_not_chosen(eyes: Eyes) -> None:
    eyes.look_at("My plan", 1.3)
    eyes.driver.settle()
    eyes.dwell.look()
    eyes.rest(eyes.at, 6)
    assert len(eyes.chosen) == 1


def test_at_the_place_to_rest_nothing_is_chosen_until_it_is_looked_at_again(eyes: Eyes) -> None:
    eyes.look_at("Rest here", 1.3)
    eyes.rest(QPoint(300, 250), 5)
    assert not eyes.chosen
    assert [each.name for each in eyes.dwell._things] == ["Look here to go on"]
    eyes.look_at("Look here to go on", 1.3)
    eyes.look_at("My plan", 1.3)
    assert len(eyes.chosen) == 1


def test_with_less_movement_the_ring_fills_in_steps(eyes: Eyes) -> None:
    assert eyes.driver.window.ctx.settings.reduce_motion
    seen = set()
    eyes.look_at("My plan", 0.1)
    for _ in range(10):
        eyes.rest(eyes.at, 0.1)
        assert eyes.dwell._shown is not None
        seen.add(eyes.dwell._shown.full)
    assert seen <= {0, 0.25, 0.5, 0.75}


def test_escape_twice_leaves_it_and_the_mouse_goes_on_working(eyes: Eyes) -> None:
    Scan(eyes.driver, eyes.driver.person()).escape()
    assert not eyes.dwell._poll.isActive()
    eyes.driver.press("plan")
    assert eyes.driver.window.route.screen == "plan"
    assert eyes.dwell._shown is not None
    assert not eyes.dwell._shown.isVisible()
    Scan(eyes.driver, eyes.driver.person()).escape()
    assert eyes.dwell._poll.isActive()
    assert eyes.dwell._shown.isVisible()


def test_a_large_pointer_is_large_in_the_whole_program_and_goes_with_the_window(
    examples: Driver, marcus: Record[Person]
) -> None:
    Scan(examples, marcus.id).use("mouse", pointer=3)
    cursor = QApplication.overrideCursor()
    assert cursor is not None
    assert cursor.pixmap().height() >= 90
    examples.window.reach.close()
    assert QApplication.overrideCursor() is None
