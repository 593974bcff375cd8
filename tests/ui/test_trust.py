"""What makes the record one that can be trusted: undo, history, the recovery sheet, backups."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.bootstrap import House
from app.model.person import Person
from app.model.record import Record
from tests.helpers.driver import Driver, fill, talk_together
from ui.screens.base import Route


@pytest.fixture
def made(open_window: Callable[..., Driver]) -> Driver:
    """A notebook just made in the window; the recovery sheet is offered."""
    driver = open_window()
    driver.press("new")
    fill(driver, "Fern Court", "Sam", "2468", "2468")
    driver.press("make")
    return driver


def test_what_was_done_last_is_undone_by_name_and_done_again(
    examples: Driver, marcus: Record[Person]
) -> None:
    talk_together(examples)
    while examples.step != "important":
        examples.press("back")
    before = len(examples.talk.said)
    examples.write("My new coat.")
    examples.press("put-on-card")
    assert len(examples.talk.said) == before + 1
    undo = examples.find("undo")
    assert undo is not None
    assert undo.words == "Undo: sentence added"
    examples.press("undo")
    assert len(examples.talk.said) == before
    assert "Undone: sentence added, “My new coat.”" in examples.seen()
    examples.press("redo")
    assert len(examples.talk.said) == before + 1
    assert "Done again: sentence added, “My new coat.”" in examples.seen()


def test_what_is_undone_is_told_where_it_does_not_stand(
    examples: Driver, marcus: Record[Person]
) -> None:
    talk_together(examples)
    while examples.step != "important":
        examples.press("back")
    examples.write("My new coat.")
    examples.press("put-on-card")
    examples.next()
    assert "My new coat." not in examples.seen()
    examples.press("undo")
    assert "Undone: sentence added, “My new coat.”" in examples.seen()


def test_a_second_press_in_the_same_spot_does_not_do_it_again(
    examples: Driver, marcus: Record[Person]
) -> None:
    examples.press("likes")
    examples.press("theme-dark")
    undo = examples.find("undo")
    assert undo is not None
    spot = undo.mapTo(examples.window, undo.rect().center())
    examples.press("undo")
    redo = examples.find("redo")
    assert redo is not None
    under = examples.window.childAt(spot)
    assert under is not redo
    assert not redo.isAncestorOf(under)


def test_an_undone_setting_applies_at_once(examples: Driver, marcus: Record[Person]) -> None:
    examples.press("likes")
    examples.press("theme-dark")
    assert examples.window.ctx.settings.theme == "dark"
    examples.press("undo")
    assert examples.window.ctx.settings.theme == "paper"
    assert "Undone" not in examples.seen()


def test_undo_never_reaches_another_person(examples: Driver, marcus: Record[Person]) -> None:
    examples.press("likes")
    examples.press("theme-dark")
    assert examples.find("undo") is not None
    examples.press("home")
    examples.press("lock")
    assert examples.find("undo") is None
    other = [n for n in examples.names() if n.startswith("person-")][1]
    examples.press(other)
    assert examples.find("undo") is None


def test_the_history_of_a_sentence_says_who_when_and_what_was_answered(
    examples: Driver, marcus: Record[Person]
) -> None:
    examples.press("plan")
    examples.press(next(n for n in examples.names() if n.startswith("statement-")))
    examples.press("history")
    said = examples.names_said()
    assert "You said: keep" in said
    assert "wrote it down" in said
    assert "My words" in said or "says" in said
    examples.press("back")
    assert examples.find("sentence") is not None


def test_the_sheet_made_at_the_start_opens_the_notebook_when_the_pin_is_forgotten(
    made: Driver, tmp_path: Path
) -> None:
    assert made.window.route.screen == "sheet"
    sheet = tmp_path / "sheet.pdf"
    made.window.screen.save_to(sheet)
    made.settle()
    text = "".join(page.extract_text() for page in PdfReader(sheet).pages)
    words = text.replace("-", " ").split()
    groups = [w for w in words if (len(w) == 4 and w.isupper()) or (w.isdigit() and len(w) == 4)]
    assert len(groups) >= 8
    made.press("later")
    assert made.window.route.screen == "people"


def test_a_wrong_sheet_is_told_in_plain_words(made: Driver) -> None:
    path = made.window.ctx.open_notebook.path
    made.press("later")
    made.press("back")
    made.window.show_route(Route("unlock", {"path": path}))
    made.settle()
    made.press("forgot")
    fill(made, "AAAA BBBB", "Sam", "1357", "1357")
    made.press("open")
    assert made.window.route.screen == "recover"
    assert made.seen().count("sheet") >= 2


def test_a_backup_is_made_and_its_day_is_said(made: Driver, house: House, tmp_path: Path) -> None:
    house.set_backup_folder(tmp_path)
    made.press("later")
    assert "no backup" in made.seen()
    made.press("keeping")
    made.press("backup")
    assert "Last backup" in made.seen()
    assert len(list(tmp_path.glob("*.alongside-backup"))) == 1


def test_a_notebook_that_is_open_elsewhere_can_be_read(
    made: Driver, open_window: Callable[..., Driver]
) -> None:
    path = made.window.ctx.open_notebook.path
    second = open_window()
    second.window.show_route(Route("unlock", {"path": path}))
    second.settle()
    fill(second, "2468")
    second.press("open")
    assert second.window.route.screen == "unlock"
    second.press("read-only")
    assert second.window.route.screen == "people"
    assert second.window.ctx.open_notebook.read_only


def place(driver: Driver, name: str) -> int:
    button = driver.find(name)
    assert button is not None
    return button.mapTo(driver.window, button.rect().topLeft()).x()


def test_undo_and_what_stands_beside_it_keep_their_places(
    examples: Driver, marcus: Record[Person]
) -> None:
    examples.press("likes")
    help_before, hear = place(examples, "stop"), place(examples, "hear")
    examples.press("theme-dark")
    undo = place(examples, "undo")
    assert (place(examples, "stop"), place(examples, "hear")) == (help_before, hear)
    examples.press("home")
    assert place(examples, "undo") == undo
    talk_together(examples)
    assert place(examples, "undo") == undo
    onward = place(examples, "next")
    examples.press("next")
    assert (place(examples, "undo"), place(examples, "next")) == (undo, onward)


def test_what_was_told_is_told_anew_in_another_language(
    examples: Driver, marcus: Record[Person]
) -> None:
    window = examples.window
    examples.press("likes")
    examples.press("language-pl")
    said = "Saved as {file}."
    window.tell(window.ctx.t(said, file="a.pdf"))
    examples.press("language-cy")
    assert window.ctx.t(said, file="a.pdf") in examples.seen()
    window.tell("Nobody’s words.")
    examples.press("language-pl")
    assert examples.find("notice") is None
