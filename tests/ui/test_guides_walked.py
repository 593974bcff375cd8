"""Every shipped talk, walked in the window: by pressing alone, by the keyboard, and by saying no.

Marcus has a whole life in the examples, so that every moment has something to show.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.bootstrap import House
from app.model.ids import RecordId
from app.model.person import Person
from app.model.record import Record
from app.model.session import REFUSALS, Session
from app.model.statement import Statement
from app.usecases import sessions, story
from tests.helpers.driver import Driver, begin
from ui.parts.pressable import Pressable
from ui.screens.base import Route
from ui.screens.talk import TalkScreen

GUIDES = [
    pytest.param(name, marks=() if name == "hard_day" else pytest.mark.slow)
    for name in ("review", "first_plan", "profile", "passport", "path", "hard_day", "feedback")
]
"""One of them is quick enough for every run."""

SHIPPED = [param.values[0] for param in GUIDES]
NOTHING_TO_PRESS = {"promise", "sharing", "told", "due", "read_back", "pick", "moved", "row_check"}
"""What there may be nothing to say to: nothing was promised, nothing is new, nothing is due."""

WAYS = {
    "settings": ["change-settings", "theme-white"],
    "people_here": ["yes-"],
    "topics": ["topic-"],
    "board": ["pile-"],
    "question": ["answer-with-picture", "picture-"],
    "observe": ["answer-with-picture", "picture-"],
    "voice": ["answer-with-picture", "picture-"],
    "photo": ["answer-with-picture", "picture-"],
    "drawing": ["answer-with-picture", "picture-"],
    "steps": ["answer-with-picture", "picture-"],
    "read_back": ["keep"],
    "copy": ["no-copy"],
    "sharing": ["reader-", "say-ask_each_time"],
    "sealed": ["just-me"],
    "scale": ["place-"],
    "pick": ["pick-"],
    "pick_people": ["pick-"],
    "profile_pick": ["pick-"],
    "others_say": ["agree"],
    "ladder": ["hope-"],
    "rate": ["face-"],
    "promise": ["said-"],
    "told": ["promise-"],
    "due": ["not_today-"],
    "circle": ["who-", "ring-"],
    "day": ["time-", "felt-"],
    "chart_row": ["part-"],
    "row_check": ["seen-by-", "check-"],
    "agree": ["agrees-"],
    "moved": ["seen"],
}
"""The presses that answer each kind of moment; all others have options."""


def start(driver: Driver, guide: str, person: RecordId) -> RecordId:
    """Begin this talk anew, or at its beginning where the example has left it in the middle."""
    window = driver.window
    guides = window.house.guides
    notebook = window.ctx.open_notebook
    offers = driver.ask(lambda: story.offers(notebook, person=person, guides=guides))
    left = next((each for each in offers.unfinished if each.guide.id == guide), None)
    if left is not None:
        window.show_route(Route("home", {"person": person}))
        driver.settle()
        by, beginning, session = window.ctx.writer, left.guide.moments[0].id, left.session.id
        driver.ask(lambda: sessions.move(notebook, session=session, to=beginning, by=by))
        window.show_route(Route("talk", {"session": session, "person": person}))
        driver.settle()
        return session
    begin(driver, guides[guide], person)
    return driver.talk.session.id


def steps(driver: Driver) -> Iterator[str]:
    """Each kind of moment as it comes up, until the talk is over; Next is pressed in between."""
    passed = 0
    while driver.window.route.screen == "talk":
        yield driver.talk.conversation.step.moment.kind
        if driver.window.route.screen == "talk":
            go_on(driver)
        passed += 1
        assert passed < 150


def go_on(driver: Driver) -> None:
    """Press Next until the moment is over: what is read back comes sentence by sentence."""
    before = driver.step
    sentences = 50 if before.startswith("read_back") else 1
    for _ in range(sentences):
        driver.next()
        if driver.window.route.screen != "talk" or driver.step != before:
            return
    pytest.fail(f"stuck at {before}")


def ended(driver: Driver, session: RecordId) -> Session:
    notebook = driver.window.ctx.open_notebook
    body = driver.ask(lambda: sessions.session(notebook, session=session)).body
    assert not body.open
    assert driver.window.route.screen in {"thank_you", "home"}
    return body


def said_in(driver: Driver, session: RecordId) -> tuple[Record[Statement], ...]:
    notebook = driver.window.ctx.open_notebook

    def find() -> tuple[Record[Statement], ...]:
        with notebook.unit_of_work() as work:
            return work.records.find(Statement, session=session)

    return driver.ask(find)


def first(driver: Driver, start: str) -> str | None:
    return next((name for name in driver.names() if name.startswith(start)), None)


@pytest.mark.parametrize("guide", GUIDES)
def test_r2_each_talk_is_walked_by_pressing_on_the_persons_side_alone(
    examples: Driver, marcus: Record[Person], guide: str
) -> None:
    session = start(examples, guide, marcus.id)
    before = {each.id for each in said_in(examples, session)}
    for kind in steps(examples):
        ways = WAYS.get(kind, ["option-"])
        found = first(examples, ways[0])
        assert found or kind in NOTHING_TO_PRESS, examples.step
        for way in ways if found else ():
            name = first(examples, way)
            if name is not None and name != "option-not_today":
                examples.press(name)
    body = ended(examples, session)
    assert any(answer.response == "chosen" for answer in body.answers.values())
    new = [each for each in said_in(examples, session) if each.id not in before]
    assert all(each.body.voice_group == "own" for each in new)


@pytest.mark.parametrize("guide", GUIDES)
def test_r3_each_talk_in_which_everything_is_refused_ends_politely_and_says_so(
    examples: Driver, marcus: Record[Person], guide: str
) -> None:
    session = start(examples, guide, marcus.id)
    refusals = ["dont_know", "not_today", "dont_want_to_say"]
    for _ in steps(examples):
        if examples.talk.conversation.step.moment.needs_yes:
            examples.press("option-ready")
        elif examples.find(refusals[0]) is not None:
            examples.press(refusals[0])
            refusals.append(refusals.pop(0))
            if (gone := first(examples, "gone-")) is not None:
                examples.press(gone)
    body = ended(examples, session)
    given = {answer.response for key, answer in body.answers.items() if key != "ready"}
    assert given & REFUSALS
    assert given <= REFUSALS | {"chosen", "said"}


def focused(driver: Driver) -> QWidget | None:
    return driver.window.focusWidget()


def tab_to(driver: Driver, name: str) -> None:
    """Tab until what is called so has the keyboard."""
    passed: list[str] = []
    for _ in range(150):
        widget = focused(driver)
        if isinstance(widget, Pressable) and widget.objectName() == name:
            return
        passed.append(widget.objectName() if widget is not None else "")
        QTest.keyClick(widget or driver.window, Qt.Key.Key_Tab)
    raise AssertionError(f"no Tab leads to {name}: {list(dict.fromkeys(passed))}")


@pytest.mark.parametrize("guide", GUIDES)
def test_each_talk_is_walked_by_the_keyboard_alone(
    examples: Driver, marcus: Record[Person], guide: str
) -> None:
    session = start(examples, guide, marcus.id)
    examples.window.activateWindow()
    passed = 0
    while examples.window.route.screen == "talk":
        assert isinstance(examples.window.screen, TalkScreen)
        moment = examples.talk.conversation.step.moment
        answer = "option-ready" if moment.needs_yes else first(examples, WAYS.get(
            moment.kind, ["option-"])[0])  # fmt: skip
        for name in filter(None, (answer if moment.kind != "settings" else "", "next")):
            if examples.window.route.screen != "talk" or examples.find(name) is None:
                continue
            if name.startswith("answer-with"):
                continue
            tab_to(examples, name)
            QTest.keyClick(focused(examples), Qt.Key.Key_Space)
            examples.settle()
        passed += 1
        assert passed < 150, examples.step
    ended(examples, session)


def test_every_shipped_talk_is_walked(house: House) -> None:
    assert set(SHIPPED) == set(house.shipped_guides)
