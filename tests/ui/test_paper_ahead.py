"""The booklet made while somebody comes to "Print", before they press it."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.model.errors import BadDataError
from app.model.person import Person
from app.model.print_order import PrintOrder
from app.model.record import Record
from app.usecases import events
from tests.helpers.driver import Driver
from ui.desk import Stopped
from ui.parts.pressable import Pressable
from ui.screens.base import Route


@pytest.fixture
def print_button(examples: Driver, marcus: Record[Person]) -> Pressable:
    """ "Print" on the page of the plan."""
    examples.window.show_route(Route("plan", {"person": marcus.id}))
    examples.settle()
    found = examples.find("print")
    assert found is not None
    return found


@pytest.fixture
def made(examples: Driver, monkeypatch: pytest.MonkeyPatch) -> list[PrintOrder]:
    """What was ordered of the press room, as it went."""
    orders: list[PrintOrder] = []
    make = examples.window.house.set_document

    def set_document(notebook: Any, order: PrintOrder, **how: Any) -> Any:
        orders.append(order)
        return make(notebook, order, **how)

    monkeypatch.setattr(examples.window.house, "set_document", set_document)
    return orders


def come_to(button: Pressable) -> None:
    QApplication.sendEvent(button, QEvent(QEvent.Type.Enter))


def test_it_is_made_once_somebody_comes_to_the_button_and_not_before(
    examples: Driver, print_button: Pressable, made: list[PrintOrder]
) -> None:
    assert not made
    come_to(print_button)
    come_to(print_button)
    examples.settle()
    assert len(made) == 1


def test_it_is_the_very_booklet_that_is_shown_when_it_is_pressed(
    examples: Driver, print_button: Pressable, made: list[PrintOrder]
) -> None:
    come_to(print_button)
    examples.settle()
    examples.press("print")
    ahead, shown = made
    assert ahead == shown


def test_nothing_is_written_down_of_it(
    examples: Driver, print_button: Pressable, marcus: Record[Person]
) -> None:
    notebook = examples.window.ctx.open_notebook
    before = examples.ask(lambda: events.read(notebook, person=marcus.id))
    come_to(print_button)
    examples.settle()
    assert examples.ask(lambda: events.read(notebook, person=marcus.id)) == before


def test_whoever_asks_for_something_else_does_not_wait_for_it(
    examples: Driver, print_button: Pressable, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, begun, asked = examples.window, threading.Event(), threading.Event()
    left_off: list[type[Exception]] = []

    def takes_long(_notebook: object, _order: object, *, pause: Callable[[], None]) -> None:
        pause()
        begun.set()
        asked.wait()
        try:
            pause()
        except Stopped as stopped:
            left_off.append(type(stopped))
            raise

    monkeypatch.setattr(window.house, "set_document", takes_long)
    come_to(print_button)
    begun.wait()
    window.desk.do(lambda: None, owner=window)
    asked.set()
    examples.settle()
    assert left_off == [Stopped]


def test_what_goes_wrong_is_told_to_whoever_prints_and_not_before(
    examples: Driver, print_button: Pressable, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object, **__: object) -> None:
        raise BadDataError("The list of fonts is wrong.")

    told: list[str] = []
    examples.window.desk.trouble.connect(told.append)
    monkeypatch.setattr(examples.window.house, "set_document", damaged)
    come_to(print_button)
    examples.settle()
    assert not told
