"""A speaker checks the program's words where they stand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.model.person import Person
from app.model.record import Record
from tests.helpers.driver import Driver
from ui.parts.pressable import Pressable
from ui.parts.words import Words


@pytest.fixture
def welsh(examples: Driver, marcus: Record[Person]) -> Driver:
    """The likes of an example person, in Welsh."""
    assert marcus
    examples.press("likes")
    examples.press("language-cy")
    return examples


def write(driver: Driver, words: str) -> None:
    field = driver.window.findChild(QPlainTextEdit, "better-words")
    assert field is not None
    field.setPlainText(words)


def begin(driver: Driver) -> None:
    driver.press("check-words")
    driver.press("check-start")
    driver.press("back")


def test_english_is_not_checked(examples: Driver, marcus: Record[Person]) -> None:
    assert marcus
    examples.press("likes")
    assert examples.find("check-words") is None


def test_a_sentence_of_the_screen_is_chosen_said_better_and_seen_at_once(welsh: Driver) -> None:
    begin(welsh)
    welsh.press("check-here")
    old = welsh.window.house.wording("cy").t("Which colours?")
    (card,) = [c for c in welsh.window.findChildren(Pressable) if c.words == old]
    welsh.press(card.objectName())
    assert "Which colours?" in welsh.seen()
    write(welsh, "Pa liwiau hoffech chi?")
    welsh.press("keep-better-words")
    assert welsh.window.route.screen == "likes"
    assert "Pa liwiau hoffech chi?" in welsh.seen()
    welsh.press("check-words")
    assert "Pa liwiau hoffech chi?" in welsh.seen()
    welsh.press("check-stop")
    welsh.press("back")
    assert old in welsh.seen()
    assert welsh.find("check-here") is None


def test_a_sentence_is_taken_with_the_right_button(welsh: Driver) -> None:
    begin(welsh)
    card = welsh.find("text_percent-150")
    assert card is not None
    QTest.mouseClick(card, Qt.MouseButton.RightButton, pos=QPoint(20, 20))
    welsh.settle()
    assert welsh.window.route.screen == "better_words"
    assert "Bigger" in welsh.seen()


def test_what_would_break_is_told_and_stays_to_be_put_right(welsh: Driver) -> None:
    begin(welsh)
    welsh.press("check-here")
    welsh.press("sentence-0")
    write(welsh, "  ")
    welsh.press("keep-better-words")
    assert welsh.window.route.screen == "better_words"
    assert welsh.window.house.suggestions("cy") == ()
    assert welsh.find("notice") is None
    save, refused = welsh.find("keep-better-words"), welsh.window.findChild(Words, "refused")
    assert save is not None
    assert refused is not None
    assert refused.isVisible()
    assert refused.words
    assert save.visibleRegion().boundingRect() == save.rect()


def test_f8_leads_to_checking_before_it_was_started(welsh: Driver) -> None:
    QTest.keyClick(welsh.window, Qt.Key.Key_F8)
    welsh.settle()
    assert welsh.window.route.screen == "checking_words"
    welsh.press("check-start")
    assert "F8" in welsh.seen()
    welsh.press("back")
    QTest.keyClick(welsh.window, Qt.Key.Key_F8)
    welsh.settle()
    assert welsh.window.route.screen == "words_here"


def test_in_english_there_is_nothing_to_check_any_more(welsh: Driver) -> None:
    begin(welsh)
    assert welsh.find("check-here") is not None
    welsh.press("language-en-GB")
    assert welsh.find("check-here") is None
    QTest.keyClick(welsh.window, Qt.Key.Key_F8)
    welsh.settle()
    assert welsh.window.route.screen == "likes"


def test_the_words_that_are_checked_are_bolder_than_the_english(welsh: Driver) -> None:
    begin(welsh)
    welsh.press("check-here")
    card = welsh.find("sentence-0")
    assert card is not None
    assert card._words._font.bold()
    assert not card._note._font.bold()


def test_a_plan_has_nothing_to_check_in_a_persons_own_words(
    welsh: Driver, marcus: Record[Person]
) -> None:
    begin(welsh)
    welsh.press("home")
    welsh.press("plan")
    own = [c.words for c in welsh.window.findChildren(Pressable) if "Marcus" in c.words]
    assert own
    welsh.press("check-here")
    shown = welsh.seen()
    assert "Call me Marcus" not in shown
    assert marcus


def test_the_suggestions_are_saved_to_be_sent_and_taken_back(
    welsh: Driver, tmp_path: Path, open_window: Callable[..., Driver]
) -> None:
    assert open_window
    begin(welsh)
    welsh.press("check-here")
    welsh.press("sentence-0")
    write(welsh, "Geiriau gwell")
    welsh.press("keep-better-words")
    welsh.press("check-words")
    name = welsh.window.findChild(QLineEdit, "speaker")
    assert name is not None
    name.setText("Nia Puw")
    name.editingFinished.emit()
    welsh.press("save-suggestions")
    welsh.choose(tmp_path)
    (file,) = tmp_path.glob("*.po")
    assert "Geiriau gwell" in file.read_text("utf-8")
    assert "Last-Translator: Nia Puw" in file.read_text("utf-8")
    welsh.press("take-back-0")
    assert welsh.window.house.suggestions("cy") == ()
    assert welsh.find("take-back-0") is None


def test_words_that_cannot_be_read_any_more_are_put_aside_and_it_is_told(welsh: Driver) -> None:
    file = welsh.window.house.home / "suggested words" / "cy.po"
    file.parent.mkdir(parents=True)
    file.write_bytes(b'msgid "\xff')
    welsh.press("check-words")
    assert "cy.po" in welsh.seen()
    (aside,) = file.parent.glob("*.damaged")
    assert aside.name in welsh.seen()
