"""Sentences that begin like the one being written in a talk, to be put there whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from app.model.person import KnownLanguage
from app.usecases import translations
from tests.helpers.driver import Driver, begin
from tests.helpers.guides import KNOWN, guide, moment
from ui.parts.phrase_offers import PhraseOffers
from ui.parts.pressable import Pressable

PRIVATE = [each.id for each in KNOWN.sections if each.private]


def talk(driver: Driver, **more: object) -> Driver:
    begin(driver, guide(moment("first", **more)))
    return driver


def field(driver: Driver) -> QPlainTextEdit:
    found = driver.window.findChild(QPlainTextEdit, "writing")
    assert found is not None
    return found


def pause(driver: Driver) -> list[str]:
    """What is offered once somebody has stopped typing."""
    (offers,) = (w for w in driver.window.findChildren(PhraseOffers) if w.window().isVisible())
    offers.look()
    driver.settle()
    return shown(driver)


def shown(driver: Driver) -> list[str]:
    cards = driver.window.findChildren(Pressable)
    return [w.words for w in cards if w.objectName().startswith("phrase-") and w.isVisible()]


def written(driver: Driver, words: str) -> list[str]:
    driver.write(words)
    return pause(driver)


def test_up_to_three_that_begin_so_are_offered_those_of_the_section_first(own: Driver) -> None:
    driver = talk(own, section="communication")
    offered = written(driver, "please")
    assert len(offered) == 3
    book = driver.window.ctx.house.phrasebook
    listed = {each.words for each in book.phrases if each.section == "communication"}
    assert set(offered) <= listed


def test_pressing_one_writes_it_and_its_blank_waits_to_be_filled(own: Driver) -> None:
    driver = talk(own)
    assert written(driver, "I like to go t")[0] == "I like to go to …."
    assert field(driver).toPlainText() == "I like to go t", "nothing is written by itself"
    driver.press("phrase-0")
    QTest.keyClicks(field(driver), "the park")
    assert field(driver).toPlainText() == "I like to go to the park."
    assert pause(driver) == []


def test_each_has_its_picture_but_beside_a_not(own: Driver) -> None:
    driver = talk(own)
    assert "I like music." in written(driver, "I like mu")
    card = driver.find("phrase-0")
    assert (
        card._picture
        == driver.window.ctx.house.ideas.suggest("I like music.", lang="en")[0].picture
    )
    written(driver, "I do not like")
    assert driver.find("phrase-0")._picture is None


def test_going_on_typing_makes_them_go(own: Driver) -> None:
    driver = talk(own)
    assert written(driver, "I like")
    QTest.keyClicks(field(driver), " my")
    assert shown(driver) == []


@pytest.mark.parametrize("on", ["writing", "phrase"])
def test_esc_makes_them_go_and_writing_goes_on(own: Driver, on: str) -> None:
    driver = talk(own)
    assert written(driver, "I like")
    QTest.keyClick(field(driver) if on == "writing" else driver.find("phrase-0"), Qt.Key.Key_Escape)
    assert (shown(driver), driver.step) == ([], "first")
    assert field(driver).hasFocus()
    assert pause(driver) == [], "they were put away for these words"
    assert written(driver, "I like t")


def test_nothing_is_offered_for_what_is_written_to_its_end(own: Driver) -> None:
    assert written(talk(own), "I make people laugh.") == []


@pytest.mark.parametrize("how", ["others", "shown_by_behaviour", "own_choice_symbol", "own_made"])
def test_nothing_is_offered_for_what_is_not_the_person_s_own_telling_in_words(
    own: Driver, how: str
) -> None:
    driver = talk(own)
    assert written(driver, "I like")
    driver.press(f"how-{how}")
    assert shown(driver) == []
    assert pause(driver) == []


@pytest.mark.parametrize("section", PRIVATE)
def test_nothing_is_offered_where_what_is_said_is_private(own: Driver, section: str) -> None:
    assert written(talk(own, section=section), "I like") == []


def test_others_are_offered_nothing(own: Driver) -> None:
    driver = talk(own, whose="others", section="support_well", says="please_do")
    assert written(driver, "please") == []


def test_they_are_offered_in_the_language_that_is_written(own: Driver) -> None:
    ctx, person = own.window.ctx, own.person()
    notebook, by = ctx.open_notebook, ctx.writer
    known = (KnownLanguage(code="pl", home=True), KnownLanguage(code="en-GB"))
    own.ask(lambda: translations.keep_languages(notebook, person=person, languages=known, by=by))
    driver = talk(own)
    assert any(words.startswith("Lubię") for words in written(driver, "Lubi"))
    driver.press("language-en-GB")
    assert pause(driver) == []
