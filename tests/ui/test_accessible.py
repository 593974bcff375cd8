"""Everything that can be reached has a name, and targets on the person's side are large."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.model.person import Person
from app.model.record import Record
from tests.helpers.driver import Driver, talk_together
from ui.parts.pressable import Pressable
from ui.screens.base import Route


def screens(driver: Driver, person: Record[Person]) -> Iterator[str]:
    for name in ("home", "plan", "likes", "print", "doings"):
        driver.window.show_route(Route(name, {"person": person.id}))
        driver.settle()
        yield name
    driver.window.show_route(Route("home", {"person": person.id}))
    driver.settle()
    talk_together(driver)
    while driver.talk.conversation.previous is not None:
        driver.press("back")
    while driver.talk.conversation.next is not None:
        yield driver.step
        driver.next()


def reachable(driver: Driver) -> Iterator[QWidget]:
    for widget in driver.window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def test_everything_that_tab_reaches_has_a_name(examples: Driver, marcus: Record[Person]) -> None:
    nameless = [
        (screen, type(widget).__name__, widget.objectName())
        for screen in screens(examples, marcus)
        for widget in reachable(examples)
        if not widget.accessibleName()
    ]
    assert not nameless


def test_targets_of_the_person_are_64_px_and_of_the_helper_44(
    examples: Driver, marcus: Record[Person]
) -> None:
    small = []
    for screen in screens(examples, marcus):
        for widget in examples.window.findChildren(Pressable):
            if widget.isVisible():
                least = widget._least()
                if widget.height() - 2 * widget._margin() < least:
                    small.append((screen, widget.objectName(), widget.height()))
    assert not small
