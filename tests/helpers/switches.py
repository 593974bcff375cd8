"""Uses the window by switch alone: waits for what is wanted to be offered, and presses."""

import dataclasses
from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.model.ids import RecordId
from app.usecases import people
from tests.helpers.driver import Driver
from ui.scanning.finding import _key
from ui.scanning.offers import Group, Offer, Thing, flat
from ui.scanning.scanner import Scanner
from ui.screens.base import Route


@dataclasses.dataclass
class Steps:
    """What it took to choose a thing: presses that choose, and things passed by."""

    presses: int = 0
    passed: int = 0


class Scan:
    """One window, and a person with a switch."""

    def __init__(self, driver: Driver, person: RecordId) -> None:
        self.driver, self.person = driver, person
        self.total = Steps()

    @property
    def scanner(self) -> Scanner:
        """What offers things."""
        return self.driver.window.reach.scanner

    def use(self, how: str, **reach: object) -> "Scan":
        """Keep this way of reaching things for the person, and go home."""
        ctx, person = self.driver.window.ctx, self.person
        notebook, by = ctx.open_notebook, ctx.writer
        for field, value in {"ignore_ms": 0, **reach}.items():
            self.driver.ask(
                lambda field=field, value=value: people.change_reaching(
                    notebook, person=person, field=field, value=value, by=by
                )
            )
        self.driver.ask(
            lambda: people.change_setting(notebook, person=person, field="input", value=how, by=by)
        )
        self.driver.window.activateWindow()
        self.go("home")
        return self

    def settle(self) -> None:
        """Wait until the screen is there and something is offered."""
        self.driver.settle()
        self.driver.qtbot.waitUntil(lambda: not self.scanner._busy, timeout=10_000)
        self.scanner.look()

    def go(self, screen: str) -> None:
        """Show a screen of the person."""
        self.driver.window.show_route(Route(screen, {"person": self.person}))
        self.driver.settle()
        self.driver.qtbot.wait(30)
        self.settle()

    def offered(self) -> tuple[Thing, ...]:
        """Everything that is offered on this screen, one after the other."""
        return flat(self.scanner._walk._levels[0])

    def press(self, which: int = 0) -> None:
        """Press a switch, as the operating system says it."""
        reach = self.driver.window.ctx.settings.reach
        name = (reach.first_switch, reach.second_switch)[which]
        key = QKeySequence(name)[0].key()
        QTest.keyClick(self._handle(), key)

    def escape(self) -> None:
        """Press Escape twice."""
        for _ in range(2):
            QTest.keyClick(self._handle(), Qt.Key.Key_Escape)
        self.driver.settle()

    def sign(self) -> str:
        """The words at the top of the window."""
        frame = self.scanner._frame
        return frame._says if frame is not None and frame.isVisible() else ""

    def until(self, wanted: Callable[[Offer | None], bool]) -> int:
        """Wait, or press on, until something wanted is offered; how many were passed by."""
        passed = 0
        if self.driver.window.ctx.settings.input == "switch":
            self.driver.qtbot.waitUntil(lambda: self._comes(wanted), timeout=20_000)
            return passed
        while not wanted(self.scanner.now):
            self.press(0)
            passed += 1
            assert passed < 60, "it is never offered"
        return passed

    def _comes(self, wanted: Callable[[Offer | None], bool]) -> bool:
        """Whether it is offered now; where it waits for the switch, that is pressed."""
        if not self.scanner._busy and self.scanner._walk.resting:
            self.press()
        return wanted(self.scanner.now)

    def choose(self, name: str) -> Steps:
        """Choose what can be pressed under this name, whatever groups it is in."""
        self.settle()
        return self.choose_at_once(name)

    def choose_at_once(self, name: str) -> Steps:
        """Choose it while something else is still being done."""
        button = self.driver.find(name)
        assert button is not None, (name, self.driver.names())
        key = _key(button)  # what is pressed may be gone by then
        return self._choose(lambda thing: thing.key == key, name)

    def choose_named(self, words: str) -> Steps:
        """Choose the thing that is called so."""
        self.settle()
        return self._choose(lambda thing: thing.name == words, words)

    def in_sight(self, name: str) -> bool:
        """Whether it is offered without moving the page."""
        button = self.driver.find(name)
        things = flat(self.scanner._walk._levels[0])
        return button is not None and any(each.key == _key(button) for each in things)

    def place_of(self, name: str) -> int:
        """How many groups and things are offered before the group in which this is."""
        button = self.driver.find(name)
        assert button is not None
        top = self.scanner._walk._levels[0]
        places = [
            place
            for place, each in enumerate(top)
            if any(inside.key == _key(button) for inside in flat((each,)))
        ]
        return places[0]

    def levels(self) -> Iterator[tuple[int, tuple[Offer, ...]]]:
        """Each group there is, with how deep it is."""

        def inside(
            depth: int, offers: tuple[Offer, ...]
        ) -> Iterator[tuple[int, tuple[Offer, ...]]]:
            yield depth, offers
            for each in offers:
                if isinstance(each, Group):
                    yield from inside(depth + 1, each.inside)

        yield from inside(1, self.scanner._walk._levels[0])

    def _choose(self, is_it: Callable[[Thing], bool], name: str) -> Steps:
        steps = Steps()
        chosen: list[Thing] = []
        link = self.scanner.chosen.connect(chosen.append)
        choosing = 0 if self.driver.window.ctx.settings.input == "switch" else 1
        top = self.scanner._walk._levels[0]
        assert any(is_it(each) for each in flat(top)), (name, [each.name for each in flat(top)])

        def leads(now: Offer | None) -> bool:
            return now is not None and any(is_it(each) for each in flat((now,)))

        while not chosen:
            steps.passed += self.until(leads)
            self.press(choosing)
            steps.presses += 1
            assert steps.presses < 8, name
        self.scanner.chosen.disconnect(link)
        assert is_it(chosen[0])
        self.total.presses += steps.presses
        self.total.passed += steps.passed
        self.settle()
        return steps

    def _handle(self) -> object:
        """The window that has the keyboard: a dialog keeps it from the one under it."""
        return (QApplication.activeModalWidget() or self.driver.window).windowHandle()
