"""Spelling beside easier words that the helper writes."""

from PySide6.QtWidgets import QPlainTextEdit

from app.model.person import Person
from app.model.record import Record
from tests.helpers.driver import Driver
from tests.ui.test_easy_advice import place
from ui.parts.spelling import SpellingHelp


def write(driver: Driver, field: QPlainTextEdit, words: str) -> None:
    (spelling,) = driver.window.findChildren(SpellingHelp)
    with driver.qtbot.waitSignal(spelling._pause.timeout):
        field.setPlainText(words)
    driver.settle()


def marked(field: QPlainTextEdit) -> list[str]:
    return [each.cursor.selectedText() for each in field.extraSelections()]


def asked(driver: Driver) -> list[str]:
    return [name for name in driver.names() if name.startswith("spelled-")]


def test_an_unknown_word_is_marked_and_put_right_by_a_press(
    examples: Driver, marcus: Record[Person]
) -> None:
    field = place(examples, marcus)
    write(examples, field, "👩🏽\u200d🦽 My wheelchare is red.")
    assert marked(field) == ["wheelchare"]
    assert field.toPlainText().endswith("My wheelchare is red.")
    examples.press("spelled-wheelchare")
    examples.press("meant-0")
    assert field.toPlainText() == "👩🏽\u200d🦽 My wheelchair is red."
    assert (marked(field), asked(examples)) == ([], [])
    field.undo()
    assert "wheelchare" in field.toPlainText()


def test_a_word_can_be_kept_as_it_is(examples: Driver, marcus: Record[Person]) -> None:
    field = place(examples, marcus)
    write(examples, field, "I like my blorp.")
    examples.press("spelled-blorp")
    examples.press("spelled-right")
    assert (marked(field), asked(examples)) == ([], [])
    assert field.toPlainText() == "I like my blorp."
    examples.press("say-easier")
    again = place(examples, marcus)
    write(examples, again, "My blorp is here.")
    assert marked(again) == []


def test_names_of_the_plan_are_never_marked(examples: Driver, marcus: Record[Person]) -> None:
    field = place(examples, marcus)
    write(examples, field, "yvonne and dele and marcus like it.")
    assert marked(field) == []


def test_what_the_person_says_is_never_looked_at(examples: Driver, marcus: Record[Person]) -> None:
    field = place(examples, marcus)
    examples.press("leave-it")
    examples.press("change")
    assert field is not None
    assert examples.window.findChildren(SpellingHelp) == []


def test_a_word_is_put_right_where_it_stands_by_itself(
    examples: Driver, marcus: Record[Person]
) -> None:
    field = place(examples, marcus)
    write(examples, field, "They havent; I hav it.")
    wrong = next(each for each in marked(field) if each == "hav")
    examples.press(f"spelled-{wrong}")
    examples.press("meant-0")
    assert field.toPlainText().startswith("They havent; I h")
    assert " hav " not in field.toPlainText()
