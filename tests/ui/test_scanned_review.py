"""A whole review, carried through by one switch alone, by two, and by the keyboard alone.

Nothing here presses anything: the driver only reads what is on screen.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.model.person import Person
from app.model.record import Record
from app.model.session import REFUSALS, Session
from app.usecases import sessions
from tests.helpers.driver import Driver, begin
from tests.helpers.switches import Scan
from ui.parts.pressable import Pressable
from ui.scanning import scanner as scanning
from ui.scanning.finding import _key
from ui.screens.base import Route

ANSWERS = {
    "people_here": "yes-", "topics": "topic-", "board": "pile-", "read_back": "keep",
    "copy": "no-copy", "sharing": "reader-", "scale": "place-", "pick": "pick-",
    "ladder": "hope-", "rate": "face-", "promise": "said-", "told": "promise-", "due": "not_today-",
    "agree": "agrees-", "sealed": "just-me", "others_say": "agree",
}  # fmt: skip
"""What answers each kind of moment; in all others an option does."""

MOST_STEPS = 3
"""Not answering is among so many first offers, and so many presses away at most (rule R3)."""


def answer_to(driver: Driver) -> str | None:
    """The name of what answers the question on screen, if it is in sight."""
    if driver.talk.conversation.step.moment.needs_yes:
        return "option-ready"
    start = ANSWERS.get(driver.talk.conversation.step.moment.kind, "option-")
    names = (name for name in driver.names() if name.startswith(start))
    return next((name for name in names if name != "option-not_today"), None)


def result(driver: Driver, person: Record[Person]) -> Session:
    """The talk that was just had."""
    notebook = driver.window.ctx.open_notebook

    def newest() -> Session:
        with notebook.unit_of_work() as work:
            found = work.records.find(Session, person=person.id)
        return max(found, key=lambda each: each.changed_at).body

    return driver.ask(newest)


def refuse_soon(scan: Scan) -> None:
    """Check how near not answering is, wherever it can be said."""
    if scan.in_sight("dont_know"):
        place = scan.place_of("dont_know")
        assert place < MOST_STEPS, (scan.driver.step, place)


def walk(scan: Scan, driver: Driver) -> list[str]:
    """Go through the review as it comes, by switch; refuse each third question."""
    passed: list[str] = []
    while driver.window.route.screen == "talk":
        step = driver.step
        refuse_soon(scan)
        name = answer_to(driver)
        asked = len(passed) % 3 != 2 or driver.talk.conversation.step.moment.needs_yes
        if not asked and scan.in_sight("dont_know"):
            assert scan.choose("dont_know").presses <= MOST_STEPS
        elif name is not None and scan.in_sight(name):
            scan.choose(name)
        if driver.window.route.screen == "talk":
            scan.choose("next")
        passed.append(step)
        assert len(passed) < 150, step
    return passed


@pytest.mark.slow
@pytest.mark.parametrize("how", ["switch", "two_switches"])
def test_a_review_is_carried_through_by_switch_alone(
    examples: Driver, marcus: Record[Person], monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    monkeypatch.setattr(scanning, "SECOND_MS", 20)
    scan = Scan(examples, marcus.id).use(how, rounds=9, scan_seconds=0.5)
    _to_the_beginning(examples, marcus)
    scan.go("home")
    scan.choose("talk")
    scan.choose("carry-on-review")
    passed = walk(scan, examples)
    talk = result(examples, marcus)
    assert not talk.open
    assert len(passed) > 10
    given = {answer.response for answer in talk.answers.values()}
    assert "chosen" in given
    assert given & REFUSALS


def _to_the_beginning(driver: Driver, marcus: Record[Person]) -> None:
    window = driver.window
    notebook, by = window.ctx.open_notebook, window.ctx.writer
    left = driver.ask(lambda: sessions.open_session(notebook, person=marcus.id))
    assert left is not None
    first = window.house.guides[left.body.guide].moments[0].id
    driver.ask(lambda: sessions.move(notebook, session=left.id, to=first, by=by))


@pytest.mark.slow
def test_a_review_is_carried_through_by_the_keyboard_alone(
    examples: Driver, marcus: Record[Person]
) -> None:
    _to_the_beginning(examples, marcus)
    examples.window.show_route(Route("home", {"person": marcus.id}))
    examples.settle()
    keys = Keys(examples)
    keys.press("talk")
    keys.press("carry-on-review")
    passed = 0
    while examples.window.route.screen == "talk":
        name = answer_to(examples)
        if passed % 3 == 2 and examples.find("dont_know") is not None:
            name = "dont_know" if not examples.talk.conversation.step.moment.needs_yes else name
        if name is not None and examples.find(name) is not None:
            keys.press(name)
        if examples.window.route.screen == "talk":
            keys.press("next")
        passed += 1
        assert passed < 150, examples.step
    talk = result(examples, marcus)
    assert not talk.open
    assert {answer.response for answer in talk.answers.values()} & REFUSALS


class Keys:
    """One window, and nothing but Tab and Space, sent to it as the system sends them."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        driver.window.activateWindow()
        driver.qtbot.waitUntil(driver.window.isActiveWindow)

    def press(self, name: str) -> None:
        """Tab to what is called so, in sight, and press it."""
        handle = self._driver.window.windowHandle()
        for _ in range(150):
            now: QWidget | None = self._driver.window.focusWidget()
            if isinstance(now, Pressable) and now.objectName() == name:
                assert not now.visibleRegion().isEmpty(), f"{name} has the keyboard out of sight"
                QTest.keyClick(handle, Qt.Key.Key_Space)
                self._driver.settle()
                return
            QTest.keyClick(handle, Qt.Key.Key_Tab)
        raise AssertionError(f"no Tab leads to {name}")


@pytest.mark.slow
@pytest.mark.parametrize(
    "guide", ["first_plan", "profile", "passport", "path", "hard_day", "feedback"]
)
def test_every_moment_of_every_talk_offers_what_tab_reaches(
    examples: Driver, marcus: Record[Person], guide: str
) -> None:
    scan = Scan(examples, marcus.id).use("two_switches")
    begin(examples, examples.window.house.guides[guide], marcus.id)
    passed = 0
    while examples.window.route.screen == "talk":
        scan.settle()
        offered = {thing.key for thing in scan.offered()}
        for each in examples.window.findChildren(Pressable):
            seen = each.visibleRegion().boundingRect().height() > each.height() * 0.7
            if each.isVisible() and each.isEnabled() and seen:
                reachable = each.focusPolicy() & Qt.FocusPolicy.TabFocus
                assert not reachable or _key(each) in offered, (examples.step, each.words)
        refuse_soon(scan)
        if examples.talk.conversation.step.moment.needs_yes:
            examples.press("option-ready")
        before = examples.step
        if examples.window.route.screen == "talk":
            examples.next()
        stays = examples.window.route.screen == "talk" and examples.step == before
        if stays and (name := answer_to(examples)) is not None:
            examples.press(name)
        passed += 1
        assert passed < 150, before
