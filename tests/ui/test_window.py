"""The window: keys, locks, languages, settings, and what is read aloud."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import House
from app.model.person import Person
from app.model.record import Record
from app.usecases import people
from tests.helpers.driver import Driver, fill, talk_together
from ui.idle import Idle
from ui.screens.base import Route


def test_a_new_notebook_is_made_locked_and_opened_again(
    open_window: Callable[..., Driver], house: House
) -> None:
    driver = open_window()
    driver.press("new")
    fill(driver, "Fern Court", "Sam", "2468", "2468")
    driver.press("make")
    driver.press("later")
    assert driver.window.route.screen == "people"
    driver.press("add-person")
    fill(driver, "Amina")
    driver.press("add")
    assert "Hello Amina" in driver.seen()
    driver.press("lock")
    assert driver.window.route.screen == "unlock"
    assert "Amina" not in driver.seen()
    fill(driver, "1111")
    driver.press("open")
    assert "does not open this notebook" in driver.seen()
    fill(driver, "2468")
    driver.press("open")
    assert "Amina" in driver.seen()
    assert house.known_notebooks() == (house.notebook_path("Fern Court"),)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("Home", "", "2468", "2468"), "Please write a name."),
        (("Home", "Sam", "2468", "2469"), "The two are not the same."),
        (("Home", "Sam", "24", "24"), "PIN"),
        (("", "Sam", "2468", "2468"), "Please write a name."),
    ],
)
def test_what_is_wrong_with_a_new_notebook_is_said_and_none_is_made(
    open_window: Callable[..., Driver], house: House, words: tuple[str, ...], told: str
) -> None:
    driver = open_window()
    driver.press("new")
    fill(driver, *words)
    driver.press("make")
    assert told in driver.seen()
    assert driver.window.route.screen == "new"
    assert not list(house.notebooks_folder.glob("*.alongside"))


def test_where_no_notebook_can_be_made_nobody_is_sent_to_choose_what_cannot_be_chosen(
    open_window: Callable[..., Driver], house: House
) -> None:
    house.notebooks_folder.write_text("in the way", "utf-8")
    driver = open_window()
    driver.press("new")
    fill(driver, "Fern Court", "Sam", "2468", "2468")
    driver.press("make")
    assert "Please tell whoever looks after this computer." in driver.seen()
    assert "choose another" not in driver.seen()
    assert driver.window.route.screen == "new"


def test_a_notebook_that_is_none_is_told_in_one_sentence(
    open_window: Callable[..., Driver], tmp_path: Path
) -> None:
    driver = open_window()
    fake = tmp_path / "holiday.alongside"
    fake.write_text("not a notebook")
    driver.window.show_route(Route("unlock", {"path": fake}))
    driver.settle()
    fill(driver, "2468")
    driver.press("open")
    assert "notebook" in driver.seen()
    assert driver.window.route.screen == "unlock"


def test_from_a_persons_home_nobody_else_can_be_reached_without_the_pin(
    new_notebook: Driver,
) -> None:
    driver = new_notebook
    notebook = driver.window.ctx.open_notebook
    for name in ("Amina", "Bryn"):
        driver.ask(
            lambda name=name: people.add_person(
                notebook,
                preferred_name=name,
                home_language="en-GB",
                worker=notebook.worker.id,
                worker_name="Sam",
                today=driver.window.ctx.today,
            )
        )
    first = driver.ask(lambda: people.everyone(notebook))[0]
    driver.press(f"person-{first.id}")
    talk_together(driver)
    for name in ("stop", "carry-on", "back"):
        driver.press(name)
        assert "Bryn" not in driver.seen()
    driver.press("lock")
    assert driver.window.route.screen == "unlock"
    assert "Bryn" not in driver.seen()


def test_the_examples_are_marked_and_leave_nothing_behind(examples: Driver, tmp_path: Path) -> None:
    assert "example people" in examples.seen()
    path = examples.window.ctx.open_notebook.path
    assert path.exists()
    examples.window.close()
    assert not path.exists()


@pytest.mark.parametrize("lang", ["cy", "ur"])
def test_the_language_is_changed_in_the_living_window(examples: Driver, lang: str) -> None:
    person = next(name for name in examples.names() if name.startswith("person-"))
    examples.press(person)
    examples.press("likes")
    before = examples.seen()
    examples.press(f"language-{lang}")
    assert examples.window.route.screen == "likes"
    assert examples.seen() != before
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    mirrored = app.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert mirrored == (lang == "ur")
    examples.press("language-en-GB")
    assert before in examples.seen()


@pytest.mark.parametrize(
    ("pressed", "field", "value"),
    [
        ("text_percent-200", "text_percent", 200),
        ("theme-dark", "theme", "dark"),
        ("pictures-none", "pictures", "none"),
        ("speech_rate-0.8", "speech_rate", 0.8),
        ("skin_tone-5", "skin_tone", 5),
        ("scale_flip-True", "scale_flip", True),
    ],
)
def test_a_setting_applies_at_once_and_follows_the_person(
    examples: Driver, marcus: Record[Person], pressed: str, field: str, value: object
) -> None:
    examples.press("likes")
    examples.press(pressed)
    assert getattr(examples.window.ctx.settings, field) == value
    notebook = examples.window.ctx.open_notebook
    kept = examples.ask(lambda: people.person(notebook, person=marcus.id))
    assert getattr(kept.body.ui, field) == value


def test_settings_of_one_person_are_not_those_of_the_next(
    examples: Driver, marcus: Record[Person]
) -> None:
    examples.press("likes")
    examples.press("theme-dark")
    examples.press("home")
    examples.press("lock")
    assert examples.window.ctx.settings.theme == "paper"


def test_loading_the_settings_saves_nothing(examples: Driver, marcus: Record[Person]) -> None:
    notebook = examples.window.ctx.open_notebook
    before = examples.ask(lambda: people.person(notebook, person=marcus.id))
    examples.press("likes")
    examples.press("home")
    assert examples.ask(lambda: people.person(notebook, person=marcus.id)) == before


def test_every_screen_of_a_person_can_be_heard_and_never_begins_by_itself(
    examples: Driver, marcus: Record[Person]
) -> None:
    window = examples.window
    for screen in ("home", "plan", "likes", "print"):
        window.show_route(Route(screen, {"person": marcus.id}))
        examples.settle()
        assert window.screen.readables(), screen
        assert not window.aloud.reading


def test_hear_it_lights_each_sentence_while_it_is_said(
    examples: Driver, marcus: Record[Person]
) -> None:
    window = examples.window
    examples.press("plan")
    lit: list[str] = []
    readable = window.screen.readables()[0]
    light = readable.light
    readable.light = lambda start, length: (
        lit.append(readable.words[start : start + length]) if length else None,
        light(start, length),
    )
    examples.press("hear")
    assert window.aloud.reading
    examples.qtbot.waitUntil(lambda: bool(lit), timeout=20_000)
    assert lit[0] in readable.words
    examples.press("hear")
    assert not window.aloud.reading


def test_the_keyboard_reaches_next_back_hear_and_help(
    examples: Driver, marcus: Record[Person]
) -> None:
    window = examples.window
    talk_together(examples)
    first = examples.step
    examples.qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    examples.settle()
    assert examples.step != first
    examples.qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    examples.settle()
    assert examples.step == first
    examples.qtbot.keyClick(window, Qt.Key.Key_F1)
    examples.settle()
    assert window.route.screen == "stop"


def test_tab_goes_round_everything_that_can_be_pressed(
    examples: Driver, marcus: Record[Person]
) -> None:
    window = examples.window
    window.activateWindow()
    seen = set()
    for _ in range(40):
        examples.qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        focus = window.focusWidget()
        if focus is not None:
            seen.add(focus.objectName())
    assert set(examples.names()) <= seen


def test_the_plan_shows_whose_words_drafts_and_views_that_differ(
    examples: Driver, marcus: Record[Person]
) -> None:
    window = examples.window
    shown = ""
    window.show_route(Route("plan", {"person": marcus.id}))
    examples.settle()
    for name in [n for n in examples.names() if n.startswith("section-")]:
        examples.press(name)
        shown += examples.names_said()
    for words in ("My words", "Shown by me", "We wrote this together", "says", "not read back yet"):
        assert words in shown, words
    assert "Somebody sees this differently" in shown


def test_after_a_while_with_nobody_there_it_locks_and_comes_back_where_it_was(
    new_notebook: Driver,
) -> None:
    driver = new_notebook
    driver.press("add-person")
    fill(driver, "Amina")
    driver.press("add")
    talk_together(driver)
    driver.next()
    step = driver.step
    driver.window.holding.idle.nobody_there.emit()
    driver.settle()
    assert driver.window.route.screen == "unlock"
    assert "Amina" not in driver.seen()
    fill(driver, "2468")
    driver.press("open")
    assert driver.step == step


def test_the_wait_for_a_sign_of_life_begins_anew_with_each_one(
    examples: Driver, qtbot: QtBot
) -> None:
    examples.window.activateWindow()
    qtbot.waitUntil(examples.window.isActiveWindow)
    idle = Idle(1, examples.window)
    # A coarse timer rounds what remains to whole seconds.
    idle._wait.setTimerType(Qt.TimerType.PreciseTimer)
    idle.watch()
    whole = idle._wait.interval()
    qtbot.waitUntil(lambda: idle._wait.remainingTime() < whole - 100)
    left = idle._wait.remainingTime()
    QTest.keyClick(examples.window.windowHandle(), Qt.Key.Key_Shift)
    assert idle._wait.remainingTime() > left
    idle.rest()
    assert not idle._wait.isActive()


def test_nobody_there_is_told_when_the_while_is_over(examples: Driver, qtbot: QtBot) -> None:
    idle = Idle(0.001, examples.window)
    with qtbot.waitSignal(idle.nobody_there, timeout=10_000):
        idle.watch()


def test_leaving_the_people_closes_the_notebook(new_notebook: Driver) -> None:
    driver = new_notebook
    driver.press("back")
    assert driver.window.route.screen == "welcome"
    assert driver.window.ctx.notebook is None


def test_a_mistake_of_the_program_is_told_in_plain_words(
    open_window: Callable[..., Driver], qtbot: QtBot
) -> None:
    driver = open_window()

    def mistake() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        driver.window.desk.do(mistake, owner=driver.window)
        driver.settle()
    assert caught
    assert "Something went wrong in the program." in driver.seen()


def test_letters_and_digits_are_chosen_where_a_language_has_two_kinds(examples: Driver) -> None:
    examples.press(next(name for name in examples.names() if name.startswith("person-")))
    examples.press("likes")
    assert examples.find("letters-Aran") is None
    examples.press("language-ur")
    examples.press("letters-Aran")
    examples.press("digits-arabext")
    ctx = examples.window.ctx
    assert ctx.settings.language == "ur-Aran-u-nu-arabext"
    assert ctx.look.font("label").families()[0] == "Alongside Nastaliq"
    assert "۱" in ctx.words.date(ctx.today.replace(day=1))
    examples.press("letters-Arab")
    assert ctx.look.font("label").families()[0] == "Noto Sans Arabic"
    assert ctx.settings.language == "ur-u-nu-arabext"


def test_a_language_says_once_that_nobody_checked_its_words(examples: Driver) -> None:
    examples.press(next(name for name in examples.names() if name.startswith("person-")))
    examples.press("likes")
    for language in examples.window.house.catalogs.available():
        card = examples.find(f"language-{language.tag}")
        assert card is not None
        assert not card.note
    told = "Nobody who speaks this language has checked these words yet."
    assert told not in examples.seen()
    examples.press("language-cy")
    assert examples.seen().count(examples.window.ctx.t(told)) == 1


def test_six_things_of_a_home_are_in_sight_in_tall_letters(
    examples: Driver, marcus: Record[Person]
) -> None:
    settings = msgspec.structs.replace(
        examples.window.ctx.settings, language="ur-Aran", text_percent=150
    )
    examples.window.use_settings(settings)
    examples.settle()
    for name in ("talk", "plan", "goals", "feedback", "rights", "likes"):
        card = examples.find(name)
        assert card is not None
        assert card.visibleRegion().boundingRect() == card.rect(), name


def test_a_language_is_chosen_back_and_never_undone(
    examples: Driver, marcus: Record[Person]
) -> None:
    examples.press("likes")
    examples.press("theme-dark")
    examples.press("language-ur")
    examples.press("undo")
    settings = examples.window.ctx.settings
    assert (settings.theme, settings.language) == ("paper", "ur")
