"""One switch and two: what is offered, what a press chooses, and that nobody is shut out."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit

from app.model.person import Person, Settings
from app.model.reaching import Reaching
from app.model.record import Record
from app.usecases import people
from app.words.alphabets import letters
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import guide, moment
from tests.helpers.made_up_reader import MadeUpReader
from tests.helpers.switches import Scan
from ui.parts.choosing import choose_folder
from ui.parts.fields import Field
from ui.parts.pressable import Pressable
from ui.parts.sealed_writing import SealedWriting
from ui.scanning import scanner as scanning
from ui.scanning.letters import LetterBoard
from ui.scanning.offers import Group, flat
from ui.screens.base import Route
from ui.screens.recover import RecoverScreen


@pytest.fixture(autouse=True)
def _short_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "SECOND_MS", 10)


@pytest.fixture
def scan(examples: Driver, marcus: Record[Person]) -> Callable[..., Scan]:
    """Puts the window of the first example person on a switch."""

    def put_on(how: str = "two_switches", **reach: object) -> Scan:
        return Scan(examples, marcus.id).use(how, **reach)

    return put_on


def test_with_two_switches_one_goes_on_and_the_other_chooses(scan: Callable[..., Scan]) -> None:
    two = scan()
    two.choose("plan")
    assert two.driver.window.route.screen == "plan"


def test_with_one_switch_things_are_offered_by_themselves_and_a_press_chooses(
    scan: Callable[..., Scan],
) -> None:
    one = scan("switch", rounds=9)
    one.choose("talk")
    assert one.driver.window.route.screen == "talks"


def test_after_its_rounds_it_waits_for_the_switch_and_has_chosen_nothing(
    scan: Callable[..., Scan],
) -> None:
    one = scan("switch", rounds=1, scan_seconds=0.5)
    chosen: list[object] = []
    one.scanner.chosen.connect(chosen.append)
    one.driver.qtbot.waitUntil(lambda: one.scanner._walk.resting)
    one.driver.qtbot.wait(100)
    assert one.scanner.now is None
    assert one.sign() == "Press your switch to go on."
    one.press()
    one.driver.qtbot.waitUntil(lambda: one.scanner.now is not None)
    assert not chosen


def test_nothing_is_further_than_its_groups(scan: Callable[..., Scan]) -> None:
    two = scan()
    for screen in ("home", "plan", "likes", "print"):
        two.go(screen)
        for depth, things in two.levels():
            assert depth <= 3, screen
            assert len(things) <= 9, screen


def test_everything_in_sight_that_tab_reaches_is_offered(scan: Callable[..., Scan]) -> None:
    two = scan()
    for screen in ("home", "plan", "print"):
        two.go(screen)
        offered = {thing.name for thing in flat(two.scanner._walk._levels[0])}
        for each in two.driver.window.findChildren(Pressable):
            shown = each.visibleRegion().boundingRect().height() > each.height() * 0.7
            if each.isVisible() and shown and each.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert (each.words or each.accessibleName()) in offered, screen


def test_r3_not_answering_is_at_most_three_steps_away(
    examples: Driver, scan: Callable[..., Scan]
) -> None:
    two = scan()
    options = [
        {"id": each, "words": each, "picture": "openmoji:2B50"} for each in ("bus", "walk", "tea")
    ]
    begin(examples, guide(moment("choose", kind="choose", options=options)))
    two.settle()
    assert two.place_of("dont_know") <= 2
    steps = two.choose("dont_know")
    assert steps.presses <= 2
    answers = examples.talk.session.body.answers
    assert [each.response for each in answers.values()] == ["dont_know"]


def test_a_group_is_left_by_backing_out(scan: Callable[..., Scan]) -> None:
    two = scan()
    two.until(lambda now: isinstance(now, Group))
    group = two.scanner.now
    two.press(1)
    two.until(lambda now: now is not None and now.key == "out")
    two.press(1)
    assert two.scanner.now is not None
    assert two.scanner.now.key == group.key


def test_further_down_brings_more_into_sight(scan: Callable[..., Scan]) -> None:
    two = scan()
    two.go("likes")
    before = {thing.name for thing in flat(two.scanner._walk._levels[0])}
    two.choose_named("Further down")
    after = {thing.name for thing in flat(two.scanner._walk._levels[0])}
    assert after - before
    assert "Further up" in after


def test_a_switch_that_bounces_or_is_held_presses_once(scan: Callable[..., Scan]) -> None:
    two = scan(ignore_ms=400)
    first = two.scanner.now
    for _ in range(4):
        two.press(0)
    two.settle()
    assert two.scanner._walk._places[0] == 1
    assert two.scanner.now is not first


def test_a_short_press_does_not_count_where_it_has_to_be_held(scan: Callable[..., Scan]) -> None:
    two = scan(hold_ms=60)
    two.press(0)
    two.driver.qtbot.wait(90)
    assert two.scanner._walk._places[0] == 0
    handle = two.driver.window.windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_Space)
    two.driver.qtbot.waitUntil(lambda: two.scanner._walk._places[0] == 1)
    QTest.keyRelease(handle, Qt.Key.Key_Space)


def test_a_click_anywhere_can_be_the_switch(scan: Callable[..., Scan]) -> None:
    two = scan(first_switch="Click")
    before = two.driver.window.route
    QTest.mouseClick(
        two.driver.window.windowHandle(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(60, 720),
    )
    assert two.scanner._walk._places[0] == 1
    assert two.driver.window.route is before


def test_escape_twice_leaves_scanning_and_comes_back(scan: Callable[..., Scan]) -> None:
    two = scan()
    two.escape()
    assert not two.scanner.on
    assert "Press Esc twice" in two.driver.seen()
    two.driver.press("plan")
    assert two.driver.window.route.screen == "plan"
    two.escape()
    assert two.scanner.on


def test_a_function_key_that_is_a_switch_does_nothing_else(scan: Callable[..., Scan]) -> None:
    two = scan(first_switch="F1")
    QTest.keyClick(two.driver.window.windowHandle(), Qt.Key.Key_F1)
    two.settle()
    assert two.driver.window.route.screen == "home"
    assert two.scanner._walk._places[0] == 1


def test_words_are_written_letter_by_letter_and_offered_from_the_persons_own_plan(
    examples: Driver, scan: Callable[..., Scan]
) -> None:
    two = scan()
    begin(examples, guide(moment("question")))
    two.settle()
    field = examples.window.findChild(QPlainTextEdit, "writing")
    assert field is not None
    assert not field.hasFocus()
    two.choose_named(field.accessibleName())
    for letter in "t", "h":
        two.choose(f"letter-{letter}")
    assert field.toPlainText() == "Th"
    words = [each for each in examples.names() if each.startswith("word-") and each != "word-back"]
    assert words
    two.choose(words[0])
    assert field.toPlainText().startswith("Th")
    assert field.toPlainText().endswith(" ")
    two.choose("written")
    assert examples.window.reach.layer is None
    assert field.toPlainText().strip()


def test_a_helper_who_writes_keeps_the_keys(examples: Driver, scan: Callable[..., Scan]) -> None:
    two = scan()
    begin(examples, guide(moment("question")))
    two.settle()
    field = examples.window.findChild(QPlainTextEdit, "writing")
    examples.window.activateWindow()
    field.setFocus()
    for key in "a", "b":
        QTest.keyClick(examples.window.windowHandle(), key)
    QTest.keyClick(examples.window.windowHandle(), Qt.Key.Key_Space)
    assert field.toPlainText() == "ab "
    examples.qtbot.waitUntil(lambda: not field.hasFocus())
    assert two.scanner.now is not None


def test_it_waits_while_something_is_read_aloud(
    scan: Callable[..., Scan], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = scan("switch", scan_seconds=0.5, rounds=9)
    monkeypatch.setattr(type(one.driver.window.aloud), "reading", True)
    one.driver.qtbot.wait(20)
    before = one.scanner._walk._places[:]
    one.driver.qtbot.wait(150)
    assert one.scanner._walk._places == before
    monkeypatch.setattr(type(one.driver.window.aloud), "reading", False)
    one.driver.qtbot.waitUntil(lambda: one.scanner._walk._places != before)


def test_somebody_points_without_a_clock_and_the_name_stands_at_the_top(
    scan: Callable[..., Scan],
) -> None:
    pointed = scan("partner")
    now = pointed.scanner.now
    assert now is not None
    assert pointed.sign() == now.name
    pointed.driver.qtbot.wait(80)
    assert pointed.scanner.now.key == now.key
    handle = pointed.driver.window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Right)
    assert pointed.scanner.now.key != now.key
    QTest.keyClick(handle, Qt.Key.Key_Left)
    assert pointed.scanner.now.key == now.key


def test_who_uses_a_mouse_has_their_keys(examples: Driver, marcus: Record[Person]) -> None:
    assert not examples.window.reach.scanner.on
    plan = examples.find("plan")
    plan.setFocus()
    examples.window.activateWindow()
    QTest.keyClick(plan, Qt.Key.Key_Space)
    examples.settle()
    assert examples.window.route.screen == "plan"


def test_settings_of_older_notebooks_are_read() -> None:
    old = msgspec.convert({"input": "switch", "scale_flip": True}, Settings)
    assert old.reach == Reaching()


def test_a_setting_of_reaching_is_kept_and_undone(own: Driver) -> None:
    ctx, person = own.window.ctx, own.person()
    notebook, by = ctx.open_notebook, ctx.writer
    own.ask(
        lambda: people.change_reaching(
            notebook, person=person, field="scan_seconds", value=4.0, by=by
        )
    )
    assert own.ask(lambda: people.person(notebook, person=person)).body.ui.reach.scan_seconds == 4
    own.window.show_route(Route("home", {"person": person}))
    own.settle()
    own.press("undo")
    kept = own.ask(lambda: people.person(notebook, person=person)).body.ui.reach
    assert kept == Reaching()


def test_a_dialog_that_comes_up_is_scanned_and_a_folder_is_chosen_by_switch(
    own: Driver, tmp_path: Path
) -> None:
    (tmp_path / "Pictures of mine").mkdir()
    two = Scan(own, own.person()).use("two_switches")
    chosen: list[Path] = []
    choose_folder(own.window.ctx, own.window, "Where?", then=chosen.append, start=tmp_path)
    dialog = own.window.findChild(QFileDialog)
    own.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog)
    own.qtbot.waitUntil(
        lambda: any(each.name == "Pictures of mine" for each in two.offered()), timeout=10_000
    )
    two.choose_named("Pictures of mine")
    two.choose_named("Choose this folder")
    assert chosen == [tmp_path / "Pictures of mine"]


def test_a_day_that_was_written_with_letters_counts_as_written(own: Driver) -> None:
    two = Scan(own, own.person()).use("two_switches")
    field = QLineEdit()
    own.qtbot.addWidget(field)
    with own.qtbot.waitSignal(field.editingFinished):
        own.window.reach.write(field)
        two.settle()
        two.choose("letter-a")
        two.choose("written")
    assert field.text() == "A"


def test_a_pin_is_written_unseen_in_small_letters_and_nothing_is_offered_for_it(
    own: Driver,
) -> None:
    two = Scan(own, own.person()).use("two_switches")
    field = QLineEdit()
    own.qtbot.addWidget(field)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    own.window.reach.write(field)
    two.settle()
    two.choose("letter-b")
    two.choose("signs")
    two.choose("letter-4")
    assert field.text() == "b4"
    assert "••" in own.seen()
    assert "b4" not in own.seen()


def sealed_place(driver: Driver) -> QPlainTextEdit:
    """Where something is written that is sealed."""
    writing = SealedWriting(driver.window.ctx, helper="Sam", contacts=(), supporters=())
    writing.setParent(driver.window)
    writing.ask({"manager": ("Rosa",)})
    writing.write("manager")
    field = writing.findChild(QPlainTextEdit, "sealed-writing")
    assert field is not None
    return field


def test_sealed_words_are_kept_in_their_language_without_the_letters_it_is_shown_in(
    own: Driver,
) -> None:
    settings = msgspec.structs.replace(own.window.ctx.settings, language="ur-Aran-u-nu-arabext")
    own.window.use_settings(settings)
    writing = SealedWriting(own.window.ctx, helper="Sam", contacts=(), supporters=())
    writing.setParent(own.window)
    assert writing.standing.lang == "ur"


def sealed_search(driver: Driver) -> QLineEdit:
    """Where pictures are looked for, for something that is sealed."""
    field = sealed_place(driver).parentWidget().findChild(QLineEdit, "find-picture")
    assert field is not None
    return field


def pin(driver: Driver) -> QLineEdit:
    """Where a PIN is written."""
    field = Field(driver.window.ctx, "Your PIN", secret=True)
    field.setParent(driver.window)
    return field.line


def sheet(driver: Driver) -> QLineEdit:
    """Where the letters of a recovery sheet are written."""
    screen = RecoverScreen(driver.window.ctx, path=Path("Two"))
    screen.setParent(driver.window)
    return screen._sheet.line


@pytest.mark.parametrize("place", [pin, sheet, sealed_place, sealed_search])
def test_no_letter_of_a_secret_is_said(own: Driver, reader: MadeUpReader, place) -> None:
    two = Scan(own, own.person()).use("two_switches", say_names=True)
    open_line = QLineEdit()
    own.qtbot.addWidget(open_line)
    own.window.reach.write(open_line)
    two.settle()
    two.press(0)
    assert reader.texts == [two.scanner.now.name]
    own.window.reach.write(place(own))
    two.settle()
    said = len(reader.given)
    two.choose("letter-b")
    assert len(reader.given) == said
    own.window.reach.put_on_layer(None)
    two.settle()
    assert len(reader.given) > said


@pytest.mark.parametrize("lang", ["en-GB", "cy", "pl", "ur", "bn"])
def test_every_language_writes_with_its_own_letters(own: Driver, lang: str) -> None:
    field = QLineEdit()
    own.qtbot.addWidget(field)
    board = LetterBoard(own.window.ctx, own.window, field, lang)
    own.window.reach.put_on_layer(board)
    own.settle()
    for row in letters(lang):
        for letter in row:
            assert own.find(f"letter-{letter}") is not None
    own.press(f"letter-{letters(lang)[0][1]}")
    assert field.text().casefold() == letters(lang)[0][1]
