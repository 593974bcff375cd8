"""Everything that can be reached has a name, and targets on the person's side are large."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.model.person import Person
from app.model.record import Record
from tests.helpers.driver import Driver, begin, talk_together
from tests.helpers.guides import guide, moment
from ui.parts.pressable import Pressable
from ui.parts.words import Words
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


def chain(driver: Driver) -> list[QWidget]:
    """What Tab reaches, in its order, from where the keyboard is to there again."""
    handle, found = driver.window.windowHandle(), []
    for _ in range(300):
        QTest.keyClick(handle, Qt.Key.Key_Tab)
        now = driver.window.focusWidget()
        if now is None or now in found:
            break
        found.append(now)
    return found


def test_the_keyboard_goes_in_the_order_in_which_things_are_heard(
    examples: Driver, marcus: Record[Person]
) -> None:
    examples.window.activateWindow()
    for screen in screens(examples, marcus):
        assert examples.window.screen is not None
        reached = chain(examples)
        heard = [each for each in examples.window.screen.readables() if each in reached]
        if heard:  # Tab goes round: it is begun at what is heard first
            start = reached.index(heard[0])
            reached = reached[start:] + reached[:start]
        places = [reached.index(each) for each in heard]
        assert places == sorted(places), (screen, [each.words for each in heard])


def spoken(widget: QWidget) -> QAccessibleInterface:
    """What a screen reader is given of a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def test_a_screen_reader_is_told_what_each_thing_is_and_whether_it_is_chosen(
    examples: Driver, marcus: Record[Person]
) -> None:
    role, text = QAccessible.Role, QAccessible.Text.Name
    for screen in screens(examples, marcus):
        for each in reachable(examples):
            told = spoken(each)
            assert told.text(text), (screen, each.objectName())
            if isinstance(each, Pressable):
                assert told.role() in {role.Button, role.CheckBox}, (screen, each.objectName())
                assert bool(told.state().checked) == each.isChecked(), (screen, each.objectName())
            elif isinstance(each, QLineEdit | QPlainTextEdit):
                assert told.role() == role.EditableText, (screen, each.objectName())
        for words in examples.window.findChildren(Words):
            if words.isVisible() and words.words:
                told = spoken(words)
                assert told.role() in {role.StaticText, role.Heading}, screen
                assert told.text(text) == words.words


def test_what_comes_up_is_announced_once(examples: Driver, marcus: Record[Person]) -> None:
    said: list[str] = []
    examples.window.announcer.said.connect(said.append)
    examples.press("plan")
    assert [each.startswith("My plan") for each in said] == [True]
    examples.window.rebuild()
    examples.settle()
    assert len(said) == 1


def test_what_is_told_is_announced(examples: Driver, marcus: Record[Person]) -> None:
    said: list[str] = []
    examples.window.announcer.said.connect(said.append)
    examples.window.tell("It is saved.")
    assert said == ["It is saved."]


def test_what_is_read_back_is_announced_sentence_by_sentence(own: Driver) -> None:
    said: list[str] = []
    own.window.announcer.said.connect(said.append)
    begin(own, guide(moment("like")))
    own.write("I like tea.")
    own.press("how-own_spoken")
    own.press("put-on-card")
    own.next()
    assert "I like tea." in said[-1]
    assert "Is this right?" in said[-1]
