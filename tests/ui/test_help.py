"""Help in the window: on every screen in the same place, and back to what was being done."""

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app import __version__, licences, parts
from app.bootstrap import House
from app.model.errors import AlongsideError
from app.model.ids import RecordId
from app.model.person import LikedSet, Settings
from app.usecases import people, statements
from app.usecases.statements import Said
from tests.helpers.driver import Driver
from ui import printer
from ui.parts.bottom_bar import BottomBar
from ui.parts.pressable import Pressable
from ui.screens.base import Route
from ui.screens.wrong import WrongScreen

SECRETS = ("Quillfeather", "Zanzibar", "Wilhelmina", "Periwinkle", "Marmalade")


def last_button(driver: Driver) -> str:
    """Which button of the bottom bar stands first at the end: help has its place there."""
    (bar,) = (each for each in driver.window.findChildren(BottomBar) if each.isVisible())
    names = [each.objectName() for each in bar.findChildren(Pressable) if each.isVisible()]
    return next(name for name in names if name in {"stop", "how"})


def to_help(driver: Driver) -> None:
    driver.press("stop")
    driver.press("how")


def test_help_tells_of_the_screen_it_was_asked_for_on(home: Driver) -> None:
    to_help(home)
    assert home.window.ctx.house.help_in("en").screens["home"] in home.seen()
    home.press("back")
    assert home.window.route.screen == "home"


def test_from_a_page_of_help_stop_or_help_still_knows_where_we_were(home: Driver) -> None:
    to_help(home)
    home.press("about")
    home.press("stop")
    home.press("how")
    assert home.window.ctx.house.help_in("en").screens["home"] in home.seen()
    home.press("stop")
    home.press("carry-on")
    assert home.window.route.screen == "home"


@pytest.mark.parametrize("screen", ["people", "keeping", "workers", "add_worker", "retention"])
def test_where_there_is_nothing_to_stop_help_stands_there(
    new_notebook: Driver, screen: str
) -> None:
    new_notebook.window.show_route(Route(screen))
    new_notebook.settle()
    assert last_button(new_notebook) == "how"
    new_notebook.press("how")
    assert new_notebook.window.route.screen == "help"
    new_notebook.press("back")
    assert new_notebook.window.route.screen == screen


def test_it_is_there_before_a_notebook_is_open(open_window: Callable[..., Driver]) -> None:
    driver = open_window()
    driver.window.keys.press("stop")  # what F1 does
    driver.settle()
    assert driver.window.route.screen == "help"
    for card in ("guide-person", "guide-keyworker", "kept", "wrong", "about"):
        driver.press(card)
        driver.press("back")
    driver.press("back")
    assert driver.window.route.screen == "welcome"


def test_what_was_typed_is_still_there_afterwards(open_window: Callable[..., Driver]) -> None:
    driver = open_window()
    driver.press("new")
    field = driver.window.findChildren(QLineEdit)[0]
    field.setText("Fern Court")
    driver.press("how")
    driver.press("kept")
    driver.press("back")
    driver.press("back")
    assert driver.window.route.screen == "new"
    assert driver.window.findChildren(QLineEdit)[0].text() == "Fern Court"
    driver.press("back")
    assert driver.window.route.screen == "welcome"


def test_a_lock_takes_what_was_put_aside_with_it(new_notebook: Driver) -> None:
    new_notebook.window.show_route(Route("keeping"))
    new_notebook.settle()
    new_notebook.press("how")
    new_notebook.window.holding.idle.nobody_there.emit()
    new_notebook.settle()
    assert new_notebook.window.route.screen == "unlock"
    assert new_notebook.window._aside is None


def test_who_is_shown_a_plan_is_not_offered_help_about_the_notebook(home: Driver) -> None:
    home.window.route = Route("shown")
    assert home.window._with_help(()) == ()


def test_somebody_in_another_language_is_told_that_it_is_in_english(
    open_window: Callable[..., Driver], house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = house.help_in("en")
    monkeypatch.setattr(House, "help_in", lambda _house, _tag: english)
    driver = open_window("ur")
    driver.press("how")
    told = "This help is in English. It is not in your language yet."
    assert driver.window.ctx.t(told) in driver.seen()
    shown = driver.window.ctx.house.help_in("ur").screens["welcome"]
    (words,) = (each for each in driver.window.screen.readables() if each.words == shown)
    assert words.lang == "en-GB"


def test_it_is_told_where_no_speaker_has_checked_the_help(
    open_window: Callable[..., Driver],
) -> None:
    told = "Nobody who speaks this language has checked these words yet."
    driver = open_window("cy")
    driver.press("how")
    for card in ("guide-person", "guide-keyworker", "kept", "wrong", "about"):
        assert driver.window.ctx.t(told) in driver.seen()
        driver.press(card)
        assert driver.window.ctx.t(told) in driver.seen()
        driver.press("back")


def test_english_help_needs_no_such_words(open_window: Callable[..., Driver]) -> None:
    driver = open_window()
    driver.press("how")
    assert "has checked these words" not in driver.seen()


# The guides


def test_a_guide_is_turned_page_by_page_and_each_page_is_heard(home: Driver) -> None:
    to_help(home)
    home.press("guide-person")
    guide = home.window.ctx.house.help_in("en").picture_guide("person")
    for at, page in enumerate(guide.page):
        if at:
            home.press("next")
        heard = [each.words for each in home.window.screen.readables()]
        assert heard[0] == page.title
        assert [block.words for block in page.block] == heard[1 : 1 + len(page.block)]
    assert home.find("next") is None
    home.press("back")
    assert guide.page[1].title in home.seen()


def test_a_guide_is_saved_as_a_file(home: Driver, tmp_path: Path) -> None:
    to_help(home)
    home.press("guide-keyworker")
    home.press("save-guide")
    home.choose(tmp_path)
    (file,) = tmp_path.glob("*.pdf")
    assert len(pypdf.PdfReader(file).pages) == 3
    assert file.name in home.window.telling.sentence


def test_a_guide_is_printed(home: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheets = tmp_path / "paper.pdf"

    def accept(_owner: object, *, sizes: object, then: Callable[[QPrinter], None]) -> None:
        chosen = QPrinter(QPrinter.PrinterMode.HighResolution)
        chosen.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        chosen.setOutputFileName(str(sheets))
        chosen.setResolution(72)
        printer.fit(chosen, sizes)
        then(chosen)

    monkeypatch.setattr(printer, "is_there", lambda: True)
    monkeypatch.setattr(printer, "ask", accept)
    to_help(home)
    home.press("guide-person")
    home.press("print-guide")
    assert len(pypdf.PdfReader(sheets).pages) == 3


# Where words are kept


def test_it_says_which_file_and_who_can_open_it(own: Driver, house: House, tmp_path: Path) -> None:
    notebook = own.window.ctx.open_notebook
    own.ask(lambda: house.add_worker(notebook, name="Amina", secret="1357", kind="pin"))
    house.set_backup_folder(tmp_path / "safe place")
    own.window.show_route(Route("keeping"))
    own.settle()
    own.press("kept")
    seen = own.seen()
    for told in (notebook.path.name, str(notebook.path.parent), "Sam", "Amina", "safe place"):
        assert told in seen
    assert house.help_in("en").kept["no_backups"].words not in seen
    own.press("back")
    assert own.window.route.screen == "keeping"


def test_of_an_example_it_says_that_it_goes(home: Driver) -> None:
    to_help(home)
    home.press("kept")
    kept = home.window.ctx.house.help_in("en").kept
    assert kept["example"].words in home.seen()
    assert kept["sealed"].words not in home.seen()


# What went wrong


@pytest.fixture
def secretive(open_window: Callable[..., Driver], house: House) -> Driver:
    """A notebook in which every name and sentence is one of the secret words."""
    driver = open_window()
    notebook = house.create_notebook(
        house.notebook_path("Zanzibar"), worker_name="Wilhelmina", secret="2468", kind="pin"
    )
    driver.window.holding.take(notebook)
    driver.settle()
    ctx = driver.window.ctx
    person = driver.ask(
        lambda: people.add_person(
            notebook,
            preferred_name="Quillfeather",
            home_language="en-GB",
            worker=notebook.worker.id,
            worker_name="Wilhelmina",
            today=ctx.today,
        )
    ).last("person")
    driver.press(f"person-{person}")
    liked = Settings(sets=(LikedSet(id="Marmalade", name="Marmalade"),), voices={"en": "Marmalade"})
    driver.window.use_settings(liked)
    _say(driver, person, "Periwinkle is my cat. Marmalade is my tea.")
    driver.window.tell_error(AlongsideError("{name} was not found.", name="Periwinkle"))
    return driver


def _say(driver: Driver, person: RecordId, words: str) -> None:
    ctx = driver.window.ctx
    notebook = ctx.open_notebook
    said = Said(
        person=person,
        words=words,
        lang="en-GB",
        section="important_to",
        kind="important_to",
        voice="own_spoken",
        by=ctx.writer,
    )
    driver.ask(lambda: statements.say(notebook, said))


def test_no_word_of_a_plan_and_no_name_is_in_the_report(secretive: Driver, tmp_path: Path) -> None:
    to_help(secretive)
    secretive.press("wrong")
    screen = secretive.window.screen
    assert isinstance(screen, WrongScreen)
    assert [each for each in SECRETS if each.casefold() in screen.report.casefold()] == []
    assert str(tmp_path) not in screen.report
    assert __version__ in screen.report
    assert "opened: 1" in screen.report
    assert "AlongsideError" in screen.report


def test_what_is_saved_is_what_was_seen(secretive: Driver, tmp_path: Path) -> None:
    to_help(secretive)
    secretive.press("wrong")
    shown = secretive.seen()
    secretive.press("save-report")
    secretive.choose(tmp_path)
    (file,) = tmp_path.glob("*.txt")
    lines = [line for line in file.read_text("utf-8").splitlines() if line]
    assert [line for line in lines if line not in shown] == []


def test_what_somebody_adds_is_saved_as_they_see_it(secretive: Driver, tmp_path: Path) -> None:
    to_help(secretive)
    secretive.press("wrong")
    (place,) = secretive.window.findChildren(QPlainTextEdit, "own-words")
    assert place.toPlainText() == ""
    place.setPlainText("It stopped.\nI had pressed Print.")
    secretive.press("save-report")
    secretive.choose(tmp_path)
    (file,) = tmp_path.glob("*.txt")
    end = "\n\nWritten by whoever saved this report\nIt stopped.\nI had pressed Print.\n"
    assert file.read_text("utf-8").endswith(end)


# About


def test_every_part_is_credited_with_its_licence(home: Driver) -> None:
    to_help(home)
    home.press("about")
    seen = home.seen()
    assert __version__ in seen
    for part in (*parts.bundled(), *parts.packages(), parts.python()):
        assert part.name in seen
        assert part.licence in seen


def test_every_licence_can_be_read_in_the_window_word_for_word(home: Driver) -> None:
    to_help(home)
    home.press("about")
    home.press("licences")
    assert all(each.name in home.seen() for each in licences.texts())
    home.press("licence-LGPL-3.0")
    assert "is permitted to copy and distribute verbatim copies of this" in home.seen()
    home.press("back")
    home.press("back")
    assert home.window.route.screen == "about"
