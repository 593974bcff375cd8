"""What the interpreter's page offers: a sentence of the list, or one by this computer (R12)."""

import shutil
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from app.bootstrap import House
from app.model.person import KnownLanguage
from app.model.translation import Translation
from app.translate.shelf import Shelf
from app.usecases import statements, translations
from app.usecases.statements import Said
from app.usecases.translations import Interpreter
from tests.helpers.driver import Driver
from tests.helpers.tiny_translator import COMMITTED
from ui.parts.translation_card import TranslationCard
from ui.screens.base import Route

OLD = "The first words were changed since. Please translate them once more."
SANA = Interpreter(method="professional", name="Sana Malik")
TEA, MUSIC, DOGS, PILLS = "I like tea.", "I like music.", "I know my dogs.", "I take tablets."


@pytest.fixture
def translator(house: House) -> House:
    """The tiny translator from English to Welsh, taken in on this computer."""
    Shelf(house.translators.folder, works=lambda *_, **__: True).add(COMMITTED)
    return house


@pytest.fixture
def at(own: Driver) -> Callable[[str], Driver]:
    """Brings the page on which a sentence is put into Welsh."""
    ctx, person = own.window.ctx, own.person()
    notebook, by = ctx.open_notebook, ctx.writer
    known = (KnownLanguage(code="cy", home=True), KnownLanguage(code="en-GB"))
    own.ask(lambda: translations.keep_languages(notebook, person=person, languages=known, by=by))
    ctx.interpreting = person, SANA

    def bring(words: str) -> Driver:
        said = Said(
            person=person, words=words, lang="en-GB", section="important_to", kind="preference",
            voice="own_spoken", by=by,
        )  # fmt: skip
        made = own.ask(lambda: statements.say(notebook, said)).last("statement")
        about = {"person": person, "lang": "cy", "statement": made}
        own.window.show_route(Route("interpreting", about))
        own.settle()
        return own

    return bring


def field(driver: Driver) -> QPlainTextEdit:
    (one,) = (w for w in driver.window.findChildren(QPlainTextEdit, "new-words") if w.isVisible())
    return one


def again(driver: Driver) -> None:
    """Go somewhere else, and come back."""
    here = driver.window.route
    driver.window.show_route(Route("home", {"person": driver.person()}))
    driver.settle()
    driver.window.show_route(here)
    driver.settle()


def made(driver: Driver) -> Translation:
    notebook = driver.window.ctx.open_notebook

    def read() -> Translation:
        with notebook.unit_of_work() as work:
            (one,) = work.records.find(Translation)
            return one.body

    return driver.ask(read)


def by_machine(driver: Driver) -> None:
    """Ask for a translation by the computer, and wait until it stands there."""
    machine = driver.window.ctx.machine
    with driver.qtbot.waitSignal(machine.finished, timeout=20_000):
        driver.press("by-machine")
    driver.settle()


# From the list


def test_a_sentence_of_the_list_is_put_into_the_place_only_when_it_is_pressed(
    at: Callable[[str], Driver],
) -> None:
    driver = at(MUSIC)
    card = driver.find("from-the-list")
    assert card.note == "From the list of sentences"
    listed = card.words
    assert (field(driver).toPlainText(), listed.endswith("hoffi cerddoriaeth.")) == ("", True)
    driver.press("from-the-list")
    assert field(driver).toPlainText() == listed
    driver.press("put-translation")
    body = made(driver)
    assert (body.text, body.method, body.made_by_name) == (listed, "phrasebook", "")
    assert body.status == "draft"


def test_it_is_of_whoever_changed_it(at: Callable[[str], Driver]) -> None:
    driver = at(MUSIC)
    driver.press("from-the-list")
    field(driver).setPlainText("Dw i'n hoffi cerddoriaeth.")
    assert driver.find("from-the-list") is None, "pressing it would take words away"
    driver.press("put-translation")
    assert (made(driver).method, made(driver).made_by_name) == ("professional", "Sana Malik")


def test_it_stays_from_the_list_for_whoever_comes_back_to_it(at: Callable[[str], Driver]) -> None:
    driver = at(MUSIC)
    driver.press("from-the-list")
    again(driver)
    assert field(driver).toPlainText().endswith("hoffi cerddoriaeth.")
    driver.press("put-translation")
    assert made(driver).method == "phrasebook"


def test_what_is_left_to_translate_is_named(at: Callable[[str], Driver]) -> None:
    driver = at("I like quokkas.")
    assert "still to be translated: quokkas" in driver.find("from-the-list").note
    driver.press("from-the-list")
    assert driver.seen().count("still to be translated: quokkas") == 1
    again(driver)
    assert driver.seen().count("still to be translated: quokkas") == 1
    driver.press("put-translation")
    assert made(driver).method == "professional", "the list does not stand for what it left"


def test_nothing_is_offered_for_what_the_list_does_not_have(at: Callable[[str], Driver]) -> None:
    driver = at(DOGS)
    assert driver.find("from-the-list") is None
    assert driver.find("by-machine") is None


def test_r12_the_list_offers_nothing_for_what_only_people_translate(
    at: Callable[[str], Driver],
) -> None:
    assert at("I like my tablets.").find("from-the-list") is None


# By this computer


def test_r12_a_machine_s_draft_is_marked_and_kept_with_what_made_it(
    translator: House, at: Callable[[str], Driver]
) -> None:
    driver = at(TEA)
    assert field(driver).toPlainText() == ""
    by_machine(driver)
    assert field(driver).toPlainText() == "Rwy'n hoffi te."
    assert "Computer translation, not checked" in driver.seen()
    driver.press("put-translation")
    body = made(driver)
    assert (body.method, body.status, body.made_by_name) == ("machine_offline", "draft", "")
    (known,) = translator.translators.translators()
    assert body.made_with == known.details.made_with
    (card,) = (w for w in driver.window.findChildren(TranslationCard) if w.isVisible())
    assert "Computer translation · not checked yet" in card.note


@pytest.mark.usefixtures("translator")
def test_r12_what_a_machine_wrote_stays_a_machine_s_when_it_is_mended_and_come_back_to(
    at: Callable[[str], Driver],
) -> None:
    driver = at(TEA)
    by_machine(driver)
    field(driver).setPlainText("Dw i'n hoffi te.")
    again(driver)
    assert "Computer translation, not checked" in driver.seen()
    driver.press("put-translation")
    assert (made(driver).text, made(driver).method) == ("Dw i'n hoffi te.", "machine_offline")


@pytest.mark.usefixtures("translator")
def test_whoever_empties_the_place_writes_it_themselves(at: Callable[[str], Driver]) -> None:
    driver = at(TEA)
    by_machine(driver)
    field(driver).clear()
    assert "Computer translation, not checked" not in driver.seen()
    field(driver).undo()
    assert field(driver).toPlainText() == "", "a machine's words would come back as a person's"
    field(driver).setPlainText("Te.")
    driver.press("put-translation")
    assert (made(driver).method, made(driver).made_with) == ("professional", "")


@pytest.mark.usefixtures("translator")
def test_what_to_look_at_is_said_in_plain_words(at: Callable[[str], Driver]) -> None:
    driver = at("I know 7 dogs.")
    by_machine(driver)
    driver.qtbot.waitUntil(lambda: "A number is missing here: 7" in driver.seen())


@pytest.mark.usefixtures("translator")
def test_r12_whoever_checks_a_machine_s_draft_sees_what_to_look_at(
    at: Callable[[str], Driver],
) -> None:
    driver = at("I know 7 dogs.")
    by_machine(driver)
    driver.press("put-translation")
    driver.press("without-said-back")
    assert driver.find("check") is not None
    (card,) = (w for w in driver.window.findChildren(TranslationCard) if w.isVisible())
    assert "A number is missing here: 7" in card.note


@pytest.mark.usefixtures("translator")
def test_r12_no_machine_is_asked_for_what_only_people_translate_and_it_is_said_why(
    at: Callable[[str], Driver],
) -> None:
    driver = at(PILLS)
    assert driver.find("by-machine") is None
    assert "This is about health or medicine." in driver.seen()
    assert not driver.window.ctx.machine.busy
    assert field(driver).toPlainText() == ""


@pytest.mark.usefixtures("translator")
def test_what_somebody_writes_while_it_translates_stays(at: Callable[[str], Driver]) -> None:
    driver = at(TEA)
    machine = driver.window.ctx.machine
    with driver.qtbot.waitSignal(machine.finished, timeout=20_000):
        driver.press("by-machine")
        field(driver).setPlainText("Te.")
    assert field(driver).toPlainText() == "Te."
    assert driver.find("by-machine") is None


def test_a_translator_that_does_not_work_any_more_says_so(
    translator: House, at: Callable[[str], Driver]
) -> None:
    driver = at(TEA)
    (known,) = translator.translators.translators()
    shutil.rmtree(known.folder)
    with driver.qtbot.waitSignal(driver.window.ctx.machine.trouble, timeout=20_000):
        driver.press("by-machine")
    driver.settle()
    assert "This translator does not work any more." in driver.seen()
    assert driver.find("by-machine") is not None


# When the words change meanwhile, or something counts already


def change_words(driver: Driver, words: str) -> None:
    ctx = driver.window.ctx
    notebook, by = ctx.open_notebook, ctx.writer
    which = driver.window.route.about["statement"]
    driver.ask(lambda: statements.change_words(notebook, statement=which, words=words, by=by))
    driver.settle()


def test_what_was_half_written_of_other_words_is_read_once_more(
    at: Callable[[str], Driver],
) -> None:
    driver = at(TEA)
    field(driver).setPlainText("Dw i'n hoffi te.")
    again(driver)
    assert OLD not in driver.seen()
    change_words(driver, "I do not like tea any more.")
    again(driver)
    assert OLD in driver.seen()
    assert field(driver).toPlainText() == "Dw i'n hoffi te."
    driver.press("put-translation")
    assert driver.find("put-translation") is not None, "nobody has read the new words yet"
    field(driver).setPlainText("Dw i ddim yn hoffi te.")
    again(driver)
    assert OLD not in driver.seen()
    driver.press("put-translation")
    assert (made(driver).text, made(driver).source_version > 1) == ("Dw i ddim yn hoffi te.", True)


def test_after_reading_once_more_the_same_words_may_stay(at: Callable[[str], Driver]) -> None:
    driver = at(TEA)
    field(driver).setPlainText("Dw i'n hoffi te.")
    change_words(driver, "I like tea")
    assert OLD in driver.seen()
    driver.press("put-translation")
    assert driver.find("put-translation") is not None
    driver.press("put-translation")
    assert made(driver).text == "Dw i'n hoffi te."


@pytest.mark.usefixtures("translator")
def test_r12_a_machine_s_draft_of_other_words_is_gone_with_them(
    at: Callable[[str], Driver],
) -> None:
    driver = at(TEA)
    by_machine(driver)
    field(driver).setPlainText("Dw i'n hoffi te.")
    change_words(driver, "I know my dogs.")
    assert field(driver).toPlainText() == ""
    assert field(driver).offered is None
    assert OLD not in driver.seen()


@pytest.mark.usefixtures("translator")
def test_r12_no_machine_is_offered_where_something_counts(at: Callable[[str], Driver]) -> None:
    driver = at(TEA)
    assert driver.find("by-machine") is not None
    field(driver).setPlainText("Dw i'n hoffi te.")
    driver.press("put-translation")
    driver.press("without-said-back")
    driver.press("translate-anew")
    assert driver.find("by-machine") is not None, "nobody said yes to it yet"
    driver.press("leave-translation")
    driver.press("answer-yes")
    driver.press("translate-anew")
    assert driver.find("put-translation") is not None
    assert driver.find("by-machine") is None
